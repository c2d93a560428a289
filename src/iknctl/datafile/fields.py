"""Read the nodes of a data file as the types of the model, which are the only description of what it may hold."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import yaml
from msgspec import Struct, inspect

from iknctl.datafile.finding import Findings
from iknctl.datafile.yaml import CUT, REFUSED, kind
from iknctl.messages import message
from iknctl.model import Fact, Model, Text

UNSOUND: Any = object()
"""What stands for a refused value; in a list it keeps the places of the others."""

_KINDS: dict[Any, str] = {
    inspect.StrType: "text",
    inspect.IntType: "number",
    inspect.BoolType: "truth",
    inspect.VarTupleType: "list",
    inspect.StructType: "mapping",
}
_URL = re.compile(r"""https?://[\w-]+(\.[\w-]+)+(:[0-9]{1,5})?([/?#][^\s<>"\\^`{|}]*)?""")


class Part(Struct, frozen=True):
    """As much of one fact as is sound, and the nodes of its fields."""

    cls: type[Fact]
    node: yaml.MappingNode
    values: Mapping[str, Any]
    nodes: Mapping[str, Any]


class _Wanted(NamedTuple):
    """What the type of a field asks for."""

    type: Any  # of msgspec.inspect, without what wraps it
    kind: str  # text, number, truth, list, mapping or, for a text in both languages, words
    nullable: bool
    refusal: str  # the key of the finding about a value of this kind that does not fit


def read_model(root: yaml.Node, findings: Findings) -> Part | None:
    """The part that is the whole model, None when the root is no mapping."""
    part = _value(root, _wanted(inspect.type_info(Model)), findings)
    return part if isinstance(part, Part) else None


def built(value: Any) -> Any:
    """A part without errors, and all that it holds, as the facts that they stand for."""
    if isinstance(value, Part):
        return value.cls(**{name: built(held) for name, held in value.values.items()})
    return tuple(map(built, value)) if isinstance(value, tuple) else value


def _wanted(type_: Any) -> _Wanted:
    nullable, refusal = False, ""
    while isinstance(type_, inspect.Metadata | inspect.UnionType):
        if isinstance(type_, inspect.Metadata):
            refusal = (type_.extra or {}).get("refusal", refusal)
            type_ = type_.type
        else:
            nullable = True
            (type_,) = (each for each in type_.types if not isinstance(each, inspect.NoneType))
    if isinstance(type_, inspect.LiteralType):
        of_text = isinstance(type_.values[0], str)
        return _Wanted(type_, "text" if of_text else "number", nullable, refusal or "invalid-choice")
    is_text = isinstance(type_, inspect.StructType) and type_.cls is Text
    return _Wanted(type_, "words" if is_text else _KINDS[type(type_)], nullable, refusal)


