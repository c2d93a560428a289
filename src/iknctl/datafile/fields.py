"""A located tree to the parts of a model: each key and value against the types, which are the only description."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from iknctl.datafile import nodes as tree
from iknctl.datafile.finding import Fault, Finds, fault, misspelt
from iknctl.datafile.nodes import Node, Scalar, Sequence, Unreadable
from iknctl.messages import Pair, message
from iknctl.model import Cited, Count, Fact, FullDate, Id, Model, Number, PartialDate, Text, Url, Words, Year


class Part(Struct, frozen=True):
    """As much of one fact as is sound, and the nodes that it was read from."""

    cls: type[Fact]
    node: tree.Mapping
    values: Mapping[str, Any]
    nodes: Mapping[str, Node]


class _Unsound:
    """What was refused; it stands in a list so that the other items keep their places."""


UNSOUND: Final = _Unsound()


def model_part(root: Node) -> Finds[Any]:
    """The Part that is the whole model, or UNSOUND."""
    return (yield from _value(root, _shape(Model)))


def built(value: Any) -> Any:
    """A Part without faults, and all that it holds, as the facts that they stand for."""
    if isinstance(value, Part):
        return value.cls(**{name: built(held) for name, held in value.values.items()})
    return tuple(map(built, value)) if isinstance(value, tuple) else value


class _Shape(NamedTuple):
    """What an annotation asks for, taken apart: a fact, a list of items, or a scalar."""

    hint: Any  # without `| None`
    nullable: bool
    fact: type[Fact] | None
    item: Any
    most: int | None  # how many items a list may have
    scalar: type[str | int] | None
    means: Callable[[Any], bool]  # whether a value that fits the type also is what the type is named for


def _without_meanings(annotation: Any) -> Any:
    if get_origin(annotation) is not Annotated:
        return annotation
    bare, *rest = get_args(annotation)
    kept = [each for each in rest if each != msgspec.Meta(description=each.description)]
    return Annotated[(bare, *kept)] if kept else bare


@cache
def _shape(annotation: Any) -> _Shape:
    annotation = _without_meanings(annotation)
    choices = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    (hint,) = (choice for choice in choices if choice is not NoneType)
    hint = _without_meanings(hint)
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if get_origin(bare) is Literal:
        bare = type(get_args(bare)[0])
    return _Shape(
        hint=hint,
        nullable=NoneType in choices,
        fact=bare if isinstance(bare, type) and issubclass(bare, Fact) else None,
        item=get_args(bare)[0] if get_origin(bare) is tuple else None,
        most=next((meta.max_length for meta in get_args(hint)[1:] if isinstance(meta, msgspec.Meta)), None),
        scalar=bare if bare in (str, int) else None,
        means=_MEANINGS.get(hint, _anything),
    )


class _Field(NamedTuple):
    shape: _Shape
    required: bool


@cache
def _fields(cls: type[Fact]) -> Mapping[str, _Field]:
    return {field.name: _Field(_shape(field.type), field.required) for field in msgspec.structs.fields(cls)}


def _value(node: Node, shape: _Shape) -> Finds[Any]:
    match node:
        case Unreadable():
            return UNSOUND
        case tree.Mapping() if shape.fact:
            return (yield from _part(node, shape.fact))
        case Sequence() if shape.item:
            return (yield from _list(node, shape))
        case Scalar(value=None) if shape.nullable:
            return None
        case Scalar() if shape.scalar:
            return (yield from _scalar(node, shape))
    yield _mismatch(node, shape)
    return UNSOUND


def _part(node: tree.Mapping, cls: type[Fact]) -> Finds[Part]:
    nodes = yield from _known(node, cls)
    values = {}
    for name, field in _fields(cls).items():
        if name in nodes:
            value = yield from _value(nodes[name], field.shape)
            if value is not UNSOUND:
                values[name] = value
        elif field.required:
            yield fault(node, _missing(cls, name), name=name, part=_noun("part", cls.__name__))
    return Part(cls, node, values, nodes)


def _known(node: tree.Mapping, cls: type[Fact]) -> Finds[dict[str, Node]]:
    """The values by the names of fields. A misspelt name that is clear enough counts as it, once it is reported."""
    names = _fields(cls)
    nodes = {str(key.value): value for key, value in node.entries if key.value in names}
    for key, value in node.entries:
        if key.value in names:
            continue
        listed = ", ".join(names)
        found = misspelt(
            key, "unknown-key", str(key.value), names, part=_noun("part", cls.__name__), known=Pair(listed, listed)
        )
        yield found
        if isinstance(meant := found.params["near"], str):
            nodes.setdefault(meant, value)
    return nodes


def _missing(cls: type[Fact], name: str) -> str:
    if cls is Text:
        return f"missing-language.{name}"
    return "missing-source" if _fields(cls)[name].shape.hint == Cited else "missing-key"


def _list(node: Sequence, shape: _Shape) -> Finds[Any]:
    if not node.items:
        return (yield from _checked(node, (), shape))
    if shape.most is not None and len(node.items) > shape.most:
        yield fault(node, "long-list", most=shape.most)
        return UNSOUND
    inner = _shape(shape.item)
    items = []
    for item in node.items:
        items.append((yield from _value(item, inner)))
    return tuple(items)


def _scalar(node: Scalar, shape: _Shape) -> Finds[Any]:
    value = node.value
    if isinstance(value, int) and shape.hint in (PartialDate, FullDate):
        value = str(value)  # a year alone is written plain
    elif isinstance(value, str) and shape.hint == Words:
        value = _BLANKS.sub(" ", value).strip(" ")
    if not isinstance(value, shape.scalar or ()):
        yield _mismatch(node, shape)
        return UNSOUND
    return (yield from _checked(node, value, shape))


def _checked(node: Node, value: Any, shape: _Shape) -> Finds[Any]:
    try:
        if shape.means(msgspec.convert(value, shape.hint)):
            return value
    except msgspec.ValidationError:
        pass
    yield _refusal(node, value, shape.hint)
    return UNSOUND


def _refusal(node: Node, value: Any, hint: Any) -> Fault:
    if hint == Words and value:
        return fault(node, "long-text")
    if hint in _REFUSALS:
        return fault(node, _REFUSALS[hint], value=value)
    if (
        node is not None
        and hint != get_args(hint)
        and get_origin(get_args(hint)[0] if get_origin(hint) is Annotated else hint) is Literal
        and get_args(get_args(hint)[0]) == (1,)
    ):
        return fault(node, "unsupported-schema", value=value)
    if get_origin(hint) is Literal:
        choices = [str(choice) for choice in get_args(hint)]
        listed = ", ".join(choices)
        return misspelt(node, "invalid-choice", str(value), choices, known=Pair(listed, listed))
    return fault(node, "empty-list")


def _mismatch(node: Node, shape: _Shape) -> Fault:
    expected, found = _expected(shape), _found(node)
    if found == "null" and shape.hint == Cited:
        return fault(node, "missing-source")
    key = _TYPE_HINTS.get((expected, found), "wrong-type")
    return fault(node, key, expected=_noun("kind", expected), found=_noun("kind", found))


def _expected(shape: _Shape) -> str:
    if shape.fact:
        return "words" if shape.fact is Text else "mapping"
    if shape.item:
        return "list"
    return "text" if shape.scalar is str else "number"


def _found(node: Node) -> str:
    match node:
        case Scalar(value=None):
            return "null"
        case Scalar(value=int()):
            return "number"
        case Scalar():
            return "text"
    return "list" if isinstance(node, Sequence) else "mapping"


def _noun(kind: str, name: str) -> Text:
    return message(f"finding.{kind}.{name.lower()}")


def _anything(_: Any) -> bool:
    return True


def _is_date(text: str) -> bool:
    """Whether the day, or the first day of the month or year, is in the calendar."""
    try:
        date.fromisoformat(text + "-01-01"[len(text) - len("YYYY") :])
    except ValueError:
        return False
    return True


def _is_url(text: str) -> bool:
    return _URL.fullmatch(text) is not None


def _is_one_line(text: str) -> bool:
    return "\n" not in text  # which "$" in a pattern would let pass at the end


_BLANKS = re.compile("[ \t\n]{2,}|[\t\n]")  # any run of them but a single space
_URL = re.compile(r"""https?://[\w-]+(\.[\w-]+)+(:[0-9]{1,5})?([/?#][^\s<>"\\^`{|}]*)?""")

_MEANINGS: Mapping[Any, Callable[[Any], bool]] = {
    Id: _is_one_line,
    PartialDate: _is_date,
    FullDate: _is_date,
    Url: _is_url,
}
_REFUSALS: Mapping[Any, str] = {
    Words: "empty-text",
    Id: "invalid-id",
    Year: "invalid-year",
    Number: "invalid-number",
    PartialDate: "invalid-date.partial",
    FullDate: "invalid-date.full",
    Url: "invalid-url",
    Cited: "missing-source",
    Count: "invalid-count",
}
_TYPE_HINTS = {
    ("text", "number"): "wrong-type.quote",
    ("number", "text"): "wrong-type.unquote",
    ("words", "text"): "wrong-type.languages",
    ("list", "null"): "wrong-type.empty-list",
    ("list", "text"): "wrong-type.brackets",
}
