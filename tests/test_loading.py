"""Loading: every fault at its place, all of them in one run, and no file that could do harm or raise."""

import os
import random
import zlib
from pathlib import Path
from typing import Literal, get_origin

import msgspec
import pytest
from fuzz import mutated
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iknctl import datafile as loading
from iknctl.datafile import Loaded, compiled, contents, load, read
from iknctl.datafile import fields as parts
from iknctl.datafile.finding import FINDINGS
from iknctl.datafile.nodes import Places
from iknctl.datafile.validating import judged
from iknctl.datafile.yaml import BYTES
from iknctl.errors import Exit, Location, Problem
from iknctl.messages.findings import MESSAGES
from iknctl.model import Fact, Model, Text
from sound import SOUND, broken

SHIPPED = Path(__file__).parents[1] / "data" / "phases.yaml"


def found(data: bytes) -> list[tuple[int | None, int | None, str]]:
    return [(finding.line, finding.column, finding.code) for finding in read(data, "file.yaml").findings]


def assert_sane(loaded: Loaded) -> None:
    """Findings or a model; every message is one printable line, whatever the file."""
    assert (loaded.model is None) == bool(loaded.findings)
    assert len(loaded.findings) <= FINDINGS + 1
    for finding in loaded.findings:
        for text in (finding.message, finding.hint):
            if isinstance(text, Text):
                assert text.en.isprintable(), text
                assert text.id.isprintable(), text
    msgspec.json.encode(loaded.findings)


def test_sound_file_is_a_model() -> None:
    loaded = read(SOUND.encode(), "file.yaml")
    assert loaded.findings == ()
    assert loaded.model is not None
    assert loaded.model.roadmaps[0].phases[1].end is None
    assert loaded.model.roadmaps[0].stated == "2022"
    assert loaded.model.sources[0].date == "2024-01"


def test_model_holds_what_the_types_ask_for() -> None:
    model = load()
    assert msgspec.convert(msgspec.to_builtins(model), Model) == model


PERIOD = "end: 2024\n    sources: [gazette]\n    goals"
NAME = "name: {en: Near, id: Dekat}"
URL = "url: https://example.org/a?b=c"
CITED = "sources: [herald]"

