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

ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200b\u202f\u205f\u3000]")
_ODD_START = re.compile(f"-?{ODD_SPACE.pattern}")  # of a value; the hyphen is meant to be an item's dash
_ODD_LINE = re.compile(rf"%| *+\t|[ -]*+(?:[A-Za-z_][\w-]*+:)?{ODD_SPACE.pattern}")
_CUT_OFF = re.compile(r" #|[ \t]+#[^ \t\n]")  # a # two spaces off that a space follows is plainly a comment
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"|' + r"'(?:[^']|'')*+'", re.DOTALL)
_QUOTED_OR_BRACKET = re.compile(rf"{_QUOTED.pattern}|[\[\]{{}}]", re.DOTALL)
_KEY_WITHOUT_SPACE = re.compile(rf"^ *(?:- +)*([A-Za-z_][\w-]*:)(?=[^\s:/]|{ODD_SPACE.pattern})", re.MULTILINE)
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
    text = data.removeprefix(BOM_UTF8).decode(errors="surrogateescape")
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # which is what YAML makes of them in values anyway
    if broken := re.search("[\udc80-\udcff]", text) or re.search("\0", text):  # no UTF-8, or binary
        findings.add(_mark(text, broken.start()), "not-text")
        return None
    for found in islice(_CONTROL.finditer(text), MOST + 1):
        findings.add(_mark(text, found.start()), "control-character", value=f"{ord(found[0]):04X}")
    text = _CONTROL.sub("\ufffd", text)  # so that the rest can be parsed
    reader, root, given_up = _Reader(text, findings), None, None
    try:
        root = reader.document()
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: escapes in the pure-Python parser
        given_up = error
    if any(finding.code == "not-yaml" for finding in findings.kept):  # it may be what led to the error
        return None
    if given_up:
        key, at = _reason(given_up, reader)
        char = text[at.index : at.index + 1] or "\n"
        findings.add(at, key, value=f"{ord(char):04X}")
    return root


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
        self.open: list[int] = []  # where the collections begin that are open there
        self.values = 0  # how many nodes were begun

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
        mark: Any = event.start_mark
        key, about = self.refusal(event, mark, is_key)
        is_collection = isinstance(event, yaml.CollectionStartEvent)
        self.reached = event.end_mark if is_collection else event.start_mark
        self.open[depth:] = [event.start_mark.index] * is_collection
        self.values, depth = self.values + 1, len(self.open)
        if self.values > VALUES or depth > LEVELS:
            key = "too-many-values" if self.values > VALUES else "too-deep"
            raise yaml.composer.ComposerError(problem=key, problem_mark=event.start_mark)
        if mark.index >= len(self.text):  # libyaml puts an empty value on a line past the end
            mark = _mark(self.text, len(self.text))
        if key == "not-yaml.space":  # it may stand behind a dash
            mark = yaml.Mark("", mark.index, mark.line, mark.column + event.value.startswith("-"), None, 0)
        if key:
            self.findings.add(mark, key, value=about)
        if not is_collection:
            value, style = getattr(event, "value", ""), getattr(event, "style", None)  # an alias has neither
            is_cut = not style and _CUT_OFF.match(self.text, event.end_mark.index)
            return yaml.ScalarNode(REFUSED if key else CUT if is_cut else "", value, mark, style=style)
        tag = REFUSED if key and is_key else ""
        inside = takewhile(lambda each: not isinstance(each, yaml.CollectionEndEvent), self.events)
        if isinstance(event, yaml.SequenceStartEvent):
            return yaml.SequenceNode(tag, [self.node(each, depth) for each in inside], mark)
        written = [(self.node(each, depth, is_key=True), self.node(next(self.events), depth)) for each in inside]
        pairs: dict[Any, tuple[yaml.Node, yaml.Node]] = {}
        for name, value in written:
            if name.tag != REFUSED and pairs.setdefault(name.value, (name, value))[0] is not name:
                line = pairs[name.value][0].start_mark.line + 1
                self.findings.add(name.start_mark, "duplicate-key", value=name.value, line=line)
        return yaml.MappingNode(tag, list(pairs.values()), mark)

    def refusal(self, event: Any, start: Any, is_key: bool) -> tuple[str, str]:
        """The key of the finding about a node that the format leaves out, if it does, and what the finding is about."""
        if event.anchor is not None:
            return "alias" if isinstance(event, yaml.AliasEvent) else "anchor", event.anchor
        if event.tag is not None:
            return "tag", event.tag.replace("tag:yaml.org,2002:", "!!")
        if not isinstance(event, yaml.ScalarEvent):
            return "key-not-text" if is_key else "", ""
        if is_key and not event.style and event.value in ("", "<<"):
            return "merge-key" if event.value else "key-not-text", ""
        # A value looks for what stands before it only if it can be the first of its line: a file may be one line.
        if not event.style and (odd := _ODD_START.match(event.value)):
            line = start.index - start.column
            if is_key or (line >= self.reached.index and not self.text[line : start.index].strip(" ")):
                return "not-yaml.space", f"{ord(odd[0][-1]):04X}"
        if control := _CONTROL.search(event.value):
            return "control-character.escape", f"{ord(control[0]):04X}"
        return "", ""


