"""From an answer to the parts that people read, in their language; text, Markdown and the page draw the same parts."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from iknctl.answers import move, types
from iknctl.errors import printable
from iknctl.messages.dates import day, days, number, partial_date
from iknctl.model import Condition, Enabler, Focus, Legal, Phase, Roadmap, Text
from iknctl.render.blocks import Block, Bullets, Cite, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.wording import Wording, capital


def phase(answer: types.PhaseAnswer, wording: Wording) -> Iterator[Block]:
    """The phases of a time: their names first, then the goals and the sources of each."""
    roadmap, say, count = wording.roadmaps[answer.roadmap], wording.say, len(answer.phases)
    asked = wording.pick(days(answer.query.start, answer.query.end))
    if answer.as_of == answer.query.start == answer.query.end:
        asked = say("label.asked-today", day=asked)
    steps = wording.listed([f"{each.number}{',' * (count == 1)} {wording.pick(each.name)}" for each in answer.phases])
    yield Heading(say(f"label.in-phases.{count}", asked=asked, count=number(count), unit=roadmap.unit, steps=steps))
    yield from _flags(answer.warnings, wording)
    places = {each.phase: each for each in answer.position}
    for each in answer.phases:
        yield from _phase(roadmap, each, wording, places.get(each.number))
    if answer.next_start is not None:
        coming = next(each for each in roadmap.phases if each.number == answer.neighbours.next)
        key, wait = "label.next", []
        if answer.as_of is not None:
            from dateutil.relativedelta import relativedelta

            left = relativedelta(answer.next_start, answer.as_of)
            units = {"years": left.years, "months": left.months, "days": left.days}
            wait = [say(f"label.left-{unit}.{length}", count=length) for unit, length in units.items() if length]
            key = "label.next-in"
        step = f"{capital(wording.pick(roadmap.unit))} {coming.number}"
        yield Paragraph(say(key, step=step, name=coming.name, year=coming.start, wait=" ".join(wait[:2])))


def show(answer: types.ShowAnswer, wording: Wording) -> Iterator[Block]:
    """One phase, and what contradicts it."""
    yield from _phase(wording.roadmaps[answer.roadmap], answer.phase, wording)
    yield from _flags(answer.warnings, wording)


def _phase(roadmap: Roadmap, phase: Phase, wording: Wording, place: types.Position | None = None) -> Iterator[Block]:
    """A phase of a roadmap, with the year of it in which the question begins."""
    name = f"{capital(wording.pick(roadmap.unit))} {phase.number} · {wording.pick(phase.name)} · {wording.years(phase)}"
    if place is not None:
        name += f" · {wording.say(f'label.year-of.{place.of}', year=place.year, of=place.of)}"
    yield Heading(name, level=2)
    if phase.goals:
        yield Bullets([wording.goal(goal) for goal in phase.goals])
    cited = wording.publishers(phase.sources, roadmap.sources)
    of_goals = tuple(dict.fromkeys(source for goal in phase.goals for source in goal.sources))
    if of_goals and set(of_goals) != set(phase.sources):
        years, goals = (label.lower() for label in wording.labels("years goals"))
        cited = [f"{years}: ", *cited, f" · {goals}: ", *wording.publishers(of_goals, roadmap.sources)]
    others = [wording.claim(wording.years(each), each.sources, each.note) for each in phase.alternatives]
    yield wording.facts([*(("also-stated", each) for each in others), ("note", phase.note), ("sources", cited)])


def _flags(warnings: tuple[types.Warning, ...], wording: Wording) -> Iterator[Paragraph]:
    """What a reader of the answer must not miss."""
    for warning in warnings:
        yield Paragraph(f"{capital(wording.pick(warning.message))}.", wording.say(f"label.{warning.code}"))


def compare(answer: types.CompareAnswer, wording: Wording) -> Iterator[Block]:
    """A row for each roadmap: its phases at that time, and the years that two of them share."""
    asked, count = days(answer.query.start, answer.query.end), len(answer.answers)
    yield Heading(wording.say(f"label.compared-roadmaps.{count}", asked=asked, count=count))
    rows = []
    for each in answer.answers:
        steps = "; ".join(wording.named(phase, each.unit) for phase in each.phases)
        steps = steps or wording.say("label.no-step", unit=each.unit)
        shared = ", ".join(dict.fromkeys(map(wording.years, each.overlaps)))
        rows.append([wording.pick(each.name), capital(steps), shared])
    yield Table(wording.labels("roadmap phase overlap"), rows, named=(2,))
    yield from _flags(answer.warnings, wording)


def phases(answer: types.PhasesAnswer, wording: Wording) -> Iterator[Block]:
    """Every phase of a roadmap, and the years that it shares with others."""
    roadmap = wording.roadmaps[answer.roadmap]
    yield Heading(wording.pick(roadmap.name))
    rows = []
    for each in answer.phases:
        pairs = [pair for pair in answer.overlaps if each.number in pair.phases]
        others = [(wording.years(pair), sum(pair.phases) - each.number) for pair in pairs]
        shared = ", ".join(wording.say("label.shares", years=years, other=other) for years, other in others)
        name, goals = wording.pick(each.name), str(len(each.goals))
        rows.append([str(each.number), name, wording.years(each), shared, goals])
    columns = [capital(wording.pick(roadmap.unit)), *wording.labels("name years overlap goals")]
    yield Table(columns, rows, [each.number for each in answer.phases], right=(4,), named=(3, 4))
    yield from _flags(answer.warnings, wording)


def goals(answer: types.GoalsAnswer, wording: Wording) -> Iterator[Block]:
    """The goals that were asked for, and how many mention the same words in other roadmaps."""
    unit, where = wording.labels("phase every-roadmap")
    if answer.roadmap is not None:
        roadmap = wording.roadmaps[answer.roadmap]
        unit, where = capital(wording.pick(roadmap.unit)), wording.pick(roadmap.name)
    if answer.query.phase is not None:
        where += f", {unit.lower()} {answer.query.phase}"
    text, count = answer.query.text or "", len(answer.goals)
    asked = printable(text, len(text))
    key = f"label.goals-about.{count}" if text else f"label.goals-of.{count}"
    yield Heading(wording.say(key, text=asked, where=where, count=count))
    columns, numbers = [unit, wording.say("label.goal")], [each.phase for each in answer.goals]
    rows = [[str(each.phase), wording.claim(wording.goal(each), each.sources)] for each in answer.goals]
    if answer.roadmap is None:
        columns, numbers = [wording.say("label.roadmap"), *columns], []
        rows = [[each.roadmap, *row] for each, row in zip(answer.goals, rows, strict=True)]
    if rows:
        yield Table(columns, rows, numbers)
    yield from _flags(answer.warnings, wording)
    for other in answer.elsewhere:
        words = " ".join(re.findall(r"\w[\w.]*", text))  # all that goals are searched for, and nothing to a shell
        name = wording.roadmaps[other.roadmap].name
        said = wording.say(f"label.goals-elsewhere.{other.goals}", count=other.goals, text=asked, where=name)
        yield Paragraph([f"{said}: ", wording.command(f"goals {words} --roadmap {other.roadmap}")])


def years(answer: types.YearsAnswer, wording: Wording) -> Iterator[Block]:
    """The year-to-phase table."""
    yes = wording.say("label.yes")
    rows = [[each.roadmap, str(each.year), str(each.phase or "–"), yes * each.overlap] for each in answer.years]
    columns, numbers = wording.labels("roadmap year phase overlap"), [each.phase for each in answer.years]
    yield Table(columns, rows, numbers, named=(3,))


def timeline(answer: move.TimelineAnswer, wording: Wording) -> Iterator[Block]:
    """A chart of the phases."""
    yield answer
    yield from _flags(answer.warnings, wording)


def roadmaps(answer: types.RoadmapsAnswer, wording: Wording) -> Iterator[Block]:
    """Each roadmap in a few lines."""
    for row in answer.roadmaps:
        default = f" ({wording.say('label.default')})" if row.id == answer.default else ""
        yield Heading(f"{row.id} · {wording.pick(row.name)}{default}", level=2)
        yield wording.facts(_brief(row, wording, full=False))


def _brief(row: types.RoadmapRow, wording: Wording, *, full: bool) -> Iterator[tuple[str, Inline | Text | None]]:
    by_law = any(each.kind == "law" and row.sources[0] in each.sources for each in wording.model.milestones)
    yield "issuer.law" if by_law else "issuer", row.issuer
    yield "stated", wording.date(row.stated)
    key = f"label.years-in-steps.{row.phases}"
    yield "years", wording.say(key, years=wording.years(row), count=row.phases, unit=row.unit)
    if row.follows is not None:
        name = wording.pick(wording.roadmaps[row.follows.roadmap].name)
        yield "follows", wording.claim(name, row.follows.sources, row.follows.note) if full else name
    yield "conflicts", str(row.conflicts)


def about(answer: move.AboutAnswer, wording: Wording) -> Iterator[Block]:
    """What stands behind a roadmap, and how the move stands, which is no matter of one roadmap."""
    roadmap, pick = answer.roadmap, wording.pick
    yield Heading(pick(roadmap.name))
    behind = (("note", roadmap.note), ("sources", wording.publishers(roadmap.sources)))
    yield wording.facts([("id", roadmap.id), *_brief(roadmap, wording, full=True), *behind])
    yield Heading(wording.say("label.standing", day=day(answer.as_of)), level=2)
    yield wording.facts(_standing(answer, wording))
    unit = pick(roadmap.unit)
    focus = [_claim(each, wording, f"{pick(each.horizon)} ({unit} {each.phase})") for each in roadmap.focus]
    claims = {"focus": focus, "enablers": [_claim(each, wording) for each in roadmap.enablers]}
    for kind in ("allowance", "criterion"):
        claims[kind] = [_claim(each, wording) for each in roadmap.asn_conditions if each.kind == kind]
    for key, stated in claims.items():
        if stated:
            yield Heading(wording.say(f"label.{key}"), level=2)
            yield Bullets(stated)


def _claim(claim: Focus | Enabler | Condition | Legal | move.MilestoneRow, wording: Wording, of: str = "") -> Inline:
    """What is claimed, behind what it is said of, with its sources and its note."""
    text = wording.pick(claim.text)
    return wording.claim(capital(f"{of}: {text}" if of else text), claim.sources, claim.note)


def _standing(answer: move.AboutAnswer, wording: Wording) -> Iterator[tuple[str, Inline | None]]:
    """What the plan says of the day, what was promised and put off, what came last and comes next, and the law."""
    standing, roadmap = answer.standing, wording.roadmaps[answer.roadmap.id]
    steps = [wording.named(each, roadmap.unit) for each in roadmap.phases if each.number in standing.phases]
    yield "by-plan", wording.listed(steps) or wording.say("label.no-step", unit=roadmap.unit)
    for behind, each in enumerate(standing.passed):  # those behind the first go on without a label
        status = wording.say(f"label.status-{each.status}")
        yield "" if behind else "promised", f"{wording.when(each)}: {wording.pick(each.text)} ({status})"
    for behind, slip in enumerate(standing.slips):
        times = wording.say(f"label.times.{len(slip.steps)}", count=number(len(slip.steps)))
        yield "" if behind else "postponed", f"{wording.when(slip.promised)}: {times}. {_stands_today(slip, wording)}"
    for name, claim in (("latest", standing.latest), ("upcoming", standing.upcoming), ("legal", standing.legal)):
        if claim is not None:
            yield name, _claim(claim, wording, "" if isinstance(claim, Legal) else wording.when(claim))
    note = "" if answer.checked_note is None else f" {wording.pick(answer.checked_note)}"
    yield "checked", wording.say("label.checked-on", day=partial_date(answer.checked)) + note
    yield "more", [wording.command("milestones")] if answer.milestones else None


def _stands_today(slip: move.Slip, wording: Wording) -> str:
    """The date that stands today and how much later than promised it is; or that none does."""
    key = "none" if slip.now is None else f"later.{slip.months}" if slip.months and slip.months > 0 else "same"
    return wording.say(f"label.now-{key}", when=wording.date(slip.now), months=slip.months)


def milestones(answer: move.MilestonesAnswer, wording: Wording) -> Iterator[Block]:
    """What happened and what is promised, with notes where a time or a kind was asked for; then what was put off."""
    asked = [] if answer.query is None else [wording.pick(days(answer.query.start, answer.query.end))]
    asked += [] if answer.kind is None else [wording.say(f"label.kind-{answer.kind}")]
    where = ", ".join((*asked, wording.say("label.as-of", day=day(answer.as_of))))
    count = len(answer.milestones)
    yield Heading(wording.say(f"label.found-milestones.{count}", count=count, where=where))
    rows: list[list[Inline]] = []
    for each in answer.milestones:
        kind, status = wording.labels(f"kind-{each.kind} status-{each.status}")
        said = "" if each.said is None else f" {wording.say('label.said', day=partial_date(each.said))}"
        noted = (each.people, *((each, each.outcome) if asked else ()))
        notes = [fact.note for fact in noted if fact is not None]
        what = wording.claim(f"{capital(wording.pick(each.text))}{said}", each.sources, *notes)
        rows.append([wording.when(each), kind, status, wording.people(each.people), what])
    if rows:
        yield Table(wording.labels("date kind status civil-servants what"), rows, right=(3,), named=(3,))
    if answer.slips:
        yield Heading(wording.say("label.put-off"), level=2)
    for slip in answer.slips:
        target = next(each for each in wording.model.milestones if each.id == slip.target)
        text, when = capital(wording.pick(target.text)), wording.when(slip.promised)
        steps = [wording.say("label.promised-for", text=text, when=when)]
        for step in slip.steps:
            dates = {"to": wording.date(step.to), "on": wording.date(step.on)}
            steps.append(wording.say(f"label.put-off-to.{step.to}", **dates))
        yield Paragraph(f"{' → '.join(steps)}.", _stands_today(slip, wording))


def conflicts(answer: types.ConflictsAnswer, wording: Wording) -> Iterator[Block]:
    """Each contradiction: the years in dispute, and who stands on either side. A long list of sources is shown once."""
    if not answer.conflicts:
        yield Paragraph(wording.say("label.no-conflicts"))
    shown: dict[tuple[str, ...], str] = {}
    for conflict in answer.conflicts:
        name = wording.pick(wording.roadmaps[conflict.roadmap].name)
        yield Heading(f"{wording.say(f'label.{conflict.kind}')} · {name}", level=2)
        yield Paragraph(f"{capital(wording.pick(conflict.message))}.")
        disputed = wording.listed([*map(wording.years, conflict.disputed)])
        rows: list[tuple[str, Inline]] = [(wording.say("label.disputed"), disputed)]
        same = conflict.sides[0].sources == conflict.sides[1].sources
        for side in conflict.sides[: 1 if same else 2]:
            phase, count = f"{side.roadmap} {side.phase}", len(side.sources)
            label = wording.say("label.both") if same else f"{phase}, {wording.years(side)}"
            cited: Inline = wording.cites(side.sources)
            if count > 2 and side.sources in shown:
                cited = wording.say("label.same-sources", count=count, side=shown[side.sources])
            elif count > 2:
                shown[side.sources] = phase
                cited = [f"{wording.say('label.count-sources', count=count)}: ", *cited]
            rows.append((label, cited))
        yield Facts(rows)


def sources(answer: types.SourcesAnswer, wording: Wording) -> Iterator[Block]:
    """Each source with all that is known of it."""
    for each in answer.sources:
        yield Heading(each.id, level=2)
        url = each.url and [Cite(each.url, each.url)]
        known = (each.publisher, each.title, wording.date(each.date), url, each.note, str(each.cited_by))
        yield wording.facts(zip(("publisher", "title", "date", "url", "note", "cited"), known, strict=True))


_COMMANDS = phase, compare, phases, show, goals, years, timeline, roadmaps, about, milestones, conflicts, sources
_VIEWS: dict[str, Callable[[Any, Wording], Iterator[Block]]] = {each.__name__: each for each in _COMMANDS}


def view(answer: types.Answer, wording: Wording) -> list[Block]:
    """The parts of an answer, in reading order; they come from the function above for the command."""
    return list(_VIEWS[str(answer.__struct_config__.tag).split("/")[1]](answer, wording))
