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
        for shape in described["$defs"].values():
            _always_whole(shape)
    return {"$schema": _DIALECT, "$id": f"urn:iknctl:{name}:1", "title": f"iknctl {name}", **described}


def schema_of_any() -> dict[str, Any]:
    """The schema of whatever a command may write with --json: one of the answers or the error."""
    names = [name for name in SHAPES if name not in ("annotate", "data")]
    (schemas, definitions) = msgspec.json.schema_components(
        [SHAPES[name] for name in names], ref_template="#/$defs/{name}"
    )
    for shape in definitions.values():
        _always_whole(shape)
    return {
        "$schema": _DIALECT,
        "$id": "urn:iknctl:any:1",
        "title": "iknctl",
        "anyOf": list(schemas),
        "$defs": definitions,
    }


def _with_bare_years(node: Any) -> Any:
    """What an editor sees of the data file: there, a date of which only the year is known may be a number."""
    if isinstance(node, list):
        return [_with_bare_years(each) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("pattern") == msgspec.json.schema(PartialDate)["pattern"]:
        return {"anyOf": [node, msgspec.json.schema(Year)]}
    return {key: _with_bare_years(value) for key, value in node.items()}


def _always_whole(shape: dict[str, Any]) -> None:
    """What an answer borrows from the model has defaults there, but is written out whole; fields may yet be added."""
    shape.pop("additionalProperties", None)
    if "properties" in shape:
        shape["required"] = list(shape["properties"])
        for field in shape["properties"].values():
            field.pop("default", None)
