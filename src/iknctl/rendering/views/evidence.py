"""Answers about who says so and who contradicts whom, in parts."""

from collections.abc import Iterator

from iknctl.messages.forms import partial_date
from iknctl.rendering.blocks import Block, Facts, Grid, Heading, Inline, Paragraph
from iknctl.rendering.reader import Reader
from iknctl.reports import shapes


def conflicts(report: shapes.ConflictsAnswer, reader: Reader) -> Iterator[Block]:
    if not report.conflicts:
        yield Paragraph(reader.say("label.no-conflicts"))
    for conflict in report.conflicts:
        yield Heading(
            f"{reader.say(f'label.{conflict.kind}')} · {reader.pick(reader.roadmap(conflict.roadmap).name)}", level=2
        )
        yield Paragraph(reader.sentence(conflict.message))
        yield Grid(
            columns=tuple(reader.say(f"label.{name}") for name in ("side", "years", "sources")),
            rows=tuple(
                (f"{side.roadmap} {side.phase}", reader.years(side), reader.cites(side.sources))
                for side in conflict.sides
            ),
            phases=tuple(side.phase for side in conflict.sides),
        )


def sources(report: shapes.SourcesAnswer, reader: Reader) -> Iterator[Block]:
    for source in report.sources:
        yield Heading(source.id, level=2)
        rows: list[tuple[str, Inline]] = [(reader.say("label.publisher"), source.publisher)]
        if source.title is not None:
            rows.append((reader.say("label.title"), source.title))
        when = reader.say("label.unknown") if source.date is None else reader.pick(partial_date(source.date))
        rows.append((reader.say("label.date"), when))
        if source.url is not None:
            rows.append((reader.say("label.url"), source.url))
        if source.note is not None:
            rows.append((reader.say("label.note"), reader.pick(source.note)))
        rows.append((reader.say("label.cited"), str(source.cited_by)))
        yield Facts(tuple(rows))
