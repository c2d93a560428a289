"""The JSON Schema of every answer and of the data file, derived from the types themselves."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from iknctl.answers import move, types
from iknctl.model import Model, PartialDate, Year

SHAPES: Mapping[str, type[msgspec.Struct]] = {
    "phase": types.PhaseAnswer,
    "compare": types.CompareAnswer,
    "phases": types.PhasesAnswer,
    "show": types.ShowAnswer,
    "goals": types.GoalsAnswer,
    "timeline": move.TimelineAnswer,
    "years": types.YearsAnswer,
    "roadmaps": types.RoadmapsAnswer,
    "about": move.AboutAnswer,
    "milestones": move.MilestonesAnswer,
    "conflicts": types.ConflictsAnswer,
    "sources": types.SourcesAnswer,
    "check": move.CheckAnswer,
    "annotate": types.AnnotatedRecord,
    "error": types.ErrorAnswer,
    "data": Model,
}
"""What `schema` can describe: what each command writes, the error that may stand in its place, and the data file."""


def schema(name: str | None = None) -> dict[str, Any]:
    """The schema of one shape or, without a name, of whatever --json may write: one of the answers or the error."""
    shapes = [SHAPES[name]] if name else [each for each in SHAPES.values() if issubclass(each, types.Answer)]
    references, parts = msgspec.json.schema_components(shapes, ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:iknctl:{name or 'any'}:1"}
    head["title"] = f"iknctl {name or ''}".rstrip()
    if name == "data":
        return {**head, **references[0], "$defs": _with_bare_years(parts)}
    # Answers are written whole, with the defaults of the data file too, and later ones may hold more.
    for part in parts.values():
        part.pop("additionalProperties", None)
        part["required"] = list(part["properties"])
        for field in part["properties"].values():
            field.pop("default", None)
    return {**head, **(references[0] if name else {"anyOf": list(references)}), "$defs": parts}


def _with_bare_years(parts: dict[str, Any]) -> Any:
    """The parts of the data file with a number allowed for a date of which only the year is known."""
    year, pattern = msgspec.json.schema(Year), msgspec.json.schema(PartialDate)["pattern"]
    return json.loads(
        json.dumps(parts),
        object_hook=lambda node: {"anyOf": [node, year]} if node.get("pattern") == pattern else node,
    )
