"""The timeline as a Mermaid gantt chart in a fenced block, which GitHub and others render."""

import re
from collections.abc import Iterator

from iknctl.answers.move import TimelineAnswer
from iknctl.periods import first_day, last_day
from iknctl.render.timeline.axis import axis, middle, moment
from iknctl.render.timeline.describe import kind, rows, share, story, subtitle, title, wrapped
from iknctl.render.timeline.palette import NEUTRAL
from iknctl.render.wording import Wording, capital

_WIDTH, _FONT, _RIGHT = 1200, 10.2, 75  # of the picture, of its words, and of Mermaid's own margin at the right
# What would end a name, start a comment or a directive, or be read as markup; Mermaid's own entities stand in.
_SPECIAL = re.compile(r"[^\w \-–’“”.,/()+·…]")


def draw(timeline: TimelineAnswer, wording: Wording) -> str:
    """The fenced block; ends count as included, so they stand as they are in the data."""
    return "".join(f"{line}\n" for line in _lines(timeline, wording))


def _lines(timeline: TimelineAnswer, wording: Wording) -> Iterator[str]:
    names = [wording.pick(lane.name) for lane in timeline.roadmaps] + [wording.say("label.milestones")]
    left = min(int(max(map(_width, names))) + 21, _WIDTH // 3)
    bars = axis(timeline, _WIDTH - left - _RIGHT)
    dates = [first_day(each.start).year for each in timeline.milestones]
    picture = bars._replace(start=min([bars.start, *dates]), end=max([bars.end, *dates]))
    # Mermaid marks the day on which the chart is looked at; not where that is far from every bar.
    on_axis = bars.shows(moment(timeline.as_of))
    head = f"{_cut(title(timeline, wording), _WIDTH / 3)} · {subtitle(timeline, wording)}"
    # A width of its own, so that a narrow page makes the picture smaller and cuts nothing.
    yield f"""```mermaid
---
config:
  gantt:
    useWidth: {_WIDTH}
    leftPadding: {left}
---
gantt
    accTitle: {_escaped(title(timeline, wording))}
    accDescr: {_escaped(story(timeline, wording))}
    title {_escaped(head)}
    dateFormat YYYY-MM-DD
    axisFormat %Y
    inclusiveEndDates
    todayMarker {f"stroke-width:2px,stroke:{NEUTRAL}" if on_axis else "off"}"""
    for lane in timeline.roadmaps:
        yield f"    section {_escaped(_cut(wording.pick(lane.name), left - 20))}"
        for row in (row for row in rows(lane, wording) if row.kind != "gap"):
            label = _cut(f"{row.number} {row.label}" if row.number else row.label, _WIDTH / 3)
            told = f"{label} · {wording.years(row.of)}" + f" · {wording.say('label.open')}" * (row.of.end is None)
            crit = "crit, " if row.kind == "overlap" else ""  # a bar of its own: Mermaid can mark whole bars only
            yield f"    {_escaped(told)} :{crit}{row.of.start:04}-01-01, {row.of.end or bars.end:04}-12-31"
    if timeline.milestones:
        yield f"    section {_escaped(names[-1])}"
    for each in timeline.milestones:
        # Mermaid writes on one line, at the right of the mark where it believes that there is room, else at the left,
        # and cuts it at the picture's edge; better that we cut, and mark it.
        place = picture.at(middle(each))
        room = max(_WIDTH - 1.5 * left - place, place) - 20
        name = _escaped(_cut(f"{capital(kind(each, wording))} · {wording.pick(each.text)}", room))
        yield f"    {name} :milestone, {first_day(each.start)}, {last_day(each.end)}"
    yield "```"


def _share(char: str) -> float:
    """The width of a character as Mermaid measures it, which has other signs in the place of an entity by then."""
    return 4.5 if _SPECIAL.match(char) else share(char)


def _width(text: str) -> float:
    return sum(map(_share, text)) * _FONT


def _cut(text: str, room: float) -> str:
    """The text or, with a mark at the cut, as many of its words as there is room for."""
    return text if _width(text) <= room else f"{wrapped(text, room / _FONT - 1.5, _share)[0]} …"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))
