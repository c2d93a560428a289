"""The timeline as a vector chart for a slide, an article or a page: bars to scale, in words for those who can't see it.

Nothing in it comes from elsewhere, and what a plain SVG wording needs stands in attributes; the style sheet inside does
no more than turn it dark.
"""

from collections.abc import Iterator
from html import escape
from itertools import accumulate
from operator import sub
from typing import NamedTuple, get_args

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.answers.types import PhaseBrief
from iknctl.messages import Lang
from iknctl.messages.dates import day, years
from iknctl.model import MilestoneKind, Model
from iknctl.render.timeline import marks
from iknctl.render.timeline.axis import axis, middle, moment
from iknctl.render.timeline.describe import source_line, story, subtitle, title, told
from iknctl.render.timeline.lettering import width
from iknctl.render.timeline.palette import NEUTRAL, colour, ink_on
from iknctl.render.timeline.strokes import (
    BOLD,
    FONTS,
    SMALL,
    TEXT,
    Part,
    dark,
    line,
    number,
    paint,
    paragraph,
    rule,
    space,
    stack,
    tooltip,
)
from iknctl.render.wording import Wording, capital

_ROW_GAP = 10.0
_LEGEND = 20.0
_DASHED = 'stroke-width="0.75" stroke-dasharray="3 3"'
_SCALE = 42
_TICK_ROOM = 56.0


class Layout(NamedTuple):
    """The shape of a picture: labels stand in a column of `label` units or, if that is 0, above what they name."""

    name: str
    width: float
    margin: float
    label: float
    heading: float


WIDE = Layout("wide", 960, 28, 250, 22)
NARROW = Layout("narrow", 360, 10, 0, 18)


class Sheet(NamedTuple):
    """What every part of one picture is drawn with."""

    report: TimelineAnswer
    wording: Wording
    layout: Layout
    plot: marks.Plot

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.layout.width - 2 * self.layout.margin

    def told(self, text: str, size: float = TEXT, ink: str = "ink", extra: str = "") -> Part:
        """A text over the whole width."""
        return paragraph(self.layout.margin, self.room, text, size, ink, extra)


class Swatch(NamedTuple):
    """A mark as a legend shows it, and the width that it takes."""

    width: float
    marks: str


_NO_SWATCH = Swatch(0, "")


def render(report: TimelineAnswer, model: Model, lang: Lang) -> str:
    """The chart as a file of its own, with title and source."""
    return draw(report, Wording(model, lang), WIDE, framed=True) + "\n"


