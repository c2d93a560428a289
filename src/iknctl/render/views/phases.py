"""Answers about years, phases and their goals, in parts."""

import re
from collections.abc import Iterator

from iknctl.answers import types
from iknctl.errors import printable
from iknctl.messages.dates import days, number
from iknctl.model import Goal, Phase, Text
from iknctl.render.blocks import Block, Bullets, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.wording import Wording, capital


def flags(warnings: tuple[types.Warning, ...], wording: Wording) -> Iterator[Flag]:
    """What a reader of the answer must not miss."""
    for warning in warnings:
        yield Flag(wording.say(f"label.{warning.code}"), f"{capital(wording.pick(warning.message))}.")


def phase(answer: types.PhaseAnswer, wording: Wording) -> Iterator[Block]:
    """The phases of a time: their names first, then the goals and the sources of each."""
    roadmap, say, count = wording.roadmap(answer.roadmap), wording.say, len(answer.phases)
    asked = wording.pick(days(answer.query.start, answer.query.end))
    if answer.as_of == answer.query.start == answer.query.end:
        asked = capital(say("label.today", day=asked)) + ","
    steps = wording.listed([f"{each.number}{',' * (count == 1)} {wording.pick(each.name)}" for each in answer.phases])
    key = f"label.in-phases.{count}"
    yield Heading(say(key, asked=asked, count=number(count), unit=roadmap.unit, steps=steps))
    yield from flags(answer.warnings, wording)
    places = {each.phase: each for each in answer.position}
    for each in answer.phases:
        yield from _phase(answer.roadmap, each, wording, places.get(each.number))
    if answer.next_start is not None:
        coming = next(each for each in roadmap.phases if each.number == answer.neighbours.next)
        step = f"{capital(wording.pick(roadmap.unit))} {coming.number}"
        if answer.as_of is None:
            yield Paragraph(say("label.next", step=step, name=coming.name, year=coming.start))
        else:
            from dateutil.relativedelta import relativedelta

            left = relativedelta(answer.next_start, answer.as_of)
            units = {"years": left.years, "months": left.months, "days": left.days}
            wait = [say(f"label.left-{unit}.{length}", count=length) for unit, length in units.items() if length]
            words = {"step": step, "name": coming.name, "wait": " ".join(wait[:2])}
            yield Paragraph(say("label.next-in", **words, year=coming.start))


def show(answer: types.ShowAnswer, wording: Wording) -> Iterator[Block]:
    """One phase, and what contradicts it."""
    yield from _phase(answer.roadmap, answer.phase, wording)
    yield from flags(answer.warnings, wording)


def _phase(of: str, phase: Phase, wording: Wording, place: types.Position | None = None) -> Iterator[Block]:
    """A phase of the roadmap of that id, with the year of it in which the question begins."""
    roadmap = wording.roadmap(of)
    name = f"{capital(wording.pick(roadmap.unit))} {phase.number} · {wording.pick(phase.name)} · {wording.years(phase)}"
    if place is not None:
        key = "label.year-of-open" if place.of is None else "label.year-of"
        name += f" · {wording.say(key, year=place.year, of=place.of)}"
    yield Heading(name, level=2)
    if phase.goals:
        yield Bullets([_goal(goal, wording) for goal in phase.goals])
    cited = wording.publishers(phase.sources, roadmap.sources)
    of_goals = tuple(dict.fromkeys(source for goal in phase.goals for source in goal.sources))
    if of_goals and set(of_goals) != set(phase.sources):
        years, goals = (label.lower() for label in wording.labels("years goals"))
        cited = [f"{years}: ", *cited, f" · {goals}: ", *wording.publishers(of_goals, roadmap.sources)]
    others = [wording.claim(wording.years(each), each.sources, each.note) for each in phase.alternatives]
    yield wording.facts([*(("also-stated", each) for each in others), ("note", phase.note), ("sources", cited)])


def _goal(goal: Goal | types.FoundGoal, wording: Wording) -> str:
    """The goal, with the words of its sources that it does not hold already, and its note."""
    text = capital(wording.pick(goal.text))
    terms = []
    for term in goal.terms:
        short = re.search(r"\(\w+\)$", term)  # a term whose abbreviation stands in the text adds nothing to it
        if term.casefold() not in text.casefold() and not (short and short[0] in text):
            terms.append(f"“{term}”")
    text += f" ({', '.join(terms)})" if terms else ""
    return text if goal.note is None else f"{text} [{wording.pick(goal.note)}]"


def compare(answer: types.CompareAnswer, wording: Wording) -> Iterator[Block]:
    """A row for each roadmap: its phases at that time, and the years that two of them share."""
    asked, count = days(answer.query.start, answer.query.end), len(answer.answers)
    yield Heading(wording.say(f"label.compared-roadmaps.{count}", asked=asked, count=count))
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
    roadmap = wording.roadmap(answer.roadmap)
    yield Heading(wording.pick(roadmap.name))
    rows = []
    for each in answer.phases:
        shared = [
            wording.say("label.shares", years=wording.years(overlap), other=sum(overlap.phases) - each.number)
            for overlap in answer.overlaps
            if each.number in overlap.phases
        ]
        name, goals = wording.pick(each.name), str(len(each.goals))
        rows.append([str(each.number), name, wording.years(each), ", ".join(shared), goals])
    columns = [capital(wording.pick(roadmap.unit)), *wording.labels("name years overlap goals")]
    yield Table(columns, rows, [each.number for each in answer.phases], right=(4,))
    yield from flags(answer.warnings, wording)


def goals(answer: types.GoalsAnswer, wording: Wording) -> Iterator[Block]:
    """The goals that were asked for, and how many mention the same words in other roadmaps."""
    if answer.roadmap is None:
        unit, where = wording.labels("phase every-roadmap")
    else:
        roadmap = wording.roadmap(answer.roadmap)
        unit, where = capital(wording.pick(roadmap.unit)), wording.pick(roadmap.name)
    if answer.query.phase is not None:
        where += f", {unit.lower()} {answer.query.phase}"
    text, count = answer.query.text or "", len(answer.goals)
    asked = printable(text, len(text))
    key = f"label.goals-about.{count}" if text else f"label.goals-of.{count}"
    yield Heading(wording.say(key, text=asked, where=where, count=count))
    rows: list[list[Inline]] = []
    for each in answer.goals:
        row: list[Inline] = [str(each.phase), wording.claim(_goal(each, wording), each.sources)]
        rows.append(row if answer.roadmap else [each.roadmap, *row])
    if rows and answer.roadmap:
        yield Table([unit, wording.say("label.goal")], rows, [each.phase for each in answer.goals])
    elif rows:
        yield Table(wording.labels("roadmap phase goal"), rows)
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
