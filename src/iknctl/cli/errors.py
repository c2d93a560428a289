"""From whatever went wrong to one line on standard error or, for scripts, one JSON object."""

import os
import re
import shlex
import traceback
from collections.abc import Callable, Sequence
from typing import NamedTuple

import typer

from iknctl.cli.argv import VALUED, split
from iknctl.cli.guesses import suggested
from iknctl.cli.output import Result, chosen_language, warn
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, printable
from iknctl.messages import Lang, Pair, hint, message
from iknctl.messages.other_names import OTHER_OPTIONS
from iknctl.model import Text


class Manner(NamedTuple):
    """How to say that something is wrong, read off the words of a command that may not even parse."""

    json: bool
    lang: Lang


def manner(words: Sequence[str]) -> Manner:
    """Whether JSON is asked for, and in which language a person reads."""
    line = split(words)
    json = line.last("--format", "-f") == "json" or any(option.name == "--json" for option in line.options)
    try:
        return Manner(json, chosen_language(line.last("--lang") or os.environ.get("IKNCTL_LANG") or None))
    except Problem:
        return Manner(json, chosen_language(None))


def report(error: Exception, words: Sequence[str], outcome: Callable[[Sequence[str]], Result]) -> Exit:
    """Say what is wrong, where, and what to do, and return the exit code; `outcome` tries what is to be suggested."""
    try:
        problem = _problem(error, words)
        advice = hint(problem.key, **_quoted(problem))
        if problem.exit == Exit.USAGE and (command := suggested(words, problem, outcome)):
            advice = message(_suggestion(problem, command), command=command)
        _tell(problem, message(problem.key, **problem.params), advice, manner(words))
    except Exception as worse:  # even a bug in the telling is told in one line
        warn(f"iknctl: a bug in iknctl: {type(worse).__name__}\n")
        return Exit.FAILED
    return problem.exit


def _problem(error: Exception, words: Sequence[str]) -> Problem:
    """The problem behind an exception: our own, one of Typer's usage errors, or a bug in iknctl."""
    if isinstance(error, Problem):
        return error
    if not isinstance(error, typer.TyperException):
        if os.environ.get("IKNCTL_TRACEBACK"):
            warn(traceback.format_exc())
        key = "internal.memory" if isinstance(error, MemoryError) else "internal"
        return Problem(key, detail=printable(f"{type(error).__name__}: {error}", 200))
    # Typer keeps the classes of its usage errors private, so they are told apart by name.
    context = getattr(error, "ctx", None)
    named = next((word for word in words if word in COMMANDS), None)
    command = " ".join(filter(None, ["iknctl", named]))
    option = str(getattr(error, "option_name", ""))
    match type(error).__name__:
        case "NoSuchOption" if re.fullmatch(r"-\d", option):
            from iknctl.grammar import problem

            return problem("sign", next(word for word in words if word.startswith(option)), " ".join(words))
        case "NoSuchOption":
            close = next(iter(getattr(error, "possibilities", None) or ()), None)
            key = "unknown-option" if close is None else "unknown-option.near"
            return Problem(key, value=printable(option), near=close, command=command)
        case "BadOptionUsage":
            key = "usage.option-value" if option in VALUED else "usage.flag-value"
            return Problem(key, option=printable(option), command=command)
        case "MissingParameter" if context and context.info_name in COMMANDS:
            metavar = str(getattr(getattr(error, "param", None), "metavar", None) or "?").strip("[].")
            example = COMMANDS[context.info_name].examples[0]
            word = message(f"help.metavar.{metavar}")
            return Problem("usage.missing", argument=Pair(word.en, word.id), example=example)
    return Problem("usage.other", command=command)


def _quoted(problem: Problem) -> dict[str, object]:
    """The parameters of a hint, in which a file is a word of a command and whole, however long."""
    file = problem.at.file if problem.at else problem.params.get("path")
    return (
        problem.params
        if file is None
        else {**problem.params, "file": shlex.quote(printable(str(file), len(str(file))))}
    )


def _suggestion(problem: Problem, command: str) -> str:
    """How a command is suggested: as an example, as a list, as the same without an option, or as what was meant."""
    if problem.key == "usage.missing":
        return "suggestion.example"
    if problem.code == "unknown-source" and command.split()[1:2] == ["sources"]:
        return "suggestion.list"
    value = problem.params.get("value")
    if problem.code == "unknown-option" and OTHER_OPTIONS.get(str(value), "" if value in VALUED else None) == "":
        return "suggestion.option"
    return "suggestion"


def _tell(problem: Problem, said: Text, advice: Text | None, how: Manner) -> None:
    at = problem.at and problem.at._replace(file=printable(problem.at.file, len(problem.at.file)))
    if how.json:
        from iknctl.answers.types import ErrorAnswer, ErrorReport, Place
        from iknctl.render import json

        place = None if at is None else Place(file=at.file, line=at.line, column=at.column)
        warn(json.render(ErrorAnswer(error=ErrorReport(code=problem.code, message=said, hint=advice, location=place))))
    else:
        # Where only the file is known, the message names it.
        where = "" if at is None or at.line is None else ":".join(str(part) for part in at if part is not None) + ": "
        sentence = getattr(said, how.lang) + (f"; {getattr(advice, how.lang)}" if advice else "")
        warn(f"iknctl: {where}{sentence}\n")
