"""Completion: what is offered for each word, live from the data; that no shell runs any of it; and how it is set up."""

import json
import os
import pty
import select
import shlex
import shutil
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from iknctl.cli.registry import COMMANDS
from running import COMMAND, Ran, ask, environment, run
from sound import broken

SAMPLE = Path(__file__).parent / "golden" / "sample.yaml"
HOSTILE = (
    "$(touch pwned) `touch pwned` ;touch pwned; | & > < * ? [a] {a,b} ! # ~ \\ ' \" = ( ) ^ \x1b[31m \u202e \u2028 \xa0"
)


def completed(words: list[str]) -> Ran:
    """What is printed for bash when the last of these words is completed."""
    env = {"_IKNCTL_COMPLETE": "complete_bash", "COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    return ask(env=env)


def offered(line: str, *more: str) -> list[str]:
    """What bash is offered for the last word of a line, or for another one behind it."""
    answer = completed([*line.split(" "), *more])
    assert (answer.code, answer.stderr) == (0, ""), line
    return [word for word in answer.stdout.splitlines() if word]


def test_what_is_offered() -> None:
    for line, offers in {
        "iknctl ph": ["phase", "phases"],
        "iknctl zz": [],
        "iknctl ": list(COMMANDS),
        "iknctl show a": ["agile-government", "ai-smart-city-society-5"],
        f"iknctl show --data {SAMPLE} --roadmap far ": ["1", "start", "2", "finish"],
        "iknctl goals --phase 3": ["3"],
        "iknctl phases --roadmap ": ["digital", "master-plan", "portal", "bappenas"],
        f"iknctl phases --data {SAMPLE} --roadmap ": ["near", "far"],
        "iknctl about m": ["master-plan"],
        "iknctl sources faj": ["fajar-2024-01-24"],
        "iknctl show --format ": ["table", "json", "markdown"],
        "iknctl phase 2031 -f m": ["markdown"],
        "iknctl phase --lang ": ["en", "id"],
        "iknctl milestones --kind p": ["postponed", "projection"],
        "iknctl annotate --from ": ["csv", "tsv", "jsonl"],
        "iknctl schema ph": ["phase", "phases"],
        "iknctl phase --roadmap zzz 2031 --la": ["--lang"],
    }.items():
        assert offered(line) == offers, line
    for command in COMMANDS:
        assert {"--output", "--lang", "--help"} <= set(offered(f"iknctl {command} --")), command


def test_descriptions_are_in_the_reader_s_language() -> None:
    fish = {"_IKNCTL_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    commands = ask(env={**fish, "_TYPER_COMPLETE_ARGS": "iknctl sour", "IKNCTL_LANG": "id"}).stdout
    assert commands == "sources\tSumber apa saja yang dirujuk\n"
    options = ask(env={**fish, "_TYPER_COMPLETE_ARGS": "iknctl phase --rest --js", "IKNCTL_LANG": "id"}).stdout
    assert options == "--json\tSingkatan --format json\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files whose names, columns and texts would be commands to a shell."""
    columns = ["start date", "naïve-日付", "a:b", "two  blanks", " lead", "a\\$(touch pwned)", *HOSTILE.split(" ")]
    quoted = ",".join('"' + column.replace('"', '""') + '"' for column in columns)
    (tmp_path / "h.csv").write_text(f"{quoted}\n{'2031,' * len(columns)}\n", encoding="utf-8")
    (tmp_path / "h.jsonl").write_text(json.dumps(dict.fromkeys(columns, 2031)) + "\n")
    name = json.dumps(HOSTILE.replace("\x1b", "").replace("\u202e", "").replace("\u2028", ""))
    data = broken("name: {en: First, id: Pertama}", f"name: {{en: {name}, id: {name}}}")
    (tmp_path / "h.yaml").write_bytes(data.replace(b"publisher: Herald", f"publisher: {name}".encode()))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_only_the_harmless_is_offered(folder: Path) -> None:
    for file in ("h.csv", "h.jsonl"):
        assert offered(f"iknctl annotate {file} --column ") == ["start\\ date", "naïve-日付", "a:b"], file
    assert offered("iknctl annotate h.csv --column", "start\\ d") == ["start\\ date"]
    assert offered("iknctl annotate h.csv --column", '"start d') == ["start date"]
    for shell, variables in {
        "zsh": {"_TYPER_COMPLETE_ARGS": "iknctl {} "},
        "fish": {"_TYPER_COMPLETE_ARGS": "iknctl {} ", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        "powershell": {"_TYPER_COMPLETE_ARGS": "iknctl {} ", "_TYPER_COMPLETE_WORD_TO_COMPLETE": ""},
    }.items():
        for words, among in {
            "annotate h.csv --column": "start date",
            "show --data h.yaml": "first",
            "sources --data h.yaml": "herald",
        }.items():
            env = {name: value.format(words) for name, value in variables.items()}
            answer = ask(env={"_IKNCTL_COMPLETE": f"complete_{shell}", **env})
            assert (answer.code, answer.stderr) == (0, "")
            frame = {"zsh": "_arguments '*: :((\"\\\n))'", "fish": "\t\n", "powershell": "\n"}[shell]
            assert set(answer.stdout) & set("$`;|&><*?[]{}!#~\\'\"=()^\x1b\u202e\u2028\xa0") <= set(frame), shell
            # PowerShell would put a name with a blank into the line as two words.
            assert (among in answer.stdout) == (shell != "powershell" or " " not in among)


def test_nothing_that_is_wrong_is_told_to_the_shell(folder: Path) -> None:
    os.mkfifo("pipe.csv")
    Path("long.csv").write_bytes(b"start date," + b"x" * 40_000_000)
    Path("deep.yaml").write_bytes(b"[" * 100_000)
    Path("odd.csv").write_bytes(b"\xff\xfe\x00\n\xff")
    Path("odd.jsonl").write_bytes(b'{"a": \n')
    started = time.monotonic()
    for words in """annotate pipe.csv -c|annotate odd.csv -c|annotate odd.jsonl -c|annotate / -c|annotate none.csv -c
        annotate h.csv --from zzz -c|annotate long.csv --delimiter xx -c|show --data /nowhere|show --data /|-- --|'
        show --data deep.yaml|show --roadmap zzz|phases --lang zz --roadmap|frobnicate --x""".replace("\n", "|").split(
        "|"
    ):
        for tail in ("", "\udcff", "$("):
            for line in words.strip().split("|"):
                answer = completed(f"iknctl {line} {tail}".split(" "))
                assert (answer.code in (0, 1), answer.stderr) == (True, ""), line
                assert "Traceback" not in answer.stdout
    for env in ({"COMP_CWORD": "x"}, {"COMP_WORDS": "iknctl "}, {"COMP_CWORD": "99", "COMP_WORDS": "iknctl"}):
        assert ask(env={"_IKNCTL_COMPLETE": "complete_bash", **env}).stderr == ""
    for instruction in ("", "x", "complete_tcsh", "complete", "source_bash", "zzz_bash"):
        assert "Traceback" not in run(env={"_IKNCTL_COMPLETE": instruction}).stderr
    assert time.monotonic() - started < 10


# --- Real shells -----------------------------------------------------------------------------------------------------

SHELLS: dict[str, tuple[list[str], str]] = {
    "bash": (["--norc", "--noprofile", "-i"], "source ./script; "),
    "zsh": (["-f", "-i"], "autoload -Uz compinit; compinit -u -D; source ./script; "),
    "fish": (["--no-config", "-i"], "source ./script; "),
}


def script(shell: str) -> str:
    """What --show-completion prints when it is started from this shell."""
    return str(ask("--show-completion", shell).stdout)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell(shell: str, folder: Path) -> None:
    """Each line is completed and entered; what the command is then given is written down, and nothing else is run."""
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    (folder / "iknctl").write_text(
        f'#!/bin/sh\n[ -n "$_IKNCTL_COMPLETE" ] && exec {shlex.join(COMMAND)}\n'
        'line=$(printf "%s|" "$@"); echo "$line" >> ran\n'
    )
    (folder / "iknctl").chmod(0o755)
    (folder / "script").write_text(script(shell))
    options, prepared = SHELLS[shell]
    lines = {
        "iknctl annotate h.csv --column sta\t": "annotate|h.csv|--column|start date|",
        'iknctl annotate h.csv --column "sta\t': "annotate|h.csv|--column|start date|",
        "iknctl annotate h.csv --column a\\\\\t": None,
        "iknctl annotate h.csv --column \t\t": None,
        "iknctl annotate h.jsonl --column \t\t": None,
        "iknctl show --data h.yaml \t\t": None,
        "iknctl sources --data h.yaml \t\t": None,
        "iknctl show ag\t": "show|agile-government|",
    }
    env = environment({"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder), "TERM": "dumb", "PS1": "$ "})
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(shell, [shell, *options], env)
    try:
        for number, (line, given) in enumerate([(prepared, ""), *lines.items()]):
            # Ctrl-E leaves a menu, Ctrl-U takes back what is not to be entered; then a command of which we hear.
            enter = "\x05\n" if given else "\x05\x15\n" if line != prepared else "\n"
            os.write(terminal, f"{line}{enter}iknctl mark {number}\n".encode())
            seen = ran_until(f"mark|{number}|", folder / "ran", terminal)
    finally:
        os.close(terminal)
        os.kill(process, 9)
        os.waitpid(process, 0)
    assert [line for line in seen if "mark" not in line] == [given for given in lines.values() if given]
    assert not list(folder.rglob("pwned*"))


def ran_until(mark: str, file: Path, terminal: int) -> list[str]:
    """Wait for a command to be written down, reading what the terminal shows; all that were written down so far."""
    shown, until = b"", time.monotonic() + 20
    while time.monotonic() < until:
        while select.select([terminal], [], [], 0.05)[0]:
            shown += os.read(terminal, 65536)
        if file.exists() and mark in (lines := file.read_text().splitlines()):
            return lines
    raise AssertionError(shown.decode(errors="replace"))


# --- Setting it up ---------------------------------------------------------------------------------------------------


def test_completion_is_set_up_for_the_shell_that_is_named(tmp_path: Path) -> None:
    for shell, file in {"bash": ".bash_completions/iknctl.sh", "zsh": ".zfunc/_iknctl"}.items():
        done = run("--install-completion", shell, "--lang", "id", env={"HOME": str(tmp_path)})
        assert (done.code, done.stderr) == (0, "")
        assert f"pelengkapan untuk {shell} dipasang di {tmp_path / file}" in done.stdout
        assert f"complete_{shell}" in (tmp_path / file).read_text()
        assert f"complete_{shell}" in script(shell)
    before = sorted(tmp_path.rglob("*"))
    assert "`iknctl --install-completion zsh`" in ask("--install-completion", "zhs", env={"HOME": str(tmp_path)}).stderr
    assert ask("--show-completion=fish", env={"HOME": str(tmp_path)}).code == 0
    assert sorted(tmp_path.rglob("*")) == before  # a suggestion is tried, but not carried out


def test_completion_that_cannot_be_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / ".bashrc").write_bytes(b"\xff")
    for home, shell in ((tmp_path / "file", "fish"), (tmp_path, "bash")):
        answer = ask("--install-completion", shell, env={"HOME": str(home)})
        assert (answer.code, answer.stdout) == (4, "")
        assert answer.stderr.startswith(f"iknctl: completion for {shell} could not be installed: ")
        assert f"`iknctl --show-completion {shell}`" in answer.stderr
    assert (tmp_path / ".bashrc").read_bytes() == b"\xff"
    assert ask("--install-completion", "tcsh").code == 2
    shellingham: Any = import_module("shellingham")

    def undetected() -> Iterator[str]:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", undetected)
    answer = ask("--install-completion", "--lang", "id")
    assert (answer.code, answer.stdout) == (2, "")
    assert "`iknctl --install-completion bash`" in answer.stderr
