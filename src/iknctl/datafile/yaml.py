"""Bytes to a located tree; the only room that knows YAML."""

import re
from codecs import BOM_UTF8
from typing import NamedTuple

import yaml

from iknctl.datafile.finding import Fault, Finds, fault
from iknctl.datafile.nodes import Mapping, Node, Scalar, Sequence, Unreadable

BYTES = 5 * 1024 * 1024
LEVELS = 32
VALUES = 150_000  # more than 5 MiB of sound data holds, and about a second of reading

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml

# C0 but tab and line breaks, DEL and C1, line and paragraph separators, bidi overrides and isolates, lone surrogates,
# and the code points that YAML itself refuses.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]",
)
_CONTROL_OR_RETURN = re.compile(f"\r|{_CONTROL.pattern}")  # an escape can write a return, a line break cannot
_STAND_IN = "\ufffd"

# Plain scalars that are not simply text: what this format reads as a number or null, and what other readers of YAML
# take for a number, a truth value or null. Possessive, as a hostile scalar may be 5 MiB of digits.
_NOT_TEXT = re.compile(
    r"""
      (?P<whole> 0 | [1-9][0-9]{0,3} )
    | (?P<null> null | ~ )
    | (?P<word> y | yes | n | no | on | off | true | false | = )
    | (?P<number> [-+]?+ (?:
          0x[0-9a-f_]++ | 0o[0-7_]++ | 0b[01_]++
        | [0-9][0-9_]*+ (?: :[0-9]++ )++ (?: \.[0-9_]*+ )?+
        | (?: [0-9][0-9_]*+ (?: \.[0-9_]*+ )?+ | \.[0-9][0-9_]*+ ) (?: e[-+]?+[0-9]++ )?+
        | \.inf | \.nan
      ))
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)

_SYNTAX = {
    "mapping values are not allowed in this context": "not-yaml.colon",
    "could not find expected ':'": "not-yaml.key",
    "did not find expected key": "not-yaml.indentation",
    "did not find expected '-' indicator": "not-yaml.indentation",
    "did not find expected <document start>": "not-yaml.indentation",
    "block sequence entries are not allowed in this context": "not-yaml.dash",
    "found unknown escape character": "not-yaml.escape",
    "did not find expected alphabetic or numeric character": "not-yaml.sign",
    "did not find expected ',' or ']'": "not-yaml.bracket",
    "did not find expected ',' or '}'": "not-yaml.bracket",
    "found unexpected end of stream": "not-yaml.quote",
    "found character that cannot start any token": "not-yaml.character",
    "found a tab character where an indentation space is expected": "not-yaml.tab",
}
"""The commonest of libyaml's complaints; the others, and those of the pure-Python parser, are passed on as they are."""
_BEGUN_EARLIER = frozenset({"not-yaml.key", "not-yaml.bracket", "not-yaml.quote"})
"""What libyaml notices only where it ends, and a reader looks for where it begins."""


def read(data: bytes) -> Finds[Node | None]:
    """The tree of one YAML document, or None where there is nothing that could be judged further."""
    if len(data) > BYTES:
        yield Fault(None, None, "too-large", {})
        return None
    text = yield from _text(data)
    if text is None:
        return None
    text = yield from _printable(text)
    try:
        return (yield from _tree(text))
    except yaml.MarkedYAMLError as error:
        yield _syntax(error, text)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: escapes in the pure-Python parser
        yield Fault(None, None, "not-yaml.other", {"detail": str(error)})
    return None


def _text(data: bytes) -> Finds[str | None]:
    """The text of the file, each line break as one character, which is what YAML makes of them in values anyway."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text, nul, _ = data.decode().partition("\0")
        broken = nul != ""
    except UnicodeDecodeError as error:
        text, broken = data[: error.start].decode(), True
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not broken:
        return text
    yield Fault(text.count("\n") + 1, len(text) - text.rfind("\n"), "not-text", {})
    return None


def _printable(text: str) -> Finds[str]:
    """The text with a stand-in for each control character, so that the rest of it can be read."""
    line, counted = 1, 0
    for found in _CONTROL.finditer(text):
        start = found.start()
        line, counted = line + text.count("\n", counted, start), start
        yield Fault(line, start - text.rfind("\n", 0, start), "control-character", {"value": _code_point(found[0])})
    return _CONTROL.sub(_STAND_IN, text)


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Fault:
    key = _SYNTAX.get(error.problem or "", "not-yaml.other")
    mark = error.problem_mark
    if key in _BEGUN_EARLIER and error.context_mark is not None:
        mark = error.context_mark
    if mark is None:
        return Fault(None, None, key, {"detail": error.problem})
    if key == "not-yaml.character" and text[mark.index : mark.index + 1] == "\t":
        key = "not-yaml.tab"
    return Fault(mark.line + 1, mark.column + 1, key, {"detail": error.problem})


def _tree(text: str) -> Finds[Node | None]:
    growth = _Growth()
    for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        place = _place(event)
        if beyond := _beyond(event, place, len(growth.opened), count):
            yield beyond
            return None
        if isinstance(event, yaml.DocumentStartEvent):
            if growth.root is not None:
                yield fault(place, "second-document")
                break
            if event.version or event.tags:
                yield fault(place, "directive")
        elif isinstance(event, _GROWING):
            yield from growth.take(event, place)
    if growth.root is None:
        yield Fault(1, 1, "empty-file", {})
    return growth.root


def _beyond(event: yaml.Event, place: Unreadable, depth: int, count: int) -> Fault | None:
    """The limit that the reading has come to, if any: a hostile file could hold more than anyone can wait for."""
    if isinstance(event, yaml.CollectionStartEvent) and depth == LEVELS:
        return fault(place, "too-deep", levels=LEVELS)
    return fault(place, "too-many-values", values=VALUES) if count > VALUES else None


_GROWING = (yaml.NodeEvent, yaml.CollectionEndEvent)


class _Open(NamedTuple):
    """A list or mapping that has not ended yet; a mapping's nodes are keys and values by turns."""

    place: Unreadable
    is_mapping: bool
    nodes: list[Node]


class _Growth:
    """The tree as far as it has been read. Its depth is held by a stack of our own: nothing recurses."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.opened: list[_Open] = []

    def take(self, event: yaml.Event, place: Unreadable) -> Finds[None]:
        if isinstance(event, yaml.CollectionStartEvent):
            if adornment := _adornment(event, place):
                yield adornment
            self.opened.append(_Open(place, isinstance(event, yaml.MappingStartEvent), []))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add((yield from _closed(self.opened.pop())))
        else:
            leaf = _leaf(event, place, self._awaits_key())
            if isinstance(leaf, Fault):
                yield leaf
            self._add(place if isinstance(leaf, Fault) else leaf)

    def _add(self, node: Node) -> None:
        if self.opened:
            self.opened[-1].nodes.append(node)
        else:
            self.root = node

    def _awaits_key(self) -> bool:
        return bool(self.opened) and self.opened[-1].is_mapping and len(self.opened[-1].nodes) % 2 == 0


def _place(event: yaml.Event) -> Unreadable:
    mark = event.start_mark
    return Unreadable(mark.line + 1, mark.column + 1)  # type: ignore[union-attr]  # a parsed event has its marks


def _adornment(event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Unreadable) -> Fault | None:
    """What YAML lets stand before a value, and this format does not."""
    if event.anchor is not None:
        return fault(place, "anchor", name=event.anchor)
    if event.tag is not None:
        return fault(place, "tag", name=event.tag)
    return None


def _leaf(event: yaml.Event, place: Unreadable, is_key: bool) -> Scalar | Fault:
    if isinstance(event, yaml.AliasEvent):
        return fault(place, "alias", name=event.anchor)
    assert isinstance(event, yaml.ScalarEvent)
    if adornment := _adornment(event, place):
        return adornment
    text: str = event.value
    value: str | int | None = text
    refusal = None
    if not event.style:
        value, refusal = _plain_key(text) if is_key else _plain(text)
    elif event.style == '"' and (control := _CONTROL_OR_RETURN.search(text)):  # only in these quotes can it be escaped
        text, refusal = _code_point(control[0]), "control-character"
    if refusal is not None:
        return fault(place, refusal, value=text)
    return Scalar(place.line, place.column, value)


def _plain_key(text: str) -> tuple[str, str | None]:
    """A key as it stands, and why it is refused."""
    if text == "<<":
        return text, "merge-key"
    return text, None if text else "key-not-text"


def _plain(text: str) -> tuple[str | int | None, str | None]:
    """What a scalar without quotes means, and why it is refused: where readers differ, this one does not choose."""
    found = _NOT_TEXT.fullmatch(text)
    if found is None:
        return text, None if text else "empty-value"
    if found.lastgroup == "whole":
        return int(text), None
    if text == "null":
        return None, None
    return text, f"ambiguous-value.{found.lastgroup}"


def _closed(opened: _Open) -> Finds[Node]:
    line, column = opened.place.line, opened.place.column
    if not opened.is_mapping:
        return Sequence(line, column, tuple(opened.nodes))
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
        if isinstance(key, Unreadable):
            continue
        if not isinstance(key, Scalar):
            yield fault(key, "key-not-text")
        elif (name := str(key.value)) in entries:
            yield fault(key, "duplicate-key", name=name, line=entries[name][0].line)
        else:
            entries[name] = (key, value)
    return Mapping(line, column, tuple(entries.values()))
