"""Completion: what the shell is offered for each word, live from the data, and how it is set up."""

import shlex
import shutil
from pathlib import Path

import pytest
from typer.completion import get_completion_script

from iknctl.cli.registry import COMMANDS
from running import COMMAND, ask, run

SAMPLE = Path(__file__).parent / "golden" / "sample.yaml"


def offered(line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    words = line.split(" ")
    env = {"_IKNCTL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    answer = ask(env=env)
    assert (answer.code, answer.stderr) == (0, "")
    return answer.stdout.split()


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("iknctl ph", ["phase", "phases"]),
        ("iknctl zz", []),
        ("iknctl show a", ["agile-government", "ai-smart-city-society-5"]),
        (f"iknctl show --data {SAMPLE} --roadmap far ", ["1", "start", "2", "finish"]),
        ("iknctl goals --phase 3", ["3"]),
        ("iknctl phases --roadmap ", ["digital", "master-plan", "portal", "bappenas"]),
        ("iknctl about m", ["master-plan"]),
        ("iknctl sources faj", ["fajar-2024-01-24"]),
        ("iknctl show --format ", ["table", "json", "markdown"]),
        ("iknctl phase 2031 -f m", ["markdown"]),
        ("iknctl phase --lang ", ["en", "id"]),
        ("iknctl schema ph", ["phase", "phases"]),
        (f"iknctl phases --data {SAMPLE} --roadmap ", ["near", "far"]),
        ("iknctl phases --data /nowhere --roadmap ", []),
        ("iknctl phase --roadmap zzz 2031 --la", ["--lang"]),
    ],
)
def test_what_is_offered(line: str, offers: list[str]) -> None:
    assert offered(line) == offers


def test_every_command_is_offered() -> None:
    assert offered("iknctl ") == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_offered(command: str) -> None:
    assert {"--output", "--lang", "--help"} <= set(offered(f"iknctl {command} --"))


def test_the_script_is_printed_and_installed(tmp_path: Path) -> None:
    if not Path("/bin/bash").exists():
        pytest.skip("there is no bash")
    script = f"{shlex.join(COMMAND)} --{{}}-completion; true"  # the shell is found out by who started the command
    env = {"HOME": str(tmp_path)}
    shown = run("-c", script.replace("{}", "show"), command=["/bin/bash"], env=env)
    assert "_IKNCTL_COMPLETE=complete_bash" in shown.stdout
    assert list(tmp_path.iterdir()) == []
    installed = run("-c", script.replace("{}", "install"), command=["/bin/bash"], env=env)
    assert "completion installed in" in installed.stdout
    assert (tmp_path / ".bash_completions" / "iknctl.sh").exists()


def test_zsh_and_fish_are_offered_the_same(tmp_path: Path) -> None:
    line = {"_TYPER_COMPLETE_ARGS": "iknctl show a"}
    zsh = ask(env={"_IKNCTL_COMPLETE": "complete_zsh", **line}).stdout
    fish = ask(env={"_IKNCTL_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args", **line}).stdout
    assert '"agile-government":"Agile government"' in zsh
    assert fish.splitlines()[0] == "agile-government\tAgile government"


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
def test_a_real_fish(tmp_path: Path) -> None:
    command = tmp_path / "iknctl"
    command.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n')
    command.chmod(0o755)
    script = tmp_path / "iknctl.fish"
    # What --show-completion prints when it finds itself in a fish.
    script.write_text(get_completion_script(prog_name="iknctl", complete_var="_IKNCTL_COMPLETE", shell="fish"))
    session = f"set -x PATH {tmp_path} $PATH; source {script}; complete -C 'iknctl show a'"
    found = run("--no-config", "-c", session, command=["fish"], env={"HOME": str(tmp_path)})
    assert found.stdout.splitlines()[0] == "agile-government\tAgile government", found.stderr
