"""Loading: a model or one problem, from any file or none; the compiled copy; and no file that does harm or raises."""

import os
import random
import zlib
from pathlib import Path

import msgspec
import pytest
import yaml
from fuzz import mutated
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iknctl import datafile as loading
from iknctl.datafile import BYTES, check, compiled, contents, load
from iknctl.datafile.finding import MOST
from iknctl.errors import Exit, Location, Problem
from iknctl.model import Model, Text
from sound import FULL, SOUND, TODAY, broken

SHIPPED = Path(__file__).parents[1] / "data" / "phases.yaml"


def test_a_sound_file_is_a_model() -> None:
    model = check(FULL.encode(), "file.yaml")[0]
    assert model is not None
    near, opening, delay = model.roadmaps[0], *model.milestones[1:]
    assert (near.phases[1].end, near.stated, model.sources[0].date) == (None, "2022", "2024-01")
    assert opening.outcome is not None
    assert opening.people is not None
    assert (opening.outcome.met, opening.outcome.on, opening.people.most) == (False, "2025-01", 200)
    assert (delay.postpones, delay.to) == ("opening", None)
    assert (model.legal and model.legal.text.id, model.checked_note and model.checked_note.en) == (
        "Berlaku",
        "All of it",
    )
    assert msgspec.convert(msgspec.to_builtins(model), Model) == model
    assert check(SOUND.encode(), "file.yaml")[0] != model


def test_blanks_in_a_text_count_as_one_space() -> None:
    model = check(broken("publisher: Herald", 'publisher: " The\\n\\tDaily\n    Herald "'), "file.yaml")[0]
    assert model is not None
    assert model.sources[1].publisher == "The Daily Herald"


# From files


def problem(path: str | Path) -> Problem:
    with pytest.raises(Problem) as raised:
        load(path)
    return raised.value


def test_the_shipped_file_is_the_checkouts_own() -> None:
    assert load() == check(SHIPPED.read_bytes(), "phases.yaml")[0]


def test_an_unsound_file_is_one_problem_at_its_first_error(tmp_path: Path) -> None:
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
    os.mkfifo(tmp_path / "pipe")
    for path, reason in (
        (tmp_path / "missing.yaml", "missing"),
        (large / "inside.yaml", "missing"),
        ("nul\0.yaml", "missing"),
        ("-", "missing"),
        (tmp_path, "directory"),
        (large, "too-large"),
        (tmp_path / "pipe", "not-regular"),  # and it has no writer, who would have to be waited for
        ("/dev/zero", "not-regular"),
        ("x" * 5000, "other"),
    ):
        refused = problem(path)
        assert (refused.key, refused.exit) == (f"unreadable-file.{reason}", Exit.DATA)
        assert refused.at == Location(str(path))


def test_a_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "file.yaml"
    path.write_text(SOUND)
    monkeypatch.setattr(Path, "open", refuse)  # as root, nothing is forbidden
    assert problem(path).key == "unreadable-file.permission"


def test_the_largest_file_is_read(tmp_path: Path) -> None:
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


def test_the_copy_stands_for_the_file(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = check(SOUND.encode(), "file.yaml")[0]
    monkeypatch.setattr(loading, "check", None)
    assert load() == expected


def test_an_edited_file_counts_at_once(installed: Path) -> None:
    (installed / "phases.yaml").write_bytes(broken("publisher: Herald", "publisher: Courier"))
    assert load().sources[1].publisher == "Courier"


def test_a_spoilt_copy_is_passed_over(installed: Path) -> None:
    """Also one that is a model: it was made from the same YAML, and then changed."""
    path = installed / "phases.json"
    good = path.read_bytes()
    of_yaml = b"%08x\n" % zlib.crc32(SOUND.encode())
    spoilt = [good.replace(b'"Herald"', b'"Courier"'), good[:-1], good + b" ", good[9:], b"", b"\n", of_yaml + good[9:]]
    spoilt += [
        b"%08x\n%b" % (zlib.crc32(copy, zlib.crc32(SOUND.encode())), copy) for copy in (b"", b"{}", b"[" * 10**5)
    ]
    for copy in spoilt:
        assert copy != good
        path.write_bytes(copy)
        assert load().sources[1].publisher == "Herald"
    path.unlink()
    assert load().sources[1].publisher == "Herald"


def test_an_unsound_file_is_not_compiled() -> None:
    with pytest.raises(Problem, match="invalid-data"):
        compiled(broken("schema: 1", "schema: 2"))


# Whatever the file


def judge(data: bytes) -> None:
    """Never an exception; findings at places within the file, or a model; no message that a parser wrote."""
    model, findings = check(data, "file.yaml", TODAY)
    assert (model is None) == any(each.level == "error" for each in findings)
    assert len(findings) <= MOST + 1
    lines = (
        data.removeprefix(b"\xef\xbb\xbf")
        .decode(errors="replace")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")
    )
    try:
        complaint = str(list(yaml.parse(data, Loader=yaml.SafeLoader)))
    except yaml.YAMLError as error:
        complaint = str(getattr(error, "problem", error))
    except (ValueError, OverflowError) as error:
        complaint = str(error)
    for finding in findings:
        assert finding.line is not None
        assert finding.column is not None
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        for text in (finding.message, finding.hint):
            if isinstance(text, Text):
                assert text.en.isprintable(), text
                assert text.id.isprintable(), text
                assert complaint not in f"{text.en} {text.id}"
    msgspec.json.encode(findings)


PIECES = st.sampled_from(
    [
        *"[]{}:,-?&*!|>'\"%@`# \t\n\r\0\x1b\u202e\u00a0",
        "<<",
        "...",
        "---",
        "null",
        "no",
        "12:30",
        "\\x1b",
        "schema: 1\n",
    ]
    + [f"{key}: " for key in Model.__struct_fields__]
    + FULL.splitlines(keepends=True)
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["near", "gazette"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "en", "start", "sources", "phases"]) | st.text(max_size=4), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example("a: \ud800".encode("utf-8", "surrogatepass"))
@example(b'a: "\\UFFFFFFFF"')
def test_any_bytes_are_judged(data: bytes) -> None:
    judge(data)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("---")
@example("[")
@example("a: '")
def test_anything_like_yaml_is_judged(text: str) -> None:
    judge(text.encode())


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(Model.__struct_fields__), VALUES))
def test_any_structure_is_judged(tree: dict[str, object]) -> None:
    judge(msgspec.json.encode(tree))  # JSON is YAML in flow style


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_slip_is_judged(chance: random.Random) -> None:
    judge(mutated(FULL.encode(), chance))


def test_slips_in_the_shipped_file_are_judged() -> None:
    chance = random.Random(11)
    for _ in range(4):
        judge(mutated(SHIPPED.read_bytes(), chance))
