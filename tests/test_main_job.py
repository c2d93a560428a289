"""The main job: the phase of every year from 2015 to 2050 in every format, and the overlap flagged wherever it is."""

import csv
import re
from typing import Any

import pytest

from running import Ran, ask, run

# Which phases each year is in, by hand from the five published periods.
_STRETCHES: list[tuple[int, int, tuple[int, ...]]] = [
    (2015, 2019, ()),
    (2020, 2024, (1,)),
    (2025, 2029, (2,)),
    (2030, 2034, (3,)),
    (2035, 2039, (3, 4)),
    (2040, 2045, (5,)),
    (2046, 2050, ()),
]
PLAN = {year: numbers for first, last, numbers in _STRETCHES for year in range(first, last + 1)}
YEARS = list(PLAN)

NAMES = {
    1: ("Government in miniature", "miniature-government", 2020, 2024),
    2: ("Shared offices", "shared-offices", 2025, 2029),
    3: ("Agile government", "agile-government", 2030, 2039),
    4: ("Industry 4.0 smart city", "industry-4-smart-city", 2035, 2039),
    5: ("AI smart city towards Society 5.0", "ai-smart-city-society-5", 2040, 2045),
}


def rows(answer: Ran, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(answer.stdout.splitlines(), delimiter=delimiter))


def warned(*question: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(each["code"], tuple(each["phases"])) for each in ask("phase", *question, "--json").json["warnings"]]


def test_the_plan_covers_the_years_it_says() -> None:
    assert list(range(2015, 2051)) == YEARS


@pytest.mark.parametrize("year", YEARS)
def test_json(year: int) -> None:
    answer = ask("phase", str(year), "--json")
    report = answer.json
    assert tuple(phase["number"] for phase in report["phases"]) == PLAN[year]
    assert [(p["name"]["en"], p["id"], p["start"], p["end"]) for p in report["phases"]] == [
        NAMES[number] for number in PLAN[year]
    ]
    both = [{"phases": [3, 4], "start": 2035, "end": 2039}]
    assert report["overlaps"] == (both if PLAN[year] == (3, 4) else [])
    assert report["query"] == {"text": str(year), "start": f"{year}-01-01", "end": f"{year}-12-31"}
    assert report["as_of"] is None
    assert (answer.code, answer.stderr) == (0 if PLAN[year] else 1, "")


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("lang", "unit", "none", "overlap"),
    [("en", "Phase", "no phase", "▲ Overlap: "), ("id", "Fase", "tidak ada fase", "▲ Tumpang tindih: ")],
)
def test_text(year: int, lang: str, unit: str, none: str, overlap: str) -> None:
    answer = ask("phase", str(year), "--lang", lang)
    first = answer.stdout.partition("\n")[0]
    assert first == f"{year}: " + (" + ".join(f"{unit} {number}" for number in PLAN[year]) or none)
    headed = [int(number) for number in re.findall(rf"^{unit} (\d) · ", answer.stdout, re.MULTILINE)]
    assert tuple(headed) == PLAN[year]
    assert (overlap in answer.stdout) == (PLAN[year] == (3, 4))
    assert (answer.code, answer.stderr) == (0 if PLAN[year] else 1, "")


