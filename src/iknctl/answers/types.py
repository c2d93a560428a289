"""What we answer: one frozen type a command. It is the JSON, its schema, and what every renderer draws."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from iknctl.conflicts import Conflict, Overlap
from iknctl.model import (
    Condition,
    Enabler,
    Fact,
    Focus,
    Follows,
    Goal,
    Id,
    Milestone,
    Period,
    Phase,
    Source,
    Text,
)
from iknctl.queries import YearRow

WarningCode = Literal["overlap", "gap", "alternative", "divergence", "partly-outside", "outside"]


class Warning(Fact, frozen=True, kw_only=True):  # noqa: A001 - the contract's own name for it
    """Something that a reader of the answer must know: which phases it concerns, and a sentence."""

    code: WarningCode
    phases: tuple[int, ...]
    message: Text


class Answer(Struct, frozen=True, kw_only=True, tag_field="schema"):
    """The base of every answer; `schema` comes first and names the shape and its version."""


class Query(Fact, frozen=True, kw_only=True):
    """What was asked and the days, both included, that it was read as."""

    text: str
    start: dt.date
    end: dt.date


class Neighbours(Fact, frozen=True, kw_only=True):
    """The numbers of the phases just before and just after the answer or, with no answer, the question."""

    previous: int | None
    next: int | None


class Position(Fact, frozen=True, kw_only=True):
    """Which year of a phase the question begins in; `of` is how many years it has, null when it is open."""

    phase: int
    year: int
    of: int | None


class PhaseAnswer(Answer, tag="iknctl/phase/1", frozen=True, kw_only=True):
    """The phases that a day, month, year or range falls in."""

    query: Query
    as_of: dt.date | None
    roadmap: Id
    phases: tuple[Phase, ...]
    overlaps: tuple[Overlap, ...]
    neighbours: Neighbours
    position: tuple[Position, ...]
    next_start: dt.date | None
    warnings: tuple[Warning, ...]


class PhasesAnswer(Answer, tag="iknctl/phases/1", frozen=True, kw_only=True):
    """Every phase of a roadmap."""

    roadmap: Id
    phases: tuple[Phase, ...]
    overlaps: tuple[Overlap, ...]
    gaps: tuple[Period, ...]
    warnings: tuple[Warning, ...]


class ShowAnswer(Answer, tag="iknctl/show/1", frozen=True, kw_only=True):
    """One phase, with the overlaps and the contradictions that concern it."""

    roadmap: Id
    phase: Phase
    overlaps: tuple[Overlap, ...]
    conflicts: tuple[Conflict, ...]
    warnings: tuple[Warning, ...]


class GoalsQuery(Fact, frozen=True, kw_only=True):
    """The words looked for and the number of the phase asked for, each null when not given."""

    text: str | None
    phase: int | None


class FoundGoal(Fact, frozen=True, kw_only=True):
    """A goal with the number of the phase that it belongs to."""

    phase: int
    id: Id
    text: Text
    terms: tuple[str, ...]
    sources: tuple[Id, ...]
    note: Text | None

    @classmethod
    def of(cls, phase: int, goal: Goal) -> "FoundGoal":
        return cls(phase=phase, id=goal.id, text=goal.text, terms=goal.terms, sources=goal.sources, note=goal.note)


class GoalsAnswer(Answer, tag="iknctl/goals/1", frozen=True, kw_only=True):
    """The goals that mention what was asked."""

    roadmap: Id
    query: GoalsQuery
    goals: tuple[FoundGoal, ...]
    overlaps: tuple[Overlap, ...]
    warnings: tuple[Warning, ...]


class Bar(Fact, frozen=True, kw_only=True):
    """A phase as a timeline draws it."""

    number: int
    id: Id
    name: Text
    start: int
    end: int | None


class Lane(Fact, frozen=True, kw_only=True):
    """A roadmap as a timeline draws it."""

    id: Id
    name: Text
    unit: Text
    start: int
    end: int | None
    phases: tuple[Bar, ...]
    overlaps: tuple[Overlap, ...]
    gaps: tuple[Period, ...]


class TimelineAnswer(Answer, tag="iknctl/timeline/1", frozen=True, kw_only=True):
    """How the phases of one or more roadmaps lie in time."""

    as_of: dt.date
    roadmaps: tuple[Lane, ...]
    milestones: tuple[Milestone, ...]
    warnings: tuple[Warning, ...]


class RoadmapRow(Fact, frozen=True, kw_only=True):
    """A roadmap in brief; `phases` and `conflicts` are counts."""

    id: Id
    name: Text
    unit: Text
    issuer: Text
    stated: str | None
    follows: Follows | None
    start: int
    end: int | None
    phases: int
    conflicts: int
    sources: tuple[Id, ...]
    note: Text | None


class RoadmapsAnswer(Answer, tag="iknctl/roadmaps/1", frozen=True, kw_only=True):
    """The roadmaps that the data file holds."""

    default: Id
    roadmaps: tuple[RoadmapRow, ...]


class RoadmapInFull(RoadmapRow, frozen=True, kw_only=True):
    """A roadmap with what stands behind it."""

    focus: tuple[Focus, ...]
    enablers: tuple[Enabler, ...]
    asn_conditions: tuple[Condition, ...]


class Standing(Fact, frozen=True, kw_only=True):
    """How the move stands against the plan on the day of the answer, as far as the data file records it.

    `phases` are those that the plan puts the day in, `postponements` counts those recorded so far, `passed` are the
    targets whose date is over, met or not, `latest` is the last of what has happened, and `upcoming` the next target or
    projection.
    """

    phases: tuple[int, ...]
    postponements: int
    passed: tuple[Milestone, ...]
    latest: Milestone | None
    upcoming: Milestone | None
    message: Text


class AboutAnswer(Answer, tag="iknctl/about/1", frozen=True, kw_only=True):
    """What stands behind one roadmap; `checked` is when a person last compared the data with its sources."""

    as_of: dt.date
    checked: str
    roadmap: RoadmapInFull
    milestones: tuple[Milestone, ...]
    standing: Standing


class ConflictsAnswer(Answer, tag="iknctl/conflicts/1", frozen=True, kw_only=True):
    """Where phases or sources contradict each other."""

    conflicts: tuple[Conflict, ...]


class CitedSource(Source, frozen=True, kw_only=True):
    """A source, and how many claims cite it among those asked about."""

    cited_by: int


class SourcesAnswer(Answer, tag="iknctl/sources/1", frozen=True, kw_only=True):
    """The sources that the claims cite."""

    sources: tuple[CitedSource, ...]


class YearsAnswer(Answer, tag="iknctl/years/1", frozen=True, kw_only=True):
    """A row for each roadmap, year and phase."""

    years: tuple[YearRow, ...]


class AnnotatedRecord(Struct, frozen=True, kw_only=True):
    """What `annotate` adds to a record in JSON Lines; the rest of it stays as it was. Null where no cell was read."""

    phases: tuple[int, ...] | None
    overlap: bool | None


class Place(Fact, frozen=True, kw_only=True):
    """Where in a file; line and column count from 1 and are null when only the file is known."""

    file: str
    line: int | None
    column: int | None


class Fault(Fact, frozen=True, kw_only=True):
    """What was wrong: a code that scripts can rely on, a sentence, and what to do about it."""

    code: str
    message: Text
    hint: Text | None
    location: Place | None


class ErrorAnswer(Answer, tag="iknctl/error/1", frozen=True, kw_only=True):
    """What standard error holds under --json when there is no answer."""

    error: Fault
