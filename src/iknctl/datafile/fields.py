"""Read the nodes of a data file as the types of the model, which are the only description of what it may hold."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, get_args

import yaml
from msgspec import UNSET, ValidationError, convert, inspect, structs

from iknctl.datafile.finding import Findings
from iknctl.datafile.yaml import CUT, ODD_SPACE, REFUSED, kind
from iknctl.messages import message
from iknctl.model import Fact, Model, Text
from iknctl.periods import first_day

_KINDS: dict[Any, str] = {inspect.StrType: "text", inspect.IntType: "number", inspect.BoolType: "truth"}
_KINDS |= {inspect.VarTupleType: "list", inspect.StructType: "mapping"}
_URL = re.compile(r"""https?://[\w-]+(\.[\w-]+)+(:[0-9]{1,5})?([/?#][^\s<>"\\^`{|}]*)?""")


class Place(NamedTuple):
    """A fact as far as it is sound, and where it was read. What was refused or is missing is UNSET; a list, empty."""

    fact: Any
    node: yaml.MappingNode
    nodes: Mapping[str, Any]  # the values of its fields

    def at(self, name: str) -> Any:
        """The mark of the value of a field."""
        return self.nodes[name].start_mark


Places = dict[int, Place]  # by the `id()` of each fact, since two facts may be equal


class _Wanted(NamedTuple):
    """What the type of a field asks for."""

    type: Any  # as the model has it
    inner: Any  # the same of msgspec.inspect, without what wraps it
    kind: str  # text, number, truth, list, mapping or, for a text in both languages, words
    refusal: str  # the key of the finding about a value of this kind that does not fit
    item: Any  # what the type of a list asks of its items


def read_model(root: yaml.Node, places: Places, findings: Findings) -> Model | None:
    """The model as far as it is sound, None when the root is no mapping. All that it holds gets its place."""
    model = _value(root, _wanted(Model), places, findings)
    return model if isinstance(model, Model) else None


def _wanted(type_: Any) -> _Wanted:
    inner, refusal = inspect.type_info(type_), ""
    while isinstance(inner, inspect.Metadata | inspect.UnionType):
        if isinstance(inner, inspect.Metadata):
            refusal = refusal or (inner.extra or {}).get("refusal", "")
            inner = inner.type
        else:
            (inner,) = (each for each in inner.types if not isinstance(each, inspect.NoneType))
    if isinstance(inner, inspect.LiteralType):
        kind_ = "text" if isinstance(inner.values[0], str) else "number"
        return _Wanted(type_, inner, kind_, refusal or "invalid-choice", None)
    item = _wanted(get_args(get_args(type_)[0])[0]) if isinstance(inner, inspect.VarTupleType) else None
    return _Wanted(type_, inner, "words" if getattr(inner, "cls", None) is Text else _KINDS[type(inner)], refusal, item)


@cache
def _fields(cls: type[Fact]) -> Mapping[str, tuple[_Wanted, bool]]:
    """What each field of a fact asks for, and whether it is required."""
    return {field.name: (_wanted(field.type), field.required) for field in structs.fields(cls)}


def _value(node: yaml.Node, wanted: _Wanted, places: Places, findings: Findings) -> Any:
    """The value of a node, or UNSET once a finding is added. What is refused in a list is left out."""
    if node.tag == REFUSED:
        return UNSET
    if isinstance(node, yaml.MappingNode) and wanted.kind in ("mapping", "words"):
        return _fact(node, wanted.inner.cls, places, findings)
    if isinstance(node, yaml.SequenceNode) and wanted.kind == "list":
        limits, count = wanted.inner, len(node.value)
        if (limits.min_length or 0) <= count <= (limits.max_length or count):
            values = [_value(each, wanted.item, places, findings) for each in node.value]
            return tuple(value for value in values if value is not UNSET)
        findings.add(node.start_mark, "long-list" if count else wanted.refusal or "empty-list", most=limits.max_length)
        return UNSET
    value = _scalar(node, wanted)
    if value is UNSET:
        _refuse(node, wanted, findings)
    elif node.tag == CUT and wanted.refusal == "empty-text":
        findings.cut_texts.append(node.start_mark)
    return value