@pytest.mark.parametrize("year", YEARS)
def test_markdown(year: int) -> None:
    answer = ask("phase", str(year), "--format", "markdown")
    first = answer.stdout.partition("\n")[0]
    assert first == f"## {year}: " + (" + ".join(f"Phase {number}" for number in PLAN[year]) or "no phase")
    headed = [int(number) for number in re.findall(r"^### Phase (\d) · ", answer.stdout, re.MULTILINE)]
    assert tuple(headed) == PLAN[year]
    assert ("> **Overlap:** " in answer.stdout) == (PLAN[year] == (3, 4))
    assert answer.code == (0 if PLAN[year] else 1)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_delimited(year: int, form: str, delimiter: str) -> None:
    answer = ask("phase", str(year), "--format", form)
    assert "\r" not in answer.stdout
    found = rows(answer, delimiter)
    assert tuple(int(row["number"]) for row in found) == PLAN[year]
    assert [(r["name_en"], r["id"], int(r["start"]), int(r["end"])) for r in found] == [NAMES[n] for n in PLAN[year]]
    shared = {3: ("true", "4"), 4: ("true", "3")} if PLAN[year] == (3, 4) else {}
    assert [(row["overlap"], row["overlaps_with"]) for row in found] == [
        shared.get(number, ("false", "")) for number in PLAN[year]
    ]
    assert answer.stdout.startswith("roadmap" + delimiter)  # the header, also when nothing is below it
    assert answer.code == (0 if PLAN[year] else 1)


@pytest.mark.parametrize("year", [2019, 2020, 2024, 2025, 2034, 2035, 2039, 2040, 2045, 2046])
def test_the_command_itself(year: int) -> None:
    answer = run("phase", str(year), "--json")
    assert tuple(phase["number"] for phase in answer.json["phases"]) == PLAN[year]
    assert (answer.code, answer.stderr) == (0 if PLAN[year] else 1, "")


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        ("2019-12-31", "2019-12-31", ()),
        ("2020-01-01", "2020-01-01", (1,)),
        ("2024-12-31", "2024-12-31", (1,)),
        ("2029-12-31", "2030-01-01", (2, 3)),
        ("2034-12-31", "2034-12-31", (3,)),
        ("2035-01-01", "2035-01-01", (3, 4)),
        ("2039-12", "2039-12", (3, 4)),
        ("2040-01", "2040-01", (5,)),
        ("2045-12-31", "2046-01-01", (5,)),
        ("2046", "9999", ()),
        ("0001", "2019", ()),
        ("0001", "9999", (1, 2, 3, 4, 5)),
    ],
)
def test_days_months_and_ranges(first: str, last: str, numbers: tuple[int, ...]) -> None:
    report = ask("phase", first if first == last else f"{first}..{last}", "--json").json
    assert tuple(phase["number"] for phase in report["phases"]) == numbers


