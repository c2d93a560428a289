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
# The times that may stand behind 2031-06-15. They change nothing, so a million of them need not be read one by one.
_TIME = re.compile(
    r"[T ](?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?"
    r"(?: ?(?:Z|UTC|GMT|WIB|WITA|WIT|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?))?",
    re.ASCII,
)

Answer: TypeAlias = tuple[str, Problem | None]
"""What is added to a record, and why its cell could not be read, None if it could."""


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
    """The text as it is. Raises Problem where it is not UTF-8 or, in the first line, looks like UTF-16."""
    mark = text.startswith(("\udcff\udcfe", "\udcfe\udcff"))
    if at.line == 1 and (mark or (len(text) > 4 and text.count("\0") * 5 > len(text) * 2)):
        encoding = "UTF-16" if mark else "UTF-16BE" if text[0] == "\0" else "UTF-16LE"
        raise Problem("invalid-rows.utf-16", at=at, encoding=encoding)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = (at.line or 1) + line_ends(text[: error.start])
        raise Problem("invalid-rows.not-utf-8", at=at._replace(line=line)) from error
    return text


class Answers(dict[str, Answer]):
    """The answer to each cell, found when it is first looked up; so many are kept that the memory stays small.

    `write` puts into words the phases that a cell touches, and whether it touches years that two of them share.
    `empty` is added where a cell can't be read, is blank, or holds a hyphen alone.
    """

    def __init__(self, job: Job, write: Callable[[list[int], bool], str], empty: str) -> None:
        self._today = job.today
        self._empty = empty
        shared = overlaps(job.roadmap)

        @lru_cache(_KEPT)
        def of_years(start: int, end: int) -> Answer:
            numbers = [phase.number for phase in phases_in(job.roadmap, start, end)]
            return write(numbers, any(touches(overlap, start, end) for overlap in shared)), None

        self._of_years = of_years

    def __missing__(self, cell: str) -> Answer:
        if len(cell) > 10 and cell[4] == cell[7] == "-" and _TIME.fullmatch(cell, 10):
            of_day = self[cell[:10]]
            if of_day[1] is None:
                return of_day
        answer = self._read(cell)
        if len(cell) <= _SHORT:
            if len(self) >= _KEPT:
                self.clear()
            self[cell] = answer
        return answer

    def _read(self, cell: str) -> Answer:
        if cell.strip() in ("", "-"):
            return self._empty, None
        try:
            asked = read_when(cell, self._today)
        except Problem as problem:
            return self._empty, problem.with_traceback(None)  # which would keep its frames in the memory
        return self._of_years(asked.start.year, asked.end.year)


def refuse_added(names: Collection[str], at: Location) -> None:
    """Raises Problem when one of the columns to be added is there already."""
    for added in ADDED:
        if added in names:
            raise Problem("invalid-rows.taken", at=at, column=added)


def unknown_column(column: str, names: Collection[str], at: Location) -> Problem:
    """The problem of a column that is not among the names: its hint has the one that is close, or else lists them."""
    folded = {name.strip().casefold(): name for name in reversed([*islice(names, _COMPARED)])}
    close = closest(column.strip(), folded)
    if close is not None and folded[close] == printable(folded[close]):  # or it could not be typed as it is shown
        return Problem("unknown-column.near", at=at, value=printable(column), near=folded[close])
    listed = [f'"{printable(name)}"' for name in islice(names, _LISTED)]
    known = ", ".join(listed if len(names) <= _LISTED else [*listed, "…"])
    return Problem("unknown-column" if names else "unknown-column.none", at=at, value=printable(column), known=known)
