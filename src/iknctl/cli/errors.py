"""From whatever went wrong to one line on standard error or, for scripts, one JSON object."""

import os
import re
import shlex
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import typer

from iknctl.cli.argv import VALUED, language, split
from iknctl.cli.guesses import suggested
from iknctl.cli.output import Result, warn
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.messages import hint, message
from iknctl.model import Text


def report(error: Exception, words: Sequence[str], outcome: Callable[[Sequence[str]], Result]) -> Exit:
    """Say what is wrong, where, and what to do, and return the exit code; `outcome` tries what is to be suggested."""
    try:
        problem = _problem(error, words)
        # In a hint a file is a word of a command: quoted, and whole however long.
        file = problem.at.file if problem.at else problem.params.get("path")
        quoted = {} if file is None else {"file": shlex.quote(printable(str(file), len(str(file))))}
        advice = hint(problem.key, **(problem.params | quoted))
        if problem.exit == Exit.USAGE and (command := suggested(words, problem, outcome)):
            key = "suggestion.example" if problem.key == "usage.missing" else "suggestion"
            advice = message(key, command=command)
        warn(_worded(problem, message(problem.key, **problem.params), advice, words))
    except Exception as worse:  # even a bug in the telling is told in one line
        warn(f"iknctl: a bug in iknctl: {type(worse).__name__}\n")
        return Exit.FAILED
    return problem.exit


def _worded(problem: Problem, said: Text, advice: Text | None, words: Sequence[str]) -> str | bytes:
    """An error as it is written: JSON where the command line asks for it, else a line in its language."""
    at = problem.at and problem.at._replace(file=printable(problem.at.file, len(problem.at.file)))
    asked = [(option.name, option.value) for option in split(words)[1]]
    if any(name == "--json" or (name in ("--format", "-f") and value == "json") for name, value in asked):
        from iknctl.answers.types import ErrorAnswer, ErrorReport, Place
        from iknctl.render import as_json

        place = None if at is None else Place(file=at.file, line=at.line, column=at.column)
        return as_json(ErrorAnswer(error=ErrorReport(code=problem.code, message=said, hint=advice, location=place)))
    lang = language(words)
    # Where only the file is known, the message names it.
    where = "" if at is None or at.line is None else ":".join(str(part) for part in at if part is not None) + ": "
    return f"iknctl: {where}{getattr(said, lang)}{f'; {getattr(advice, lang)}' if advice else ''}\n"


def _problem(error: Exception, words: Sequence[str]) -> Problem:
    """The problem behind an exception: our own, one of Typer's usage errors, or a bug in iknctl."""
    if isinstance(error, Problem):
        return error
    if not isinstance(error, typer.TyperException):
        if os.environ.get("IKNCTL_TRACEBACK"):
            warn(traceback.format_exc())
        key = "internal.memory" if isinstance(error, MemoryError) else "internal"
        return Problem(key, detail=printable(f"{type(error).__name__}: {error}", 200))
    named = next((word for word in words if word in COMMANDS), "")
    command = f"iknctl {named}".strip()
    usage: Any = error
    match type(usage).__name__:  # Typer keeps the classes of its usage errors private
        case "NoSuchOption" if re.fullmatch(r"-\d", usage.option_name):
            from iknctl.grammar import problem

            return problem("sign", next(word for word in words if word.startswith(usage.option_name)), " ".join(words))
        case "NoSuchOption":
            return unknown("option", usage.option_name, usage.possibilities or (), command=command)
        case "BadOptionUsage":
            key = "usage.option-value" if usage.option_name in VALUED else "usage.flag-value"
            return Problem(key, option=printable(usage.option_name), command=command)
        case "MissingParameter" if named:
            argument = message(f"help.metavar.{usage.param.metavar}")
            return Problem("usage.missing", argument=argument, example=COMMANDS[named].examples[0])
    return Problem("usage.other", command=command)
