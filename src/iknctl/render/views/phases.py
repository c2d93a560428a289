"""Answers about years, phases and their goals, in parts."""

import re
from collections.abc import Iterator

from iknctl.answers import types
from iknctl.errors import printable
from iknctl.messages.dates import counted, days, length, number
from iknctl.model import Goal, Phase, Text
from iknctl.render.blocks import Block, Bullets, Facts, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.wording import Wording, capital


def flags(warnings: tuple[types.Warning, ...], wording: Wording) -> Iterator[Flag]:
    """What a reader of the answer must not miss."""
    for warning in warnings:
        yield Flag(wording.say(f"label.{warning.code}"), f"{capital(wording.pick(warning.message))}.")


def phase(answer: types.PhaseAnswer, wording: Wording) -> Iterator[Block]:
    """The phases of a time: their names first, then the goals and the sources of each."""
    roadmap = wording.roadmap(answer.roadmap)
    asked = wording.pick(days(answer.query.start, answer.query.end))
    if answer.as_of == answer.query.start == answer.query.end:
        asked = capital(wording.say("label.today", day=asked)) + ","
    apart = ", " if len(answer.phases) == 1 else " "
    steps = [f"{each.number}{apart}{wording.pick(each.name)}" for each in answer.phases]
    words = {"asked": asked, "unit": roadmap.unit, "count": counted(len(steps), roadmap.unit, number)}
    yield Heading(wording.say(f"label.in-phases.{len(steps)}", steps=wording.listed(steps), **words))
    yield from flags(answer.warnings, wording)
    places = {each.phase: each for each in answer.position}
    for each in answer.phases:
        yield from _one(answer.roadmap, each, wording, places.get(each.number))
    if answer.next_start is not None:
        coming = next(each for each in roadmap.phases if each.number == answer.neighbours.next)
        words = {"step": wording.step(roadmap.id, coming.number), "name": coming.name, "year": coming.start}
        if answer.as_of is None:
            yield Paragraph(wording.say("label.next", **words))
        else:
            from dateutil.relativedelta import relativedelta

            left = relativedelta(answer.next_start, answer.as_of)
            wait = length(left.years, left.months, left.days)
            yield Paragraph(wording.say("label.next-in", **words, wait=wait))


def show(answer: types.ShowAnswer, wording: Wording) -> Iterator[Block]:
    """One phase, and what contradicts it."""
    yield from _one(answer.roadmap, answer.phase, wording)
    yield from flags(answer.warnings, wording)


def _one(roadmap: str, phase: Phase, wording: Wording, place: types.Position | None = None) -> Iterator[Block]:
    name = f"{wording.step(roadmap, phase.number)} · {wording.pick(phase.name)} · {wording.years(phase)}"
    if place is not None:
        key = "label.year-of-open" if place.of is None else "label.year-of"
        name += f" · {wording.say(key, year=place.year, of=place.of)}"
    yield Heading(name, level=2)
    if phase.goals:
        yield Bullets([_goal(goal, wording) for goal in phase.goals])
    rows: list[tuple[str, Inline]] = []
    for other in phase.alternatives:
        note = "" if other.note is None else f" {wording.pick(other.note)}"
        stated = [f"{wording.years(other)} [", *wording.publishers(other.sources), f"]{note}"]
        rows.append((wording.say("label.also-stated"), stated))
    if phase.note is not None:
        rows.append((wording.say("label.note"), wording.pick(phase.note)))
    every = wording.roadmap(roadmap).sources
    stated_by = wording.publishers(phase.sources, every)
    of_goals = tuple(dict.fromkeys(cited for goal in phase.goals for cited in goal.sources))
    if of_goals and set(of_goals) != set(phase.sources):
        years, goals = (label.lower() for label in wording.labels("years goals"))
        stated_by = [f"{years}: ", *stated_by, f" · {goals}: ", *wording.publishers(of_goals, every)]
    yield Facts([*rows, (wording.say("label.sources"), stated_by)])


def _goal(goal: Goal | types.FoundGoal, wording: Wording) -> str:
    """The goal, with the words of its sources that it does not hold already, and its note."""
    text = capital(wording.pick(goal.text))
    terms = []
    for term in goal.terms:
        short = re.search(r"\(\w+\)$", term)  # a term whose abbreviation stands in the text adds nothing to it
        if term.casefold() not in text.casefold() and not (short and short[0] in text):
            terms.append(f"“{term}”")
    if terms:
        words = ", ".join(terms)
        text = f"{text[:-1]}; {words})" if text.endswith(")") else f"{text} ({words})"
    return text if goal.note is None else f"{text} [{wording.pick(goal.note)}]"


