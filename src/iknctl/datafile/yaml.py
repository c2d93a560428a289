"""Parse the YAML of a data file into PyYAML's nodes, and refuse what the format leaves out. Only here is it parsed."""

import re
from codecs import BOM_UTF8
from typing import Any

import yaml

from iknctl.datafile.finding import Findings

LEVELS = 32
VALUES = 150_000  # more than 5 MiB of sound data holds, and about a second of reading
REFUSED = "refused"
"""The tag of a node that a finding was added for, and that nothing else need be said of."""
CUT = "cut"
"""The tag of a scalar without quotation marks that a ` #` ends, where the # is not plainly that of a comment."""

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml

# C0 but tab and line feed, DEL and C1, line and paragraph separators, bidi overrides and isolates, lone surrogates,
# and the code points that YAML itself refuses.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")

_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200b\u202f\u205f\u3000]")
_ODD_INDENTATION = re.compile(f" *+(\t|{_ODD_SPACE.pattern})")
_CUT_OFF = re.compile(r" #|[ \t]+#[^ \t\n]")  # a # two spaces off that a space follows is plainly a comment
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"|' + r"'(?:[^']|'')*+'", re.DOTALL)
_QUOTED_OR_BRACKET = re.compile(rf"{_QUOTED.pattern}|[\[\]{{}}]", re.DOTALL)
_KEY_WITHOUT_SPACE = re.compile(r"^ *(?:- +)*([A-Za-z_][\w-]*:)(?=[^\s:/])", re.MULTILINE)
_KEY_AND_QUOTE = re.compile(r" *(?:- +)*[\w-]+: *[\"'] *")

# A number to readers that follow YAML 1.2, though not always to PyYAML; `y` and `n` are truth values to old ones.
_NUMBER_ELSEWHERE = re.compile(r"[-+]?+(?:0o[0-7_]++|(?:\.[0-9]++|[0-9]++(?:\.[0-9]*+)?+)(?:e[-+]?+[0-9]++)?+)")
_WHOLE = re.compile("0|[1-9][0-9]{0,3}", re.ASCII)
_ELSEWHERE = {"int": "number", "float": "number", "bool": "word", "value": "word", "null": "null"}
_RESOLVER: Any = yaml.resolver.Resolver()


def parse(data: bytes, findings: Findings) -> yaml.Node | None:
    """The root node of the only document, None where its structure cannot be made out. Never raises."""
    text = _decoded(data, findings)
    if text is None:
        return None
    for found in _CONTROL.finditer(text):
        findings.add(_mark(text, found.start()), "control-character", value=_code_point(found[0]))
        if findings.more:
            break
    text = _CONTROL.sub("\ufffd", text)  # so that the rest can be parsed
    reader = _Reader(text, findings)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            if not reader.take(event):
                break
    except yaml.MarkedYAMLError as error:
        _explain(error, text, reader.reached, len(reader.nodes) - 1, findings)
        return None
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: escapes in the pure-Python parser
        findings.add(reader.reached, "not-yaml.unknown")
        return None
    if not reader.nodes[0].value:
        findings.add(_mark(text, 0), "empty-file")
        return None
    is_whole = len(reader.nodes) == 1 and not findings.has("not-yaml")
    return reader.nodes[0].value[0] if is_whole else None


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
    lower = node.value.lower()
    tag = _RESOLVER.resolve(yaml.ScalarNode, lower, (True, False)).removeprefix("tag:yaml.org,2002:")
    is_number, is_word = _NUMBER_ELSEWHERE.fullmatch(lower), lower in ("y", "n")
    read_as = "number" if is_number else "word" if is_word else _ELSEWHERE.get(tag)
    return f"ambiguous-value.{read_as}" if read_as else "text"


