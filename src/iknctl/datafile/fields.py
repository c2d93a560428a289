"""Read the nodes of a data file as the types of the model, which are the only description of what it may hold."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import yaml
from msgspec import Struct, inspect

from iknctl.datafile.finding import Findings
from iknctl.datafile.yaml import REFUSED, kind
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
    part = _value(root, _MODEL, findings)
    return part if isinstance(part, Part) else None


def built(value: Any) -> Any:
    """A part without errors, and all that it holds, as the facts that they stand for."""
    if isinstance(value, Part):
        return value.cls(**{name: built(held) for name, held in value.values.items()})
    return tuple(map(built, value)) if isinstance(value, tuple) else value


def texts(part: Part) -> Iterator[yaml.ScalarNode]:
    """The scalars of a part that are read as texts for people."""
    for name in part.values:
        wanted, node = _fields(part.cls)[name][0], part.nodes[name]
        is_list = wanted.kind == "list" and _wanted(wanted.type.item_type).refusal == "empty-text"
        nodes = node.value if is_list else [node] if wanted.refusal == "empty-text" else []
        yield from (each for each in nodes if isinstance(each, yaml.ScalarNode))


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


_MODEL = _wanted(inspect.type_info(Model))


@cache
def _fields(cls: type[Fact]) -> Mapping[str, tuple[_Wanted, bool]]:
    """What each field of a fact asks for, and whether it is required."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    return {field.name: (_wanted(field.type), field.required) for field in info.fields}


def _value(node: yaml.Node, wanted: _Wanted, findings: Findings, *, required: bool = True) -> Any:
    """The value of a node, or UNSOUND once a finding is added."""
    if node.tag == REFUSED:
        return UNSOUND
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, wanted, findings, required=required)
    if isinstance(node, yaml.MappingNode) and wanted.kind in ("mapping", "words"):
        return _part(node, wanted.type.cls, findings)
    if not (isinstance(node, yaml.SequenceNode) and wanted.kind == "list"):
        found = "list" if isinstance(node, yaml.SequenceNode) else "mapping"
        findings.add(node.start_mark, "wrong-type", expected=_noun(wanted.kind), found=_noun(found))
    elif len(node.value) > (wanted.type.max_length or len(node.value)):
        findings.add(node.start_mark, "long-list", most=wanted.type.max_length)
    elif len(node.value) < (wanted.type.min_length or 0):
        findings.add(node.start_mark, wanted.refusal or "empty-list")
    else:
        item = _wanted(wanted.type.item_type)
        return tuple(_value(each, item, findings) for each in node.value)
    return UNSOUND


def _part(node: yaml.MappingNode, cls: type[Fact], findings: Findings) -> Part:
    fields, noun = _fields(cls), message(f"finding.part.{cls.__name__.lower()}")
    nodes = {key.value: value for key, value in node.value if key.value in fields}
    for key, value in node.value:
        if _glued(key.value, fields):
            findings.add(key.start_mark, "unknown-key", hint="not-yaml.key", value=key.value, part=noun)
        elif key.value not in fields:
            close = findings.misspelt(key.start_mark, "unknown-key", key.value, fields, part=noun)
            if close:  # it counts as the field that is meant
                nodes.setdefault(close, value)
    values = {}
    for name, (wanted, required) in fields.items():
        if name in nodes:
            value = _value(nodes[name], wanted, findings, required=required)
            if value is not UNSOUND:
                values[name] = value
        elif required:
            key = "missing-source" if wanted.refusal == "missing-source" else "missing-key"
            findings.add(node.start_mark, f"missing-language.{name}" if cls is Text else key, name=name, part=noun)
    return Part(cls, node, values, nodes)


def _scalar(node: yaml.ScalarNode, wanted: _Wanted, findings: Findings, *, required: bool) -> Any:
    text, found = node.value, kind(node)
    if found == "null" and wanted.nullable:
        return None
    if wanted.kind == "truth" and not node.style and text in ("true", "false"):
        return text == "true"
    params = {"value": text, "number": _digits(text), "known": tuple(map(str, getattr(wanted.type, "values", ())))}
    is_year = found == "number" and wanted.refusal.startswith("invalid-date")  # a year alone is written plain
    if found == wanted.kind == "number" or (wanted.kind == "text" and (found == "text" or is_year)):
        value = _trimmed(text, wanted) if wanted.kind == "text" else int(text)
        if _fits(value, wanted):
            return value
        if wanted.refusal == "invalid-choice":
            findings.misspelt(node.start_mark, "invalid-choice", text, params["known"])
        else:
            is_long = wanted.refusal == "empty-text" and value
            findings.add(node.start_mark, "long-text" if is_long else wanted.refusal, **params)
    elif found == "null" and wanted.refusal == "missing-source":
        findings.add(node.start_mark, "missing-source")
    else:
        is_scalar = wanted.kind in ("text", "number", "truth")
        is_null = found in ("null", "ambiguous-value.null")
        own = "." in found and (is_scalar or (is_null and wanted.nullable))
        key = "empty-value" if found == "empty" else found if own else "wrong-type"
        params |= {
            "expected": _noun(wanted.kind),
            "found": _noun("null" if is_null else "number" if found == "number" else "text"),
        }
        findings.add(node.start_mark, key, hint=_advice(text, found, wanted, required=required), **params)
    return UNSOUND


def _advice(text: str, found: str, wanted: _Wanted, *, required: bool) -> str:
    """The key of the hint for a value of another kind: what to write so that, if possible, nothing else is wrong."""
    fits = wanted.kind == "text" and text != "" and _fits(_trimmed(text, wanted), wanted)
    is_nothing = found in ("empty", "null", "ambiguous-value.null")
    if wanted.nullable and is_nothing:
        return "ambiguous-value.null" if fits else "empty-value.null"
    match wanted.kind:
        case "truth":
            return "wrong-type.truth"
        case "words" | "mapping" if _glued(text, _fields(wanted.type.cls)):
            return "not-yaml.key"
        case "words" | "mapping":
            return "wrong-type.languages" if wanted.kind == "words" and not is_nothing else ""
        case "list" if is_nothing:
            return "" if required else "wrong-type.empty-list"
        case "list":
            item = _wanted(wanted.type.item_type)
            return "wrong-type.brackets" if item.kind == "text" and _fits(_trimmed(text, item), item) else ""
        case _ if found == "null":
            return ""
        case "number":
            digits, is_literal = _digits(text), isinstance(wanted.type, inspect.LiteralType)
            if digits and (is_literal or _fits(int(digits), wanted)):
                return "wrong-type.unquote"
            return "" if is_literal else wanted.refusal
    return "wrong-type.quote" if fits else wanted.refusal


def _glued(text: str, fields: Mapping[str, Any]) -> bool:
    """Whether it is a key and its value with no space after the colon: `publisher:Arsip`."""
    key, colon, _ = text.partition(":")
    return colon != "" and key in fields


def _digits(text: str) -> str:
    """The whole number that a text such as `01`, `+7` or `2030.0` stands for, as the format writes it, if it is one."""
    found = re.fullmatch(r"\+?0*([0-9]{1,4})(\.0*)?", text.strip().replace("_", ""), re.ASCII)
    return found[1] if found else ""


def _trimmed(text: str, wanted: _Wanted) -> str:
    return re.sub("[ \t\n]+", " ", text).strip(" ") if wanted.refusal == "empty-text" else text


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


def _noun(kind_: str) -> Text:
    return message(f"finding.kind.{kind_}")
