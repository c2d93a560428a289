"""Years, days and numbers as people write them, in English and in Indonesian."""

from datetime import date

from iknctl.messages import message
from iknctl.model import Text
from iknctl.periods import Spanning, first_day, last_day

_MONTHS_EN = "January February March April May June July August September October November December".split()
_MONTHS_ID = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def years(of: Spanning) -> Text:
    """A period: `2035–2039`, `2035` for a single year, `2045 onward` when it is open."""
    if of.end is None:
        return Text(en=f"{of.start} onward", id=f"{of.start} dan seterusnya")
    return span(str(of.start), str(of.end))


def day(of: date) -> Text:
    """A day with its month's name: `15 June 2031`."""
    return partial_date(of.isoformat())


def partial_date(of: str) -> Text:
    """A date as exact as it is stated, `YYYY[-MM[-DD]]`: `2024`, `January 2024`, `28 January 2024`."""
    year, *rest = of.split("-")
    if not rest:
        return Text(en=year, id=year)
    month, before = int(rest[0]) - 1, "".join(f"{int(number)} " for number in rest[1:])
    return Text(en=f"{before}{_MONTHS_EN[month]} {year}", id=f"{before}{_MONTHS_ID[month]} {year}")


def span(start: str, end: str) -> Text:
    """From one partial date to another, both included; what both end in is said once: `July–November 2024`."""
    first, final = partial_date(start), partial_date(end)
    return Text(en=_from_to(first.en, final.en), id=_from_to(first.id, final.id))


def _from_to(first: str, final: str) -> str:
    if first == final:
        return first
    words, others = first.split(), final.split()
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return f"{' '.join(words)}–{final}"


def days(start: date, end: date) -> Text:
    """Days from `start` to `end`, in the shortest form that means just those: `2031`, `June 2031`, `15 June 2031`."""
    first, final = start.isoformat(), end.isoformat()
    for size in (4, 7):
        if first_day(first[:size]) == start and last_day(final[:size]) == end:
            return span(first[:size], final[:size])
    return span(first, final)


def number(count: int) -> Text:
    """A count as it stands in a sentence: in words up to ten, then in digits."""
    return message(f"number.{count}", count=count)
