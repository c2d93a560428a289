"""From whatever went wrong to one line on standard error or, for scripts, one JSON object.

A command line that is wrong gets a hint of what may have been meant: others like it, each tried before it is suggested.
"""

import os
import re
import shlex
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import Any

import typer
from msgspec.structs import astuple, replace

from iknctl.cli.argv import ALONE, FLAGS, VALUED, language, split
from iknctl.cli.output import Result, as_json, warn
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, closest, printable, unknown
from iknctl.messages import hint, message
from iknctl.messages.help import EXAMPLES
from iknctl.messages.other_names import FILLERS, OTHER_NAMES, OTHER_OPTIONS
from iknctl.model import Text

_SECONDS, _LONGEST = 1.0, 1000  # How long guesses are tried, and up to how many characters of words.
_COMMANDS_BY_NAME = {name: line.split("|") for line, names in OTHER_NAMES.items() for name in names.split()}
_COMMANDS_BY_NAME |= {name: [name] for name in COMMANDS}
_VALUED = VALUED | {option for option, meant in OTHER_OPTIONS.items() if meant == "" or meant in VALUED}
# For these, a command line with fewer words is tried too.
_SURPLUS = ("unknown-command", "unknown-option", "unknown-source", "usage.extra")
_GUESSED = (*_SURPLUS, "unknown-phase", "unknown-roadmap", "unknown-shape", "invalid-when")


def report(error: Exception, words: Sequence[str], outcome: Callable[[Sequence[str]], Result]) -> Exit:
    """Say what is wrong, where, and what to do, and return the exit code; `outcome` tries what is to be suggested."""
    try:
        problem = _problem(error, words)
        # In a hint a file is a word of a command: quoted, and whole however long.
        file = problem.at.file if problem.at else problem.params.get("path")
        quoted = {} if file is None else {"file": shlex.quote(printable(str(file), len(str(file))))}
        advice = hint(problem.key, **(problem.params | quoted))
        if problem.exit == Exit.USAGE and (command := suggested(words, problem, outcome)):
            key = "suggestion.example" if problem.key in ("usage.missing", "usage.no-command") else "suggestion"
            advice = message(key, command=command)
        warn(_worded(problem, message(problem.key, **problem.params), advice, words))
    except Exception as worse:  # even a bug in the reporting is reported in one line
        warn(f"iknctl: a bug in iknctl: {type(worse).__name__}\n")
        return Exit.FAILED
    return problem.exit


def _worded(problem: Problem, said: Text, advice: Text | None, words: Sequence[str]) -> str | bytes:
    """An error as it is written: JSON where the command line asks for it, else a line in its language."""
    at = problem.at and replace(problem.at, file=printable(problem.at.file, len(problem.at.file)))
    asked = [(name, value) for name, value, _ in split(words)[1]]
    if any(name == "--json" or (name in ("--format", "-f") and value == "json") for name, value in asked):
        from iknctl.answers.types import ErrorAnswer, ErrorReport

        return as_json(ErrorAnswer(error=ErrorReport(code=problem.code, message=said, hint=advice, location=at)))
    lang = language(words)
    # Where only the file is known, the message names it.
    place = [str(part) for part in astuple(at) if part is not None] if at and at.line else []
    where = f"{':'.join(place)}: " if place else ""
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
            return Problem("usage.missing", argument=argument, example=EXAMPLES[named][0])
    return Problem("usage.other", command=command)


def suggested(words: Sequence[str], problem: Problem, outcome: Callable[[Sequence[str]], Result]) -> str | None:
    """The first command line like these words that answers, quoted for a shell; None when none does.

    It repeats the options, so it asks the same data file. `outcome` carries out a command line and writes nothing.
    """
    if sum(map(len, words)) > _LONGEST or problem.key == "invalid-when.empty":
        return None
    until = monotonic() + _SECONDS
    tried = [list(words), []]
    for guess in _guesses(words, problem):
        if guess in tried or monotonic() > until or not "".join(guess).isprintable():
            continue  # what is not printable could not be shown as it is to be typed
        tried.append(guess)
        try:
            result = outcome(guess)
        except Exception:  # whatever is wrong with it, it is not suggested
            continue
        # A search that finds nothing is no good guess, but a year outside every phase is still a year.
        if result.exit == Exit.ANSWERED or guess[0] in ("phase", "annotate", "check"):
            return shlex.join(["iknctl", *guess])
    return None


