"""What is wrong with a data file: faults as codes and parameters at their places, and the findings that word them."""

from collections.abc import Collection, Generator, Mapping
from typing import Literal, NamedTuple, Protocol, TypeVar

from msgspec import Struct

from iknctl import messages
from iknctl.errors import closest, printable
from iknctl.model import Text

Level = Literal["error", "warning", "note"]

FINDINGS = 200  # A hostile file could have millions; nobody reads more than these.
_NAMES, _LETTERS = 200, 60  # Comparing spellings takes time: how many names, and how much of a word, it is spent on.


class Finding(Struct, frozen=True):
    """One thing to tell the keeper of a data file; line and column count from 1, or are null for the whole file."""

    file: str
    line: int | None
    column: int | None
    level: Level
    code: str
    message: Text
    hint: Text | None


class Place(Protocol):
    """Anything that knows where it stands."""

    @property
    def line(self) -> int | None: ...
    @property
    def column(self) -> int | None: ...


class Fault(NamedTuple):
    """A finding before it is worded; what follows a full stop in `key` chooses the wording, not the code."""

    line: int | None
    column: int | None
    key: str
    params: Mapping[str, object]
    level: Level = "error"


T = TypeVar("T")
Finds = Generator[Fault, None, T]
"""A reading that yields each fault as it meets it, and returns what it made of the rest."""


def fault(at: Place, key: str, level: Level = "error", /, **params: object) -> Fault:
    """A fault at a node of the tree."""
    return Fault(at.line, at.column, key, params, level)


def misspelt(at: Place, key: str, value: str, known: Collection[str], /, **params: object) -> Fault:
    """The fault of a word that is not one of the known; worded as `key.near` when one of them is close."""
    close = closest(value[:_LETTERS], known) if len(known) <= _NAMES else None
    return fault(at, key if close is None else f"{key}.near", value=value, near=close, **params)


def collect(reading: Finds[T]) -> tuple[list[Fault], T | None]:
    """The faults of a reading and what it returned, or None when it was cut short for having too many."""
    faults: list[Fault] = []
    while len(faults) < FINDINGS:
        try:
            faults.append(next(reading))
        except StopIteration as end:
            return faults, end.value
    return faults, None


def worded(faults: list[Fault], file: str) -> tuple[Finding, ...]:
    """Findings in the order of the file, and a last one when the reading was cut short."""
    ordered = sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0))
    if len(ordered) == FINDINGS:
        last = ordered[-1]
        ordered.append(Fault(last.line, last.column, "too-many", {"count": FINDINGS}, last.level))
    return tuple(_finding(fault, file) for fault in ordered)


def _finding(fault: Fault, file: str) -> Finding:
    params = {name: printable(value) if isinstance(value, str) else value for name, value in fault.params.items()}
    key = f"finding.{fault.key}"
    return Finding(
        file=file,
        line=fault.line,
        column=fault.column,
        level=fault.level,
        code=fault.key.partition(".")[0],
        message=messages.message(key, **params),
        hint=messages.hint(key, **params),
    )