@cache
def _fields(cls: type[Fact]) -> Mapping[str, tuple[_Wanted, bool]]:
    """What each field of a fact asks for, and whether it is required."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    return {field.name: (_wanted(field.type), field.required) for field in info.fields}


def _value(node: yaml.Node, wanted: _Wanted, findings: Findings) -> Any:
    """The value of a node, or UNSOUND once a finding is added."""
    if node.tag == REFUSED:
        return UNSOUND
    if isinstance(node, yaml.MappingNode) and wanted.kind in ("mapping", "words"):
        return _part(node, wanted.type.cls, findings)
    if isinstance(node, yaml.SequenceNode) and wanted.kind == "list":
        limits, count = wanted.type, len(node.value)
        if (limits.min_length or 0) <= count <= (limits.max_length or count):
            item = _wanted(limits.item_type)
            return tuple(_value(each, item, findings) for each in node.value)
        findings.add(node.start_mark, "long-list" if count else wanted.refusal or "empty-list", most=limits.max_length)
        return UNSOUND
    value = _scalar(node, wanted)
    if value is UNSOUND:
        _refuse(node, wanted, findings)
    elif node.tag == CUT and wanted.refusal == "empty-text":
        findings.cut_texts.append(node.start_mark)
    return value


def _part(node: yaml.MappingNode, cls: type[Fact], findings: Findings) -> Part:
    fields, noun = _fields(cls), message(f"finding.part.{cls.__name__.lower()}")
    nodes = {key.value: value for key, value in node.value if key.value in fields}
    for key, value in node.value:
        if _is_glued(key.value, fields):
            findings.add(key.start_mark, "unknown-key", hint="wrong-type.colon", value=key.value, part=noun)
        elif key.value not in fields:
            close = findings.misspelt(key.start_mark, "unknown-key", key.value, fields, part=noun)
            nodes.setdefault(close or "", value)  # it counts as the field that is meant
    values = {}
    for name, (wanted, required) in fields.items():
        if name in nodes:
            value = _value(nodes[name], wanted, findings)
            if value is not UNSOUND:
                values[name] = value
        elif required:
            key = "missing-source" if wanted.refusal == "missing-source" else "missing-key"
            findings.add(node.start_mark, f"missing-language.{name}" if cls is Text else key, name=name, part=noun)
    return Part(cls, node, values, nodes)


def _scalar(node: yaml.Node, wanted: _Wanted) -> Any:
    """The value of a node, or UNSOUND where it is no scalar that the field takes."""
    if kind(node) == "null" and wanted.nullable:
        return None
    if not isinstance(node, yaml.ScalarNode):
        return UNSOUND
    if wanted.kind == "truth" and not node.style and node.value in ("true", "false"):
        return node.value == "true"
    if not _is_kind(node, wanted):
        return UNSOUND
    value: Any = int(node.value) if wanted.kind == "number" else node.value
    if wanted.refusal == "empty-text":
        value = re.sub("[ \t\n]+", " ", value).strip(" ")
    return value if _fits(value, wanted) else UNSOUND


def _is_kind(node: yaml.Node, wanted: _Wanted) -> bool:
    is_year = wanted.refusal.startswith("invalid-date") and kind(node) == "number"  # a year alone is written plain
    return kind(node) == wanted.kind or is_year


def _fits(value: Any, wanted: _Wanted) -> bool:
    """Whether a value of the right kind keeps to the limits of its type, and is in the calendar or an address."""
    of = wanted.type
    if isinstance(of, inspect.LiteralType):
        return value in of.values
    if wanted.kind == "number":
        return bool(of.ge <= value <= of.le)
    if not (of.min_length or 0) <= len(value) <= (of.max_length or len(value)):
        return False
    if of.pattern and not re.fullmatch(of.pattern, value):
        return False
    if wanted.refusal.startswith("invalid-date"):
        try:
            date.fromisoformat(value + "-01-01"[len(value) - len("YYYY") :])  # the first day of a month or year
        except ValueError:
            return False
    return wanted.refusal != "invalid-url" or _URL.fullmatch(value) is not None


def _refuse(node: yaml.Node, wanted: _Wanted, findings: Findings) -> None:
    """Add why a field does not take a node and, if there is one, a way to write it that it takes."""
    found, text = kind(node), node.value if isinstance(node, yaml.ScalarNode) else ""
    known = tuple(map(str, getattr(wanted.type, "values", ())))
    if _is_kind(node, wanted):
        if wanted.refusal == "invalid-choice":
            findings.misspelt(node.start_mark, "invalid-choice", text, known)
        else:
            is_long = wanted.refusal == "empty-text" and text.strip(" \t\n")
            findings.add(node.start_mark, "long-text" if is_long else wanted.refusal, value=text)
        return
    is_null = found in ("null", "ambiguous-value.null")
    is_nothing, is_list = is_null or found == "empty", wanted.kind == "list"
    is_scalar = wanted.kind in ("text", "number", "truth")
    digits = re.fullmatch(r"\+?0*([0-9]{1,4})(\.0*)?", text.strip().replace("_", ""), re.ASCII)
    number = digits[1] if digits else ""
    unquoted, quoted = yaml.ScalarNode("", number), yaml.ScalarNode("", text, style='"')
    ways = {  # each is offered only if it ends well
        "empty-value.null": wanted.nullable and is_nothing,
        "wrong-type.empty-list": is_list and is_nothing and not wanted.type.min_length,
        "wrong-type.unquote": wanted.kind == "number" and _scalar(unquoted, wanted) is not UNSOUND,
        "wrong-type.quote": found != "null" and text and _scalar(quoted, wanted) is not UNSOUND,
        "wrong-type.brackets": is_list and _scalar(node, _wanted(wanted.type.item_type)) is not UNSOUND,
        "wrong-type.colon": wanted.kind in ("mapping", "words") and _is_glued(text, _fields(wanted.type.cls)),
        "wrong-type.languages": wanted.kind == "words" and text and not is_null,
        "invalid-choice": known,
    }
    if found == "null" and wanted.refusal == "missing-source":
        key = "missing-source"
    elif found == "empty":
        key = "empty-value"
    else:
        key = found if "." in found and (is_scalar or (is_null and wanted.nullable)) else "wrong-type"
    findings.add(
        node.start_mark,
        key,
        hint=next((way for way, ends_well in ways.items() if ends_well), wanted.refusal or f"wrong-type.{wanted.kind}"),
        value=text,
        number=number,
        known=known,
        expected=message(f"finding.kind.{wanted.kind}"),
        found=message(f"finding.kind.{found}"),
    )


def _is_glued(text: str, fields: Mapping[str, Any]) -> bool:
    """Whether it is a key and its value with no space after the colon: `publisher:Arsip`."""
    key, colon, _ = text.partition(":")
    return colon != "" and key in fields