FAULTS = [
    ("schema: 1", "schema: 2", 1, 9, "unsupported-schema"),
    ("schema: 1", 'schema: "1"', 1, 9, "wrong-type"),
    ("checked: 2026-11-24", "checked: 2026", 2, 10, "invalid-date"),
    ("checked: 2026-11-24", "checked: 2026-11", 2, 10, "invalid-date"),
    ("checked: 2026-11-24", "checked: 2026-02-30", 2, 10, "invalid-date"),
    ("date: 2024-01", "date: 2024-13", 7, 9, "invalid-date"),
    ("date: 2024-01", "date: 2023-02-29", 7, 9, "invalid-date"),
    ("date: 2024-01", "date: 24", 7, 9, "invalid-date"),
    ("date: 2024-01", "date: soon", 7, 9, "invalid-date"),
    ("date: 2024-01", 'date: "٢٠٢٢"', 7, 9, "invalid-date"),
    ("date: 2024-01", 'date: "2024\\n"', 7, 9, "invalid-date"),
    ("date: 2024-01", 'date: "2024-W01-1"', 7, 9, "invalid-date"),
    (URL, "url: ftp://example.org", 8, 8, "invalid-url"),
    (URL, "url: example.org", 8, 8, "invalid-url"),
    (URL, "url: https://", 8, 8, "invalid-url"),
    (URL, 'url: "https://example.org/a b"', 8, 8, "invalid-url"),
    (URL, "url: https://example.org/<b>", 8, 8, "invalid-url"),
    (URL, "url: https://user:word@example.org/", 8, 8, "invalid-url"),
    ("publisher: Herald", "publishr: Herald", 10, 3, "unknown-key"),
    ("publisher: Herald", "publisher: Herald\n  colour: red", 11, 3, "unknown-key"),
    ("  publisher: Herald\n", "", 9, 3, "missing-key"),
    ("publisher: Herald", 'publisher: " "', 10, 14, "empty-text"),
    ("publisher: Herald", "publisher: 2024", 10, 14, "wrong-type"),
    ("publisher: Herald", "publisher: null", 10, 14, "wrong-type"),
    ("publisher: Herald", "publisher: [Herald]", 10, 14, "wrong-type"),
    ("publisher: Herald", "publisher: {a: Herald}", 10, 14, "wrong-type"),
    ("id: move", "id: Move it", 27, 11, "invalid-id"),
    ("id: move", 'id: "move\\n"', 27, 11, "invalid-id"),
    ("- id: herald", "- id: herald\n  publisher: Other\n- id: herald", 11, 7, "duplicate-id"),
    ("default_roadmap: near", "default_roadmap: neer", 3, 18, "unknown-roadmap"),
    ("default_roadmap: near", "default_roadmap: other", 3, 18, "unknown-roadmap"),
    (NAME, "name: {en: Near}", 13, 9, "missing-language"),
    (NAME, "name: {id: Dekat}", 13, 9, "missing-language"),
    (NAME, "name: Near", 13, 9, "wrong-type"),
    ("roadmap: far", "roadmap: fra", 17, 22, "unknown-roadmap"),
    ("roadmap: far", "roadmap: near", 17, 22, "circular-follows"),
    (CITED, "sources: []", 17, 36, "missing-source"),
    (CITED, "sources: null", 17, 36, "missing-source"),
    (", " + CITED, "", 17, 12, "missing-source"),
    (CITED, "sources: herald", 17, 36, "wrong-type"),
    (CITED, "sources: [heralds]", 17, 37, "unknown-source"),
    (CITED, "sources: [other]", 17, 37, "unknown-source"),
    (CITED, "sources: [herald, herald]", 17, 45, "repeated-source"),
    (PERIOD, PERIOD.replace("2024", "2021"), 24, 10, "reversed-period"),
    (PERIOD, f"alternatives: [{{start: 2, end: 1, sources: [herald]}}]\n    {PERIOD}", 24, 36, "reversed-period"),
    ("start: 2025", "start: 0", 36, 12, "invalid-year"),
    ("start: 2025", 'start: "2025"', 36, 12, "wrong-type"),
    ("start: 2025", "start: null", 36, 12, "wrong-type"),
    ("- number: 2", "- number: 1", 33, 13, "duplicate-number"),
    ("- number: 2", "- number: 1000", 33, 13, "invalid-number"),
    ("id: second", "id: first", 34, 9, "duplicate-id"),
    ("    phase: 1", "    phase: 3", 41, 12, "unknown-phase"),
    ("end: 2024\n  kind", "end: 2024-02\n  kind", 58, 8, "reversed-period"),
    ("end: 2024\n  kind", "end: 2023\n  kind", 58, 8, "reversed-period"),
    ("kind: law", "kind: laws", 59, 9, "invalid-choice"),
    ("kind: law", "kind: rumour", 59, 9, "invalid-choice"),
    ("terms: [smart city]", "terms: null", 31, 14, "wrong-type"),
    ("terms: [smart city]", "terms: smart city", 31, 14, "wrong-type"),
]


@pytest.mark.parametrize(("old", "new", "line", "column", "code"), FAULTS)
def test_fault_is_found_at_its_place(old: str, new: str, line: int, column: int, code: str) -> None:
    loaded = read(broken(old, new), "file.yaml")
    assert found(broken(old, new)) == [(line, column, code)]
    assert loaded.model is None
    assert {finding.level for finding in loaded.findings} == {"error"}
    assert loaded.findings[0].file == "file.yaml"


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("publisher: Herald", "publishr: Herald", "publisher"),
        (CITED, "sources: [heralds]", "herald"),
        ("default_roadmap: near", "default_roadmap: neer", "near"),
        ("roadmap: far", "roadmap: fra", "far"),
        ("kind: law", "kind: laws", "law"),
    ],
)
def test_misspelt_word_gets_a_suggestion(old: str, new: str, meant: str) -> None:
    hint = read(broken(old, new), "file.yaml").findings[0].hint
    assert hint is not None
    assert f'did you mean "{meant}"?' == hint.en
    assert f'maksud Anda "{meant}"?' == hint.id


def test_seven_faults_are_seven_findings() -> None:
    text = SOUND
    for old, new in (
        ("checked: 2026-11-24", "checked: 2026-13-24"),
        ("publisher: Herald", "publishr: Herald"),
        (NAME, "name: {en: Near}"),
        (PERIOD, PERIOD.replace("2024", "2021")),
        ("- number: 2", "- number: 1"),
        ("start: 2025", "start: 20:25"),
        ("kind: law", "kind: rumour"),
    ):
        text = broken(old, new).decode() if text is SOUND else text.replace(old, new, 1)
    assert found(text.encode()) == [
        (2, 10, "invalid-date"),
        (10, 3, "unknown-key"),
        (13, 9, "missing-language"),
        (24, 10, "reversed-period"),
        (33, 13, "duplicate-number"),
        (36, 12, "ambiguous-value"),
        (59, 9, "invalid-choice"),
    ]


