"""Parse the YAML of a data file into PyYAML's nodes, and refuse what the format leaves out."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

import yaml

from iknctl.datafile.finding import MOST, Findings

LEVELS = 32
VALUES = 150_000  # more than 5 MiB of sound data holds, and about a second of reading
# Tags are refused, so a node's own serves as a flag: a finding was added for it and nothing else need be said of it, or
# it is a scalar without quotation marks that ends at a ` #` which is not plainly a comment's.
REFUSED, CUT = "refused", "cut"

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml

# C0 but tab and line feed, DEL, C1, line separators, bidi overrides and isolates, surrogates, and what YAML refuses.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")

_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200b\u202f\u205f\u3000]")
_ODD_INDENTATION = re.compile(f" *+(\t|{_ODD_SPACE.pattern})")
_CUT_OFF = re.compile(r" #|[ \t]+#[^ \t\n]")  # a # two spaces off that a space follows is plainly a comment
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"|' + r"'(?:[^']|'')*+'", re.DOTALL)
_QUOTED_OR_BRACKET = re.compile(rf"{_QUOTED.pattern}|[\[\]{{}}]", re.DOTALL)
_KEY_WITHOUT_SPACE = re.compile(r"^ *(?:- +)*([A-Za-z_][\w-]*:)(?=[^\s:/])", re.MULTILINE)
_KEY_BY_START = dict.fromkeys("&*!", "sign") | dict.fromkeys("|>", "block") | {"-": "dash"}
_KEY_BY_CHARACTER = dict.fromkeys("@`%!,?&*", "sign") | dict.fromkeys("]}", "closing") | {"\t": "tab"}
_KEY_AND_QUOTE = re.compile(r" *(?:- +)*[\w-]+: *[\"'] *")

# A number to readers that follow YAML 1.2, though not always to PyYAML.
_NUMBER_ELSEWHERE = re.compile(r"[-+]?+(?:0o[0-7_]++|(?:\.[0-9]++|[0-9]++(?:\.[0-9]*+)?+)(?:e[-+]?+[0-9]++)?+)")
_WHOLE = re.compile("0|[1-9][0-9]{0,3}", re.ASCII)
_ELSEWHERE = {"int": "number", "float": "number", "bool": "word", "value": "word", "null": "null"}
_RESOLVER: Any = yaml.resolver.Resolver()


def parse(data: bytes, findings: Findings) -> yaml.Node | None:
    """The root node of the only document, None where its structure cannot be made out. Never raises."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text, broken, _ = data.decode().partition("\0")
    except UnicodeDecodeError as error:
        text, broken = data[: error.start].decode(), "bytes"
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # which is what YAML makes of them in values anyway
    if broken:
        findings.add(_mark(text, len(text)), "not-text")
        return None
    for found in islice(_CONTROL.finditer(text), MOST + 1):
        findings.add(_mark(text, found.start()), "control-character", value=f"{ord(found[0]):04X}")
    text = _CONTROL.sub("\ufffd", text)  # so that the rest can be parsed
    reader = _Reader(text, findings)
    root = None
    try:
        root = reader.document()
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: escapes in the pure-Python parser
        if not findings.has("not-yaml"):  # which may lead to a second error
            key, at = _reason(error, reader)
            char = text[at.index : at.index + 1] or "\n"
            findings.add(at, key, value=f"{ord(char):04X}")
    return None if findings.has("not-yaml") else root


def kind(node: yaml.Node) -> str:
    """What a node is: `text`, `number`, `null`, `empty`, `list`, `mapping`, or `ambiguous-value` and what it may be."""
    if not isinstance(node, yaml.ScalarNode):
        return "list" if isinstance(node, yaml.SequenceNode) else "mapping"
    if node.style:
        return "text"
    if node.value in ("", "null"):
        return node.value or "empty"
    if _WHOLE.fullmatch(node.value):
        return "number"
    lower = {"y": "yes", "n": "no"}.get(node.value.lower(), node.value.lower())  # truth values to old readers
    tag = _RESOLVER.resolve(yaml.ScalarNode, lower, (True, False)).removeprefix("tag:yaml.org,2002:")
    read_as = "number" if _NUMBER_ELSEWHERE.fullmatch(lower) else _ELSEWHERE.get(tag)
    return f"ambiguous-value.{read_as}" if read_as else "text"


