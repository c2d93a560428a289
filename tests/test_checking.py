"""Checking: every finding at its place and in one run, in words that lead on; what is doubtful; and how it is drawn."""

import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from iknctl import messages
from iknctl.answers.move import CheckAnswer
from iknctl.datafile import check
from iknctl.datafile import yaml as document
from iknctl.datafile.finding import MOST, Finding
from iknctl.messages.findings import HINTS, MESSAGES
from iknctl.render.timeline.palette import Surface
from iknctl.render.wording import finding_lines
from sound import FULL, SOUND, TODAY, broken

SHIPPED = Path(__file__).parents[1] / "data" / "phases.yaml"
SECOND = "start: 2025\n    end: null"
PERIOD = "end: 2024\n    sources: [gazette]\n    goals"
NAME = "name: {en: Near, id: Dekat}"
URL = "url: https://example.org/a?b=c"
CITED = "sources: [herald]"
HERALD = "publisher: Herald"
OUTCOME = "met: false"
LATER = date(2031, 1, 1)

Place = tuple[int | None, int | None]


def found(data: bytes, today: date = TODAY) -> list[tuple[int | None, int | None, str, str]]:
    return [(each.line, each.column, each.level, each.code) for each in check(data, "file.yaml", today)[1]]


ERRORS = [
    # What cannot be read
    (HERALD, "publisher: \x1b", 10, 14, "control-character"),
    (HERALD, "publisher: a\u200b\u2028", 10, 16, "control-character"),
    (HERALD, 'publisher: "\\e"', 10, 14, "control-character"),
    (HERALD, "publisher: &a Herald", 10, 14, "anchor"),
    (HERALD, "publisher: *a", 10, 14, "alias"),
    (HERALD, "publisher: !!str Herald", 10, 14, "tag"),
    (HERALD, "<<: {}\n  publisher: Herald", 10, 3, "merge-key"),
    ("schema: 1", "%YAML 1.1\n---\nschema: 1", 1, 1, "directive"),
    ("id: Berlaku}\n  sources: [gazette]", "id: Berlaku}\n  sources: [gazette]\n---\na: b", 84, 1, "second-document"),
    (HERALD, "publisher: Herald\n  ? [a]\n  : b", 11, 5, "key-not-text"),
    (HERALD, "publisher: Herald\n  publisher: Other", 11, 3, "duplicate-key"),
    (HERALD, "publisher: " + "[" * 50, 10, 43, "too-deep"),
    (HERALD, "publisher: a: b", 10, 15, "not-yaml"),
    # Values that are not what their field asks for
    ("schema: 1", "schema: 2", 1, 9, "unsupported-schema"),
    ("schema: 1", 'schema: "1"', 1, 9, "wrong-type"),
    ("checked: 2026-11-24", "checked: 2026", 2, 10, "invalid-date"),
    ("checked: 2026-11-24", "checked: 2026-11", 2, 10, "invalid-date"),
    ("checked: 2026-11-24", "checked: 2026-02-30", 2, 10, "invalid-date"),
    ("said: 2023-05-02", "said: 2023-05", 68, 9, "invalid-date"),
    ("date: 2024-01", "date: 2024-13", 7, 9, "invalid-date"),
    ("date: 2024-01", "date: 2023-02-29", 7, 9, "invalid-date"),
    ("date: 2024-01", "date: 24", 7, 9, "invalid-date"),
    ("date: 2024-01", 'date: "٢٠٢٢"', 7, 9, "invalid-date"),
    ("date: 2024-01", 'date: "2024\\n"', 7, 9, "invalid-date"),
    ("date: 2024-01", 'date: "2024-W01-1"', 7, 9, "invalid-date"),
    (URL, "url: ftp://example.org", 8, 8, "invalid-url"),
    (URL, "url: https://", 8, 8, "invalid-url"),
    (URL, 'url: "https://example.org/a b"', 8, 8, "invalid-url"),
    (URL, "url: https://user:word@example.org/", 8, 8, "invalid-url"),
    (HERALD, "publishr: Herald", 10, 3, "unknown-key"),
    (HERALD, "publisher: Herald\n  colour: red", 11, 3, "unknown-key"),
    ("  publisher: Herald\n", "", 9, 3, "missing-key"),
    (HERALD, 'publisher: " "', 10, 14, "empty-text"),
    (HERALD, "publisher: " + "x" * 2001, 10, 14, "long-text"),
    (HERALD, "publisher: 2024", 10, 14, "wrong-type"),
    (HERALD, "publisher: null", 10, 14, "wrong-type"),
    (HERALD, "publisher: [Herald]", 10, 14, "wrong-type"),
    (HERALD, "publisher: {a: Herald}", 10, 14, "wrong-type"),
    (HERALD, "publisher: no", 10, 14, "ambiguous-value"),
    (HERALD, "publisher: 20:30", 10, 14, "ambiguous-value"),
    (HERALD, "publisher: ~", 10, 14, "ambiguous-value"),
    (HERALD, "publisher:", 10, 13, "empty-value"),
    ("id: move", "id: Move it", 27, 11, "invalid-id"),
    ("id: move", 'id: "move\\n"', 27, 11, "invalid-id"),
    (NAME, "name: {en: Near}", 13, 9, "missing-language"),
    (NAME, "name: {id: Dekat}", 13, 9, "missing-language"),
    (NAME, "name: Near", 13, 9, "wrong-type"),
    (CITED, "sources: []", 17, 36, "missing-source"),
    (CITED, "sources: null", 17, 36, "missing-source"),
    (", " + CITED, "", 17, 12, "missing-source"),
    (CITED, "sources: herald", 17, 36, "wrong-type"),
    ("start: 2025", "start: 0", 36, 12, "invalid-year"),
    ("start: 2025", "start: null", 36, 12, "wrong-type"),
    ("- number: 2", "- number: 41", 33, 13, "invalid-number"),
    ("least: 100", "least: 0", 69, 19, "invalid-count"),
    ("least: 100", "least: 12345", 69, 19, "ambiguous-value"),
    (OUTCOME, "met: yes", 70, 18, "ambiguous-value"),
    (OUTCOME, 'met: "false"', 70, 18, "wrong-type"),
    (OUTCOME, "met: False", 70, 18, "ambiguous-value"),
    ("kind: law", "kind: laws", 60, 9, "invalid-choice"),
    ("kind: law", "kind: rumour", 60, 9, "invalid-choice"),
    ("terms: [smart city]", "terms: null", 31, 14, "wrong-type"),
    ("terms: [smart city]", "terms: smart city", 31, 14, "wrong-type"),
    ("sources: [gazette]", f"sources: [{', '.join(['gazette'] * 51)}]", 18, 12, "long-list"),
    # What the facts say of each other
    (PERIOD, PERIOD.replace("2024", "2021"), 24, 10, "reversed-period"),
    (PERIOD, f"alternatives: [{{start: 2, end: 1, sources: [herald]}}]\n    {PERIOD}", 24, 36, "reversed-period"),
    ("end: 2024\n  kind", "end: 2024-02\n  kind", 59, 8, "reversed-period"),
    ("end: 2024\n  kind", "end: 2023\n  kind", 59, 8, "reversed-period"),
    ("most: 200", "most: 99", 69, 30, "reversed-count"),
    ("- id: herald", "- id: herald\n  publisher: Other\n- id: herald", 11, 7, "duplicate-id"),
    ("id: second", "id: first", 34, 9, "duplicate-id"),
    ("- id: delay", "- id: act", 72, 7, "duplicate-id"),
    ("- number: 2", "- number: 1", 33, 13, "duplicate-number"),
    (CITED, "sources: [heralds]", 17, 37, "unknown-source"),
    (CITED, "sources: [other]", 17, 37, "unknown-source"),
    (CITED, "sources: [herald, herald]", 17, 45, "repeated-source"),
    ("default_roadmap: near", "default_roadmap: neer", 3, 18, "unknown-roadmap"),
    ("default_roadmap: near", "default_roadmap: other", 3, 18, "unknown-roadmap"),
    ("roadmap: far", "roadmap: fra", 17, 22, "unknown-roadmap"),
    ("roadmap: far", "roadmap: near", 17, 22, "circular-follows"),
    (
        "unit: {en: stage, id: tahap}",
        "unit: {en: stage, id: tahap}\n  follows: {roadmap: near, sources: [herald]}",
        17,
        22,
        "circular-follows",
    ),
    ("    phase: 1", "    phase: 3", 41, 12, "unknown-phase"),
    ("end: 2024\n    sources", "end: 2522\n    sources", 20, 3, "too-many-years"),
    ("  postpones: opening\n", "", 72, 3, "missing-key"),
    ("postpones: opening", "postpones: null", 77, 14, "missing-key"),
    ("postpones: opening", "postpones: openin", 77, 14, "unknown-milestone"),
    ("postpones: opening", "postpones: other", 77, 14, "unknown-milestone"),
    ("postpones: opening", "postpones: act", 77, 14, "not-a-target"),
    ("postpones: opening", "postpones: delay", 77, 14, "not-a-target"),
    ("kind: law", "postpones: opening\n  kind: law", 60, 3, "misplaced-key"),
    ("kind: law", "to: 2025\n  kind: law", 60, 3, "misplaced-key"),
    ("kind: law", "kind: law\n  outcome:\n    {met: true, sources: [herald]}", 61, 3, "misplaced-key"),
]
"""An edit of the full file that puts one error into it, its line and column, and its code."""

