"""What people read and what tables hold: each command's answer, in both languages, in every form and at every width.

The answers are built from the shipped model, with milestones that take every shape the format knows.
"""

import csv
import datetime as dt
import io
import json
import os
import re
import shlex
from collections.abc import Iterator
from typing import Any
from unittest import mock

import msgspec
import pytest
from rich.cells import cell_len

from iknctl.answers import build, progress
from iknctl.answers.types import Answer
from iknctl.cli.output import as_json as as_bytes
from iknctl.datafile import load
from iknctl.messages import LANGUAGES, Lang
from iknctl.messages.dates import number, partial_date, span
from iknctl.model import Legal, Milestone, Model, Text
from iknctl.render import render
from iknctl.render.blocks import Table
from iknctl.render.timeline.palette import Surface
from iknctl.render.views import view
from iknctl.render.wording import Wording
from iknctl.when import read_when
from running import ROOT, ask

TODAY = dt.date(2026, 11, 25)
_SHIPPED = load(None)
_CITED = tuple(source.id for source in _SHIPPED.sources)


def _milestone(name: str, kind: str, start: str, *, end: str | None = None, **more: Any) -> Milestone:
    text = {"en": f"the {name} of Nusantara stands", "id": f"{name} Nusantara tercatat"}
    stated = {"id": name, "kind": kind, "start": start, "end": end or start, "text": text, "sources": _CITED[:2]}
    return msgspec.convert(stated | more, Milestone)


_MILESTONES = (
    _milestone("act", "law", "2022-02-15"),
    _milestone("verdict", "ruling", "2026-05-12"),
    _milestone("opening", "event", "2025-03-03", people={"least": 620, "most": 620}),
    _milestone("speech", "statement", "2025-04", note={"en": "Said twice.", "id": "Disampaikan dua kali."}),
    _milestone("rule", "law", "2025-06-30", people={"least": 1700, "most": 4100}),
    _milestone(
        "move",
        "target",
        "2024-07",
        end="2024-11",
        said="2023-12-16",
        people={"least": 3246, "most": 3246, "note": {"en": "Counted once.", "id": "Dihitung sekali."}},
        outcome={"met": False, "on": "2024-11", "sources": _CITED[:1]},
    ),
    _milestone("first-delay", "postponed", "2024-02-26", postpones="move", to="2024-09"),
    _milestone("second-delay", "postponed", "2025-01-24", postpones="move"),
    _milestone("wave", "target", "2025-11", people={"least": 4100, "most": None}),
    _milestone("third-delay", "postponed", "2025-11-18", postpones="wave", to="2026-12"),
    _milestone("bridge", "target", "2023", outcome={"met": True, "sources": _CITED[:1]}),
    _milestone("capital", "target", "2028"),
    _milestone("staff", "projection", "2029", people={"least": 9500, "most": 9500}),
)
MODEL = msgspec.structs.replace(
    _SHIPPED,
    milestones=_MILESTONES,
    checked_note=Text(en="Compared with stored copies.", id="Dicocokkan dengan salinan."),
    legal=msgspec.convert(
        {"text": {"en": "Jakarta stays the capital.", "id": "Jakarta tetap ibu kota."}, "sources": _CITED[:1]}, Legal
    ),
)


def answers(model: Model) -> dict[str, Answer]:
    """An answer of every command and, where it may look otherwise, several."""
    plan = model.roadmaps[0]
    every = model.roadmaps

    def when(text: str) -> Any:
        return read_when(text, TODAY)

    return {
        "phase": build.phase(model, plan, when("2036"), TODAY),
        "phase one": build.phase(model, plan, when("2021"), TODAY),
        "phase none": build.phase(model, plan, when("2046"), TODAY),
        "phase today": build.phase(model, plan, when("today"), TODAY),
        "phase open": build.phase(model, every[2], when("2044..2050"), TODAY),
        "compare": build.compare(model, when("2036"), TODAY),
        "compare none": build.compare(model, when("2019"), TODAY),
        "phases": build.phases(model, plan),
        "show": build.show(model, plan, plan.phases[2]),
        "goals": build.goals(model, (plan,), "AI", None, every=False),
        "goals all": build.goals(model, every, "smart city", None, every=True),
        "goals none": build.goals(model, every, "xyz", 3, every=True),
        "timeline": progress.timeline(model, every, TODAY),
        "roadmaps": build.roadmaps(model),
        "about": progress.about(model, plan, TODAY),
        "about other": progress.about(model, every[2], TODAY),
        "milestones": progress.milestones(model, None, None, TODAY),
        "milestones some": progress.milestones(model, when("2024..2025"), "statement", TODAY),
        "milestones none": progress.milestones(model, when("2099"), None, TODAY),
        "conflicts": build.conflicts(model, every),
        "sources": build.sources(model),
        "years": build.years_of(model, every),
    }


