"""Answers about whole roadmaps, in parts."""

from collections.abc import Iterator

from iknctl.answers import move, types
from iknctl.messages.dates import counted, day, number, partial_date, span
from iknctl.model import Condition, Enabler, Focus, Follows, Legal
from iknctl.render.blocks import Block, Bullets, Chart, Facts, Heading, Inline
from iknctl.render.views.evidence import stands_today
from iknctl.render.views.phases import flags, named
from iknctl.render.wording import Wording, capital


def timeline(answer: move.TimelineAnswer, wording: Wording) -> Iterator[Block]:
    """A chart of the phases."""
    yield Chart(answer)
    yield from flags(answer.warnings, wording)


def roadmaps(answer: types.RoadmapsAnswer, wording: Wording) -> Iterator[Block]:
    """Each roadmap in a few lines."""
    for row in answer.roadmaps:
        default = f" ({wording.say('label.default')})" if row.id == answer.default else ""
        yield Heading(f"{row.id} · {wording.pick(row.name)}{default}", level=2)
        yield Facts([*_brief(row, wording, full=False)])


def _brief(row: types.RoadmapRow, wording: Wording, *, full: bool) -> Iterator[tuple[str, Inline]]:
    by_law = any(each.kind == "law" and row.sources[0] in each.sources for each in wording.model.milestones)
    yield wording.say("label.issuer.law" if by_law else "label.issuer"), wording.pick(row.issuer)
    yield wording.say("label.stated"), wording.date(row.stated)
    yield wording.say("label.years"), f"{wording.years(row)}, {wording.pick(counted(row.phases, row.unit))}"
    if row.follows is not None:
        name = wording.pick(wording.roadmap(row.follows.roadmap).name)
        yield wording.say("label.follows"), _claim(row.follows, wording, name) if full else name
    yield wording.say("label.conflicts"), str(row.conflicts)


def about(answer: move.AboutAnswer, wording: Wording) -> Iterator[Block]:
    """What stands behind a roadmap, and how the move stands, which is no matter of one roadmap."""
    roadmap = answer.roadmap
    yield Heading(wording.pick(roadmap.name))
    facts: list[tuple[str, Inline]] = [(wording.say("label.id"), roadmap.id), *_brief(roadmap, wording, full=True)]
    if roadmap.note is not None:
        facts.append((wording.say("label.note"), wording.pick(roadmap.note)))
    yield Facts([*facts, (wording.say("label.sources"), wording.publishers(roadmap.sources))])
    yield Heading(wording.say("label.standing", day=day(answer.as_of)), level=2)
    yield Facts([*_standing(answer, wording)])
    focus = []
    for each in roadmap.focus:
        phase = wording.step(roadmap.id, each.phase).lower()
        focus.append(_claim(each, wording, f"{wording.pick(each.horizon)} ({phase}): "))
    parts = {
        "focus": focus,
        "enablers": [_claim(each, wording) for each in roadmap.enablers],
        "allowances": [_claim(each, wording) for each in roadmap.asn_conditions if each.kind == "allowance"],
        "criteria": [_claim(each, wording) for each in roadmap.asn_conditions if each.kind == "criterion"],
    }
    for key, items in parts.items():
        if items:
            yield Heading(wording.say(f"label.{key}"), level=2)
            yield Bullets(items)


def _standing(answer: move.AboutAnswer, wording: Wording) -> Iterator[tuple[str, Inline]]:
    """What the plan says of the day, what was promised and put off, what came last and comes next, and the law."""
    standing, roadmap = answer.standing, wording.roadmap(answer.roadmap.id)
    steps = [named(each, roadmap.unit, wording) for each in roadmap.phases if each.number in standing.phases]
    none = wording.say("label.no-step", unit=roadmap.unit)
    yield wording.say("label.by-plan"), wording.listed(steps) or none
    label = wording.say("label.promised")
    for each in standing.passed:
        status = wording.say(f"label.status-{each.status}")
        yield label, f"{_when(each, wording)}: {wording.pick(each.text)} ({status})"
        label = ""
    label = wording.say("label.postponed")
    for slip in standing.slips:
        times = wording.say(f"label.times.{len(slip.steps)}", count=number(len(slip.steps)))
        yield label, f"{_when(slip.promised, wording)}: {times}. {stands_today(slip, wording)}"
        label = ""
    for key, milestone in (("latest", standing.latest), ("upcoming", standing.upcoming)):
        if milestone is not None:
            yield wording.say(f"label.{key}"), _claim(milestone, wording, f"{_when(milestone, wording)}: ")
    if standing.legal is not None:
        yield wording.say("label.legal"), _claim(standing.legal, wording)
    note = "" if answer.checked_note is None else f" {wording.pick(answer.checked_note)}"
    yield wording.say("label.checked"), wording.say("label.checked-on", day=partial_date(answer.checked)) + note
    if answer.milestones:
        yield wording.say("label.more"), [wording.command("milestones")]


def _when(stated: move.MilestoneRow | move.Promised, wording: Wording) -> str:
    return wording.pick(span(stated.start, stated.end))


def _claim(
    claim: Focus | Enabler | Condition | Follows | Legal | move.MilestoneRow, wording: Wording, before: str = ""
) -> Inline:
    """The claim's text, if it has one, who published it, and its note."""
    text = before if isinstance(claim, Follows) else capital(before + wording.pick(claim.text))
    note = "" if claim.note is None else f" {wording.pick(claim.note)}"
    return [f"{text} [", *wording.publishers(claim.sources), f"]{note}"]
