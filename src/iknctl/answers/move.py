"""What `timeline`, its page, `milestones`, `about` and `check` answer."""

from typing import Annotated, Literal

from iknctl.answers import types
from iknctl.datafile.finding import Finding
from iknctl.model import Cited, Claim, Fact, Id, Legal, MilestoneKind, Outcome, PartialDate, People, Text, means

Status = Literal["past", "ahead", "overdue", "met", "missed"]


class Lane(Fact, frozen=True, kw_only=True):
    """A roadmap as a timeline draws it."""

    id: Annotated[Id, means("Its id.")]
    name: Annotated[Text, means("A short name.")]
    unit: Annotated[Text, means("Its own word for a step.")]
    start: Annotated[int, means("The first year of its first phase.")]
    end: Annotated[int | None, means("The last year of its last phase; null when one is open.")]
    phases: Annotated[tuple[types.PhaseBrief, ...], means("The phases, in the order of the roadmap.")]
    overlaps: types.Overlaps
    gaps: types.Gaps


class MilestoneRow(Claim, frozen=True):
    """A milestone, and its status on the day of the answer."""

    id: Annotated[Id, means("Its id.")]
    start: Annotated[PartialDate, means("When it happened, was said, or is due: the first day, month or year.")]
    end: Annotated[PartialDate, means("The last day, month or year, included.")]
    kind: Annotated[MilestoneKind, means("What sort of thing it is.")]
    text: Annotated[Text, means("What happened, was said, or is planned.")]
    said: Annotated[str | None, means("The day on which a target or projection was stated.")]
    status: Annotated[
        Status, means("Of a target ahead, met, missed or, without an outcome, overdue; of the rest ahead or past.")
    ]
    people: Annotated[People | None, means("How many civil servants it is about.")]
    postpones: Annotated[Id | None, means("The target that a postponement puts off.")]
    to: Annotated[PartialDate | None, means("The new date of a postponement; null when none was given.")]
    outcome: Annotated[Outcome | None, means("Whether a target was met, where that is known.")]


class Promised(Fact, frozen=True, kw_only=True):
    """The time that a target was promised for."""

    start: Annotated[PartialDate, means("The first day, month or year.")]
    end: Annotated[PartialDate, means("The last day, month or year, included.")]


class SlipStep(Fact, frozen=True, kw_only=True):
    """One postponement of a target."""

    on: Annotated[PartialDate, means("When it was announced.")]
    to: Annotated[PartialDate | None, means("The new date; null when none was given.")]
    sources: Cited


class Slip(Fact, frozen=True, kw_only=True):
    """A target that was put off, with every new date, as known on the day of the answer."""

    target: Annotated[Id, means("The id of the target.")]
    promised: Annotated[Promised, means("The time it was promised for.")]
    steps: Annotated[tuple[SlipStep, ...], means("Every postponement, in order.")]
    now: Annotated[PartialDate | None, means("The date that stands now; null when none does.")]
    months: Annotated[
        int | None,
        means("Months from the promised start to `now`; a year alone counts as its December; null when `now` is null."),
    ]


Milestones = Annotated[tuple[MilestoneRow, ...], means("The milestones by first day, last day and place in the file.")]
Slips = Annotated[tuple[Slip, ...], means("One for each target that was put off, whatever the question.")]


class TimelineAnswer(types.Answer, tag="iknctl/timeline/1", frozen=True, kw_only=True):
    """How the phases of one or more roadmaps lie in time."""

    as_of: types.AsOf
    roadmaps: Annotated[tuple[Lane, ...], means("The roadmaps that are drawn.")]
    milestones: Milestones
    warnings: types.Warnings


class Standing(Fact, frozen=True, kw_only=True):
    """How the move stands against the plan on the day of the answer, as far as the data file records it."""

    phases: Annotated[tuple[int, ...], means("The numbers of the phases that the plan puts the day in.")]
    postponements: Annotated[int, means("How many postponements are recorded up to that day.")]
    passed: Annotated[tuple[MilestoneRow, ...], means("The targets whose time is over, met or not.")]
    latest: Annotated[MilestoneRow | None, means("The last milestone that has happened.")]
    upcoming: Annotated[MilestoneRow | None, means("The next target or projection.")]
    message: Annotated[Text, means("The same in a few sentences.")]
    slips: Slips
    legal: Annotated[Legal | None, means("The legal state of the move.")]


class AboutAnswer(types.Answer, tag="iknctl/about/1", frozen=True, kw_only=True):
    """What stands behind one roadmap, and how the move stands."""

    as_of: types.AsOf
    checked: Annotated[str, means("When a person last compared the data with its sources, as `YYYY-MM-DD`.")]
    roadmap: Annotated[types.RoadmapInFull, means("The roadmap.")]
    milestones: Milestones
    standing: Annotated[Standing, means("The plan and the record, side by side.")]
    checked_note: Annotated[Text | None, means("What was compared, and how new the newest source is.")]


class MilestonesAnswer(types.Answer, tag="iknctl/milestones/1", frozen=True, kw_only=True):
    """What has happened, what was promised, and whether it came."""

    as_of: types.AsOf
    query: Annotated[types.Query | None, means("The days asked for, and how they were read; null when all were.")]
    kind: Annotated[MilestoneKind | None, means("The kind asked for; null when all were.")]
    milestones: Milestones
    slips: Slips


class PageAnswer(types.Answer, frozen=True, kw_only=True):
    """The parts of the page, which is drawn as HTML only."""

    timeline: TimelineAnswer
    milestones: MilestonesAnswer
    abouts: tuple[AboutAnswer, ...]
    shows: tuple[types.ShowAnswer, ...]
    conflicts: types.ConflictsAnswer
    sources: types.SourcesAnswer


class CheckAnswer(types.Answer, tag="iknctl/check/1", frozen=True, kw_only=True):
    """What is wrong with a data file, what is doubtful, and what is worth knowing."""

    file: Annotated[str, means("The file, as it was named.")]
    findings: Annotated[tuple[Finding, ...], means("What was found, in the order of the file.")]
    errors: Annotated[int, means("How many findings are errors.")]
    warnings: Annotated[int, means("How many findings are warnings.")]
