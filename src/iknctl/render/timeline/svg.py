"""The timeline as a picture in SVG: bars to scale on an axis of years, and the milestones, numbered and listed.

Nothing in it comes from elsewhere. All that it needs stands in attributes of SVG 1.1; the style sheet inside does no
more than turn it dark.
"""

from collections.abc import Iterator
from html import escape

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.messages.dates import day, span, years
from iknctl.model import MilestoneKind
from iknctl.periods import Spanning
from iknctl.render.timeline.axis import axis, middle, moment
from iknctl.render.timeline.describe import kind, sentence, share, source_line, story, subtitle, title, wrapped
from iknctl.render.timeline.palette import DARK, LIGHT, NEUTRAL, colour, ink_on
from iknctl.render.wording import Wording, capital

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
_WIDTH, _LABEL, _SCALE = 960.0, 250.0, 42.0  # of the picture, of the column of labels, and the height of the axis
_TEXT, _SMALL, _LEADING = 14.0, 12.0, 1.3
_BAR, _THIN, _GAP = 24.0, 10.0, 10.0
_TIP = 26.0  # how far an open end runs on beyond the last year of the axis
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


def draw(timeline: TimelineAnswer, wording: Wording, *, framed: bool) -> str:
    """The picture; `framed` with title, list of milestones and source, which a page says around it."""
    name = "-".join(("iknctl", *(lane.id for lane in timeline.roadmaps), wording.lang))
    picture = _Picture(timeline, wording, f"url(#{name}-hatch)", framed=framed)
    size, lines = f'width="{_WIDTH:g}" height="{picture.y:g}"', "\n".join((*picture.behind, *picture.front))
    inks = [(part, *ink) for part in ("fill", "stroke") for ink in DARK._asdict().items()]
    dark = "".join(f".iknctl .{part}-{ink}{{{part}:{value}}}" for part, ink, value in inks)
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" class="iknctl" lang="{wording.lang}" xml:lang="{wording.lang}" {size} \
viewBox="0 0 {_WIDTH:g} {picture.y:g}" role="img" aria-labelledby="{name}-title {name}-desc" font-family="{FONTS}">
<title id="{name}-title">{escape(title(timeline, wording))}</title>
<desc id="{name}-desc">{escape(story(timeline, wording))}</desc>
<style>@media screen and (prefers-color-scheme:dark){{{dark}}}</style>
<defs><pattern id="{name}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
<path d="M1.5 0V7" stroke="#ffffff" stroke-width="3" stroke-opacity="0.72"/></pattern></defs>
<rect {size} {_paint("paper")}/>
{lines}
</svg>
"""


class _Picture:
    """A picture that is drawn from the top downwards: `y` is where the next row begins.

    What lies `behind` (lines of the axis, guides) is kept apart from what is in `front`, and comes first in the file.
    """

    def __init__(self, timeline: TimelineAnswer, wording: Wording, hatch: str, *, framed: bool) -> None:
        self.timeline, self.wording, self.hatch = timeline, wording, _paint(hatch)
        self.behind: list[str] = []
        self.front: list[str] = []
        self.y = self.margin = 28.0 if framed else 2.0
        left, self.right = self.margin + _LABEL, _WIDTH - self.margin
        self.axis = axis(timeline, self.right - left, left)
        self.axis = self.axis._replace(width=self.axis.width - _TIP * self.axis.is_open)
        numbered = enumerate(timeline.milestones, 1)
        self.shown = [(number, each) for number, each in numbered if self.axis.shows(middle(each))]
        if framed:
            self.paragraph(title(timeline, wording), self.margin, self.right, 22, bold=True)
            self.paragraph(subtitle(timeline, wording), self.margin, self.right, ink="dim")
            self.y += self.margin / 2
        top, self.y = self.y, self.y + _SCALE
        for lane in timeline.roadmaps:
            self.lane(lane)
        self.milestones()
        self.scale(top + _SCALE, self.y)
        self.legend()
        if framed:
            self.list()
            self.paragraph(source_line(timeline, wording), self.margin, self.right, _SMALL, "dim")
            self.y += self.margin
        self.y = round(self.y, 2)

    def paragraph(
        self, text: str, x: float, right: float, size: float = _TEXT, ink: str = "ink", bold: bool = False
    ) -> None:
        """A text in as many lines as it needs."""
        for line in wrapped(text, (right - x) / size / (1.08 if bold else 1), share):
            self.front.append(_text(x, self.y + size, line, size, ink, bold=bold))
            self.y += size * _LEADING

    def scale(self, base: float, bottom: float) -> None:
        """Today and the years, each at the line where it begins; the lines run on behind what follows."""
        end, now, lines = self.axis.at(self.axis.end + 1), moment(self.timeline.as_of), []
        for year in self.axis.ticks(56):
            x = self.axis.at(year)
            lines.append(_line(f"M{x:.2f} {base - 18:.2f}V{bottom:.2f}", "rule"))
            self.front.append(_text(min(x + 4, _WIDTH - _width(str(year)) - 1), base - 8, str(year), ink="dim"))
        if self.axis.shows(now):
            words = self.wording.say("label.today", day=day(self.timeline.as_of))
            half = _width(words) * 0.54 + 2
            centre = min(max(self.axis.at(now), half), _WIDTH - half)
            lines.append(_line(f"M{self.axis.at(now):.2f} {base - 26:.2f}V{bottom:.2f}", "ink"))
            self.front.append(_text(centre, base - 30, words, anchor="middle", bold=True))
        self.behind = [*lines, _line(f"M{self.axis.left:.2f} {base:.2f}H{end:.2f}", "edge"), *self.behind]

    def lane(self, lane: Lane) -> None:
        """A roadmap: a row for each phase, overlap and gap, with guides that tie an overlap to its bars."""
        wording, tops = self.wording, dict[int, float]()
        self.y += _GAP
        if len(self.timeline.roadmaps) > 1:
            self.paragraph(wording.pick(lane.name), self.margin, self.right, _TEXT + 1, bold=True)
            self.y += _GAP / 2
        chip = max(_width(str(bar.number)) for bar in lane.phases) + _GAP
        for bar in lane.phases:
            tops[bar.number], hue, ink = self.y, _paint(colour(bar.number), "edge"), ink_on(bar.number)
            step = f"{capital(wording.pick(lane.unit))} {bar.number}"
            told = wording.say("label.told-bar", step=step, name=bar.name, years=years(bar))
            place = f'x="{self.margin:g}" y="{self.y + 2:.2f}" width="{chip:.2f}" height="18" rx="3"'
            self.front.append(f"<g><title>{escape(told)}</title><rect {place} {hue}/>")
            self.front.append(_text(self.margin + chip / 2, self.y + 15.5, str(bar.number), ink=ink, anchor="middle"))
            self.shape(bar, _BAR, hue)
            shared = [each for each in lane.overlaps if bar.number in each.phases]
            for each in shared:
                self.shape(each, _BAR, self.hatch)
            self.row(wording.pick(bar.name), chip, bar, ink, colour(bar.number) if shared else "none")
            self.front.append("</g>")
        for overlap in lane.overlaps:
            top, middle = min(tops[number] for number in overlap.phases), self.y + _BAR / 2
            ends = [overlap.start] if overlap.end is None else [overlap.start, overlap.end + 1]
            path = "".join(f"M{self.axis.at(year):.2f} {top:.2f}V{middle:.2f}" for year in ends)
            self.behind.append(_line(path, "edge", 'stroke-dasharray="3 3"'))
            self.shape(overlap, _THIN, _paint(NEUTRAL))
            self.shape(overlap, _THIN, self.hatch)
            label = f"{wording.say('label.overlap')} {overlap.phases[0]} + {overlap.phases[1]}"
            self.row(label, chip, overlap)
        for gap in lane.gaps:
            self.shape(gap, _THIN, f'{_paint(stroke="edge")} stroke-dasharray="2 2"')
            self.row(wording.say("label.gap"), chip, gap)

    def end(self, of: Spanning) -> float:
        """Where a span ends; an open one at the tip of its arrow."""
        return self.axis.behind(of) + _TIP * (of.end is None)

    def shape(self, of: Spanning, height: float, style: str) -> None:
        """A bar over some years in the middle of a row, or an arrow where they have no end."""
        x, end, top, half = self.axis.at(of.start), self.end(of), self.y + (_BAR - height) / 2, height / 2
        tip = f"H{end - half:.2f}l{half:g} {half:g}l-{half:g} {half:g}" if of.end is None else f"H{end:.2f}v{height:g}"
        self.front.append(f'<path d="M{x:.2f} {top:.2f}{tip}H{x:.2f}z" {style}/>')

    def row(self, label: str, indent: float, of: Spanning, ink: str = "", backing: str = "none") -> None:
        """The label and the years of a bar: on it in an ink, or beside it where they don't fit or there is no ink."""
        start, end, words, top = self.axis.at(of.start), self.end(of), self.wording.years(of), self.y
        needed, low = _width(words) + 14, top + _BAR / 2 + 4.3
        if ink and end - start >= needed:
            self.front += _backed(start + 7, low, words, ink, backing)
        else:
            self.front += _backed(end + 7 if end + needed <= _WIDTH else start - needed + 7, low, words)
        self.y += 3
        self.paragraph(label, self.margin + indent + 6, self.axis.left - 2 * _GAP)
        self.y = max(self.y, top + _BAR) + _GAP

    def milestones(self) -> None:
        """Numbered markers, one above another where they would touch."""
        if not self.shown:
            return
        self.y += _GAP
        reached = [0.0]
        self.front.append(_text(self.margin, self.y + _TEXT, self.wording.say("label.milestones"), _TEXT))
        for number, each in self.shown:
            x, wide = self.axis.at(middle(each)), _width(str(number)) + 10
            left = x - wide if x + wide > _WIDTH else x - 6  # at the right edge the number stands before its marker
            level = next((level for level, taken in enumerate(reached) if taken < left), len(reached))
            reached[level : level + 1] = [left + wide + 8]
            y = self.y + 16 * (level + 0.5)
            self.front.append(f"<g><title>{number}. {escape(sentence(each, self.wording))}</title>")
            self.front += _backed(x + 8.5 if left > x - wide else left, y + 4, str(number))
            self.front += [_marker(each, x, y), "</g>"]
        self.y += max(16 * len(reached), _BAR)

    def legend(self) -> None:
        """What the marks mean, as many to a line as there is room for; only of marks that are there."""
        x, self.y = self.margin, self.y + _GAP
        for width, marks, words in self.samples():
            wide = width + _width(words)
            if x > self.margin and x + wide > self.right:
                x, self.y = self.margin, self.y + 20
            self.front.append(f'<g transform="translate({x:.2f} {self.y:.2f})">{marks}')
            self.front += [_text(width, 13, words, ink="dim"), "</g>"]
            x += wide + 18
        self.y += 20 + _GAP

    def samples(self) -> Iterator[tuple[float, str, str]]:
        """The width of a sample of a mark, the mark, and what it means."""
        timeline, say, box = self.timeline, self.wording.say, "M.5 3.5h23v11h-23z"
        if not self.axis.shows(moment(timeline.as_of)):
            yield 0, "", say("label.today-outside", day=day(timeline.as_of))
        if any(lane.overlaps for lane in timeline.roadmaps):
            yield 30, f'<path d="{box}" {_paint(NEUTRAL)}/><path d="{box}" {self.hatch}/>', say("label.shared")
        if any(lane.gaps for lane in timeline.roadmaps):
            yield 30, f'<path d="{box}" {_paint(stroke="edge")} stroke-dasharray="2 2"/>', say("label.uncovered")
        if self.axis.is_open:
            yield 30, f'<path d="M.5 3.5h17l6 5.5l-6 5.5h-17z" {_paint(stroke="edge")}/>', say("label.open")
        kinds = {kind(each, self.wording): each for _, each in self.shown}
        for name, each in sorted(kinds.items(), key=lambda pair: [*_OUTLINES].index(pair[1].kind)):
            yield 18, _marker(each, 6, 9), name
        if len(self.shown) < len(timeline.milestones):
            yield 0, "", say("label.off-axis", count=len(timeline.milestones) - len(self.shown))

    def list(self) -> None:
        """Every milestone with its number and marker, its date, its kind and its text."""
        dates = [self.wording.pick(span(each.start, each.end)) for each in self.timeline.milestones]
        x = self.margin + _width(str(len(dates))) + 26
        column = x + max(map(_width, dates), default=0) + _GAP
        for number, (date, each) in enumerate(zip(dates, self.timeline.milestones, strict=True), 1):
            self.front.append(_text(x - 26, self.y + _SMALL, str(number), anchor="end"))
            self.front += [_marker(each, x - 13, self.y + 8), _text(x, self.y + _SMALL, date)]
            told = f"{capital(kind(each, self.wording))}: {self.wording.pick(each.text)}"
            self.paragraph(told, column, self.right, _SMALL)
            self.y += 3
        self.y += _GAP


