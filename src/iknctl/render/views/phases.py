"""Answers about years, phases and their goals, in parts."""

import re
from collections.abc import Iterator

from iknctl.answers import types
from iknctl.errors import printable
from iknctl.messages.dates import counted, days, number
from iknctl.model import Goal, Phase, Text
from iknctl.render.blocks import Block, Bullets, Facts, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.wording import Wording, capital


def flags(warnings: tuple[types.Warning, ...], wording: Wording) -> Iterator[Flag]:
    """What a reader of the answer must not miss."""
    for warning in warnings:
        yield Flag(wording.say(f"label.{warning.code}"), wording.sentence(warning.message))


def phase(answer: types.PhaseAnswer, wording: Wording) -> Iterator[Block]:
    """The phases of a time: their names first, then the goals and the sources of each."""
    unit = wording.roadmap(answer.roadmap).unit
    asked = wording.pick(days(answer.query.start, answer.query.end))
    if answer.as_of == answer.query.start == answer.query.end:
        asked = capital(wording.say("label.today", day=asked)) + ","
    apart = ", " if len(answer.phases) == 1 else " "
    steps = [f"{each.number}{apart}{wording.pick(each.name)}" for each in answer.phases]
    words = {"asked": asked, "unit": unit, "count": counted(len(steps), unit, number)}
    yield Heading(wording.say(f"label.in-phases.{len(steps)}", **words, steps=wording.listed(steps) if steps else ""))
    yield from flags(answer.warnings, wording)
    position = {each.phase: each for each in answer.position}
    for each in answer.phases:
        aside = ""
        if each.number in position:
            place = position[each.number]
            key = "label.year-of-open" if place.of is None else "label.year-of"
            aside = f" · {wording.say(key, year=place.year, of=place.of)}"
        yield from _one(answer.roadmap, each, wording, aside)
    if answer.next_start is not None and answer.neighbours.next is not None:
        yield Paragraph(_next(answer, wording))


def _one(roadmap: str, phase: Phase, wording: Wording, aside: str = "") -> Iterator[Block]:
    name = f"{wording.step(roadmap, phase.number)} · {wording.pick(phase.name)} · {wording.years(phase)}"
    yield Heading(name + aside, level=2)
    if phase.goals:
        yield Bullets(tuple(_goal(goal, wording) for goal in phase.goals))
    rows: list[tuple[str, Inline]] = [
        (wording.say("label.also-stated"), (f"{wording.years(other)} (", *wording.publishers(other.sources), ")"))
        for other in phase.alternatives
    ]
    if phase.note is not None:
        rows.append((wording.say("label.note"), wording.pick(phase.note)))
    rows.append((wording.say("label.sources"), _stated_by(roadmap, phase, wording)))
    yield Facts(tuple(rows))


def _stated_by(roadmap: str, phase: Phase, wording: Wording) -> Inline:
    """Who states the years and who the goals, which need not be the same."""

    def said_by(ids: tuple[str, ...]) -> Inline:
        if len(ids) > 1 and set(ids) == set(wording.roadmap(roadmap).sources):
            return (wording.say("label.all-sources", count=len(ids)),)
        return wording.publishers(ids, most=3)

    of_goals = tuple(dict.fromkeys(cited for goal in phase.goals for cited in goal.sources))
    if not of_goals or set(of_goals) == set(phase.sources):
        return said_by(phase.sources)
    years, goals = (wording.say(f"label.{name}").lower() for name in ("years", "goals"))
    return (f"{years}: ", *said_by(phase.sources), f" · {goals}: ", *said_by(of_goals))


def _goal(goal: Goal | types.FoundGoal, wording: Wording) -> str:
    """The goal, with the words of its sources that it does not hold already, and its note."""
    text = capital(wording.pick(goal.text))
    short = re.compile(r".*(\(\w+\))")  # a term whose abbreviation stands in the text adds nothing to it
    terms = [
        f"“{term}”"
        for term in goal.terms
        if term.casefold() not in text.casefold() and not ((found := short.fullmatch(term)) and found[1] in text)
    ]
    if terms:
        words = ", ".join(terms)
        text = f"{text[:-1]}; {words})" if text.endswith(")") else f"{text} ({words})"
    return text + remark(goal.note, wording)


def remark(note: Text | None, wording: Wording) -> str:
    """A note in brackets behind what it is about."""
    return "" if note is None else f" [{wording.pick(note)}]"


def _next(answer: types.PhaseAnswer, wording: Wording) -> str:
    coming = next(each for each in wording.roadmap(answer.roadmap).phases if each.number == answer.neighbours.next)
    words = {"step": wording.step(answer.roadmap, coming.number), "name": coming.name, "year": coming.start}
    if answer.as_of is None or answer.next_start is None:
        return wording.say("label.next", **words)
    from dateutil.relativedelta import relativedelta

    from iknctl.messages.dates import length

    wait = relativedelta(answer.next_start, answer.as_of)
    return wording.say("label.next-in", **words, wait=length(wait.years, wait.months, wait.days))


