"""Answers as CSV and TSV: fixed columns, the same in every language, RFC 4180 quoting, UTF-8, lines that end in LF."""

import csv
import io
from typing import Any

from iknctl.answers import move, types
from iknctl.conflicts import Conflict
from iknctl.model import Phase

# Of each answer, the field that holds its rows, and what stands in the columns; `name.en` is in the column `name_en`.
_PHASES = "phases", "roadmap number id name.en name.id start end overlap overlaps_with goals sources"
_NAMES = "name.en name.id unit.en unit.id issuer.en issuer.id"
_PROMISE = "people.least people.most postpones to met"
_SIDES = " ".join(f"{side}.{name}" for side in ("one", "other") for name in "roadmap phase start end sources".split())
_TABLES = {
    types.PhaseAnswer: _PHASES,
    types.PhasesAnswer: _PHASES,
    types.CompareAnswer: ("answers", "roadmap name.en name.id phases phase_names_en phase_names_id overlap"),
    types.GoalsAnswer: ("goals", "roadmap phase overlap id text.en text.id terms sources"),
    types.RoadmapsAnswer: ("roadmaps", f"id default {_NAMES} stated follows start end phases conflicts sources"),
    move.MilestonesAnswer: ("milestones", f"id start end kind status {_PROMISE} text.en text.id sources"),
    types.ConflictsAnswer: ("conflicts", f"kind roadmap phases start end disputed {_SIDES} message.en message.id"),
    types.SourcesAnswer: ("sources", "id publisher title date url note.en note.id cited_by"),
    types.YearsAnswer: ("years", "roadmap year phase overlap"),
}


def render(answer: types.Answer, delimiter: str) -> bytes:
    """A header and a line for each row; lists are joined by `|`, and an unknown value is an empty cell."""
    field, columns = _TABLES[type(answer)]
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns.replace(".", "_").split())
    for row in getattr(answer, field):
        computed = _computed(answer, row)
        cells = []
        for column in columns.split():
            name, _, inner = column.partition(".")
            value = computed[name] if name in computed else getattr(row, name)
            cells.append(_cell(getattr(value, inner, None) if inner else value))
        writer.writerow(cells)
    return written.getvalue().encode()


def _computed(answer: Any, row: object) -> dict[str, object]:
    """The columns that are no field of a row, or hold less than the field of that name."""
    match row:
        case Phase():
            others = [sum(pair.phases) - row.number for pair in answer.overlaps if row.number in pair.phases]
            found = {"roadmap": answer.roadmap, "overlap": bool(others), "overlaps_with": others}
            return found | {"goals": [goal.id for goal in row.goals]}
        case types.RoadmapOnDate():
            names = {f"phase_names_{lang}": [getattr(each.name, lang) for each in row.phases] for lang in ("en", "id")}
            return names | {"phases": [phase.number for phase in row.phases], "overlap": bool(row.overlaps)}
        case types.RoadmapRow():
            return {"default": row.id == answer.default, "follows": row.follows and row.follows.roadmap}
        case move.MilestoneRow():
            return {"met": row.outcome and row.outcome.met}
        case Conflict():
            disputed = [f"{each.start}-{each.end or ''}" for each in row.disputed]
            return {"one": row.sides[0], "other": row.sides[1], "disputed": disputed}
    return {}


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "|".join(map(_cell, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
