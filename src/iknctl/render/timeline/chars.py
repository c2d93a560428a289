"""The timeline as characters: bars to scale on a year axis, from 40 columns up, in Unicode or plain ASCII."""

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from iknctl.answers.move import TimelineAnswer
from iknctl.messages.dates import day
from iknctl.render.timeline.describe import Axis, rows
from iknctl.render.timeline.palette import Surface, terminal_colour
from iknctl.render.wording import Wording

_GLYPHS = {"phase": "█", "overlap": "╳", "gap": "┄"}
_ASCII = str.maketrans("█▒╳┄▶┬─▼│◆", "=#x.>+-v|*")  # shared years differ in shape, not in colour alone
_TICK_ROOM = 8  # a year at the right edge is moved up to three columns, and still stands clear of the one before
_UNBOUNDED = 10**9  # columns, where nothing is wrapped


def draw(timeline: TimelineAnswer, wording: Wording, surface: Surface, *, truecolor: bool = True) -> Styled:
    """The chart of a timeline: a bar has its label beside it where there is room, else above.

    On a terminal no line is wider than it. Elsewhere no text is wrapped, and the plot takes the width for charts.
    """
    drawn = Styled("\n").join(_Chart(timeline, surface).lines(timeline, wording, truecolor))
    if not surface.unicode:
        drawn.plain = drawn.plain.translate(_ASCII)
    return drawn


class _Chart:
    """Draws the lines of a chart on so many columns."""

    def __init__(self, timeline: TimelineAnswer, surface: Surface) -> None:
        self.width, self.room = surface.width or surface.chart_width, surface.width or _UNBOUNDED
        # Where there is room, every year gets the same whole number of columns; an open end takes one more.
        self.axis = Axis(timeline, self.width, tip=1)
        count, today = self.axis.end - self.axis.start + 1, str(timeline.as_of)
        self.axis.width = self.axis.width // count * count or self.axis.width
        place = self.axis.place(today, today)
        self.today = None if place is None else _column(place)

    def lines(self, timeline: TimelineAnswer, wording: Wording, truecolor: bool) -> Iterator[Styled]:
        """The axis, a row for each bar, overlap and gap, the milestones, and the legend."""
        say, milestones, today = wording.say, timeline.milestones, day(timeline.as_of)
        yield from self.scale()
        for lane in timeline.roadmaps:
            yield from self.text(Styled(wording.pick(lane.name), "bold"))
            for row in rows(lane, wording):
                style = terminal_colour(row.number, truecolor) if row.number else "bold"
                filled = [(row.of, _GLYPHS[row.kind]), *((each, "▒") for each in row.shares)]
                pieces = [(self.axis.at(of.start), self.axis.behind(of), glyph) for of, glyph in filled]
                if row.of.end is None:
                    pieces.append((self.axis.behind(row.of) - 1, self.axis.behind(row.of), "▶"))
                yield from self.row(f"{row.label}, {wording.years(row.of)}", style, pieces)
            yield Styled()
        if milestones:
            places = [self.axis.place(each.start, each.end) for each in milestones]
            marks = [(place, place, "◆") for place in places if place is not None]
            yield from self.row(say("label.milestones"), "bold", marks)
            yield Styled()
        # The legend tells only of what is there, on one line where that fits.
        legend = [say("label.today-outside", day=today) if self.today is None else f"▼ {say('label.today', day=today)}"]
        legend += [f"▒╳ {say('label.shared')}"] * any(lane.overlaps for lane in timeline.roadmaps)
        legend += [f"▶ {say('label.open')}"] * (self.axis.tip > 0)
        legend += [f"◆ {say('label.milestone')}"] * bool(milestones)
        line = "   ".join(legend)
        for part in [line] if cell_len(line) <= self.room else legend:
            yield from self.text(Styled(part, "dim"))

    def scale(self) -> Iterator[Styled]:
        """The years, and the line on which they and today are marked."""
        numbers, rule = [" "] * self.width, ["─"] * _column(self.axis.width + self.axis.tip)
        for year in self.axis.ticks(_TICK_ROOM):
            column, digits = _column(self.axis.at(year)), str(year)
            rule[column] = "┬"
            place = min(column, self.width - len(digits))
            numbers[place : place + len(digits)] = digits
        if self.today is not None:
            rule[self.today] = "▼"
        yield from (Styled("".join(numbers)), Styled("".join(rule), style="dim"))

    def row(self, label: str, style: str, pieces: list[tuple[float, float, str]]) -> Iterator[Styled]:
        """What fills the places from one to another, at least a column, with the label right, left or above."""
        plot = [(" ", "")] * self.width
        if self.today is not None:
            plot[self.today] = ("│", "dim")
        begin, end = self.width, 0
        for place, behind, glyph in pieces:
            first, after = _column(place), max(_column(behind), _column(place) + 1)
            plot[first:after] = [(glyph, style)] * (after - first)
            begin, end = min(begin, first), max(end, after)
        head, space, rest = label.partition(" ")
        words, size = [(head, f"bold {style}"), (space + rest, "")], cell_len(label)
        if end + 1 + size <= self.width:
            plot[end + 1 : end + 1 + size] = words
        elif size < begin:
            plot[begin - 1 - size : begin - 1] = words
        else:
            yield from self.text(Styled.assemble(*words))
        runs = groupby(plot, key=lambda cell: cell[1])
        yield Styled.assemble(*(("".join(glyph for glyph, _ in run), style) for style, run in runs))

    def text(self, text: Styled) -> Iterator[Styled]:
        """A text in as many lines as it needs."""
        for line in text.wrap(Console(), self.room):
            line.rstrip()
            yield line


def _column(place: float) -> int:
    return int(place + 1e-9)
