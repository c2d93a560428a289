"""The timeline as characters: bars to scale on a year axis, from 40 columns up, in Unicode or plain ASCII."""

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text as Styled

from iknctl.answers.move import TimelineAnswer
from iknctl.messages.dates import day
from iknctl.periods import Spanning
from iknctl.render.blocks import Surface
from iknctl.render.timeline.axis import axis, middle, moment
from iknctl.render.timeline.describe import rows, sentence, wrapped
from iknctl.render.timeline.palette import terminal_colour
from iknctl.render.wording import Wording

_GLYPHS = {"phase": "█", "overlap": "╳", "gap": "┄"}
_ASCII = str.maketrans("█▒╳┄▶┬─▼│◆", "=#x.>+-v|*")  # shared years differ in shape, not in colour alone
_TICK_ROOM = 8  # a year at the right edge is moved up to three columns, and still stands clear of the one before
_LEAST_FOR_LIST, _LATEST, _COMING = 100, 3, 6  # columns, and how many milestones


def draw(timeline: TimelineAnswer, wording: Wording, surface: Surface, *, truecolor: bool = True) -> Styled:
    """The chart of a timeline: a bar has its label beside it where there is room, else above.

    On a terminal no line is wider than it. Elsewhere no text is wrapped, and the plot takes the width for charts.
    """
    drawn = Styled("\n").join(_Chart(timeline, wording, surface, truecolor).lines())
    if not surface.unicode:
        drawn.plain = drawn.plain.translate(_ASCII)
    return drawn


class _Chart:
    """What every line of a chart is drawn with."""

    def __init__(self, timeline: TimelineAnswer, wording: Wording, surface: Surface, truecolor: bool) -> None:
        self.timeline, self.wording, self.truecolor = timeline, wording, truecolor
        self.wraps = surface.width is not None
        self.width = surface.width or surface.chart_width
        # Where there is room, every year gets the same whole number of columns; an open end takes one more.
        years = axis(timeline, 1)
        count, free = years.end - years.start + 1, self.width - years.is_open
        self.axis = years._replace(width=free // count * count or free)
        self.cells = int(self.axis.width) + years.is_open
        self.today = self.column(moment(timeline.as_of))

    def column(self, year: float) -> int | None:
        return int(self.axis.at(year) + 1e-9) if self.axis.shows(year) else None

    def lines(self) -> Iterator[Styled]:
        """The axis, a row for each bar, overlap and gap, the milestones, the legend and, if there is room, a list."""
        milestones, say = self.timeline.milestones, self.wording.say
        yield from self.scale()
        for lane in self.timeline.roadmaps:
            yield from self.text(self.wording.pick(lane.name), "bold", whole=True)
            for row in rows(lane, self.wording):
                label = f"{row.number} {row.label}" if row.number else row.label
                pieces = [self.span(row.of, _GLYPHS[row.kind]), *(self.span(each, "▒") for each in row.shares)]
                tip = [(self.cells - 1, self.cells, "▶")] * (row.of.end is None)
                style = terminal_colour(row.number, self.truecolor) if row.number else "bold"
                yield from self.row(f"{label}, {self.wording.years(row.of)}", style, [*pieces, *tip])
            yield Styled()
        if milestones:
            columns = [column for each in milestones if (column := self.column(middle(each))) is not None]
            yield from self.row(say("label.milestones"), "bold", [(column, column + 1, "◆") for column in columns])
            yield Styled()
        yield from self.legend()
        if milestones and self.width >= _LEAST_FOR_LIST:
            over = [each for each in milestones if each.status in ("past", "met", "missed")]
            rest = [each for each in milestones if each not in over]
            yield Styled()
            for each in (*over[-_LATEST:], *rest[:_COMING]):
                yield from self.text(f"◆ {sentence(each, self.wording)}", indent="  ")

    def scale(self) -> Iterator[Styled]:
        """The years, and the line on which they and today are marked."""
        numbers, rule = [" "] * self.width, ["─"] * self.cells
        for year in self.axis.ticks(_TICK_ROOM):
            column = self.column(year) or 0
            rule[column] = "┬"
            place = min(column, self.width - len(str(year)))
            numbers[place : place + len(str(year))] = str(year)
        if self.today is not None:
            rule[self.today] = "▼"
        yield from (Styled("".join(numbers)), Styled("".join(rule), style="dim"))

    def span(self, of: Spanning, glyph: str) -> tuple[int, int, str]:
        """The first column of some years, the one behind their last, at least one on, and what fills them."""
        start, end = (int(place + 1e-9) for place in (self.axis.at(of.start), self.axis.behind(of)))
        return start, max(end, start + 1), glyph

    def row(self, label: str, style: str, pieces: list[tuple[int, int, str]]) -> Iterator[Styled]:
        """The pieces on one line, with the label at their right, at their left or, where neither fits, above."""
        plot = [(" ", "")] * self.width
        if self.today is not None:
            plot[self.today] = ("│", "dim")
        for start, end, glyph in pieces:
            plot[start:end] = [(glyph, style)] * (end - start)
        size = cell_len(label)
        place = max((end for _, end, _ in pieces), default=0) + 1
        if place + size > self.width:
            place = min((start for start, _, _ in pieces), default=0) - 1 - size
        if place < 0:
            yield from self.text(label, f"bold {style}")
        else:
            head, space, rest = label.partition(" ")
            plot[place : place + size] = [(head, f"bold {style}"), (space + rest, "")]
        runs = groupby(plot, key=lambda cell: cell[1])
        yield Styled.assemble(*(("".join(glyph for glyph, _ in run), style) for style, run in runs))

    def text(self, text: str, style: str = "", *, whole: bool = False, indent: str = "") -> Iterator[Styled]:
        """A text over the whole width; only its first word has the style, as the rest must be legible on any ground."""
        first, *rest = wrapped(text, self.width - len(indent), _cells) if self.wraps else [text]
        head, space, tail = first.partition(" ")
        yield Styled.assemble((head, style), (space + tail, style if whole else ""))
        yield from (Styled(indent + line, style if whole else "") for line in rest)

    def legend(self) -> Iterator[Styled]:
        """What the characters mean, only of those that are there; on one line where that fits."""
        say, today = self.wording.say, day(self.timeline.as_of)
        parts = [say("label.today-outside", day=today) if self.today is None else f"▼ {say('label.today', day=today)}"]
        if any(lane.overlaps for lane in self.timeline.roadmaps):
            parts.append(f"▒╳ {say('label.shared')}")
        if self.axis.is_open:
            parts.append(f"▶ {say('label.open')}")
        if self.timeline.milestones:
            parts.append(f"◆ {say('label.milestone')}")
        line = "   ".join(parts)
        for part in [line] if not self.wraps or cell_len(line) <= self.width else parts:
            yield from self.text(part, "dim", whole=True)


def _cells(char: str) -> int:
    """The columns of a character; one that may widen the character before it counts by itself."""
    return 1 if char == "\ufe0f" else cell_len(char)