REMARKS = [
    ("- id: herald", "- id: courier\n  publisher: Courier\n- id: herald", 9, 7, "warning", "unused-source"),
    (HERALD, "publisher: Herald #1", 10, 14, "warning", "cut-text"),
    (HERALD, "publisher: The Herald # daily", 10, 14, "warning", "cut-text"),
    ("en: Move.", "en: Move\n          on #1.", 29, 13, "warning", "cut-text"),
    ("[smart city]", "\n      - smart city #2", 32, 9, "warning", "cut-text"),
    (
        "- number: 2",
        "- {number: 5, id: fifth, name: {en: F, id: L}, start: 2024, end: 2024, sources: [gazette]}\n  - number: 2",
        34,
        13,
        "warning",
        "unordered-phases",
    ),
    (SECOND, "start: 2020\n    end: 2021", 36, 12, "warning", "unordered-phases"),
    (SECOND, "start: 2024\n    end: null", 36, 12, "note", "overlap"),
    (SECOND, "start: 2027\n    end: null", 36, 12, "note", "gap"),
    ("start: 2022\n    end: 2024", "start: 2021\n    end: 2024", 23, 12, "note", "divergence"),
    (
        "    goals:",
        "    alternatives:\n    - {start: 2022, end: 2023, sources: [gazette]}\n"
        "    - {start: 2022, end: 2025, sources: [herald]}\n    goals:",
        28,
        15,
        "note",
        "alternative",
    ),
]
NO_REMARKS = [
    (HERALD, 'publisher: "Herald #1" # daily'),
    (HERALD, "publisher: Herald  # daily"),
    (HERALD, "publisher: Herald\n  # daily"),
    (HERALD, "publisher: Herald#1"),
    ("id: herald", "id: herald # daily"),
    ("start: 2025", "start: 2025 #2"),
    ("date: 2024-01", "date: 2024-01 # or later"),
    ("id: act\n  start: 2024-03", "id: act\n  start: 2024-12-31"),
]


