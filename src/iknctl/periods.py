"""Spans of whole years, both ends included, and how two of them lie to each other."""

from datetime import date
from typing import Protocol

from iknctl.model import Period

FOREVER = 10_000
"""One more than any year that the model can hold: what an open end counts as in a comparison."""


class Spanning(Protocol):
    """Anything with a first and a last year, the last None when it is open."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int | None: ...


def period(of: Spanning) -> Period:
    """The period of anything that has one."""
    return Period(start=of.start, end=of.end)


def last(of: Spanning) -> int:
    """The last year in a form that compares: FOREVER when the end is open."""
    return FOREVER if of.end is None else of.end


def until(year: int) -> int | None:
    """The reverse of `last`: the end that a comparable last year stands for."""
    return None if year >= FOREVER else year


def touches(of: Spanning, start: int, end: int) -> bool:
    """Whether it has a year in common with `start` to `end`."""
    return of.start <= end and last(of) >= start


def shared(one: Spanning, other: Spanning) -> Period | None:
    """The years that both cover, None when there are none."""
    start, end = max(one.start, other.start), min(last(one), last(other))
    return Period(start=start, end=until(end)) if start <= end else None


def disputed(one: Spanning, other: Spanning) -> tuple[Period, ...]:
    """The years that only one of the two covers, in order."""
    if shared(one, other) is None:
        return tuple(sorted((period(one), period(other)), key=last))
    early, late = sorted((one.start, other.start))
    first_end, last_end = sorted((last(one), last(other)))
    before = (Period(start=early, end=late - 1),) if early < late else ()
    after = (Period(start=first_end + 1, end=until(last_end)),) if first_end < last_end else ()
    return before + after


def first_day(partial: str) -> date:
    """The first day of a date stated as `YYYY[-MM[-DD]]`."""
    year, month, day = [*(int(part) for part in partial.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(partial: str) -> date:
    """The last day of a date stated as `YYYY[-MM[-DD]]`."""
    from calendar import monthrange

    year, *rest = (int(part) for part in partial.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1])
