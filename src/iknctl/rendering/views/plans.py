"""Answers about whole roadmaps, in parts."""

from collections.abc import Iterator

from iknctl.messages.forms import counted, partial_date, span
from iknctl.model import Condition, Enabler, Focus, Milestone
from iknctl.rendering.blocks import Block, Bullets, Chart, Cite, Facts, Grid, Heading, Inline, Paragraph
from iknctl.rendering.reader import Reader, capital
from iknctl.rendering.views.common import flags
from iknctl.reports import shapes


def timeline(report: shapes.TimelineAnswer, reader: Reader) -> Iterator[Block]:
    yield Chart(report)
    yield from flags(report.warnings, reader)


def roadmaps(report: shapes.RoadmapsAnswer, reader: Reader) -> Iterator[Block]:
    yield Grid(
        columns=tuple(reader.say(f"label.{name}") for name in ("id", "name", "issuer", "years", "steps", "conflicts")),
        rows=tuple(
            (
                row.id + (" *" if row.id == report.default else ""),
                reader.pick(row.name),
                reader.pick(row.issuer),
                reader.years(row),
                reader.pick(counted(row.phases, row.unit)),
                str(row.conflicts),
            )
            for row in report.roadmaps
        ),
        phases=(None,) * len(report.roadmaps),
    )
    if any(row.id == report.default for row in report.roadmaps):
        yield Paragraph(reader.say("label.default-mark"))


def about(report: shapes.AboutAnswer, reader: Reader) -> Iterator[Block]:
    roadmap = report.roadmap
    yield Heading(reader.pick(roadmap.name))
    yield Facts(tuple(_about_facts(roadmap, reader)))
    yield Heading(reader.say("label.standing"), level=2)
    yield Paragraph(reader.pick(report.standing.message))
    if roadmap.focus:
        yield Heading(reader.say("label.focus"), level=2)
        yield Bullets(
            tuple(
                _claim(
                    f"{capital(reader.pick(each.horizon))} ({reader.step(roadmap.id, each.phase).lower()}): ",
                    each,
                    reader,
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
            yield Heading(reader.say(f"label.{key}"), level=2)
            yield Bullets(tuple(_claim("", each, reader) for each in claims))
    if report.milestones:
        yield Heading(reader.say("label.milestones"), level=2)
        yield milestones(report.milestones, reader)


def _about_facts(roadmap: shapes.RoadmapInFull, reader: Reader) -> Iterator[tuple[str, Inline]]:
    yield reader.say("label.id"), roadmap.id
    yield reader.say("label.issuer"), reader.pick(roadmap.issuer)
    stated = reader.say("label.unknown") if roadmap.stated is None else reader.pick(partial_date(roadmap.stated))
    yield reader.say("label.stated"), stated
    yield reader.say("label.years"), reader.years(roadmap)
    yield reader.say("label.steps"), reader.pick(counted(roadmap.phases, roadmap.unit))
    if roadmap.follows is not None:
        name = reader.pick(reader.roadmap(roadmap.follows.roadmap).name)
        yield reader.say("label.follows"), (f"{name} (", *reader.cites(roadmap.follows.sources), ")")
        if roadmap.follows.note is not None:
            yield "", reader.pick(roadmap.follows.note)
    yield reader.say("label.conflicts"), str(roadmap.conflicts)
    if roadmap.note is not None:
        yield reader.say("label.note"), reader.pick(roadmap.note)
    yield reader.say("label.sources"), reader.cites(roadmap.sources)


def _claim(before: str, claim: Focus | Enabler | Condition | Milestone, reader: Reader) -> tuple[str | Cite, ...]:
    note = "" if claim.note is None or isinstance(claim, Milestone) else f" {reader.pick(claim.note)}"
    return (f"{before}{capital(reader.pick(claim.text))} [", *reader.cites(claim.sources), f"]{note}")


def milestones(milestones: tuple[Milestone, ...], reader: Reader) -> Facts:
    rows: list[tuple[str, Inline]] = []
    for each in milestones:
        kind = capital(reader.say(f"label.kind-{each.kind}"))
        rows.append((reader.pick(span(each.start, each.end)), _claim(f"{kind}: ", each, reader)))
        if each.note is not None:
            rows.append(("", reader.pick(each.note)))
    return Facts(tuple(rows))


def years(report: shapes.YearsAnswer, reader: Reader) -> Iterator[Block]:
    yield Grid(
        columns=tuple(reader.say(f"label.{name}") for name in ("roadmap", "year", "phase", "overlap")),
        rows=tuple(
            (
                row.roadmap,
                str(row.year),
                "–" if row.phase is None else str(row.phase),
                reader.say("label.yes") if row.overlap else "",
            )
            for row in report.years
        ),
        phases=tuple(row.phase for row in report.years),
    )
