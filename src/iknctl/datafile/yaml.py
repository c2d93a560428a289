"""Parse the YAML of a data file into PyYAML's nodes, and refuse what the format leaves out. Only here is it parsed."""

import re
from codecs import BOM_UTF8
from typing import Any, NamedTuple

import yaml
from yaml.composer import Composer

from iknctl.datafile.finding import Findings

LEVELS = 32
VALUES = 150_000  # more than 5 MiB of sound data holds, and about a second of reading
REFUSED = "refused"
"""The tag of a node that a finding was added for, and that nothing else need be said of."""

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml

# C0 but tab and line breaks, DEL and C1, line and paragraph separators, bidi overrides and isolates, lone surrogates,
# and the code points that YAML itself refuses.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_CONTROL_OR_RETURN = re.compile(f"\r|{_CONTROL.pattern}")  # an escape can write a return, a line break cannot
_STAND_IN = "\ufffd"

_ODD_INDENTATION = re.compile("^ *+([\t\xa0\u1680\u2000-\u200b\u202f\u205f\u3000])", re.MULTILINE)
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"|' + r"'(?:[^']|'')*+'", re.DOTALL)
_BRACKET = re.compile(rf"{_QUOTED.pattern}|[\[{{]|[\]}}]", re.DOTALL)
_KEY_WITHOUT_SPACE = re.compile(r"^ *(?:- +)*([A-Za-z_][\w-]*:)(?=[^\s:/])", re.MULTILINE)
_KEY_AND_QUOTE = re.compile(r" *(?:- +)*[\w-]+: *[\"'] *")

# A number to readers that follow YAML 1.2, though not always to PyYAML; `y` and `n` are truth values to old ones.
_NUMBER_ELSEWHERE = re.compile(
    r"[-+]?+(?:0o[0-7_]++|(?:\.[0-9]++|[0-9]++(?:\.[0-9]*+)?+)(?:e[-+]?+[0-9]++)?+)", re.ASCII
)
_WHOLE = re.compile("0|[1-9][0-9]{0,3}", re.ASCII)
_KINDS = {
    "tag:yaml.org,2002:int": "ambiguous-value.number",
    "tag:yaml.org,2002:float": "ambiguous-value.number",
    "tag:yaml.org,2002:bool": "ambiguous-value.word",
    "tag:yaml.org,2002:value": "ambiguous-value.word",
    "tag:yaml.org,2002:null": "ambiguous-value.null",
}
_RESOLVER: Any = yaml.resolver.Resolver()


class Document(NamedTuple):
    """The root node of a file and the text that it was parsed from, its line breaks as line feeds."""

    root: yaml.Node
    text: str


def parse(data: bytes, findings: Findings) -> Document | None:
    """The document that the bytes hold, or None where its structure cannot be made out. Never raises."""
    text = _decoded(data, findings)
    if text is None:
        return None
    for found in _CONTROL.finditer(text):
        findings.add(_mark(text, found.start()), "control-character", value=_code_point(found[0]))
        if findings.more:
            break
    text = _CONTROL.sub(_STAND_IN, text)  # so that the rest can be parsed
    loader = type("Loader", (_Loader, _PARSER), {})(text, findings)
    try:
        root = loader.document()
    except _BeyondLimits:
        return None
    except yaml.MarkedYAMLError as error:
        _explain(error, loader, findings)
        return None
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: escapes in the pure-Python parser
        findings.add(loader.reached, "not-yaml.unknown")
        return None
    return None if root is None or loader.refuses_indentation() else Document(root, text)


def kind(node: yaml.ScalarNode) -> str:
    """What a scalar is: `text`, `number`, `null`, `empty`, or the finding's key where readers of YAML differ."""
    if node.style:
        return "text"
    if node.value in ("", "null"):
        return node.value or "empty"
    if _WHOLE.fullmatch(node.value):
        return "number"
    lower = node.value.lower()
    if lower in ("y", "n"):
        return "ambiguous-value.word"
    if _NUMBER_ELSEWHERE.fullmatch(lower):
        return "ambiguous-value.number"
    return _KINDS.get(_RESOLVER.resolve(yaml.ScalarNode, lower, (True, False)), "text")