ANSWERS = answers(MODEL)
TABULAR = [name for name in ANSWERS if name.split()[0] not in ("show", "about", "timeline")]


def drawn(name: str, lang: Lang, form: str = "table", surface: Surface = Surface()) -> str:  # noqa: B008
    written = render(ANSWERS[name], MODEL, form, lang, surface)
    return written if isinstance(written, str) else written.decode()


def as_json(name: str) -> Any:
    return json.loads(as_bytes(ANSWERS[name]))


# Every fact of the JSON is in what people read

# What a view leaves to another command, or words in a way that a test of its own looks at.
_ELSEWHERE = {
    "phase": {"query", "neighbours", "next_start", "as_of", "terms"},
    "compare": {"query", "overlaps", "unit"},
    "phases": {"gaps", "alternatives", "text", "terms", "note", "sources"},
    "show": {"conflicts", "terms"},
    "goals": {"overlaps", "query", "terms"},
    "roadmaps": {"note", "unit", "sources"},
    "about": {"milestones", "message", "unit", "slips", "outcome", "people", "said", "postponements", "passed"},
    "milestones": {"query", "outcome", "note", "steps"},
    "conflicts": {"sources"},
}
_CODES = {"schema", "id", "kind", "status", "code", "default", "roadmap", "target", "postpones", "months"}
_DATES = {"start", "end", "said", "on", "to", "now", "date", "checked", "as_of", "stated"}


def facts(value: Any, lang: Lang, left_out: set[str], key: str = "") -> Iterator[str]:
    """What has to be read somewhere: texts, names and dates in the language, years and numbers, publishers."""
    if key in left_out | _CODES or value is None or isinstance(value, bool):
        return
    if isinstance(value, dict) and set(value) == {"en", "id"}:
        yield value[lang].rstrip(".)")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from facts(each, lang, left_out, name)
    elif isinstance(value, list):
        for each in value:
            yield from facts(each, lang, left_out, key)
    elif isinstance(value, int):
        yield str(value)
    elif key in _DATES:
        yield from getattr(partial_date(value), lang).split()
    else:
        yield next((source.publisher for source in MODEL.sources if source.id == value and key == "sources"), value)


def plain(markdown: str) -> str:
    """Markdown without its escapes, link targets and marks."""
    return re.sub(r"\\([\\`*_{}\[\]<>#|~@&$+=.)-])", r"\1", re.sub(r"\]\(<[^>]*>\)", "]", markdown))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "timeline"])
def test_every_fact_is_read(name: str, lang: Lang) -> None:
    command = name.split()[0]
    texts = {form: plain(" ".join(drawn(name, lang, form).split())).casefold() for form in ("table", "markdown")}
    publishers = {source.publisher for source in MODEL.sources}
    for fact in facts(as_json(name), lang, _ELSEWHERE.get(command, set())):
        if command in ("phase", "show") and fact in publishers:
            continue  # all the sources of a roadmap are counted, not named
        amount = f"{int(fact):,}".replace(",", "," if lang == "en" else ".") if fact.isdecimal() else fact
        for form, text in texts.items():
            assert fact.casefold() in text or amount in text, f"{form}: {fact}"
    sides = [side for conflict in as_json(name).get("conflicts", ()) for side in conflict["sides"]]
    for text in texts.values() if command == "conflicts" else ():
        assert all(each in text for side in sides for each in side["sources"])


