"""The JSON Schema of every answer and of the data file, derived from the types themselves."""

from collections.abc import Mapping
from typing import Any

import msgspec

from iknctl.answers import move, types
from iknctl.answers.check import CheckAnswer
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
    "check": CheckAnswer,
    "annotate": types.AnnotatedRecord,
    "error": types.ErrorAnswer,
    "data": Model,
}
"""What `schema` can describe: what each command writes, the error that may stand in its place, and the data file."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    """The schema of one shape. In an answer every field is always there; in the data file many may be left out."""
    described = msgspec.json.schema(SHAPES[name])
    if name == "data":
        described = _with_bare_years(described)
    else:
        _require_all(described["$defs"])
    return {"$schema": _DIALECT, "$id": f"urn:iknctl:{name}:1", "title": f"iknctl {name}", **described}


def schema_of_any() -> dict[str, Any]:
    """The schema of whatever a command may write with --json: one of the answers or the error."""
    answers = [shape for name, shape in SHAPES.items() if name not in ("annotate", "data")]
    schemas, definitions = msgspec.json.schema_components(answers, ref_template="#/$defs/{name}")
    _require_all(definitions)
    head = {"$schema": _DIALECT, "$id": "urn:iknctl:any:1", "title": "iknctl"}
    return {**head, "anyOf": list(schemas), "$defs": definitions}


def _require_all(definitions: dict[str, Any]) -> None:
    """Make every field required: answers are written whole, the defaults of the data file too. Others may be added."""
    for shape in definitions.values():
        shape.pop("additionalProperties", None)
        if "properties" in shape:
            shape["required"] = list(shape["properties"])
            for field in shape["properties"].values():
                field.pop("default", None)


def _with_bare_years(node: Any) -> Any:
    """The schema of the data file with a number allowed for a date of which only the year is known."""
    if isinstance(node, list):
        return [_with_bare_years(each) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("pattern") == msgspec.json.schema(PartialDate)["pattern"]:
        return {"anyOf": [node, msgspec.json.schema(Year)]}
    return {key: _with_bare_years(value) for key, value in node.items()}
