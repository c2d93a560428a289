"""The timeline as a Mermaid gantt chart in a fenced block, which GitHub and others render."""

import re

from rich.cells import cell_len

from iknctl.answers.move import TimelineAnswer
from iknctl.periods import first_day, last_day
from iknctl.render.timeline.describe import Axis, headings, kind, rows, story, wrapped
from iknctl.render.timeline.palette import NEUTRAL
from iknctl.render.wording import Wording, capital

_WIDTH, _COLUMN, _RIGHT = 1200, 6, 75  # of the picture, of a character, and of Mermaid's own margin at the right
# What would end a name, start a comment or a directive, or be read as markup; Mermaid's own entities stand in.
_SPECIAL = re.compile(r"[^\w \-–’“”.,/()+·…]")


def draw(timeline: TimelineAnswer, wording: Wording) -> str:
    """The fenced block; ends count as included, so they stand as they are in the data."""
    names = [wording.pick(lane.name) for lane in timeline.roadmaps] + [wording.say("label.milestones")]
    left = min(max(map(cell_len, names)) * _COLUMN + 21, _WIDTH // 3)
    title, about = headings(timeline, wording)
    axis, today = Axis(timeline, _WIDTH - left - _RIGHT), str(timeline.as_of)
    # Mermaid marks the day on which the chart is looked at; not where that is far from every bar.
    marker = "off" if axis.place(today, today) is None else f"stroke-width:2px,stroke:{NEUTRAL}"
    # A width of its own, so that a narrow page makes the picture smaller and cuts nothing.
    block = f"""\
```mermaid
---
config:
  gantt:
    useWidth: {_WIDTH}
    leftPadding: {left}
---
gantt
    accTitle: {_escaped(title)}
    accDescr: {_escaped(story(timeline, wording))}
    title {_named(title, _WIDTH / 3)} · {_escaped(about)}
    dateFormat YYYY-MM-DD
    axisFormat %Y
    inclusiveEndDates
    todayMarker {marker}
"""
    for lane in timeline.roadmaps:
        block += f"    section {_named(wording.pick(lane.name), left - 20)}\n"
        for row in (row for row in rows(lane, wording) if row.kind != "gap"):
            name = f"{_named(row.label, _WIDTH / 3)} · {wording.years(row.of)}"
            crit = "crit, " if row.kind == "overlap" else ""  # a bar of its own: Mermaid can mark whole bars only
            block += f"    {name} :{crit}{row.of.start:04}-01-01, {row.of.end or axis.end:04}-12-31\n"
    if timeline.milestones:
        block += f"    section {_escaped(names[-1])}\n"
        dates = [first_day(each.start).year for each in timeline.milestones]  # which Mermaid's axis holds as well
        axis.start, axis.end = min(axis.start, *dates), max(axis.end, *dates)
    for each in timeline.milestones:
        # Mermaid writes on one line, at the right of the mark where it believes that there is room, else at the left,
        # and cuts it at the picture's edge; better that we cut, and mark it.
        place = axis.place(each.start, each.end) or 0
        room = max(_WIDTH - 1.5 * left - place, place) - 20
        name = _named(f"{capital(kind(each, wording))} · {wording.pick(each.text)}", room)
        block += f"    {name} :milestone, {first_day(each.start)}, {last_day(each.end)}\n"
    return f"{block}```\n"


def _named(text: str, room: float) -> str:
    """The text or, with a mark at the cut, as many of its words as there is room for."""
    columns = int(room / _COLUMN)
    # Mermaid measures a text when eight other characters stand in the place of each entity.
    columns = max(columns - 7 * len(_SPECIAL.findall(text[:columns])), 20)
    return _escaped(text if cell_len(text) <= columns else f"{wrapped(text, columns - 2)[0]} …")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))