def phases(*written: str) -> bytes:
    """The sound file with other phases in its first roadmap."""
    start, end = SOUND.index("  phases:"), SOUND.index("  focus:")
    listed = "".join(f"  - {{{phase}, name: {{en: N, id: N}}, sources: [gazette]}}\n" for phase in written)
    return f"{SOUND[:start]}  phases:\n{listed}{SOUND[end:]}".encode()


WHOLE_FILES = [
    (b"a: \xff", "not-text"),
    (b"\n# nothing\n", "empty-file"),
    (b"[" + b"1," * 5000 + b"]", "too-many-values"),
    (b"- " * 40, "too-deep"),
    (b"roadmaps: []", "empty-list"),
    ("".join(f"k{n}: 1\n" for n in range(300)).encode(), "too-many"),
    (phases(*(f"number: {n}, id: p{n}, start: 2000, end: null" for n in range(1, 35))), "too-many-conflicts"),
    (phases("number: 1, id: a, start: 1000, end: 1499", "number: 2, id: b, start: 1500, end: 1500"), "too-many-years"),
]


@pytest.fixture(autouse=True)
def few_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that a test comes to sooner than the true one."""
    monkeypatch.setattr(document, "VALUES", 5000)


@pytest.fixture
def worded(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The keys of all messages and hints that are worded during the test."""
    typed_into.cache_clear()
    keys: set[str] = set()
    lookup = messages._lookup

    def recorded(table: object, key: str) -> object:
        keys.update({key, key.rpartition(".")[0]} if key not in table else {key})  # type: ignore[operator]
        return lookup(table, key)  # type: ignore[arg-type]

    monkeypatch.setattr(messages, "_lookup", recorded)
    return keys


