"""From the model and a question to an answer: one function a command, all pure."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import asdict

from iknctl.answers import types
from iknctl.conflicts import Conflict, Overlap, conflicts_in, gaps, overlaps
from iknctl.messages import message
from iknctl.messages.dates import days, years
from iknctl.model import Model, Phase, Roadmap
from iknctl.periods import last, touches
from iknctl.queries import (
    citations,
    find_roadmap,
    last_finite_year,
    matching_goals,
    next_phase,
    phases_in,
    previous_phase,
    year_rows,
)
from iknctl.when import Asked


def phase(model: Model, roadmap: Roadmap, asked: Asked, today: dt.date) -> types.PhaseAnswer:
    """The phases that share a day with what was asked, and what a reader must know about those years."""
    start, end = asked.start.year, asked.end.year
    found = phases_in(roadmap, start, end)
    before, after = previous_phase(roadmap, start), next_phase(roadmap, end)
    return types.PhaseAnswer(
        query=query(asked),
        as_of=today if asked.relative else None,
        roadmap=roadmap.id,
        phases=found,
        overlaps=_overlaps_in(roadmap, start, end),
        neighbours=types.Neighbours(
            previous=None if before is None else before.number, next=None if after is None else after.number
        ),
        position=tuple(
            types.Position(phase=each.number, year=start - each.start + 1, of=each.end and each.end - each.start + 1)
            for each in found
            if touches(each, start, start)
        ),
        next_start=None if after is None else dt.date(after.start, 1, 1),
        warnings=(*_outside(roadmap, asked), *warnings(_conflicts_in(model, roadmap, start, end))),
    )


def compare(model: Model, asked: Asked, today: dt.date) -> types.CompareAnswer:
    """What every roadmap says of the same days; a roadmap without a phase then has an empty list."""
    start, end = asked.start.year, asked.end.year
    return types.CompareAnswer(
        query=query(asked),
        as_of=today if asked.relative else None,
        answers=tuple(
            types.RoadmapOnDate(
                roadmap=roadmap.id,
                name=roadmap.name,
                unit=roadmap.unit,
                phases=tuple(map(brief, phases_in(roadmap, start, end))),
                overlaps=_overlaps_in(roadmap, start, end),
            )
            for roadmap in model.roadmaps
        ),
        warnings=warnings(
            (each for roadmap in model.roadmaps for each in _conflicts_in(model, roadmap, start, end)), model
        ),
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
    concerned = _concerning(model, roadmap, {wanted.number})
    return types.ShowAnswer(
        roadmap=roadmap.id,
        phase=wanted,
        overlaps=tuple(overlap for overlap in overlaps(roadmap) if wanted.number in overlap.phases),
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
        numbers = {each.phase for each in here}
        touched = [overlap for overlap in overlaps(roadmap) if numbers & set(overlap.phases)]
        sharing = {number for overlap in touched for number in overlap.phases}
        for each in here:
            fields = asdict(each.goal) | {"phase": each.phase, "overlap": each.phase in sharing}
            found.append(types.FoundGoal(roadmap=roadmap.id, **fields))
        shared += touched
        flagged += (each for each in _concerning(model, roadmap, numbers) if each.kind == "overlap")
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
    return types.RoadmapsAnswer(
        default=model.default_roadmap, roadmaps=tuple(roadmap_row(model, roadmap) for roadmap in listed)
    )


def conflicts(model: Model, asked: Iterable[Roadmap]) -> types.ConflictsAnswer:
    """Every contradiction of these roadmaps."""
    found = (conflict for roadmap in asked for conflict in conflicts_in(model, roadmap))
    return types.ConflictsAnswer(conflicts=tuple(found))


def sources(model: Model, roadmap: Roadmap | None = None, wanted: str | None = None) -> types.SourcesAnswer:
    """The sources that a roadmap cites or, without one, all of the file; `wanted` leaves one of them.

    `cited_by` counts the claims of the roadmap or, without one, of the whole file.
    """
    counts = Counter(citations(model if roadmap is None else roadmap))
    return types.SourcesAnswer(
        sources=tuple(
            types.CitedSource(**asdict(source), cited_by=counts[source.id])
            for source in model.sources
            if source.id == wanted or (wanted is None and (roadmap is None or source.id in counts))
        )
    )


def years_of(model: Model, asked: Iterable[Roadmap]) -> types.YearsAnswer:
    """The year-to-phase table of these roadmaps."""
    horizon = last_finite_year(model)
    return types.YearsAnswer(years=tuple(row for roadmap in asked for row in year_rows(roadmap, horizon)))


def query(asked: Asked) -> types.Query:
    """A question as the answer echoes it."""
    return types.Query(text=asked.text, start=asked.start, end=asked.end)


def brief(phase: Phase) -> types.PhaseBrief:
    """A phase without its goals and sources."""
    return types.PhaseBrief(number=phase.number, id=phase.id, name=phase.name, start=phase.start, end=phase.end)


def warnings(found: Iterable[Conflict], several: Model | None = None) -> tuple[types.Warning, ...]:
    """Conflicts as warnings. Those of several roadmaps, looked up in the model, begin with their roadmap's name."""
    listed = []
    for each in found:
        said = each.message
        if several is not None:
            said = message("warning.named", roadmap=find_roadmap(several, each.roadmap).name, said=said)
        listed.append(types.Warning(code=each.kind, phases=each.phases, message=said))
    return tuple(listed)


