"""Questions about phases and years."""

from datetime import date
from typing import Annotated

import typer

from iknctl import when as words_to_days
from iknctl.answers import build, progress
from iknctl.cli.command import Request
from iknctl.cli.completion import complete_phase
from iknctl.cli.output import Result
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.model import Roadmap
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


def compare(request: Request, when: When = None) -> Result:
    """WHEN is what `iknctl phase` takes; today if left out. One row for each roadmap, with its phase or phases then."""
    today = words_to_days.today()
    asked = words_to_days.read_when(" ".join(when or ["today"]), today)
    return request.answer(build.compare(request.model, asked, today))


def phases(request: Request) -> Result:
    """Each phase with its years, the years that it shares with another, and how many goals it has."""
    return request.answer(build.phases(request.model, request.roadmap))


def show(request: Request, phase: PhaseName) -> Result:
    """PHASE is a number or an id, as `iknctl phases` lists them."""
    return request.answer(build.show(request.model, request.roadmap, find_phase(request.roadmap, phase)))


def goals(request: Request, text: Words = None, phase: OnePhase = None, all: All = False) -> Result:  # noqa: A002
    """Every word of TEXT must begin a word of the goal, in either language or in the terms of its sources, ignoring
    case; all goals if left out. Exits 1 when none does."""
    roadmaps = request.roadmaps(every=all)
    words = " ".join(text or ()).encode(errors="replace").decode().strip()  # a word may not even be UTF-8
    report = build.goals(request.model, roadmaps, words or None, _number(roadmaps, phase, every=all), every=all)
    return request.answer(report, Exit.ANSWERED if report.goals else Exit.EMPTY)


def _number(roadmaps: tuple[Roadmap, ...], phase: str | None, *, every: bool) -> int | None:
    """The number of the phase that --phase names. Across roadmaps only a number means the same in each."""
    if phase is None:
        return None
    if not every:
        return find_phase(roadmaps[0], phase).number
    numbers = {str(each.number): each for roadmap in roadmaps for each in roadmap.phases}
    if phase in numbers:
        return numbers[phase].number
    named = next((each.number for roadmap in roadmaps for each in roadmap.phases if each.id == phase), None)
    if named is not None:
        raise Problem("usage.phase-number", value=printable(phase), number=named)
    raise unknown("phase.number", phase, (), listed=", ".join(sorted(numbers, key=int)))


def timeline(request: Request, all: All = False) -> Result:  # noqa: A002 - the option's own name
    """Bars to scale on an axis of years, with the shared years hatched and today marked."""
    asked = request.model, request.roadmaps(every=all), words_to_days.today()
    if request.form == "html":
        from iknctl.answers.page import page

        return request.answer(page(*asked))
    return request.answer(progress.timeline(*asked))


def years(request: Request, all: All = False) -> Result:  # noqa: A002
    """One row for each year and phase, so a shared year has two. An open end runs to the last year that the file
    states."""
    return request.answer(build.years_of(request.model, request.roadmaps(every=all)))
