"""The command that answers for every row of a file."""

import errno
import os
import re
import stat
import sys
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from iknctl import annotate as rows
from iknctl.annotate import FORMS, Form, Job
from iknctl.cli.app import Request
from iknctl.cli.completion import complete_column, complete_form
from iknctl.cli.output import Result, Stream, warn
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Location, Problem, printable, unknown
from iknctl.messages import Lang, message
from iknctl.messages.system import said
from iknctl.when import today

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

_REPORTED = 20  # How many unreadable cells are reported one by one.
_LONG = 20 * 1024 * 1024  # From this size on, a file takes long enough for a bar.


def annotate(
    request: Request, file: File = None, column: Column = None, form: From = None, delimiter: Delimiter = None
) -> Result:
    """Writes the rows of a CSV, TSV or JSON Lines file just as they are, with two columns added: `phases` (3|4, empty
    when there is none) and `overlap` (true when two phases share a year of the cell, else false). A cell is read as
    `iknctl phase` reads a WHEN; where it is empty, - alone, or can't be read, both columns are empty. In JSON Lines
    they are a list and a boolean, or null. Exits 1 when some cells can't be read, and reports the first of them."""
    example = COMMANDS["annotate"].examples[0]
    if column is None:
        raise Problem("usage.missing", argument="--column NAME", example=example)
    if file is None and sys.stdin is not None and sys.stdin.isatty():
        raise Problem("usage.missing", argument="FILE", example=example)
    name = "-" if file is None else file
    chosen = _form(name, form)
    job = Job(printable(name, 4096), chosen, column, _delimiter(delimiter, chosen), request.roadmap, today())
    stream = _opened(name)
    unread = 0

    def body() -> Stream:
        nonlocal unread
        failure: Problem | None = None
        with stream, _bar(job.file, stream, request.output) as bar:
            say = partial(_say, file=job.file, lang=request.lang, over="\r\x1b[K" if bar else "")
            try:
                for chunk in rows.annotate(stream, job):
                    yield chunk.body
                    say(*chunk.unread[: max(_REPORTED - unread, 0)])
                    unread += len(chunk.unread)
                    if bar:  # the stream is closed once it has been read
                        bar.update((bar.length if stream.closed else stream.tell()) - bar.pos)
            except OSError as error:
                failure = _unreadable(job.file, error)
            except Problem as problem:
                failure = problem
            if unread > _REPORTED:
                say(Problem("unread-cells", count=unread, told=_REPORTED))
        if failure:
            raise failure

    return Result(body(), lambda: Exit.EMPTY if unread else Exit.ANSWERED, request.output)


def _say(*problems: Problem, file: str, lang: Lang, over: str) -> None:
    """Reports problems, each on a line of its own; `over` takes away a bar that stands on that line."""
    for problem in problems:
        where = f"{file}:{problem.at.line}" if problem.at else file
        warn(f"{over}iknctl: {where}: {getattr(message(problem.key, **problem.params), lang)}\n")


def _form(name: str, chosen: str | None) -> Form:
    if chosen is None:
        form = rows.form_of(name)
        if form is None:
            raise Problem("usage.ending", file=printable(name), known="|".join(FORMS))
        return form
    if chosen not in FORMS:
        raise unknown("format", chosen, FORMS, command="annotate")
    return chosen


def _delimiter(chosen: str | None, form: Form) -> str | None:
    if chosen is None:
        return None
    if form == "jsonl":
        raise Problem("usage.delimiter-jsonl")
    delimiter = "\t" if chosen == r"\t" else chosen
    if not re.fullmatch(r"[^\"\r\n\ufeff\ud800-\udfff]", delimiter):
        raise Problem("usage.delimiter", value=printable(chosen))
    return delimiter


def _opened(name: str) -> BinaryIO:
    if name == "-" and sys.stdin is None:  # another file may have its number by now
        raise Problem("unreadable-file.closed", at=Location(name))
    try:
        return open(0, "rb", closefd=False) if name == "-" else Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: OSError | ValueError) -> Problem:
    match error:
        case FileNotFoundError() | NotADirectoryError() | ValueError():  # of which the last is for a NUL in the path
            reason = "missing"
        case PermissionError():
            reason = "permission"
        case IsADirectoryError():
            reason = "directory"
        case _:
            reason = "closed" if error.errno == errno.EBADF else "other"
    detail = said(error) if isinstance(error, OSError) else None
    return Problem(f"unreadable-file.{reason}", at=Location(name), file=printable(name), detail=detail)


def _bar(name: str, stream: BinaryIO, to: str | None) -> AbstractContextManager[Any]:
    """A bar, when somebody waits at a terminal for a long file and does not see its rows go by."""
    of = os.fstat(stream.fileno())
    seen = os.isatty(2) and not (to is None and os.isatty(1)) and os.environ.get("TERM") != "dumb"
    if not seen or not stat.S_ISREG(of.st_mode) or of.st_size < _LONG:
        return nullcontext()
    return typer.progressbar(length=of.st_size, label=name, file=sys.stderr)
