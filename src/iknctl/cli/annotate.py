"""The command that answers for every row of a file."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from iknctl import annotate as rows
from iknctl.annotate import FORMS, Chunk, Form, Job, Unread
from iknctl.cli.app import Request
from iknctl.cli.completion import complete_column, complete_form
from iknctl.cli.output import Result, Stream, warn
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Location, Problem, printable, unknown
from iknctl.messages import Lang, message
from iknctl.messages.system import said
from iknctl.when import read_when, today

if TYPE_CHECKING:  # rich is for the few runs that draw a bar
    from iknctl.render.progress import Bar

File = Annotated[str | None, typer.Argument(metavar="[FILE]", help="Standard input if left out or -.")]
Column = Annotated[
    str | None,
    typer.Option(
        "--column", "-c", metavar="NAME", help="The column to read; required.", autocompletion=complete_column
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="NAME",
        help=f"One of {', '.join(FORMS)}; by the file's ending, or csv, if left out.",
        autocompletion=complete_form,
    ),
]
Delimiter = Annotated[
    str | None,
    typer.Option("--delimiter", metavar="CHAR", help="What parts the cells; found out in CSV, a tab in TSV."),
]

_STDIN = "-"
_TOLD = 20  # How many unreadable cells are reported one by one.
_LONG = 20 * 1024 * 1024  # From this size on, a file takes long enough for a bar.


def annotate(
    request: Request, file: File = None, column: Column = None, form: From = None, delimiter: Delimiter = None
) -> Result:
    """Writes the rows of a CSV, TSV or JSON Lines file just as they are, with two columns added: `phases` (3|4, empty
    when there is none) and `overlap` (true when two phases share a year of the cell, else false). A cell is read as
    `iknctl phase` reads a WHEN; where it is empty or can't be read, both columns are empty. In JSON Lines they are a
    list and a boolean, or null. Exits 1 when some cells can't be read, and reports the first of them."""
    if column is None:
        raise Problem("usage.missing", argument="--column NAME", example=COMMANDS["annotate"].examples[0])
    if file is None and sys.stdin is not None and sys.stdin.isatty():
        raise Problem("usage.missing", argument="FILE", example=COMMANDS["annotate"].examples[0])
    name = _STDIN if file is None else file
    chosen = _form(name, form)
    job = Job(printable(name, 4096), chosen, column, _delimiter(delimiter, chosen), request.roadmap, today())
    stream = _opened(name)
    run = _Run(job, stream, request.lang, _bar(name, stream, request.output))
    return Result(run.body(), run.exit, request.output)


class _Run:
    """The rows on their way: what is written, and what is said of them meanwhile and at the end."""

    def __init__(self, job: Job, stream: BinaryIO, lang: Lang, bar: "Bar | None") -> None:
        self._job = job
        self._stream = stream
        self._lang: Lang = lang
        self._bar = bar
        self._unread = 0

    def body(self) -> Stream:
        with self._stream, self._bar.drawn() if self._bar else nullcontext():
            try:
                for chunk in self._chunks():
                    yield chunk.body
                    self._report(chunk.unread)
                    if self._bar and not self._stream.closed:
                        self._bar.reach(self._stream.tell())
            except Problem:
                self._conclude()
                raise
            self._conclude()

    def exit(self) -> Exit:
        return Exit.EMPTY if self._unread else Exit.ANSWERED

    def _chunks(self) -> Iterator[Chunk]:
        try:
            yield from rows.annotate(self._stream, self._job)
        except OSError as error:
            raise _unreadable(self._job.file, error) from error

    def _report(self, unread: Sequence[Unread]) -> None:
        for line, cell in unread[: max(_TOLD - self._unread, 0)]:
            try:
                read_when(cell, self._job.today)
            except Problem as problem:
                self._say(f"{self._job.file}:{line}", problem.key, **problem.params)
        self._unread += len(unread)

    def _conclude(self) -> None:
        if self._unread > _TOLD:
            self._say(self._job.file, "unread-cells", count=self._unread, told=_TOLD)

    def _say(self, where: str, key: str, **params: object) -> None:
        line = f"iknctl: {where}: {getattr(message(key, **params), self._lang)}"
        if self._bar:
            self._bar.say(line)
        else:
            warn(f"{line}\n")


def _form(name: str, chosen: str | None) -> Form:
    if chosen is None:
        form = "csv" if name == _STDIN else rows.form_of(name)
        if form is None:
            raise Problem("usage.ending", file=printable(name), known="|".join(FORMS))
        return form
    if chosen not in FORMS:
        raise unknown("format", chosen, FORMS, command="annotate")
    return chosen


def _delimiter(chosen: str | None, form: Form) -> str | None:
    """The one that is chosen, a tab also as a shell lets it be typed."""
    if chosen is None:
        return None
    if form == "jsonl":
        raise Problem("usage.delimiter-jsonl")
    delimiter = "\t" if chosen == r"\t" else chosen
    if len(delimiter) != 1 or delimiter in '"\r\n\ufeff':
        raise Problem("usage.delimiter", value=printable(chosen))
    return delimiter


def _opened(name: str) -> BinaryIO:
    try:
        return open(0, "rb", closefd=False) if name == _STDIN else Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


_REASONS: dict[type[Exception], str] = {
    FileNotFoundError: "missing",
    NotADirectoryError: "missing",
    ValueError: "missing",  # a NUL in the path
    PermissionError: "permission",
    IsADirectoryError: "directory",
}


def _unreadable(name: str, error: Exception) -> Problem:
    reason, detail = _REASONS.get(type(error), "other"), said(error) if isinstance(error, OSError) else None
    return Problem(f"unreadable-file.{reason}", at=Location(name), file=printable(name), detail=detail)


def _bar(name: str, stream: BinaryIO, to: str | None) -> "Bar | None":
    """A bar, when somebody waits at a terminal for a long file and does not see its rows go by."""
    of = os.fstat(stream.fileno())
    seen = os.isatty(2) and not (to is None and os.isatty(1)) and os.environ.get("TERM") != "dumb"
    if not seen or not stat.S_ISREG(of.st_mode) or of.st_size < _LONG:
        return None
    from iknctl.render.progress import Bar

    return Bar(printable(name), of.st_size)