def draw(report: TimelineAnswer, wording: Wording, layout: Layout, *, framed: bool) -> str:
    """The chart; `framed` with title, margin and source, as it needs them where no page says them around it."""
    name = "-".join(("iknctl", *(lane.id for lane in report.roadmaps), wording.lang, layout.name))
    sheet = Sheet(report, wording, layout, _plot(report, layout, f"url(#{name}-hatch)"))
    drawn = stack(_parts(sheet, framed=framed))
    size = f'width="{number(layout.width)}" height="{number(drawn.height)}"'
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" class="iknctl" lang="{wording.lang}" xml:lang="{wording.lang}" {size} \
viewBox="0 0 {number(layout.width)} {number(drawn.height)}" role="img" aria-labelledby="{name}-title {name}-desc" \
font-family="{FONTS}">
<title id="{name}-title">{escape(title(report, wording))}</title>
<desc id="{name}-desc">{escape(story(report, wording))}</desc>
{dark()}
<defs><pattern id="{name}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
<path d="M1.5 0V7" stroke="#ffffff" stroke-width="3" stroke-opacity="0.72"/></pattern></defs>
<rect {size} {paint("paper")}/>
{drawn.marks}
</svg>"""


def _plot(report: TimelineAnswer, layout: Layout, hatch: str) -> marks.Plot:
    left = layout.margin + layout.label
    room = layout.width - layout.margin - left
    is_open = axis(report, room).is_open
    return marks.Plot(axis(report, room - marks.TIP * is_open), left, layout.width - layout.margin / 2, hatch)


def _parts(sheet: Sheet, *, framed: bool) -> Iterator[Part]:
    report, wording, layout = sheet.report, sheet.wording, sheet.layout
    if framed:
        yield space(layout.margin)
        yield sheet.told(title(report, wording), layout.heading, extra=BOLD)
        yield sheet.told(subtitle(report, wording), TEXT, "dim")
        yield space(layout.margin / 2)
    body = stack(_body(sheet))
    yield _scale(sheet, body.height)
    yield body
    yield space(_ROW_GAP)
    yield _legend(sheet)
    if framed:
        yield space(_ROW_GAP)
        yield sheet.told(source_line(report, wording), SMALL, "dim")
        yield space(layout.margin - _ROW_GAP)


def _scale(sheet: Sheet, height: float) -> Part:
    """Today and the years, each at the line where it begins; the lines run on for `height` behind what follows."""
    plot, layout, low = sheet.plot, sheet.layout, _SCALE + height
    under, over = [], []
    for year in plot.axis.ticks(_TICK_ROOM):
        last = layout.width - width(f"{year}", SMALL) - 1
        under.append(rule(plot.x(year), _SCALE - 18, low, "rule"))
        over.append(line(min(plot.x(year) + 4, last), _SCALE - 8, f"{year}", SMALL, "dim", halo="paper"))
    now = moment(sheet.report.as_of)
    if plot.shows(now):
        words = sheet.wording.say("label.today", day=day(sheet.report.as_of))
        half = width(words, SMALL, bold=True) / 2
        centre = min(max(plot.x(now), half + 2), layout.width - half - 2)
        under.append(rule(plot.x(now), SMALL + 4, low, "ink", 'stroke-width="1.5"'))
        over.append(line(centre, SMALL, words, SMALL, halo="paper", extra=f'text-anchor="middle" {BOLD}'))
    across = f'<path d="M{number(plot.left)} {_SCALE}H{number(plot.x(plot.axis.end + 1))}" {paint(stroke="edge")}/>'
    return Part(_SCALE, "".join((*under, across, *over)))


def _body(sheet: Sheet) -> Iterator[Part]:
    several = len(sheet.report.roadmaps) > 1
    for lane in sheet.report.roadmaps:
        yield space(_ROW_GAP)
        if several:
            yield sheet.told(sheet.wording.pick(lane.name), TEXT + 1, extra=BOLD)
            yield space(_ROW_GAP / 2)
        yield _lane(sheet, lane)
    shown = _shown(sheet)
    if shown:
        yield space(_ROW_GAP)
        drawn = marks.milestones(sheet.plot, [(each, told(each, sheet.wording)) for each in shown])
        yield _row(sheet, sheet.wording.say("label.milestones"), drawn)


def _lane(sheet: Sheet, lane: Lane) -> Part:
    """A roadmap: a row for each phase, then one for each overlap and gap, with guides from the bars to the overlaps."""
    wording, plot = sheet.wording, sheet.plot
    indent = max(width(str(bar.number), SMALL, bold=True) for bar in lane.phases) + _ROW_GAP + 6
    rows = [_phase(sheet, lane, bar, indent) for bar in lane.phases]
    for overlap in lane.overlaps:
        label = f"{wording.say('label.overlap')} {overlap.phases[0]} + {overlap.phases[1]}"
        rows.append(_row(sheet, label, marks.overlap(plot, overlap, wording.years(overlap)), indent))
    for gap in lane.gaps:
        rows.append(_row(sheet, wording.say("label.gap"), marks.gap(plot, gap, wording.years(gap)), indent))
    return stack((Part(0, _guides(sheet, lane, rows)), *rows))


def _guides(sheet: Sheet, lane: Lane, rows: list[Part]) -> str:
    """Lines straight down from the bars that share years to the row that says which."""
    ends = accumulate(row.height for row in rows)
    # Beside its label a bar begins where its row does; below it, where the row leaves just room for the bar.
    above = [row.height if sheet.layout.label else marks.BAR + _ROW_GAP for row in rows]
    tops = list(map(sub, ends, above))
    phases = {bar.number: tops[index] for index, bar in enumerate(lane.phases)}
    guides = []
    for overlap, bottom in zip(lane.overlaps, tops[len(phases) :], strict=False):
        top = min(phases[number] for number in overlap.phases)
        sides = [sheet.plot.x(overlap.start)] + [sheet.plot.end(overlap)] * (overlap.end is not None)
        guides += [rule(x, top, bottom + marks.BAR / 2, "edge", _DASHED) for x in sides]
    return "".join(guides)


def _phase(sheet: Sheet, lane: Lane, bar: PhaseBrief, indent: float) -> Part:
    wording, hue = sheet.wording, colour(bar.number)
    shared = [overlap for overlap in lane.overlaps if bar.number in overlap.phases]
    drawn = marks.bar(sheet.plot, bar, shared, hue, wording.years(bar))
    row = _row(sheet, wording.pick(bar.name), drawn, indent, _chip(sheet.layout.margin, bar.number))
    step = f"{capital(wording.pick(lane.unit))} {bar.number}"
    said = wording.say("label.told-bar", step=step, name=bar.name, years=years(bar))
    return Part(row.height, tooltip(row.marks, said))


def _chip(x: float, number_of_phase: int) -> str:
    """The number of a phase on its colour, as a key to the bar."""
    hue, text = colour(number_of_phase), str(number_of_phase)
    wide = width(text, SMALL, bold=True) + _ROW_GAP
    place = f'x="{number(x)}" y="1" width="{number(wide)}" height="18" rx="3"'
    square = f'<rect {place} {paint(hue, "edge")} stroke-width="0.75"/>'
    return square + line(x + wide / 2, 14.5, text, SMALL, ink_on(hue), extra=f'text-anchor="middle" {BOLD}')


def _row(sheet: Sheet, label: str, drawn: Part, indent: float = 0, chip: str = "") -> Part:
    """A label beside what it names or, where the layout has no column for it, above."""
    layout = sheet.layout
    room = (layout.label - _ROW_GAP * 2 if layout.label else sheet.room) - indent
    named = paragraph(layout.margin + indent, room, label)
    named = Part(named.height, chip + named.marks)
    if not layout.label:
        return stack((named, space(3), drawn, space(_ROW_GAP)))
    height = max(named.height + 3, drawn.height) + _ROW_GAP
    return Part(height, stack((space(3), Part(0, named.marks))).marks + drawn.marks)


def _legend(sheet: Sheet) -> Part:
    """What the marks mean, as many to a line as there is room for; only of marks that are there."""
    placed, x, y = [], 0.0, 0.0
    for swatch, text in _legend_items(sheet):
        wide = swatch.width + width(text, SMALL)
        if x and x + wide > sheet.room:
            x, y = 0.0, y + _LEGEND
        place = f"translate({number(sheet.layout.margin + x)} {number(y)})"
        words = line(swatch.width, 13, text, SMALL, "dim")
        placed.append(f'<g transform="{place}">{swatch.marks}{words}</g>')
        x += wide + 18
    return Part(y + _LEGEND if placed else 0, "".join(placed))


def _legend_items(sheet: Sheet) -> Iterator[tuple[Swatch, str]]:
    report, wording, box = sheet.report, sheet.wording, 'x="0.5" y="3.5" width="23" height="11"'
    if not sheet.plot.shows(moment(report.as_of)):
        yield _NO_SWATCH, wording.say("label.today-outside", day=day(report.as_of))
    if any(lane.overlaps for lane in report.roadmaps):
        hatched = f"<rect {box} {paint(NEUTRAL)}/><rect {box} {paint(sheet.plot.hatch)}/>"
        yield Swatch(30, hatched), wording.say("label.shared")
    if any(lane.gaps for lane in report.roadmaps):
        frame = f'<rect {box} {paint(stroke="edge")} stroke-dasharray="2 2"/>'
        yield Swatch(30, frame), wording.say("label.uncovered")
    if any(bar.end is None for lane in report.roadmaps for bar in lane.phases):
        arrow = f'<path d="M0.5 3.5H17.5L23.5 9L17.5 14.5H0.5Z" {paint(stroke="edge")}/>'
        yield Swatch(30, arrow), wording.say("label.open")
    shown = _shown(sheet)
    for kind in get_args(MilestoneKind):
        if any(each.kind == kind for each in shown):
            yield Swatch(18, marks.marker(kind, 6, 9)), wording.say(f"label.kind-{kind}")
    if len(shown) < len(report.milestones):
        yield _NO_SWATCH, wording.say("label.off-axis", count=len(report.milestones) - len(shown))


def _shown(sheet: Sheet) -> list[MilestoneRow]:
    """The milestones that lie on the axis."""
    return [each for each in sheet.report.milestones if sheet.plot.shows(middle(each.start, each.end))]
