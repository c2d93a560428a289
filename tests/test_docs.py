"""The examples: each console block of the README and the docs is one session of bash, and must come out exactly."""

import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from iknctl.cli.registry import COMMANDS
from running import ROOT, run

PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
BASH = shutil.which("bash")
TOOLS = ("jq", "yq", "sqlite3", "duckdb", "mlr", "make", "sed", "awk")
MARK = "\x1e"


class Example(NamedTuple):
    """A console block: where it stands, its commands, and what each is said to print."""

    place: str
    commands: tuple[str, ...]
    printed: tuple[tuple[str, ...], ...]


def examples(page: Path) -> list[Example]:
    """The console blocks of a page. A command that ends in a backslash goes on in the next line, behind a > if any."""
    text = page.read_text(encoding="utf-8")
    found = []
    for block in re.finditer(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        commands: list[str] = []
        printed: list[list[str]] = []
        for line in block[1].splitlines():
            if line.startswith("$ "):
                commands.append(line[2:])
                printed.append([])
            elif commands and commands[-1].endswith("\\") and not printed[-1]:
                commands[-1] += "\n" + line.removeprefix("> ")
            else:
                printed[-1].append(line)
        place = f"{page.relative_to(ROOT)}:{text.count(chr(10), 0, block.start()) + 1}"
        found.append(Example(place, tuple(commands), tuple(map(tuple, printed))))
    return found


EXAMPLES = [example for page in PAGES for example in examples(page)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which `iknctl` is the one that is tested."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "iknctl"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m iknctl "$@"\n')
    command.chmod(0o755)
    return f"{folder}:/usr/local/bin:/usr/bin:/bin"


@pytest.mark.skipif(BASH is None, reason="there is no bash")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.place)
def test_an_example(example: Example, path: str, tmp_path: Path) -> None:
    for tool in TOOLS:
        if re.search(rf"(^|[|(;&] *){tool} ", " ".join(example.commands)) and not shutil.which(tool, path=path):
            pytest.skip(f"there is no {tool}")
    # Each mark keeps the exit code of the command before it, for an `echo $?` in the next.
    marked = "".join(f"mark {index}\n{command}\n" for index, command in enumerate(example.commands))
    script = f"mark() {{ local code=$?; printf '{MARK}%s\\n' \"$1\"; return $code; }}\nexec 2>&1\n{marked}"
    env = {"PATH": path, "TMPDIR": str(tmp_path)}
    session = run("-c", script, command=[str(BASH)], env=env, cwd=tmp_path).stdout
    for index, (command, printed) in enumerate(zip(example.commands, example.printed, strict=True)):
        output = session.partition(f"{MARK}{index}\n")[2].partition(MARK)[0]
        assert output.splitlines() == list(printed), f"$ {command}"


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 20
    for example in EXAMPLES:
        assert example.commands, example.place
        assert any("iknctl" in command for command in example.commands), example.place


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_fence_is_left_open(page: Path) -> None:
    fences = re.findall(r"^```.*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(fences) % 2 == 0
    assert all(fence == "```" for fence in fences[1::2])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert re.search(rf"`iknctl {command}\b|^#+ .*\biknctl {command}\b|^\$ .*\biknctl {command}\b", pages, re.MULTILINE)


def test_the_quick_start_is_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Quick start\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```\w*\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    ask, test = (block.strip() for block in blocks)
    assert ask.count("\n") == test.count("\n") == 0
    assert "iknctl phase 2031" in ask
    assert "pytest" in test


@pytest.mark.parametrize("example", [line for spec in COMMANDS.values() for line in spec.examples])
def test_the_examples_in_the_help_are_commands(example: str, path: str, tmp_path: Path) -> None:
    files = {"staff.csv": "start_date\n2031\n", "pegawai.csv": "tahun\n2031\n", "rows.jsonl": '{"year": 2031}\n'}
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    shutil.copy(ROOT / "data" / "phases.yaml", tmp_path / "my-phases.yaml")
    answer = run("-c", example, command=[str(BASH)], env={"PATH": path}, cwd=tmp_path)
    assert (answer.code, answer.stderr) == (0, "")
