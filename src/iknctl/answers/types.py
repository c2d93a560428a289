"""What each command answers: one frozen type a command. It is the JSON, its schema, and what every format draws."""

import datetime as dt
from typing import Annotated, Literal

from iknctl.conflicts import Conflict, Kind, Overlap
from iknctl.errors import Location
from iknctl.model import Cited, Condition, Enabler, Fact, Focus, Follows, Id, Note, Period, Phase, Source, Text, means


class Answer(Fact, frozen=True, kw_only=True, tag_field="schema"):
    """The base of every answer; `schema` comes first and names the shape and its version."""


class Warning(Fact, frozen=True, kw_only=True):  # noqa: A001 - the contract's own name for it
    """Something that a reader of the answer must know."""

    code: Annotated[Literal[Kind, "partly-outside", "outside"], means("What it is about.")]
    phases: Annotated[tuple[int, ...], means("The numbers of the phases that it concerns.")]
    message: Annotated[Text, means("A sentence for people.")]


RoadmapId = Annotated[Id, means("The id of the roadmap.")]
AsOf = Annotated[dt.date, means("The day that counted as today.")]
AsOfIfRelative = Annotated[dt.date | None, means("The day that counted as today, where the question depends on it.")]
Overlaps = Annotated[tuple[Overlap, ...], means("Pairs of phases that share years.")]
Touching = Annotated[tuple[Overlap, ...], means("Pairs of phases that share years with each other and the question.")]
Gaps = Annotated[tuple[Period, ...], means("The years between phases that none covers.")]
Warnings = Annotated[tuple[Warning, ...], means("What a reader of this answer must know.")]


class Query(Fact, frozen=True, kw_only=True):
    """What was asked, and how it was read."""

    text: Annotated[str, means("The question, its blanks folded.")]
    start: Annotated[dt.date, means("The first day of it.")]
    end: Annotated[dt.date, means("The last day of it, included.")]


class Neighbours(Fact, frozen=True, kw_only=True):
    """The phases around the question."""

    previous: Annotated[int | None, means("The phase that ended last before it; of several, the highest number.")]
    next: Annotated[int | None, means("The phase that starts first after it; of several, the lowest number.")]


class Position(Fact, frozen=True, kw_only=True):
    """How far into a phase the question begins."""

    phase: Annotated[int, means("The number of the phase.")]
    year: Annotated[int, means("Which year of it the question's first year is, from 1.")]
    of: Annotated[int | None, means("How many years it has; null when it is open.")]


class PhaseAnswer(Answer, tag="iknctl/phase/1", frozen=True, kw_only=True):
    """The phases that a day, month, year or range falls in."""

    query: Annotated[Query, means("What was asked, and how it was read.")]
    as_of: AsOfIfRelative
    roadmap: RoadmapId
    phases: Annotated[tuple[Phase, ...], means("The phases that share a day with the question.")]
    overlaps: Touching
    neighbours: Annotated[Neighbours, means("The phases before and after.")]
    position: Annotated[tuple[Position, ...], means("How far into each phase the question begins.")]
    next_start: Annotated[dt.date | None, means("The first day of the next phase to begin.")]
    warnings: Warnings


class PhasesAnswer(Answer, tag="iknctl/phases/1", frozen=True, kw_only=True):
    """Every phase of a roadmap."""

    roadmap: RoadmapId
    phases: Annotated[tuple[Phase, ...], means("The phases, in the order of the roadmap.")]
    overlaps: Overlaps
    gaps: Gaps
    warnings: Warnings


class ShowAnswer(Answer, tag="iknctl/show/1", frozen=True, kw_only=True):
    """One phase, with the overlaps and the contradictions that concern it."""

    roadmap: RoadmapId
    phase: Annotated[Phase, means("The phase.")]
    overlaps: Overlaps
    conflicts: Annotated[tuple[Conflict, ...], means("The contradictions, each with both its sides.")]
    warnings: Warnings


class GoalsQuery(Fact, frozen=True, kw_only=True):
    """What was asked of the goals."""

    text: Annotated[str | None, means("The words that were looked for.")]
    phase: Annotated[int | None, means("The number of the phase that was asked for.")]


class FoundGoal(Fact, frozen=True, kw_only=True):
    """A goal, and where it stands."""

    roadmap: RoadmapId
    phase: Annotated[int, means("The number of the phase that it belongs to.")]
    overlap: Annotated[bool, means("Whether that phase shares years with another of its roadmap.")]
    id: Annotated[Id, means("Its id.")]
    text: Annotated[Text, means("The goal in our own words.")]
    terms: Annotated[tuple[str, ...], means("Words that its sources use for it.")]
    sources: Cited
    note: Note


class GoalsElsewhere(Fact, frozen=True, kw_only=True):
    """Goals of another roadmap that mention the same words."""

    roadmap: RoadmapId
    goals: Annotated[int, means("How many of its goals mention the words.")]


