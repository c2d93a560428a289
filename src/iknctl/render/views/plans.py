"""Answers about whole roadmaps, what came of them, who contradicts whom, and who says so, in parts."""

from collections.abc import Iterator

from iknctl.answers import move, types
from iknctl.messages.dates import day, days, number, partial_date, span
from iknctl.model import Condition, Enabler, Focus, Legal, Text
from iknctl.render.blocks import Block, Bullets, Chart, Facts, Flag, Heading, Inline, Paragraph, Table
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
        yield wording.facts(_brief(row, wording, full=False))


def _brief(row: types.RoadmapRow, wording: Wording, *, full: bool) -> Iterator[tuple[str, Inline | Text | None]]:
    by_law = any(each.kind == "law" and row.sources[0] in each.sources for each in wording.model.milestones)
    yield "issuer.law" if by_law else "issuer", row.issuer
    yield "stated", wording.date(row.stated)
    key = f"label.years-in-steps.{row.phases}"
    yield "years", wording.say(key, years=wording.years(row), count=row.phases, unit=row.unit)
    if row.follows is not None:
        name = wording.pick(wording.roadmap(row.follows.roadmap).name)
        yield "follows", wording.claim(name, row.follows.sources, row.follows.note) if full else name
    yield "conflicts", str(row.conflicts)


def about(answer: move.AboutAnswer, wording: Wording) -> Iterator[Block]:
    """What stands behind a roadmap, and how the move stands, which is no matter of one roadmap."""
    roadmap, unit = answer.roadmap, wording.pick(answer.roadmap.unit)
    yield Heading(wording.pick(roadmap.name))
    behind = (("note", roadmap.note), ("sources", wording.publishers(roadmap.sources)))
    yield wording.facts([("id", roadmap.id), *_brief(roadmap, wording, full=True), *behind])
    yield Heading(wording.say("label.standing", day=day(answer.as_of)), level=2)
    yield wording.facts(_standing(answer, wording))
    parts = {
        "focus": [
            _claim(each, wording, f"{wording.pick(each.horizon)} ({unit} {each.phase}): ") for each in roadmap.focus
        ],
        "enablers": [_claim(each, wording) for each in roadmap.enablers],
        "allowances": [_claim(each, wording) for each in roadmap.asn_conditions if each.kind == "allowance"],
        "criteria": [_claim(each, wording) for each in roadmap.asn_conditions if each.kind == "criterion"],
    }
    for key, items in parts.items():
        if items:
            yield Heading(wording.say(f"label.{key}"), level=2)
            yield Bullets(items)


def _standing(answer: move.AboutAnswer, wording: Wording) -> Iterator[tuple[str, Inline | None]]:
    """What the plan says of the day, what was promised and put off, what came last and comes next, and the law."""
    standing, roadmap = answer.standing, wording.roadmap(answer.roadmap.id)
    steps = [named(each, roadmap.unit, wording) for each in roadmap.phases if each.number in standing.phases]
    yield "by-plan", wording.listed(steps) or wording.say("label.no-step", unit=roadmap.unit)
    name = "promised"
    for each in standing.passed:
        status = wording.say(f"label.status-{each.status}")
        yield name, f"{_when(each, wording)}: {wording.pick(each.text)} ({status})"
        name = ""
    name = "postponed"
    for slip in standing.slips:
        times = wording.say(f"label.times.{len(slip.steps)}", count=number(len(slip.steps)))
        yield name, f"{_when(slip.promised, wording)}: {times}. {_stands_today(slip, wording)}"
        name = ""
    for key, milestone in (("latest", standing.latest), ("upcoming", standing.upcoming)):
        if milestone is not None:
            yield key, _claim(milestone, wording, f"{_when(milestone, wording)}: ")
    yield "legal", None if standing.legal is None else _claim(standing.legal, wording)
    note = "" if answer.checked_note is None else f" {wording.pick(answer.checked_note)}"
    yield "checked", wording.say("label.checked-on", day=partial_date(answer.checked)) + note
    yield "more", [wording.command("milestones")] if answer.milestones else None


def _when(stated: move.MilestoneRow | move.Promised, wording: Wording) -> str:
    return wording.pick(span(stated.start, stated.end))


def _claim(
    claim: Focus | Enabler | Condition | Legal | move.MilestoneRow, wording: Wording, before: str = ""
) -> Inline:
    return wording.claim(capital(before + wording.pick(claim.text)), claim.sources, claim.note)


def _stands_today(slip: move.Slip, wording: Wording) -> str:
    """The date that stands today and how much later than promised it is; or that none does."""
    key = "none" if slip.now is None else f"later.{slip.months}" if slip.months and slip.months > 0 else "same"
    return wording.say(f"label.now-{key}", when=wording.date(slip.now), months=slip.months)


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
        notes = [fact.note for fact in noted if fact is not None]
        what = wording.claim(f"{capital(wording.pick(each.text))}{said}", each.sources, *notes)
        rows.append([_when(each, wording), kind, status, _people(each, wording), what])
    if rows:
        yield Table(wording.labels("date kind status civil-servants what"), rows, right=(3,), sentence=4)
    if answer.slips:
        yield Heading(wording.say("label.put-off"), level=2)
    for slip in answer.slips:
        target = next(each for each in wording.model.milestones if each.id == slip.target)
        text, when = capital(wording.pick(target.text)), _when(slip.promised, wording)
        steps = [wording.say("label.promised-for", text=text, when=when)]
        for step in slip.steps:
            key = "label.put-off-open" if step.to is None else "label.put-off-to"
            steps.append(wording.say(key, to=wording.date(step.to), on=wording.date(step.on)))
        yield Flag(_stands_today(slip, wording), f"{' → '.join(steps)}.")


def _people(milestone: move.MilestoneRow, wording: Wording) -> str:
    """How many civil servants it is about: `3,246`, `1,700–4,100`, `at least 4,100`; empty where no count is stated."""
    if milestone.people is None:
        return ""
    least, most = milestone.people.least, milestone.people.most
    counts = "–".join(f"{each:,}" for each in dict.fromkeys((least, most or least)))
    counts = counts if wording.lang == "en" else counts.replace(",", ".")
    return wording.say("label.at-least", count=counts) if most is None else counts


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
        known = (each.publisher, each.title, wording.date(each.date), each.url, each.note, str(each.cited_by))
        yield wording.facts(zip(("publisher", "title", "date", "url", "note", "cited"), known, strict=True))
