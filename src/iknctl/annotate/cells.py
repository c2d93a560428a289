"""What tables and JSON Lines have in common: the job, the lines of a stream, and the answer to a cell."""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import lru_cache, partial
from io import TextIOWrapper
from itertools import islice
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
MARK = "\ufeff"
LONGEST = 16 * 1024 * 1024
"""The most characters of a line or a record, so that one that never ends does not fill the memory."""

_KEPT, _SHORT = 16_384, 100  # How many cells are remembered, and up to which length: long ones could fill the memory.
_COMPARED, _LISTED = 200, 20  # How many column names a mistyped one is compared with, and how many are shown.
# A day as nearly every export writes it, with a time; its first ten characters have the same answer.
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?"
_ZONE = r"(?:Z|UTC|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)"
_TIMED_DAY = re.compile(rf"\d{{4}}-\d\d-\d\d[T ]{_TIME}(?: ?{_ZONE})?", re.ASCII)

Row: TypeAlias = tuple[str, int, Problem | None]
"""A record with its answer, the line on which it begins, and why its cell could not be read, None if it could.

A plain tuple, as a million named ones would take longer to make than the rows take to read.
"""


class Job(NamedTuple):
    """What to do with which rows; `file` is what errors call them. Without a delimiter it is found in the rows."""

    file: str
    form: Form
    column: str
    delimiter: str | None
    roadmap: Roadmap
    today: date


def lines_of(stream: BinaryIO, form: Form) -> Iterator[str]:
    """The lines with their ends, in pieces of at most LONGEST characters. Only in tables does a carriage return end a
    line. Bytes that are not UTF-8 become surrogates, which `checked` finds."""
    newline = "\n" if form == "jsonl" else ""
    text = TextIOWrapper(stream, encoding="utf-8", errors="surrogateescape", newline=newline)
    return iter(partial(text.readline, LONGEST), "")


def line_ends(text: str) -> int:
    """How many lines end in a text."""
    return len(re.findall(r"\r\n?|\n", text))


def checked(text: str, at: Location) -> str:
    """The text as it is. Raises Problem where it is not UTF-8 or, at the first line, looks like UTF-16."""
    mark = text.startswith(("\udcff\udcfe", "\udcfe\udcff"))
    if mark or (at.line == 1 and len(text) > 4 and text.count("\0") * 5 > len(text) * 2):
        encoding = "UTF-16" if mark else "UTF-16BE" if text[0] == "\0" else "UTF-16LE"
        raise Problem("invalid-rows.utf-16", at=at, encoding=encoding)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = (at.line or 1) + line_ends(text[: error.start])
        raise Problem("invalid-rows.not-utf-8", at=at._replace(line=line)) from error
    return text


def answering(
    job: Job, write: Callable[[list[int], bool], str], empty: str
) -> Callable[[str], tuple[str, Problem | None]]:
    """A function from a cell to what is added to its record, and the reason why the cell can't be read, if so.

    `write` puts into words the phases that the cell touches, and whether it touches years that two of them share.
    `empty` is added where the cell can't be read, is blank, or holds a hyphen alone.
    """
    shared = overlaps(job.roadmap)

    @lru_cache(_KEPT)
    def of_years(start: int, end: int) -> str:
        numbers = [phase.number for phase in phases_in(job.roadmap, start, end)]
        return write(numbers, any(touches(overlap, start, end) for overlap in shared))

    def of_cell(cell: str) -> tuple[str, Problem | None]:
        if cell.strip() in ("", "-"):
            return empty, None
        try:
            span = read_when(cell, job.today).span
        except Problem as problem:
            return empty, problem.with_traceback(None)  # which would keep its frames in the memory
        return of_years(span.start.year, span.end.year), None

    remembered = lru_cache(_KEPT)(of_cell)

    def answered(cell: str) -> tuple[str, Problem | None]:
        if len(cell) > 10 and _TIMED_DAY.fullmatch(cell):
            of_day = remembered(cell[:10])
            if of_day[1] is None:
                return of_day
        return remembered(cell) if len(cell) <= _SHORT else of_cell(cell)

    return answered


def refuse_added(names: Collection[str], at: Location) -> None:
    """Raises Problem when one of the columns to be added is there already."""
    for added in ADDED:
        if added in names:
            raise Problem("invalid-rows.taken", at=at, column=added)


def unknown_column(column: str, names: Collection[str], at: Location) -> Problem:
    """The problem of a column that is not among the names: its hint has the one that is close, or else lists them."""
    folded = {name.strip().casefold(): name for name in reversed([*islice(names, _COMPARED)])}
    close = closest(column.strip(), folded)
    if close is not None:
        return Problem("unknown-column.near", at=at, value=printable(column), near=printable(folded[close]))
    listed = [f'"{printable(name)}"' for name in islice(names, _LISTED)]
    known = ", ".join(listed if len(names) <= _LISTED else [*listed, "…"])
    return Problem("unknown-column" if names else "unknown-column.none", at=at, value=printable(column), known=known)