def _mark(text: str, index: int) -> yaml.Mark:
    return yaml.Mark("", index, text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1, None, 0)


class _Reader:
    """Makes nodes of the parser's events, and adds a finding for what the format leaves out."""

    def __init__(self, text: str, findings: Findings) -> None:
        self.text, self.findings = text, findings
        self.events: Iterator[Any] = yaml.parse(text, Loader=_PARSER)
        self.reached: Any = _mark(text, 0)  # where the last node or, of a collection, its inside begins
        self.depth = self.values = 0  # how many collections are open there, and how many nodes were begun

    def document(self) -> yaml.Node | None:
        """The root node of the first document, None when there is none."""
        root = None
        for event in self.events:
            at: Any = event.start_mark
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self.findings.add(at, "second-document")
                    return root
                if self.text.startswith("%", at.index):
                    self.findings.add(at, "directive")
                root = self.node(next(self.events))
        if root is None:
            self.findings.add(_mark(self.text, 0), "empty-file")
        return root

    def node(self, event: Any, depth: int = 0, *, is_key: bool = False) -> yaml.Node:
        """The node that an event begins, inside of so many others, with all that is inside it."""
        is_collection = isinstance(event, yaml.CollectionStartEvent)
        self.reached = event.end_mark if is_collection else event.start_mark
        self.values, self.depth = self.values + 1, depth + is_collection
        if self.values > VALUES or self.depth > LEVELS:
            key = "too-many-values" if self.values > VALUES else "too-deep"
            raise yaml.composer.ComposerError(problem=key, problem_mark=event.start_mark)
        mark: Any = event.start_mark
        if mark.index >= len(self.text):  # libyaml puts an empty value on a line past the end
            mark = _mark(self.text, len(self.text))
        key, about = self.refusal(event, is_key)
        if key:
            self.findings.add(mark, key, value=about)
        if not is_collection:
            is_plain = isinstance(event, yaml.ScalarEvent) and not event.style
            is_cut = is_plain and _CUT_OFF.match(self.text, event.end_mark.index)
            tag = REFUSED if key else CUT if is_cut else ""
            return yaml.ScalarNode(tag, getattr(event, "value", ""), mark, style=getattr(event, "style", None))
        tag = REFUSED if key and is_key else ""
        inside = takewhile(lambda each: not isinstance(each, yaml.CollectionEndEvent), self.events)
        if isinstance(event, yaml.SequenceStartEvent):
            return yaml.SequenceNode(tag, [self.node(each, depth + 1) for each in inside], mark)
        depth += 1
        written = [(self.node(each, depth, is_key=True), self.node(next(self.events), depth)) for each in inside]
        pairs: dict[Any, tuple[yaml.Node, yaml.Node]] = {}
        for name, value in written:
            if name.tag != REFUSED and pairs.setdefault(name.value, (name, value))[0] is not name:
                line = pairs[name.value][0].start_mark.line + 1
                self.findings.add(name.start_mark, "duplicate-key", value=name.value, line=line)
        return yaml.MappingNode(tag, list(pairs.values()), mark)

    def refusal(self, event: Any, is_key: bool) -> tuple[str, str]:
        """The key of the finding about a node that the format leaves out, if it does, and what the finding is about."""
        start, is_scalar = event.start_mark, isinstance(event, yaml.ScalarEvent)
        if event.anchor is not None:
            return "alias" if isinstance(event, yaml.AliasEvent) else "anchor", event.anchor
        if event.tag is not None:
            return "tag", event.tag
        if not is_scalar:
            return "key-not-text" if is_key else "", ""
        if is_key and not event.style and event.value in ("", "<<"):
            return "merge-key" if event.value else "key-not-text", ""
        is_first = is_key or not self.text[start.index - start.column : start.index].strip(" ")
        if is_first and not event.style and _ODD_SPACE.match(event.value):
            return "not-yaml.space", f"{ord(event.value[0]):04X}"
        if control := _CONTROL.search(event.value):  # written as an escape
            return "control-character", f"{ord(control[0]):04X}"
        return "", ""


