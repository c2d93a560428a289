"""The JSON contract: fields in their order, every answer against its schema, and one answer a command kept as it is.

`UPDATE_GOLDEN=1 pytest tests/test_json_contract.py` writes the kept answers anew.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from jsonschema import Draft202012Validator

from iknctl.cli.registry import COMMANDS
from running import ROOT, ask, run
from sound import SOUND, broken

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = "tests/golden/sample.yaml"

# The contract's own lists, by hand: fields may be added, but none may go, be renamed or move.
FIELDS = {
    "Text": "en id",
    "Period": "start end",
    "Overlap": "phases start end",
    "Goal": "id text terms sources note",
    "Alternative": "start end sources note",
    "Phase": "number id name start end goals alternatives sources note",
    "Warning": "code phases message",
    "Side": "roadmap phase start end sources",
    "Conflict": "kind roadmap phases start end disputed sides message",
    "Query": "text start end",
    "Neighbours": "previous next",
    "Position": "phase year of",
    "GoalsQuery": "text phase",
    "FoundGoal": "roadmap phase overlap id text terms sources note",
    "GoalsElsewhere": "roadmap goals",
    "PhaseBrief": "number id name start end",
    "RoadmapOnDate": "roadmap name unit phases overlaps",
    "Lane": "id name unit start end phases overlaps gaps",
    "MilestoneRow": "id start end kind text said status people postpones to outcome sources note",
    "People": "least most note",
    "Outcome": "met on sources note",
    "Slip": "target promised steps now months",
    "Promised": "start end",
    "SlipStep": "on to sources",
    "Legal": "text sources note",
    "Follows": "roadmap sources note",
    "RoadmapRow": "id name unit issuer stated follows start end phases conflicts sources note",
    "RoadmapInFull": "id name unit issuer stated follows start end phases conflicts sources note "
    "focus enablers asn_conditions",
    "Focus": "horizon phase text sources note",
    "Enabler": "text sources note",
    "Condition": "kind text sources note",
    "Standing": "phases postponements passed latest upcoming message slips legal",
    "CitedSource": "id publisher title date url note cited_by",
    "YearRow": "roadmap year phase overlap",
    "Finding": "file line column level code message hint",
    "Location": "file line column",
    "ErrorReport": "code message hint location",
    "PhaseAnswer": "schema query as_of roadmap phases overlaps neighbours position next_start warnings",
    "PhasesAnswer": "schema roadmap phases overlaps gaps warnings",
    "ShowAnswer": "schema roadmap phase overlaps conflicts warnings",
    "GoalsAnswer": "schema roadmap query goals overlaps warnings elsewhere",
    "CompareAnswer": "schema query as_of answers warnings",
    "TimelineAnswer": "schema as_of roadmaps milestones warnings",
    "MilestonesAnswer": "schema as_of query kind milestones slips",
    "RoadmapsAnswer": "schema default roadmaps",
    "AboutAnswer": "schema as_of checked roadmap milestones standing checked_note",
    "ConflictsAnswer": "schema conflicts",
    "SourcesAnswer": "schema sources",
    "YearsAnswer": "schema years",
    "CheckAnswer": "schema file findings errors warnings",
    "ErrorAnswer": "schema error",
}

# Every command in every state that it can answer in: one, several, none, shared years, an open end, a gap. The first
# of each is kept. What is in braces is a file that `files` writes.
QUESTIONS = {
    "phase": "phase 2024 @|phase 2031|phase 2036|phase 1999|phase|phase hari ini|phase 2015..2050"
    "|phase 2050 --roadmap portal|phase 2027 @|phase 2024..2030 @|phase 0001..9999 --roadmap master-plan",
    "compare": "compare 2024 @|compare|compare 2036|compare 1900|compare 2024..2027 @",
    "phases": "phases @|phases|phases --roadmap portal|phases --roadmap bappenas",
    "show": "show 1 @|show 3 @|show 1|show 3|show 5|show 4 --roadmap portal",
    "goals": "goals smart @|goals|goals smart city|goals zzz|goals --phase 3|goals AI --phase 4|goals --all|goals @",
    "timeline": "timeline --all @|timeline|timeline --all|timeline --roadmap portal",
    "milestones": "milestones @|milestones|milestones 2024|milestones --kind target|milestones 1900",
    "roadmaps": "roadmaps @|roadmaps|roadmaps --roadmap portal",
    "about": "about @|about far @|about|about portal|about bappenas",
    "conflicts": "conflicts --all @|conflicts|conflicts --all|conflicts --roadmap bappenas",
    "sources": "sources @|sources|sources jpnn-lima-fase|sources --roadmap portal",
    "years": "years --all @|years|years --roadmap portal|years --all",
    "check": "check {sample}|check|check {unsound}|check {doubtful}|check {empty}|check {no_yaml}",
    "error": "show secnd @|phase 3|phase 2031-13|show 9|frobnicate|phase 2031 --jsn|show|sources zzz"
    "|phase 2031 --data /nowhere|phase 2031 --data {unsound}|phase 2031 --data {no_yaml}"
    "|phase 2031 --output /nowhere/at/all|timeline --all --roadmap portal|milestones --kind rumour",
}
CODES = {"phase": {0, 1}, "goals": {0, 1}, "check": {0, 3}, "error": {2, 3, 4}}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Data files: the sample, and some that a check finds something in."""
    folder = tmp_path_factory.mktemp("files")
    held = {
        "unsound": broken("end: 2024\n    sources", "end: 2021\n    sources"),
        "doubtful": broken("[gazette, herald]", "[gazette]").replace(b"sources: [herald]", b"sources: [gazette]"),
        "empty": b"",
        "no_yaml": b"schema: [1\n",
    }
    for name, data in held.items():
        (folder / f"{name}.yaml").write_bytes(data)
    return {name: str(folder / f"{name}.yaml") for name in held} | {"sample": SAMPLE}


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    return {name: ask("schema", name).json for name in [*QUESTIONS, "data"]} | {"any": ask("schema").json}


