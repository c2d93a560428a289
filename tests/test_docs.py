"""The documents: their examples run, their tables say what the program does, their links lead somewhere."""

import csv
import datetime as dt
import importlib.util
import io
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import duckdb
import msgspec
import pytest
import typer
import yaml

import iknctl
from iknctl import model
from iknctl.answers.schemas import SHAPES
from iknctl.cli.app import app
from iknctl.cli.registry import COMMANDS
from iknctl.datafile import check
from iknctl.errors import Problem
from iknctl.messages import errors, findings, rows, when
from iknctl.messages import help as help_texts
from iknctl.when import read_when
from running import ROOT, ask
from test_checking import REMARKS

_spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
assert _spec
assert _spec.loader
generate = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(generate)

DOCS, SOURCE = ROOT / "docs", ROOT / "src" / "iknctl"
PAGES: Mapping[Path, str] = {
    page: page.read_text(encoding="utf-8") for page in (*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")))
}
TOUR, SCRIPTING, DATA, LIBRARY = (PAGES[DOCS / f"{name}.md"] for name in ("tour", "scripting", "data-model", "library"))
CONTRIBUTING = PAGES[ROOT / "CONTRIBUTING.md"]
WORDS = "{en: w, id: w}"
TODAY = dt.date.fromisoformat(generate.TODAY)

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def table(page: str, under: str) -> list[list[str]]:
    """The rows of the first table below a line that begins so: a heading, or the table's own header."""
    tail = re.search(rf"^{re.escape(under)}.*", _FENCED.sub("", page), re.MULTILINE | re.DOTALL)
    assert tail, f"nothing begins with {under}"
    lines = re.search(r"(?:^\|.*\n)+", tail[0], re.MULTILINE)
    assert lines, f"there is no table below {under}"
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[0].splitlines()[2:]]


