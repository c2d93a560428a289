"""The data file as frozen types: sources, roadmaps with their phases and goals, and milestones.

The types are the only description of the format: `check` reads a file against them, and their JSON Schema and its
descriptions are derived from them. `extra={"refusal": …}` names the finding of a value that does not fit its type.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct


def means(description: str, /) -> Meta:
    """What a field means: for its JSON Schema and for the documents."""
    return Meta(description=description)


# Each list and text has a limit far above what a plan needs: answers grow with them, and anybody may write a file.

Id = Annotated[
    str,
    Meta(
        max_length=100,
        pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        description="Lower-case words joined by hyphens, a letter first.",
        extra={"refusal": "invalid-id"},
    ),
]
Words = Annotated[str, Meta(min_length=1, max_length=2000, extra={"refusal": "empty-text"})]
Year = Annotated[int, Meta(ge=1, le=9999, extra={"refusal": "invalid-year"})]
Number = Annotated[int, Meta(ge=1, le=40, extra={"refusal": "invalid-number"})]
Count = Annotated[int, Meta(ge=1, le=9999, extra={"refusal": "invalid-count"})]
PartialDate = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description="YYYY, YYYY-MM or YYYY-MM-DD, as exact as it is known.",
        extra={"refusal": "invalid-date.partial"},
    ),
]
FullDate = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        description="YYYY-MM-DD.",
        extra={"refusal": "invalid-date.full"},
    ),
]
Url = Annotated[str, Meta(pattern="^https?://[^\\s]+$", extra={"refusal": "invalid-url"})]
Cited = Annotated[
    tuple[Id, ...],
    Meta(
        min_length=1,
        max_length=50,
        description="The ids of the sources that say so.",
        extra={"refusal": "missing-source"},
    ),
]
MilestoneKind = Literal["law", "ruling", "event", "statement", "target", "postponed", "projection"]


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every type here: frozen, named fields, no others."""


class Text(Fact, frozen=True, kw_only=True):
    """A text for people, in English and in Indonesian."""

    en: Annotated[Words, means("In English.")]
    id: Annotated[Words, means("In Indonesian.")]


Note = Annotated[Text | None, means("What to be careful about.")]


class Period(Fact, frozen=True, kw_only=True):
    """Whole years, both ends included."""

    start: Annotated[Year, means("The first year.")]
    end: Annotated[Year | None, means("The last year, included; null when the period is open.")]


class Source(Fact, frozen=True, kw_only=True):
    """A document that says something; what is not known of it is null."""

    id: Annotated[Id, means("What claims cite it by; no other source has it.")]
    publisher: Annotated[Words, means("Who published it.")]
    title: Annotated[Words | None, means("Its title, in its own language.")] = None
    date: Annotated[PartialDate | None, means("When it was published or signed.")] = None
    url: Annotated[Url | None, means("Where it is; `http` or `https`.")] = None
    note: Note = None


class Goal(Fact, frozen=True, kw_only=True):
    """One thing that a phase is meant to deliver."""

    id: Annotated[Id, means("No other goal of the roadmap has it.")]
    text: Annotated[Text, means("The goal in our own words.")]
    terms: Annotated[tuple[Words, ...], Meta(max_length=20), means("Words that its sources use for it.")] = ()
    sources: Cited
    note: Note = None


class Alternative(Fact, frozen=True, kw_only=True):
    """Another period that a source states for the same phase."""

    start: Annotated[Year, means("The first year, as that source has it.")]
    end: Annotated[Year | None, means("The last year, included; null when open.")]
    sources: Cited
    note: Note = None


class Phase(Fact, frozen=True, kw_only=True):
    """A step of a roadmap."""

    number: Annotated[Number, means("From 1 to 40; no other phase of the roadmap has it.")]
    id: Annotated[Id, means("No other phase of the roadmap has it.")]
    name: Annotated[Text, means("A short name.")]
    start: Annotated[Year, means("The phase starts on 1 January of it.")]
    end: Annotated[Year | None, means("The phase ends on 31 December of it; null when it is open.")]
    goals: Annotated[tuple[Goal, ...], Meta(max_length=50), means("What the phase is meant to deliver.")] = ()
    alternatives: Annotated[
        tuple[Alternative, ...], Meta(max_length=10), means("Other periods that sources state for it.")
    ] = ()
    sources: Cited
    note: Note = None


class Focus(Fact, frozen=True, kw_only=True):
    """What a roadmap puts first at one horizon."""

    horizon: Annotated[Text, means("The time it is said for, such as “short term”.")]
    phase: Annotated[Number, means("The number of the phase that the horizon stands for.")]
    text: Annotated[Text, means("What comes first.")]
    sources: Cited
    note: Note = None


class Enabler(Fact, frozen=True, kw_only=True):
    """Something that the sources name as needed for the phases to work."""

    text: Annotated[Text, means("What is needed.")]
    sources: Cited
    note: Note = None


