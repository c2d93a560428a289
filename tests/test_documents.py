"""The documents: their tables say what the program does, their SQL runs, their links lead on, nothing is missing."""

import csv
import datetime as dt
import importlib.util
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import get_args, get_origin, get_type_hints

import duckdb
import msgspec
import pytest
import typer

from iknctl import model
from iknctl.cli.app import Commands, app
from iknctl.cli.registry import COMMANDS
from iknctl.datafile import read
from iknctl.datafile.checking import check
from iknctl.errors import Problem
from iknctl.messages import errors, findings, rows, when
from iknctl.when import read_when
from running import ROOT, TODAY, ask

DOCS, SOURCE = ROOT / "docs", ROOT / "src" / "iknctl"
PAGES: Mapping[Path, str] = {
    page: page.read_text(encoding="utf-8")
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))
}
TOUR, SCRIPTING, DATA = (PAGES[DOCS / name] for name in ("tour.md", "scripting.md", "data-model.md"))
WHOLE = "\n".join(PAGES.values())

_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def table(page: str, under: str) -> list[list[str]]:
    """The rows of the first table below a line that begins so: a heading, or the table's own header."""
    tail = re.search(rf"^{re.escape(under)}.*", _BLOCK.sub("", page), re.MULTILINE | re.DOTALL)
    assert tail, f"nothing begins with {under}"
    lines = re.search(r"(?:^\|.*\n)+", tail[0], re.MULTILINE)
    assert lines, f"there is no table below {under}"
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[0].splitlines()[2:]]


