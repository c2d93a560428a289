"""What every drawing of a timeline shares: the axis, the rows, and the words around them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rich.console import Console
from rich.text import Text as Styled

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.messages.dates import day, partial_date, years
from iknctl.model import Period
from iknctl.periods import FOREVER, Spanning, first_day, last, last_day
from iknctl.render.wording import Wording, capital

_STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Axis:
    """The years that a timeline shows, on `width` units from `left`, and a `tip` beyond them if any bar has no end."""

    def __init__(self, timeline: TimelineAnswer, width: float, left: float = 0, tip: float = 0) -> None:
        bars = [bar for lane in timeline.roadmaps for bar in lane.phases]
        stated = [year for bar in bars for year in (bar.start, bar.end) if year is not None]
        self.start, self.end = min(stated), max(stated)
        self.left, self.tip = left, tip if any(bar.end is None for bar in bars) else 0
        self.width = width - self.tip

    def at(self, year: float) -> float:
        """The place of the beginning of a year; a fraction of a year is a part of the way to the next."""
        return self.left + (year - self.start) * self.width / (self.end - self.start + 1)

    def behind(self, of: Spanning) -> float:
        """The place where a period is over; an open one runs to the tip."""
        return self.at(self.end + 1) + self.tip if of.end is None else self.at(of.end + 1)

    def place(self, start: str, end: str) -> float | None:
        """The place in the middle of two dates, which may be months or years; None where that is off the axis."""
        days = (first_day(start), last_day(end))
        middle = sum(day.year + (day.timetuple().tm_yday - 1) / 366 for day in days) / 2
        return self.at(middle) if self.start <= middle < self.end + 1 else None

    def ticks(self, least: float) -> list[int]:
        """The round years to be written on the axis, at least `least` units apart."""
        per_year = self.width / (self.end - self.start + 1)
        step = next((step for step in _STEPS if step * per_year >= least), _STEPS[-1])
        return list(range(-(-self.start // step) * step, self.end + 1, step))


def headings(timeline: TimelineAnswer, wording: Wording) -> tuple[str, str]:
    """The roadmap's name, or of how many roadmaps it is; and what it is about and which years it spans."""
    start, end = min(lane.start for lane in timeline.roadmaps), max(map(last, timeline.roadmaps))
    whole = years(Period(start=start, end=None if end == FOREVER else end))
    if len(timeline.roadmaps) == 1:
        return wording.pick(timeline.roadmaps[0].name), wording.say("label.context", years=whole)
    return wording.say("label.several", count=len(timeline.roadmaps)), wording.pick(whole)


def source_line(timeline: TimelineAnswer, wording: Wording) -> str:
    """Who issued it, when the data was last compared with its sources, and what drew it."""
    issuers = []
    for roadmap in (wording.roadmaps[lane.id] for lane in timeline.roadmaps):
        issuers.append(wording.pick(roadmap.issuer) + (f" ({wording.date(roadmap.stated)})" if roadmap.stated else ""))
    issued = wording.say("label.issued-by", issuers="; ".join(issuers))
    checked = wording.say("label.compared", checked=partial_date(wording.model.checked))
    return f"{issued} {checked} {wording.say('label.drawn-by')}"


class Row(NamedTuple):
    """A row of a drawing: a phase with its `number` and the years that it `shares`, an overlap, or a gap."""

    kind: Literal["phase", "overlap", "gap"]
    label: str
    of: Spanning
    number: int = 0
    shares: tuple[Spanning, ...] = ()


def rows(lane: Lane, wording: Wording) -> Iterator[Row]:
    """The rows of a roadmap: its phases, their numbers in their labels, then its overlaps, then its gaps."""
    for bar in lane.phases:
        shares = tuple(each for each in lane.overlaps if bar.number in each.phases)
        yield Row("phase", f"{bar.number} {wording.pick(bar.name)}", bar, bar.number, shares)
    for each in lane.overlaps:
        yield Row("overlap", f"{wording.say('label.overlap')} {each.phases[0]} + {each.phases[1]}", each)
    for gap in lane.gaps:
        yield Row("gap", wording.say("label.gap"), gap)


def story(timeline: TimelineAnswer, wording: Wording) -> str:
    """Every row and every milestone, in short sentences."""
    told = []
    for lane in timeline.roadmaps:
        told.append(wording.pick(lane.name))
        told += [f"{row.label}: {wording.years(row.of)}" for row in rows(lane, wording)]
    told.append(capital(wording.say("label.today", day=day(timeline.as_of))))
    told += [sentence(each, wording) for each in timeline.milestones]
    return " ".join(f"{each}." for each in told)


def sentence(milestone: MilestoneRow, wording: Wording) -> str:
    """A milestone in one line: when, of which kind, what."""
    return f"{wording.when(milestone)}, {kind(milestone, wording)}: {wording.pick(milestone.text)}"


def kind(milestone: MilestoneRow, wording: Wording) -> str:
    """The kind of a milestone; of a target whose time is over also what became of it: `target, missed`."""
    name = wording.say(f"label.kind-{milestone.kind}")
    over = milestone.status in ("met", "missed", "overdue")
    return f"{name}, {wording.say(f'label.status-{milestone.status}')}" if over else name


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of so many columns, of which wide characters take two; longer words are broken."""
    return [line.plain.rstrip() for line in Styled(" ".join(text.split())).wrap(Console(), columns)]
