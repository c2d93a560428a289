"""From whatever went wrong to one line on standard error or, for scripts, one JSON object."""

import os
import re
import traceback
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import typer

from iknctl.cli.options import chosen_language, locale_language
from iknctl.cli.output import warn
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, printable
from iknctl.messages import Lang


class Manner(NamedTuple):
    """How to say that something is wrong, read off the words of a command that may not even parse."""

    json: bool
    lang: Lang


def manner(words: Sequence[str]) -> Manner:
    """Whether JSON is asked for, and in which language a person would read the error."""
    plain = _before_dashes(words)
    pairs = _pairs(words)
    json = (
        "--json" in plain or "-fjson" in plain or any(pair in (("--format", "json"), ("-f", "json")) for pair in pairs)
    )
    named = next((value for option, value in pairs if option == "--lang"), os.environ.get("IKNCTL_LANG") or None)
    try:
        return Manner(json, chosen_language(named))
    except Problem:
        return Manner(json, locale_language())


def _before_dashes(words: Sequence[str]) -> list[str]:
    return list(words[: words.index("--")] if "--" in words else words)


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    """Each word with what could be its value: the word behind it, or what follows its sign of equality."""
    plain = _before_dashes(words)
    joined = (word.partition("=") for word in plain if "=" in word)
    return [*pairwise(plain), *((name, value) for name, _, value in joined)]


def told(error: Exception, words: Sequence[str]) -> Exit:
    """Tells what is behind an exception, and returns the exit code."""
    try:
        return report(problem_of(error, words), manner(words))
    except Exception as worse:  # even a fault in the telling is told in one line
        warn(f"iknctl: something went wrong inside iknctl: {type(worse).__name__}\n")
        return Exit.FAILED


def problem_of(error: Exception, words: Sequence[str]) -> Problem:
    """The problem behind an exception: our own, one of Typer's usage errors, or a fault of ours."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, typer.TyperException):
        return _usage(error, words)
    if os.environ.get("IKNCTL_TRACEBACK"):
        warn(traceback.format_exc())
    return Problem("internal", detail=printable(f"{type(error).__name__}: {error}", 200))


_ARGUMENTS = {("about", "--roadmap"), ("check", "--data")}  # what other commands take as an option, these take bare


def _usage(error: typer.TyperException, words: Sequence[str]) -> Problem:
    # Typer keeps the classes of its usage errors private, so they are told apart by name.
    context = getattr(error, "ctx", None)
    command = context.command_path if context else " ".join(["iknctl", *_command(words)])
    option = str(getattr(error, "option_name", ""))
    match type(error).__name__:
        case "NoSuchOption" if re.fullmatch(r"-\d", option):
            text = next(word for word in words if word.startswith(option))
            from iknctl.grammar import problem

            return problem("sign", text, " ".join(words))
        case "NoSuchOption" if (*_command(words), option) in _ARGUMENTS:
            given = next((value for name, value in _pairs(words) if name == option), "NAME")
            example = f"iknctl {_command(words)[0]} {printable(given)}"
            return Problem("unknown-option.argument", value=option, example=example)
        case "NoSuchOption":
            close = next(iter(getattr(error, "possibilities", None) or ()), None)
            key = "unknown-option" if close is None else "unknown-option.near"
            return Problem(key, value=printable(option), near=close, command=command)
        case "BadOptionUsage" if "not take" in str(error):
            return Problem("usage.flag-value", option=printable(option), command=command)
        case "BadOptionUsage":
            return Problem("usage.option-value", option=printable(option), command=command)
        case "MissingParameter" if context:
            missing = getattr(error, "param", None)
            example = COMMANDS[context.info_name].examples[0]
            return Problem("usage.missing", argument=getattr(missing, "metavar", "?"), example=example)
    return Problem("usage.other", detail=printable(error.format_message(), 200), command=command)


def _command(words: Sequence[str]) -> list[str]:
    """The command among the words, as far as it can be told; Typer's parser doesn't say which it was reading for."""
    return [word for word in words if word in COMMANDS][:1]


def report(problem: Problem, how: Manner) -> Exit:
    """Says what is wrong, where, and what to do, and returns the exit code."""
    from iknctl.messages import worded

    message, hint = worded(problem)
    at = problem.at and problem.at._replace(file=printable(problem.at.file, len(problem.at.file)))
    if how.json:
        from iknctl.answers.types import ErrorAnswer, ErrorReport, Place
        from iknctl.render import json

        place = None if at is None else Place(file=at.file, line=at.line, column=at.column)
        warn(json.render(ErrorAnswer(error=ErrorReport(code=problem.code, message=message, hint=hint, location=place))))
    else:
        # Where only the file is known, the message names it.
        where = "" if at is None or at.line is None else ":".join(str(part) for part in at if part is not None) + ": "
        sentence = getattr(message, how.lang) + (f"; {getattr(hint, how.lang)}" if hint else "")
        warn(f"iknctl: {where}{sentence}\n")
    return problem.exit