def coded(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def by_name(page: str, under: str) -> dict[str, list[str]]:
    """The first cells' words in code, each with the other cells of its row."""
    return {name: others for first, *others in table(page, under) for name in coded(first)}


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# What the JSON holds


def test_page_of_the_json_is_as_it_would_be_written(generate: ModuleType) -> None:
    page = PAGES[DOCS / "json.md"]
    assert generate.page(page) == page, "run: python docs/generate.py"


def test_every_field_has_a_meaning_and_none_is_left_over(generate: ModuleType) -> None:
    types = {part for cls in generate.answers().values() for part in generate.parts(cls)}
    needed = {(generate.home(cls, field), field) for cls in types for field in cls.__struct_fields__}
    told = {(home, field) for home, fields in generate.MEANINGS.items() for field in fields}
    assert told == needed | {(generate.ANY, "schema")}


# What a data file holds

_FACTS = [each for each in vars(model).values() if isinstance(each, type) and issubclass(each, model.Fact)]
_WRITTEN = [fact for fact in _FACTS if fact not in (model.Fact, model.Period)]  # a period is always part of something


@pytest.mark.parametrize("fact", _WRITTEN)
def test_fields_of_the_data_file_are_those_of_the_model(generate: ModuleType, fact: type[model.Fact]) -> None:
    heading = "### The file" if fact is model.Model else f"### {fact.__name__}\n"
    hints = get_type_hints(fact, include_extras=True)
    expected = [
        [f"`{field.name}`", "yes" if field.required else "no", generate.words(hints[field.name])]
        for field in msgspec.structs.fields(fact)
    ]
    assert [row[:3] for row in table(DATA, heading)] == expected


def test_types_of_the_data_file_are_explained(generate: ModuleType) -> None:
    named = (model.Id, model.Words, model.Year, model.Number, model.FullDate, model.PartialDate, model.Url)
    assert [row[0] for row in table(DATA, "### The types")] == [generate.WORDS[hint] for hint in named]


def test_limits_of_the_data_file_are_told() -> None:
    told = {
        (name, int(most))
        for row, most in table(DATA, "### How much it may hold")
        for name in re.findall(r"`(\w+)`", row)
    }
    held = {
        (field.name, meta.max_length)
        for fact in (model.Model, model.Roadmap, model.Phase, model.Goal)
        for field in msgspec.structs.fields(fact)
        for meta in getattr(field.type, "__metadata__", ())
        if get_origin(get_args(field.type)[0]) is tuple
    }
    assert told == held


def test_small_data_file_is_sound() -> None:
    small, modeline = blocks(DATA, "yaml")
    assert read(small.encode(), "small.yaml").findings == ()
    assert modeline.startswith("# yaml-language-server: $schema=")


def _doubtful() -> str:
    """A valid data file of which everything can be said that is no error."""
    words = "{en: w, id: w}"

    def phase(number: int, start: int, end: int, more: str = "") -> str:
        return f"{{number: {number}, id: p{number}, name: {words}, start: {start}, end: {end}, sources: [s]{more}}}"

    def roadmap(name: str, *phases: str, more: str = "") -> str:
        told = f"id: {name}, name: {words}, unit: {words}, issuer: {words}, sources: [s]"
        return f"{{{told}, phases: [{', '.join(phases)}]{more}}}"

    disputed = phase(1, 2020, 2024, ", alternatives: [{start: 2021, end: 2024, sources: [s]}]")
    near = (disputed, phase(2, 2024, 2025), phase(4, 2030, 2031), phase(3, 2032, 2033))
    follower = roadmap("near", *near, more=", follows: {roadmap: far, sources: [s]}")
    return (
        "schema: 1\nchecked: 2020-01-01\ndefault_roadmap: near\n"
        "sources: [{id: s, publisher: S}, {id: unused, publisher: U}]\n"
        f"roadmaps: [{follower}, {roadmap('far', phase(1, 2022, 2024))}]\n"
    )


def test_codes_of_a_check_are_listed_with_their_levels() -> None:
    remarks = {each.code: each.level for each in check(_doubtful().encode(), "f.yaml", dt.date.fromisoformat(TODAY))}
    keys = [key.removeprefix("finding.") for key in {*findings.MESSAGES, *findings.HINTS}]
    codes = {key.partition(".")[0] for key in keys if not key.startswith(("part.", "kind."))}
    assert {code: level for code, (level, _) in by_name(DATA, "| code |").items()} == {
        code: remarks.get(code, "error") for code in codes
    }


# What scripts rely on


def test_columns_are_those_of_the_csv() -> None:
    listed = {command: coded(columns) for command, (columns,) in by_name(SCRIPTING, "## Columns").items()}
    assert list(listed) == [name for name, spec in COMMANDS.items() if "csv" in spec.formats]
    arguments = {"phase": ("2036",)}
    for command, columns in listed.items():
        written = ask(command, *arguments.get(command, ()), "--format", "csv").stdout
        assert next(csv.reader(io.StringIO(written))) == columns


def test_error_codes_are_listed_with_their_exits() -> None:
    codes = {key.partition(".")[0] for table in (errors, rows, when) for key in table.MESSAGES}
    told = codes - {"unread-cells"}  # which is no error
    listed = {code: int(exit_code) for code, (exit_code, _) in by_name(SCRIPTING, "### Error codes").items()}
    assert listed == {code: int(Problem(code).exit) for code in told}


def _queries() -> Iterator[tuple[str, list[list[str]]]]:
    """Each block of SQL, with the rows of the table that comes after it, if one does."""
    for sql, after in re.findall(r"^```sql\n(.*?)^```\n\n((?:\|[^\n]*\n)*)", SCRIPTING, re.MULTILINE | re.DOTALL):
        yield sql, table(after, "|") if after else []


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_sql_gives_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (events,) = blocks(SCRIPTING, "csv")
    Path("events.csv").write_text(events, encoding="utf-8")
    Path("years.csv").write_bytes(ask("years", "--format", "csv").raw)
    queries = list(_queries())
    assert len(queries) == len(blocks(SCRIPTING, "sql")) > 1
    with duckdb.connect() as database:
        for sql, shown in queries:
            found = database.execute(sql).fetchall()
            assert [[_cell(value) for value in row] for row in found] == shown or not sql.startswith("SELECT")
            assert bool(shown) == sql.startswith("SELECT")


# That nothing is missing


def _options() -> Iterator[str]:
    commands = [*Commands().values(), typer.main.get_command(app)]
    for command in commands:
        for parameter in command.params:
            yield from (option for option in parameter.opts if option.startswith("-"))


@pytest.mark.parametrize("word", sorted({*_options(), *(f"iknctl {name}" for name in COMMANDS)}))
def test_command_and_option_is_mentioned(word: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", WHOLE)


def test_formats_are_listed_with_their_commands() -> None:
    listed = {name: coded(commands) for name, (commands,) in by_name(TOUR, "## Formats").items()}
    every = {name: [each for each, spec in COMMANDS.items() if name in spec.formats] for name in listed}
    assert listed == every
    assert set(listed) == {name for spec in COMMANDS.values() for name in spec.formats}


def test_environment_variables_are_listed() -> None:
    read_by_us = {
        name
        for file in SOURCE.rglob("*.py")
        for name in re.findall(r'"(IKNCTL_[A-Z]+|NO_COLOR|FORCE_COLOR|TERM)"', file.read_text(encoding="utf-8"))
    }
    assert set(by_name(TOUR, "## Environment variables")) == read_by_us


def test_forms_of_when_can_be_read() -> None:
    forms = [form for _, cell in table(TOUR, "### Forms of WHEN") for form in coded(cell)]
    assert len(forms) > 20
    for form in forms:
        read_when(form, dt.date.fromisoformat(TODAY))


def test_layers_are_listed_in_the_order_that_import_linter_holds() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (each["layers"] for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    told = [coded(names) for names, _ in table(PAGES[ROOT / "CONTRIBUTING.md"], "## Architecture")]
    assert [set(row) for row in told] == [set(re.split(" [|:] ", layer)) for layer in layers]


# What a document must not do


def _slug(heading: str) -> str:
    """The anchor that GitHub gives to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", _BLOCK.sub("", PAGES[page])):
        path, _, anchor = target.partition("#")
        if not re.match(r"https?:", target):
            to = (page.parent / path).resolve() if path else page
            assert to.exists(), target
            headings = re.findall(r"^#+ (.*)$", _BLOCK.sub("", PAGES.get(to, "")), re.MULTILINE)
            assert not anchor or anchor in map(_slug, headings), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_machine_and_no_package_index_is_named(page: Path) -> None:
    machine = r"(?<![\w.~$])/(?:home|root|work|workspace|Users|opt|tmp|usr|var|mnt|srv)\b|\b[A-Z]:\\"
    index = r"/simple\b|index-url|pythonhosted|\b(?:pypi|conda)\.\w+|localhost|127\.0\.0\.1"
    assert not re.search(f"{machine}|{index}", PAGES[page])


def test_the_picture_in_the_readme_is_the_one_that_iknctl_draws() -> None:
    drawn = ask("timeline", "--format", "svg").stdout
    assert (ROOT / "docs" / "timeline.svg").read_text(encoding="utf-8") == drawn
