"""Questions about phases and years."""

from datetime import date
from typing import Annotated

import typer

from iknctl import when as words_to_days
from iknctl.answers import build, progress
from iknctl.cli.command import Request
from iknctl.cli.completion import complete_phase
from iknctl.cli.output import Result
from iknctl.errors import Exit, Problem
from iknctl.queries import find_phase

When = Annotated[list[str] | None, typer.Argument(metavar="[WHEN]...", help="A year, month, day or range.")]
PhaseName = Annotated[str, typer.Argument(metavar="PHASE", help="A number or an id.", autocompletion=complete_phase)]
OnePhase = Annotated[
    str | None,
    typer.Option("--phase", metavar="PHASE", help="Only of this phase.", autocompletion=complete_phase),
]
Words = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...", help="Words that a goal must mention.")]
All = Annotated[bool, typer.Option("--all", help="Every roadmap.")]


def phase(request: Request, when: When = None) -> Result:
    """WHEN is a year (2031), a month (2031-06, Juni 2031), a day (2031-06-15, 15/6/2031, 17 Agustus 2031) or a range
    of them (2031..2036), both ends included; today if left out. Exits 1 when no phase covers it."""
    today = words_to_days.today()
    asked = _read(request, when or ["today"], today)
    report = build.phase(request.model, request.roadmap, asked, today)
    return request.answer(report, Exit.ANSWERED if report.phases else Exit.EMPTY)


def _read(request: Request, words: list[str], today: date) -> words_to_days.Asked:
    """What the words mean; a phase number or id in their place is told apart from a year."""
    text = " ".join(words)
    try:
        return words_to_days.read_when(text, today)
    except Problem as problem:
        for phase in request.roadmap.phases:
            if text in (str(phase.number), phase.id):
                asked = text if request.named_roadmap is None else f"{text} --roadmap {request.named_roadmap}"
                raise Problem("invalid-when.phase", text=text, unit=request.roadmap.unit, asked=asked) from problem
        raise


def phases(request: Request) -> Result:
    """Each phase with its years, the years that it shares with another, and how many goals it has."""
    return request.answer(build.phases(request.model, request.roadmap))


def show(request: Request, phase: PhaseName) -> Result:
    """PHASE is a number or an id, as `iknctl phases` lists them."""
    return request.answer(build.show(request.model, request.roadmap, find_phase(request.roadmap, phase)))


def goals(request: Request, text: Words = None, phase: OnePhase = None) -> Result:
    """Every word of TEXT must begin a word of the goal, in either language or in the terms of its sources, ignoring
    case; all goals if left out. Exits 1 when none does."""
    wanted = None if phase is None else find_phase(request.roadmap, phase)
    words = " ".join(text or ()).encode(errors="replace").decode().strip()  # a word may not even be UTF-8
    report = build.goals(
        request.model, (request.roadmap,), words or None, None if wanted is None else wanted.number, every=False
    )
    return request.answer(report, Exit.ANSWERED if report.goals else Exit.EMPTY)


def timeline(request: Request, all: All = False) -> Result:  # noqa: A002 - the option's own name
    """Bars to scale on an axis of years, with the shared years hatched and today marked."""
    asked = request.model, request.roadmaps(every=all), words_to_days.today()
    if request.form == "html":
        from iknctl.answers.page import page

        return request.answer(page(*asked))
    return request.answer(progress.timeline(*asked))


def years(request: Request) -> Result:
    """One row for each roadmap, year and phase, so a shared year has two; every roadmap unless one is named. An open
    end runs to the last year that the file states."""
    return request.answer(build.years_of(request.model, request.roadmaps(every=request.named_roadmap is None)))
