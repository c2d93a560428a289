"""The timeline as a Mermaid gantt chart in a fenced block, which GitHub and others render."""

import re
from collections.abc import Iterator

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.answers.types import PhaseBrief
from iknctl.messages import Lang
from iknctl.model import Model
from iknctl.periods import first_day, last_day
from iknctl.render.timeline.axis import Axis, axis, moment
from iknctl.render.timeline.describe import story, subtitle, title
from iknctl.render.timeline.lettering import width
from iknctl.render.timeline.palette import NEUTRAL
from iknctl.render.wording import Wording, capital

# Mermaid writes on one line whatever its length and cuts it at the picture's edge; better that we cut, and mark it.
_LONGEST = 60
_WIDTH = 1200
_FONT = 11
# What would end a name, start a comment or a directive, or be read as markup; Mermaid's own entities stand in.
_SPECIAL = re.compile(r"[^\w \-–’“”.,/()+·…]")


def render(report: TimelineAnswer, model: Model, lang: Lang) -> str:
    """The fenced block; ends count as included, so they stand as they are in the data."""
    return "".join(f"{line}\n" for line in _lines(report, Wording(model, lang)))


def _lines(report: TimelineAnswer, wording: Wording) -> Iterator[str]:
    shown = axis(report, 1)
    yield "```mermaid"
    yield from _settings(report, wording)
    yield "gantt"
    yield f"    accTitle: {_escaped(title(report, wording))}"
    yield f"    accDescr: {_escaped(story(report, wording))}"
    yield f"    title {_escaped(f'{_short(title(report, wording))} · {subtitle(report, wording)}')}"
    yield "    dateFormat YYYY-MM-DD"
    yield "    axisFormat %Y"
    yield "    inclusiveEndDates"
    yield f"    todayMarker {_today(report, shown)}"
    for lane in report.roadmaps:
        yield f"    section {_escaped(_short(wording.pick(lane.name)))}"
        yield from (f"    {_bar(bar, lane, shown, wording)}" for bar in lane.phases)
    if report.milestones:
        yield f"    section {_escaped(wording.say('label.milestones'))}"
        yield from (f"    {_milestone(each, wording)}" for each in report.milestones)
    yield "```"


def _settings(report: TimelineAnswer, wording: Wording) -> Iterator[str]:
    """A width of its own, so that a narrow page makes the picture smaller and cuts nothing, with room for sections."""
    sections = [_short(wording.pick(lane.name)) for lane in report.roadmaps] + [wording.say("label.milestones")]
    yield from ("---", "config:", "  gantt:", f"    useWidth: {_WIDTH}")
    yield f"    leftPadding: {min(round(max(width(name, _FONT) for name in sections)) + 20, _WIDTH // 3)}"
    yield "---"


def _today(report: TimelineAnswer, shown: Axis) -> str:
    """Mermaid marks the day on which the chart is looked at; not where that is far from every bar."""
    on_axis = shown.start <= moment(report.as_of) < shown.end + 1
    return f"stroke-width:2px,stroke:{NEUTRAL}" if on_axis else "off"


def _bar(bar: PhaseBrief, lane: Lane, shown: Axis, wording: Wording) -> str:
    """A phase; one that shares years is critical to Mermaid, which sets it apart, and is told in words as well."""
    others = [
        wording.say("label.shares", years=wording.years(overlap), other=other)
        for overlap in lane.overlaps
        for other in overlap.phases
        if bar.number in overlap.phases and other != bar.number
    ]
    told = [f"{bar.number} {_short(wording.pick(bar.name))}", wording.years(bar)]
    told += [wording.say("label.open")] * (bar.end is None)
    told += [f"{wording.say('label.overlap')} {', '.join(others)}"] * bool(others)
    last = shown.end if bar.end is None else bar.end
    mark = "crit, " if others else ""
    return f"{_escaped(' · '.join(told))} :{mark}{bar.start:04}-01-01, {last:04}-12-31"


def _milestone(each: MilestoneRow, wording: Wording) -> str:
    """A milestone, which Mermaid draws at the middle of its days."""
    kind = capital(wording.say(f"label.kind-{each.kind}"))
    name = _escaped(f"{kind} · {_short(wording.pick(each.text))}")
    return f"{name} :milestone, {first_day(each.start)}, {last_day(each.end)}"


def _short(text: str) -> str:
    """The text or, with a mark at the cut, as many of its words as there is room for."""
    if len(text) <= _LONGEST:
        return text
    head = text[: _LONGEST - 1]
    return f"{head.rpartition(' ')[0] or head} …"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))
