"""The data file as frozen types: sources, roadmaps with their phases and goals, and milestones.

The types are the only description of the format: `check` reads a file against them, and their JSON Schema and its
descriptions are derived from them.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct


def means(description: str | None = None, /, refusal: str | None = None, **limits: Any) -> Meta:
    """What a field means, its limits, and the key of the finding about a value beyond them."""
    return Meta(description=description, extra=None if refusal is None else {"refusal": refusal}, **limits)


# Each list and text has a limit far above what a plan needs: answers grow with them, and anybody may write a file.
_ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
Id = Annotated[str, means("Lower-case words joined by hyphens.", "invalid-id", max_length=100, pattern=_ID)]
Words = Annotated[str, means(refusal="empty-text", min_length=1, max_length=2000)]
Year = Annotated[int, means(refusal="invalid-year", ge=1, le=9999)]
Number = Annotated[int, means(refusal="invalid-number", ge=1, le=40)]
Count = Annotated[int, means(refusal="invalid-count", ge=1, le=9999)]
FullDate = Annotated[str, means("YYYY-MM-DD.", "invalid-date.full", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
_PARTIAL = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
PartialDate = Annotated[str, means("YYYY, YYYY-MM or YYYY-MM-DD.", "invalid-date.partial", pattern=_PARTIAL)]
Url = Annotated[str, means(refusal="invalid-url", pattern="^https?://[^\\s]+$")]
Cited = Annotated[
    tuple[Id, ...], means("Ids of the sources that say it.", "missing-source", min_length=1, max_length=50)
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


class Claim(Fact, frozen=True, kw_only=True):
    """The base of what sources state. Being keyword-only, its fields come after those of a subclass."""

    sources: Cited
    note: Note = None


class Goal(Claim, frozen=True):
    """One thing that a phase is meant to deliver."""

    id: Annotated[Id, means("No other goal of the roadmap has it.")]
    text: Annotated[Text, means("The goal in our own words.")]
    terms: Annotated[tuple[Words, ...], means("Words that its sources use for it.", max_length=20)] = ()


class Alternative(Period, frozen=True, kw_only=True):
    """Another period that a source states for the same phase."""

    sources: Cited
    note: Note = None


class Phase(Claim, frozen=True):
    """A step of a roadmap."""

    number: Annotated[Number, means("From 1 to 40; no other phase of the roadmap has it.")]
    id: Annotated[Id, means("No other phase of the roadmap has it.")]
    name: Annotated[Text, means("A short name.")]
    start: Annotated[Year, means("The phase starts on 1 January of it.")]
    end: Annotated[Year | None, means("The phase ends on 31 December of it; null when it is open.")]
    goals: Annotated[tuple[Goal, ...], means("What the phase is meant to deliver.", max_length=50)] = ()
    alternatives: Annotated[tuple[Alternative, ...], means("Other periods that sources state.", max_length=10)] = ()


class Focus(Claim, frozen=True):
    """What a roadmap puts first at one horizon."""

    horizon: Annotated[Text, means("The time it is said for, such as “short term”.")]
    phase: Annotated[Number, means("The number of the phase that the horizon stands for.")]
    text: Annotated[Text, means("What comes first.")]


class Enabler(Claim, frozen=True):
    """Something that the sources name as needed for the phases to work."""

    text: Annotated[Text, means("What is needed.")]


class Condition(Claim, frozen=True):
    """What a civil servant who moves is to get, or to bring."""

    kind: Annotated[Literal["allowance", "criterion"], means("To get (an allowance) or to bring (a criterion).")]
    text: Annotated[Text, means("The allowance or the criterion.")]


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
    phases: Annotated[tuple[Phase, ...], means("The steps, by number.", min_length=1, max_length=40)]
    focus: Annotated[tuple[Focus, ...], means("What comes first at each horizon.", max_length=50)] = ()
    enablers: Annotated[tuple[Enabler, ...], means("What the phases need in order to work.", max_length=50)] = ()
    asn_conditions: Annotated[tuple[Condition, ...], means("What civil servants get and bring.", max_length=50)] = ()

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


class Outcome(Claim, frozen=True):
    """Whether a target was met."""

    met: Annotated[bool, means("Whether it was met in its period.")]
    on: Annotated[PartialDate | None, means("When that could be known; null for the end of its period.")] = None


class Milestone(Claim, frozen=True):
    """Something that happened, was said, or is due, whatever the plan."""

    id: Annotated[Id, means("No other milestone has it.")]
    start: Annotated[PartialDate, means("When it happened, was said, or is due: the first day, month or year.")]
    end: Annotated[PartialDate, means("The last day, month or year, included; often the same as `start`.")]
    kind: Annotated[MilestoneKind, means("What sort of thing it is.")]
    text: Annotated[Text, means("What happened, was said, or is planned.")]
    said: Annotated[FullDate | None, means("The day on which a target or projection was stated.")] = None
    people: Annotated[People | None, means("How many civil servants it is about.")] = None
    postpones: Annotated[Id | None, means("The target that a postponement puts off.", "invalid-id.target")] = None
    to: Annotated[PartialDate | None, means("The new date of a postponement; null when none was given.")] = None
    outcome: Annotated[Outcome | None, means("Whether a target was met, where a source says so.")] = None


class Legal(Claim, frozen=True):
    """The legal state of the move."""

    text: Annotated[Text, means("What the law says, in one line.")]


class Model(Fact, frozen=True, kw_only=True):
    """The whole data file."""

    schema: Annotated[Literal[1], means("The version of this format.", "unsupported-schema")]
    checked: Annotated[FullDate, means("When a person last compared the file with its sources.")]
    checked_note: Annotated[Text | None, means("What was compared, and how new the newest source is.")] = None
    default_roadmap: Annotated[Id, means("The roadmap that answers when none is named.")]
    sources: Annotated[tuple[Source, ...], means("The documents that claims cite.", min_length=1, max_length=500)]
    roadmaps: Annotated[tuple[Roadmap, ...], means("The plans.", min_length=1, max_length=40)]
    milestones: Annotated[tuple[Milestone, ...], means("What happened or was promised.", max_length=500)] = ()
    legal: Annotated[Legal | None, means("The legal state of the move.")] = None
