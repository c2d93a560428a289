"""What is true: sources, roadmaps, phases, goals and milestones, as frozen types that mirror the data file."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

# Each list and text has a limit far above what a plan needs: answers grow with them, and a file may be anybody's.

Id = Annotated[
    str,
    Meta(
        max_length=100,
        pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        description="Lower-case words joined by hyphens, a letter first.",
    ),
]
Words = Annotated[str, Meta(min_length=1, max_length=2000)]
Year = Annotated[int, Meta(ge=1, le=9999)]
Number = Annotated[int, Meta(ge=1, le=40)]
PartialDate = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description="YYYY, YYYY-MM or YYYY-MM-DD, as exact as it is known.",
    ),
]
FullDate = Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="YYYY-MM-DD.")]
Url = Annotated[str, Meta(pattern="^https?://[^\\s]+$")]
Cited = Annotated[tuple[Id, ...], Meta(min_length=1, max_length=50, description="The ids of the sources that say so.")]
MilestoneKind = Literal["law", "target", "postponed", "statement", "projection"]


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every type here: frozen, named fields, nothing beside them."""


class Text(Fact, frozen=True, kw_only=True):
    """Words for people, in English and in Indonesian."""

    en: Words
    id: Words


class Period(Fact, frozen=True, kw_only=True):
    """Whole years, both ends included; `end` is null when the period is open."""

    start: Year
    end: Year | None


class Source(Fact, frozen=True, kw_only=True):
    """A document that says something; what is not known of it is null."""

    id: Id
    publisher: Words
    title: Words | None = None
    date: PartialDate | None = None
    url: Url | None = None
    note: Text | None = None


class Goal(Fact, frozen=True, kw_only=True):
    """One thing that a phase is meant to deliver; `terms` are the words that its sources use."""

    id: Id
    text: Text
    terms: Annotated[tuple[Words, ...], Meta(max_length=20)] = ()
    sources: Cited
    note: Text | None = None


class Alternative(Fact, frozen=True, kw_only=True):
    """Another period that a source states for the same phase."""

    start: Year
    end: Year | None
    sources: Cited
    note: Text | None = None


class Phase(Fact, frozen=True, kw_only=True):
    """A step of a roadmap, from 1 January of `start` to 31 December of `end`; `end` is null when it is open."""

    number: Number
    id: Id
    name: Text
    start: Year
    end: Year | None
    goals: Annotated[tuple[Goal, ...], Meta(max_length=50)] = ()
    alternatives: Annotated[tuple[Alternative, ...], Meta(max_length=10)] = ()
    sources: Cited
    note: Text | None = None


class Focus(Fact, frozen=True, kw_only=True):
    """What a roadmap puts first at one horizon; `phase` is the number of the phase that the horizon stands for."""

    horizon: Text
    phase: Number
    text: Text
    sources: Cited
    note: Text | None = None


class Enabler(Fact, frozen=True, kw_only=True):
    """Something that the sources name as needed for the phases to work."""

    text: Text
    sources: Cited
    note: Text | None = None


class Condition(Fact, frozen=True, kw_only=True):
    """What a civil servant who moves is to get (an allowance) or to bring (a criterion)."""

    kind: Literal["allowance", "criterion"]
    text: Text
    sources: Cited
    note: Text | None = None


class Follows(Fact, frozen=True, kw_only=True):
    """The roadmap that another one says it follows, and who reports that it says so."""

    roadmap: Id
    sources: Cited
    note: Text | None = None


class Roadmap(Fact, frozen=True, kw_only=True):
    """A plan in steps by one issuer; `unit` is its own word for a step and `stated` when it was made public."""

    id: Id
    name: Text
    unit: Text
    issuer: Text
    stated: PartialDate | None = None
    follows: Follows | None = None
    sources: Cited
    note: Text | None = None
    phases: Annotated[tuple[Phase, ...], Meta(min_length=1, max_length=40)]
    focus: Annotated[tuple[Focus, ...], Meta(max_length=50)] = ()
    enablers: Annotated[tuple[Enabler, ...], Meta(max_length=50)] = ()
    asn_conditions: Annotated[tuple[Condition, ...], Meta(max_length=50)] = ()

    @property
    def start(self) -> int:
        """The first year of the first phase."""
        return min(phase.start for phase in self.phases)

    @property
    def end(self) -> int | None:
        """The last year of the last phase, None when one is open."""
        ends = [phase.end for phase in self.phases if phase.end is not None]
        return max(ends) if len(ends) == len(self.phases) else None


class Milestone(Fact, frozen=True, kw_only=True):
    """Something that happened or is planned, from `start` to `end` inclusive, each as exact as its sources are."""

    start: PartialDate
    end: PartialDate
    kind: MilestoneKind
    text: Text
    sources: Cited
    note: Text | None = None


class Model(Fact, frozen=True, kw_only=True):
    """The whole data file; `checked` is when a person last compared it with its sources."""

    schema: Literal[1]
    checked: FullDate
    default_roadmap: Id
    sources: Annotated[tuple[Source, ...], Meta(min_length=1, max_length=500)]
    roadmaps: Annotated[tuple[Roadmap, ...], Meta(min_length=1, max_length=40)]
    milestones: Annotated[tuple[Milestone, ...], Meta(max_length=500)] = ()