def words(question: str, files: dict[str, str]) -> list[str]:
    return question.replace("@", "--data {sample}").format_map(files).split()


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a document, the document itself first."""
    if isinstance(value, dict):
        yield value
    for held in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(held)


def test_schemas_and_the_contract_name_the_same_fields(schemas: dict[str, Any]) -> None:
    assert set(QUESTIONS) == set(COMMANDS) - {"schema", "annotate"} | {"error"}
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == f"urn:iknctl:{name}:1"
        assert "discriminator" not in json.dumps(schema)
        for title, shape in schema["$defs"].items() if name != "data" else ():
            if shape.get("type") == "object":
                assert list(shape["properties"]) == shape["required"] == FIELDS[title].split(), title
                assert all("description" in field for key, field in shape["properties"].items() if key != "schema")
                assert not any("default" in field for field in shape["properties"].values()), title
    assert set(FIELDS) <= set(schemas["any"]["$defs"])
    value = ask("phase", "2036", "--json").json
    for key in value:
        assert not valid(schemas["phase"], {name: each for name, each in value.items() if name != key})
    assert not valid(schemas["phase"], {**value, "as_of": 2036})
    assert not valid(schemas["phase"], {**value, "schema": "iknctl/phase/2"})


def valid(schema: dict[str, Any], value: Any) -> bool:
    return Draft202012Validator(schema).is_valid(value)


@pytest.mark.parametrize("shape", QUESTIONS)
def test_answers_fit_their_schemas_and_do_not_depend_on_the_language(
    shape: str, files: dict[str, str], schemas: dict[str, Any]
) -> None:
    own, of_any = Draft202012Validator(schemas[shape]), Draft202012Validator(schemas["any"])
    for question in QUESTIONS[shape].split("|"):
        ran = ask("--json", *words(question, files))
        document, other = (ran.stderr, ran.stdout) if shape == "error" else (ran.stdout, ran.stderr)
        assert (other, ran.code in CODES.get(shape, {0})) == ("", True), question
        assert re.fullmatch(r"\{.*\}\n", document, re.DOTALL), question
        value = json.loads(document)
        assert value["schema"] == f"iknctl/{shape}/1"
        own.validate(value)
        of_any.validate(value)
        for each in objects(value):
            if "en" in each:
                assert list(each) == ["en", "id"]
                assert all(each.values()), question
        assert ask("--json", *words(question, files), env={"IKNCTL_LANG": "id"}) == ran, question
        assert ask("--json", *words(question, files), env={"LC_ALL": "id_ID.UTF-8"}) == ran, question


@pytest.mark.parametrize("shape", QUESTIONS)
def test_an_answer_that_is_kept(shape: str, files: dict[str, str]) -> None:
    asked = words(QUESTIONS[shape].partition("|")[0], files)
    ran = ask("--json", *asked)
    document = ran.stderr if shape == "error" else ran.stdout
    path = GOLDEN / f"{shape}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(document, encoding="utf-8")
    assert document == path.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 if this is meant"
    assert run("--json", *asked, cwd=ROOT, env={"COLUMNS": "30"}) == ran


def test_the_sample_holds_one_of_everything() -> None:
    kept = [json.loads(path.read_text(encoding="utf-8")) for path in GOLDEN.glob("*.json")]
    kinds = {each["kind"] for value in kept for each in objects(value) if "sides" in each}
    assert kinds == {"overlap", "gap", "alternative", "divergence"}
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(QUESTIONS)
    shapes = {tuple(each) for value in kept for each in objects(value)}
    assert [name for name, fields in FIELDS.items() if tuple(fields.split()) not in shapes] == ["Location"]


def test_what_depends_on_today_says_so() -> None:
    for question in ("phase", "phase 2021..today", "compare", "timeline", "about", "milestones"):
        assert ask("--json", *question.split()).json["as_of"] == "2026-11-24"
    for question in ("phase 2031", "compare 2031"):
        assert ask("--json", *question.split()).json["as_of"] is None


# --- The schema of the data file ------------------------------------------------------------------------------------


class _Loader(yaml.BaseLoader):
    """Reads YAML as the data file means it: null, whole numbers of up to four digits, true and false, and text."""


def _scalar(loader: yaml.BaseLoader, node: yaml.ScalarNode) -> str | int | bool | None:
    value: str = node.value
    if node.style is not None:
        return value
    if re.fullmatch("0|[1-9][0-9]{0,3}", value):
        return int(value)
    return {"null": None, "true": True, "false": False}.get(value, value)


_Loader.add_constructor("tag:yaml.org,2002:str", _scalar)


def test_the_schema_of_the_data_and_check_agree(schemas: dict[str, Any], tmp_path: Path) -> None:
    shipped = (ROOT / "data" / "phases.yaml").read_text(encoding="utf-8")
    for text in (shipped, Path(SAMPLE).read_text(encoding="utf-8"), SOUND):
        jsonschema.validate(yaml.load(text, _Loader), schemas["data"], Draft202012Validator)
    faults = {
        "schema: 1": "schema: 2",
        "checked: 2026-11-24": "checked: soon",
        "publisher: Herald": "publisher: null",
        "start: 2022": "start: early",
        "end: 2024\n": "end: soon\n",
        "sources: [gazette]": "sources: []",
        "kind: law": "kind: rumour",
        "id: near\n": "id: Near Plan\n",
        "number: 2": "number: 0",
        "number: 2\n": "number: 41\n",
        "start: 2025": "start: 0",
        "{en: Near, id: Dekat}": "{en: Near}",
        "stated: 2022": "stated: 2022-1",
        "url: https://example.org/a?b=c": "url: example.org",
        "  unit:": "  units:",
        "milestones:": "milestone:",
    }
    file = tmp_path / "phases.yaml"
    for old, new in faults.items():
        data = broken(old, new)
        assert not valid(schemas["data"], yaml.load(data.decode(), _Loader)), new
        file.write_bytes(data)
        assert ask("check", str(file)).code == 3, new
