"""From years to places on an axis: what the chart of characters and the picture share."""

import datetime as dt
from calendar import isleap
from typing import NamedTuple

from iknctl.answers.move import TimelineAnswer
from iknctl.periods import first_day, last_day

_STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Axis(NamedTuple):
    """The years that a timeline shows, both included, on `width` units; `is_open` when a bar has no end."""

    start: int
    end: int
    width: float
    is_open: bool

    def at(self, year: float) -> float:
        """The place of the beginning of a year; a fraction of a year is a part of the way to the next."""
        return (year - self.start) * self.width / (self.end - self.start + 1)

    def ticks(self, room: float) -> list[int]:
        """The round years to be written on the axis so that each has at least `room` units."""
        per_year = self.width / (self.end - self.start + 1)
        step = next((step for step in _STEPS if step * per_year >= room), _STEPS[-1])
        first = -(-self.start // step) * step
        return list(range(first, self.end + 1, step))


def axis(report: TimelineAnswer, width: float) -> Axis:
    """The axis that holds every bar; a bar without an end runs to the last year that any bar states."""
    bars = [bar for lane in report.roadmaps for bar in lane.phases]
    stated = [bar.start for bar in bars] + [bar.end for bar in bars if bar.end is not None]
    return Axis(min(stated), max(stated), width, is_open=any(bar.end is None for bar in bars))


def moment(day: dt.date) -> float:
    """A day as a year and the part of it that has passed."""
    return day.year + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)


def middle(start: str, end: str) -> float:
    """The middle of a stretch between two partial dates, as `moment` counts."""
    return (moment(first_day(start)) + moment(last_day(end))) / 2
