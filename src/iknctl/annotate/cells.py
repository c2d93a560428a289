"""What tables and JSON Lines have in common: the job, the lines, and the answer to a cell."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO, Literal, NamedTuple, TypeAlias

from iknctl.conflicts import overlaps
from iknctl.errors import Location, Problem, closest, printable
from iknctl.model import Roadmap
from iknctl.periods import touches
from iknctl.queries import phases_in
from iknctl.when import read_when

Form = Literal["csv", "tsv", "jsonl"]
FORMS: tuple[Form, ...] = ("csv", "tsv", "jsonl")
ADDED = ("phases", "overlap")

_KEPT, _SHORT = 16_384, 100  # How many cells are remembered, and up to which length: long ones could fill the memory.
_COMPARED, _LISTED = 200, 20  # How many column names a mistyped one is compared with, and how many are shown.
LONGEST = 16 * 1024 * 1024
"""The characters of a line or a cell, so that a quotation mark or a line that never ends does not fill the memory."""
_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n?|\n")


class Job(NamedTuple):
    """What to do with which rows; `file` is what errors call them, and without a delimiter they show their own."""

    file: str
    form: Form
    column: str
    delimiter: str | None
    roadmap: Roadmap
    today: date


class Answer(NamedTuple):
    """What a cell's days touch."""

    phases: tuple[int, ...]
    overlap: bool


Row: TypeAlias = tuple[str, int, str | None]
"""A record with its answer, the line on which it begins, and its cell if that could not be read.

A plain tuple, as a million of another kind would take longer to make than the rows take to read.
"""


def opened(stream: BinaryIO, form: Form) -> Iterator[str]:
    """The lines with their ends. Bytes that are not UTF-8 become surrogates, so that `decoded` can say where they are;
    only in tables does a carriage return end a line."""
    newline = "\n" if form == "jsonl" else ""
    text = TextIOWrapper(stream, encoding="utf-8", errors="surrogateescape", newline=newline)
    return iter(partial(text.readline, LONGEST), "")


def decoded(text: str, at: Location) -> str:
    """The text as it is. Raises Problem where it is not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        utf_16 = text.startswith(("\udcff\udcfe", "\udcfe\udcff"))
        line = (at.line or 1) + len(_LINE_END.findall(text, 0, error.start))
        raise Problem(
            "invalid-rows.utf-16" if utf_16 else "invalid-rows.not-utf-8", at=at._replace(line=line)
        ) from error
    return text


def unmarked(lines: Iterator[str]) -> tuple[str, Iterator[str]]:
    """The byte order mark, if there is one, and the lines without it."""
    first = next(lines, "")
    mark, rest = (_MARK, first[1:]) if first.startswith(_MARK) else ("", first)
    return mark, chain([rest] if rest else [], lines)


def answering(job: Job, write: Callable[[Answer | None], str]) -> Callable[[str], str | None]:
    """From a cell to its answer as `write` puts it, given None for an empty cell; None if the cell can't be read."""
    shared = overlaps(job.roadmap)

    @lru_cache(_KEPT)
    def of_years(start: int, end: int) -> str:
        numbers = tuple(phase.number for phase in phases_in(job.roadmap, start, end))
        return write(Answer(numbers, any(touches(overlap, start, end) for overlap in shared)))

    def of_cell(cell: str) -> str | None:
        if not cell or cell.isspace():
            return write(None)
        try:
            span = read_when(cell, job.today).span
        except Problem:
            return None
        return of_years(span.start.year, span.end.year)

    remembered = lru_cache(_KEPT)(of_cell)
    return lambda cell: remembered(cell) if len(cell) <= _SHORT else of_cell(cell)


def place(column: str, names: Sequence[str], at: Location) -> int:
    """Where the column stands. Raises Problem when that can't be told, or when the added ones are there already."""
    if column not in names:
        raise _unknown(column, names, at)
    if names.count(column) > 1:
        raise Problem("invalid-rows.ambiguous", at=at, column=printable(column))
    untaken(names, at)
    return names.index(column)


def untaken(names: Sequence[str], at: Location) -> None:
    """Raises Problem when a column to be added is among the names."""
    for added in ADDED:
        if added in names:
            raise Problem("invalid-rows.taken", at=at, column=added)


def _unknown(column: str, names: Sequence[str], at: Location) -> Problem:
    folded = {name.strip().casefold(): name for name in reversed(names[:_COMPARED])}
    close = closest(column.strip(), folded)
    if close is not None:
        return Problem("unknown-column.near", at=at, value=printable(column), near=printable(folded[close]))
    listed = [f'"{printable(name)}"' for name in names[:_LISTED]]
    known = ", ".join(listed if len(names) <= _LISTED else [*listed, "…"])
    return Problem("unknown-column", at=at, value=printable(column), known=known)