def compare(answer: types.CompareAnswer, wording: Wording) -> Iterator[Block]:
    """A row for each roadmap: its phases at that time, and the years that two of them share."""
    asked = days(answer.query.start, answer.query.end)
    count = counted(len(answer.answers), Text(en="roadmap", id="peta jalan"))
    yield Heading(wording.say("label.compared-roadmaps", asked=asked, count=count))
    rows = []
    for each in answer.answers:
        steps = "; ".join(named(phase, each.unit, wording) for phase in each.phases)
        steps = steps or wording.say("label.no-step", unit=each.unit)
        shared = ", ".join(dict.fromkeys(map(wording.years, each.overlaps)))
        rows.append([wording.pick(each.name), capital(steps), shared])
    yield Table(wording.labels("roadmap phase overlap"), rows)
    yield from flags(answer.warnings, wording)


def named(phase: Phase | types.PhaseBrief, unit: Text, wording: Wording) -> str:
    """A phase in a few words: `phase 3, Agile government (2030–2039)`."""
    return f"{wording.pick(unit)} {phase.number}, {wording.pick(phase.name)} ({wording.years(phase)})"


def phases(answer: types.PhasesAnswer, wording: Wording) -> Iterator[Block]:
    """Every phase of a roadmap, and the years that it shares with others."""
    yield Heading(wording.pick(wording.roadmap(answer.roadmap).name))
    rows = []
    for each in answer.phases:
        shared = [
            wording.say("label.shares", years=wording.years(overlap), other=sum(overlap.phases) - each.number)
            for overlap in answer.overlaps
            if each.number in overlap.phases
        ]
        name, goals = wording.pick(each.name), str(len(each.goals))
        rows.append([str(each.number), name, wording.years(each), ", ".join(shared), goals])
    columns = [wording.unit(answer.roadmap), *wording.labels("name years overlap goals")]
    yield Table(columns, rows, [each.number for each in answer.phases], right=(4,))
    yield from flags(answer.warnings, wording)


def goals(answer: types.GoalsAnswer, wording: Wording) -> Iterator[Block]:
    """The goals that were asked for, and how many mention the same words in other roadmaps."""
    if answer.roadmap is None:
        unit, where = wording.labels("phase every-roadmap")
    else:
        unit, where = wording.unit(answer.roadmap), wording.pick(wording.roadmap(answer.roadmap).name)
    if answer.query.phase is not None:
        where += f", {unit.lower()} {answer.query.phase}"
    text = answer.query.text or ""
    asked = printable(text, len(text))
    key = "label.goals-about" if text else "label.goals-of"
    yield Heading(wording.say(f"{key}.{len(answer.goals)}", text=asked, where=where, count=len(answer.goals)))
    rows: list[list[Inline]] = [
        [str(each.phase), [f"{_goal(each, wording)} [", *wording.publishers(each.sources), "]"]]
        for each in answer.goals
    ]
    columns = [unit, wording.say("label.goal")]
    if answer.roadmap is None:
        columns.insert(0, wording.say("label.roadmap"))
        rows = [[each.roadmap, *row] for each, row in zip(answer.goals, rows, strict=True)]
    if rows:
        yield Table(columns, rows, [each.phase if answer.roadmap else None for each in answer.goals])
    yield from flags(answer.warnings, wording)
    for other in answer.elsewhere:
        words = " ".join(re.findall(r"\w[\w.]*", text))  # all that goals are searched for, and nothing to a shell
        name = wording.roadmap(other.roadmap).name
        said = wording.say(f"label.goals-elsewhere.{other.goals}", count=other.goals, text=asked, where=name)
        yield Paragraph([f"{said}: ", wording.command(f"goals {words} --roadmap {other.roadmap}")])


def years(answer: types.YearsAnswer, wording: Wording) -> Iterator[Block]:
    """The year-to-phase table."""
    yes = wording.say("label.yes")
    rows = [[each.roadmap, str(each.year), str(each.phase or "–"), yes * each.overlap] for each in answer.years]
    yield Table(wording.labels("roadmap year phase overlap"), rows, [each.phase for each in answer.years])
