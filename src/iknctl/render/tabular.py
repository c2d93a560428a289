"""From an answer to rows with fixed column names, the same in every language: what CSV and TSV hold."""

from collections.abc import Callable, Iterator
from typing import Any

from iknctl.answers import types

Cell = str | int | bool | None
Row = dict[str, Cell]


def rows(report: types.Answer) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The column names, and a row by column name for each thing that the answer lists."""
    columns, of = _TABLES[type(report)]
    return columns, of(report)


def joined(items: tuple[object, ...]) -> str:
    """A list in one cell."""
    return "|".join(str(item) for item in items)


def _phases(report: types.PhaseAnswer | types.PhasesAnswer) -> Iterator[Row]:
    for phase in report.phases:
        shared = tuple(
            other
            for overlap in report.overlaps
            if phase.number in overlap.phases
            for other in overlap.phases
            if other != phase.number
        )
        yield {
            "roadmap": report.roadmap,
            "number": phase.number,
            "id": phase.id,
            "name_en": phase.name.en,
            "name_id": phase.name.id,
            "start": phase.start,
            "end": phase.end,
            "overlap": bool(shared),
            "overlaps_with": joined(shared),
            "goals": joined(tuple(goal.id for goal in phase.goals)),
            "sources": joined(phase.sources),
        }


def _goals(report: types.GoalsAnswer) -> Iterator[Row]:
    shared = {number for overlap in report.overlaps for number in overlap.phases}
    for goal in report.goals:
        yield {
            "roadmap": report.roadmap,
            "phase": goal.phase,
            "overlap": goal.phase in shared,
            "id": goal.id,
            "text_en": goal.text.en,
            "text_id": goal.text.id,
            "terms": joined(goal.terms),
            "sources": joined(goal.sources),
        }


def _roadmaps(report: types.RoadmapsAnswer) -> Iterator[Row]:
    for row in report.roadmaps:
        yield {
            "id": row.id,
            "default": row.id == report.default,
            "name_en": row.name.en,
            "name_id": row.name.id,
            "unit_en": row.unit.en,
            "unit_id": row.unit.id,
            "issuer_en": row.issuer.en,
            "issuer_id": row.issuer.id,
            "stated": row.stated,
            "follows": None if row.follows is None else row.follows.roadmap,
            "start": row.start,
            "end": row.end,
            "phases": row.phases,
            "conflicts": row.conflicts,
            "sources": joined(row.sources),
        }


def _conflicts(report: types.ConflictsAnswer) -> Iterator[Row]:
    for conflict in report.conflicts:
        one, other = conflict.sides
        yield {
            "kind": conflict.kind,
            "roadmap": conflict.roadmap,
            "phases": joined(conflict.phases),
            "start": conflict.start,
            "end": conflict.end,
            "disputed": joined(tuple(f"{each.start}-{each.end or ''}" for each in conflict.disputed)),
            "one_roadmap": one.roadmap,
            "one_phase": one.phase,
            "one_start": one.start,
            "one_end": one.end,
            "one_sources": joined(one.sources),
            "other_roadmap": other.roadmap,
            "other_phase": other.phase,
            "other_start": other.start,
            "other_end": other.end,
            "other_sources": joined(other.sources),
            "message_en": conflict.message.en,
            "message_id": conflict.message.id,
        }


def _sources(report: types.SourcesAnswer) -> Iterator[Row]:
    for source in report.sources:
        yield {
            "id": source.id,
            "publisher": source.publisher,
            "title": source.title,
            "date": source.date,
            "url": source.url,
            "note_en": None if source.note is None else source.note.en,
            "note_id": None if source.note is None else source.note.id,
            "cited_by": source.cited_by,
        }


def _years(report: types.YearsAnswer) -> Iterator[Row]:
    for row in report.years:
        yield {"roadmap": row.roadmap, "year": row.year, "phase": row.phase, "overlap": row.overlap}


_PHASE_COLUMNS = tuple("roadmap number id name_en name_id start end overlap overlaps_with goals sources".split())
_SIDE_COLUMNS = tuple(
    f"{side}_{name}" for side in ("one", "other") for name in "roadmap phase start end sources".split()
)

_TABLES: dict[type[types.Answer], tuple[tuple[str, ...], Callable[[Any], Iterator[Row]]]] = {
    types.PhaseAnswer: (_PHASE_COLUMNS, _phases),
    types.PhasesAnswer: (_PHASE_COLUMNS, _phases),
    types.GoalsAnswer: (tuple("roadmap phase overlap id text_en text_id terms sources".split()), _goals),
    types.RoadmapsAnswer: (
        tuple(
            "id default name_en name_id unit_en unit_id issuer_en issuer_id stated follows start end phases conflicts "
            "sources".split()
        ),
        _roadmaps,
    ),
    types.ConflictsAnswer: (
        (*"kind roadmap phases start end disputed".split(), *_SIDE_COLUMNS, "message_en", "message_id"),
        _conflicts,
    ),
    types.SourcesAnswer: (tuple("id publisher title date url note_en note_id cited_by".split()), _sources),
    types.YearsAnswer: (tuple("roadmap year phase overlap".split()), _years),
}
