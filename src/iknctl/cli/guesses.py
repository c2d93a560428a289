"""What somebody may have meant by a command line that is wrong: others like it, each tried before it is suggested."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from iknctl.cli.argv import ALONE, FLAGS, VALUED, split
from iknctl.cli.output import Result
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, closest
from iknctl.messages.other_names import FILLERS, INSTEAD, OTHER_NAMES, OTHER_OPTIONS

_SECONDS = 1.0  # a large data file is read anew for each guess
_LONGEST = 1000
_QUESTIONS = ("phase", "show", "about", "sources", "milestones --kind")
_NAMES = {name: line.split("|") for line, names in OTHER_NAMES.items() for name in names.split()}
_VALUES = ("unknown-phase", "unknown-roadmap", "unknown-source")
_GUESSED = (
    *_VALUES,
    "unknown-shape",
    "unknown-command",
    "unknown-option",
    "invalid-when",
    "usage.extra",
    "usage.missing",
)


def suggested(words: Sequence[str], problem: Problem, outcome: Callable[[Sequence[str]], Result]) -> str | None:
    """The first command line like these words that answers, quoted for a shell; None when none does.

    It repeats the options, so it asks the same data file. `outcome` carries out a command line and writes nothing.
    """
    if sum(map(len, words)) > _LONGEST or not "".join(words).isprintable():
        return None
    until = monotonic() + _SECONDS
    tried = [list(words)]
    for guess in _guesses(words, problem):
        if guess in tried or monotonic() > until:
            continue
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
    if near and problem.code != "unknown-option":
        yield [str(near) if word == wrong else word.replace(f"={wrong}", f"={near}") for word in words]
    if not problem.key.startswith(_GUESSED):
        return
    meant = {**({wrong: str(near)} if near else {}), **dict.fromkeys(VALUED, ""), **OTHER_OPTIONS}
    line = split(words, {option for option, other in meant.items() if other == "" or other in VALUED})
    command, *rest = line.plain if line.plain and line.plain[0] in COMMANDS else ["", *line.plain]
    instead = INSTEAD.get(f"{command} {meant.get(wrong) or wrong}", "")
    kept: list[str] = []
    for option in line.options:
        other = meant.get(f"{command} {option.name}", meant.get(option.name))
        if option.name in VALUED | FLAGS | ALONE and (option.name != wrong or (instead and option.name in VALUED)):
            kept += option.words if option.value != wrong else ()
        elif other and not (instead and other in FLAGS):
            kept += [*other.split(), *([option.value] if other in VALUED and option.value else ())]
        elif option.value is not None:
            rest.append(option.value)
        elif not instead and option.name not in FLAGS:
            return  # nothing is known of it, and left out it would be missed
    yield from _readings(command, instead, rest, kept, problem)


def _readings(command: str, instead: str, rest: list[str], kept: list[str], problem: Problem) -> Iterator[list[str]]:
    """What a command, if there is one, and the words behind it may mean; the options are sorted out."""
    if not command:
        yield from _read_anew(rest, kept, slips=True) if rest else [kept]
        return
    if problem.key == "usage.missing":
        yield [*shlex.split(str(problem.params["example"]))[1:], *kept]
        yield ["phases", *kept]
    if not rest and problem.code in _VALUES:  # the value of an option, which is left out
        yield from _read_anew([str(problem.params["value"])], kept)
        return
    yield [*(instead or command).split(), *rest, *kept]
    if rest and "--roadmap" not in kept:
        yield [command, *rest[:-1], "--roadmap", rest[-1], *kept]
    yield from _read_anew(rest, kept)
    if problem.code == "unknown-source":
        yield ["sources", *kept]
    if problem.code in ("usage", "unknown-option"):
        yield [command, *rest[:1], *kept]
        yield [command, *kept]


def _read_anew(plain: list[str], kept: list[str], *, slips: bool = False) -> Iterator[list[str]]:
    """What words may mean that begin with no command: a question, another name or, with `slips`, a mistyped one."""
    if not "".join(plain).strip():
        return
    first, rest = plain[0], plain[1:]
    heads = [first] if first in COMMANDS else _NAMES.get(first.casefold(), [])
    yield ["phase", *plain, *kept]
    for head in heads:
        if head == "":
            yield from _read_anew(rest, kept)
        for behind in _askings(rest):
            if head.rstrip("*") and (behind or not head.endswith("*")):
                yield [*head.rstrip(" *").split(), *behind, *kept]
    yield from ([*head.split(), *asked, *kept] for asked in _askings(plain) for head in _QUESTIONS if asked)
    if heads:
        yield from _read_anew(rest, kept)
    if not heads and slips and (close := closest(first, [*COMMANDS, *_NAMES])):
        yield from _read_anew([close if close in COMMANDS else _NAMES[close][-1], *rest], kept)
    if not any(char.isdigit() for word in plain for char in word):
        yield ["goals", *plain, *kept]
    yield from ([*head.rstrip(" *").split(), *kept] for head in heads if head)


def _askings(words: list[str]) -> list[list[str]]:
    """The words, and the words without those that may be left out."""
    return [words, [word for word in words if word.casefold() not in FILLERS]]
