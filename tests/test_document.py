"""The YAML that is read: what scalars mean, what is refused and where, and the limits that hold for hostile bytes."""

import time

import pytest
import yaml

from iknctl.datafile import yaml as document
from iknctl.datafile.finding import FINDINGS, collect, worded
from iknctl.datafile.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from iknctl.datafile.yaml import BYTES, LEVELS, read


def tree(text: str | bytes) -> Node | None:
    """The root of a document that has no faults."""
    faults, root = collect(read(text.encode() if isinstance(text, str) else text))
    assert faults == []
    return root


def faults(text: str | bytes) -> list[tuple[int | None, int | None, str]]:
    found, _ = collect(read(text.encode() if isinstance(text, str) else text))
    assert len(worded(found, "file.yaml")) == len(found)
    return [(fault.line, fault.column, fault.key) for fault in found]


def plain(node: Node | None) -> object:
    match node:
        case Mapping(entries=entries):
            return {key.value: plain(value) for key, value in entries}
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Scalar(value=value):
            return value
    return node


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("0", 0),
        ("7", 7),
        ("2030", 2030),
        ("2024-01-28", "2024-01-28"),
        ("2024-01", "2024-01"),
        ("2030-2039", "2030-2039"),
        ("2030–2039", "2030–2039"),
        ("Nope", "Nope"),
        ("nullable", "nullable"),
        ("falſe", "falſe"),
        ("3.246 ASN", "3.246 ASN"),
        ("12 of 14", "12 of 14"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("two words # and a comment", "two words"),
        ('"2030"', "2030"),
        ("'no'", "no"),
        ('"null"', "null"),
        ('"~"', "~"),
        ('""', ""),
        ('"a\\tb\\nc"', "a\tb\nc"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_scalars(text: str, value: object) -> None:
    assert plain(tree(f"key: {text}\n")) == {"key": value}


@pytest.mark.parametrize(
    "text",
    "20:30 20:30:15 012 00 2_030 0x1F 0o17 0b11 1e3 1E3 .5 5. 2030.5 1_0.5e-3 .inf -.INF .nan +5 -5 20300".split(),
)
def test_numbers_that_yaml_readers_differ_on_are_refused(text: str) -> None:
    assert faults(f"key: {text}\n") == [(1, 6, "ambiguous-value.number")]


@pytest.mark.parametrize("text", "no No NO yes Yes on ON off y n Y N true True TRUE false =".split())
def test_words_that_yaml_readers_differ_on_are_refused(text: str) -> None:
    assert faults(f"- {text}\n") == [(1, 3, "ambiguous-value.word")]


@pytest.mark.parametrize("text", ["~", "Null", "NULL", "nULL"])
def test_null_has_one_spelling(text: str) -> None:
    assert faults(f"key: {text}\n") == [(1, 6, "ambiguous-value.null")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", [(1, 4, "anchor")]),
        ("a: &x [1]\nb: *x\n", [(1, 4, "anchor"), (2, 4, "alias")]),
        ("a: &x {b: 1}\n<<: *x\n", [(1, 4, "anchor"), (2, 1, "merge-key"), (2, 5, "alias")]),
        ("a: {<<: {b: 1}}\n", [(1, 5, "merge-key")]),
        ("a: !!str 1\n", [(1, 4, "tag")]),
        ("a: ! 1\n", [(1, 4, "tag")]),
        ("a: !!python/object/apply:os.system [ls]\n", [(1, 4, "tag")]),
        ("a: !<tag:yaml.org,2002:int> &x 1\n", [(1, 4, "anchor")]),
        ("--- a\n--- b\n", [(2, 1, "second-document")]),
        ("a: 1\n...\n---\nb: *unread\n", [(3, 1, "second-document")]),
        ("%YAML 1.1\n---\na: 1\n", [(1, 1, "directive")]),
        ("%TAG !e! tag:example.org,2000:\n---\na: 1\n", [(1, 1, "directive")]),
        ("%FOO bar\n---\na: 1\n", [(1, 5, "not-yaml.other")]),
    ],
)
def test_what_the_format_leaves_out(text: str, expected: list[tuple[int, int, str]]) -> None:
    if not yaml.__with_libyaml__ and text.startswith("%FOO"):
        pytest.skip("the pure-Python parser passes over unknown directives")
    assert sorted(faults(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1, "duplicate-key")),
        ('{a: 1, "a": 2}', (1, 8, "duplicate-key")),
        ("? [a]\n: b\n", (1, 3, "key-not-text")),
        ("? {a: 1}\n: b\n", (1, 3, "key-not-text")),
        ("? \n: b\n", (1, 2, "key-not-text")),
        ("a:\nb: 1\n", (1, 3, "empty-value")),
        ("- \n- b\n", (1, 2, "empty-value")),
        ("a: [b, c: ]\n", (1, 11, "empty-value")),
        ("", (1, 1, "empty-file")),
        ("\n# only a comment\n", (1, 1, "empty-file")),
        ("\ufeff", (1, 1, "empty-file")),
        ("a: b: c\n", (1, 5, "not-yaml.colon")),
        ("a: 1\n  b: 2\n", (2, 4, "not-yaml.colon")),
        ("a: 1\n- b\n", (2, 1, "not-yaml.indentation")),
        ("  a: 1\n b: 2\n", (2, 2, "not-yaml.indentation")),
        ("a: 1\nb\nc: 2\n", (2, 1, "not-yaml.key")),
        ("a:\n- [1, 2\nb: 3\n", (2, 3, "not-yaml.bracket")),
        ("a: {b: 1\n", (1, 4, "not-yaml.bracket")),
        ('a: 1\nb: "c\n', (2, 4, "not-yaml.quote")),
        ("a: @b\n", (1, 4, "not-yaml.character")),
        ("a:\n\t- b\n", (2, 1, "not-yaml.tab")),
        ("a: >\n\tb\n", (2, 1, "not-yaml.tab")),
        ('a: "\\q"\n', (1, 5, "not-yaml.escape")),
        ("a: - b\n", (1, 4, "not-yaml.dash")),
        ("a: *\n", (1, 5, "not-yaml.sign")),
        ('a: "\\ud800"\n', (1, 7, "not-yaml.other")),
        ("<<<<<<< ours\na: 1\n=======\n", (2, 2, "not-yaml.colon")),
    ],
)
def test_broken_yaml_is_found_at_its_place(text: str, expected: tuple[int, int, str]) -> None:
    assert faults(text)[-1] == expected