def test_sound_files_have_no_findings() -> None:
    assert found(SOUND.encode()) == found(FULL.encode()) == []


def test_every_code_and_wording_is_found_at_its_place(worded: set[str]) -> None:
    """Each code of the catalogue, alone, at its line and column; a new one fails here until it has its bad file.

    No message and no hint is kept that nothing could ever say; those of broken YAML are tried in test_document.
    """
    codes = set()
    for old, new, *expected, code in ERRORS:
        model, (finding, *more) = check(broken(old, new, FULL), "file.yaml", TODAY)
        assert [finding.line, finding.column, finding.level, finding.code] == [*expected, "error", code], (old, new)
        assert (model, more) == (None, []), (old, new)
        codes.add(code)
        for text in (finding.message, finding.hint):
            assert text is None or (text.en.isprintable() and text.id.isprintable())
    for old, new, line, column, level, code in REMARKS:
        model, findings = check(broken(old, new, FULL), "file.yaml", TODAY)
        assert (line, column, level, code) in [(each.line, each.column, each.level, each.code) for each in findings]
        assert model is not None
        codes.add(code)
    for old, new in NO_REMARKS:
        assert found(broken(old, new, FULL)) == [], (old, new)
    for data, code in WHOLE_FILES:
        assert code in {each.code for each in check(data, "file.yaml")[1]}
        codes.add(code)
    (stale,) = found(FULL.encode(), LATER)
    assert stale == (2, 10, "note", "stale-check")
    keys = {key.removeprefix("finding.").partition(".")[0] for key in {*MESSAGES, *HINTS}}
    assert codes | {"stale-check"} == keys - {"part", "kind"}
    for edit, typed, _ in ADVICE:
        typed_into(edit, typed)
    unused = {*MESSAGES, *HINTS} - worded
    assert {key for key in unused if not key.startswith(("finding.not-yaml", "finding.part."))} == set()


def test_errors_and_doubts_are_told_in_one_run_and_contradictions_of_a_sound_file_only() -> None:
    text = FULL
    for old, new in (
        ("checked: 2026-11-24", "checked: 2026-11-24 # once"),
        (HERALD, "publishr: Herald #1"),
        (NAME, "name: {en: Near}"),
        (PERIOD, PERIOD.replace("2024", "2021")),
        ("- number: 2", "- number: 1"),
        (SECOND, "start: 2020\n    end: 20:25"),
        ("kind: law", "kind: rumour"),
    ):
        text = broken(old, new, text).decode()
    assert found(text.encode(), LATER) == [
        (2, 10, "note", "stale-check"),
        (10, 3, "error", "unknown-key"),
        (10, 13, "warning", "cut-text"),
        (13, 9, "error", "missing-language"),
        (24, 10, "error", "reversed-period"),
        (33, 13, "error", "duplicate-number"),
        (36, 12, "warning", "unordered-phases"),
        (37, 10, "error", "ambiguous-value"),
        (60, 9, "error", "invalid-choice"),
    ]


def test_a_misspelt_word_gets_a_suggestion() -> None:
    for old, new, meant in (
        (HERALD, "publishr: Herald", "publisher"),
        (CITED, "sources: [heralds]", "herald"),
        ("default_roadmap: near", "default_roadmap: neer", "near"),
        ("postpones: opening", "postpones: openin", "opening"),
        ("kind: law", "kind: laws", "law"),
    ):
        (finding,) = check(broken(old, new, FULL), "file.yaml")[1]
        assert finding.hint is not None
        assert finding.hint.en == f'did you mean "{meant}"?'
        assert finding.hint.id == f'maksud Anda "{meant}"?'


def test_a_comparison_with_the_sources_grows_old() -> None:
    for checked, today, stale in (
        ("2026-11-24", date(2027, 11, 24), False),
        ("2026-11-24", date(2027, 11, 25), True),
        ("2024-02-29", date(2025, 2, 28), False),
        ("2024-02-29", date(2025, 3, 1), True),
        ("9999-12-31", date(2026, 1, 1), False),
    ):
        assert bool(found(broken("2026-11-24", checked), today)) == stale


