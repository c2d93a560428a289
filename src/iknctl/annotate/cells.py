"""What tables and JSON Lines have in common: the job, the text of a stream, and the answer to a cell."""

import re
from collections.abc import Callable, Collection
from datetime import date
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO, Literal, NamedTuple, TypeAlias

from iknctl import grammar
from iknctl.conflicts import overlaps
from iknctl.errors import Location, Problem, printable, unknown
from iknctl.model import Roadmap
from iknctl.periods import touches
from iknctl.queries import phases_in
from iknctl.when import read_when

Form = Literal["csv", "tsv", "jsonl"]
FORMS: tuple[Form, ...] = ("csv", "tsv", "jsonl")
ADDED = ("phases", "overlap")
MARK = "\ufeff"
LONGEST = 16 * 1024 * 1024  # The most characters of a line or a record: one that never ends must not fill the memory.

_KEPT, _SHORT = 16_384, 100  # How many cells are remembered, and up to which length: long ones could fill the memory.
_COMPARED, _LISTED = 200, 20  # How many column names a mistyped one is compared with, and how many are shown.
# What may stand behind 2031-06-15. It changes nothing, so a million of them need not be read one by one.
_TIME = re.compile(grammar.TIME, grammar.FLAGS)

Answer: TypeAlias = tuple[str, Problem | None]
"""What is added to a record, and why its cell could not be read, None if it could."""
Unread: TypeAlias = list[tuple[Problem, int]]
"""Why cells could not be read, and the lines of their records."""


class Job(NamedTuple):
    """What to do with which rows; `file` is what errors call them. Without a delimiter it is found in the rows."""

    file: str
    form: Form
    column: str
    delimiter: str | None
    roadmap: Roadmap
    today: date


def decoded(stream: BinaryIO, form: Form) -> TextIOWrapper:
    """The text of a stream, line ends as they are. Only in tables does a carriage return end a line. Bytes that are
    not UTF-8 become surrogates, which `refuse_bytes` finds."""
    newline = "\n" if form == "jsonl" else ""
    return TextIOWrapper(stream, encoding="utf-8", errors="surrogateescape", newline=newline)


def line_ends(text: str) -> int:
    """How many lines end in a text."""
    return len(re.findall(r"\r\n?|\n", text))


def refuse_utf_16(start: str, file: str) -> None:
    """Raises Problem where a file that begins so looks like UTF-16."""
    mark = start.startswith(("\udcff\udcfe", "\udcfe\udcff"))
    if mark or (len(start) > 4 and start.count("\0") * 5 > len(start) * 2):
        encoding = "UTF-16" if mark else "UTF-16BE" if start[0] == "\0" else "UTF-16LE"
        raise Problem("invalid-rows.utf-16", at=Location(file, 1), encoding=encoding)


def refuse_bytes(text: str, file: str, line: int) -> None:
    """Raises Problem where a text that begins on that line is not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        at = Location(file, line + line_ends(text[: error.start]))
        raise Problem("invalid-rows.not-utf-8", at=at) from error


class Answers(dict[str, Answer]):
    """The answer to each cell, found when it is first looked up; so many are kept that the memory stays small.

    `write` puts together what is added: the numbers of the phases that a cell touches, and `true` or `false` for
    whether it touches years that two of them share; neither where it can't be read, is blank, or is a hyphen alone.
    """

    def __init__(self, job: Job, write: Callable[[list[str], str], str]) -> None:
        self._job, self._write, self._shared = job, write, overlaps(job.roadmap)

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
            return self._write([], ""), None
        try:
            asked = read_when(cell, self._job.today)
        except Problem as problem:
            return self._write([], ""), problem.with_traceback(None)  # which would keep its frames in the memory
        start, end = asked.start.year, asked.end.year
        numbers = [str(phase.number) for phase in phases_in(self._job.roadmap, start, end)]
        overlap = any(touches(period, start, end) for period in self._shared)
        return self._write(numbers, "true" if overlap else "false"), None


def refuse_added(names: Collection[str], at: Location) -> None:
    """Raises Problem when one of the columns to be added is there already."""
    for added in ADDED:
        if added in names:
            raise Problem("invalid-rows.taken", at=at, column=added)


def unknown_column(column: str, names: Collection[str], at: Location) -> Problem:
    """The problem of a column that is not among the names: its hint has the one that is close, or else lists them."""
    if not names:
        return Problem("unknown-column.none", at=at, value=printable(column))
    listed = [f'"{printable(name)}"' for name in islice(names, _LISTED)] + ["…"] * (len(names) > _LISTED)
    typeable = [name for name in islice(names, _COMPARED) if name == printable(name)]
    return unknown("column", column, typeable, listed=", ".join(listed), at=at)
