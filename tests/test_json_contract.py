"""The JSON contract: every answer against its schema, its keys in their order, and answers kept byte for byte.

`UPDATE_GOLDEN=1 pytest tests/test_json_contract.py` writes the kept answers anew.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from jsonschema import Draft202012Validator

from iknctl.cli.registry import COMMANDS
from running import ROOT, Ran, ask, run
from sound import SOUND, broken

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = "tests/golden/sample.yaml"

# The contract's own lists, by hand. What is behind a + was added since; nothing may be taken away or moved.
KEYS = {
    "TEXT": "en id",
    "PERIOD": "start end",
    "OVERLAP": "phases start end",
    "GOAL": "id text terms sources +note",
    "ALTERNATIVE": "start end sources note",
    "PHASE": "number id name start end goals alternatives sources note",
    "WARNING": "code phases message",
    "SIDE": "roadmap phase start end sources",
    "CONFLICT": "kind roadmap phases start end disputed sides message",
    "QUERY": "text start end",
    "NEIGHBOURS": "previous next",
    "POSITION": "phase year of",
    "GOALS_QUERY": "text phase",
    "FOUND_GOAL": "+roadmap phase id text terms sources +note",
    "LANE": "id name unit start end phases overlaps gaps",
    "BAR": "number id name start end",
    "MILESTONE": "+id start end kind text +said +status +people +postpones +to +outcome sources +note",
    "PEOPLE": "+least +most +note",
    "OUTCOME": "+met +on +sources +note",
    "SLIP": "+target +promised +steps +now +months",
    "PROMISED": "+start +end",
    "STEP": "+on +to +sources",
    "LEGAL": "+text +sources +note",
    "ELSEWHERE": "+roadmap +goals",
    "FOLLOWS": "roadmap sources +note",
    "ROADMAP": "id name unit issuer stated follows start end phases conflicts sources +note",
    "ROADMAP_IN_FULL": "id name unit issuer stated follows start end phases conflicts sources +note "
    "focus enablers asn_conditions",
    "FOCUS": "horizon phase text sources +note",
    "ENABLER": "text sources +note",
    "CONDITION": "kind text sources +note",
    "STANDING": "+phases +postponements +passed +latest +upcoming +message +slips +legal",
    "SOURCE": "id publisher title date url note cited_by",
    "YEAR": "roadmap year phase overlap",
    "FINDING": "file line column level code message hint",
    "LOCATION": "file line column",
    "FAULT": "code message hint location",
    "phase": "schema query as_of roadmap phases overlaps neighbours position next_start warnings",
    "phases": "schema roadmap phases overlaps gaps warnings",
    "show": "schema roadmap phase overlaps conflicts warnings",
    "goals": "schema roadmap query goals +overlaps +warnings +elsewhere",
    "timeline": "schema as_of roadmaps milestones +warnings",
    "roadmaps": "schema default roadmaps",
    "about": "schema as_of checked roadmap milestones +standing +checked_note",
    "conflicts": "schema conflicts",
    "sources": "schema sources",
    "years": "schema years",
    "check": "schema file findings errors warnings",
    "error": "schema error",
}

# Which shape stands under which key of which shape: a name, a name in brackets for a list, ? for what may be null.
# A key that is not here holds no object.
HOLDS = {
    "GOAL": {"text": "TEXT", "note": "TEXT?"},
    "ALTERNATIVE": {"note": "TEXT?"},
    "PHASE": {"name": "TEXT", "goals": "[GOAL]", "alternatives": "[ALTERNATIVE]", "note": "TEXT?"},
    "WARNING": {"message": "TEXT"},
    "CONFLICT": {"disputed": "[PERIOD]", "sides": "[SIDE]", "message": "TEXT"},
    "FOUND_GOAL": {"text": "TEXT", "note": "TEXT?"},
    "LANE": {"name": "TEXT", "unit": "TEXT", "phases": "[BAR]", "overlaps": "[OVERLAP]", "gaps": "[PERIOD]"},
    "BAR": {"name": "TEXT"},
    "MILESTONE": {"text": "TEXT", "people": "PEOPLE?", "outcome": "OUTCOME?", "note": "TEXT?"},
    "PEOPLE": {"note": "TEXT?"},
    "OUTCOME": {"note": "TEXT?"},
    "SLIP": {"promised": "PROMISED", "steps": "[STEP]"},
    "LEGAL": {"text": "TEXT", "note": "TEXT?"},
    "FOLLOWS": {"note": "TEXT?"},
    "ROADMAP": {"name": "TEXT", "unit": "TEXT", "issuer": "TEXT", "follows": "FOLLOWS?", "note": "TEXT?"},
    "FOCUS": {"horizon": "TEXT", "text": "TEXT", "note": "TEXT?"},
    "ENABLER": {"text": "TEXT", "note": "TEXT?"},
    "CONDITION": {"text": "TEXT", "note": "TEXT?"},
    "STANDING": {
        "passed": "[MILESTONE]",
        "latest": "MILESTONE?",
        "upcoming": "MILESTONE?",
        "message": "TEXT",
        "slips": "[SLIP]",
        "legal": "LEGAL?",
    },
    "SOURCE": {"note": "TEXT?"},
    "FINDING": {"message": "TEXT", "hint": "TEXT?"},
    "FAULT": {"message": "TEXT", "hint": "TEXT?", "location": "LOCATION?"},
    "phase": {
        "query": "QUERY",
        "phases": "[PHASE]",
        "overlaps": "[OVERLAP]",
        "neighbours": "NEIGHBOURS",
        "position": "[POSITION]",
        "warnings": "[WARNING]",
    },
    "phases": {"phases": "[PHASE]", "overlaps": "[OVERLAP]", "gaps": "[PERIOD]", "warnings": "[WARNING]"},
    "show": {"phase": "PHASE", "overlaps": "[OVERLAP]", "conflicts": "[CONFLICT]", "warnings": "[WARNING]"},
    "goals": {
        "query": "GOALS_QUERY",
        "goals": "[FOUND_GOAL]",
        "overlaps": "[OVERLAP]",
        "warnings": "[WARNING]",
        "elsewhere": "[ELSEWHERE]",
    },
    "timeline": {"roadmaps": "[LANE]", "milestones": "[MILESTONE]", "warnings": "[WARNING]"},
    "roadmaps": {"roadmaps": "[ROADMAP]"},
    "about": {
        "roadmap": "ROADMAP_IN_FULL",
        "milestones": "[MILESTONE]",
        "standing": "STANDING",
        "checked_note": "TEXT?",
    },
    "conflicts": {"conflicts": "[CONFLICT]"},
    "sources": {"sources": "[SOURCE]"},
    "years": {"years": "[YEAR]"},
    "check": {"findings": "[FINDING]"},
    "error": {"error": "FAULT"},
}
HOLDS["ROADMAP_IN_FULL"] = {
    **HOLDS["ROADMAP"],
    "focus": "[FOCUS]",
    "enablers": "[ENABLER]",
    "asn_conditions": "[CONDITION]",
}

# Every command in every state that it can answer in: one, several, none, shared years, an open end, a gap.
ANSWERS = {
    "phase": [
        "phase 2031",
        "phase 2036",
        "phase 1999",
        "phase",
        "phase hari ini",
        "phase 2015..2050",
        "phase 2050 --roadmap portal",
        "phase 2045 --roadmap portal",
        f"phase 2027 --data {SAMPLE}",
        f"phase 2024..2030 --data {SAMPLE}",
        "phase 0001..9999 --roadmap master-plan",
    ],
    "phases": ["phases", "phases --roadmap portal", "phases --roadmap bappenas", f"phases --data {SAMPLE}"],
    "show": [
        "show 1",
        "show 3",
        "show 5",
        "show 4 --roadmap portal",
        f"show 1 --data {SAMPLE}",
        f"show 3 --data {SAMPLE}",
    ],
    "goals": [
        "goals",
        "goals smart city",
        "goals zzz",
        "goals --phase 3",
        "goals AI --phase 4",
        f"goals --data {SAMPLE}",
    ],
    "timeline": ["timeline", "timeline --all", "timeline --roadmap portal", f"timeline --all --data {SAMPLE}"],
    "roadmaps": ["roadmaps", "roadmaps --roadmap portal", f"roadmaps --data {SAMPLE}"],
    "about": ["about", "about portal", "about bappenas", f"about --data {SAMPLE}", f"about far --data {SAMPLE}"],
    "conflicts": ["conflicts", "conflicts --all", "conflicts --roadmap bappenas", f"conflicts --all --data {SAMPLE}"],
    "sources": ["sources", "sources jpnn-lima-fase", "sources --roadmap portal", f"sources --data {SAMPLE}"],
    "years": ["years", "years --roadmap portal", f"years --data {SAMPLE}"],
    "check": ["check", f"check {SAMPLE}", "check {unsound}", "check {doubtful}", "check {empty}", "check {no_yaml}"],
    "error": [
        "phase 3",
        "phase 2031-13",
        "show 9",
        "frobnicate",
        "phase 2031 --jsn",
        "show",
        "sources zzz",
        "phase 2031 --data /nowhere",
        "phase 2031 --data {unsound}",
        "phase 2031 --data {no_yaml}",
        "phase 2031 --output /nowhere/at/all",
        "timeline --all --roadmap portal",
    ],
}
CASES = [(shape, question) for shape, questions in ANSWERS.items() for question in questions]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Data files that a check finds something in."""
    folder = tmp_path_factory.mktemp("files")
    held = {
        "unsound": broken("end: 2024\n    sources", "end: 2021\n    sources").replace(
            b"sources: [gazette]", b"sources: []", 1
        ),
        "doubtful": broken("[gazette, herald]", "[gazette]").replace(b"sources: [herald]", b"sources: [gazette]"),
        "empty": b"",
        "no_yaml": b"schema: [1\n",
    }
    for name, data in held.items():
        (folder / f"{name}.yaml").write_bytes(data)
    return {name: str(folder / f"{name}.yaml") for name in held}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    return {name: ask("schema", name).json for name in [*ANSWERS, "data"]} | {"any": ask("schema").json}