def _decoded(data: bytes, findings: Findings) -> str | None:
    """The text of the file, each line break as a line feed, which is what YAML makes of them in values anyway."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text, nul, _ = data.decode().partition("\0")
        broken = nul != ""
    except UnicodeDecodeError as error:
        text, broken = data[: error.start].decode(), True
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if broken:
        findings.add(_mark(text, len(text)), "not-text")
    return None if broken else text


def _mark(text: str, index: int) -> yaml.Mark:
    index = min(index, len(text))
    return yaml.Mark("", index, text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1, None, 0)


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


class _BeyondLimits(Exception):  # noqa: N818 - it is no error of ours, and never leaves this module
    """The file holds more than is read; the finding says what."""


class _Loader(Composer):
    """PyYAML's composer, which adds a finding for what the format leaves out when it comes to it."""

    peek_event: Any  # of the parser that it is combined with
    get_event: Any

    def __init__(self, text: str, findings: Findings) -> None:
        _PARSER.__init__(self, text)
        Composer.__init__(self)
        self.text, self.findings = text, findings
        self.reached: Any = _mark(text, 0)  # where the last node that was begun is a scalar, or where its inside is
        self.depth = self.values = 0
        self.inside = bytearray(text.count("\n") + 1)  # 1 for each line that a scalar from above goes on in

    def document(self) -> Any:
        """The root node of the only document, None when there is none."""
        self.get_event()  # the start of the stream
        start = self.peek_event()
        if isinstance(start, yaml.StreamEndEvent):
            self.findings.add(_mark(self.text, 0), "empty-file")
            return None
        if start.version or start.tags or self.text.startswith("%", start.start_mark.index):
            self.findings.add(start.start_mark, "directive")
        root = self.compose_document()
        if not isinstance(self.peek_event(), yaml.StreamEndEvent):
            self.findings.add(self.peek_event().start_mark, "second-document")
        return root

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()
        is_collection = isinstance(event, yaml.CollectionStartEvent)
        is_key = isinstance(parent, yaml.MappingNode) and index is None
        self.reached = event.end_mark if is_collection else event.start_mark
        self.values += 1
        if self.values > VALUES or (is_collection and self.depth == LEVELS):
            key, most = ("too-many-values", VALUES) if self.values > VALUES else ("too-deep", LEVELS)
            self.findings.add(event.start_mark, key, most=most)
            raise _BeyondLimits
        key, about = _refusal(event, is_key)
        if key:
            self.findings.add(event.start_mark, key, value=about)
        if isinstance(event, yaml.AliasEvent):
            self.get_event()
            return yaml.ScalarNode(REFUSED, "")
        event.anchor = event.tag = None
        self.depth += is_collection
        node: Any = super().compose_node(parent, index)
        self.depth -= is_collection
        if key and (is_key or not is_collection):
            node.tag = REFUSED
        if not is_collection:
            if event.start_mark.index >= len(self.text):  # libyaml puts an empty value on a line past the end
                node.start_mark = _mark(self.text, len(self.text))
            first, end = event.start_mark.line + 1, event.end_mark.line + (event.end_mark.column > 0)
            self.inside[first:end] = b"\1" * (end - first)
        return node

    def compose_mapping_node(self, anchor: Any) -> Any:
        node = super().compose_mapping_node(anchor)
        keys: dict[str, Any] = {}
        for key, value in node.value:
            if key.tag != REFUSED and key.value in keys:
                line = keys[key.value][0].start_mark.line + 1
                self.findings.add(key.start_mark, "duplicate-key", value=key.value, line=line)
            elif key.tag != REFUSED:
                keys[key.value] = key, value
        node.value = list(keys.values())
        return node

    def refuses_indentation(self, given_up: int = -1) -> bool:
        """Whether a line is indented with other blanks than spaces, outside of scalars; adds a finding for each.

        Where the parser gave up in a line, the lines below it do not count, and a tab in that line does.
        """
        line = start = count = 0
        for found in _ODD_INDENTATION.finditer(self.text):
            line, start = line + self.text.count("\n", start, found.start()), found.start()
            if self.findings.more or -1 < given_up < line:
                break
            is_tab = found[1] == "\t"  # which may stand between brackets
            if not self.inside[line] and (line == given_up or not is_tab):
                key = "not-yaml.tab" if is_tab else "not-yaml.space"
                self.findings.add(_mark(self.text, found.start(1)), key, value=_code_point(found[1]))
                count += 1
        return count > 0