def _fact(node: yaml.MappingNode, cls: type[Fact], places: Places, findings: Findings) -> Fact:
    fields, noun = _fields(cls), message(f"finding.part.{cls.__name__.lower()}")
    nodes = {key.value: value for key, value in node.value if key.value in fields}
    for key, value in (pair for pair in node.value if pair[0].value not in fields):
        if key.value.partition(":")[0] in fields:
            findings.add(key.start_mark, "unknown-key", hint="wrong-type.colon", value=key.value, part=noun)
        elif close := findings.misspelt(key.start_mark, "unknown-key", key.value, fields, part=noun):
            nodes.setdefault(close, value)  # it counts as the field that is meant
    values: dict[str, Any] = {}
    for name, (wanted, required) in fields.items():
        value = UNSET
        if name in nodes:
            value = _value(nodes[name], wanted, places, findings)
        elif required:
            key = "missing-source" if wanted.refusal == "missing-source" else "missing-key"
            findings.add(node.start_mark, f"missing-language.{name}" if cls is Text else key, name=name, part=noun)
        if name in nodes or required:
            values[name] = () if value is UNSET and wanted.kind == "list" else value
    fact = cls(**values)
    places[id(fact)] = Place(fact, node, nodes)
    return fact


def _scalar(node: Any, wanted: _Wanted) -> Any:
    """The value of a node, or UNSET where it is no scalar that the field takes."""
    found, value = kind(node), node.value
    is_date = wanted.refusal.startswith("invalid-date")
    if found == "null":
        value = None
    elif found == "number" and not is_date:  # a year alone is written plain
        value = int(value)
    elif wanted.kind == "truth" and found == "ambiguous-value.word" and value in ("true", "false"):
        value = value == "true"
    elif found not in ("text", "number"):
        return UNSET
    elif wanted.refusal == "empty-text":
        value = re.sub("[ \t\n]+", " ", value).strip(" ")
    elif "\n" in value or (wanted.refusal == "invalid-url" and not _URL.fullmatch(value)):
        return UNSET
    try:
        if is_date and value:
            first_day(value)  # raises if it is not in the calendar
        return convert(value, wanted.type)
    except (ValueError, ValidationError):
        return UNSET


def _refuse(node: Any, wanted: _Wanted, findings: Findings) -> None:
    """Add why a field does not take a node and, if there is one, a way to write it that it takes."""
    at, found, text = node.start_mark, kind(node), node.value if isinstance(node, yaml.ScalarNode) else ""
    known = tuple(map(str, getattr(wanted.inner, "values", ())))
    if found == wanted.kind or (found == "number" and wanted.refusal.startswith("invalid-date")):
        is_long = wanted.refusal == "empty-text" and text.strip(" \t\n")
        findings.misspelt(at, "long-text" if is_long else wanted.refusal, text, known)
        return

    def takes(text: str, style: str | None = None) -> bool:
        return _scalar(yaml.ScalarNode("", text, style=style), wanted) is not UNSET

    is_null, is_list, nullable = found in ("null", "ambiguous-value.null"), wanted.kind == "list", takes("null")
    is_nothing = is_null or found == "empty"
    odd, bare = ODD_SPACE.search(text), ODD_SPACE.sub("", text).strip(" \t\n")
    ways = {  # each is offered only if what it leads to is accepted
        "empty-value.null": nullable and is_nothing and wanted.refusal != "invalid-id.target",
        "wrong-type.empty-list": is_list and is_nothing and not wanted.inner.min_length,
        "wrong-type.space": odd and takes(bare),
        "wrong-type.unquote": takes(bare),
        "wrong-type.quote": found != "null" and takes(text, '"'),
        "wrong-type.brackets": is_list and _scalar(node, wanted.item) is not UNSET,
        "wrong-type.colon": hasattr(wanted.inner, "cls") and text.partition(":")[0] in _fields(wanted.inner.cls),
        "wrong-type.languages": wanted.kind == "words" and text and not is_null,
        "invalid-choice": known,
    }
    is_scalar = wanted.kind in ("text", "number", "truth")
    if found == "null" and wanted.refusal == "missing-source":
        key = "missing-source"
    elif found == "empty":
        key = "empty-value"
    else:
        key = found if "." in found and (is_scalar or (is_null and nullable)) else "wrong-type"
    hint = next((way for way, accepted in ways.items() if accepted), wanted.refusal or f"wrong-type.{wanted.kind}")
    expected, given = message(f"finding.kind.{wanted.kind}"), message(f"finding.kind.{found}")
    odd_point = f"{ord(odd[0]):04X}" if odd else ""
    findings.add(at, key, hint=hint, value=bare, odd=odd_point, known=known, expected=expected, found=given)
