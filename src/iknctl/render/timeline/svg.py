"""The timeline as a picture in SVG: bars to scale on an axis of years, and the milestones, numbered and listed.

Nothing in it comes from elsewhere. All that it needs stands in attributes of SVG 1.1; the style sheet inside does no
more than turn it dark.
"""

from html import escape

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.messages.dates import day, span
from iknctl.model import MilestoneKind
from iknctl.periods import Spanning
from iknctl.render.timeline.axis import axis, middle, moment
from iknctl.render.timeline.describe import kind, rows, sentence, share, source_line, story, subtitle, title, wrapped
from iknctl.render.timeline.palette import DARK, LIGHT, NEUTRAL, colour, ink_on
from iknctl.render.wording import Wording, capital

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
_WIDTH, _LABEL = 960.0, 250.0  # of the picture, and of the column of labels in it
_TEXT, _SMALL, _LEADING = 14.0, 12.0, 1.3
_BAR, _THIN, _GAP = 24.0, 10.0, 10.0
_TIP = 26.0  # how far an open end runs on beyond the last year of the axis
_BOLD, _MIDDLE, _END = ' font-weight="600"', ' text-anchor="middle"', ' text-anchor="end"'
_FRAME = f'fill="none" stroke="{LIGHT.edge}" stroke-dasharray="2 2"'
_OUTLINES: dict[MilestoneKind, str] = {
    "law": "m-4-4h8v8h-8z",
    "ruling": "m0-5.5l5 3.6l-1.9 5.9h-6.2l-1.9-5.9z",
    "event": "m0-5.5l1.5 3.6l3.8 .3l-2.9 2.5l.9 3.8l-3.3-2.1l-3.3 2.1l.9-3.8l-2.9-2.5l3.8-.3z",
    "statement": "m-5-4.5h10v7h-5l-3 3v-3h-2z",
    "target": "m0-5.5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
    "postponed": "m-3.5-4.5l8 4.5l-8 4.5z",
    "projection": "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
}
_SIGNS = {"missed": "m-6 6l12-12", "overdue": "m0-2.7v2.9m0 1.4v1.2"}
# An ink is known by its code: whatever is drawn in a light one is turned into the dark one of the same name.
_DARK = "".join(
    f'.iknctl [{part}="{light}"]{{{part}:{dark}}}'
    for part in ("fill", "stroke")
    for light, dark in zip(LIGHT, DARK, strict=True)
)