def _guesses(words: Sequence[str], problem: Problem) -> Iterator[list[str]]:
    """Command lines that may be meant, the likeliest first."""
    wrong, near = str(problem.params.get("value")), problem.params.get("near")
    if near and _meaning("", wrong, "") is None:
        yield [str(near) if word == wrong else word.replace(f"={wrong}", f"={near}") for word in words]
    plain, kept = _translated(words, wrong)
    lines: Iterable[list[str]] = ()
    if problem.key == "usage.missing" and plain == ["show"]:
        lines = [shlex.split(str(problem.params["example"]))[1:], ["phases"]]
    elif problem.key == "usage.no-command":
        lines = [["phase", "2031"]]
    elif problem.key.startswith(_GUESSED):
        lines = _lines(plain, surplus=problem.key.startswith(_SURPLUS))
    yield from (line + kept for line in lines if "--roadmap" not in line or "--roadmap" not in kept)


def _translated(words: Sequence[str], wrong: str) -> tuple[list[str], list[str]]:
    """The plain words and the options of a command line, with what its options stand for."""
    plain, options = split(words, _VALUED)
    kept: list[str] = []
    for name, value, written in options:
        meant = _meaning(plain[0] if plain else "", name, wrong)
        values = [] if value is None else [value]
        if value == wrong:
            plain = [wrong]
        elif meant in (name, None):  # an unknown one stays, or the question would be another
            kept += written
        elif meant == "":
            plain += values
        else:
            other = meant.split()
            if not meant.startswith("-"):
                plain[:1] = [other.pop(0)]
            kept += [*other, *values]
    return plain, kept


def _meaning(command: str, name: str, wrong: str) -> str | None:
    """What an option stands for in a command: itself, other words, or its value alone (''); None if not known."""
    known = "" if name == wrong else name
    meant = OTHER_OPTIONS.get(name, known if name in VALUED | FLAGS | ALONE else None)
    return OTHER_OPTIONS.get(f"{command} {name}", OTHER_OPTIONS.get(f"{command} {meant}", meant))


def _lines(plain: list[str], *, surplus: bool) -> Iterator[list[str]]:
    """What plain words may mean: the first of them may be no more than a verb, and with `surplus` some are left out."""
    bare = [*plain[:1], *(word for word in plain[1:] if word.casefold() not in FILLERS)]
    for words in (plain, bare, plain[1:], bare[1:]):
        yield from _readings(words)
    if plain and (near := closest(plain[0], _COMMANDS_BY_NAME)):
        yield from _readings([near, *plain[1:]])
    is_named = bool(plain) and plain[0].casefold() in _COMMANDS_BY_NAME
    text = plain[1:] if is_named else plain
    if "".join(text).strip() and not any(char.isdigit() for char in "".join(text)):
        yield ["goals", *text]
    if surplus and is_named and "." not in "".join(plain):  # the name of a file is not left out
        yield from (*_readings(plain[:2]), *_readings(plain[:1]))


def _readings(words: list[str]) -> Iterator[list[str]]:
    """What these words may mean: a command by any of its names, a time, a roadmap, a phase, a source or a kind."""
    yield words
    if words:
        yield ["phase", *words]
        yield from ([*command.split(), *words[1:]] for command in _COMMANDS_BY_NAME.get(words[0].casefold(), ()))
        yield [*words[:-1], "--roadmap", words[-1]]
        yield from ([*command.split(), *words] for command in ("show", "about", "sources", "milestones --kind"))