@pytest.mark.parametrize("name", TABULAR)
def test_a_table_holds_what_the_json_holds(name: str) -> None:
    answer = as_json(name)
    field = {"compare": "answers", "phase": "phases"}.get(name.split()[0], name.split()[0])
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        read = csv.DictReader(io.StringIO(drawn(name, "en", form), newline=""), delimiter=delimiter)
        found = list(read)
        assert read.fieldnames
        assert len(found) == len(answer[field])
        for row, stated in zip(found, answer[field], strict=True):
            for column, cell in row.items():
                assert cell == expected(column, stated, answer), f"{form}: {column}"


def expected(column: str, row: Any, answer: Any) -> str:  # noqa: C901
    """What a cell must hold, told from the JSON alone."""
    base, _, end = column.rpartition("_")
    if column == "overlap" and "overlap" not in row:
        pairs = row["overlaps"] if "overlaps" in row else answer["overlaps"]
        value: Any = any("overlaps" in row or row["number"] in pair["phases"] for pair in pairs)
    elif column == "overlaps_with":
        pairs = [pair["phases"] for pair in answer["overlaps"] if row["number"] in pair["phases"]]
        value = [sum(pair) - row["number"] for pair in pairs]
    elif column == "default":
        value = answer["default"] == row["id"]
    elif column == "disputed":
        value = [f"{each['start']}-{each['end'] or ''}" for each in row["disputed"]]
    elif base in ("one", "other"):
        value = row["sides"][base == "other"][end]
    elif column.startswith("phase_names_"):
        value = [each["name"][end] for each in row["phases"]]
    elif column.startswith("people_"):
        value = row["people"] and row["people"][end]
    elif column == "met":
        value = row["outcome"] and row["outcome"]["met"]
    elif column == "follows":
        value = row["follows"] and row["follows"]["roadmap"]
    elif column not in row and end in LANGUAGES:
        value = row[base] and row[base][end]
    else:
        value = row[column] if column in row else answer[column]
    if isinstance(value, list):
        return "|".join(str(each if not isinstance(each, dict) else each.get("number", each["id"])) for each in value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


# Widths, terminals, colours

ESCAPE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\s·:]+", text))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "timeline"])
def test_any_width(name: str, lang: Lang) -> None:
    unwrapped = drawn(name, lang)
    parts = view(ANSWERS[name], Wording(MODEL, lang))
    heads = {"•"} | words(" ".join(head for part in parts if isinstance(part, Table) for head in part.columns))
    for width in (40, 47, 60, 80, 100, 140):
        text = drawn(name, lang, surface=Surface(width=width))
        for line in text.splitlines():
            assert cell_len(line) <= width or re.fullmatch(r" *(URL +)?\(?https?://\S+", line), line
        assert words(text) - heads == words(unwrapped) - heads  # none lost, none broken
        assert "…" not in text
        assert not text.startswith("\n")
        assert "\n\n\n" not in text


@pytest.mark.parametrize("term", ["xterm", "dumb", "DUMB", "unknown", "", "linux", "xterm-256color"])
def test_a_terminal_changes_no_word(term: str) -> None:
    for name in ("about", "milestones", "phases", "sources", "timeline"):
        for width in (None, 60):
            expected = drawn(name, "en", surface=Surface(width=width))
            with mock.patch.dict(os.environ, {"TERM": term, "COLUMNS": "30"}):
                written = drawn(name, "en", surface=Surface(width=width, styled=True))
                assert drawn(name, "en", surface=Surface(width=width, styled=True)) == written  # byte for byte
            assert [line.rstrip() for line in ESCAPE.sub("", written).splitlines()] == expected.splitlines()
            assert ";id=" not in written


def test_sixteen_colours_are_enough() -> None:
    with mock.patch.dict(os.environ, {"TERM": "linux", "COLORTERM": ""}):
        written = drawn("phases", "en", surface=Surface(styled=True))
    assert len(set(re.findall(r"\x1b\[1;(3[1-6])m\d\x1b\[0m", written))) == 5
    assert not re.search(r"\x1b\[(?:[0-9]+;)*(?:30|37|90|97)m", written)  # no white, no black


