"""Answers about what came of the plans, who contradicts whom, and who says so, in parts."""

from collections.abc import Iterator

from iknctl.answers import move, types
from iknctl.conflicts import Conflict
from iknctl.messages.dates import counted, day, days, partial_date, span
from iknctl.model import Text
from iknctl.render.blocks import Block, Facts, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.wording import Wording, capital

_MONTH = Text(en="month", id="bulan")


def milestones(answer: move.MilestonesAnswer, wording: Wording) -> Iterator[Block]:
    """What happened and what is promised, in order; then each target that was put off. A note of a milestone is shown
    where a time or a kind was asked for."""
    kind = None if answer.kind is None else wording.say(f"label.kind-{answer.kind}")
    asked = None if answer.query is None else wording.pick(days(answer.query.start, answer.query.end))
    where = ", ".join(part for part in (kind, asked, wording.say("label.as-of", day=day(answer.as_of))) if part)
    count = len(answer.milestones)
    yield Heading(wording.say(f"label.found-milestones.{count}", count=count, where=where))
    rows = tuple(
        (
            wording.pick(span(each.start, each.end)),
            wording.say(f"label.kind-{each.kind}"),
            wording.say(f"label.status-{each.status}"),
            wording.people(each.people),
            _told(each, wording, noted=kind is not None or asked is not None),
        )
        for each in answer.milestones
    )
    if rows:
        names = ("date", "kind", "status", "civil-servants", "what")
        columns = tuple(wording.say(f"label.{name}") for name in names)
        yield Table(columns, rows, (None,) * count, right=(3,), sentence=4)
    if answer.slips:
        yield Heading(wording.say("label.put-off"), level=2)
        yield from (Flag(standing_now(slip, wording), _chain(slip, wording)) for slip in answer.slips)


def _told(milestone: move.MilestoneRow, wording: Wording, *, noted: bool) -> Inline:
    said = "" if milestone.said is None else f" {wording.say('label.said', day=partial_date(milestone.said))}"
    notes = [milestone.people.note] if milestone.people else []
    if noted:
        notes += [milestone.note, milestone.outcome.note if milestone.outcome else None]
    remarks = "".join(f" {wording.pick(note)}" for note in notes if note is not None)
    return (f"{capital(wording.pick(milestone.text))}{said} [", *wording.publishers(milestone.sources), f"]{remarks}")


def _chain(slip: move.Slip, wording: Wording) -> str:
    """A target, the time it was promised for, and each later date with the day of its announcement."""
    target = next(each for each in wording.model.milestones if each.id == slip.target)
    when = span(slip.promised.start, slip.promised.end)
    steps = [wording.say("label.promised-for", text=capital(wording.pick(target.text)), when=when)]
    for step in slip.steps:
        on = partial_date(step.on)
        if step.to is None:
            steps.append(wording.say("label.put-off-open", on=on))
        else:
            steps.append(wording.say("label.put-off-to", to=partial_date(step.to), on=on))
    return f"{' → '.join(steps)}."


def standing_now(slip: move.Slip, wording: Wording) -> str:
    """The date that stands now, and how much later than promised it is; that none does."""
    if slip.now is None:
        return wording.say("label.now-none")
    words = {"when": partial_date(slip.now), "length": counted(slip.months or 0, _MONTH)}
    return wording.say("label.now-later" if slip.months and slip.months > 0 else "label.now", **words)


def conflicts(answer: types.ConflictsAnswer, wording: Wording) -> Iterator[Block]:
    """Each contradiction: the years in dispute, and who stands on either side. A long list of sources is shown once."""
    if not answer.conflicts:
        yield Paragraph(wording.say("label.no-conflicts"))
    shown: dict[tuple[str, ...], str] = {}
    for conflict in answer.conflicts:
        kind = wording.say(f"label.{conflict.kind}")
        yield Heading(f"{kind} · {wording.roadmap_name(conflict.roadmap)}", level=2)
        yield Paragraph(wording.sentence(conflict.message))
        disputed = wording.listed([wording.years(each) for each in conflict.disputed])
        yield Facts(((wording.say("label.disputed"), disputed), *_sides(conflict, shown, wording)))


def _sides(conflict: Conflict, shown: dict[tuple[str, ...], str], wording: Wording) -> Iterator[tuple[str, Inline]]:
    one, other = conflict.sides
    both = one.sources == other.sources
    for side in (one,) if both else (one, other):
        name = f"{side.roadmap} {side.phase}"
        label = wording.say("label.both") if both else f"{name}, {wording.years(side)}"
        count = len(side.sources)
        if count > 2 and side.sources in shown:
            yield label, wording.say("label.same-sources", count=count, side=shown[side.sources])
        else:
            shown[side.sources] = name
            counting = f"{wording.say('label.count-sources', count=count)}: " if count > 2 else ""
            yield label, (counting, *wording.cites(side.sources))


def sources(answer: types.SourcesAnswer, wording: Wording) -> Iterator[Block]:
    """Each source with all that is known of it."""
    for source in answer.sources:
        yield Heading(source.id, level=2)
        known = {
            "publisher": source.publisher,
            "title": source.title,
            "date": wording.date(source.date),
            "url": source.url,
            "note": None if source.note is None else wording.pick(source.note),
            "cited": str(source.cited_by),
        }
        yield Facts(tuple((wording.say(f"label.{name}"), value) for name, value in known.items() if value is not None))