def _refusal(event: Any, is_key: bool) -> tuple[str, str]:
    """The key of the finding about a node that the format leaves out, if it does, and what the finding is about."""
    if event.anchor is not None:
        return "alias" if isinstance(event, yaml.AliasEvent) else "anchor", event.anchor
    if event.tag is not None:
        return "tag", event.tag
    if not isinstance(event, yaml.ScalarEvent):
        return "key-not-text" if is_key else "", ""
    if event.style == '"' and (control := _CONTROL_OR_RETURN.search(event.value)):  # only there can it be escaped
        return "control-character", _code_point(control[0])
    if is_key and not event.style and event.value in ("", "<<"):
        return "merge-key" if event.value else "key-not-text", ""
    return "", ""


def _explain(error: yaml.MarkedYAMLError, loader: _Loader, findings: Findings) -> None:
    """Add what the parser complains of, as far as that can be told from the characters at its marks.

    Its sentences are in English and change with its version, so none of them is read or passed on.
    """
    text, since = loader.text, error.context_mark
    at = _mark(text, (error.problem_mark or loader.reached).index)  # a parser may be a line past the end
    depth, inside = loader.depth, loader.reached.index  # the parser looks ahead before it tells of a node
    for found in _BRACKET.finditer(text, inside, at.index):
        depth += _level(found)
        if depth > LEVELS:
            findings.add(_mark(text, found.start()), "too-deep", most=LEVELS)
            return
    if loader.refuses_indentation(at.line):
        return
    key, mark = "unknown", at
    if isinstance(error, yaml.scanner.ScannerError):
        key, mark = _misread_token(text, at, since or at)
    elif isinstance(error, yaml.parser.ParserError):
        key, mark = _misplaced_token(text, at, since)
    from_line = text.rfind("\n", 0, inside) + 1
    if key == "colon" and (glued := [*_KEY_WITHOUT_SPACE.finditer(text, from_line, at.index)]):
        key, mark = "key", _mark(text, glued[-1].start(1))
    if key == "inside" and _KEY_AND_QUOTE.fullmatch(text, at.index - at.column, at.index):
        key, mark = "quote", loader.reached  # the text above went on to the next one's first quotation mark
    findings.add(mark, f"not-yaml.{key}")


def _misread_token(text: str, at: yaml.Mark, since: yaml.Mark) -> tuple[str, yaml.Mark]:
    """The wording and the place for a token that cannot be read, begun at `since` and given up at `at`."""
    begun, char = (text[mark.index : mark.index + 1] or "\n" for mark in (since, at))
    if char == "\t":
        return "tab", at
    if since.index == at.index:
        return {":": "colon", "-": "dash"}.get(char, "character" if char in "?@`%|>" else "unknown"), at
    if begun in ("'", '"'):
        closed = _QUOTED.match(text, since.index)
        if closed is not None and at.index < closed.end() and "\\" in text[max(at.index - 2, 0) : at.index + 1]:
            return "escape", at
        if closed is None or at.index < closed.end():
            return "quote", since
    elif begun in "&*!|>%":
        return {"|": "block", ">": "block", "%": "directive"}.get(begun, "sign"), at
    if at.line > since.line or at.index > since.index + 1000:
        return "dash-space" if begun == "-" else "key", since
    return "unknown", at


def _misplaced_token(text: str, at: yaml.Mark, since: yaml.Mark | None) -> tuple[str, yaml.Mark]:
    """The wording and the place for a token at `at` that cannot stand there, in a collection that began at `since`."""
    char, before = text[at.index : at.index + 1] or "\n", text[at.index - at.column : at.index].lstrip(" ")
    last = before.rstrip(" ")[-1:]
    quote = last if last in ("'", '"') else ""
    if quote and char not in ":,]}\n" and (char != quote or text[at.index - 1] == quote):
        return "inside", at
    if since and since.index < at.index and text[since.index] in "[{":
        depth = 0
        for found in _BRACKET.finditer(text, since.index):
            depth += _level(found)
            if depth == 0 and char not in "]}":
                word = _mark(text, at.index - len(before)) if at.line > since.line else at
                return ("colon", at) if char == ":" and word is at else ("comma", word)
        return "bracket", since
    if char in "]}%!,":
        return {"%": "directive", "!": "sign", ",": "character"}.get(char, "closing"), at
    if char.isspace() or (since and since.index == at.index):
        return "unknown", at
    return "after" if before.strip("-? ") else "indentation", at


def _level(found: re.Match[str]) -> int:
    """1 for an opening bracket, -1 for a closing one, 0 for a text in quotes."""
    return (found[0] in "[{") - (found[0] in "]}")