def answer(shape: str, question: str, files: dict[str, str], *more: str) -> tuple[Ran, str]:
    """What a question came to, and the document that it wrote."""
    ran = ask("--json", *question.format_map(files).split(), *more)
    assert ran.stdout == "" if shape == "error" else ran.stderr == ""
    return ran, ran.stderr if shape == "error" else ran.stdout


def follows_the_contract(value: Any, shape: str, where: str) -> None:
    """Checks the keys of an object and of all that it holds."""
    if shape.endswith("?"):
        if value is not None:
            follows_the_contract(value, shape[:-1], where)
        return
    if shape.startswith("["):
        assert isinstance(value, list), where
        for index, each in enumerate(value):
            follows_the_contract(each, shape[1:-1], f"{where}[{index}]")
        return
    assert list(value) == KEYS[shape].replace("+", "").split(), where
    for key, held in value.items():
        if inner := HOLDS.get(shape, {}).get(key):
            follows_the_contract(held, inner, f"{where}.{key}")
        else:
            listed = held if isinstance(held, list) else [held]
            assert not any(isinstance(each, dict | list) for each in listed), f"{where}.{key}"


def test_every_command_is_asked() -> None:
    silent = {"schema", "annotate"}  # a schema is no answer in a shape of ours; annotate writes what it reads
    assert set(ANSWERS) == set(COMMANDS) - silent | {"error"}