def _reason(error: Exception, reader: _Reader) -> tuple[str, Any]:
    """Why no more can be read, as a finding's key, and where. The parser's own sentences vary, so none is passed on."""
    text, reached = reader.text, reader.reached
    if isinstance(error, yaml.composer.ComposerError):  # a limit of ours: the parser itself composes nothing
        return str(error.problem), error.problem_mark
    if not isinstance(error, yaml.scanner.ScannerError | yaml.parser.ParserError):
        return "not-yaml.unknown", reached
    at = _mark(text, (error.problem_mark or reached).index)  # a parser may be a line past the end
    opened = [place for place in reader.open if text[place] in "[{"]
    for place, depth in _brackets(text, reached.index, at.index, len(reader.open)):  # the parser looks ahead
        if depth > LEVELS:
            return "too-deep", _mark(text, place)
        if text[place] in "[{":
            opened.append(place)
        else:
            del opened[-1:]
    key, mark = _syntax(error, text, reached, at, opened)
    return f"not-yaml.{key}", mark


def _brackets(text: str, start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
    """Each bracket outside of quotation marks, and how many are open after it, `depth` before the first."""
    for found in _QUOTED_OR_BRACKET.finditer(text, start, end):
        depth += (found[0] in "[{") - (found[0] in "]}")
        yield found.start(), depth


def _syntax(error: yaml.MarkedYAMLError, text: str, reached: Any, at: Any, opened: list[int]) -> tuple[str, Any]:
    """The wording and the place for what a parser gave up on at a mark, in brackets that were opened before it."""
    since, start_of_line = error.context_mark or at, at.index - at.column
    before = text[start_of_line : at.index].strip(" ")
    char, begun = (text[mark.index : mark.index + 1] or "\n" for mark in (at, since))
    is_token = isinstance(error, yaml.scanner.ScannerError)  # it could not be read; otherwise, it cannot stand here
    closed = _QUOTED.match(text, since.index)
    if is_token and begun in "'\"" and (closed is None or at.index < closed.end()):
        is_escape = closed and "\\" in text[max(at.index - 2, 0) : at.index + 1]
        return ("escape", at) if is_escape else ("quote", since)
    from_line = text.rfind("\n", 0, reached.index) + 1
    from_line = text.rfind("\n%", from_line, at.index) + 1 or from_line
    glued = [*_KEY_WITHOUT_SPACE.finditer(text, from_line, at.index)] if char == ":" else []
    lines = (start_of_line, since.index - since.column, from_line, *(found.start() for found in glued[-1:]))
    if odd := next(filter(None, (_ODD_LINE.match(text, line) for line in lines)), None):
        return {"\t": "tab", "%": "percent"}.get(odd[0][-1], "space"), _mark(text, odd.end() - 1)
    if before.endswith(("'", '"')) and char not in ":,]}\n" and (char != before[-1] or text[at.index - 1] == char):
        # After `key: "`, it is the text above that went on to this quotation mark.
        return ("quote", reached) if _KEY_AND_QUOTE.fullmatch(text, start_of_line, at.index) else ("inside", at)
    if not is_token and opened and (char in "]}" or all(left for _, left in _brackets(text, opened[-1], len(text), 0))):
        return "bracket", _mark(text, opened[-1])
    if not is_token and begun in "[{" and since.index < at.index:
        if at.line > since.line:
            return "comma", _mark(text, at.index - len(text[start_of_line : at.index].lstrip(" ")))
        return "colon" if char == ":" else "comma", at
    if is_token and at.line > since.line:
        return "dash-space" if begun == "-" else "key", since
    if char == ":":
        return ("key", _mark(text, glued[-1].start(1))) if glued else ("colon", at)
    if is_token or char.isspace():
        key = _KEY_BY_START.get(begun) or _KEY_BY_CHARACTER.get(char, "unknown")
        return "sign" if key == "block" and opened else key, at
    return _KEY_BY_CHARACTER.get(char, "after" if before.strip("-? ") else "indentation"), at
