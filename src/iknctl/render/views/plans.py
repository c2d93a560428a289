"""Answers about whole roadmaps, in parts."""

from collections.abc import Iterator

from iknctl.answers import move, types
from iknctl.messages.dates import counted, day, number, partial_date, span
from iknctl.model import Condition, Enabler, Focus, Follows, Legal
from iknctl.render.blocks import Block, Bullets, Chart, Facts, Heading, Inline
from iknctl.render.views.evidence import standing_now
from iknctl.render.views.phases import flags
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
        yield Facts(tuple(_brief(row, wording)))


def _brief(row: types.RoadmapRow, wording: Wording, *, full: bool = False) -> Iterator[tuple[str, Inline]]:
    first = row.sources[0]
    by_law = any(each.kind == "law" and first in each.sources for each in wording.model.milestones)
    yield wording.say("label.issuer.law" if by_law else "label.issuer"), wording.pick(row.issuer)
    yield wording.say("label.stated"), wording.date(row.stated)
    yield wording.say("label.years"), f"{wording.years(row)}, {wording.pick(counted(row.phases, row.unit))}"
    if row.follows is not None:
        name = wording.roadmap_name(row.follows.roadmap)
        yield wording.say("label.follows"), _claim(name, row.follows, wording) if full else name
    yield wording.say("label.conflicts"), str(row.conflicts)


def about(answer: move.AboutAnswer, wording: Wording) -> Iterator[Block]:
    """What stands behind a roadmap, and how the move stands, which is no matter of one roadmap."""
    roadmap = answer.roadmap
    yield Heading(wording.pick(roadmap.name))
    facts: list[tuple[str, Inline]] = [(wording.say("label.id"), roadmap.id), *_brief(roadmap, wording, full=True)]
    if roadmap.note is not None:
        facts.append((wording.say("label.note"), wording.pick(roadmap.note)))
    yield Facts((*facts, (wording.say("label.sources"), wording.publishers(roadmap.sources))))
    yield Heading(wording.say("label.standing", day=day(answer.as_of)), level=2)
    yield Facts(tuple(_standing(answer, wording)))
    if roadmap.focus:
        yield Heading(wording.say("label.focus"), level=2)
        yield Bullets(
            tuple(
                _claim(
                    f"{capital(wording.pick(each.horizon))} ({wording.step(roadmap.id, each.phase).lower()}): "
                    f"{wording.pick(each.text)}",
                    each,
                    wording,
                )
                for each in roadmap.focus
            )
        )
    for key, claims in (
        ("enablers", roadmap.enablers),
        ("allowances", tuple(each for each in roadmap.asn_conditions if each.kind == "allowance")),
        ("criteria", tuple(each for each in roadmap.asn_conditions if each.kind == "criterion")),
    ):
        if claims:
            yield Heading(wording.say(f"label.{key}"), level=2)
            yield Bullets(tuple(_claim(wording.pick(each.text), each, wording) for each in claims))


def _standing(answer: move.AboutAnswer, wording: Wording) -> Iterator[tuple[str, Inline]]:
    """What the plan says of the day, what was promised and put off, what came last and comes next, and the law."""
    standing, roadmap = answer.standing, answer.roadmap
    unit = wording.pick(roadmap.unit)
    planned = [each for each in wording.roadmap(roadmap.id).phases if each.number in standing.phases]
    steps = [f"{unit} {each.number}, {wording.pick(each.name)} ({wording.years(each)})" for each in planned]
    yield wording.say("label.by-plan"), wording.listed(steps) if steps else wording.say("label.no-step", unit=unit)
    key = "label.promised"
    for each in standing.passed:
        status = wording.say(f"label.status-{each.status}")
        yield wording.say(key) if each is standing.passed[0] else "", f"{_dated(each, wording)} ({status})"
    for slip in standing.slips:
        times = wording.say(f"label.times.{len(slip.steps)}", count=number(len(slip.steps)))
        when = wording.pick(span(slip.promised.start, slip.promised.end))
        label = wording.say("label.postponed") if slip is standing.slips[0] else ""
        yield label, f"{when}: {times}. {standing_now(slip, wording)}"
    for key, milestone in (("latest", standing.latest), ("upcoming", standing.upcoming)):
        if milestone is not None:
            yield wording.say(f"label.{key}"), _claim(_dated(milestone, wording), milestone, wording)
    if standing.legal is not None:
        yield wording.say("label.legal"), _claim(wording.pick(standing.legal.text), standing.legal, wording)
    yield wording.say("label.checked"), wording.say("label.checked-on", day=partial_date(answer.checked))
    if answer.checked_note is not None:
        yield "", wording.pick(answer.checked_note)
    if answer.milestones:
        yield wording.say("label.more"), (wording.command("milestones"),)


def _dated(milestone: move.MilestoneRow, wording: Wording) -> str:
    return f"{wording.pick(span(milestone.start, milestone.end))}: {wording.pick(milestone.text)}"


def _claim(
    text: str, claim: Focus | Enabler | Condition | Follows | Legal | move.MilestoneRow, wording: Wording
) -> Inline:
    """The text, who published it, and the claim's note."""
    note = "" if claim.note is None else f" {wording.pick(claim.note)}"
    return (f"{capital(text)} [", *wording.publishers(claim.sources), f"]{note}")