def compare(answer: types.CompareAnswer, wording: Wording) -> Iterator[Block]:
    """A row for each roadmap: its phases at that time, and the years that two of them share."""
    asked = days(answer.query.start, answer.query.end)
    count = counted(len(answer.answers), Text(en="roadmap", id="peta jalan"))
    yield Heading(wording.say("label.compared-roadmaps", asked=asked, count=count))
    rows = []
    for each in answer.answers:
        steps = [
            f"{wording.pick(each.unit)} {phase.number}, {wording.pick(phase.name)} ({wording.years(phase)})"
            for phase in each.phases
        ]
        shared = ", ".join(dict.fromkeys(wording.years(overlap) for overlap in each.overlaps))
        none = wording.say("label.no-step", unit=each.unit)
        rows.append((wording.pick(each.name), capital("; ".join(steps) or none), shared))
    columns = ("roadmap", "phase", "overlap")
    yield Table(tuple(wording.say(f"label.{name}") for name in columns), tuple(rows), (None,) * len(rows))
    yield from flags(answer.warnings, wording)


def phases(answer: types.PhasesAnswer, wording: Wording) -> Iterator[Block]:
    """Every phase of a roadmap, and the years that it shares with others."""
    yield Heading(wording.roadmap_name(answer.roadmap))
    rows = []
    for each in answer.phases:
        shared = ", ".join(
            wording.say("label.shares", years=wording.years(overlap), other=other)
            for overlap in answer.overlaps
            if each.number in overlap.phases
            for other in overlap.phases
            if other != each.number
        )
        rows.append((str(each.number), wording.pick(each.name), wording.years(each), shared, str(len(each.goals))))
    columns = (wording.say(f"label.{name}") for name in ("name", "years", "overlap", "goals"))
    numbers = tuple(each.number for each in answer.phases)
    yield Table((wording.unit(answer.roadmap), *columns), tuple(rows), numbers, right=(4,))
    yield from flags(answer.warnings, wording)


def show(answer: types.ShowAnswer, wording: Wording) -> Iterator[Block]:
    """One phase, and what contradicts it."""
    yield from _one(answer.roadmap, answer.phase, wording)
    yield from flags(answer.warnings, wording)


def goals(answer: types.GoalsAnswer, wording: Wording) -> Iterator[Block]:
    """The goals that were asked for, and how many mention the same words in other roadmaps."""
    every = answer.roadmap is None
    unit = wording.say("label.phase") if answer.roadmap is None else wording.unit(answer.roadmap)
    where = wording.say("label.every-roadmap") if answer.roadmap is None else wording.roadmap_name(answer.roadmap)
    if answer.query.phase is not None:
        where += f", {unit.lower()} {answer.query.phase}"
    text = answer.query.text or ""
    asked = printable(text, len(text))
    key = "label.goals-about" if text else "label.goals-of"
    yield Heading(wording.say(f"{key}.{len(answer.goals)}", text=asked, where=where, count=len(answer.goals)))
    if answer.goals:
        rows = tuple(
            (
                *((each.roadmap,) if every else ()),
                str(each.phase),
                _goal(each, wording),
                wording.publishers(each.sources, most=3),
            )
            for each in answer.goals
        )
        columns = (unit, wording.say("label.goal"), wording.say("label.sources"))
        numbers = tuple(None if every else each.phase for each in answer.goals)
        yield Table((wording.say("label.roadmap"), *columns) if every else columns, rows, numbers)
    yield from flags(answer.warnings, wording)
    for other in answer.elsewhere:
        words = " ".join(re.findall(r"\w[\w.]*", text))  # all that goals are searched for, and nothing to a shell
        name = wording.roadmap(other.roadmap).name
        said = wording.say(f"label.goals-elsewhere.{other.goals}", count=other.goals, text=asked, where=name)
        yield Paragraph((f"{said}: ", wording.command(f"goals {words} --roadmap {other.roadmap}")))


def years(answer: types.YearsAnswer, wording: Wording) -> Iterator[Block]:
    """The year-to-phase table."""
    rows = tuple(
        (
            each.roadmap,
            str(each.year),
            "–" if each.phase is None else str(each.phase),
            wording.say("label.yes") if each.overlap else "",
        )
        for each in answer.years
    )
    columns = tuple(wording.say(f"label.{name}") for name in ("roadmap", "year", "phase", "overlap"))
    yield Table(columns, rows, tuple(each.phase for each in answer.years))