def _decoded(data: bytes, findings: Findings) -> str | None:
    """The text of the file, each line break as a line feed, which is what YAML makes of them in values anyway."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text, broken, _ = data.decode().partition("\0")
    except UnicodeDecodeError as error:
        text, broken = data[: error.start].decode(), "bytes"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if broken:
        findings.add(_mark(text, len(text)), "not-text")
    return None if broken else text


def _mark(text: str, index: int) -> yaml.Mark:
    return yaml.Mark("", index, text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1, None, 0)


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


class _Reader:
    """Makes nodes of the parser's events, and adds a finding for what the format leaves out."""

    def __init__(self, text: str, findings: Findings) -> None:
        self.text, self.findings, self.values = text, findings, 0
        self.nodes: list[Any] = [yaml.SequenceNode("", [])]  # those that are still open; the first holds the root
        self.reached: Any = _mark(text, 0)  # where the last node begins or, if it is a collection, its inside does

    def take(self, event: Any) -> bool:
        """Add a node or close one. Returns whether to go on."""
        nodes, start = self.nodes, event.start_mark
        if isinstance(event, yaml.CollectionEndEvent):
            node = nodes.pop()
            if isinstance(node, yaml.MappingNode):
                node.value = self.pairs(node.value)
        elif isinstance(event, yaml.NodeEvent):
            self.values += 1
            is_collection = isinstance(event, yaml.CollectionStartEvent)
            self.reached = event.end_mark if is_collection else start
            if self.values > VALUES or (is_collection and len(nodes) > LEVELS):
                key, most = ("too-many-values", VALUES) if self.values > VALUES else ("too-deep", LEVELS)
                self.findings.add(start, key, most=most)
                return False
            is_key = isinstance(nodes[-1], yaml.MappingNode) and len(nodes[-1].value) % 2 == 0
            node = self.node(event, is_key)
            nodes[-1].value.append(node)
            if is_collection:
                nodes.append(node)
        elif isinstance(event, yaml.DocumentStartEvent):
            if nodes[0].value:
                self.findings.add(start, "second-document")
                return False
            if self.text.startswith("%", start.index):
                self.findings.add(start, "directive")
        return True

    def node(self, event: Any, is_key: bool) -> yaml.Node:
        """The node that an event begins."""
        key, about, mark = "", "", event.start_mark
        if mark.index >= len(self.text):  # libyaml puts an empty value on a line past the end
            mark = _mark(self.text, len(self.text))
        is_scalar = isinstance(event, yaml.ScalarEvent)
        is_plain = is_scalar and not event.style
        if event.anchor is not None:
            key, about = "alias" if isinstance(event, yaml.AliasEvent) else "anchor", event.anchor
        elif event.tag is not None:
            key, about = "tag", event.tag
        elif is_key and (not is_scalar or (is_plain and event.value in ("", "<<"))):
            key = "merge-key" if is_scalar and event.value else "key-not-text"
        elif is_plain and _ODD_SPACE.match(event.value):
            if is_key or not self.text[mark.index - mark.column : mark.index].strip(" "):
                key, about = "not-yaml.space", _code_point(event.value[0])
        elif is_scalar and (control := _CONTROL.search(event.value)):  # written as an escape
            key, about = "control-character", _code_point(control[0])
        if key:
            self.findings.add(mark, key, value=about)
        if isinstance(event, yaml.CollectionStartEvent):
            made = yaml.SequenceNode if isinstance(event, yaml.SequenceStartEvent) else yaml.MappingNode
            return made(REFUSED if key and is_key else "", [], mark)
        tag = REFUSED if key else CUT if is_plain and _CUT_OFF.match(self.text, event.end_mark.index) else ""
        return yaml.ScalarNode(tag, getattr(event, "value", ""), mark, style=getattr(event, "style", None))

    def pairs(self, nodes: list[Any]) -> list[tuple[Any, Any]]:
        """The keys of a mapping, each once, with their values."""
        pairs: dict[str, Any] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if key.tag != REFUSED and pairs.setdefault(key.value, (key, value))[0] is not key:
                line = pairs[key.value][0].start_mark.line + 1
                self.findings.add(key.start_mark, "duplicate-key", value=key.value, line=line)
        return list(pairs.values())


def _explain(error: yaml.MarkedYAMLError, text: str, reached: Any, depth: int, findings: Findings) -> None:
    """Add what the parser complains of, as far as that can be told from the characters at its marks.

    Its sentences are in English and change with its version, so none of them is read or passed on. `reached` is where
    the last node begins, `depth` how many collections are open there; the parser looks ahead before it tells of a node.
    """
    at = _mark(text, (error.problem_mark or reached).index)  # a parser may be a line past the end
    for found in _QUOTED_OR_BRACKET.finditer(text, reached.index, at.index):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > LEVELS:
            findings.add(_mark(text, found.start()), "too-deep", most=LEVELS)
            return
    if not findings.has("not-yaml"):  # where a key begins with an odd space, the parser stumbles over what is below it
        key, mark = _slip(error, text, reached, at)
        findings.add(mark, f"not-yaml.{key}", value=_code_point(text[mark.index : mark.index + 1] or "\n"))


def _slip(error: yaml.MarkedYAMLError, text: str, reached: Any, at: yaml.Mark) -> tuple[str, yaml.Mark]:
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
    if char == "\t":
        return "tab", at
    if before.endswith(("'", '"')) and char not in ":,]}\n" and (char != before[-1] or text[at.index - 1] == char):
        # After `key: "`, it is the text above that went on to this quotation mark.
        return ("quote", reached) if _KEY_AND_QUOTE.fullmatch(text, start_of_line, at.index) else ("inside", at)
    if not is_token and begun in "[{" and since.index < at.index and (char != ":" or since.line < at.line):
        return "bracket", since
    if is_token and at.line > since.line:
        return "dash" if begun == "-" else "key", since
    if char == ":":
        glued = [*_KEY_WITHOUT_SPACE.finditer(text, text.rfind("\n", 0, reached.index) + 1, at.index)]
        return ("key", _mark(text, glued[-1].start(1))) if glued else ("colon", at)
    if not text.startswith("%", start_of_line) and (char in "@`%&*!,?" or (is_token and begun in "&*!")):
        return "sign", at
    is_first = not before.strip("-? ") and char not in "% \n"
    return "indentation" if is_first and isinstance(error, yaml.parser.ParserError) else "unknown", at
