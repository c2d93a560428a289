"""Answers as CSV and TSV: fixed columns, the same in every language, RFC 4180 quoting, UTF-8, lines that end in LF."""

import csv
import io
from collections.abc import Iterator

from iknctl.answers import move, types
from iknctl.conflicts import Conflict
from iknctl.model import Phase

# Of each answer, the field that holds its rows, and the columns of a row.
_SIDE = ("roadmap", "phase", "start", "end", "sources")
_SIDES = " ".join(f"{side}_{name}" for side in ("one", "other") for name in _SIDE)
_PHASES = "phases", "roadmap number id name_en name_id start end overlap overlaps_with goals sources"
_NAMES = "name_en name_id unit_en unit_id issuer_en issuer_id"
_PROMISE = "people_least people_most postpones to met"
_TABLES = {
    types.PhaseAnswer: _PHASES,
    types.PhasesAnswer: _PHASES,
    types.CompareAnswer: ("answers", "roadmap name_en name_id phases phase_names_en phase_names_id overlap"),
    types.GoalsAnswer: ("goals", "roadmap phase overlap id text_en text_id terms sources"),
    types.RoadmapsAnswer: ("roadmaps", f"id default {_NAMES} stated follows start end phases conflicts sources"),
    move.MilestonesAnswer: ("milestones", f"id start end kind status {_PROMISE} text_en text_id sources"),
    types.ConflictsAnswer: ("conflicts", f"kind roadmap phases start end disputed {_SIDES} message_en message_id"),
    types.SourcesAnswer: ("sources", "id publisher title date url note_en note_id cited_by"),
    types.YearsAnswer: ("years", "roadmap year phase overlap"),
}


def render(answer: types.Answer, delimiter: str) -> bytes:
    """A header and a line for each row; lists are joined by `|`, and an unknown value is an empty cell."""
    field, names = _TABLES[type(answer)]
    columns = names.split()
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for row in getattr(answer, field):
        computed = dict(_computed(answer, row))
        writer.writerow(_cell(computed[name] if name in computed else _stated(row, name)) for name in columns)
    return written.getvalue().encode()


def _stated(row: object, column: str) -> object:
    """A field of the row; for `name_en`, the English of its field `name`."""
    if hasattr(row, column):
        return getattr(row, column)
    field, _, lang = column.rpartition("_")
    return getattr(getattr(row, field), lang, None)


def _computed(answer: types.Answer, row: object) -> Iterator[tuple[str, object]]:
    """The columns that are no field of a row, or hold less than the field of that name."""
    match answer, row:
        case types.PhaseAnswer() | types.PhasesAnswer(), Phase():
            touching = [overlap.phases for overlap in answer.overlaps if row.number in overlap.phases]
            yield "roadmap", answer.roadmap
            yield "overlap", bool(touching)
            yield "overlaps_with", [number for both in touching for number in both if number != row.number]
            yield "goals", [goal.id for goal in row.goals]
        case _, types.RoadmapOnDate():
            yield "phases", [phase.number for phase in row.phases]
            yield "phase_names_en", [phase.name.en for phase in row.phases]
            yield "phase_names_id", [phase.name.id for phase in row.phases]
            yield "overlap", bool(row.overlaps)
        case types.RoadmapsAnswer(), types.RoadmapRow():
            yield "default", row.id == answer.default
            yield "follows", row.follows and row.follows.roadmap
        case _, move.MilestoneRow():
            yield "people_least", row.people and row.people.least
            yield "people_most", row.people and row.people.most
            yield "met", row.outcome and row.outcome.met
        case _, Conflict():
            yield "disputed", [f"{each.start}-{each.end or ''}" for each in row.disputed]
            for name, side in zip(("one", "other"), row.sides, strict=True):
                yield from ((f"{name}_{field}", getattr(side, field)) for field in _SIDE)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list() | tuple():
            return "|".join(map(_cell, value))
        case _:
            return str(value)