def test_findings_are_capped_and_in_the_order_of_the_file() -> None:
    many = "".join(f"- {{id: s{number}, publisher: P}}\n" for number in range(400))
    findings = found(broken("roadmaps:", f"{many}roadmaps:"))
    assert len(findings) == MOST + 1
    assert findings[-1][2:] == ("warning", "too-many")
    exact = "".join(f"- {{id: s{number}, publisher: P}}\n" for number in range(MOST))
    assert len(found(broken("roadmaps:", f"{exact}roadmaps:"))) == MOST
    shipped = found(SHIPPED.read_bytes(), date(2026, 11, 24))
    assert {level for _, _, level, _ in shipped} == {"note"}
    assert shipped == sorted(shipped, key=lambda each: each[0] or 0)


# Hints are followed as they stand

TYPED_INTO = [
    "schema: 1",
    "checked: 2026-11-24",
    "publisher: State Gazette",
    "title: Law",
    "date: 2024-01",
    "url: https://example.org/a?b=c",
    "name: {en: Near, id: Dekat}",
    "follows: {roadmap: far, sources: [herald]}",
    "sources: [gazette]",
    "number: 1",
    "id: first",
    "start: 2022",
    "end: null",
    "en: Move.",
    "terms: [smart city]",
    "milestones: []",
    "start: 2024-03",
    "kind: law",
    "said: 2023-05-02",
    "least: 100",
    "most: 200",
    "met: false",
    "postpones: opening",
    "checked_note: {en: All of it, id: Seluruhnya}",
    "note: {en: Note, id: Catatan}",
]
"""A field of each type, required and optional, nullable or not."""
TYPED = [
    *"null ~ 0 41 2024 12345 01 1_0 2030.0 20:30 2024-01-15".split(),
    *"yes true herald Herald {} [] [a] https://example.org".split(),
    *("1\u00a0", "2024\u3000", "null\u00a0", "true\u200b", '" 1"', '"2024 "', '" true"', '" null"'),
    *('""', '"1"', '"01"', '"null"', '"true"', "'yes'", '"12345"', "", "a b"),
]
TARGET = "give the `id` of a milestone of the kind `target`, or leave the key out if nothing is postponed"
ADVICE = [
    ("number: 1", "01", "numbers run from 1 to 40"),
    ("number: 1", '"1"', "write 1, without quotes"),
    ("number: 1", '"41"', "numbers run from 1 to 40"),
    ("number: 1", "yes", "numbers run from 1 to 40"),
    ("number: 1", "1\u00a0", "write 1 without U+00A0, which only looks like a space"),
    ("start: 2022", "2020\u3000", "write 2020 without U+3000, which only looks like a space"),
    ("start: 2022", '"\u00a02020"', "write 2020 without U+00A0, which only looks like a space"),
    ("start: 2022", '" 2020"', "write 2020, without quotes"),
    ("end: null", "null\u00a0", "write null without U+00A0, which only looks like a space"),
    ("least: 100", "100\u200b", "write 100 without U+200B, which only looks like a space"),
    ("schema: 1", "1\u00a0", "write 1 without U+00A0, which only looks like a space"),
    ("met: false", "false\u00a0", "write false without U+00A0, which only looks like a space"),
    *(("postpones: opening", typed, TARGET) for typed in ("", "~", "2024", "Opening")),
    ("postpones: opening", "null", "give the `id` of a milestone of the kind `target`"),
    ("publisher: State Gazette", '"D:\\Public"', "write \\\\ for a backslash, or delete the escape"),
    ("start: 2022", "2030.0", "years run from 1 to 9999"),
    ("start: 2022", "20300", "years run from 1 to 9999"),
    ("least: 100", "12345", "write a whole number from 1 to 9999"),
    ("met: false", '"true"', "write true, without quotes"),
    ("met: false", "yes", "write true or false, without quotes"),
    ("date: 2024-01", "1.5", "write YYYY-MM-DD, YYYY-MM or YYYY"),
    ("date: 2024-01", "", "write null for what is not known"),
    ("title: Law", "~", "write null for what is not known"),
    ("publisher: State Gazette", "20:30", 'put it in quotes: "20:30"'),
    ("terms: [smart city]", "null", "leave the key out if there is nothing to list"),
    ("terms: [smart city]", "smart", "put it in square brackets"),
    ("name: {en: Near, id: Dekat}", "{en:Near, id: Dekat}", "write it as `key: value`"),
    ("name: {en: Near, id: Dekat}", "en:Near", "write it as `key: value`"),
    ("follows: {roadmap: far, sources: [herald]}", "roadmap:far", "write it as `key: value`"),
    ("checked_note: {en: All of it, id: Seluruhnya}", "2024", "write it under `en` and under `id`"),
]