def _width(text: str) -> float:
    """About how wide a line of small text is."""
    return sum(map(share, text)) * _SMALL


def _marker(milestone: MilestoneRow, x: float, y: float) -> str:
    """The shape of a kind: filled for what has been said and done, hollow for what is hoped for.

    A target that was met is filled, one that was missed is crossed out, one that is overdue has an exclamation mark.
    """
    hollow = milestone.kind in ("target", "projection") and milestone.status != "met"
    outline, sign = _OUTLINES[milestone.kind], _SIGNS.get(milestone.status)
    drawn = f'<path d="M{x:.2f} {y:.2f}{outline}" {_paint("paper" if hollow else "ink", "ink")} stroke-width="1.5"/>'
    return drawn + (_line(f"M{x:.2f} {y:.2f}{sign}", "ink", 'stroke-width="1.5"') if sign else "")


def _text(
    x: float, y: float, words: str, size: float = _SMALL, ink: str = "ink", anchor: str = "start", bold: bool = False
) -> str:
    """One line of text on its baseline."""
    extra = f' text-anchor="{anchor}"' * (anchor != "start") + ' font-weight="600"' * bold
    return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" {_paint(ink)}{extra}>{escape(words)}</text>'


def _backed(x: float, y: float, words: str, ink: str = "ink", backing: str = "paper") -> list[str]:
    """Small text with a ground of its own, so that what it lies on does not shine through."""
    place = f'x="{x - 2:.2f}" y="{y - _SMALL:.2f}" width="{_width(words) + 4:.2f}" height="16"'
    return [f"<rect {place} {_paint(backing)}/>", _text(x, y, words, ink=ink)]


def _line(path: str, ink: str, extra: str = "") -> str:
    return f'<path d="{path}" {_paint(stroke=ink)} {extra}/>'


def _paint(fill: str = "none", stroke: str = "none") -> str:
    """The inside and the outline of a shape, each an ink by its name in a Ground, or any other colour as it is.

    The attributes hold the light inks, for the programs that know no style sheet; by the classes it is turned dark.
    """
    inks, given = LIGHT._asdict(), (("fill", fill), ("stroke", stroke))
    classes = " ".join(f"{part}-{name}" for part, name in given if name in inks)
    return f'class="{classes}" ' * bool(classes) + f'fill="{inks.get(fill, fill)}" stroke="{inks.get(stroke, stroke)}"'
