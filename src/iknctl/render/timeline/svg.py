"""The timeline as a picture in SVG: bars to scale on an axis of years, and the milestones, numbered and listed.

It loads nothing. All that it needs stands in attributes of SVG 1.1; the style sheet inside only turns it dark.
"""

from html import escape

from rich.cells import cell_len

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.messages.dates import day
from iknctl.periods import Spanning
from iknctl.render.timeline.describe import Axis, headings, rows, sentence, source_line, story, wrapped
from iknctl.render.timeline.palette import DARK, LIGHT, NEUTRAL, colours
from iknctl.render.wording import Wording

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
_WIDTH, _LABEL = 960.0, 260.0  # of the picture, and of the column of labels in it
_TEXT, _SMALL, _LEADING = 14.0, 12.0, 1.3
_COLUMN = 0.65  # how wide a character may be, in parts of the font's size, as the reader's font is not known
_BAR, _THIN, _GAP = 24.0, 10.0, 8.0
_TIP = 26.0  # how far an open end runs on beyond the last year of the axis
_INK, _DIM, _GREY, _MIDDLE = f'fill="{LIGHT.ink}"', f'fill="{LIGHT.dim}"', f'fill="{NEUTRAL}"', ' text-anchor="middle"'
_BOLD = f'{_INK} font-weight="600"'
_FULL, _HOLLOW = f'fill="{LIGHT.edge}"', f'fill="{LIGHT.paper}" stroke="{LIGHT.edge}"'
_DOTTED = f'fill="none" stroke="{LIGHT.edge}" stroke-dasharray="2 2"'
# The dark style sheet finds what is drawn in a light colour by its code, and gives it the dark one of the same name.
_DARK = "".join(
    f'.iknctl [{part}="{light}"]{{{part}:{dark}}}'
    for part in ("fill", "stroke")
    for light, dark in zip(LIGHT, DARK, strict=True)
)


