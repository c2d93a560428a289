"""The words of a command line, split as Typer would split them, and put in the order that it expects."""

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import NamedTuple

from iknctl.cli.output import chosen_language
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Problem, printable
from iknctl.messages import Lang

VALUED = frozenset(
    "--roadmap --data --lang --format -f --output -o --phase --kind --column -c --from --delimiter".split()
)
"""The options of all commands that take a value."""
FLAGS = frozenset("--json --all --strict".split())
"""The options of all commands that take none."""
ALONE = frozenset("-h --help -V --version --install-completion --show-completion".split())
"""The options that stand without a command."""


class Option(NamedTuple):
    """An option as it was written; `value` is None when it has none."""

    name: str
    value: str | None
    words: tuple[str, ...]


class Line(NamedTuple):
    """The plain words and the options of a command line, each in their order."""

    plain: list[str]
    options: list[Option]

    def last(self, *names: str) -> str | None:
        """The value of the last of these options, None when there is none."""
        return next((option.value for option in reversed(self.options) if option.name in names), None)


def split(words: Sequence[str], valued: Collection[str] = VALUED) -> Line:
    """Tell plain words from options and their values; behind `--` every word is plain."""
    line = Line([], [])
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            line.plain.extend(rest)
        elif word in valued:
            behind = next(rest, None)
            line.options.append(Option(word, behind, (word,) if behind is None else (word, behind)))
        elif word[:2] in valued:
            line.options.append(Option(word[:2], word[2:], (word,)))
        elif word.startswith("-") and word != "-":
            line.options.append(Option(name, value if equals else None, (word,)))
        else:
            line.plain.append(word)
    return line


def language(words: Sequence[str]) -> Lang:
    """The language that a command line asks for, even one that does not parse."""
    with suppress(Problem):
        return chosen_language(split(words).last("--lang") or os.environ.get("IKNCTL_LANG") or None)
    return chosen_language(None)


def commands_first(words: Sequence[str]) -> list[str]:
    """Put the command before the options; `help` and `version` serve as options. Raises Problem."""
    line = split(words)
    for option in line.options:
        if option.name in VALUED and option.value is None:
            raise Problem("usage.option-value", option=option.name, command="iknctl")
    command, *rest = line.plain or [""]
    if command in ("help", "version"):
        return commands_first(["--version"] if command == "version" else [*rest[:1], "--help"])
    options = [word for option in line.options for word in option.words]
    if command in COMMANDS:
        return [command, *options, *(["--"] if "--" in words else []), *rest]
    alone = [option.name for option in line.options if option.name in ALONE]
    if not alone and command:
        raise Problem("unknown-command", value=printable(command))
    if options and all(option.name in VALUED | FLAGS for option in line.options):
        raise Problem("usage.no-command", given=printable(" ".join(words)))
    return alone[:1] or options
