"""Answers about whole roadmaps, in parts."""

from collections.abc import Iterator

from iknctl.answers import move, types
from iknctl.messages.dates import counted, partial_date, span
from iknctl.model import Condition, Enabler, Focus
from iknctl.render.blocks import Block, Bullets, Chart, Cite, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.views.common import flags
from iknctl.render.wording import Wording, capital


def timeline(report: move.TimelineAnswer, wording: Wording) -> Iterator[Block]:
    yield Chart(report)
    yield from flags(report.warnings, wording)


def roadmaps(report: types.RoadmapsAnswer, wording: Wording) -> Iterator[Block]:
    yield Table(
        columns=tuple(wording.say(f"label.{name}") for name in ("id", "name", "issuer", "years", "steps", "conflicts")),
        rows=tuple(
            (
                row.id + (" *" if row.id == report.default else ""),
                wording.pick(row.name),
                wording.pick(row.issuer),
                wording.years(row),
                wording.pick(counted(row.phases, row.unit)),
                str(row.conflicts),
            )
            for row in report.roadmaps
        ),
        phases=(None,) * len(report.roadmaps),
    )
    if any(row.id == report.default for row in report.roadmaps):
        yield Paragraph(wording.say("label.default-mark"))


def about(report: move.AboutAnswer, wording: Wording) -> Iterator[Block]:
    roadmap = report.roadmap
    yield Heading(wording.pick(roadmap.name))
    yield Facts(tuple(_about_facts(roadmap, wording)))
    yield Heading(wording.say("label.standing"), level=2)
    yield Paragraph(wording.pick(report.standing.message))
    if roadmap.focus:
        yield Heading(wording.say("label.focus"), level=2)
        yield Bullets(
            tuple(
                _claim(
                    f"{capital(wording.pick(each.horizon))} ({wording.step(roadmap.id, each.phase).lower()}): ",
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
            yield Bullets(tuple(_claim("", each, wording) for each in claims))
    if report.milestones:
        yield Heading(wording.say("label.milestones"), level=2)
        yield milestones(report.milestones, wording)


def _about_facts(roadmap: move.RoadmapInFull, wording: Wording) -> Iterator[tuple[str, Inline]]:
    yield wording.say("label.id"), roadmap.id
    yield wording.say("label.issuer"), wording.pick(roadmap.issuer)
    stated = wording.say("label.unknown") if roadmap.stated is None else wording.pick(partial_date(roadmap.stated))
    yield wording.say("label.stated"), stated
    yield wording.say("label.years"), wording.years(roadmap)
    yield wording.say("label.steps"), wording.pick(counted(roadmap.phases, roadmap.unit))
    if roadmap.follows is not None:
        name = wording.pick(wording.roadmap(roadmap.follows.roadmap).name)
        yield wording.say("label.follows"), (f"{name} (", *wording.cites(roadmap.follows.sources), ")")
        if roadmap.follows.note is not None:
            yield "", wording.pick(roadmap.follows.note)
    yield wording.say("label.conflicts"), str(roadmap.conflicts)
    if roadmap.note is not None:
        yield wording.say("label.note"), wording.pick(roadmap.note)
    yield wording.say("label.sources"), wording.cites(roadmap.sources)


def _claim(
    before: str, claim: Focus | Enabler | Condition | move.MilestoneRow, wording: Wording
) -> tuple[str | Cite, ...]:
    note = "" if claim.note is None or isinstance(claim, move.MilestoneRow) else f" {wording.pick(claim.note)}"
    return (f"{before}{capital(wording.pick(claim.text))} [", *wording.cites(claim.sources), f"]{note}")


def milestones(milestones: tuple[move.MilestoneRow, ...], wording: Wording) -> Facts:
    rows: list[tuple[str, Inline]] = []
    for each in milestones:
        kind = capital(wording.say(f"label.kind-{each.kind}"))
        rows.append((wording.pick(span(each.start, each.end)), _claim(f"{kind}: ", each, wording)))
        if each.note is not None:
            rows.append(("", wording.pick(each.note)))
    return Facts(tuple(rows))


def milestones_of(report: move.MilestonesAnswer, wording: Wording) -> Iterator[Block]:
    yield milestones(report.milestones, wording)


def years(report: types.YearsAnswer, wording: Wording) -> Iterator[Block]:
    yield Table(
        columns=tuple(wording.say(f"label.{name}") for name in ("roadmap", "year", "phase", "overlap")),
        rows=tuple(
            (
                row.roadmap,
                str(row.year),
                "–" if row.phase is None else str(row.phase),
                wording.say("label.yes") if row.overlap else "",
            )
            for row in report.years
        ),
        phases=tuple(row.phase for row in report.years),
    )