def test_circle_of_three_is_found_once() -> None:
    follows = "unit: {en: stage, id: tahap}\n  follows: {roadmap: near, sources: [herald]}"
    assert found(broken("unit: {en: stage, id: tahap}", follows)) == [(17, 22, "circular-follows")]


def test_blanks_in_a_text_count_as_one_space() -> None:
    model = read(broken("publisher: Herald", 'publisher: " The\\n\\tDaily\n    Herald "'), "file.yaml").model
    assert model is not None
    assert model.sources[1].publisher == "The Daily Herald"


def test_a_milestone_may_end_in_the_year_that_its_first_month_is_in() -> None:
    assert found(broken("- start: 2024-03", "- start: 2024-12-31")) == []


def test_findings_are_capped() -> None:
    many = "\n".join(f"- {{id: s{number}}}" for number in range(500))
    findings = read(f"schema: 1\nsources:\n{many}\n".encode(), "file.yaml").findings
    assert len(findings) == FINDINGS + 1
    assert findings[-1].code == "too-many"


def test_every_type_of_the_model_has_its_wording() -> None:
    """A new type in the model needs a refusal in `parts` and a noun in the messages: this fails without them."""
    seen: set[type[Fact]] = set()

    def visit(shape: parts._Shape) -> None:
        if shape.item:
            visit(parts._shape(shape.item))
        elif shape.scalar:
            assert shape.hint in parts._REFUSALS or get_origin(shape.hint) is Literal, shape.hint
        elif shape.fact and shape.fact not in seen:
            seen.add(shape.fact)
            assert f"finding.part.{shape.fact.__name__.lower()}" in MESSAGES
            for field in parts._fields(shape.fact).values():
                visit(field.shape)

    visit(parts._shape(Model))
    assert {Model, Text} < seen


def test_places_answer_for_values_and_for_what_was_left_out() -> None:
    places = Places("file.yaml", judged(SOUND.encode()).root)
    assert places.at(()) == Location("file.yaml", 1, 1)
    assert places.at(("roadmaps", 0, "phases", 1, "start")) == Location("file.yaml", 36, 12)
    assert places.at(("roadmaps", 0, "phases", 1, "note", "en")) == Location("file.yaml", 33, 5)
    assert places.at(("roadmaps", 9)) == Location("file.yaml", 12, 1)
    assert Places("file.yaml", judged(b"\xff").root).at(("roadmaps",)) == Location("file.yaml")


# From files


def problem(path: str | Path) -> Problem:
    with pytest.raises(Problem) as raised:
        load(path)
    return raised.value


def test_shipped_file_is_the_checkouts_own() -> None:
    assert load() == read(SHIPPED.read_bytes(), "phases.yaml").model


def test_unsound_file_is_one_problem_at_its_first_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(broken("schema: 1", "schema: 2"))
    one = problem(path)
    assert (one.key, one.exit, one.at) == ("invalid-data", Exit.DATA, Location(str(path), 1, 9))
    assert one.params["more"] == 0
    path.write_bytes(b"schema: 2\n")
    several = problem(path)
    assert (several.key, several.code) == ("invalid-data.more", "invalid-data")
    assert several.params["more"] == 4


def test_unreadable_files(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (BYTES + 1))
    for path, reason in (
        (tmp_path / "missing.yaml", "missing"),
        (large / "inside.yaml", "missing"),
        ("nul\0.yaml", "missing"),
        ("-", "missing"),
        (tmp_path, "directory"),
        (large, "too-large"),
        ("/dev/zero", "not-regular"),
        ("x" * 5000, "other"),
    ):
        refused = problem(path)
        assert (refused.key, refused.exit) == (f"unreadable-file.{reason}", Exit.DATA)
        assert refused.at == Location(str(path))


def test_pipe_without_a_writer_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem(tmp_path / "pipe").key == "unreadable-file.not-regular"


def test_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "file.yaml"
    path.write_text(SOUND)
    monkeypatch.setattr(Path, "open", refuse)  # as root, nothing is forbidden
    assert problem(path).key == "unreadable-file.permission"


