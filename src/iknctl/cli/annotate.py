"""The command that answers for every row of a file."""

import errno
import os
import re
import sys
from pathlib import Path
from typing import Annotated

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
    name = "-" if file is None else file
    return _answered(name, _job(request, name, column, form, delimiter), request)


def _job(request: Request, file: str, column: str, form: str | None, delimiter: str | None) -> Job:
    chosen = rows.form_of(file) if form is None else form
    if chosen is None:
        raise Problem("usage.ending", file=printable(file), known="|".join(FORMS))
    if chosen not in FORMS:
        raise unknown("format", chosen, FORMS, command="annotate")
    if delimiter is not None and chosen == "jsonl":
        raise Problem("usage.delimiter-jsonl")
    delimiter = "\t" if delimiter == r"\t" else delimiter
    if delimiter is not None and not re.fullmatch(r"[^\"\r\n\ufeff\ud800-\udfff]", delimiter):
        raise Problem("usage.delimiter", value=printable(delimiter))
    if file != "-" and not Path(file).exists():
        raise unreadable(file, FileNotFoundError(errno.ENOENT, ""))
    return Job(printable(file, 4096), chosen, column, delimiter, request.roadmap, today())


def _answered(name: str, job: Job, request: Request) -> Result:
    """The annotated rows. The file is opened when the first is asked for: a command can be tried without reading it."""
    count = 0  # of the cells that could not be read, so far

    def body() -> Stream:
        nonlocal count
        try:
            stream = open(0, "rb", closefd=False) if name == "-" else Path(name).open("rb")  # noqa: SIM115
        except (OSError, ValueError) as error:
            raise unreadable(job.file, error) from error
        # A bar is for somebody who waits at a terminal for a long file and does not see its rows go by.
        size, dumb = os.fstat(stream.fileno()).st_size, os.environ.get("TERM", "").lower() in ("dumb", "unknown")
        seen = os.isatty(2) and not (request.output is None and os.isatty(1)) and not dumb and size >= _LONG
        bar = typer.progressbar(length=size, label=job.file, file=sys.stderr, hidden=not seen)
        over = "\r\x1b[K" if seen else ""  # takes away the bar that stands on that line

        def say(problem: Problem, place: str) -> None:
            warn(f"{over}iknctl: {place}: {getattr(message(problem.key, **problem.params), request.lang)}\n")

        unread: list[tuple[Problem, int]] = []
        failure: Problem | None = None
        with stream, bar:
            try:
                for piece in rows.annotate(stream, job, unread):
                    yield piece
                    for problem, line in unread[: max(_REPORTED - count, 0)]:
                        say(problem, f"{job.file}:{line}")
                    count += len(unread)
                    unread.clear()
                    if seen:
                        bar.update(stream.tell() - bar.pos)
            except (OSError, Problem) as error:
                failure = error if isinstance(error, Problem) else unreadable(job.file, error)
            if count > _REPORTED:  # of a stream that is left early, the count would be too low
                say(Problem("unread-cells", count=count, told=_REPORTED), job.file)
        if failure:
            raise failure

    return Result(body(), lambda: Exit.EMPTY if count else Exit.ANSWERED, request.output)
