"""The YAML that is read: what scalars mean, what is refused and where, whichever parser is installed; limits."""

import random
import re
import time
from collections.abc import Callable
from datetime import date

import pytest
import yaml

from iknctl.datafile import BYTES, check
from iknctl.datafile import yaml as document
from iknctl.datafile.finding import MOST, Finding, Findings
from iknctl.datafile.yaml import LEVELS, kind, parse
from iknctl.messages.syntax import HINTS, MESSAGES
from sound import SOUND, broken

PARSERS = [*dict.fromkeys((yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))]  # a set has no order


@pytest.fixture(params=PARSERS, ids=lambda each: each.__name__)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    """libyaml, where PyYAML has it, and the parser in Python that serves without it."""
    monkeypatch.setattr(document, "_PARSER", request.param)
    return request.param


def parsed(text: str | bytes) -> tuple[object, list[Finding]]:
    """The structure of a file as plain values, and the findings about it; what was refused is an ellipsis."""

    def plain(node: yaml.Node) -> object:
        if isinstance(node, yaml.MappingNode):
            return {key.value: plain(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [plain(item) for item in node.value]
        return ... if node.tag == document.REFUSED else node.value

    findings = Findings("file.yaml")
    root = parse(text.encode() if isinstance(text, str) else text, findings)
    return plain(root) if root else None, findings.kept


def codes(text: str | bytes) -> list[tuple[int | None, int | None, str]]:
    return [(each.line, each.column, each.code) for each in parsed(text)[1]]


def reasons(text: str) -> list[tuple[int | None, str]]:
    """The line of each finding, and the key of its wording behind `not-yaml`, or its code."""
    keys = {pair[0]: key.partition("not-yaml.")[2] for key, pair in MESSAGES.items() if "not-yaml" in key}
    english = [(re.sub("U[+][0-9A-F]{4}", "U+{value}", each.message.en), each) for each in parsed(text)[1]]
    return [(each.line, keys.get(worded, each.code)) for worded, each in english]


# Scalars


CORE = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-f]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)(e[-+]?[0-9]+)?|[-+]?\.(inf)|\.nan"
)


def test_a_plain_scalar_is_read_only_as_every_reader_of_yaml_reads_it() -> None:
    """Against PyYAML (YAML 1.1), the core schema of YAML 1.2, and the two words that only older drafts know."""
    chance = random.Random(20)
    tried = "null ~ Null nULL 0 7 2030 20300 012 08 0o7 1e3 y N yes On tRUE = .inf -.INF 20:30 2_030 0x1F .5".split()
    tried += ["".join(chance.choices("0123456789_+-.:exobnayslfr~=", k=chance.randint(1, 6))) for _ in range(6000)]
    seen = set()
    for text in tried:
        if text in ("-", ":", "?") or text[0] in "-?:" or text.startswith("<<"):
            text = f"1{text}"
        found = kind(yaml.ScalarNode("", text))
        try:
            known = yaml.safe_load(f"- {text}")[0]
        except ValueError:  # a date that is not in the calendar, a number without digits
            continue
        except yaml.YAMLError:  # `=`, which is a value of its own
            known = 0
        if not isinstance(known, (str, int, float, bool, date, type(None))):
            continue  # it is no scalar
        seen.add(found)
        differs = not isinstance(known, (str, date)) or CORE.fullmatch(text.lower()) or text.lower() in ("y", "n")
        if found == "null":
            assert known is None
        elif found == "number":
            assert known == int(text)
            assert str(known) == text
        elif found == "text":
            assert not differs, text
        else:
            assert differs or text == "nULL" or isinstance(yaml.safe_load(text.lower()), (bool, type(None))), text
    assert seen == {"null", "number", "text", *(f"ambiguous-value.{each}" for each in ("null", "number", "word"))}