def test_largest_file_is_read(tmp_path: Path) -> None:
    assert loading._SIZE == BYTES
    path = tmp_path / "file.yaml"
    path.write_bytes(SOUND.encode().ljust(BYTES, b"\n"))
    assert len(contents(path)) == BYTES
    assert load(path).schema == 1


# The compiled copy


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package's data folder, with the sound file and its copy."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "phases.yaml").write_text(SOUND)
    (data / "phases.json").write_bytes(compiled(SOUND.encode()))
    monkeypatch.setattr(loading, "__file__", str(tmp_path / "datafile" / "__init__.py"))
    return data


def test_copy_stands_for_the_file(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(SOUND.encode(), "file.yaml").model
    monkeypatch.setattr(loading, "read", None)
    assert load() == expected


def test_edited_file_counts_at_once(installed: Path) -> None:
    (installed / "phases.yaml").write_bytes(broken("publisher: Herald", "publisher: Courier"))
    assert load().sources[1].publisher == "Courier"


@pytest.mark.parametrize("copy", [b"", b"\n", b"\n{}", b"\n[", b'\n{"schema": "\xff"}', b"\n" + b"[" * 100_000])
def test_spoilt_copy_is_passed_over(installed: Path, copy: bytes) -> None:
    (installed / "phases.json").write_bytes(b"%08x" % zlib.crc32(SOUND.encode()) + copy)
    assert load().sources[1].publisher == "Herald"


def test_copy_is_optional(installed: Path) -> None:
    (installed / "phases.json").unlink()
    assert load().sources[1].publisher == "Herald"


def test_unsound_file_is_not_compiled() -> None:
    with pytest.raises(Problem, match="invalid-data"):
        compiled(broken("schema: 1", "schema: 2"))


# Whatever the file


PIECES = st.sampled_from(
    [*"[]{}:,-?&*!|>'\"%@`# \t\n\r\0\x1b\u202e", "<<", "...", "---", "null", "no", "12:30", "\\x1b", "schema: 1\n"]
    + [f"{key}: " for key in Model.__struct_fields__]
    + SOUND.splitlines(keepends=True)
)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example("a: \ud800".encode("utf-8", "surrogatepass"))
def test_any_bytes_are_judged(data: bytes) -> None:
    assert_sane(read(data, "file.yaml"))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_near_yaml_is_judged(text: str) -> None:
    assert_sane(read(text.encode(), "file.yaml"))


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["near", "gazette"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "en", "start", "end", "sources", "phases"]) | st.text(max_size=4), inner
        )
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(Model.__struct_fields__)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(FIELDS, VALUES))
def test_any_structure_is_judged(tree: dict[str, object]) -> None:
    assert_sane(read(msgspec.json.encode(tree), "file.yaml"))  # JSON is YAML in flow style


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_slip_in_the_shipped_file_is_judged(chance: random.Random) -> None:
    assert_sane(read(mutated(SHIPPED.read_bytes(), chance), "file.yaml"))


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_any_flipped_byte_is_judged(data: st.DataObject) -> None:
    raw = bytearray(SOUND.encode())
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    assert_sane(read(bytes(raw), "file.yaml"))


# Answers grow with what a file holds, so each part of it has a limit.


def _plan(*phases: str) -> bytes:
    """The sound file with other phases in its first roadmap."""
    start, end = SOUND.index("  phases:"), SOUND.index("- id: far")
    written = "".join(f"  - {{{phase}, name: {{en: N, id: N}}, sources: [gazette]}}\n" for phase in phases)
    return f"{SOUND[:start]}  phases:\n{written}{SOUND[end:]}".encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (broken("- id: herald", "- id: x\n  publisher: " + "x" * 2001 + "\n- id: herald"), "long-text"),
        (broken("sources: [gazette]", f"sources: [{', '.join(['gazette'] * 51)}]"), "long-list"),
        (
            _plan("number: 1, id: a, start: 1000, end: 1499", "number: 2, id: b, start: 1500, end: 1500"),
            "too-many-years",
        ),
        (_plan(*(f"number: {n}, id: p{n}, start: 2000, end: 2001" for n in range(1, 35))), "too-many-conflicts"),
        (_plan("number: 41, id: a, start: 2000, end: 2001"), "invalid-number"),
    ],
)
def test_nothing_is_larger_than_its_answers_can_be_waited_for(data: bytes, code: str) -> None:
    assert code in {finding.code for finding in read(data, "file.yaml").findings}
