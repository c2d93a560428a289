"""What can go wrong: exit codes, and problems as codes with parameters that `iknctl.messages` puts into words."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Annotated, Any

from iknctl.model import Fact, means


class Exit(IntEnum):
    """The exit codes that a script can rely on."""

    ANSWERED = 0
    EMPTY = 1
    USAGE = 2
    DATA = 3
    FAILED = 4
    INTERRUPTED = 130


class Location(Fact, frozen=True):
    """Where something stands in a file."""

    file: Annotated[str, means("The file, as it was named.")]
    line: Annotated[int | None, means("The line, from 1; null when only the file is known.")] = None
    column: Annotated[int | None, means("The column in characters, from 1; null when not known.")] = None


_EXITS = dict.fromkeys(("invalid-data", "unreadable-file", "invalid-rows"), Exit.DATA)
_EXITS |= dict.fromkeys(("unwritable-output", "internal"), Exit.FAILED)


class Problem(Exception):  # noqa: N818 - most of them are the user's to put right
    """An error that the user is told of in one line.

    `key` is a code that scripts can rely on, with a finer reason behind a full stop where the wording depends on it:
    `invalid-when.empty` has the code `invalid-when`. `at` is where in a file it is; `params` fill the wording.
    """

    def __init__(self, key: str, /, *, at: Location | None = None, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.code = key.partition(".")[0]
        self.exit = _EXITS.get(self.code, Exit.USAGE)
        self.at = at
        self.params = params


def printable(value: str, most: int = 60) -> str:
    """A user's text as an error may show it: cut to `most` characters, control characters written as escapes."""
    clipped = value if len(value) <= most else value[: most - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "replace").decode() for c in clipped)


def closest(value: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one most likely means: the only one that it begins, or one spelled much alike."""
    from difflib import get_close_matches

    typed, names = value.casefold(), {name.casefold(): name for name in known}
    begun = [name for name in names if typed and name.startswith(typed)]
    found = begun if len(begun) == 1 else get_close_matches(typed, names, n=1)
    return names[found[0]] if found else None


def unknown(kind: str, value: str, known: Iterable[str], *, listed: str | None = None, **params: Any) -> Problem:
    """The problem of a word that is not one of the known: its hint names the one that is close, or else lists them."""
    names = list(known)
    near = closest(value, names)
    key = f"unknown-{kind}" if near is None else f"unknown-{kind}.near"
    return Problem(key, value=printable(value), near=near, known=listed or ", ".join(names), **params)
