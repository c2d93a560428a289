"""From the model and a question to an answer: one function a command, all pure."""

import datetime as dt
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
    touched = [conflict for conflict in conflicts_in(model, roadmap) if _disputed_in(conflict, start, end)]
    return types.PhaseAnswer(
        query=query(asked),
        as_of=today if asked.relative else None,
        roadmap=roadmap.id,
        phases=found,
        overlaps=tuple(overlap for overlap in overlaps(roadmap) if touches(overlap, start, end)),
        neighbours=types.Neighbours(
            previous=None if before is None else before.number,
            next=None if after is None else after.number,
        ),
        position=tuple(
            types.Position(
                phase=each.number,
                year=start - each.start + 1,
                of=None if each.end is None else each.end - each.start + 1,
            )
            for each in found
            if touches(each, start, start)
        ),
        next_start=None if after is None else dt.date(after.start, 1, 1),
        warnings=(*_outside(roadmap, found, asked), *warnings(touched)),
    )


def compare(model: Model, asked: Asked, today: dt.date) -> types.CompareAnswer:
    """What every roadmap says of the same days; a roadmap without a phase then has an empty list."""
    start, end = asked.start.year, asked.end.year
    touched = (
        conflict
        for roadmap in model.roadmaps
        for conflict in conflicts_in(model, roadmap)
        if _disputed_in(conflict, start, end)
    )
    return types.CompareAnswer(
        query=query(asked),
        as_of=today if asked.relative else None,
        answers=tuple(
            types.RoadmapOnDate(
                roadmap=roadmap.id,
                name=roadmap.name,
                unit=roadmap.unit,
                phases=tuple(map(brief, phases_in(roadmap, start, end))),
                overlaps=tuple(overlap for overlap in overlaps(roadmap) if touches(overlap, start, end)),
            )
            for roadmap in model.roadmaps
        ),
        warnings=warnings(touched, model),
    )


def phases(model: Model, roadmap: Roadmap) -> types.PhasesAnswer:
    """Every phase of a roadmap, with all that contradicts it."""
    return types.PhasesAnswer(
        roadmap=roadmap.id,
        phases=roadmap.phases,
        overlaps=overlaps(roadmap),
        gaps=tuple(gap.years for gap in gaps(roadmap)),
        warnings=warnings(conflicts_in(model, roadmap)),
    )


def show(model: Model, roadmap: Roadmap, wanted: Phase) -> types.ShowAnswer:
    """One phase, with the overlaps and conflicts that concern it."""
    concerned = concerning(conflicts_in(model, roadmap), {wanted.number})
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
        found += (
            types.FoundGoal(roadmap=roadmap.id, phase=each.phase, overlap=each.phase in sharing, **asdict(each.goal))
            for each in here
        )
        shared += touched
        flagged += (each for each in concerning(conflicts_in(model, roadmap), numbers) if each.kind == "overlap")
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
    return types.RoadmapsAnswer(
        default=model.default_roadmap,
        roadmaps=tuple(roadmap_row(model, roadmap) for roadmap in (model.roadmaps if wanted is None else (wanted,))),
    )


def conflicts(model: Model, asked: Iterable[Roadmap]) -> types.ConflictsAnswer:
    """Every contradiction of these roadmaps."""
    return types.ConflictsAnswer(
        conflicts=tuple(conflict for roadmap in asked for conflict in conflicts_in(model, roadmap))
    )


def sources(model: Model, roadmap: Roadmap | None = None, wanted: str | None = None) -> types.SourcesAnswer:
    """The sources that a roadmap cites or, without one, all of the file; `wanted` leaves one of them.

    `cited_by` counts the claims of the roadmap or, without one, of the whole file.
    """
    counts: dict[str, int] = {}
    for cited in citations(model if roadmap is None else roadmap):
        counts[cited] = counts.get(cited, 0) + 1
    return types.SourcesAnswer(
        sources=tuple(
            types.CitedSource(
                **asdict(source),
                cited_by=counts.get(source.id, 0),
            )
            for source in model.sources
            if (wanted is None and (roadmap is None or source.id in counts)) or source.id == wanted
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


def _disputed_in(conflict: Conflict, start: int, end: int) -> bool:
    return any(touches(period, start, end) for period in conflict.disputed)


def concerning(found: Iterable[Conflict], numbers: set[int]) -> tuple[Conflict, ...]:
    return tuple(conflict for conflict in found if numbers & set(conflict.phases))


def warnings(found: Iterable[Conflict], several: Model | None = None) -> tuple[types.Warning, ...]:
    """The conflicts as warnings. Where those of several roadmaps stand together, each begins with its roadmap's name,
    looked up in the model `several`."""
    return tuple(
        types.Warning(
            code=each.kind,
            phases=each.phases,
            message=each.message
            if several is None
            else message("warning.named", roadmap=find_roadmap(several, each.roadmap).name, said=each.message),
        )
        for each in found
    )


def _outside(roadmap: Roadmap, found: tuple[Phase, ...], asked: Asked) -> tuple[types.Warning, ...]:
    if not found:
        near = _nearest(roadmap, asked.start.year, asked.end.year)
        words = {"number": near.number, "name": near.name, "years": years(near)}
        said = message("warning.outside", asked=days(asked.start, asked.end), unit=roadmap.unit, **words)
        return (types.Warning(code="outside", phases=(near.number,), message=said),)
    parts = []
    first = min(each.start for each in roadmap.phases)
    if asked.start.year < first:
        parts.append(days(asked.start, dt.date(first - 1, 12, 31)))
    if asked.end.year > last(roadmap):
        parts.append(days(dt.date(last(roadmap) + 1, 1, 1), asked.end))
    return tuple(
        types.Warning(
            code="partly-outside",
            phases=(),
            message=message("warning.partly-outside", part=part, unit=roadmap.unit),
        )
        for part in parts
    )


def _nearest(roadmap: Roadmap, start: int, end: int) -> Phase:
    return min(roadmap.phases, key=lambda each: (max(each.start - end, start - last(each)), -each.start))


def roadmap_row(model: Model, roadmap: Roadmap) -> types.RoadmapRow:
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