def test_a_style_ends_where_its_words_end() -> None:
    with mock.patch.dict(os.environ, {"TERM": "xterm"}):
        for name in ("phase", "about", "milestones"):
            styled = re.findall(r"\x1b\[[0-9;]+m(.*?)\x1b\[0m", drawn(name, "en", surface=Surface(styled=True)))
            assert not [words for words in styled if "as stated by" in words or "2020–2045" in words or " → " in words]


@pytest.mark.parametrize("odd", ["a\nb\x85c\u2028d", "[red]x[/red] `y` <b> | *z* \\ :smile:", "https://x.org blink"])
def test_text_from_a_file_is_only_text(odd: str) -> None:
    plan = msgspec.structs.replace(
        MODEL.roadmaps[0], name=Text(en=odd, id=odd), note=Text(en=odd, id=odd), issuer=Text(en=odd, id=odd)
    )
    model = msgspec.structs.replace(MODEL, roadmaps=(plan, *MODEL.roadmaps[1:]))
    line = " ".join(re.split(r"[\n\x85\u2028]", odd))
    for answer in (build.roadmaps(model), progress.about(model, plan, TODAY), build.phases(model, plan)):
        for width in (None, 60):
            for styled in (False, True):
                written = render(answer, model, "table", "en", Surface(width=width, styled=styled))
                assert isinstance(written, str)
                assert line in ESCAPE.sub("", written)
        escaped = re.sub(r"([\\`*_{}\[\]<>#|~@&$])", r"\\\1", line)
        assert escaped in str(render(answer, model, "markdown", "en", Surface()))


# Two languages

_ENGLISH = set("the of and with is are was to for in by from as this that not no all its which be has have".split())


@pytest.mark.parametrize("form", ["table", "markdown"])
@pytest.mark.parametrize("name", list(ANSWERS))
def test_no_english_in_an_indonesian_answer(name: str, form: str) -> None:
    if (name, form) == ("timeline", "markdown"):
        return
    text = plain(drawn(name, "id", form))
    for source in MODEL.sources:  # names and titles are in their own language
        for named in (source.title, source.publisher):
            text = text.replace(named or "\n", "")
    text = re.sub(r"[“\"(][^”\")]*[”\")]|https?://\S+|`[^`]*`|<[^>]*>", "", " ".join(text.split()))
    assert not _ENGLISH & set(re.findall(r"\w+", text.casefold()))


def test_dates_and_counts_in_words() -> None:
    def both(text: Text) -> tuple[str, str]:
        return text.en, text.id

    assert both(span("2024-07", "2024-11")) == ("July–November 2024", "Juli–November 2024")
    assert both(span("2024-07", "2025-01")) == ("July 2024–January 2025", "Juli 2024–Januari 2025")
    assert both(span("2031-06-15", "2031-06-20")) == ("15–20 June 2031", "15–20 Juni 2031")
    assert both(span("2031-06-15", "2032-06-15")) == ("15 June 2031–15 June 2032", "15 Juni 2031–15 Juni 2032")
    assert both(span("2024", "2029")) == ("2024–2029", "2024–2029")
    assert both(span("2024-03", "2024")) == ("March 2024–2024", "Maret 2024–2024")
    assert [both(number(count)) for count in (0, 1, 10, 11)] == [
        ("no", "nol"),
        ("one", "satu"),
        ("ten", "sepuluh"),
        ("11", "11"),
    ]


# What each view says first, and what it says in a way of its own