@cache
def typed_into(edit: str, typed: str) -> tuple[Finding, ...]:
    """The findings in the full file with another value typed into a field."""
    key, value = edit.split(": ", 1)
    text = FULL.replace("  publisher: State Gazette\n", "  publisher: State Gazette\n  title: Law\n")
    text = text.replace("en: In force, id: Berlaku}\n", "en: In force, id: Berlaku}\n  note: {en: Note, id: Catatan}\n")
    if edit == "milestones: []":
        text, value = text[: text.index("milestones:")] + "milestones: []\n", "[]"
    at = text.index(f"{key}: {value}") + len(key) + 2
    return check((text[:at] + typed + text[at + len(value) :]).encode(), "file.yaml")[1]


def follow(hint: str, typed: str) -> str | None:
    """What someone types who does what a hint says, None when it names no single thing to type."""
    if told := re.fullmatch('put it in quotes: (".*")|write (.+?)(?:,? without .*)|did you mean "(.*)"[?]', hint):
        if told[1]:
            return typed.replace(told[1].strip('"'), told[1])
        return "true" if told[2] == "true or false" else told[2] or told[3]
    if hint.startswith("write null"):
        return "null"
    if "square brackets" in hint:
        return f"[{typed}]"
    if "under `en` and under `id`" in hint:
        return f"{{en: {typed}, id: {typed}}}"
    return None


def test_no_hint_leads_in_a_circle() -> None:
    """Whatever is typed into a field of any type, doing what the hint says ends well or at another error."""
    for edit, first in product(TYPED_INTO, TYPED):
        typed, told = first, set[str]()
        findings = typed_into(edit, typed)
        while findings and (finding := findings[0]).hint and (after := follow(finding.hint.en, typed)) is not None:
            assert after != typed, (edit, first, finding)
            assert finding.message.en not in told, (edit, first, finding)
            told.add(finding.message.en)
            assert len(told) < 4, (edit, first, told)
            typed = after
            findings = typed_into(edit, typed)
        if findings and told:
            assert findings[0].code not in ("ambiguous-value", "wrong-type", "empty-value"), (edit, first, findings[0])


def test_null_is_offered_where_it_is_allowed_alone() -> None:
    for edit in TYPED_INTO:
        allowed = not typed_into(edit, "null")
        for typed in ("", "~", "NULL"):
            (finding, *_) = typed_into(edit, typed)
            assert ("null" in (finding.hint.en if finding.hint else "")) == allowed, (edit, finding)
    for finding in check(b"sources: null\nroadmaps:\n", "file.yaml")[1]:
        assert finding.code == "missing-key" or finding.hint is None  # neither may be null, nor be left out


def test_a_hint_says_what_to_type() -> None:
    for edit, typed, hint in ADVICE:
        told = typed_into(edit, typed)[-1].hint
        assert told is not None, (edit, typed)
        assert told.en == hint


# How it is drawn


def answer(data: bytes) -> CheckAnswer:
    return CheckAnswer(file="my phases.yaml", findings=check(data, "my phases.yaml")[1], errors=2, warnings=0)


def test_in_a_pipe_each_finding_is_one_line_that_names_the_file() -> None:
    drawn = list(finding_lines(answer(broken("kind: law", "kind: laws")), "en", Surface()))
    assert drawn == [
        'my phases.yaml:60:9: error invalid-choice: "laws" is not one of the words used here; did you mean "law"?',
        "my phases.yaml: errors: 2, warnings: 0, notes: -1",
    ]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_on_a_terminal_the_file_is_named_once_and_no_word_is_broken(width: int) -> None:
    data = broken(SECOND, "start: 2020\n    end: 20:25", FULL).replace(b"kind: law", b"kind: rumour")
    in_pipe, drawn = (list(finding_lines(answer(data), "id", Surface(width=each))) for each in (None, width))
    assert drawn[0] == "my phases.yaml"
    assert sum("my phases.yaml" in line for line in drawn) == 2  # its name, and the line that counts
    words = {word for line in in_pipe for word in line.replace("my phases.yaml", "").split()}
    shown = {word for line in drawn[1:] for word in line.split()}
    assert {each.code for each in answer(data).findings} <= shown
    assert {word for word in words if ":" not in word} <= shown | {"my", "phases.yaml:"}
    assert all(len(line) <= width or len(line.split()) == 1 for line in drawn[1:-1])
