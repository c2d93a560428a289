"""From the model and a question to an answer: one function a command, all pure."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from iknctl.answers import types
from iknctl.conflicts import Conflict, Overlap, conflicts_in, gaps, overlaps
from iknctl.messages import message
from iknctl.messages.dates import days, years
from iknctl.model import Model, Phase, Roadmap
from iknctl.periods import last, touches
from iknctl.queries import (
    citations,
    find_roadmap,
    matching_goals,
    next_phase,
    phases_in,
    previous_phase,
)
from iknctl.when import Asked

Part = TypeVar("Part", bound=Struct)


def filled(part: type[Part], of: object, **others: object) -> Part:
    """A part of an answer: these other fields as given, and the rest copied from what has fields of the same name."""
    return part(**{name: getattr(of, name) for name in part.__struct_fields__ if name not in others}, **others)


def phase(model: Model, roadmap: Roadmap, asked: Asked, today: dt.date) -> types.PhaseAnswer:
    """The phases that share a day with what was asked, and what a reader must know about those years."""
    start, end = asked.start.year, asked.end.year
    found = phases_in(roadmap, start, end)
    before, after = previous_phase(roadmap, start), next_phase(roadmap, end)
    return types.PhaseAnswer(
        query=filled(types.Query, asked),
        as_of=today if asked.relative else None,
        roadmap=roadmap.id,
        phases=found,
        overlaps=tuple(each for each in overlaps(roadmap) if touches(each, start, end)),
        neighbours=types.Neighbours(previous=before.number if before else None, next=after.number if after else None),
        position=tuple(
            types.Position(phase=each.number, year=start - each.start + 1, of=each.end and each.end - each.start + 1)
            for each in found
            if touches(each, start, start)
        ),
        next_start=dt.date(after.start, 1, 1) if after else None,
        warnings=(*_outside(roadmap, asked), *warnings(_conflicts_in(model, roadmap, start, end))),
    )


def compare(model: Model, asked: Asked, today: dt.date) -> types.CompareAnswer:
    """What every roadmap says of the same days; a roadmap without a phase then has an empty list."""
    start, end = asked.start.year, asked.end.year
    answers, found = [], []
    for roadmap in model.roadmaps:
        briefs = tuple(filled(types.PhaseBrief, each) for each in phases_in(roadmap, start, end))
        shared = tuple(each for each in overlaps(roadmap) if touches(each, start, end))
        answers.append(filled(types.RoadmapOnDate, roadmap, roadmap=roadmap.id, phases=briefs, overlaps=shared))
        found += _conflicts_in(model, roadmap, start, end)
    return types.CompareAnswer(
        query=filled(types.Query, asked),
        as_of=today if asked.relative else None,
        answers=tuple(answers),
        warnings=warnings(found, model),
    )


def phases(model: Model, roadmap: Roadmap) -> types.PhasesAnswer:
    """Every phase of a roadmap, with all that contradicts it."""
    return types.PhasesAnswer(
        roadmap=roadmap.id,
        phases=roadmap.phases,
        overlaps=overlaps(roadmap),
        gaps=gaps(roadmap),
        warnings=warnings(conflicts_in(model, roadmap)),
    )


def show(model: Model, roadmap: Roadmap, wanted: Phase) -> types.ShowAnswer:
    """One phase, with the overlaps and conflicts that concern it."""
    concerned = tuple(each for each in conflicts_in(model, roadmap) if wanted.number in each.phases)
    return types.ShowAnswer(
        roadmap=roadmap.id,
        phase=wanted,
        overlaps=tuple(each for each in overlaps(roadmap) if wanted.number in each.phases),
        conflicts=concerned,
        warnings=warnings(concerned),
    )


def goals(
    model: Model, roadmaps: tuple[Roadmap, ...], text: str | None, number: int | None, *, every: bool
) -> types.GoalsAnswer:
    """The goals of these roadmaps, or of their phases of that number, that mention every word of `text`."""
    found: list[types.FoundGoal] = []
    shared: list[Overlap] = []
    flagged: list[Conflict] = []
    for roadmap in roadmaps:
        here = matching_goals((each for each in roadmap.phases if number in (None, each.number)), text)
        numbers = {number for number, _ in here}
        touched = [each for each in overlaps(roadmap) if numbers & {*each.phases}]
        sharing = {number for each in touched for number in each.phases}
        for each, goal in here:
            where = {"roadmap": roadmap.id, "phase": each, "overlap": each in sharing}
            found.append(filled(types.FoundGoal, goal, **where))
        shared += touched
        stated = conflicts_in(model, roadmap)
        flagged += (each for each in stated if each.kind == "overlap" and numbers & {*each.phases})
    others = [] if text is None or every else [each for each in model.roadmaps if each not in roadmaps]
    counts = ((other.id, len(matching_goals(other.phases, text))) for other in others)
    return types.GoalsAnswer(
        roadmap=None if every else roadmaps[0].id,
        query=types.GoalsQuery(text=text, phase=number),
        goals=tuple(found),
        overlaps=tuple(shared),
        warnings=warnings(flagged, model if every else None),
        elsewhere=tuple(types.GoalsElsewhere(roadmap=other, goals=count) for other, count in counts if count),
    )


def roadmaps(model: Model, wanted: Roadmap | None = None) -> types.RoadmapsAnswer:
    """Every roadmap of the file in brief, or the one wanted."""
    listed = model.roadmaps if wanted is None else (wanted,)
    rows = tuple(roadmap_row(types.RoadmapRow, model, each) for each in listed)
    return types.RoadmapsAnswer(default=model.default_roadmap, roadmaps=rows)


def roadmap_row(part: type[Part], model: Model, roadmap: Roadmap) -> Part:
    """A roadmap in brief or in full, with how many phases and contradictions it has."""
    return filled(part, roadmap, phases=len(roadmap.phases), conflicts=len(conflicts_in(model, roadmap)))


def conflicts(model: Model, asked: Iterable[Roadmap]) -> types.ConflictsAnswer:
    """Every contradiction of these roadmaps."""
    return types.ConflictsAnswer(conflicts=tuple(each for roadmap in asked for each in conflicts_in(model, roadmap)))


def sources(model: Model, roadmap: Roadmap | None = None, wanted: str | None = None) -> types.SourcesAnswer:
    """The sources that a roadmap cites or, without one, all of the file; `wanted` leaves one of them.

    `cited_by` counts the claims of the roadmap or, without one, of the whole file.
    """
    counts = Counter(citations(model if roadmap is None else roadmap))
    return types.SourcesAnswer(
        sources=tuple(
            filled(types.CitedSource, source, cited_by=counts[source.id])
            for source in model.sources
            if source.id == wanted or (wanted is None and (roadmap is None or source.id in counts))
        )
    )


def years_of(model: Model, asked: Iterable[Roadmap]) -> types.YearsAnswer:
    """The year-to-phase table of these roadmaps; an open end runs to the last year that the file states."""
    horizon = max(phase.end or phase.start for roadmap in model.roadmaps for phase in roadmap.phases)
    rows = []
    for roadmap in asked:
        for year in range(roadmap.start, (horizon if roadmap.end is None else roadmap.end) + 1):
            numbers: list[int | None] = [each.number for each in phases_in(roadmap, year, year)]
            for number in numbers or [None]:
                rows.append(types.YearRow(roadmap=roadmap.id, year=year, phase=number, overlap=len(numbers) > 1))
    return types.YearsAnswer(years=tuple(rows))


def warnings(found: Iterable[Conflict], several: Model | None = None) -> tuple[types.Warning, ...]:
    """Conflicts as warnings. Those of several roadmaps, looked up in the model, begin with their roadmap's name."""
    listed = []
    for each in found:
        said = each.message
        if several is not None:
            said = message("warning.named", roadmap=find_roadmap(several, each.roadmap).name, said=said)
        listed.append(types.Warning(code=each.kind, phases=each.phases, message=said))
    return tuple(listed)


