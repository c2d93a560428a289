"""Answers as CSV and TSV: fixed columns, the same in every language, RFC 4180 quoting, UTF-8, lines that end in LF."""

import csv
import io
from typing import Any

from iknctl.answers import move, types
from iknctl.conflicts import Conflict
from iknctl.messages import LANGUAGES
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
        computed = _computed(answer, row)
        writer.writerow(_cell(computed[name] if name in computed else _stated(row, name)) for name in columns)
    return written.getvalue().encode()


def _stated(row: object, column: str) -> object:
    """A field of the row; `name_en` and `people_least` are of its fields `name` and `people`, which may be null."""
    if hasattr(row, column):
        return getattr(row, column)
    field, _, inner = column.rpartition("_")
    return getattr(getattr(row, field), inner, None)


def _computed(answer: Any, row: object) -> dict[str, object]:
    """The columns that are no field of a row, or hold less than the field of that name."""
    match row:
        case Phase():
            pairs = [pair.phases for pair in answer.overlaps if row.number in pair.phases]
            others = [sum(pair) - row.number for pair in pairs]
            goals = [goal.id for goal in row.goals]
            return {"roadmap": answer.roadmap, "overlap": bool(pairs), "overlaps_with": others, "goals": goals}
        case types.RoadmapOnDate():
            names = {f"phase_names_{lang}": [getattr(phase.name, lang) for phase in row.phases] for lang in LANGUAGES}
            return names | {"phases": [phase.number for phase in row.phases], "overlap": bool(row.overlaps)}
        case types.RoadmapRow():
            return {"default": row.id == answer.default, "follows": row.follows and row.follows.roadmap}
        case move.MilestoneRow():
            return {"met": row.outcome and row.outcome.met}
        case Conflict():
            sides = zip(("one", "other"), row.sides, strict=True)
            stated: dict[str, object] = {
                f"{name}_{field}": getattr(side, field) for name, side in sides for field in _SIDE
            }
            return stated | {"disputed": [f"{each.start}-{each.end or ''}" for each in row.disputed]}
    return {}


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "|".join(map(_cell, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
