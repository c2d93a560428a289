"""Arithmetic of whole years, both ends included, and of dates that are stated as YYYY, YYYY-MM or YYYY-MM-DD."""

from datetime import date
from typing import Protocol

from iknctl.model import Period

FOREVER = 10_000  # The year after the last one that there is: what an open end counts as in a comparison.


class Spanning(Protocol):
    """Anything with a first and a last year, the last None when it is open."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int | None: ...


def last(of: Spanning) -> int:
    """The last year as a number; FOREVER when the end is open."""
    return FOREVER if of.end is None else of.end


def touches(of: Spanning, start: int, end: int) -> bool:
    """Whether it has a year in common with `start` to `end`."""
    return of.start <= end and last(of) >= start


def shared(one: Spanning, other: Spanning) -> Period | None:
    """The years that both cover, None when there are none."""
    start, end = max(one.start, other.start), min(last(one), last(other))
    return _years(start, end) if start <= end else None


def disputed(one: Spanning, other: Spanning) -> tuple[Period, ...]:
    """The years that only one of the two covers, in order."""
    (first, second), (end, final) = sorted((one.start, other.start)), sorted((last(one), last(other)))
    parts = (first, min(end, second - 1)), (max(second, end + 1), final)
    # After the year 9999 there is nothing to claim.
    return tuple(_years(*part) for part in parts if part[0] <= min(part[1], FOREVER - 1))


def _years(start: int, end: int) -> Period:
    return Period(start=start, end=None if end == FOREVER else end)


def first_day(partial: str) -> date:
    """The first day of a date stated as YYYY[-MM[-DD]]."""
    return date.fromisoformat(f"{partial}-01-01"[:10])


def last_day(partial: str) -> date:
    """The last day of a date stated as YYYY[-MM[-DD]]."""
    from calendar import monthrange

    if len(partial) == len("YYYY-MM"):
        return date.fromisoformat(f"{partial}-{monthrange(int(partial[:4]), int(partial[5:]))[1]}")
    return date.fromisoformat(f"{partial}-12-31"[:10])
