"""The main job on the shipped data: which phases every year is in, in every format, and the overlap wherever it is."""

import csv
import re

import pytest

from iknctl.datafile import load
from iknctl.errors import Problem
from iknctl.queries import find_phase, find_roadmap
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
NAMES = {
    1: ("Government in miniature", "miniature-government", 2020, 2024),
    2: ("Shared offices", "shared-offices", 2025, 2029),
    3: ("Agile government", "agile-government", 2030, 2039),
    4: ("Industry 4.0 smart city", "industry-4-smart-city", 2035, 2039),
    5: ("AI smart city towards Society 5.0", "ai-smart-city-society-5", 2040, 2045),
}


def rows(answer: Ran, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(answer.stdout.splitlines(), delimiter=delimiter))


def test_every_year_in_every_format() -> None:
    assert list(PLAN) == list(range(2015, 2051))
    for year, numbers in PLAN.items():
        answer = ask("phase", str(year), "--json")
        code = 0 if numbers else 1
        assert (answer.code, answer.stderr) == (code, "")
        found = [(p["number"], (p["name"]["en"], p["id"], p["start"], p["end"])) for p in answer.json["phases"]]
        assert found == [(number, NAMES[number]) for number in numbers]
        both = [{"phases": [3, 4], "start": 2035, "end": 2039}] if numbers == (3, 4) else []
        assert answer.json["overlaps"] == both
        assert answer.json["query"] == {"text": str(year), "start": f"{year}-01-01", "end": f"{year}-12-31"}
        for form, delimiter in (("csv", ","), ("tsv", "\t")):
            answer = ask("phase", str(year), "--format", form)
            listed = rows(answer, delimiter)
            assert [(int(row["number"]), row["name_en"], row["overlap"]) for row in listed] == [
                (number, NAMES[number][0], str(len(numbers) > 1).lower()) for number in numbers
            ]
            assert (answer.code, "\r" in answer.stdout) == (code, False)
        forms = [("table", "en", "Phase"), ("table", "id", "Fase"), ("markdown", "en", "Phase")]
        for form, lang, unit in forms if PLAN.get(year - 1) != numbers or PLAN.get(year + 1) != numbers else ():
            answer = ask("phase", str(year), "--format", form, "--lang", lang)
            headed = re.findall(rf"^(?:### )?{unit} (\d) · (.*) · ", answer.stdout, re.MULTILINE)
            assert tuple(int(number) for number, _ in headed) == numbers
            assert (bool(re.search("Overlap|Tumpang tindih", answer.stdout))) == bool(both)
            assert (answer.code, answer.stderr) == (code, "")


def test_the_command_itself() -> None:
    answer = run("phase", "2036", "--json")
    assert [phase["number"] for phase in answer.json["phases"]] == [3, 4]
    assert (answer.code, answer.stderr) == (0, "")
    assert run("phase", "2046", "--json").code == 1


def test_days_months_and_ranges() -> None:
    expected = {
        "2019-12-31": (),
        "2020-01-01": (1,),
        "2029-12-31..2030-01-01": (2, 3),
        "2034-12-31": (3,),
        "2035-01-01": (3, 4),
        "2039-12": (3, 4),
        "2040-01": (5,),
        "2046..9999": (),
        "0001..9999": (1, 2, 3, 4, 5),
    }
    for question, numbers in expected.items():
        answer = ask("phase", question, "--json").json
        assert tuple(phase["number"] for phase in answer["phases"]) == numbers, question


def test_today() -> None:
    for words in ((), ("today",), ("now",), ("hari", "ini"), ("sekarang",)):
        answer = ask("phase", *words, "--json").json
        assert answer["as_of"] == answer["query"]["start"] == answer["query"]["end"] == "2026-11-24"
        assert [phase["number"] for phase in answer["phases"]] == [2]
    assert "Overlap: " in ask("phase", env={"IKNCTL_TODAY": "2037-03-01"}).stdout


