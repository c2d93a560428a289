"""The words of a command line, split as Typer would split them, and put in the order that it expects."""

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import TypeAlias

from iknctl.cli.output import chosen_language
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Problem, printable
from iknctl.messages import Lang

# The options of all commands that take a value, those that take none, and those that stand without a command.
VALUED = frozenset(
    "--roadmap --data --lang --format -f --output -o --phase --kind --column -c --from --delimiter".split()
)
FLAGS = frozenset("--json --all --strict".split())
ALONE = frozenset("-h --help -V --version --install-completion --show-completion".split())

Option: TypeAlias = tuple[str, str | None, tuple[str, ...]]
"""An option: its name, its value, None when it has none, and the words in which it was written."""


def split(words: Sequence[str], valued: Collection[str] = VALUED) -> tuple[list[str], list[Option]]:
    """Tell plain words from options and their values, each in their order; behind `--` every word is plain."""
    plain, options = list[str](), list[Option]()
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            plain.extend(rest)
        elif word in valued:
            behind = next(rest, None)
            options.append((word, behind, (word,) if behind is None else (word, behind)))
        elif word[:2] in valued:
            options.append((word[:2], word[2:], (word,)))
        elif word.startswith("-") and word != "-":
            options.append((name, value if equals else None, (word,)))
        else:
            plain.append(word)
    return plain, options


def language(words: Sequence[str]) -> Lang:
    """The language that a command line asks for, even one that does not parse."""
    named = [value for name, value, _ in split(words)[1] if name == "--lang"]
    with suppress(Problem):
        return chosen_language((named or [None])[-1] or os.environ.get("IKNCTL_LANG") or None)
    return chosen_language(None)


def commands_first(words: Sequence[str]) -> list[str]:
    """Put the command before the options; `help` and `version` serve as options. Raises Problem."""
    plain, options = split(words)
    for name, value, _ in options:
        if name in VALUED and value is None:
            raise Problem("usage.option-value", option=name, command="iknctl")
    command, rest = next(iter(plain), None), plain[1:]
    if command in ("help", "version"):
        return commands_first(["--version"] if command == "version" else [*rest[:1], "--help"])
    written = [word for _, _, parts in options for word in parts]
    if command in COMMANDS:
        return [command, *written, *(["--"] if "--" in words else []), *rest]
    alone = [name for name, _, _ in options if name in ALONE]
    if not alone and command is not None:
        raise Problem("unknown-command", value=printable(command))
    if written and all(name in VALUED | FLAGS for name, _, _ in options):
        raise Problem("usage.no-command")
    return alone[:1] or written