CONTROLS = [
    0x01,
    0x08,
    0x0B,
    0x1B,
    0x7F,
    0x80,
    0x85,
    0x9B,
    0x2028,
    0x2029,
    0x202A,
    0x202E,
    0x2066,
    0x2069,
    0xFEFF,
    0xFFFE,
]


@pytest.mark.parametrize("code", CONTROLS)
def test_control_characters_are_refused_written_out_or_escaped(code: int) -> None:
    assert faults(f'a: 1\nb: "x{chr(code)}y"\n') == [(2, 6, "control-character")]
    assert faults(f"a: 1\nb: x{chr(code)}y # {chr(code)}\n")[0] == (2, 5, "control-character")
    assert faults(f'a: 1\nb: "x\\u{code:04x}y"\n')[0][2] in ("control-character", "not-yaml.other")
    assert faults(f'a: 1\n"b\\u{code:04x}": y\n')[0][2] in ("control-character", "not-yaml.other")


@pytest.mark.parametrize("escape", ["\\x1b", "\\e", "\\a", "\\0", "\\r", "\\N", "\\L", "\\P", "\\u202e"])
def test_control_characters_are_refused_behind_escapes(escape: str) -> None:
    assert faults(f'a: 1\nb: "x{escape}y"\n') == [(2, 4, "control-character")]
    assert faults(f'a: 1\n"b{escape}": z\n') == [(2, 1, "control-character")]