def test_texts_are_read_as_they_stand(parser: object) -> None:
    for written, value in (
        ("2030–2039", "2030–2039"),
        ("falſe", "falſe"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("two words # and a comment", "two words"),
        ('"2030"', "2030"),
        ("'no'", "no"),
        ('""', ""),
        ('"a\\tb\\nc"', "a\tb\nc"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("|\n  \u00a0one\n", "\u00a0one\n"),
        ('"one\n  \u00a0two"', "one \u00a0two"),
        ("[]", []),
        ("{}", {}),
    ):
        assert parsed(f"key: {written}\n") == ({"key": value}, [])


def test_line_breaks_and_byte_order_marks(parser: object) -> None:
    for newline in ("\n", "\r\n", "\r"):
        text = newline.join(["# é", "a: one", "b:", "  - two", "c: |", "  x", "  y", ""])
        assert parsed(text) == ({"a": "one", "b": ["two"], "c": "x\ny\n"}, [])
        assert codes(f"# é{newline}a: one{newline}b: é{newline}c: *d{newline}") == [(4, 4, "alias")]
    assert parsed(b"\xef\xbb\xbfa: b\n") == ({"a": "b"}, [])
    assert codes(b"\xef\xbb\xbfa: \xff\n") == [(1, 4, "not-text")]


# What the format leaves out


def test_what_the_format_leaves_out(parser: object) -> None:
    for text, expected in (
        ("a: &x 1\n", [(1, 4, "anchor")]),
        ("a: &x [1]\nb: *x\n", [(1, 4, "anchor"), (2, 4, "alias")]),
        ("a: &x b\nc: &x d\n", [(1, 4, "anchor"), (2, 4, "anchor")]),
        ("a: &x {b: 1}\n<<: *x\n", [(1, 4, "anchor"), (2, 1, "merge-key"), (2, 5, "alias")]),
        ("a: {<<: {b: 1}}\n", [(1, 5, "merge-key")]),
        ("a: !!str 1\n", [(1, 4, "tag")]),
        ("a: ! 1\n", [(1, 4, "tag")]),
        ("a: !!python/object/apply:os.system [ls]\n", [(1, 4, "tag")]),
        ("--- a\n--- b\n", [(2, 1, "second-document")]),
        ("a: 1\n...\n---\nb: *unread\n", [(3, 1, "second-document")]),
        ("%YAML 1.1\n---\na: 1\n", [(1, 1, "directive")]),
        ("%TAG !e! tag:example.org,2000:\n---\na: 1\n", [(1, 1, "directive")]),
        ('{a: 1, "a": 2}', [(1, 8, "duplicate-key")]),
        ("? [a]\n: b\n", [(1, 3, "key-not-text")]),
        ("? {a: 1}\n: b\n", [(1, 3, "key-not-text")]),
        ("? \n: b\n", [(1, 2, "key-not-text")]),
        ("? *a\n: b\n", [(1, 3, "alias")]),
        ("", [(1, 1, "empty-file")]),
        ("\n# only a comment\n", [(1, 1, "empty-file")]),
        ("\ufeff", [(1, 1, "empty-file")]),
    ):
        assert sorted(codes(text)) == expected, text
    assert parsed("a: *x\nb: !!int 1\nc: &d [1]\n? [e]\n: f\n")[0] == {"a": ..., "b": ..., "c": ["1"]}


def test_what_only_one_parser_reads_is_refused_or_read(parser: type) -> None:
    assert codes("%FOO bar\n---\na: 1\n")[0][2] in ("directive", "not-yaml")
    tab = "a: [b,\n\tc]\n"
    try:
        list(yaml.parse(tab, Loader=parser))
    except yaml.YAMLError:
        assert reasons(tab) == [(2, "tab")]
    else:
        assert parsed(tab) == ({"a": ["b", "c"]}, [])


def test_control_characters_are_refused_written_out_or_escaped(parser: object) -> None:
    controls = "\x01\x08\x0b\x1b\x7f\x80\x85\x9b\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe"
    for char in controls:
        assert codes(f'a: 1\nb: "x{char}y"\n') == [(2, 6, "control-character")]
        assert codes(f"a: 1\nb: x{char}y # {char}\n")[0] == (2, 5, "control-character")
        assert codes(f'a: 1\nb: "x\\u{ord(char):04x}y"\n')[0][2] in ("control-character", "not-yaml")
    for escape in ("\\x1b", "\\e", "\\a", "\\0", "\\r", "\\N", "\\L", "\\P", "\\u202e"):
        assert codes(f'a: 1\nb: "x{escape}y"\n') == [(2, 4, "control-character")]
        assert codes(f'a: 1\n"b{escape}": z\n') == [(2, 1, "control-character")]
    assert codes("a: \x1b\nc: *d\n") == [(1, 4, "control-character"), (2, 4, "alias")]


def test_other_encodings_and_binary_files() -> None:
    for data, line, column in (
        ("a: b\n".encode("utf-16"), 1, 1),
        ("a: b\n".encode("utf-16-le"), 1, 2),
        ("a: b\nc: é\n".encode("latin-1"), 2, 4),
        ("a: \ud800".encode("utf-8", "surrogatepass"), 1, 4),
        (b"a: b\nc: \0\n", 2, 4),
        (b"\xc0\xaf", 1, 1),
    ):
        assert codes(data) == [(line, column, "not-text")]


# What is no YAML: the line and the reason, in words that fit what was typed

SLIPS = [
    ("a: b: c\n", 1, "colon"),
    ("a: 1\n  b: 2\n", 2, "colon"),
    ("a: b\nc: {en: d: e, id: f}\n", 2, "colon"),
    ("<<<<<<< ours\na: 1\n=======\n", 2, "colon"),
    ("publisher:Arsip\nid: a\n", 1, "key"),
    ("id: a\npublisher:Arsip\n", 2, "key"),
    ("- publisher:Arsip\n  id: a\n", 1, "key"),
    ("- id: a\n  publisher:Arsip\n  title: b\n", 2, "key"),
    ("a:\n  b:Arsip\n  c: d\n", 2, "key"),
    ("a: 1\nb\nc: 2\n", 2, "key"),
    ("a:\n  - b\n  -c\n", 3, "dash-space"),
    ("a: 1\n- b\n", 2, "indentation"),
    ("  a: 1\n b: 2\n", 2, "indentation"),
    ("a:\n  - b\n c: d\n", 3, "indentation"),
    ("a: - b\n", 1, "dash"),
    ("a:\n- [1, 2\nb: 3\n", 2, "bracket"),
    ("a: 1\nb: {c: 1\nd: 2\ne: [3]\n", 2, "bracket"),
    ("a: [b, c}\n", 1, "bracket"),
    ("a: [b,}\n", 1, "bracket"),
    ("a: [b,", 1, "bracket"),
    ("a: [b,\n  c:\n  - d: 1\n", 1, "bracket"),
    ("a: 1\nb: [\nc:\n- d: 1\n", 2, "bracket"),
    ("a: 1\nb: {\nc:\n- d: 1\n", 2, "bracket"),
    ("a: [[b, c],\nd:\n- e: [f]\n", 1, "bracket"),
    ("a: [b] c]\n", 1, "after"),
    ("a: [1, 2]]\n", 1, "closing"),
    ("a: ]\n", 1, "closing"),
    ('a: {"b": "1"\n  "c": 2}\n', 2, "comma"),
    ("a: {en: Near\n  id: Dekat}\n", 2, "comma"),
    ("a: [[b] c]\n", 1, "comma"),
    ('a: ["b" "c"]\n', 1, "comma"),
    ('a: 1\nb: "c\nd: e\n', 2, "quote"),
    ("a: 1\nb: 'c\n\nd: e\n", 2, "quote"),
    ('a: "b\n---\nc"\n', 1, "quote"),
    ('a: "b\nc: "d"\ne: f\n', 1, "quote"),
    ("- a: 'b\n- a: 'd'\n", 1, "quote"),
    ('a: "b "c" d"\n', 1, "inside"),
    ('a: "b"c""\n', 1, "inside"),
    ('a: {en: "b "c" d", id: e}\n', 1, "inside"),
    ('- "b "c" d"\n', 1, "inside"),
    ("a: 'it's'\n", 1, "inside"),
    ("a: 'b' c\n", 1, "inside"),
    ("a: @b\n", 1, "sign"),
    ("a: `b`\n", 1, "sign"),
    ("a: %b\n", 1, "sign"),
    ("a: *\n", 1, "sign"),
    ("a: & b\n", 1, "sign"),
    ("a: !<b c\n", 1, "sign"),
    ("a: !b!c d\n", 1, "sign"),
    ("a: | b\n", 1, "block"),
    ("a: >x\n b\n", 1, "block"),
    ("a: |0\n b\n", 1, "block"),
    ("a: {b: | c, d: e}\n", 1, "sign"),
    ("a: {b: >, d: e}\n", 1, "sign"),
    ('a: "\\q"\n', 1, "escape"),
    ('"\\q"', 1, "escape"),
    ('a: "\\xzz"\n', 1, "escape"),
    ("%YAML 2.0\n---\na: b\n", 1, "percent"),
    ("%YAML 1.1\n%YAML 1.1\n---\na: b\n", 2, "percent"),
    ("%YAML x\n---\na: b\n", 1, "percent"),
    ("%YAML 1.1\na: b\n", 1, "percent"),
    ("%FOO\na: b\n", 1, "percent"),
    ("% a comment\na: b\n", 1, "percent"),
    ("a: b\n%c: d\n", 2, "percent"),
    ("a:\n% b\n  - c\n", 2, "percent"),
    ('a: "b\n%c\n', 1, "quote"),
    ("a: [b,\n  c\nd: e\n", 1, "bracket"),
    ("a:\n  b: c\n  \td: e\n", 3, "tab"),
    ("a:\n\t- b\n", 2, "tab"),
    ("a:\n  b: 1\n\tc: 2\n", 3, "tab"),
    ("a: >\n\tb\n", 2, "tab"),
    ("-\t- b\n", 1, "tab"),
    ("a:\n\u00a0\u00a0b: c\nd: e\n", 2, "space"),
    ("a:\n- b: c\n\u00a0\u00a0d: e\n  f: g\n", 3, "space"),
    ("a:\n  b: c\n \u00a0d: e\n", 3, "space"),
    ("a:\n\u3000b: c\n", 2, "space"),
    ("a:\n \u00a0b\n", 2, "space"),
    ("a: b\n\u00a0\nc: d\n", 2, "space"),
    ("a: b\n\u00a0word\nc: d\n", 2, "space"),
]


def test_a_slip_is_found_on_its_line_in_words_that_fit_it(parser: object) -> None:
    for text, line, reason in SLIPS:
        assert reasons(text) == [(line, reason)], text
        moved = reasons(f"x: |\n  [ \" '\n# [ {{ \" '\ny: it's\n{text}") if text[0] in "ab" else [(line + 4, reason)]
        assert moved == [(line + 4, reason)], text
    told = {f"finding.not-yaml.{reason}" for _, _, reason in SLIPS}
    told.add("finding.not-yaml.unknown")  # which no slip known today leads to
    assert told == {key for key in {*MESSAGES, *HINTS} if key.startswith("finding.not-yaml")}


def test_what_only_looks_like_a_space_is_named_at_its_place(parser: object) -> None:
    for text, line, column in (
        ("a:\n  - b\n\u00a0\u00a0- c\nd: e\n", 3, 1),
        ("a:\n\u00a0\u00a0- b\n  - c\n", 2, 1),
        ("a:\n  - b\n \u00a0- c\nd: e\n", 3, 2),
        ("a:\n  b: c\n\u3000# note\n  d: e\n", 3, 1),
        ("a: b\n\u00a0\u00a0c\nd: e\n", 2, 1),
        ("a: b\n\u2003\nd: e\n", 2, 1),
        ("a:\n  -\u00a0b: c\n    d: e\n", 2, 4),
        ("a:\n  - b: c\n  -\u00a0b: c\n", 3, 4),
        ("a:\n  - b\n  -\u00a0c\nd: e\n", 3, 4),
        ("a:\n  -\u00a0b\n", 2, 4),
        ("a:\n  b:\u00a0c\n  d: e\n", 2, 5),
        ("- b:\u00a0c\n  d: e\n", 1, 5),
        ("{a: b,\u00a0c: d}\n", 1, 7),
    ):
        (finding,) = parsed(text)[1]
        assert (finding.line, finding.column) == (line, column), text
        assert "only looks like a space, U+" in finding.message.en, text
    assert parsed("a: -\u00a0b\nc: [d,\u00a0e]\nf:\n- \u00a0g\n")[1] == []


def test_what_an_escape_stands_for_and_a_tag_are_shown_as_they_are_written(parser: object) -> None:
    for text, shown in (
        ('a: "D:\\Public"\n', "an escape in this text stands for a control character, U+2029"),
        ("a: D:\u2029ublic\n", "there is a control character, U+2029"),
        ("a: !!str b\n", "`!!str` is a tag"),
        ("a: !own b\n", "`!own` is a tag"),
    ):
        assert [finding.message.en for finding in parsed(text)[1]] == [shown]


def test_no_sentence_of_a_parser_is_passed_on(parser: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also not one that no version known today has: then a general one stands in its place, in both languages."""
    for text, _, _ in SLIPS:
        try:
            complaint = str(list(yaml.parse(text, Loader=parser)))
        except yaml.MarkedYAMLError as error:
            complaint = str(error.problem)
        for finding in parsed(text)[1]:
            assert complaint not in f"{finding.message.en} {finding.message.id}"
    mark = yaml.Mark("", 2, 0, 2, None, 0)
    for raised in (
        yaml.scanner.ScannerError("while frobbing", mark, "frobbed", mark),
        yaml.parser.ParserError("while frobbing", mark, "frobbed", mark),
        yaml.MarkedYAMLError(None, None, "frobbed", None),
        yaml.reader.ReaderError("file", 3, 0, "utf-8", "frobbed"),
        ValueError("frobbed"),
        OverflowError("frobbed"),
    ):

        class Frobbing(parser):  # type: ignore[misc]
            def check_event(self, raised: Exception = raised) -> bool:
                raise raised

        monkeypatch.setattr(document, "_PARSER", Frobbing)
        ((finding),) = parsed("a: b\n")[1]
        assert finding.code == "not-yaml"
        assert finding.line == 1
        assert (finding.message.en, finding.message.id) == MESSAGES["finding.not-yaml.unknown"]
        assert finding.hint is not None


def test_a_complaint_about_what_is_escaped_is_caught(parser: object) -> None:
    for escape in ("\\UFFFFFFFF", "\\ud800", "\\U00110000"):
        assert {code for *_, code in codes(f'a: "{escape}"\n')} <= {"not-yaml", "control-character"}
        assert codes(f'a: "{escape}"\n')


# Limits


def test_depth_is_limited_in_flow_and_in_block(parser: object) -> None:
    assert codes("[" * LEVELS + "]" * LEVELS) == []
    assert codes("[" * (LEVELS + 1) + "]" * (LEVELS + 1)) == [(1, LEVELS + 1, "too-deep")]
    for before, opening in (
        ("", "["),
        ("", "{a: "),
        ("", "- "),
        ("a: b\nc: [d, ", "["),
        ("- - ", "[{"),
        ("[[], '[', ", "["),
    ):
        levels = before.count("- ") + 2 * before.count("c:") + before.startswith("[")
        found = codes(before + opening * 5_000)[-1]
        steps = (LEVELS - levels) if opening != "[{" else (LEVELS - levels) // 2
        assert found == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + len(opening) * steps + 1, "too-deep")
    assert codes("\n".join(" " * depth + "a:" for depth in range(2000))) == [(LEVELS + 1, LEVELS + 1, "too-deep")]
    assert codes(f'a: "{"[" * 99}"\nb: {"[" * 20 + "]" * 20}') == []


def test_size_and_values_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "VALUES", 100)
    assert codes("[" + "1," * 99 + "]") == []
    assert codes("[" + "1," * 100 + "]") == [(1, 200, "too-many-values")]


TITLE = "sources:\n- title: "
LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets": lambda size: "[" * size,
    "deep block": lambda size: "- " * (size // 2),
    "quotes": lambda size: "a: " + "'\"" * (size // 2 - 4),
    "digits": lambda size: f"{TITLE}{'1' * (size - 20)}x",
    "keys": lambda size: "".join(f"k{number}: 1\n" for number in range(size // 20)),
    "blank lines": lambda size: "\n" * size,
    "pairs of brackets": lambda size: "a: " + "[{" * (size // 2 - 2),
    "colons": lambda size: TITLE + "1:" * (size // 2 - 10),
    "escapes": lambda size: 'a: "' + "\\x41" * (size // 4 - 2) + '"',
    "control characters": lambda size: "a" * (size - 300) + "\x01" * 300,
    "one key again and again": lambda size: "k: 1\n" * (size // 20),
    "anchors": lambda size: "[" + "&a x," * (size // 6) + "]",
    "empty keys": lambda size: "?\n" * (size // 20),
    "no-break spaces": lambda size: "".join(f"\u00a0k{number}: 1\n" for number in range(size // 20)),
    "many lines in quotes": lambda size: "- 'a\n  b'\n" * (size // 11) + "\t- x: y: z",
    "keys without a space": lambda size: "a:b\n" * (size // 4 - 10) + "b: c\n",
    "unclosed": lambda size: "a: [" + '"a",\n' * (size // 6),
    "laughs": lambda size: LAUGHS,
    "lines that begin with %": lambda size: "a: b\n" + "%\n" * (size // 2 - 10),
    "brackets behind a slip": lambda size: "a: [b, - c\n" + "[" * (size - 20),
}


def test_hostile_files_take_little_time(parser: object) -> None:
    """At a size where what takes the square of it would show; the parser in Python is fifty times as slow."""
    for name, made in HOSTILE.items():
        data = made(BYTES // (20 * 20 if parser is yaml.SafeLoader else 20)).encode()
        start = time.process_time()
        found = check(data, "file.yaml", date(2026, 11, 24))[1]
        assert time.process_time() - start < 2, (
            name
        )  # less than a tenth is what it takes; the rest is for slow machines
        assert len(found) <= MOST + 1


def test_a_file_of_one_line_takes_no_longer_than_one_of_many() -> None:
    """JSON is YAML, often on one line: at this size, to look back along it for each value would take far longer."""

    def seconds(text: str) -> float:
        start = time.process_time()
        parsed(text)
        return time.process_time() - start

    for value, before in (("a" * 160, ""), ("\u00a0" + "a" * 160, ""), ("\u00a0a", " " * 800_000)):
        lines, line = (f"{before}[{(value + ',' + end) * 30_000}]" for end in ("\n", ""))
        assert seconds(line) < 3 * seconds(lines.replace("\u00a0", "")) + 0.5, value


def test_the_parser_in_python_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for old, new in (("schema: 1", "schema: no"), ("roadmap: far", "roadmap: &a far"), ("end: null", "end: ~ ")):
        found = []
        for each in PARSERS:
            monkeypatch.setattr(document, "_PARSER", each)
            assert check(SOUND.encode(), "file.yaml", date(2026, 11, 24))[1] == ()
            found.append(check(broken(old, new), "file.yaml")[1])
        assert found[0] == found[-1] != ()
