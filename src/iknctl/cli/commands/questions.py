"""Questions about phases and years."""

from datetime import date
from typing import Annotated

import typer

from iknctl import when as words_to_days
from iknctl.cli.asking import Ask
from iknctl.cli.completion import complete_phase
from iknctl.cli.output import Outcome
from iknctl.errors import Exit, Problem
from iknctl.queries import find_phase
from iknctl.reports import answers

When = Annotated[list[str] | None, typer.Argument(metavar="[WHEN]...", help="A year, month, day or range.")]
PhaseName = Annotated[str, typer.Argument(metavar="PHASE", help="A number or an id.", autocompletion=complete_phase)]
OnePhase = Annotated[
    str | None,
    typer.Option("--phase", metavar="PHASE", help="Only of this phase.", autocompletion=complete_phase),
]
Words = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...", help="Words that a goal must mention.")]
All = Annotated[bool, typer.Option("--all", help="Every roadmap.")]


def phase(ask: Ask, when: When = None) -> Outcome:
    """WHEN is a year (2031), a month (2031-06, Juni 2031), a day (2031-06-15, 15/6/2031, 17 Agustus 2031) or a range
    of them (2031..2036), both ends included; today if left out. Exits 1 when no phase covers it."""
    today = words_to_days.today()
    asked = _read(ask, when or ["today"], today)
    report = answers.phase(ask.model, ask.roadmap, asked, today)
    return ask.answer(report, Exit.ANSWERED if report.phases else Exit.EMPTY)


def _read(ask: Ask, words: list[str], today: date) -> words_to_days.Asked:
    """What the words mean; a phase number or id in their place is told apart from a year."""
    text = " ".join(words)
    try:
        return words_to_days.read_when(text, today)
    except Problem as problem:
        for phase in ask.roadmap.phases:
            if text in (str(phase.number), phase.id):
                asked = text if ask.named_roadmap is None else f"{text} --roadmap {ask.named_roadmap}"
                raise Problem("invalid-when.phase", text=text, unit=ask.roadmap.unit, asked=asked) from problem
        raise


def phases(ask: Ask) -> Outcome:
    """Each phase with its years, the years that it shares with another, and how many goals it has."""
    return ask.answer(answers.phases(ask.model, ask.roadmap))


def show(ask: Ask, phase: PhaseName) -> Outcome:
    """PHASE is a number or an id, as `iknctl phases` lists them."""
    return ask.answer(answers.show(ask.model, ask.roadmap, find_phase(ask.roadmap, phase)))


def goals(ask: Ask, text: Words = None, phase: OnePhase = None) -> Outcome:
    """Every word of TEXT must begin a word of the goal, in either language or in the terms of its sources, ignoring
    case; all goals if left out. Exits 1 when none does."""
    wanted = None if phase is None else find_phase(ask.roadmap, phase)
    words = " ".join(text or ()).encode(errors="replace").decode().strip()  # a word may not even be UTF-8
    report = answers.goals_about(ask.model, ask.roadmap, words or None, wanted)
    return ask.answer(report, Exit.ANSWERED if report.goals else Exit.EMPTY)


def timeline(ask: Ask, all: All = False) -> Outcome:  # noqa: A002 - the option's own name
    """Bars to scale on an axis of years, with the shared years hatched and today marked."""
    return ask.answer(answers.timeline(ask.model, ask.roadmaps(every=all), words_to_days.today()))


def years(ask: Ask) -> Outcome:
    """One row for each roadmap, year and phase, so a shared year has two; every roadmap unless one is named. An open
    end runs to the last year that the file states."""
    return ask.answer(answers.years_of(ask.model, ask.roadmaps(every=ask.named_roadmap is None)))