@pytest.mark.parametrize(
    ("name", "en", "id"),
    [
        (
            "phase",
            "2036 is in two phases: 3 Agile government and 4 Industry 4.0 smart city",
            "2036 termasuk dalam dua fase: 3 Pemerintahan yang lincah dan 4 Kota cerdas Industri 4.0",
        ),
        (
            "phase one",
            "2021 is in phase 1, Government in miniature",
            "2021 termasuk dalam fase 1, Miniatur pemerintahan",
        ),
        ("phase none", "2046 is in no phase", "2046 tidak termasuk dalam fase mana pun"),
        (
            "phase today",
            "Today, 25 November 2026, is in phase 2, Shared offices",
            "Hari ini, 25 November 2026, termasuk dalam fase 2, Kantor bersama",
        ),
        ("compare", "2036 in 4 roadmaps", "2036 dalam 4 peta jalan"),
        (
            "goals",
            "2 goals mention “AI” (Five digitalization phases)",
            "2 sasaran memuat “AI” (Lima fase digitalisasi)",
        ),
        (
            "goals none",
            "No goal mentions “xyz” (every roadmap, phase 3)",
            "Tidak ada sasaran yang memuat “xyz” (semua peta jalan, fase 3)",
        ),
        ("milestones", "13 milestones (as of 25 November 2026)", "13 tonggak waktu (per 25 November 2026)"),
        (
            "milestones some",
            "1 milestone (2024–2025, statement, as of 25 November 2026)",
            "1 tonggak waktu (2024–2025, pernyataan, per 25 November 2026)",
        ),
        (
            "milestones none",
            "No milestones (2099, as of 25 November 2026)",
            "Tidak ada tonggak waktu (2099, per 25 November 2026)",
        ),
    ],
)
def test_first_line(name: str, en: str, id: str) -> None:  # noqa: A002
    assert drawn(name, "en").partition("\n")[0] == en
    assert drawn(name, "id").partition("\n")[0] == id
    assert plain(drawn(name, "en", "markdown")).partition("\n")[0] == f"## {en}"


def test_milestones_show_numbers_status_and_slips() -> None:
    text = drawn("milestones", "en")
    cells = [re.split(r"  +", line) for line in text.splitlines()]
    assert ["July–November 2024", "target", "missed", "3,246"] in [cell[:4] for cell in cells]
    assert ["30 June 2025", "law", "past", "1,700–4,100"] in [cell[:4] for cell in cells]
    assert ["November 2025", "target", "overdue", "at least 4,100"] in [cell[:4] for cell in cells]
    assert ["2023", "target", "met"] in [cell[:3] for cell in cells]
    lines = text.splitlines()
    numbers = [re.search(r"(3,246|\b620|1,700–4,100|at least 4,100|9,500)  ", line) for line in lines]
    assert len({found.end() for found in numbers if found}) == 1  # right-aligned
    assert (
        "▲ No date today: The move of Nusantara stands, promised for July–November 2024 → "
        "September 2024 (said 26 February 2024) → no new date (said 24 January 2025)." in text
    )
    assert (
        "▲ Today: December 2026, 13 months after the promised start: The wave of Nusantara stands, promised for "
        "November 2025 → December 2026 (said 18 November 2025)." in text
    )
    assert "Counted once." in text
    assert "Said twice." not in text
    assert "Said twice." in drawn("milestones some", "en")


def test_about_tells_how_the_move_stands_in_labelled_lines() -> None:
    lines = [re.split(r"  +", line.strip(), maxsplit=1) for line in drawn("about", "en").splitlines()]
    told = {line[0]: line[1] for line in lines if len(line) == 2}
    assert told["By this plan"] == "phase 2, Shared offices (2025–2029)"
    assert told["Promised"] == "2023: the bridge of Nusantara stands (met)"
    assert ["July–November 2024: the move of Nusantara stands (missed)"] in lines
    assert "2023: bridge Nusantara tercatat (tercapai)" in drawn("about", "id")
    assert told["Postponed"] == "July–November 2024: twice. No date today"
    assert ["November 2025: once. Today: December 2026, 13 months after the promised start"] in lines
    assert told["Latest"].startswith("12 May 2026: the verdict of Nusantara stands [")
    assert told["Next"].startswith("2028: the capital of Nusantara stands [")
    assert told["Legal state"].startswith("Jakarta stays the capital.")
    assert told["Last checked"].endswith("later events are not in the data. Compared with stored copies.")
    assert told["All milestones"] == "`iknctl milestones`"
    assert "act of Nusantara" not in drawn("about", "en")
    standing = ANSWERS["about"].standing.message  # type: ignore[attr-defined]
    assert "three postponements" in standing.en
    assert "tercatat tiga kali penundaan" in standing.id


