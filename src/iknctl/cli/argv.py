"""The words of a command line, split as Typer would split them, and put in the order that it expects."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from iknctl.errors import Problem, printable

VALUED = frozenset(
    ("--roadmap", "--data", "--lang", "--format", "-f", "--output", "-o", "--phase", "--kind")
    + ("--column", "-c", "--from", "--delimiter")
)
"""The options of all commands that take a value."""
FLAGS = ("--json", "--all", "--strict")
"""The options of all commands that take none."""
ALONE = ("-h", "--help", "-V", "--version", "--install-completion", "--show-completion", "--")
"""The words that need no command behind them."""


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
            following = next(rest, None)
            line.options.append(Option(word, following, (word,) if following is None else (word, following)))
        elif word.startswith("--"):
            line.options.append(Option(name, value if equals else None, (word,)))
        elif word[:2] in valued:
            line.options.append(Option(word[:2], word[2:], (word,)))
        elif word.startswith("-") and word != "-":
            line.options.append(Option(word, None, (word,)))
        else:
            line.plain.append(word)
    return line


def commands_first(words: Sequence[str]) -> list[str]:
    """Put the options before the command behind it; `help` and `version` serve as options. Raises Problem."""
    before: list[str] = []
    rest = list(words)
    while rest and (rest[0].startswith("--") or rest[0][:2] in VALUED) and rest[0].partition("=")[0] not in ALONE:
        option = split(rest[:2]).options[0]
        if option.name in VALUED and option.value is None:
            raise Problem("usage.option-value", option=option.name, command="iknctl")
        before += option.words
        rest = rest[len(option.words) :]
    if before and not rest:
        if all(option.name in (*VALUED, *FLAGS) for option in split(before).options):
            raise Problem("usage.no-command", given=printable(" ".join(before)))
        return before
    if rest[:1] == ["--"]:
        rest = rest[1:]
    if rest[:1] == ["help"]:
        return [*rest[1:2], "--help"]
    if rest[:1] == ["version"]:
        return ["--version"]
    return rest if not rest or rest[0].startswith("-") else [rest[0], *before, *rest[1:]]
