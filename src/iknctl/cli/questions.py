"""Questions about phases and years."""

from iknctl.answers import build
from iknctl.cli.app import Request
from iknctl.cli.options import All, OnePhase, PhaseName, When, Words
from iknctl.cli.output import Result
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.queries import find_phase
from iknctl.when import read_when, today


def phase(request: Request, when: When = None) -> Result:
    """The phases of a span of days; exits 1 when there is none."""
    now = today()
    answer = build.phase(request.model, request.roadmap, read_when(" ".join(when or ["today"]), now), now)
    return request.answer(answer, Exit.ANSWERED if answer.phases else Exit.EMPTY)


def compare(request: Request, when: When = None) -> Result:
    """The phases of every roadmap in a span of days."""
    now = today()
    return request.answer(build.compare(request.model, read_when(" ".join(when or ["today"]), now), now))


def phases(request: Request) -> Result:
    """The phases of a roadmap."""
    return request.answer(build.phases(request.model, request.roadmap))


def show(request: Request, phase: PhaseName) -> Result:
    """One phase with its goals."""
    return request.answer(build.show(request.model, request.roadmap, find_phase(request.roadmap, phase)))


def goals(request: Request, text: Words = None, phase: OnePhase = None, all: All = False) -> Result:  # noqa: A002
    """The goals that mention every word; exits 1 when there is none."""
    roadmaps = request.roadmaps(every=all)
    number = None
    if phase is not None and not all:
        number = find_phase(request.roadmap, phase).number
    elif phase is not None:  # only a number stands for a phase in every roadmap
        numbers = {str(each.number): each.number for roadmap in roadmaps for each in roadmap.phases}
        by_id = {each.id: each.number for roadmap in roadmaps for each in roadmap.phases}
        if phase in by_id:
            raise Problem("usage.phase-number", value=printable(phase), near=by_id[phase])
        if phase not in numbers:
            raise unknown("phase.number", phase, (), listed=", ".join(sorted(numbers, key=int)))
        number = numbers[phase]
    words = " ".join(text or ()).encode(errors="replace").decode().strip()  # a word may not even be UTF-8
    answer = build.goals(request.model, roadmaps, words or None, number, every=all)
    return request.answer(answer, Exit.ANSWERED if answer.goals else Exit.EMPTY)


def years(request: Request, all: All = False) -> Result:  # noqa: A002 - the option's own name
    """A row for each year and phase."""
    return request.answer(build.years_of(request.model, request.roadmaps(every=all)))