class Condition(Fact, frozen=True, kw_only=True):
    """What a civil servant who moves is to get, or to bring."""

    kind: Annotated[Literal["allowance", "criterion"], means("To get (an allowance) or to bring (a criterion).")]
    text: Annotated[Text, means("The allowance or the criterion.")]
    sources: Cited
    note: Note = None


class Follows(Fact, frozen=True, kw_only=True):
    """The roadmap that another one is said to follow."""

    roadmap: Annotated[Id, means("The roadmap that is followed. Its phases are compared by their numbers.")]
    sources: Annotated[Cited, means("The ids of the sources that say that it is followed.")]
    note: Note = None


class Roadmap(Fact, frozen=True, kw_only=True):
    """A plan in steps by one issuer."""

    id: Annotated[Id, means("What `--roadmap` takes; no other roadmap has it.")]
    name: Annotated[Text, means("A short name.")]
    unit: Annotated[Text, means("Its own word for a step: phase, stage, horizon.")]
    issuer: Annotated[Text, means("Who states the plan.")]
    stated: Annotated[PartialDate | None, means("When it was made public.")] = None
    follows: Annotated[Follows | None, means("The roadmap that this one is said to follow.")] = None
    sources: Annotated[Cited, means("The ids of the sources that report the plan.")]
    note: Note = None
    phases: Annotated[tuple[Phase, ...], Meta(min_length=1, max_length=40), means("The steps, by number.")]
    focus: Annotated[tuple[Focus, ...], Meta(max_length=50), means("What comes first at each horizon.")] = ()
    enablers: Annotated[tuple[Enabler, ...], Meta(max_length=50), means("What the phases need in order to work.")] = ()
    asn_conditions: Annotated[
        tuple[Condition, ...], Meta(max_length=50), means("What civil servants who move are to get, and to bring.")
    ] = ()

    @property
    def start(self) -> int:
        """The first year of the first phase."""
        return min(phase.start for phase in self.phases)

    @property
    def end(self) -> int | None:
        """The last year of the last phase, None when one is open."""
        ends = [phase.end for phase in self.phases if phase.end is not None]
        return max(ends) if len(ends) == len(self.phases) else None


class People(Fact, frozen=True, kw_only=True):
    """One count of civil servants; “about N” is N to N."""

    least: Annotated[Count, means("At least so many.")]
    most: Annotated[Count | None, means("At most so many; null when only the least is stated.")]
    note: Note = None


class Outcome(Fact, frozen=True, kw_only=True):
    """Whether a target was met."""

    met: Annotated[bool, means("Whether it was met in its period.")]
    on: Annotated[PartialDate | None, means("When that could be known; null for the end of the target's period.")] = (
        None
    )
    sources: Cited
    note: Note = None


class Milestone(Fact, frozen=True, kw_only=True):
    """Something that happened, was said, or is due, whatever the plan."""

    id: Annotated[Id, means("No other milestone has it.")]
    start: Annotated[PartialDate, means("When it happened, was said, or is due: the first day, month or year.")]
    end: Annotated[PartialDate, means("The last day, month or year, included; often the same as `start`.")]
    kind: Annotated[MilestoneKind, means("What sort of thing it is.")]
    text: Annotated[Text, means("What happened, was said, or is planned.")]
    said: Annotated[FullDate | None, means("The day on which a target or projection was stated.")] = None
    people: Annotated[People | None, means("How many civil servants it is about.")] = None
    postpones: Annotated[Id | None, means("The target that a postponement puts off.")] = None
    to: Annotated[PartialDate | None, means("The new date of a postponement; null when none was given.")] = None
    outcome: Annotated[Outcome | None, means("Whether a target was met, where a source says so.")] = None
    sources: Cited
    note: Note = None


class Legal(Fact, frozen=True, kw_only=True):
    """The legal state of the move."""

    text: Annotated[Text, means("What the law says, in one line.")]
    sources: Cited
    note: Note = None


class Model(Fact, frozen=True, kw_only=True):
    """The whole data file."""

    schema: Annotated[Literal[1], Meta(extra={"refusal": "unsupported-schema"}), means("The version of this format.")]
    checked: Annotated[FullDate, means("When a person last compared the file with its sources.")]
    checked_note: Annotated[Text | None, means("What was compared, and how new the newest source is.")] = None
    default_roadmap: Annotated[Id, means("The roadmap that answers when none is named.")]
    sources: Annotated[
        tuple[Source, ...], Meta(min_length=1, max_length=500), means("The documents that the claims cite.")
    ]
    roadmaps: Annotated[tuple[Roadmap, ...], Meta(min_length=1, max_length=40), means("The plans.")]
    milestones: Annotated[
        tuple[Milestone, ...], Meta(max_length=500), means("What happened, was promised or was put off.")
    ] = ()
    legal: Annotated[Legal | None, means("The legal state of the move.")] = None