def coded(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def by_name(page: str, under: str) -> dict[str, list[str]]:
    """The first cells' words in code, each with the other cells of its row."""
    return {name: others for first, *others in table(page, under) for name in coded(first)}


# The examples run

EXAMPLES = [
    pytest.param(block[1], id=f"{page.name}:{text.count(chr(10), 0, block.start())}")
    for page, text in PAGES.items()
    for block in generate.BLOCK.finditer(text)
]
_IN_BASH = re.compile(r"[|&;<>$`\\*?~#()]")


@pytest.mark.parametrize("block", EXAMPLES)
def test_console_block(block: str) -> None:
    """What it prints is what it says; commands without shell syntax are asked within this process, which is faster."""
    commands = generate.commands_of(block)
    if all(command.startswith("iknctl ") and not _IN_BASH.search(command) for command in commands):
        answers = [ask(*shlex.split(command)[1:], env={"IKNCTL_TODAY": generate.TODAY}) for command in commands]
        written = "".join(
            f"$ {command}\n{answer.stdout}{answer.stderr}" for command, answer in zip(commands, answers, strict=True)
        )
        assert block == written
        return
    tools = {tool for tool in ("jq", "sed", "awk") if re.search(rf"\b{tool} ", "\n".join(commands))}
    if missing := [tool for tool in sorted({"bash", *tools}) if not shutil.which(tool)]:
        pytest.skip(f"there is no {', '.join(missing)}")
    assert block == generate.answered(block), "run: python docs/generate.py"


def test_examples_are_many_and_ask_iknctl() -> None:
    assert len(EXAMPLES) > 40
    for example in EXAMPLES:
        assert any("iknctl" in command for command in generate.commands_of(example.values[0])), example.id


def test_quick_start_is_the_same_two_commands_in_both_languages() -> None:
    for name, heading in {"README.md": "Quick start", "README.id.md": "Mulai cepat"}.items():
        section = PAGES[ROOT / name].partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        question, test = (block.strip() for block in blocks(section, r"\w*"))
        assert re.fullmatch(r"python3 -m venv \.venv && [^\n]+iknctl phase 2031( --lang id)?", question)
        assert test in CONTRIBUTING
        constraints = re.search(r"--constraint (\S+)", test)
        assert constraints
        assert (ROOT / constraints[1]).exists()


def test_commands_of_the_help_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = {"staff.csv": "start_date\n2031\n", "pegawai.csv": "tahun\n2031\n", "rows.jsonl": '{"year": 2031}\n'}
    for name, content in files.items():
        Path(name).write_text(content)
    shutil.copy(ROOT / "data" / "phases.yaml", "my-phases.yaml")
    for line in [line for lines in help_texts.EXAMPLES.values() for line in lines]:
        words, _, redirected = line.partition(" < ")
        stdin = Path(redirected).read_bytes() if redirected else b""
        answer = ask(*shlex.split(words.partition(" > ")[0])[1:], stdin=stdin)
        assert (answer.code, answer.stderr) == (0, ""), line


def test_python_of_the_library_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    steps = ", ".join(
        f"{{number: {number}, id: p{number}, name: {WORDS}, start: {start}, end: {end}, sources: [report]}}"
        for number, start, end in ((1, 2020, 2025), (2, 2025, 2029))
    )
    plan = f"id: small, name: {WORDS}, unit: {WORDS}, issuer: {WORDS}, sources: [report], phases: [{steps}]"
    head = "schema: 1\nchecked: 2026-01-01\ndefault_roadmap: small\nsources: [{id: report, publisher: P}]\n"
    Path("mine.yaml").write_text(f"{head}roadmaps: [{{{plan}}}]\n")
    programs, printed = blocks(LIBRARY, "python"), blocks(LIBRARY, "text")
    for program, expected in zip(programs, printed, strict=True):
        assert sum(bool(line.strip()) for line in program.splitlines()) <= 12
        with redirect_stdout(io.StringIO()) as out:
            exec(compile(program, "library.md", "exec"), {})
        assert out.getvalue() == expected
    assert {name for first, _ in table(LIBRARY, "## What there is") for name in coded(first)} == set(iknctl.__all__)


def test_sql_gives_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (events,) = blocks(SCRIPTING, "csv")
    Path("events.csv").write_text(events, encoding="utf-8")
    Path("years.csv").write_bytes(ask("years", "--all", "--format", "csv").raw)
    Path("annotated.csv").write_bytes(ask("annotate", "events.csv", "--column", "happened_on").raw)
    queries = re.findall(r"^```sql\n(.*?)^```\n\n((?:\|[^\n]*\n)*)", SCRIPTING, re.MULTILINE | re.DOTALL)
    assert len(queries) == len(blocks(SCRIPTING, "sql")) > 1
    with duckdb.connect() as database:
        for sql, after in queries:
            found = database.execute(sql).fetchall()
            if sql.startswith("SELECT"):
                shown = [[cell.replace("\\|", "|") for cell in row] for row in table(after, "|")]
                assert [[_cell(value) for value in row] for row in found] == shown


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


# The tables say what the program does


def test_tables_of_the_json_are_as_they_would_be_written() -> None:
    tables = generate.tables()
    assert "| None |" not in tables, "a field has no meaning in its type"
    assert PAGES[generate.JSON].partition(generate.MARK)[2] == tables.partition(generate.MARK)[2], (
        "run: python docs/generate.py"
    )


_FACTS = [each for each in vars(model).values() if isinstance(each, type) and issubclass(each, model.Fact)]


def test_fields_of_the_data_file_are_those_of_the_model() -> None:
    for fact in _FACTS:
        if fact in (model.Fact, model.Claim, model.Period):  # they are always part of something
            continue
        hints = get_type_hints(fact, include_extras=True)
        expected = [
            [f"`{field.name}`", "yes" if field.required else "no", generate.words(hints[field.name])]
            for field in msgspec.structs.fields(fact)
        ]
        heading = "### The file" if fact is model.Model else f"### {fact.__name__}\n"
        assert [row[:3] for row in table(DATA, heading)] == expected, heading


def test_limits_of_the_data_file_are_those_of_the_model() -> None:
    listed = {
        (name, int(most))
        for row, most in table(DATA, "### How much it may hold")
        for name in re.findall(r"`(\w+)`", row)
    }
    held = {
        (field.name, meta.max_length)
        for fact in (model.Model, model.Roadmap, model.Phase, model.Goal)
        for field in msgspec.structs.fields(fact)
        for meta in getattr(field.type, "__metadata__", ())
        if get_origin(get_args(field.type)[0]) is tuple and meta.max_length
    }
    assert listed == held


def test_small_data_file_is_sound() -> None:
    small, modeline = blocks(DATA, "yaml")
    assert check(small.encode(), "small.yaml")[1] == ()
    assert modeline.startswith("# yaml-language-server: $schema=")


def test_codes_of_a_check_are_listed_with_their_levels() -> None:
    remarks = {code: level for *_, level, code in REMARKS} | {"stale-check": "note"}
    keys = [key.removeprefix("finding.") for key in {*findings.MESSAGES, *findings.HINTS}]
    codes = {key.partition(".")[0] for key in keys if not key.startswith(("part.", "kind."))}
    assert {code: level for code, (level, _) in by_name(DATA, "| code |").items()} == {
        code: remarks.get(code, "error") for code in codes
    }


def test_columns_are_those_of_the_csv() -> None:
    listed = {command: coded(columns) for command, (columns,) in by_name(SCRIPTING, "## Columns of").items()}
    assert list(listed) == [name for name, spec in COMMANDS.items() if "csv" in spec.formats]
    for command, columns in listed.items():
        written = ask(command, *(("2036",) if command == "phase" else ()), "--format", "csv").stdout
        assert next(csv.reader(io.StringIO(written))) == columns


def test_error_codes_are_listed_with_their_exits() -> None:
    codes = {key.partition(".")[0] for messages in (errors, rows, when) for key in messages.MESSAGES}
    codes -= {"unread-cells", "suggestion", "completion-installed", "wrong-encoding"}  # which are no errors
    listed = {code: int(exit_code) for code, (exit_code, _) in by_name(SCRIPTING, "### Error codes").items()}
    assert listed == {code: int(Problem(code).exit) for code in codes}


def test_formats_are_listed_with_their_commands() -> None:
    listed = {name: coded(commands) for name, (commands,) in by_name(TOUR, "## Formats").items()}
    assert set(listed) == {name for spec in COMMANDS.values() for name in spec.formats}
    for name, commands in listed.items():
        assert commands == [each for each, spec in COMMANDS.items() if name in spec.formats], name


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
        read_when(form, TODAY)


def test_layers_are_listed_in_the_order_that_import_linter_holds() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (each["layers"] for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    listed = [coded(names) for names, _ in table(CONTRIBUTING, "## Architecture")]
    assert [set(row) for row in listed] == [set(re.split(" [|:] ", layer)) for layer in layers]


def test_an_hour_of_reading_is_about_1500_lines() -> None:
    section = CONTRIBUTING.partition("### An hour's reading\n")[2].partition("\n## ")[0]
    files = [SOURCE / name for name in coded(section) if name.endswith(".py") and name != "when.py"]
    assert 1200 < sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) < 2000


def test_version_and_day_of_the_data_are_the_same_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    checked = dt.date.fromisoformat(iknctl.load().checked)
    day = f"{checked.day} {checked:%B %Y}"
    assert citation["version"] == iknctl.__version__
    assert f"\n## {iknctl.__version__} - {citation['date-released']}\n" in PAGES[ROOT / "CHANGELOG.md"]
    assert f"iknctl {iknctl.__version__}, data checked {day}" in PAGES[DOCS / "disagreements.md"]
    assert day in citation["abstract"]


# Nothing is missing, and nothing leads nowhere


def _words() -> Iterator[str]:
    group: Any = typer.main.get_command(app)
    for command in (group, *(group.get_command(typer.Context(group), name) for name in COMMANDS)):
        for parameter in command.params:
            yield from (option for option in parameter.opts if option.startswith("-"))
    yield from (f"iknctl {name}" for name in COMMANDS)


def test_commands_and_options_are_mentioned() -> None:
    whole = "\n".join(PAGES.values())
    assert [word for word in set(_words()) if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", whole)] == []
    for name in ("README.md", "README.id.md"):
        listed = [coded(command)[0].split()[1] for _, command in table(PAGES[ROOT / name], "| ")]
        assert sorted(listed) == sorted(COMMANDS)


def test_answers_have_a_shape() -> None:
    assert set(COMMANDS) - set(SHAPES) == {"schema"}


def _slug(heading: str) -> str:
    """The anchor that GitHub gives to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_is_whole(page: Path) -> None:
    """Fences are closed, links lead somewhere, and no machine or package index is named."""
    fences = re.findall(r"^```.*$", PAGES[page], re.MULTILINE)
    assert len(fences) % 2 == 0
    assert all(fence == "```" for fence in fences[1::2])
    for target in re.findall(r"\]\(([^)\s]+)\)", _FENCED.sub("", PAGES[page])):
        path, _, anchor = target.partition("#")
        if not re.match(r"https?:", target):
            to = (page.parent / path).resolve() if path else page
            assert to.exists(), target
            headings = re.findall(r"^#+ (.*)$", _FENCED.sub("", PAGES.get(to, "")), re.MULTILINE)
            assert not anchor or anchor in map(_slug, headings), target
    machine = r"(?<![\w.~$])/(?:home|root|work|workspace|Users|opt|tmp|usr|var|mnt|srv)\b|\b[A-Z]:\\"
    index = r"/simple\b|index-url|pythonhosted|\b(?:pypi|conda)\.\w+|localhost|127\.0\.0\.1"
    assert not re.search(f"{machine}|{index}", PAGES[page])


def test_picture_in_the_readme_is_the_one_that_iknctl_draws() -> None:
    drawn = ask("timeline", "--format", "svg", env={"IKNCTL_TODAY": generate.TODAY}).stdout
    assert generate.PICTURE.read_text(encoding="utf-8") == drawn