def draw(timeline: TimelineAnswer, wording: Wording, *, framed: bool) -> str:
    """The picture; `framed` with title, list of milestones and source, which a page says around it."""
    name = "-".join(("iknctl", *(lane.id for lane in timeline.roadmaps), wording.lang))
    picture = _Picture(timeline, wording, f'fill="url(#{name}-hatch)"', framed=framed)
    size, lines = f'width="{_WIDTH:g}" height="{picture.y:.1f}"', "\n".join((*picture.behind, *picture.front))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" class="iknctl" lang="{wording.lang}" xml:lang="{wording.lang}" {size} \
viewBox="0 0 {_WIDTH:g} {picture.y:.1f}" role="img" aria-labelledby="{name}-title {name}-desc" font-family="{FONTS}">
<title id="{name}-title">{escape(title(timeline, wording))}</title>
<desc id="{name}-desc">{escape(story(timeline, wording))}</desc>
<style>@media screen and (prefers-color-scheme:dark){{{_DARK}}}</style>
<defs><pattern id="{name}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
<path d="M1.5 0V7" stroke="#fff" stroke-width="3" stroke-opacity="0.72"/></pattern></defs>
<rect {size} fill="{LIGHT.paper}"/>
{lines}
</svg>
"""


class _Picture:
    """A picture that is drawn from the top downwards: `y` is where the next row begins.

    The lines of the axis lie `behind`, and come before what is in `front`; how long they are is known at the end.
    """

    def __init__(self, timeline: TimelineAnswer, wording: Wording, hatch: str, *, framed: bool) -> None:
        self.timeline, self.wording, self.hatch = timeline, wording, hatch
        self.behind: list[str] = []
        self.front: list[str] = []
        self.y = self.margin = 28.0 if framed else 2.0
        left, self.right = self.margin + _LABEL, _WIDTH - self.margin
        self.axis = axis(timeline, self.right - left, left)
        self.axis = self.axis._replace(width=self.axis.width - _TIP * self.axis.is_open)
        numbered = enumerate(timeline.milestones, 1)
        self.shown = [(number, each) for number, each in numbered if self.axis.shows(middle(each))]
        if framed:
            self.paragraph(self.margin, title(timeline, wording), 22, extra=_BOLD)
            self.paragraph(self.margin, subtitle(timeline, wording), ink=LIGHT.dim)
            self.y += self.margin / 2
        self.y = base = self.y + 42
        for lane in timeline.roadmaps:
            self.lane(lane)
        self.markers()
        self.scale(base, self.y)
        self.legend()
        if framed:
            self.listing()
            self.paragraph(self.margin, source_line(timeline, wording), _SMALL, ink=LIGHT.dim)
            self.y += self.margin

    def text(self, x: float, y: float, words: str, size: float = _SMALL, ink: str = LIGHT.ink, extra: str = "") -> None:
        """One line of text on its baseline."""
        place = f'x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" fill="{ink}"{extra}'
        self.front.append(f"<text {place}>{escape(words)}</text>")

    def paragraph(
        self, x: float, text: str, size: float = _TEXT, ink: str = LIGHT.ink, extra: str = "", right: float = 0
    ) -> None:
        """A text in as many lines as it needs, up to `right` or the right margin."""
        for line in wrapped(text, ((right or self.right) - x) / size / (1.08 if extra else 1), share):
            self.text(x, self.y + size, line, size, ink, extra)
            self.y += size * _LEADING

    def backed(self, x: float, y: float, words: str, ink: str = LIGHT.ink, backing: str = LIGHT.paper) -> None:
        """Small text on a ground of its own, so that what it lies on does not shine through."""
        place = f'x="{x - 2:.2f}" y="{y - _SMALL:.2f}" width="{_width(words) + 4:.2f}" height="16"'
        self.front.append(f'<rect {place} fill="{backing}"/>')
        self.text(x, y, words, ink=ink)

    def shape(self, of: Spanning, height: float, style: str) -> None:
        """A bar over some years in the middle of a row, or an arrow where they have no end."""
        x, end, top, half = self.axis.at(of.start), self.end(of), self.y + (_BAR - height) / 2, height / 2
        tip = f"H{end - half:.2f}l{half:g} {half:g}l-{half:g} {half:g}" if of.end is None else f"H{end:.2f}v{height:g}"
        self.front.append(f'<path d="M{x:.2f} {top:.2f}{tip}H{x:.2f}z" {style}/>')

    def end(self, of: Spanning) -> float:
        """Where a span ends; an open one at the tip of its arrow."""
        return self.axis.behind(of) + _TIP * (of.end is None)

    def scale(self, base: float, bottom: float) -> None:
        """Today and the years, each at the line where it begins; the lines run on behind all rows."""
        now, end = moment(self.timeline.as_of), self.axis.at(self.axis.end + 1)
        for year in self.axis.ticks(56):
            x = self.axis.at(year)
            self.behind.append(_line(f"M{x:.2f} {base - 18:.2f}V{bottom:.2f}", LIGHT.rule))
            self.text(min(x + 4, _WIDTH - _width(str(year)) - 1), base - 8, str(year), ink=LIGHT.dim)
        if self.axis.shows(now):
            x, words = self.axis.at(now), self.wording.say("label.today", day=day(self.timeline.as_of))
            half = _width(words) * 0.54 + 2
            today = _line(f"M{x:.2f} {base - 26:.2f}V{bottom:.2f}", LIGHT.ink, ' stroke-width="1.5"')
            self.behind.append(today)
            self.text(min(max(x, half), _WIDTH - half), base - 30, words, extra=_MIDDLE + _BOLD)
        self.behind.append(_line(f"M{self.axis.left:.2f} {base:.2f}H{end:.2f}", LIGHT.edge))

    def lane(self, lane: Lane) -> None:
        """A roadmap: a row for each phase, overlap and gap, with guides that tie an overlap to its bars."""
        self.y += _GAP
        if len(self.timeline.roadmaps) > 1:
            self.paragraph(self.margin, self.wording.pick(lane.name), _TEXT + 1, extra=_BOLD)
            self.y += _GAP / 2
        chip = max(_width(str(bar.number)) for bar in lane.phases) + _GAP
        beginning = len(self.front)
        tops: dict[Spanning, float] = {}  # where the first of the bars begins that share some years
        for row in rows(lane, self.wording):
            hue, ink, number, top = colour(row.number), ink_on(row.number), str(row.number), self.y
            styles = [_FRAME] if row.kind == "gap" else [f'fill="{NEUTRAL}"', self.hatch]
            if row.kind == "phase":
                step = f"{capital(self.wording.pick(lane.unit))} {number}"
                told = self.wording.say("label.told-bar", step=step, name=row.label, years=self.wording.years(row.of))
                place = f'x="{self.margin:g}" y="{top + 2:.2f}" width="{chip:.2f}" height="18" rx="3"'
                styles = [f'fill="{hue}" stroke="{LIGHT.edge}"']
                self.front.append(f"<g><title>{escape(told)}</title><rect {place} {styles[0]}/>")
                self.text(self.margin + chip / 2, top + 15.5, number, ink=ink, extra=_MIDDLE)
            for style in styles:
                self.shape(row.of, _BAR if row.kind == "phase" else _THIN, style)
            for each in row.shares:
                self.shape(each, _BAR, self.hatch)
                tops.setdefault(each, top)
            if row.kind == "overlap":
                ends = [self.axis.at(row.of.start)] + [self.end(row.of)] * (row.of.end is not None)
                path = "".join(f"M{x:.2f} {tops[row.of]:.2f}V{top + _BAR / 2:.2f}" for x in ends)
                self.front.insert(beginning, _line(path, LIGHT.edge, ' stroke-dasharray="3 3"'))
            # The years stand on the bar of a phase, if they fit, else beside it.
            start, end, years = self.axis.at(row.of.start), self.end(row.of), self.wording.years(row.of)
            low, needed = top + _BAR / 2 + 4.3, _width(years) + 14
            if row.kind == "phase" and end - start >= needed:
                self.backed(start + 7, low, years, ink, hue if row.shares else "none")
            else:
                self.backed(end + 7 if end + needed <= _WIDTH else start - needed + 7, low, years)
            self.y += 3
            self.paragraph(self.margin + chip + 6, row.label, right=self.axis.left - 2 * _GAP)
            self.y = max(self.y, top + _BAR) + _GAP
            self.front.append("</g>" * (row.kind == "phase"))

    def markers(self) -> None:
        """Numbered markers for the milestones, one above another where they would touch."""
        if not self.shown:
            return
        self.y += _GAP
        reached = [0.0]
        self.text(self.margin, self.y + _TEXT, self.wording.say("label.milestones"), _TEXT)
        for number, each in self.shown:
            x, wide = self.axis.at(middle(each)), _width(str(number)) + 10
            before = x + wide > _WIDTH  # at the right edge the number stands before its marker
            left = x - wide if before else x - 6
            level = next((level for level, taken in enumerate(reached) if taken < left), len(reached))
            reached[level : level + 1] = [left + wide + 8]
            y = self.y + 16 * (level + 0.5)
            self.front.append(f"<g><title>{number}. {escape(sentence(each, self.wording))}</title>")
            self.backed(left if before else x + 8.5, y + 4, str(number))
            self.front.append(f"{_marker(each, x, y)}</g>")
        self.y += max(16 * len(reached), _BAR)

    def legend(self) -> None:
        """What the marks mean, as many to a line as there is room for; only of marks that are there."""
        timeline, say, box = self.timeline, self.wording.say, "M.5 3.5h23v11h-23z"
        hatched = f'<path d="{box}" fill="{NEUTRAL}"/><path d="{box}" {self.hatch}/>'
        arrow = f'<path d="M.5 3.5h17l6 5.5l-6 5.5h-17z" fill="none" stroke="{LIGHT.edge}"/>'
        kinds = {kind(each, self.wording): each for _, each in self.shown}
        ordered = sorted(kinds.items(), key=lambda pair: [*_OUTLINES].index(pair[1].kind))
        off = len(timeline.milestones) - len(self.shown)
        samples = [  # whether it is there, how wide its sample is, the sample, and what it means
            (not self.axis.shows(moment(timeline.as_of)), 0, "", say("label.today-outside", day=day(timeline.as_of))),
            (any(lane.overlaps for lane in timeline.roadmaps), 30, hatched, say("label.shared")),
            (any(lane.gaps for lane in timeline.roadmaps), 30, f'<path d="{box}" {_FRAME}/>', say("label.uncovered")),
            (self.axis.is_open, 30, arrow, say("label.open")),
            *((True, 18, _marker(each, 6, 9), name) for name, each in ordered),
            (off > 0, 0, "", say("label.off-axis", count=off)),
        ]
        x, self.y = self.margin, self.y + _GAP
        for there, indent, sample, words in samples:
            if not there:
                continue
            if x > self.margin and x + indent + _width(words) > self.right:
                x, self.y = self.margin, self.y + 20
            self.front.append(f'<g transform="translate({x:.2f} {self.y:.2f})">{sample}</g>')
            self.text(x + indent, self.y + 13, words, ink=LIGHT.dim)
            x += indent + _width(words) + 18
        self.y += 20 + _GAP

    def listing(self) -> None:
        """Every milestone with its number and marker, its date, its kind and its text."""
        dates = [self.wording.pick(span(each.start, each.end)) for each in self.timeline.milestones]
        x = self.margin + _width(str(len(dates))) + 26
        column = x + max(map(_width, dates), default=0) + _GAP
        for number, (date, each) in enumerate(zip(dates, self.timeline.milestones, strict=True), 1):
            self.text(x - 26, self.y + _SMALL, str(number), extra=_END)
            self.text(x, self.y + _SMALL, date)
            self.front.append(_marker(each, x - 13, self.y + 8))
            self.paragraph(column, f"{capital(kind(each, self.wording))}: {self.wording.pick(each.text)}", _SMALL)
            self.y += 3
        self.y += _GAP


def _width(text: str) -> float:
    """About how wide a line of small text is."""
    return sum(map(share, text)) * _SMALL


def _line(path: str, ink: str, extra: str = "") -> str:
    return f'<path d="{path}" fill="none" stroke="{ink}"{extra}/>'


def _marker(milestone: MilestoneRow, x: float, y: float) -> str:
    """The shape of a kind: filled for what has been said and done, hollow for what is hoped for.

    A target that was met is filled, one that was missed is struck out, one that is overdue has an exclamation mark.
    """
    hollow = milestone.kind in ("target", "projection") and milestone.status != "met"
    path, sign = f"M{x:.2f} {y:.2f}{_OUTLINES[milestone.kind]}", _SIGNS.get(milestone.status)
    style = f'fill="{LIGHT.paper if hollow else LIGHT.ink}" stroke="{LIGHT.ink}" stroke-width="1.5"'
    return f'<path d="{path}{f"M{x:.2f} {y:.2f}{sign}" if sign else ""}" {style}/>'