def _reason(error: Exception, reader: _Reader) -> tuple[str, Any]:
    """Why nothing more can be read, as a finding's key, and where.

    The parser's sentences are in English and change with its version, so none of them is read or passed on.
    """
    text, reached = reader.text, reader.reached
    if isinstance(error, yaml.composer.ComposerError):  # a limit of ours: the parser itself composes nothing
        return str(error.problem), error.problem_mark
    if not isinstance(error, yaml.scanner.ScannerError | yaml.parser.ParserError):
        return "not-yaml.unknown", reached
    at = _mark(text, (error.problem_mark or reached).index)  # a parser may be a line past the end
    for place, depth in _brackets(text, reached.index, at.index, reader.depth):  # it looks ahead before it tells of one
        if depth > LEVELS:
            return "too-deep", _mark(text, place)
    key, mark = _syntax(error, text, reached, at)
    return f"not-yaml.{key}", mark


def _brackets(text: str, start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
    """Each bracket outside of quotation marks, and how many are open after it, `depth` before the first."""
    for found in _QUOTED_OR_BRACKET.finditer(text, start, end):
        depth += (found[0] in "[{") - (found[0] in "]}")
        yield found.start(), depth


def _syntax(error: yaml.MarkedYAMLError, text: str, reached: Any, at: yaml.Mark) -> tuple[str, yaml.Mark]:
    """The wording and the place for what a parser gave up on at a mark."""
    since, start_of_line = error.context_mark or at, at.index - at.column
    before = text[start_of_line : at.index].strip(" ")
    char, begun = (text[mark.index : mark.index + 1] or "\n" for mark in (at, since))
    is_token = isinstance(error, yaml.scanner.ScannerError)  # it could not be read; otherwise, it cannot stand here
    closed = _QUOTED.match(text, since.index)
    if is_token and begun in "'\"" and (closed is None or at.index < closed.end()):
        is_escape = closed and "\\" in text[max(at.index - 2, 0) : at.index + 1]
        return ("escape", at) if is_escape else ("quote", since)
    if odd := _ODD_INDENTATION.match(text, start_of_line):
        return "tab" if odd[1] == "\t" else "space", _mark(text, odd.start(1))
    if before.endswith(("'", '"')) and char not in ":,]}\n" and (char != before[-1] or text[at.index - 1] == char):
        # After `key: "`, it is the text above that went on to this quotation mark.
        return ("quote", reached) if _KEY_AND_QUOTE.fullmatch(text, start_of_line, at.index) else ("inside", at)
    if not is_token and begun in "[{" and since.index < at.index:
        if char in "]}" or all(depth for _, depth in _brackets(text, since.index, len(text), 0)):
            return "bracket", since
        if at.line > since.line:
            return "comma", _mark(text, at.index - len(text[start_of_line : at.index].lstrip(" ")))
        return "colon" if char == ":" else "comma", at
    if is_token and at.line > since.line:
        return "dash-space" if begun == "-" else "key", since
    if char == ":":
        glued = [*_KEY_WITHOUT_SPACE.finditer(text, text.rfind("\n", 0, reached.index) + 1, at.index)]
        return ("key", _mark(text, glued[-1].start(1))) if glued else ("colon", at)
    if is_token or char.isspace():
        return _KEY_BY_START.get(begun) or _KEY_BY_CHARACTER.get(char, "unknown"), at
    return _KEY_BY_CHARACTER.get(char, "after" if before.strip("-? ") else "indentation"), at
