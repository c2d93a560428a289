"""The timeline as characters: bars to scale on a year axis, from 40 columns up, in Unicode or plain ASCII."""

from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text as Styled

from iknctl.answers.move import Lane, TimelineAnswer
from iknctl.messages.dates import day
from iknctl.periods import Spanning
from iknctl.render.blocks import Surface
from iknctl.render.timeline.axis import Axis, axis, middle, moment
from iknctl.render.timeline.palette import colour
from iknctl.render.wording import Wording


class Glyphs(NamedTuple):
    """The characters of a chart: shared years differ from others in shape, not in colour alone."""

    bar: str
    shared: str
    both: str
    gap: str
    open: str
    tick: str
    rule: str
    today: str
    line: str
    milestone: str


_UNICODE = Glyphs("█", "▒", "╳", "┄", "▶", "┬", "─", "▼", "│", "◆")
_ASCII = Glyphs("=", "#", "x", ".", ">", "+", "-", "v", "|", "*")
_TICK_ROOM = 5
_LEAST_LABEL = 20
_LEAST_PLOT = 32


class Piece(NamedTuple):
    """A stretch of a row that is filled with one character."""

    years: Spanning
    glyph: str
    style: str


class Row(NamedTuple):
    """What stands on one line of the chart beside its label and its period in words."""

    label: str
    period: str
    style: str
    pieces: tuple[Piece, ...]

    def worn(self, text: str) -> Styled:
        """The label with its first word in the row's colour: the rest must be legible on any ground."""
        styled = Styled(text)
        styled.stylize(self.style, 0, len(text.partition(" ")[0]))
        return styled


class Plot(NamedTuple):
    """The part of a chart beside its labels: `cells` characters on an axis of years, in a `room` that may be wider."""

    axis: Axis
    cells: int
    room: int
    glyphs: Glyphs
    today: float

    def column(self, year: float) -> int:
        return int(self.axis.at(year) + 1e-9)

    def shows(self, year: float) -> bool:
        return self.axis.start <= year < self.axis.end + 1

    def blank(self) -> list[tuple[str, str]]:
        cells = [(" ", "")] * self.cells
        if self.shows(self.today):
            cells[self.column(self.today)] = (self.glyphs.line, "dim")
        return cells

    def row(self, row: Row) -> Styled:
        cells = self.blank()
        for piece in row.pieces:
            start = self.column(piece.years.start)
            end = self.column(self.axis.end + 1 if piece.years.end is None else piece.years.end + 1)
            for cell in range(start, max(end, start + 1)):
                cells[cell] = (piece.glyph, piece.style)
            if piece.years.end is None:
                cells[-1] = (self.glyphs.open, piece.style)
        return Styled.assemble(*cells)


class Frame(NamedTuple):
    """How lines are put together: labels beside the plot or, where that leaves too little room, above it."""

    width: int
    label: int
    period: int
    stacked: bool

    @property
    def margin(self) -> int:
        return 0 if self.stacked else self.label + self.period + 4

    def lines(self, row: Row, plotted: Styled) -> Iterator[Styled]:
        if self.stacked:
            first, *rest = wrap(f"{row.label}, {row.period}".strip(", "), self.width)
            yield from (row.worn(first), *map(Styled, rest), plotted)
            return
        first, *rest = wrap(row.label, self.label, subsequent_indent="  ")
        gap = " " * (self.label - cell_len(first))
        yield Styled.assemble(row.worn(first), gap, f"  {row.period:<{self.period}}  ", plotted)
        yield from map(Styled, rest)

    def unlabelled(self, plotted: Styled) -> Styled:
        return Styled.assemble(" " * self.margin, plotted)


def draw(report: TimelineAnswer, wording: Wording, surface: Surface) -> Styled:
    """The chart of a report. On a terminal no line is wider than it unless a single word is; elsewhere no label is
    wrapped, and the plot takes what its width for charts leaves."""
    width = surface.width
    glyphs = _UNICODE if surface.unicode else _ASCII
    lanes = [(lane, [*_rows(lane, wording, glyphs)]) for lane in report.roadmaps]
    every = [row for _, rows in lanes for row in rows]
    frame = _frame(every, width)
    room = max(surface.chart_width - frame.margin, _LEAST_PLOT) if width is None else width - frame.margin
    plot = _plot(report, room, glyphs)
    lines = [frame.unlabelled(line) for line in _scale(plot)]
    for lane, rows in lanes:
        name = wording.pick(lane.name)
        lines += [Styled(line, style="bold") for line in ([name] if width is None else wrap(name, width))]
        for row in rows:
            lines += frame.lines(row, plot.row(row))
        lines.append(Styled())
    if report.milestones:
        row = Row(wording.say("label.milestones"), "", "", ())
        lines += [*frame.lines(row, _milestones(plot, report)), Styled()]
    lines += _legend(report, wording, plot, width)
    return Styled("\n").join(lines)


