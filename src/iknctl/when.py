"""Words to a span of days. A year and an ISO day are read here; `iknctl.grammar` has every other form of WHEN."""

import os
from datetime import date
from typing import NamedTuple

from iknctl.errors import Problem, printable


class Asked(NamedTuple):
    """A question's words, their white space folded, and the first and last day; `relative` when today decides them."""

    text: str
    start: date
    end: date
    relative: bool


def today() -> date:
    """The day that IKNCTL_TODAY names, for tests and documents that must not change; otherwise the local date."""
    value = os.environ.get("IKNCTL_TODAY")
    if not value:
        return date.today()
    day = _iso_day(value)
    if day is None:
        raise Problem("invalid-today", value=printable(value))
    return day


def read_when(text: str, today: date) -> Asked:
    """The days that `text` means. Raises Problem `invalid-when.<reason>` for whatever is not in the grammar."""
    # Nearly every question and cell is a year or an ISO day, so neither waits for a regular expression.
    if len(text) == 4 and text.isascii() and text.isdigit() and text != "0000":
        return Asked(text, date(int(text), 1, 1), date(int(text), 12, 31), relative=False)
    if day := _iso_day(text):
        return Asked(text, day, day, relative=False)
    from iknctl import grammar

    folded = " ".join(text.split())
    return Asked(folded, *grammar.read(folded, today))


def _iso_day(text: str) -> date | None:
    # fromisoformat alone would also take 20310615 and 2031-W24-7.
    if len(text) != 10 or not text[4] == text[7] == "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