def _conflicts_in(model: Model, roadmap: Roadmap, start: int, end: int) -> list[Conflict]:
    """The conflicts of a roadmap that dispute one of these years."""
    return [each for each in conflicts_in(model, roadmap) if any(touches(part, start, end) for part in each.disputed)]


def _outside(roadmap: Roadmap, asked: Asked) -> list[types.Warning]:
    """The warning that no phase covers the question, with the nearest phase, or those of a part before or after all."""
    start, end = asked.start.year, asked.end.year
    if not phases_in(roadmap, start, end):
        # Of phases that are equally near, the one that starts last.
        near = min(roadmap.phases, key=lambda each: (max(each.start - end, start - last(each)), -each.start))
        words = {"unit": roadmap.unit, "number": near.number, "name": near.name, "years": years(near)}
        text = message("warning.outside", asked=days(asked.start, asked.end), **words)
        return [types.Warning(code="outside", phases=(near.number,), message=text)]
    parts = []
    first, final = min(each.start for each in roadmap.phases), max(map(last, roadmap.phases))
    if start < first:
        parts.append(days(asked.start, dt.date(first - 1, 12, 31)))
    if end > final:
        parts.append(days(dt.date(final + 1, 1, 1), asked.end))
    said = [message("warning.partly-outside", part=part, unit=roadmap.unit) for part in parts]
    return [types.Warning(code="partly-outside", phases=(), message=each) for each in said]