def _frame(rows: list[Row], width: int | None) -> Frame:
    label = max(cell_len(row.label) for row in rows)
    period = max(cell_len(row.period) for row in rows)
    if width is None:
        return Frame(0, label, period, stacked=False)
    room = width - period - 4 - _LEAST_PLOT
    return Frame(width, min(label, max(room, 0)), period, stacked=room < min(label, _LEAST_LABEL))


def _plot(report: TimelineAnswer, room: int, glyphs: Glyphs) -> Plot:
    """A plot of at most `room` cells; where that allows it, every year gets the same whole number of them."""
    years = axis(report, 1)
    count = years.end - years.start + 1
    free = room - years.is_open
    cells = free // count * count if free >= count else free
    return Plot(years._replace(width=cells), cells + years.is_open, room, glyphs, moment(report.as_of))


def _rows(lane: Lane, wording: Wording, glyphs: Glyphs) -> Iterator[Row]:
    for bar in lane.phases:
        style = colour(bar.number)
        shared = [overlap for overlap in lane.overlaps if bar.number in overlap.phases]
        pieces = (Piece(bar, glyphs.bar, style), *(Piece(overlap, glyphs.shared, style) for overlap in shared))
        yield Row(f"{bar.number} {wording.pick(bar.name)}", wording.years(bar), f"bold {style}", pieces)
    for overlap in lane.overlaps:
        label = f"{wording.say('label.overlap')} {overlap.phases[0]} + {overlap.phases[1]}"
        yield Row(label, wording.years(overlap), "bold", (Piece(overlap, glyphs.both, "bold"),))
    for gap in lane.gaps:
        yield Row(wording.say("label.gap"), wording.years(gap), "bold", (Piece(gap, glyphs.gap, "bold"),))


def _scale(plot: Plot) -> Iterator[Styled]:
    numbers, rule = [" "] * plot.room, [plot.glyphs.rule] * plot.cells
    for year in plot.axis.ticks(_TICK_ROOM):
        place = plot.column(year)
        rule[place] = plot.glyphs.tick
        if place + 4 <= plot.room:
            numbers[place : place + 4] = f"{year:<4}"
    if plot.shows(plot.today):
        place = plot.column(plot.today)
        rule[place] = plot.glyphs.today
    yield Styled("".join(numbers))
    yield Styled("".join(rule), style="dim")


def _milestones(plot: Plot, report: TimelineAnswer) -> Styled:
    cells = plot.blank()
    for each in report.milestones:
        year = middle(each.start, each.end)
        if plot.shows(year):
            cells[plot.column(year)] = (plot.glyphs.milestone, "bold")
    return Styled.assemble(*cells)


def _legend(report: TimelineAnswer, wording: Wording, plot: Plot, width: int | None) -> Iterator[Styled]:
    glyphs = plot.glyphs
    parts = [f"{glyphs.today} {wording.say('label.today', day=day(report.as_of))}"]
    if not plot.shows(plot.today):
        parts = [wording.say("label.today-outside", day=day(report.as_of))]
    if any(lane.overlaps for lane in report.roadmaps):
        parts.append(f"{glyphs.shared}{glyphs.both} {wording.say('label.shared')}")
    if any(lane.end is None for lane in report.roadmaps):
        parts.append(f"{glyphs.open} {wording.say('label.open')}")
    if report.milestones:
        parts.append(f"{glyphs.milestone} {wording.say('label.milestone')}")
    line = ""
    for part in parts:
        if line and width is not None and cell_len(line) + 3 + cell_len(part) > width:
            yield Styled(line, style="dim")
            line = ""
        line = f"{line}   {part}" if line else part
    yield Styled(line, style="dim")
