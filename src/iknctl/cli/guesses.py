"""What somebody may have meant by a command line that is wrong: others like it, each tried before it is suggested."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from time import monotonic

from iknctl.cli.argv import ALONE, FLAGS, VALUED, split
from iknctl.cli.output import Result
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, closest
from iknctl.messages.other_names import FILLERS, INSTEAD, OTHER_NAMES, OTHER_OPTIONS

_TAKING = VALUED | {option for option, meant in OTHER_OPTIONS.items() if meant == "" or meant in VALUED}
_SECONDS = 1.0
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
    if sum(map(len, words)) > _LONGEST or problem.key == "invalid-when.empty":
        return None
    until = monotonic() + _SECONDS
    tried = [list(words)]
    wrong, near = str(problem.params.get("value")), str(problem.params.get("near"))
    slip = [near if word == wrong else word.replace(f"={wrong}", f"={near}") for word in words]
    for guess in chain(
        [slip] if problem.params.get("near") and problem.code != "unknown-option" else [], _guesses(words, problem)
    ):
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
    if not problem.key.startswith(_GUESSED):
        return
    wrong, near = str(problem.params.get("value")), problem.params.get("near")
    line = split(words, _TAKING)
    command = line.plain[0] if line.plain and line.plain[0] in COMMANDS else ""
    meant = {**({wrong: str(near)} if near else {}), **dict.fromkeys(VALUED, ""), **OTHER_OPTIONS}
    instead = INSTEAD.get(f"{command} {meant.get(wrong) or wrong}", "")
    plain, kept = list(line.plain), list[str]()
    for name, value, written in line.options:
        # It stands for itself, for another or, where its value is an argument here, for none.
        other = meant.get(f"{command} {name}", meant.get(name))
        own = name in VALUED | FLAGS | ALONE and name != wrong
        if value == wrong and problem.code in _VALUES:
            plain = [wrong]
        elif own or (instead and name in VALUED):
            kept += written
        elif value is not None and other not in VALUED:
            plain.append(value)
        elif other and not instead:
            kept += [*other.split(), *filter(None, [value])]
        elif not instead and name not in FLAGS:
            return  # nothing is known of it, and left out it would be missed
    examples = [shlex.split(str(problem.params["example"]))[1:], ["phases"]] if problem.key == "usage.missing" else []
    others = [[*instead.split(), *plain[1:]]] if instead else []
    less = problem.code in ("usage", "unknown-option", "unknown-command", "unknown-source")
    for guess in [*examples, *others, *_readings(plain, less=less)]:
        if "--roadmap" not in guess or "--roadmap" not in kept:
            yield guess + kept


def _readings(plain: list[str], *, less: bool) -> Iterator[list[str]]:
    """What plain words may mean: a command by any of its names, a question, a roadmap or a search.

    The first of them may be no more than a verb, and some may be left out; with `less` any but the first.
    """
    heads = _heads(plain[0]) if plain else [""]
    for words in filter(None, (plain, plain[1:])):
        rest = [word for word in words[1:] if word.casefold() not in FILLERS]
        yield ["phase", *words]
        for head in _heads(words[0]):
            behinds = (behind for behind in (words[1:], rest) if behind or not head.endswith("*"))
            yield from ([*head.rstrip(" *").split(), *behind] for behind in behinds)
        yield [*words[:-1], "--roadmap", words[-1]]
        bare = rest if words[0].casefold() in FILLERS else [words[0], *rest]
        yield from ([*head.split(), *asked] for asked in (words, bare) for head in _QUESTIONS if asked)
    if not heads and (name := closest(plain[0], [*COMMANDS, *_NAMES])):
        heads = _heads(name)
        yield from ([*head.rstrip(" *").split(), *plain[1:]] for head in heads)
    if not any(char.isdigit() for char in "".join(plain)):
        yield ["goals", *(plain[1:] if heads else plain)]
    for head in heads if less else ():
        yield [*head.rstrip(" *").split(), *plain[1:2]]
        yield head.rstrip(" *").split()


def _heads(name: str) -> list[str]:
    """The commands of this name, the likeliest first."""
    return [name] if name in COMMANDS else _NAMES.get(name.casefold(), [])
