"""From years to places on an axis: what every drawing of a timeline shares."""

import datetime as dt
from calendar import isleap
from typing import NamedTuple

from iknctl.answers.move import MilestoneRow, TimelineAnswer
from iknctl.periods import Spanning, first_day, last_day

_STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Axis(NamedTuple):
    """The years that a timeline shows, both included, on `width` units from `left`; `is_open` when a bar has no end."""

    start: int
    end: int
    width: float
    left: float
    is_open: bool

    def at(self, year: float) -> float:
        """The place of the beginning of a year; a fraction of a year is a part of the way to the next."""
        return self.left + (year - self.start) * self.width / (self.end - self.start + 1)

    def behind(self, of: Spanning) -> float:
        """The place where a period is over; an open one runs to the end of the axis."""
        return self.at((self.end if of.end is None else of.end) + 1)

    def shows(self, year: float) -> bool:
        """Whether a moment lies on the axis."""
        return self.start <= year < self.end + 1

    def ticks(self, least: float) -> list[int]:
        """The round years to be written on the axis, at least `least` units apart."""
        per_year = self.width / (self.end - self.start + 1)
        step = next((step for step in _STEPS if step * per_year >= least), _STEPS[-1])
        return list(range(-(-self.start // step) * step, self.end + 1, step))


def axis(timeline: TimelineAnswer, width: float, left: float = 0) -> Axis:
    """The axis that holds every bar; a bar without an end runs to the last year that any bar states."""
    bars = [bar for lane in timeline.roadmaps for bar in lane.phases]
    stated = [year for bar in bars for year in (bar.start, bar.end) if year is not None]
    return Axis(min(stated), max(stated), width, left, is_open=any(bar.end is None for bar in bars))


def moment(day: dt.date) -> float:
    """A day as a year and the part of it that has passed."""
    return day.year + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)


def middle(of: MilestoneRow) -> float:
    """The middle of the days of a milestone, as `moment` counts."""
    return (moment(first_day(of.start)) + moment(last_day(of.end))) / 2
