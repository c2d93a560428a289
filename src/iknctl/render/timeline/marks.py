"""The marks that stand for years in a picture: bars, hatching, brackets, gaps and milestones."""

from collections.abc import Iterable
from typing import NamedTuple

from iknctl.answers.move import MilestoneRow
from iknctl.model import MilestoneKind
from iknctl.periods import Spanning, first_day, last_day
from iknctl.render.timeline.axis import Axis, middle, moment
from iknctl.render.timeline.lettering import width
from iknctl.render.timeline.palette import NEUTRAL, ink_on
from iknctl.render.timeline.strokes import SMALL, Part, line, number, paint, space, stack, tooltip

BAR = 24.0
TIP = 26.0  # how far an open end runs on beyond the last year of the axis
_THIN = 10.0
_PAD = 7.0
_MARKER = 5.0
_LEVEL = 16.0


class Plot(NamedTuple):
    """The part of a picture that the years lie on: an axis from `left`, with room for words up to `right`."""

    axis: Axis
    left: float
    right: float
    hatch: str

    def x(self, year: float) -> float:
        return self.left + self.axis.at(year)

    def end(self, of: Spanning) -> float:
        """Where a span ends; an open one at the tip of its arrow."""
        return self.x(self.axis.end + 1) + TIP if of.end is None else self.x(of.end + 1)

    def shows(self, year: float) -> bool:
        return self.axis.start <= year < self.axis.end + 1


def bar(plot: Plot, of: Spanning, shared: Iterable[Spanning], colour: str, years: str) -> Part:
    """A phase to scale, hatched in the years that another one shares, with its own years written on it."""
    hatching = "".join(span(plot, each, BAR, paint(plot.hatch)) for each in shared)
    outlined = span(plot, of, BAR, f'{paint(colour, "edge")} stroke-width="0.75"')
    halo = colour if hatching else "none"
    return Part(BAR, outlined + hatching + _years(plot, of, years, BAR, ink_on(colour), halo))


def overlap(plot: Plot, of: Spanning, years: str) -> Part:
    """A thin hatched bar for the years that two phases share."""
    return _thin(plot, of, years, span(plot, of, _THIN, paint(NEUTRAL)) + span(plot, of, _THIN, paint(plot.hatch)))


def gap(plot: Plot, of: Spanning, years: str) -> Part:
    """A dotted frame for years that no phase covers."""
    return _thin(plot, of, years, span(plot, of, _THIN, f'{paint(stroke="edge")} stroke-dasharray="2 2"'))


def _thin(plot: Plot, of: Spanning, years: str, shape: str) -> Part:
    aside = space((BAR - _THIN) / 2)
    return stack((aside, Part(_THIN, shape + _years(plot, of, years, _THIN, None)), aside))


def span(plot: Plot, of: Spanning, height: float, style: str) -> str:
    """A shape over some years: a bar, or an arrow where they have no end."""
    x, end = plot.x(of.start), plot.end(of)
    if of.end is not None:
        size = f'width="{number(max(end - x, 1))}" height="{number(height)}"'
        return f'<rect x="{number(x)}" y="0" {size} {style}/>'
    neck = number(end - height / 2)
    outline = f"M{number(x)} 0H{neck}L{number(end)} {number(height / 2)}L{neck} {number(height)}H{number(x)}Z"
    return f'<path d="{outline}" {style}/>'


def _years(plot: Plot, of: Spanning, years: str, height: float, on: str | None, halo: str = "none") -> str:
    """The years on the shape in the ink `on`, or beside it where they don't fit or are not meant to."""
    x, end, room = plot.x(of.start), plot.end(of), width(years, SMALL) + 2 * _PAD
    y = height / 2 + SMALL * 0.36
    if on is not None and end - x >= room:
        return line(x + _PAD, y, years, SMALL, on, halo)
    if end + room <= plot.right:
        return line(end + _PAD, y, years, SMALL, halo="paper")
    return line(x - _PAD, y, years, SMALL, halo="paper", extra='text-anchor="end"')


def milestones(plot: Plot, found: Iterable[tuple[MilestoneRow, str]]) -> Part:
    """Markers with what they stand for as tooltips, one above another where they would touch.

    A thin line runs over the days that a milestone's date leaves open.
    """
    reached: list[float] = []
    drawn = []
    for each, told in sorted(found, key=lambda pair: middle(pair[0].start, pair[0].end)):
        start = max(plot.x(moment(first_day(each.start))), plot.left)
        end = min(plot.x(moment(last_day(each.end))), plot.x(plot.axis.end + 1))
        at = plot.x(middle(each.start, each.end))
        left, right = min(start, at - _MARKER), max(end, at + _MARKER)
        level = next((level for level, taken in enumerate(reached) if taken + 3 < left), len(reached))
        reached[level : level + 1] = [right]
        y = _LEVEL * (level + 0.5)
        whisker = f'<path d="M{number(start)} {number(y)}H{number(end)}" {paint(stroke="edge")}/>'
        drawn.append(tooltip(whisker + marker(each.kind, at, y), told))
    return stack((space((BAR - _LEVEL) / 2), Part(_LEVEL * len(reached), "".join(drawn))))


def marker(kind: MilestoneKind, x: float, y: float) -> str:
    """The shape of a kind: filled for what has been said and done, hollow for what is hoped for."""
    fill = "paper" if kind in ("target", "projection") else "ink"
    return f'<path d="M{number(x)} {number(y)}{_OUTLINES[kind]}" {paint(fill, "ink")} stroke-width="1.5"/>'


_CIRCLE = "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"
_OUTLINES: dict[MilestoneKind, str] = {
    "law": "m-4-4h8v8h-8z",
    "statement": _CIRCLE,
    "postponed": "m-3.5-4.5l8 4.5l-8 4.5z",
    "target": "m0-5.5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
    "projection": _CIRCLE,
}
