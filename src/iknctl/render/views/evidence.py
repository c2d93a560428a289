"""Answers about what came of the plans, who contradicts whom, and who says so, in parts."""

from collections.abc import Iterator

from iknctl.answers import move, types
from iknctl.messages.dates import counted, day, days, partial_date, span
from iknctl.model import Text
from iknctl.render.blocks import Block, Facts, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.wording import Wording, capital


def milestones(answer: move.MilestonesAnswer, wording: Wording) -> Iterator[Block]:
    """What happened and what is promised, in order; then each target that was put off.

    The notes of the milestones are shown where a time or a kind was asked for.
    """
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
        notes = [f" {wording.pick(fact.note)}" for fact in noted if fact is not None and fact.note is not None]
        text = f"{capital(wording.pick(each.text))}{said} ["
        told = [text, *wording.publishers(each.sources), "]", *notes]
        rows.append([wording.pick(span(each.start, each.end)), kind, status, wording.people(each.people), told])
    if rows:
        yield Table(wording.labels("date kind status civil-servants what"), rows, right=(3,), sentence=4)
    if answer.slips:
        yield Heading(wording.say("label.put-off"), level=2)
    for slip in answer.slips:
        target = next(each for each in wording.model.milestones if each.id == slip.target)
        when = span(slip.promised.start, slip.promised.end)
        steps = [wording.say("label.promised-for", text=capital(wording.pick(target.text)), when=when)]
        for step in slip.steps:
            key = "label.put-off-open" if step.to is None else "label.put-off-to"
            steps.append(wording.say(key, to=wording.date(step.to), on=wording.date(step.on)))
        yield Flag(stands_today(slip, wording), f"{' → '.join(steps)}.")


def stands_today(slip: move.Slip, wording: Wording) -> str:
    """The date that stands today and how much later than promised it is; or that none does."""
    key = "none" if slip.now is None else "later" if slip.months and slip.months > 0 else "same"
    months = counted(slip.months or 0, Text(en="month", id="bulan"))
    return wording.say(f"label.now-{key}", when=wording.date(slip.now), months=months)


def conflicts(answer: types.ConflictsAnswer, wording: Wording) -> Iterator[Block]:
    """Each contradiction: the years in dispute, and who stands on either side. A long list of sources is shown once."""
    if not answer.conflicts:
        yield Paragraph(wording.say("label.no-conflicts"))
    shown: dict[tuple[str, ...], str] = {}
    for conflict in answer.conflicts:
        name = wording.pick(wording.roadmap(conflict.roadmap).name)
        yield Heading(f"{wording.say(f'label.{conflict.kind}')} · {name}", level=2)
        yield Paragraph(f"{capital(wording.pick(conflict.message))}.")
        disputed = wording.listed([*map(wording.years, conflict.disputed)])
        rows: list[tuple[str, Inline]] = [(wording.say("label.disputed"), disputed)]
        one, other = conflict.sides
        for side in (one,) if one.sources == other.sources else (one, other):
            phase, count = f"{side.roadmap} {side.phase}", len(side.sources)
            label = wording.say("label.both") if one.sources == other.sources else f"{phase}, {wording.years(side)}"
            if count <= 2:
                rows.append((label, wording.cites(side.sources)))
            elif side.sources in shown:
                same = wording.say("label.same-sources", count=count, side=shown[side.sources])
                rows.append((label, same))
            else:
                shown[side.sources] = phase
                counting = wording.say("label.count-sources", count=count)
                rows.append((label, [f"{counting}: ", *wording.cites(side.sources)]))
        yield Facts(rows)


def sources(answer: types.SourcesAnswer, wording: Wording) -> Iterator[Block]:
    """Each source with all that is known of it."""
    for source in answer.sources:
        yield Heading(source.id, level=2)
        note = None if source.note is None else wording.pick(source.note)
        values = (source.publisher, source.title, wording.date(source.date), source.url, note, str(source.cited_by))
        names = wording.labels("publisher title date url note cited")
        yield Facts([(name, value) for name, value in zip(names, values, strict=True) if value is not None])
