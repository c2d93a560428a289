"""The command that answers for every row of a file."""

import os
import re
import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from iknctl import annotate as rows
from iknctl.annotate import FORMS, Job
from iknctl.cli.app import Request
from iknctl.cli.completion import complete_column, complete_form
from iknctl.cli.output import Result, Stream, warn
from iknctl.datafile import unreadable
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.messages import message
from iknctl.messages.help import EXAMPLES
from iknctl.when import today

File = Annotated[str | None, typer.Argument(metavar="[FILE]")]
Column = Annotated[str | None, typer.Option("--column", "-c", metavar="NAME", autocompletion=complete_column)]
From = Annotated[str | None, typer.Option("--from", metavar="NAME", autocompletion=complete_form)]
Delimiter = Annotated[str | None, typer.Option("--delimiter", metavar="CHAR")]

_REPORTED = 20  # How many unreadable cells are reported one by one.
_LONG = 20 * 1024 * 1024  # From this size on, a file takes long enough for a bar.


def annotate(
    request: Request, file: File = None, column: Column = None, form: From = None, delimiter: Delimiter = None
) -> Result:
    """The rows of a file as they are, each with its phases; exits 1 when some cells can't be read."""
    example = EXAMPLES["annotate"][0]
    if column is None:
        raise Problem("usage.missing", argument="--column NAME", example=example)
    if file is None and sys.stdin is not None and sys.stdin.isatty():
        raise Problem("usage.missing", argument="FILE", example=example)
    job = _job(request, "-" if file is None else file, column, form, delimiter)
    try:
        stream = Path(file).open("rb") if file not in (None, "-") else open(0, "rb", closefd=False)  # noqa: SIM115
    except (OSError, ValueError) as error:
        raise unreadable(job.file, error) from error
    return _answered(stream, job, request)


def _job(request: Request, file: str, column: str, form: str | None, delimiter: str | None) -> Job:
    chosen = rows.form_of(file) if form is None else form
    if chosen is None:
        raise Problem("usage.ending", file=printable(file), known="|".join(FORMS))
    if chosen not in FORMS:
        raise unknown("format", chosen, FORMS, command="annotate")
    if delimiter is not None and chosen == "jsonl":
        raise Problem("usage.delimiter-jsonl")
    if delimiter == r"\t":
        delimiter = "\t"
    if delimiter is not None and not re.fullmatch(r"[^\"\r\n\ufeff\ud800-\udfff]", delimiter):
        raise Problem("usage.delimiter", value=printable(delimiter))
    return Job(printable(file, 4096), chosen, column, delimiter, request.roadmap, today())


def _answered(stream: BinaryIO, job: Job, request: Request) -> Result:
    """The annotated rows, which are read as they are written, and the reports of cells that cannot be read."""
    # A bar is for somebody who waits at a terminal for a long file and does not see its rows go by.
    size = os.fstat(stream.fileno()).st_size
    seen = os.isatty(2) and not (request.output is None and os.isatty(1)) and os.environ.get("TERM") != "dumb"
    bar = typer.progressbar(length=size, label=job.file, file=sys.stderr, hidden=not seen or size < _LONG)
    count = 0  # of the cells that could not be read, so far

    def say(problem: Problem, place: str) -> None:
        over = "" if bar.hidden else "\r\x1b[K"  # takes away the bar that stands on that line
        warn(f"{over}iknctl: {place}: {getattr(message(problem.key, **problem.params), request.lang)}\n")

    def body() -> Stream:
        nonlocal count
        failure: Problem | None = None
        unread: list[tuple[Problem, int]] = []
        with stream, bar:
            try:
                for piece in rows.annotate(stream, job, unread):
                    yield piece
                    for problem, line in unread[: max(_REPORTED - count, 0)]:
                        say(problem, f"{job.file}:{line}")
                    count += len(unread)
                    unread.clear()
                    if not bar.hidden:
                        bar.update(stream.tell() - bar.pos)
            except (OSError, Problem) as error:
                failure = error if isinstance(error, Problem) else unreadable(job.file, error)
            if count > _REPORTED:
                say(Problem("unread-cells", count=count, told=_REPORTED), job.file)
        if failure:
            raise failure

    return Result(body(), lambda: Exit.EMPTY if count else Exit.ANSWERED, request.output)