def draw(timeline: TimelineAnswer, wording: Wording, *, framed: bool) -> str:
    """The picture; `framed` with title, list of milestones and source. An HTML page has these of its own."""
    name = "-".join(("iknctl", *(lane.id for lane in timeline.roadmaps), wording.lang))
    picture = _Picture(timeline, wording, f'fill="url(#{name}-hatch)"', framed=framed)
    size, lines = f'width="{_WIDTH:g}" height="{picture.y:.1f}"', "\n".join(picture.drawn)
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" class="iknctl" lang="{wording.lang}" xml:lang="{wording.lang}" {size} \
viewBox="0 0 {_WIDTH:g} {picture.y:.1f}" role="img" aria-labelledby="{name}-title {name}-desc" font-family="{FONTS}">
<title id="{name}-title">{escape(headings(timeline, wording)[0])}</title>
<desc id="{name}-desc">{escape(story(timeline, wording))}</desc>
<style>@media screen and (prefers-color-scheme:dark){{{_DARK}}}</style>
<defs><pattern id="{name}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
<path d="M1.5 0V7" stroke="#fff" stroke-width="3" stroke-opacity="0.72"/></pattern></defs>
<rect {size} fill="{LIGHT.paper}"/>
{lines}
</svg>
"""


class _Picture:
    """A picture that is drawn from the top downwards: `y` is where the next row begins."""

    def __init__(self, timeline: TimelineAnswer, wording: Wording, hatch: str, *, framed: bool) -> None:
        self.timeline, self.wording, self.hatch = timeline, wording, hatch
        self.drawn: list[str] = []
        self.y = self.margin = 28.0 if framed else 2.0
        self.axis = Axis(timeline, _WIDTH - 2 * self.margin - _LABEL, self.margin + _LABEL, _TIP)
        if framed:
            title, about = headings(timeline, wording)
            self.paragraph(title, 22, _BOLD)
            self.paragraph(about, _TEXT, _DIM)
        self.y = top = self.y + 48
        for lane in timeline.roadmaps:
            self.lane(lane)
        if timeline.milestones:
            self.markers()
        self.scale(top)
        self.legend()
        if framed:
            self.listing()
            self.paragraph(source_line(timeline, wording), _SMALL, _DIM)
            self.y += self.margin / 2

    def text(self, x: float, y: float, words: str, size: float = _SMALL, style: str = _INK) -> None:
        """One line of text on its baseline."""
        self.drawn.append(f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" {style}>{escape(words)}</text>')

    def paragraph(self, text: str, size: float, style: str = _INK, x: float = 0, right: float = 0) -> None:
        """A text in as many lines as it needs between `x` and `right`, or the margins."""
        x, right = x or self.margin, right or _WIDTH - self.margin
        for line in wrapped(text, int((right - x) / size / _COLUMN)):
            self.text(x, self.y + size, line, size, style)
            self.y += size * _LEADING

    def boxed(self, x: float, y: float, words: str, style: str, ink: str) -> None:
        """Small text in the middle of a box, of which `x` is the middle as well."""
        place = f'x="{x - _width(words) / 2:.2f}" y="{y:.2f}" width="{_width(words):.2f}" height="16" rx="3"'
        self.drawn.append(f"<rect {place} {style}/>")
        self.text(x, y + 12.3, words, style=f'fill="{ink}"{_MIDDLE}')

    def marker(self, x: float, y: float, number: int, milestone: MilestoneRow) -> None:
        """The number of a milestone: light on dark if it has happened, dark on light if it was only hoped for."""
        happened = milestone.status in ("past", "met") and milestone.kind != "projection"
        style, ink = (_FULL, LIGHT.paper) if happened else (_HOLLOW, LIGHT.ink)
        self.boxed(x, y, str(number), style, ink)

    def bar(self, of: Spanning, height: float, style: str) -> None:
        """A bar over some years in the middle of a row, or an arrow where they have no end."""
        x, end, top, half = self.axis.at(of.start), self.axis.behind(of), self.y + (_BAR - height) / 2, height / 2
        tip = half if of.end is None else 0
        path = f"M{x:.2f} {top:.2f}H{end - tip:.2f}l{tip:g} {half:g}l-{tip:g} {half:g}H{x:.2f}z"
        self.drawn.append(f'<path d="{path}" {style}/>')

    def line(self, path: str, ink: str, style: str = "") -> None:
        """A line behind all that has been drawn so far."""
        self.drawn.insert(0, f'<path d="{path}" fill="none" stroke="{ink}" {style}/>')

    def scale(self, top: float) -> None:
        """Today and the years, each at the line where it begins, from above the rows down to where they end."""
        for year in self.axis.ticks(56):
            x = self.axis.at(year)
            self.line(f"M{x:.2f} {top - 18:.2f}V{self.y:.2f}", LIGHT.rule)
            self.text(min(x + 4, _WIDTH - _width(str(year))), top - 8, str(year), style=_DIM)
        today = self.axis.place(str(self.timeline.as_of), str(self.timeline.as_of))
        key, x = ("label.today", today) if today else ("label.today-outside", self.axis.left)
        words = self.wording.say(key, day=day(self.timeline.as_of))
        self.text(min(x, _WIDTH - _width(words) / 2), top - 30, words, style=_BOLD + _MIDDLE)
        if today:
            self.line(f"M{x:.2f} {top - 26:.2f}V{self.y:.2f}", LIGHT.ink, 'stroke-width="1.5"')
        self.line(f"M{self.axis.left:.2f} {top:.2f}H{self.axis.at(self.axis.end + 1):.2f}", LIGHT.edge)

    def lane(self, lane: Lane) -> None:
        """A roadmap: a row for each phase, overlap and gap, with guides that tie an overlap to its bars."""
        self.y += _GAP
        if len(self.timeline.roadmaps) > 1:
            self.paragraph(self.wording.pick(lane.name), _TEXT + 1, _BOLD)
            self.y += _GAP / 2
        indent = max(_width(str(bar.number)) for bar in lane.phases)
        tops: dict[Spanning, float] = {}  # for each overlap, the top of the first bar that shares it
        for row in rows(lane, self.wording):
            top, years, (hue, ink) = self.y, self.wording.years(row.of), colours(row.number)
            start, end, wide = self.axis.at(row.of.start), self.axis.behind(row.of), _width(years) + 6
            # The years stand on the bar of a phase, if they fit, else beside it.
            place, ground, years_ink = end + wide / 2, LIGHT.paper, LIGHT.ink
            if row.kind == "phase":
                style = f'fill="{hue}" stroke="{LIGHT.edge}"'
                self.boxed(self.margin + indent / 2, top + 4, str(row.number), style, ink)
                self.bar(row.of, _BAR, style)
                if end - start >= wide:
                    place, ground, years_ink = start + wide / 2, hue, ink
            elif row.kind == "overlap":
                self.bar(row.of, _THIN, _GREY)
                self.bar(row.of, _THIN, self.hatch)
                for x in (start, end):
                    self.line(f"M{x:.2f} {tops[row.of]:.2f}V{top + _BAR / 2:.2f}", LIGHT.edge, 'stroke-dasharray="3 3"')
            else:
                self.bar(row.of, _THIN, _DOTTED)
            for each in row.shares:
                self.bar(each, _BAR, self.hatch)
                tops.setdefault(each, top)
            if place + wide / 2 > _WIDTH:
                place = start - wide / 2
            self.boxed(place, top + 4, years, f'fill="{ground}"', years_ink)
            self.y += 3
            label = row.label.removeprefix(f"{row.number} ")
            self.paragraph(label, _TEXT, x=self.margin + indent + 6, right=self.axis.left - 10)
            self.y = max(self.y, top + _BAR) + _GAP

    def markers(self) -> None:
        """The numbers of the milestones at their time, one below another where they would touch."""
        self.y += _GAP
        self.text(self.margin, self.y + _TEXT, self.wording.say("label.milestones"), _TEXT)
        rights: list[float] = []  # where each line of markers ends so far
        for number, each in enumerate(self.timeline.milestones, 1):
            if place := self.axis.place(each.start, each.end):
                half = _width(str(number)) / 2
                x = min(place, _WIDTH - half - 1)
                level = next((level for level, right in enumerate(rights) if right < x - half), len(rights))
                rights[level : level + 1] = [x + half + 3]
                self.drawn.append(f"<g><title>{number}. {escape(sentence(each, self.wording))}</title>")
                self.marker(x, self.y + 19 * level + 4, number, each)
                self.drawn.append("</g>")
        self.y += max(19 * len(rights) + 4, _BAR)

    def legend(self) -> None:
        """What the marks mean, only of those that are there; in either language all of them fit on one line."""
        lanes, milestones, box = self.timeline.roadmaps, self.timeline.milestones, "M.5 3.5h23v11h-23z"
        samples = [  # whether it is there, its path, its styles, and what it means
            (any(lane.overlaps for lane in lanes), box, (_GREY, self.hatch), "shared"),
            (any(lane.gaps for lane in lanes), box, (_DOTTED,), "uncovered"),
            (self.axis.tip > 0, "M.5 3.5h17l6 5.5l-6 5.5h-17z", (_HOLLOW,), "open"),
            (milestones, box, (_FULL,), "happened"),
            (milestones, box, (_HOLLOW,), "planned"),
        ]
        x, self.y = self.margin, self.y + _GAP
        for _, path, styles, key in (each for each in samples if each[0]):
            words = self.wording.say(f"label.{key}")
            sample = "".join(f'<path d="{path}" {style}/>' for style in styles)
            self.drawn.append(f'<g transform="translate({x:.2f} {self.y:.2f})">{sample}</g>')
            self.text(x + 30, self.y + 13, words, style=_DIM)
            x += _width(words) + 32
        self.y += 20 + _GAP

    def listing(self) -> None:
        """Every milestone with its number."""
        indent = _width(str(len(self.timeline.milestones)))
        for number, each in enumerate(self.timeline.milestones, 1):
            self.marker(self.margin + indent / 2, self.y - 1, number, each)
            self.paragraph(sentence(each, self.wording), _SMALL, x=self.margin + indent + 6)
            self.y += 4
        self.y += _GAP


def _width(text: str) -> float:
    """About how wide a line of small text is, with the room that a box around it takes."""
    return cell_len(text) * _SMALL * _COLUMN + 8
