"""The words of a command line before Typer reads them: options put where it expects them, first guesses understood."""

import re
from collections.abc import Sequence

from iknctl.cli.registry import COMMANDS
from iknctl.errors import Problem, printable, unknown

_VALUED = ("--roadmap", "--data", "--lang", "--format", "-f", "--output", "-o")
_JOINED = re.compile(r"--(?:roadmap|data|lang|format|output)=|-[fo].", re.DOTALL)


def _taken(word: str) -> int:
    """How many words a common option takes up with its value; 0 when the word is no common option."""
    if word in _VALUED:
        return 2
    return 1 if word == "--json" or _JOINED.match(word) else 0


def commands_first(words: Sequence[str]) -> list[str]:
    """Common options that stand before the command, put behind it, where Typer expects them."""
    index = 0
    while index < len(words) and (taken := _taken(words[index])):
        index += taken
    before, rest = words[:index], words[index:]
    if index > len(words):
        raise Problem("usage.option-value", option=words[-1], command="iknctl")
    if before and not rest:
        raise Problem("usage.no-command", given=printable(" ".join(before)))
    if before and rest[0] == "--":
        rest = rest[1:]
    if rest and rest[0] == "help":  # as git and others have it
        rest = [*rest[1:2], "--help"]
    if rest and (command := _owner(rest[0], rest)):
        raise Problem("unknown-option.early", value=rest[0], command=command)
    if not rest or rest[0].startswith("-"):
        return list(rest)  # help and the version are the same whatever the options
    return [rest[0], *before, *rest[1:]]


def _owner(option: str, words: Sequence[str]) -> str | None:
    """The command among the words that has an option of this name and of its own."""
    from iknctl.cli.app import Commands

    command = next((word for word in words if word in COMMANDS), None)
    if command is None or not option.startswith("-") or option in ("-h", "--help"):
        return None
    return command if any(option in parameter.opts for parameter in Commands()[command].params) else None


def _plain_words(words: Sequence[str]) -> list[str]:
    """The words that are neither options nor the values of common ones."""
    found, index = [], 0
    while index < len(words):
        taken = _taken(words[index])
        if not words[index].startswith("-"):
            found.append(words[index])
        index += taken or 1
    return found


def first_words(args: list[str]) -> Problem:
    """What to say to a first word that is no command: often it is the question itself."""
    from iknctl import when

    words = _plain_words(args)
    asked = " ".join(words)
    try:
        when.read_when(asked, when.today())
    except Problem:
        key = "unknown-command.phase" if _is_phase(asked) else None
    else:
        key = "unknown-command.when"
    return Problem(key, value=printable(asked)) if key else unknown("command", args[0], COMMANDS)


def _is_phase(asked: str) -> bool:
    """Whether it is the number or id of a phase, as the shipped data file has them."""
    from iknctl.datafile import load
    from iknctl.queries import find_phase, find_roadmap

    try:
        find_phase(find_roadmap(load()), asked)
    except Problem:
        return False
    return True