class GoalsAnswer(Answer, tag="iknctl/goals/1", frozen=True, kw_only=True):
    """The goals that mention what was asked."""

    roadmap: Annotated[Id | None, means("The id of the roadmap; null when all were searched.")]
    query: Annotated[GoalsQuery, means("What was asked.")]
    goals: Annotated[tuple[FoundGoal, ...], means("The goals, in the order of the file.")]
    overlaps: Annotated[tuple[Overlap, ...], means("Pairs of phases that share years, of the phases of these goals.")]
    warnings: Warnings
    elsewhere: Annotated[tuple[GoalsElsewhere, ...], means("Where else the words stand; empty when all were searched.")]


class PhaseBrief(Period, frozen=True):
    """A phase in brief."""

    number: Annotated[int, means("Its number in the roadmap.")]
    id: Annotated[Id, means("Its id.")]
    name: Annotated[Text, means("Its name.")]


class RoadmapRow(Fact, frozen=True, kw_only=True):
    """A roadmap in brief."""

    id: Annotated[Id, means("What `--roadmap` takes.")]
    name: Annotated[Text, means("A short name.")]
    unit: Annotated[Text, means("Its own word for a step.")]
    issuer: Annotated[Text, means("Who states the plan.")]
    stated: Annotated[str | None, means("When it was made public.")]
    follows: Annotated[Follows | None, means("The roadmap that this one is said to follow.")]
    start: Annotated[int, means("The first year of its first phase.")]
    end: Annotated[int | None, means("The last year of its last phase; null when one is open.")]
    phases: Annotated[int, means("How many phases it has.")]
    conflicts: Annotated[int, means("How many contradictions concern it.")]
    sources: Annotated[Cited, means("The ids of the sources that report the plan.")]
    note: Note


class RoadmapInFull(RoadmapRow, frozen=True, kw_only=True):
    """A roadmap with what stands behind it."""

    focus: Annotated[tuple[Focus, ...], means("What comes first at each horizon.")]
    enablers: Annotated[tuple[Enabler, ...], means("What the phases need in order to work.")]
    asn_conditions: Annotated[tuple[Condition, ...], means("What civil servants who move are to get, and to bring.")]


class RoadmapsAnswer(Answer, tag="iknctl/roadmaps/1", frozen=True, kw_only=True):
    """The roadmaps that the data file holds."""

    default: Annotated[Id, means("The id of the roadmap that answers when none is named.")]
    roadmaps: Annotated[tuple[RoadmapRow, ...], means("The roadmaps, in the order of the file.")]


class RoadmapOnDate(Fact, frozen=True, kw_only=True):
    """What one roadmap says of the question."""

    roadmap: RoadmapId
    name: Annotated[Text, means("Its name.")]
    unit: Annotated[Text, means("Its own word for a step.")]
    phases: Annotated[tuple[PhaseBrief, ...], means("The phases that share a day with the question, if any.")]
    overlaps: Touching


class CompareAnswer(Answer, tag="iknctl/compare/1", frozen=True, kw_only=True):
    """What every roadmap says of a day, month, year or range."""

    query: Annotated[Query, means("What was asked, and how it was read.")]
    as_of: AsOfIfRelative
    answers: Annotated[tuple[RoadmapOnDate, ...], means("One for each roadmap, in the order of the file.")]
    warnings: Warnings


class ConflictsAnswer(Answer, tag="iknctl/conflicts/1", frozen=True, kw_only=True):
    """Where phases or sources contradict each other."""

    conflicts: Annotated[tuple[Conflict, ...], means("The contradictions, each with both its sides.")]


class CitedSource(Source, frozen=True, kw_only=True):
    """A source, and how often it is cited."""

    cited_by: Annotated[int, means("How many claims cite it, among those asked about.")]


class SourcesAnswer(Answer, tag="iknctl/sources/1", frozen=True, kw_only=True):
    """The sources that the claims cite."""

    sources: Annotated[tuple[CitedSource, ...], means("The sources, in the order of the file.")]


class YearRow(Fact, frozen=True, kw_only=True):
    """One year of a roadmap and one phase that covers it."""

    roadmap: RoadmapId
    year: Annotated[int, means("The year.")]
    phase: Annotated[int | None, means("The number of the phase; null in a gap.")]
    overlap: Annotated[bool, means("Whether another phase of the roadmap covers this year too.")]


class YearsAnswer(Answer, tag="iknctl/years/1", frozen=True, kw_only=True):
    """The year-to-phase table."""

    years: Annotated[tuple[YearRow, ...], means("A row for each roadmap, year and phase.")]


class AnnotatedRecord(Fact, frozen=True, kw_only=True):
    """What `annotate` adds to a record in JSON Lines; the rest of it stays as it was."""

    phases: Annotated[tuple[int, ...] | None, means("The phases of the cell; null when it is empty or unreadable.")]
    overlap: Annotated[bool | None, means("Whether it touches years that two phases share; null like `phases`.")]


class ErrorReport(Fact, frozen=True, kw_only=True):
    """What was wrong."""

    code: Annotated[str, means("What it is about, for scripts.")]
    message: Annotated[Text, means("A sentence for people.")]
    hint: Annotated[Text | None, means("What to do about it.")]
    location: Annotated[Location | None, means("Where, if it stands in a file.")]


class ErrorAnswer(Answer, tag="iknctl/error/1", frozen=True, kw_only=True):
    """What standard error holds under --json when there is no answer."""

    error: Annotated[ErrorReport, means("What was wrong.")]
