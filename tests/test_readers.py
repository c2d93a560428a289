"""What other programs read: jq, DuckDB, csv.DictReader and a strict RFC 4180 parser; and a plan of somebody else's."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from iknctl.cli.registry import COMMANDS
from running import ROOT, ask, run
from sound import broken

ODD = 'a "quoted", comma; semicolon | bar \' apostrophe = é'
WORDS = {"phase": ["2036"], "show": ["3"], "schema": ["phase"]}
_FIELD = re.compile(r'"((?:[^"]|"")*)"|([^",\r\n]*)')


def strictly(text: str) -> list[list[str]]:
    """The records by the letter of RFC 4180 (but for LF alone at their ends). Raises ValueError for anything else."""
    records: list[list[str]] = [[]]
    place = 0
    while place < len(text):
        field = _FIELD.match(text, place)
        assert field is not None
        records[-1].append(field[2] if field[1] is None else field[1].replace('""', '"'))
        place = field.end()
        if text[place : place + 1] == "\n":
            records.append([])
        elif text[place : place + 1] != ",":
            raise ValueError(f"no comma and no end of line at {place}")
        place += 1
    return records[:-1]


def test_readers_of_csv_agree(tmp_path: Path) -> None:
    file = tmp_path / "answer.csv"
    for command in (name for name, spec in COMMANDS.items() if "csv" in spec.formats):
        written = ask(command, *WORDS.get(command, []), "--format", "csv").stdout
        header, *records = strictly(written)
        assert records, command
        assert {len(record) for record in records} == {len(header)}, command
        assert [list(row.values()) for row in csv.DictReader(io.StringIO(written, newline=""))] == records, command
        tabs = ask(command, *WORDS.get(command, []), "--format", "tsv").stdout
        assert list(csv.reader(io.StringIO(tabs, newline=""), delimiter="\t")) == [header, *records], command
        file.write_text(written, encoding="utf-8")
        with duckdb.connect() as database:
            found = database.execute(f"SELECT * FROM read_csv('{file}', all_varchar = true, header = true)").fetchall()
        assert [[value or "" for value in row] for row in found] == records, command


def test_odd_texts_come_through(tmp_path: Path) -> None:
    """A data file whose texts hold what delimiters and quotes are made of."""
    file = tmp_path / "odd.yaml"
    quoted = ODD.replace("'", "''")
    file.write_bytes(broken("name: {en: First, id: Pertama}", f"name: {{en: '{quoted}', id: '{quoted}'}}"))
    asked = ("phases", "--data", str(file))
    assert ask(*asked, "--json").json["phases"][0]["name"]["en"] == ODD
    header, first, *_ = strictly(ask(*asked, "--format", "csv").stdout)
    assert first[header.index("name_en")] == ODD


@pytest.mark.skipif(shutil.which("jq") is None, reason="there is no jq")
def test_jq_reads_what_python_reads() -> None:
    for command in (name for name, spec in COMMANDS.items() if "json" in spec.formats):
        written = run(command, *WORDS.get(command, []), "--json").raw
        read = subprocess.run(["jq", "-c", "."], input=written, capture_output=True, check=True).stdout
        assert json.loads(read) == json.loads(written), command


FIFTH = """
  - id: fifth
    name: {en: A fifth plan, id: Rencana kelima}
    unit: {en: step, id: langkah}
    issuer: {en: Somebody, id: Seseorang}
    follows: {roadmap: master-plan, sources: [uu-3-2022]}
    sources: [uu-3-2022]
    phases:
      - {number: 1, id: fifth-one, name: {en: One, id: Satu}, start: 2022, end: 2024, sources: [uu-3-2022]}
      - {number: 2, id: fifth-two, name: {en: Two, id: Dua}, start: 2027, end: null, sources: [uu-3-2022]}
"""
LATEST = """
  - {id: one-more, start: 2031-05, end: 2031-06, kind: projection, text: {en: More, id: Lagi}, sources: [uu-3-2022]}
"""


def test_a_fifth_roadmap_and_a_milestone_are_edits_to_yaml_alone(tmp_path: Path) -> None:
    shipped = (ROOT / "data" / "phases.yaml").read_text(encoding="utf-8")
    before, milestones, after = shipped.partition("\nmilestones:")
    file = tmp_path / "five.yaml"
    file.write_text(before + FIFTH + milestones + LATEST + after, encoding="utf-8")
    data = ("--data", str(file))
    assert [each["id"] for each in ask("roadmaps", "--json", *data).json["roadmaps"]][-1] == "fifth"
    asked = ask("phase", "2030", "--roadmap", "fifth", "--json", *data).json
    assert [phase["number"] for phase in asked["phases"]] == [2]
    conflicts = ask("conflicts", "--roadmap", "fifth", "--json", *data).json["conflicts"]
    assert [(each["kind"], each["start"], each["end"]) for each in conflicts] == [
        ("gap", 2025, 2026),
        ("divergence", 2025, 2029),
    ]
    assert "A fifth plan" in ask("timeline", "--all", *data).stdout
    assert "fifth" in [each["roadmap"] for each in ask("compare", "2030", "--json", *data).json["answers"]]
    assert ask("years", "--roadmap", "fifth", "-f", "csv", *data).stdout.count("fifth,2025,,false") == 1
    assert [each["id"] for each in ask("milestones", "2031-06-30", "--json", *data).json["milestones"]] == ["one-more"]
    assert "errors: 0, warnings: 0" in ask("check", str(file), "--strict").stdout