def test_reading_goes_on_behind_a_control_character() -> None:
    assert faults("a: \x1b\nb: no\nc: *d\n") == [
        (1, 4, "control-character"),
        (2, 4, "ambiguous-value.word"),
        (3, 4, "alias"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks(newline: str) -> None:
    text = newline.join(["# é", "a: one", "b:", "  - two", "c: |", "  x", "  y", ""])
    assert plain(tree(text)) == {"a": "one", "b": ["two"], "c": "x\ny\n"}
    assert faults(f"# é{newline}a: one{newline}b: é no, [~]{newline}c: *d{newline}") == [(4, 4, "alias")]


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    assert plain(tree(b"\xef\xbb\xbfa: b\n")) == {"a": "b"}
    assert faults(b"\xef\xbb\xbfa: \xff\n") == [(1, 4, "not-text")]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a: b\n".encode("utf-16"), (1, 1)),
        ("a: b\n".encode("utf-16-le"), (1, 2)),
        ("a: b\nc: é\n".encode("latin-1"), (2, 4)),
        ("a: \ud800".encode("utf-8", "surrogatepass"), (1, 4)),
        (b"a: b\nc: \0\n", (2, 4)),
        (b"\xc0\xaf", (1, 1)),
        (b"a: \xf5\x80\x80\x80", (1, 4)),
    ],
)
def test_other_encodings_and_binary_files(data: bytes, place: tuple[int, int]) -> None:
    assert faults(data) == [(*place, "not-text")]


# Limits


def test_size() -> None:
    assert plain(tree(b"a: b".ljust(BYTES, b"\n"))) == {"a": "b"}
    assert faults(b"a: b".ljust(BYTES + 1, b"\n")) == [(None, None, "too-large")]


def test_depth() -> None:
    assert faults("[" * LEVELS + "]" * LEVELS) == []
    assert faults("[" * (LEVELS + 1) + "]" * (LEVELS + 1)) == [(1, LEVELS + 1, "too-deep")]
    assert faults("[" * 50_000) == [(1, LEVELS + 1, "too-deep")]
    assert faults("{a: " * 50_000) == [(1, 4 * LEVELS + 1, "too-deep")]
    assert faults("- " * 50_000) == [(1, 2 * LEVELS + 1, "too-deep")]
    assert faults("\n".join(" " * depth + "a:" for depth in range(2000))) == [(LEVELS + 1, LEVELS + 1, "too-deep")]


LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "one scalar": "a: " + "x" * (BYTES - 3),
    "digits": "a: " + "1" * (BYTES - 4) + "x",
    "colons": "a: " + "1:" * (BYTES // 2 - 2),
    "escapes": 'a: "' + "\\x41" * (BYTES // 4 - 2) + '"',
    "comments": "#\n" * (BYTES // 2),
    "blank lines": "\n" * BYTES,
    "spaces": " " * BYTES,
    "control characters": "\x01" * BYTES,
    "keys": "".join(f"k{number}: 1\n" for number in range(100_000)),
    "one key again and again": "k: 1\n" * 100_000,
    "anchors": "[" + "&a x," * (BYTES // 6) + "]",
    "empty values": "?\n" * (BYTES // 2),
    "booleans": "[" + "no," * (BYTES // 3 - 1) + "]",
    "laughs": LAUGHS,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_take_little_time(text: str) -> None:
    data = text.encode()
    assert len(data) <= BYTES
    start = time.process_time()
    found, _ = collect(read(data))
    assert time.process_time() - start < 2  # a second is what it may take; the other is for slow machines
    assert len(found) <= FINDINGS


def test_the_pure_python_parser_serves_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert plain(tree("a: [b, 2030, null]\n")) == {"a": ["b", 2030, None]}
    assert faults("a: no\nb: *c\n") == [(1, 4, "ambiguous-value.word"), (2, 4, "alias")]
    assert faults("a: b: c\n") == [(1, 5, "not-yaml.other")]
    assert faults('a: "\\ud800"\n') == [(1, 4, "control-character")]
    assert faults('a: "\\UFFFFFFFF"\n') == [(None, None, "not-yaml.other")]
    assert faults("[" * 50_000) == [(1, LEVELS + 1, "too-deep")]


def test_refused_values_stay_in_the_tree_as_unreadable() -> None:
    _, root = collect(read(b"a: no\nb: 1\n"))
    assert plain(root) == {"a": Unreadable(1, 4), "b": 1}