def test_the_wait_for_the_next_phase() -> None:
    waits = [
        ("2026-11-24", "en", "in 3 years 1 month (1 January 2030)"),
        ("2026-11-24", "id", "3 tahun 1 bulan lagi (1 Januari 2030)"),
        ("2029-01-01", "en", "in 1 year (1 January 2030)"),
        ("2029-12-31", "id", "1 hari lagi (1 Januari 2030)"),
        ("2029-11-02", "en", "in 1 month 30 days (1 January 2030)"),
        ("2036-02-29", "en", "in 3 years 10 months (1 January 2040)"),
    ]
    for today, lang, wait in waits:
        assert wait in ask("phase", "--lang", lang, env={"IKNCTL_TODAY": today}).stdout
    assert " in 3 years" not in ask("phase", "2026-11-24").stdout, "only today has a wait"


def test_what_is_warned_of() -> None:
    """A warning belongs to an answer when its years touch the question, and only then."""
    expected = {
        "2036": [("overlap", [3, 4]), ("divergence", [3])],
        "2021": [("alternative", [1]), ("divergence", [1])],
        "2031": [],
        "2015": [("outside", [1])],
        "2044..2050": [("partly-outside", [])],
    }
    for question, warnings in expected.items():
        answer = ask("phase", question, "--json").json
        assert [(each["code"], each["phases"]) for each in answer["warnings"]] == warnings, question


def test_the_overlap_is_flagged_wherever_the_two_phases_are() -> None:
    flagged = "phase 2036|phases|show 3|show 4|show agile-government|goals|goals --phase 3|goals --phase 4|compare 2036"
    for command in f"{flagged}|timeline|timeline --all".split("|"):
        words = command.split()
        answer = ask(*words, "--json").json
        lists = answer.get("roadmaps") or answer.get("answers") or [answer]
        assert [3, 4] in [overlap["phases"] for each in lists for overlap in each["overlaps"]], command
        assert ("overlap", [3, 4]) in [(each["code"], each["phases"]) for each in answer["warnings"]], command
        assert "Overlap" in ask(*words).stdout, command
        assert "Tumpang tindih" in ask(*words, "--lang", "id").stdout, command
    plain = "phase 2031|show 1|show 2|show 5|goals --phase 1|compare 2031|phases --roadmap master-plan"
    for command in f"{plain}|timeline --roadmap bappenas".split("|"):
        answer = ask(*command.split(), "--json").json
        assert "overlap" not in [each["code"] for each in answer["warnings"]], command
        assert "Overlap:" not in ask(*command.split()).stdout, command
    assert {row["number"]: row["overlaps_with"] for row in rows(ask("phases", "-f", "csv"))} == {
        **dict.fromkeys("125", ""),
        "3": "4",
        "4": "3",
    }
    assert {(row["phase"], row["overlap"]) for row in rows(ask("goals", "-f", "csv"))} == {
        *((number, "false") for number in "125"),
        *((number, "true") for number in "34"),
    }


def test_years_is_the_same_plan() -> None:
    expected = [(year, number, len(numbers) > 1) for year, numbers in PLAN.items() for number in numbers]
    listed = ask("years", "--json").json["years"]
    assert [(row["year"], row["phase"], row["overlap"]) for row in listed] == expected
    table = rows(ask("years", "-f", "csv"))
    assert [(int(row["year"]), int(row["phase"]), row["overlap"] == "true") for row in table] == expected
    every = [row for row in rows(ask("years", "--all", "-f", "csv")) if row["roadmap"] == "digital"]
    assert every == table


def test_a_phase_that_is_not_there_is_described_in_the_roadmap_s_own_words() -> None:
    roadmap = find_roadmap(load(), "portal")
    for wanted, params in (("2031", {"unit": roadmap.unit}), ("44", {"unit": roadmap.unit, "near": "4"})):
        with pytest.raises(Problem) as caught:
            find_phase(roadmap, wanted)
        assert params.items() <= caught.value.params.items()
