"""Years, days and lengths of time as people write them, in English and in Indonesian."""

from collections.abc import Callable
from datetime import date

from iknctl.model import Text
from iknctl.periods import Spanning

_MONTHS_EN = "January February March April May June July August September October November December".split()
_MONTHS_ID = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def years(of: Spanning) -> Text:
    """A period: `2035–2039`, `2035` for a single year, `2045 onward` when it is open."""
    if of.end is None:
        return Text(en=f"{of.start} onward", id=f"{of.start} dan seterusnya")
    both = str(of.start) if of.start == of.end else f"{of.start}–{of.end}"
    return Text(en=both, id=both)


def day(of: date) -> Text:
    """A day with its month's name: `15 June 2031`."""
    return partial_date(of.isoformat())


def partial_date(of: str) -> Text:
    """A date as exact as it is stated, `YYYY[-MM[-DD]]`: `2024`, `January 2024`, `28 January 2024`."""
    year, _, rest = of.partition("-")
    if not rest:
        return Text(en=year, id=year)
    month, _, number = rest.partition("-")
    before = f"{int(number)} " if number else ""
    index = int(month) - 1
    return Text(en=f"{before}{_MONTHS_EN[index]} {year}", id=f"{before}{_MONTHS_ID[index]} {year}")


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


_WORDS_EN = "no one two three four five six seven eight nine ten".split()
_WORDS_ID = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()


def number(count: int) -> Text:
    """A count as it stands in a sentence: in words up to ten, then in digits."""
    return Text(en=_WORDS_EN[count], id=_WORDS_ID[count]) if count <= 10 else amount(count)


def amount(count: int) -> Text:
    """A count in digits, its thousands set apart: `3,246`, in Indonesian `3.246`."""
    return Text(en=f"{count:,}", id=f"{count:,}".replace(",", "."))


def counted(count: int, unit: Text, said: Callable[[int], Text] = amount) -> Text:
    """A number of things by their name: `5 phases`, `5 fase`; `said` words the number."""
    words = said(count)
    return Text(en=f"{words.en} {unit.en}{'' if count == 1 else 's'}", id=f"{words.id} {unit.id}")


def length(years: int, months: int, days: int) -> Text:
    """A length of time by its two largest units: `3 years 1 month`, `12 days`."""
    parts = [(years, "year", "tahun"), (months, "month", "bulan"), (days, "day", "hari")]
    largest = [part for part in parts if part[0]][:2] or [parts[-1]]
    return Text(
        en=" ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit, _ in largest),
        id=" ".join(f"{count} {unit}" for count, _, unit in largest),
    )


def days(start: date, end: date) -> Text:
    """Days from `start` to `end`, in the shortest form that means just those: `2031`, `June 2031`, `15 June 2031`."""
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years:
        return span(f"{start.year:04}", f"{end.year:04}")
    from calendar import monthrange

    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole_months:
        return span(start.isoformat()[:7], end.isoformat()[:7])
    return span(start.isoformat(), end.isoformat())
