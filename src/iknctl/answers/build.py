"""From the model and a question to an answer: one function a command, all pure."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from msgspec import convert
from msgspec.structs import asdict

from iknctl.answers import types
from iknctl.conflicts import Conflict, Overlap, conflicts_in, gaps
from iknctl.messages import message
from iknctl.messages.dates import days, years
from iknctl.model import Fact, Model, Phase, Roadmap
from iknctl.periods import last, touches
from iknctl.queries import citations, matching_goals, next_phase, phases_in, previous_phase
from iknctl.when import Asked

Part = TypeVar("Part", bound=Fact)


def filled(part: type[Part], of: object, **others: object) -> Part:
    """Makes a part of an answer from the fields of `of` that have the same names; `others` replaces or adds some."""
    fields = {name: getattr(of, name) for name in part.__struct_fields__ if name not in others}
    return convert({**fields, **others}, part, from_attributes=True)


def pairs(found: Iterable[Conflict]) -> tuple[Overlap, ...]:
    """The overlaps among conflicts."""
    return tuple(filled(Overlap, each) for each in found if each.kind == "overlap")


def warnings(found: Iterable[Conflict], several: Model | None = None) -> tuple[types.Warning, ...]:
    """Conflicts as warnings; where they are of several roadmaps of a model, with the names of these in front."""
    names, listed = {each.id: each.name for each in several.roadmaps} if several else {}, []
    for each in found:
        said = message("warning.named", roadmap=names[each.roadmap], said=each.message) if several else each.message
        listed.append(filled(types.Warning, each, code=each.kind, message=said))
    return tuple(listed)


def phase(model: Model, roadmap: Roadmap, asked: Asked, today: dt.date) -> types.PhaseAnswer:
    """The phases that share a day with what was asked, and what a reader must know about those years."""
    start, end = asked.start.year, asked.end.year
    before, after = previous_phase(roadmap, start), next_phase(roadmap, end)
    found = _disputing(model, roadmap, asked)
    return types.PhaseAnswer(
        query=filled(types.Query, asked),
        as_of=today if asked.relative else None,
        roadmap=roadmap.id,
        phases=phases_in(roadmap, start, end),
        overlaps=pairs(found),
        neighbours=types.Neighbours(previous=before.number if before else None, next=after.number if after else None),
        position=tuple(
            types.Position(phase=each.number, year=start - each.start + 1, of=each.end and each.end - each.start + 1)
            for each in phases_in(roadmap, start, start)
        ),
        next_start=dt.date(after.start, 1, 1) if after else None,
        warnings=(*_outside(roadmap, asked), *warnings(found)),
    )


def compare(model: Model, asked: Asked, today: dt.date) -> types.CompareAnswer:
    """What every roadmap says of the same days; a roadmap without a phase then has an empty list."""
    answers, found = [], []
    for each in model.roadmaps:
        here, phases = _disputing(model, each, asked), phases_in(each, asked.start.year, asked.end.year)
        answers.append(filled(types.RoadmapOnDate, each, roadmap=each.id, phases=phases, overlaps=pairs(here)))
        found += here
    return types.CompareAnswer(
        query=filled(types.Query, asked),
        as_of=today if asked.relative else None,
        answers=tuple(answers),
        warnings=warnings(found, model),
    )


def _disputing(model: Model, roadmap: Roadmap, asked: Asked) -> list[Conflict]:
    """The conflicts of a roadmap that dispute one of the years asked for."""
    start, end = asked.start.year, asked.end.year
    return [each for each in conflicts_in(model, roadmap) if any(touches(part, start, end) for part in each.disputed)]


def _outside(roadmap: Roadmap, asked: Asked) -> list[types.Warning]:
    """The warning that no phase covers the question, with the nearest phase, or those of a part before or after all."""
    start, end = asked.start.year, asked.end.year
    if not phases_in(roadmap, start, end):
        # Of phases that are equally near, the one that starts last.
        near = min(roadmap.phases, key=lambda each: (max(each.start - end, start - last(each)), -each.start))
        words = {"asked": days(asked.start, asked.end), "unit": roadmap.unit, "years": years(near), **asdict(near)}
        return [types.Warning(code="outside", phases=(near.number,), message=message("warning.outside", **words))]
    parts = []
    if start < roadmap.start:
        parts.append(days(asked.start, dt.date(roadmap.start - 1, 12, 31)))
    if end > last(roadmap):
        parts.append(days(dt.date(last(roadmap) + 1, 1, 1), asked.end))
    texts = (message("warning.partly-outside", part=part, unit=roadmap.unit) for part in parts)
    return [types.Warning(code="partly-outside", phases=(), message=text) for text in texts]


def phases(model: Model, roadmap: Roadmap) -> types.PhasesAnswer:
    """Every phase of a roadmap, with all that contradicts it."""
    found = conflicts_in(model, roadmap)
    return types.PhasesAnswer(
        roadmap=roadmap.id,
        phases=roadmap.phases,
        overlaps=pairs(found),
        gaps=gaps(roadmap),
        warnings=warnings(found),
    )


def show(model: Model, roadmap: Roadmap, wanted: Phase) -> types.ShowAnswer:
    """One phase, with the overlaps and conflicts that concern it."""
    found = tuple(each for each in conflicts_in(model, roadmap) if wanted.number in each.phases)
    return types.ShowAnswer(
        roadmap=roadmap.id, phase=wanted, overlaps=pairs(found), conflicts=found, warnings=warnings(found)
    )


def goals(
    model: Model, roadmaps: tuple[Roadmap, ...], text: str | None, number: int | None, *, every: bool
) -> types.GoalsAnswer:
    """The goals of these roadmaps, or of their phases of that number, that mention every word of `text`."""
    goals, found = [], []
    for roadmap in roadmaps:
        matching = matching_goals((each for each in roadmap.phases if number in (None, each.number)), text)
        numbers = {number for number, _ in matching}
        shared = [each for each in conflicts_in(model, roadmap) if each.kind == "overlap" and numbers & {*each.phases}]
        for phase, goal in matching:
            overlap = any(phase in each.phases for each in shared)
            goals.append(filled(types.FoundGoal, goal, roadmap=roadmap.id, phase=phase, overlap=overlap))
        found += shared
    others = () if text is None else [each for each in model.roadmaps if each not in roadmaps]
    counts = {each.id: len(matching_goals(each.phases, text)) for each in others}
    return types.GoalsAnswer(
        roadmap=None if every else roadmaps[0].id,
        query=types.GoalsQuery(text=text, phase=number),
        goals=tuple(goals),
        overlaps=pairs(found),
        warnings=warnings(found, model if every else None),
        elsewhere=tuple(types.GoalsElsewhere(roadmap=other, goals=count) for other, count in counts.items() if count),
    )


def roadmaps(model: Model, wanted: Roadmap | None = None) -> types.RoadmapsAnswer:
    """Every roadmap of the file in brief, or the one wanted."""
    rows = [roadmap_row(types.RoadmapRow, model, each) for each in ([wanted] if wanted else model.roadmaps)]
    return types.RoadmapsAnswer(default=model.default_roadmap, roadmaps=tuple(rows))


def roadmap_row(part: type[Part], model: Model, roadmap: Roadmap) -> Part:
    """A roadmap in brief or in full, with how many phases and contradictions it has."""
    return filled(part, roadmap, phases=len(roadmap.phases), conflicts=len(conflicts_in(model, roadmap)))


def conflicts(model: Model, asked: Iterable[Roadmap]) -> types.ConflictsAnswer:
    """Every contradiction of these roadmaps."""
    return types.ConflictsAnswer(conflicts=tuple(each for roadmap in asked for each in conflicts_in(model, roadmap)))


def sources(model: Model, roadmap: Roadmap | None = None, wanted: str | None = None) -> types.SourcesAnswer:
    """The sources of the file, of a roadmap, or the one wanted; `cited_by` counts the claims of the roadmap or file."""
    counts = Counter(citations(model if roadmap is None else roadmap))
    listed = [filled(types.CitedSource, each, cited_by=counts[each.id]) for each in model.sources]
    if wanted is not None:
        listed = [each for each in listed if each.id == wanted]
    elif roadmap is not None:
        listed = [each for each in listed if each.cited_by]
    return types.SourcesAnswer(sources=tuple(listed))


def years_of(model: Model, asked: Iterable[Roadmap]) -> types.YearsAnswer:
    """The year-to-phase table of these roadmaps; an open end runs to the last year that the file states."""
    horizon = max(phase.end or phase.start for roadmap in model.roadmaps for phase in roadmap.phases)
    rows = []
    for roadmap in asked:
        for year in range(roadmap.start, (roadmap.end or horizon) + 1):
            numbers: list[int | None] = [each.number for each in phases_in(roadmap, year, year)]
            for number in numbers or [None]:
                rows.append(types.YearRow(roadmap=roadmap.id, year=year, phase=number, overlap=len(numbers) > 1))
    return types.YearsAnswer(years=tuple(rows))
