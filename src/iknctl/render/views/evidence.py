"""Answers about who says so and who contradicts whom, in parts."""

from collections.abc import Iterator

from iknctl.answers import types
from iknctl.messages.dates import partial_date
from iknctl.render.blocks import Block, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.wording import Wording


def conflicts(report: types.ConflictsAnswer, wording: Wording) -> Iterator[Block]:
    if not report.conflicts:
        yield Paragraph(wording.say("label.no-conflicts"))
    for conflict in report.conflicts:
        yield Heading(
            f"{wording.say(f'label.{conflict.kind}')} · {wording.pick(wording.roadmap(conflict.roadmap).name)}", level=2
        )
        yield Paragraph(wording.sentence(conflict.message))
        yield Table(
            columns=tuple(wording.say(f"label.{name}") for name in ("side", "years", "sources")),
            rows=tuple(
                (f"{side.roadmap} {side.phase}", wording.years(side), wording.cites(side.sources))
                for side in conflict.sides
            ),
            phases=tuple(side.phase for side in conflict.sides),
        )


def sources(report: types.SourcesAnswer, wording: Wording) -> Iterator[Block]:
    for source in report.sources:
        yield Heading(source.id, level=2)
        rows: list[tuple[str, Inline]] = [(wording.say("label.publisher"), source.publisher)]
        if source.title is not None:
            rows.append((wording.say("label.title"), source.title))
        when = wording.say("label.unknown") if source.date is None else wording.pick(partial_date(source.date))
        rows.append((wording.say("label.date"), when))
        if source.url is not None:
            rows.append((wording.say("label.url"), source.url))
        if source.note is not None:
            rows.append((wording.say("label.note"), wording.pick(source.note)))
        rows.append((wording.say("label.cited"), str(source.cited_by)))
        yield Facts(tuple(rows))
