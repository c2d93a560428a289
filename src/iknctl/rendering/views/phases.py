"""Answers about phases, in parts: one, several, all, and their goals."""

from collections.abc import Iterator

from iknctl.errors import shown
from iknctl.messages.forms import days
from iknctl.model import Goal, Phase
from iknctl.rendering.blocks import Block, Bullets, Facts, Grid, Heading, Inline, Paragraph
from iknctl.rendering.reader import Reader, capital
from iknctl.rendering.views.common import flags, remark
from iknctl.reports import shapes


def goal_line(goal: Goal | shapes.FoundGoal, reader: Reader) -> str:
    text = reader.pick(goal.text)
    terms = [f"“{term}”" for term in goal.terms if term.casefold() not in text.casefold()]
    quoted = f" ({', '.join(terms)})" if terms else ""
    return f"{capital(text)}{quoted}{remark(goal.note, reader)}"


def _phase_parts(roadmap: str, phase: Phase, reader: Reader, aside: str = "") -> Iterator[Block]:
    name = f"{reader.step(roadmap, phase.number)} · {reader.pick(phase.name)} · {reader.years(phase)}"
    yield Heading(name + aside, level=2)
    if phase.goals:
        yield Bullets(tuple(goal_line(goal, reader) for goal in phase.goals))
    rows: list[tuple[str, Inline]] = [
        (reader.say("label.also-stated"), (f"{reader.years(other)} (", *reader.cites(other.sources), ")"))
        for other in phase.alternatives
    ]
    if phase.note is not None:
        rows.append((reader.say("label.note"), reader.pick(phase.note)))
    rows += _stated_by(phase, reader)
    yield Facts(tuple(rows))


def _stated_by(phase: Phase, reader: Reader) -> Iterator[tuple[str, Inline]]:
    """Who states the years and who the goals, which need not be the same."""
    of_goals = tuple(dict.fromkeys(cited for goal in phase.goals for cited in goal.sources))
    if of_goals in ((), phase.sources):
        yield reader.say("label.sources"), reader.cites(phase.sources)
    else:
        yield reader.say("label.years-from"), reader.cites(phase.sources)
        yield reader.say("label.goals-from"), reader.cites(of_goals)


def phase(report: shapes.PhaseAnswer, reader: Reader) -> Iterator[Block]:
    asked = reader.pick(days(report.query.start, report.query.end))
    if report.as_of == report.query.start == report.query.end:
        asked = capital(reader.say("label.today", day=asked))
    numbers = " + ".join(reader.step(report.roadmap, phase.number) for phase in report.phases)
    answer = numbers or reader.say("label.no-step", unit=reader.roadmap(report.roadmap).unit)
    yield Heading(f"{asked}: {answer}")
    yield from flags(report.warnings, reader)
    position = {each.phase: each for each in report.position}
    for phase in report.phases:
        aside = ""
        if phase.number in position:
            place = position[phase.number]
            key = "label.year-of-open" if place.of is None else "label.year-of"
            aside = f" · {reader.say(key, year=place.year, of=place.of)}"
        yield from _phase_parts(report.roadmap, phase, reader, aside)
    if report.next_start is not None and report.neighbours.next is not None:
        yield Paragraph(_next(report, reader))


def _next(report: shapes.PhaseAnswer, reader: Reader) -> str:
    number = report.neighbours.next
    coming = next(phase for phase in reader.roadmap(report.roadmap).phases if phase.number == number)
    words = {
        "step": reader.step(report.roadmap, coming.number),
        "name": coming.name,
        "year": coming.start,
    }
    if report.as_of is None or report.next_start is None:
        return reader.say("label.next", **words)
    from dateutil.relativedelta import relativedelta

    from iknctl.messages.forms import length

    wait = relativedelta(report.next_start, report.as_of)
    return reader.say("label.next-in", **words, wait=length(wait.years, wait.months, wait.days))


def phases(report: shapes.PhasesAnswer, reader: Reader) -> Iterator[Block]:
    yield Heading(reader.pick(reader.roadmap(report.roadmap).name))
    shared = {number for overlap in report.overlaps for number in overlap.phases}
    yield Grid(
        columns=(
            reader.unit(report.roadmap),
            reader.say("label.name"),
            reader.say("label.years"),
            reader.say("label.overlap"),
            reader.say("label.goals"),
        ),
        rows=tuple(
            (
                str(phase.number),
                reader.pick(phase.name),
                reader.years(phase),
                _shares(report, phase.number, reader) if phase.number in shared else "",
                str(len(phase.goals)),
            )
            for phase in report.phases
        ),
        phases=tuple(phase.number for phase in report.phases),
    )
    yield from flags(report.warnings, reader)


def _shares(report: shapes.PhasesAnswer, number: int, reader: Reader) -> str:
    return ", ".join(
        reader.say(
            "label.shares",
            years=reader.years(overlap),
            other=next(other for other in overlap.phases if other != number),
        )
        for overlap in report.overlaps
        if number in overlap.phases
    )


def show(report: shapes.ShowAnswer, reader: Reader) -> Iterator[Block]:
    yield from _phase_parts(report.roadmap, report.phase, reader)
    yield from flags(report.warnings, reader)


def goals(report: shapes.GoalsAnswer, reader: Reader) -> Iterator[Block]:
    name = reader.pick(reader.roadmap(report.roadmap).name)
    if report.query.text is not None:
        yield Heading(
            reader.say("label.goals-about", text=shown(report.query.text), roadmap=name, count=len(report.goals))
        )
    else:
        yield Heading(reader.say("label.goals-of", roadmap=name, count=len(report.goals)))
    if report.goals:
        yield Grid(
            columns=(reader.unit(report.roadmap), reader.say("label.goal"), reader.say("label.sources")),
            rows=tuple((str(goal.phase), goal_line(goal, reader), reader.cites(goal.sources)) for goal in report.goals),
            phases=tuple(goal.phase for goal in report.goals),
        )
    elif report.query.text is not None:
        yield Paragraph(reader.say("label.no-goals"))
    yield from flags(report.warnings, reader)