def test_a_long_list_of_sources_is_shown_once() -> None:
    text = drawn("conflicts", "en")
    listed = MODEL.roadmaps[0].phases[2].sources
    assert text.count(", ".join(listed)) == 1
    assert f"  Both        {len(listed)} sources: {', '.join(listed)}\n" in text
    assert f"  digital 1, 2020–2024  the same {len(listed)} sources as for digital 3 above\n" in text
    assert "  In dispute            2020–2021\n" in text
    alike = [each["sides"][0]["sources"] == each["sides"][1]["sources"] for each in as_json("conflicts")["conflicts"]]
    assert text.count("\n  Both ") == sum(alike) > 0
    assert len(re.findall(r"(?m)^  \S.* \d+, ", text)) == 2 * (len(alike) - sum(alike))


def test_one_thing_is_no_plural() -> None:
    delay = _milestone("delay", "postponed", "2026-01-01", postpones="wave", to="2026-02")
    wave = _milestone("wave", "target", "2026-01")
    plan = msgspec.structs.replace(MODEL.roadmaps[0], phases=MODEL.roadmaps[0].phases[:1], follows=None)
    model = msgspec.structs.replace(MODEL, milestones=(wave, delay), roadmaps=(plan,))
    told = {
        progress.milestones(model, None, None, TODAY): ("1 month after the promised start", "1 bulan setelah awal"),
        build.compare(model, read_when("2021", TODAY), TODAY): ("2021 in 1 roadmap\n", "2021 dalam 1 peta jalan\n"),
        build.roadmaps(model): ("2020–2024, 1 phase\n", "2020–2024, 1 fase\n"),
    }
    for answer, texts in told.items():
        for lang, text in zip(LANGUAGES, texts, strict=True):
            assert text in str(render(answer, model, "table", lang, Surface()))


def test_flags_stand_together_and_apart_from_the_rest() -> None:
    lines = drawn("phase", "en").splitlines()
    flags = [place for place, line in enumerate(lines) if line.startswith("▲ ")]
    assert flags == [2, 3]
    assert lines[1] == lines[4] == ""


def test_a_roadmap_is_named_where_several_stand_together() -> None:
    for name in ("compare", "goals all", "timeline"):
        assert "▲ Overlap: Five digitalization phases: phase 3 (2030–2039) and phase 4" in drawn(name, "en")
    assert "▲ Overlap: Phase 3 (2030–2039) and phase 4" in drawn("goals", "en")
    shared = {(goal["roadmap"], goal["phase"]) for goal in as_json("goals all")["goals"] if goal["overlap"]}
    assert shared == {("digital", 3), ("digital", 4)}  # not the stages of the master plan with the same numbers


def test_terms_are_no_second_gloss() -> None:
    goal = MODEL.roadmaps[0].phases[0].goals[0]
    text = Text(en="use artificial intelligence (AI)", id="memanfaatkan kecerdasan artifisial (AI)")
    terms = ("artificial intelligence (AI)", "kecerdasan artifisial", "smart city")
    phase = msgspec.structs.replace(
        MODEL.roadmaps[0].phases[0], goals=(msgspec.structs.replace(goal, text=text, terms=terms, note=None),)
    )
    answer = build.show(MODEL, MODEL.roadmaps[0], phase)
    en, id = (str(render(answer, MODEL, "table", lang, Surface())) for lang in LANGUAGES)  # noqa: A001
    assert "  • Use artificial intelligence (AI) (“kecerdasan artifisial”, “smart city”)\n" in en
    assert "  • Memanfaatkan kecerdasan artifisial (AI) (“smart city”)\n" in id


def test_a_command_in_an_answer_works_as_printed() -> None:
    data = ["--data", str(ROOT / "data" / "phases.yaml")]
    for options in ([], data, [*data, "--lang", "id"]):
        for text in (["AI"], ["society", "5.0"], ["-smart;", "$(city)"]):
            asked = ask("goals", "--roadmap", "bappenas", *options, "--", *text)
            found = re.findall(r"(\d+) (?:goals? mentions?|sasaran memuat) .*: `(iknctl [^`]*)`", asked.stdout)
            assert found
            for count, command in found:
                again = ask(*shlex.split(command)[1:])
                assert (again.code, again.stdout.split()[0]) == (0, count)
                assert shlex.join(options) in command