OVERLAP = ("overlap", (3, 4))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2036", [OVERLAP, ("divergence", (3,))]),
        ("2035", [OVERLAP, ("divergence", (3,))]),
        ("2021", [("alternative", (1,)), ("divergence", (1,))]),
        ("2020-01-01", [("alternative", (1,)), ("divergence", (1,))]),
        ("2022", []),
        ("2031", []),
        ("2034", []),
        ("2040", []),
        ("2019", [("outside", (1,))]),
        ("2046", [("outside", (5,))]),
        ("2019..2020", [("partly-outside", ()), ("alternative", (1,)), ("divergence", (1,))]),
        ("2045..2046", [("partly-outside", ())]),
        ("2022..2034", []),
        ("2034..2035", [OVERLAP, ("divergence", (3,))]),
    ],
)
def test_a_warning_belongs_to_the_years_that_it_is_about(
    asked: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert warned(asked) == expected


def test_what_the_warnings_of_2036_say() -> None:
    overlap, divergence = ask("phase", "2036", "--json").json["warnings"]
    assert re.search("phase 3 .*phase 4 .*2035–2039", overlap["message"]["en"])
    assert re.search("fase 3 .*fase 4 .*2035–2039", overlap["message"]["id"])
    assert re.search("stage 3 .*2030–2034", divergence["message"]["en"])
    assert re.search("tahap 3 .*2030–2034", divergence["message"]["id"])


@pytest.mark.parametrize(
    ("asked", "previous", "following", "next_start", "position"),
    [
        ("2015", None, 1, "2020-01-01", []),
        ("2019", None, 1, "2020-01-01", []),
        ("2020", None, 2, "2025-01-01", [(1, 1, 5)]),
        ("2024", None, 2, "2025-01-01", [(1, 5, 5)]),
        ("2025-06", 1, 3, "2030-01-01", [(2, 1, 5)]),
        ("2030", 2, 4, "2035-01-01", [(3, 1, 10)]),
        ("2034", 2, 4, "2035-01-01", [(3, 5, 10)]),
        ("2035", 2, 5, "2040-01-01", [(3, 6, 10), (4, 1, 5)]),
        ("2036", 2, 5, "2040-01-01", [(3, 7, 10), (4, 2, 5)]),
        ("2039", 2, 5, "2040-01-01", [(3, 10, 10), (4, 5, 5)]),
        ("2040", 4, None, None, [(5, 1, 6)]),
        ("2045", 4, None, None, [(5, 6, 6)]),
        ("2046", 5, None, None, []),
        ("2024..2031", None, 4, "2035-01-01", [(1, 5, 5)]),  # the position is that of the beginning
        ("2019..2025", None, 3, "2030-01-01", []),
        ("2034..2036", 2, 5, "2040-01-01", [(3, 5, 10)]),
    ],
)
def test_neighbours_and_position(
    asked: str, previous: int | None, following: int | None, next_start: str | None, position: list[tuple[int, ...]]
) -> None:
    report = ask("phase", asked, "--json").json
    assert report["neighbours"] == {"previous": previous, "next": following}
    assert report["next_start"] == next_start
    assert [(each["phase"], each["year"], each["of"]) for each in report["position"]] == position


def test_an_open_phase_has_a_position_without_an_end() -> None:
    report = ask("phase", "2050", "--roadmap", "portal", "--json").json
    assert report["position"] == [{"phase": 4, "year": 6, "of": None}]
    assert report["phases"][0]["end"] is None
    assert report["neighbours"] == {"previous": 3, "next": None}


@pytest.mark.parametrize("words", [(), ("today",), ("now",), ("hari", "ini"), ("sekarang",)])
def test_today(words: tuple[str, ...]) -> None:
    report = ask("phase", *words, "--json").json
    assert report["as_of"] == report["query"]["start"] == report["query"]["end"] == "2026-11-24"
    assert [phase["number"] for phase in report["phases"]] == [2]


@pytest.mark.parametrize(
    ("today", "lang", "wait"),
    [
        ("2026-11-24", "en", "Next: Phase 3, Agile government, in 3 years 1 month (1 January 2030)."),
        ("2026-11-24", "id", ", 3 tahun 1 bulan lagi (1 Januari 2030)."),
        ("2029-01-01", "en", "in 1 year (1 January 2030)"),
        ("2029-12-31", "en", "in 1 day (1 January 2030)"),
        ("2029-12-31", "id", ", 1 hari lagi (1 Januari 2030)"),
        ("2029-11-02", "en", "in 1 month 30 days (1 January 2030)"),
        ("2036-02-29", "en", "in 3 years 10 months (1 January 2040)"),
    ],
)
def test_the_wait_is_told_in_years_and_months(today: str, lang: str, wait: str) -> None:
    answer = ask("phase", "--lang", lang, env={"IKNCTL_TODAY": today})
    assert wait in answer.stdout


def test_no_wait_is_told_for_another_day_than_today() -> None:
    assert "Next: Phase 3, Agile government, from 2030." in ask("phase", "2026-11-24").stdout


def test_today_is_flagged_when_it_lies_in_the_overlap() -> None:
    answer = ask("phase", env={"IKNCTL_TODAY": "2037-03-01"})
    assert answer.stdout.startswith("Today, 1 March 2037: Phase 3 + Phase 4\n")
    assert "▲ Overlap: " in answer.stdout


FLAGGED: list[tuple[str, ...]] = [
    ("phase", "2036"),
    ("phase", "2015..2050"),
    ("phases",),
    ("show", "3"),
    ("show", "4"),
    ("show", "agile-government"),
    ("goals",),
    ("goals", "--phase", "3"),
    ("goals", "--phase", "4"),
    ("timeline",),
    ("timeline", "--all"),
]
UNFLAGGED: list[tuple[str, ...]] = [
    ("phase", "2031"),
    ("show", "1"),
    ("show", "2"),
    ("show", "5"),
    ("goals", "--phase", "1"),
    ("goals", "--phase", "5"),
    ("phases", "--roadmap", "master-plan"),
    ("timeline", "--roadmap", "bappenas"),
]


def overlaps(report: dict[str, Any]) -> list[list[int]]:
    held = report.get("roadmaps", [report])
    return [overlap["phases"] for each in held for overlap in each["overlaps"]]


@pytest.mark.parametrize("command", FLAGGED, ids=" ".join)
def test_the_overlap_is_flagged(command: tuple[str, ...]) -> None:
    report = ask(*command, "--json").json
    assert [3, 4] in overlaps(report)
    assert OVERLAP in [(each["code"], tuple(each["phases"])) for each in report["warnings"]]
    assert "▲ Overlap: Phase 3 (2030–2039) and phase 4 (2035–2039) both claim 2035–2039" in ask(*command).stdout
    assert "▲ Tumpang tindih: Fase 3 (2030–2039) dan fase 4 (2035–2039)" in ask(*command, "--lang", "id").stdout
    if command[0] != "timeline":
        assert "> **Overlap:** Phase 3 (2030–2039)" in ask(*command, "-f", "markdown").stdout


@pytest.mark.parametrize("command", UNFLAGGED, ids=" ".join)
def test_nothing_is_flagged_where_nothing_overlaps(command: tuple[str, ...]) -> None:
    report = ask(*command, "--json").json
    assert overlaps(report) == []
    assert "overlap" not in [each["code"] for each in report["warnings"]]
    assert "Overlap:" not in ask(*command).stdout


def test_the_overlap_is_drawn_in_the_timeline() -> None:
    drawn = ask("timeline").stdout
    assert re.search(r"^3 Agile government +2030–2039 .*█+▒+$", drawn, re.MULTILINE)
    assert re.search(r"^4 Industry 4.0 smart city +2035–2039 [ │]*▒+$", drawn, re.MULTILINE)
    assert re.search(r"^Overlap 3 \+ 4 +2035–2039 [ │]*╳+$", drawn, re.MULTILINE)


def test_phases_as_rows_say_which_share_years() -> None:
    found = {row["number"]: (row["overlap"], row["overlaps_with"]) for row in rows(ask("phases", "-f", "csv"))}
    plain = ("false", "")
    assert found == {"1": plain, "2": plain, "3": ("true", "4"), "4": ("true", "3"), "5": plain}


def test_goals_as_rows_say_which_share_years() -> None:
    found = {(row["phase"], row["overlap"]) for row in rows(ask("goals", "-f", "csv"))}
    assert found == {("1", "false"), ("2", "false"), ("3", "true"), ("4", "true"), ("5", "false")}


def test_years_is_the_same_plan() -> None:
    expected = [
        (str(year), str(number), str(len(numbers) > 1).lower()) for year, numbers in PLAN.items() for number in numbers
    ]
    found = [
        (row["year"], row["phase"], row["overlap"]) for row in rows(ask("years", "--roadmap", "digital", "-f", "csv"))
    ]
    assert found == expected
    every = [row for row in rows(ask("years", "-f", "csv")) if row["roadmap"] == "digital"]
    assert [(row["year"], row["phase"], row["overlap"]) for row in every] == expected
    listed = ask("years", "--roadmap", "digital", "--json").json["years"]
    assert [(str(row["year"]), str(row["phase"]), str(row["overlap"]).lower()) for row in listed] == expected
    shown = re.findall(r"^digital +(\d{4}) +(\d) *(yes)?$", ask("years", "--roadmap", "digital").stdout, re.MULTILINE)
    assert [(year, number, str(bool(yes)).lower()) for year, number, yes in shown] == expected
