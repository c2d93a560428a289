"""Checking: errors, what is doubtful, and each contradiction at its line, in one run."""

from datetime import date
from pathlib import Path

import pytest

from iknctl.datafile.checking import check
from iknctl.datafile.finding import FINDINGS
from sound import SOUND, TODAY, broken

SHIPPED = Path(__file__).parents[1] / "data" / "phases.yaml"
SECOND = "start: 2025\n    end: null"


def found(data: bytes, today: date = TODAY) -> list[tuple[int | None, int | None, str, str]]:
    return [(found.line, found.column, found.level, found.code) for found in check(data, "file.yaml", today)]


def test_sound_file_has_no_findings() -> None:
    assert found(SOUND.encode()) == []


def test_errors_and_doubts_are_told_in_one_run() -> None:
    unsound = broken(SECOND, "start: 2020\n    end: 2019").replace(b"kind: law", b"kind: rumour")
    assert found(unsound, date(2031, 1, 1)) == [
        (2, 10, "note", "stale-check"),
        (36, 12, "warning", "unordered-phases"),
        (37, 10, "error", "reversed-period"),
        (59, 9, "error", "invalid-choice"),
    ]


def test_contradictions_are_told_of_a_sound_file_only() -> None:
    unsound = broken(SECOND, "start: 2024\n    end: null").replace(b"kind: law", b"kind: rumour")
    assert found(unsound) == [(59, 9, "error", "invalid-choice")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- id: herald", "- id: courier\n  publisher: Courier\n- id: herald", (9, 7, "warning", "unused-source")),
        (SECOND, "start: 2024\n    end: null", (36, 12, "note", "overlap")),
        (SECOND, "start: 2027\n    end: null", (36, 12, "note", "gap")),
        ("start: 2022\n    end: 2024", "start: 2021\n    end: 2024", (23, 12, "note", "divergence")),
        (
            "    goals:",
            "    alternatives:\n    - {start: 2022, end: 2023, sources: [gazette]}\n"
            "    - {start: 2021, end: 2024, sources: [herald]}\n    goals:",
            (28, 15, "note", "alternative"),
        ),
    ],
)
def test_remark_is_found_at_its_place(old: str, new: str, expected: tuple[int, int, str, str]) -> None:
    assert expected in found(broken(old, new))


def test_a_conflict_is_told_in_both_languages() -> None:
    (overlap,) = check(broken(SECOND, "start: 2024\n    end: null"), "file.yaml", TODAY)
    assert "2024" in overlap.message.en
    assert "fase" in overlap.message.id
    assert overlap.hint is None


def test_phases_out_of_order() -> None:
    number = broken("- number: 1\n    id: first", "- number: 3\n    id: first").replace(
        b"    phase: 1", b"    phase: 2"
    )
    assert (33, 13, "warning", "unordered-phases") in found(number)
    start = broken(SECOND, "start: 2020\n    end: 2021")
    assert (36, 12, "warning", "unordered-phases") in found(start)


@pytest.mark.parametrize(
    ("checked", "today", "stale"),
    [
        ("2026-11-24", date(2027, 11, 24), False),
        ("2026-11-24", date(2027, 11, 25), True),
        ("2024-02-29", date(2025, 2, 28), False),
        ("2024-02-29", date(2025, 3, 1), True),
        ("9999-12-31", date(2026, 1, 1), False),
    ],
)
def test_comparison_with_the_sources_grows_old(checked: str, today: date, stale: bool) -> None:
    note = [(2, 10, "note", "stale-check")] if stale else []
    assert found(broken("2026-11-24", checked), today) == note


def test_remarks_are_capped() -> None:
    many = "".join(f"- {{id: s{number}, publisher: P}}\n" for number in range(400))
    findings = check(broken("roadmaps:", f"{many}roadmaps:"), "file.yaml", TODAY)
    assert len(findings) == FINDINGS + 1
    assert (findings[-1].code, findings[-1].level) == ("too-many", "warning")


def test_shipped_file_has_nothing_but_notes() -> None:
    assert {level for _, _, level, _ in found(SHIPPED.read_bytes(), date(2026, 11, 24))} == {"note"}


def test_findings_are_in_file_order() -> None:
    lines = [line for line, *_ in found(SHIPPED.read_bytes())]
    assert lines == sorted(lines, key=lambda line: line or 0)
