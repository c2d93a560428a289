"""Answers about phases, in parts: one, several, all, and their goals."""

from collections.abc import Iterator

from iknctl.answers import types
from iknctl.errors import printable
from iknctl.messages.dates import days
from iknctl.model import Goal, Phase
from iknctl.render.blocks import Block, Bullets, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.views.common import flags, remark
from iknctl.render.wording import Wording, capital


def goal_line(goal: Goal | types.FoundGoal, wording: Wording) -> str:
    text = wording.pick(goal.text)
    terms = [f"“{term}”" for term in goal.terms if term.casefold() not in text.casefold()]
    quoted = f" ({', '.join(terms)})" if terms else ""
    return f"{capital(text)}{quoted}{remark(goal.note, wording)}"


def _phase_parts(roadmap: str, phase: Phase, wording: Wording, aside: str = "") -> Iterator[Block]:
    name = f"{wording.step(roadmap, phase.number)} · {wording.pick(phase.name)} · {wording.years(phase)}"
    yield Heading(name + aside, level=2)
    if phase.goals:
        yield Bullets(tuple(goal_line(goal, wording) for goal in phase.goals))
    rows: list[tuple[str, Inline]] = [
        (wording.say("label.also-stated"), (f"{wording.years(other)} (", *wording.cites(other.sources), ")"))
        for other in phase.alternatives
    ]
    if phase.note is not None:
        rows.append((wording.say("label.note"), wording.pick(phase.note)))
    rows += _stated_by(phase, wording)
    yield Facts(tuple(rows))


def _stated_by(phase: Phase, wording: Wording) -> Iterator[tuple[str, Inline]]:
    """Who states the years and who the goals, which need not be the same."""
    of_goals = tuple(dict.fromkeys(cited for goal in phase.goals for cited in goal.sources))
    if of_goals in ((), phase.sources):
        yield wording.say("label.sources"), wording.cites(phase.sources)
    else:
        yield wording.say("label.years-from"), wording.cites(phase.sources)
        yield wording.say("label.goals-from"), wording.cites(of_goals)


def phase(report: types.PhaseAnswer, wording: Wording) -> Iterator[Block]:
    asked = wording.pick(days(report.query.start, report.query.end))
    if report.as_of == report.query.start == report.query.end:
        asked = capital(wording.say("label.today", day=asked))
    numbers = " + ".join(wording.step(report.roadmap, phase.number) for phase in report.phases)
    answer = numbers or wording.say("label.no-step", unit=wording.roadmap(report.roadmap).unit)
    yield Heading(f"{asked}: {answer}")
    yield from flags(report.warnings, wording)
    position = {each.phase: each for each in report.position}
    for phase in report.phases:
        aside = ""
        if phase.number in position:
            place = position[phase.number]
            key = "label.year-of-open" if place.of is None else "label.year-of"
            aside = f" · {wording.say(key, year=place.year, of=place.of)}"
        yield from _phase_parts(report.roadmap, phase, wording, aside)
    if report.next_start is not None and report.neighbours.next is not None:
        yield Paragraph(_next(report, wording))


def _next(report: types.PhaseAnswer, wording: Wording) -> str:
    number = report.neighbours.next
    coming = next(phase for phase in wording.roadmap(report.roadmap).phases if phase.number == number)
    words = {
        "step": wording.step(report.roadmap, coming.number),
        "name": coming.name,
        "year": coming.start,
    }
    if report.as_of is None or report.next_start is None:
        return wording.say("label.next", **words)
    from dateutil.relativedelta import relativedelta

    from iknctl.messages.dates import length

    wait = relativedelta(report.next_start, report.as_of)
    return wording.say("label.next-in", **words, wait=length(wait.years, wait.months, wait.days))


def phases(report: types.PhasesAnswer, wording: Wording) -> Iterator[Block]:
    yield Heading(wording.pick(wording.roadmap(report.roadmap).name))
    shared = {number for overlap in report.overlaps for number in overlap.phases}
    yield Table(
        columns=(
            wording.unit(report.roadmap),
            wording.say("label.name"),
            wording.say("label.years"),
            wording.say("label.overlap"),
            wording.say("label.goals"),
        ),
        rows=tuple(
            (
                str(phase.number),
                wording.pick(phase.name),
                wording.years(phase),
                _shares(report, phase.number, wording) if phase.number in shared else "",
                str(len(phase.goals)),
            )
            for phase in report.phases
        ),
        phases=tuple(phase.number for phase in report.phases),
    )
    yield from flags(report.warnings, wording)


def _shares(report: types.PhasesAnswer, number: int, wording: Wording) -> str:
    return ", ".join(
        wording.say(
            "label.shares",
            years=wording.years(overlap),
            other=next(other for other in overlap.phases if other != number),
        )
        for overlap in report.overlaps
        if number in overlap.phases
    )


def show(report: types.ShowAnswer, wording: Wording) -> Iterator[Block]:
    yield from _phase_parts(report.roadmap, report.phase, wording)
    yield from flags(report.warnings, wording)


def goals(report: types.GoalsAnswer, wording: Wording) -> Iterator[Block]:
    searched = wording.roadmap(report.roadmap or report.goals[0].roadmap)
    name = wording.pick(searched.name)
    if report.query.text is not None:
        yield Heading(
            wording.say("label.goals-about", text=printable(report.query.text), roadmap=name, count=len(report.goals))
        )
    else:
        yield Heading(wording.say("label.goals-of", roadmap=name, count=len(report.goals)))
    if report.goals:
        yield Table(
            columns=(wording.unit(searched.id), wording.say("label.goal"), wording.say("label.sources")),
            rows=tuple(
                (str(goal.phase), goal_line(goal, wording), wording.cites(goal.sources)) for goal in report.goals
            ),
            phases=tuple(goal.phase for goal in report.goals),
        )
    elif report.query.text is not None:
        yield Paragraph(wording.say("label.no-goals"))
    yield from flags(report.warnings, wording)