@pytest.mark.parametrize("name", [*ANSWERS, "data", "any"])
def test_a_schema_is_a_schema(name: str, schemas: dict[str, Any]) -> None:
    schema = schemas[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:iknctl:{name}:1"
    assert "discriminator" not in json.dumps(schema)


def test_every_field_of_an_answer_is_required(schemas: dict[str, Any]) -> None:
    for name in ANSWERS:
        for title, shape in schemas[name]["$defs"].items():
            if shape.get("type") == "object":
                assert shape["required"] == list(shape["properties"]), (name, title)


@pytest.mark.parametrize(("shape", "question"), CASES, ids=str)
def test_an_answer(shape: str, question: str, files: dict[str, str], schemas: dict[str, Any]) -> None:
    ran, document = answer(shape, question, files)
    assert document.endswith("}\n")
    assert not document.endswith("\n\n")
    value = json.loads(document)
    assert value["schema"] == f"iknctl/{shape}/1"
    follows_the_contract(value, shape, shape)
    jsonschema.validate(value, schemas[shape], Draft202012Validator)
    jsonschema.validate(value, schemas["any"], Draft202012Validator)
    expected = {"phase": {0, 1}, "goals": {0, 1}, "check": {0, 3}, "error": {2, 3, 4}}.get(shape, {0})
    assert ran.code in expected


@pytest.mark.parametrize(("shape", "question"), CASES, ids=str)
def test_an_answer_is_the_same_in_every_language(shape: str, question: str, files: dict[str, str]) -> None:
    plain = answer(shape, question, files)
    for env in ({"IKNCTL_LANG": "id"}, {"LC_ALL": "id_ID.UTF-8"}):
        ran = ask("--json", *question.format_map(files).split(), env=env)
        assert ran == plain[0]
    if shape != "error":
        assert answer(shape, question, files, "--lang", "id") == plain


def test_a_schema_refuses_what_is_not_in_the_contract(schemas: dict[str, Any]) -> None:
    value = ask("phase", "2036", "--json").json
    for key in value:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({name: each for name, each in value.items() if name != key}, schemas["phase"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**value, "as_of": 2036}, schemas["phase"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**value, "schema": "iknctl/phase/2"}, schemas["phase"])


@pytest.mark.parametrize(("shape", "question"), CASES, ids=str)
def test_every_text_is_in_both_languages(shape: str, question: str, files: dict[str, str]) -> None:
    def texts(value: Any) -> None:
        if isinstance(value, dict):
            if "en" in value:
                assert list(value) == ["en", "id"]
                assert all(isinstance(text, str) and text for text in value.values())
            for held in value.values():
                texts(held)
        elif isinstance(value, list):
            for held in value:
                texts(held)

    texts(json.loads(answer(shape, question, files)[1]))


# --- Answers that are kept ------------------------------------------------------------------------------------------

KEPT = {
    "phase": f"phase 2024 --data {SAMPLE}",
    "phases": f"phases --data {SAMPLE}",
    "show": f"show 1 --data {SAMPLE}",
    "goals": f"goals smart --data {SAMPLE}",
    "timeline": f"timeline --all --data {SAMPLE}",
    "roadmaps": f"roadmaps --data {SAMPLE}",
    "about": f"about --data {SAMPLE}",
    "conflicts": f"conflicts --all --data {SAMPLE}",
    "sources": f"sources --data {SAMPLE}",
    "years": f"years --data {SAMPLE}",
    "check": f"check {SAMPLE}",
    "error": f"show secnd --data {SAMPLE}",
}


def kept(shape: str, document: str) -> None:
    path = GOLDEN / f"{shape}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(document, encoding="utf-8")
    assert document == path.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 if this is meant"


@pytest.mark.parametrize("shape", KEPT)
def test_an_answer_that_is_kept(shape: str) -> None:
    ran = ask("--json", *KEPT[shape].split())
    kept(shape, ran.stderr if shape == "error" else ran.stdout)


@pytest.mark.parametrize("shape", KEPT)
def test_a_kept_answer_is_what_the_command_writes(shape: str) -> None:
    ran = run("--json", *KEPT[shape].split(), cwd=ROOT, env={"LC_ALL": "id_ID.UTF-8", "COLUMNS": "30"})
    document = ran.stderr if shape == "error" else ran.stdout
    assert document == (GOLDEN / f"{shape}.json").read_text(encoding="utf-8")


def test_the_sample_holds_one_of_everything() -> None:
    conflicts = ask("conflicts", "--all", "--data", SAMPLE, "--json").json["conflicts"]
    assert {conflict["kind"] for conflict in conflicts} == {"overlap", "gap", "alternative", "divergence"}
    assert {name.stem for name in GOLDEN.glob("*.json")} == set(ANSWERS)
    follows_the_contract(ask("years", "--data", SAMPLE, "--json").json, "years", "years")


# --- The contract's words about single fields -----------------------------------------------------------------------


def test_a_gap_has_years_without_a_phase() -> None:
    years = ask("years", "--data", SAMPLE, "--json", "--roadmap", "near").json["years"]
    missing = [row for row in years if row["phase"] is None]
    assert [(row["year"], row["overlap"]) for row in missing] == [(2027, False), (2028, False)]
    assert ask("phases", "--data", SAMPLE, "--json").json["gaps"] == [{"start": 2027, "end": 2028}]
    assert "near,2027,,false\n" in ask("years", "--data", SAMPLE, "--format", "csv").stdout


def test_an_open_end_runs_to_the_last_year_in_the_file() -> None:
    years = ask("years", "--roadmap", "portal", "--json").json["years"]
    assert [row["year"] for row in years if row["phase"] == 4] == [2045]
    near = ask("years", "--data", SAMPLE, "--roadmap", "near", "--json").json["years"]
    assert [row["year"] for row in near if row["phase"] == 3] == [2029]


def test_what_is_disputed() -> None:
    found = {
        (conflict["kind"], *conflict["phases"]): (conflict["start"], conflict["end"], conflict["disputed"])
        for conflict in ask("conflicts", "--json").json["conflicts"]
    }
    assert found == {
        ("overlap", 3, 4): (2035, 2039, [{"start": 2035, "end": 2039}]),
        ("alternative", 1): (2022, 2024, [{"start": 2020, "end": 2021}]),
        ("divergence", 1): (2022, 2024, [{"start": 2020, "end": 2021}]),
        ("divergence", 3): (2030, 2034, [{"start": 2035, "end": 2039}]),
    }
    gap = next(c for c in ask("conflicts", "--data", SAMPLE, "--json").json["conflicts"] if c["kind"] == "gap")
    assert (gap["phases"], gap["start"], gap["end"]) == ([2, 3], 2027, 2028)
    assert gap["disputed"] == [{"start": 2027, "end": 2028}]


def test_a_question_inside_a_gap() -> None:
    ran = ask("phase", "2027", "--data", SAMPLE, "--json")
    assert ran.code == 1
    report = ran.json
    assert [(each["code"], each["phases"]) for each in report["warnings"]] == [("outside", [2]), ("gap", [2, 3])]
    assert (report["phases"], report["position"]) == ([], [])
    assert (report["neighbours"], report["next_start"]) == ({"previous": 2, "next": 3}, "2029-01-01")


def test_an_overlap_is_not_clipped_to_the_question() -> None:
    assert ask("phase", "2036-06-15", "--json").json["overlaps"] == [{"phases": [3, 4], "start": 2035, "end": 2039}]


@pytest.mark.parametrize(
    ("question", "carries"),
    [("phase", True), ("phase 2021..today", True), ("phase 2031", False), ("timeline", True), ("about", True)],
)
def test_what_depends_on_today_says_so(question: str, carries: bool) -> None:
    assert (ask("--json", *question.split()).json["as_of"] == "2026-11-24") == carries


# --- The schema of the data file ------------------------------------------------------------------------------------


class _Loader(yaml.BaseLoader):
    """Reads YAML as the data file means it: null, whole numbers of up to four digits, and text."""


def _scalar(loader: yaml.BaseLoader, node: yaml.ScalarNode) -> str | int | None:
    value: str = node.value
    if node.style is None and value == "null":
        return None
    return int(value) if node.style is None and re.fullmatch("0|[1-9][0-9]{0,3}", value) else value


_Loader.add_constructor("tag:yaml.org,2002:str", _scalar)


def _read(text: str) -> Any:
    return yaml.load(text, _Loader)


def test_the_shipped_file_and_the_schema_of_the_data_agree(schemas: dict[str, Any]) -> None:
    for text in ((ROOT / "data" / "phases.yaml").read_text(encoding="utf-8"), Path(SAMPLE).read_text(), SOUND):
        jsonschema.validate(_read(text), schemas["data"], Draft202012Validator)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("schema: 1", "schema: 2"),
        ("checked: 2026-11-24", "checked: soon"),
        ("publisher: Herald", "publisher: null"),
        ("start: 2022", "start: early"),
        ("start: 2022", "start: null"),
        ("sources: [gazette]", "sources: []"),
        ("kind: law", "kind: rumour"),
        ("id: near\n", "id: Near Plan\n"),
        ("{en: Near, id: Dekat}", "{en: Near}"),
        ("stated: 2022", "stated: 2022-1"),
        ("url: https://example.org/a?b=c", "url: example.org"),
        ("  unit:", "  units:"),
        ("milestones:", "milestone:"),
    ],
)
def test_the_schema_of_the_data_finds_what_is_wrong(
    old: str, new: str, schemas: dict[str, Any], tmp_path: Path
) -> None:
    data = broken(old, new)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(_read(data.decode()), schemas["data"], Draft202012Validator)
    (tmp_path / "phases.yaml").write_bytes(data)
    assert ask("check", str(tmp_path / "phases.yaml")).code == 3