def _overlaps_in(roadmap: Roadmap, start: int, end: int) -> tuple[Overlap, ...]:
    """The overlaps that touch these years, not cut to them."""
    return tuple(overlap for overlap in overlaps(roadmap) if touches(overlap, start, end))


def _conflicts_in(model: Model, roadmap: Roadmap, start: int, end: int) -> tuple[Conflict, ...]:
    """The conflicts of a roadmap that dispute one of these years."""
    found = conflicts_in(model, roadmap)
    return tuple(each for each in found if any(touches(period, start, end) for period in each.disputed))


def _concerning(model: Model, roadmap: Roadmap, numbers: set[int]) -> tuple[Conflict, ...]:
    """The conflicts of a roadmap that concern one of these phases."""
    return tuple(conflict for conflict in conflicts_in(model, roadmap) if numbers & set(conflict.phases))


def _outside(roadmap: Roadmap, asked: Asked) -> tuple[types.Warning, ...]:
    """The warning that no phase covers the question, with the nearest phase, or those of a part before or after all."""
    start, end = asked.start.year, asked.end.year
    if not phases_in(roadmap, start, end):
        # Of phases that are equally near, the one that starts last.
        near = min(roadmap.phases, key=lambda each: (max(each.start - end, start - last(each)), -each.start))
        words = {"unit": roadmap.unit, "number": near.number, "name": near.name, "years": years(near)}
        text = message("warning.outside", asked=days(asked.start, asked.end), **words)
        return (types.Warning(code="outside", phases=(near.number,), message=text),)
    parts = []
    first = min(each.start for each in roadmap.phases)
    if start < first:
        parts.append(days(asked.start, dt.date(first - 1, 12, 31)))
    if end > last(roadmap):
        parts.append(days(dt.date(last(roadmap) + 1, 1, 1), asked.end))
    said = [message("warning.partly-outside", part=part, unit=roadmap.unit) for part in parts]
    return tuple(types.Warning(code="partly-outside", phases=(), message=each) for each in said)


def roadmap_row(model: Model, roadmap: Roadmap) -> types.RoadmapRow:
    """A roadmap in brief."""
    return types.RoadmapRow(
        id=roadmap.id,
        name=roadmap.name,
        unit=roadmap.unit,
        issuer=roadmap.issuer,
        stated=roadmap.stated,
        follows=roadmap.follows,
        start=roadmap.start,
        end=roadmap.end,
        phases=len(roadmap.phases),
        conflicts=len(conflicts_in(model, roadmap)),
        sources=roadmap.sources,
        note=roadmap.note,
    )
