"""Words to a span of days: the grammar of WHEN, read strictly and never guessed at.

In any case, and any white space is one space. What is not listed is refused. N is one digit or two; NAME and WEEKDAY
are Indonesian or English, full or short; PART is Q, TW, Triwulan, Kuartal or Quarter with 1 to 4 or I to IV, or
Semester, Half or H with 1, 2, I or II.

    year   2031 (0001 to 9999), 2031.0; tahun 2031, TA 2031, year 2031
    part   PART 2031, 2031-PART, 2031 PART; a short one may be joined: Q3 2031, 2031-Q3, 2031Q3
    month  2031-N, 2031/N, N/2031, N-2031, NAME 2031, NAME-2031
    day    2031-N-N, 2031/N/N, 20310615, N NAME 2031, N-NAME-2031, NAME N, 2031, NAME N 2031; the day first, always:
           N/N/2031, N-N-2031, N.N.2031. WEEKDAY in front, a comma or not, must be the right one. A time behind, after
           one blank or T, is left aside: 10:00, 10.00, 10:00:00, 10.00.00, 10:00:00.5 or 10:00:00,5, with Z, UTC, GMT,
           WIB, WITA, WIT, +07, +0700, +07:00 or none; behind 20310615 also T1000, T100000 and 100000
    today  today, now, hari ini, sekarang
    range  A..B, A–B, A—B, A - B, or joined by s.d. (s.d, sd., sd), s/d, sampai, sampai dengan, hingga, to, until,
           through; 2031-2036 and tahun 2031-2036. From the first day of A to the last of B
"""

import os
from datetime import date
from typing import NamedTuple

from iknctl.errors import Problem, printable


class Span(NamedTuple):
    """Whole days from `start` to `end`, both included."""

    start: date
    end: date


class Asked(NamedTuple):
    """A question's words, their white space folded, and the days they mean; `relative` when that depends on today."""

    text: str
    span: Span
    relative: bool

    @property
    def start(self) -> date:
        return self.span.start

    @property
    def end(self) -> date:
        return self.span.end


_LONGEST = 150  # characters: no question is as long, and what is wrong with a longer one is not worth a search
_TODAY = r"today|now|hari ini|sekarang"
_JOINER = (
    r"\.\.|[–—]"
    r"|(?<!\S)(?:-|s\.d\.?|sd\.?|s/d|sampai(?: dengan)?|hingga|to|until|through)(?!\S)"
    r"|-\Z"  # joins nothing: `2031-` is a range with one end
)


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
    plain = _plain(text)
    if plain is not None:
        return Asked(text, plain, relative=False)
    from iknctl.grammar import YEAR_WORD, compiled, in_full, match, problem, refusal

    folded = " ".join(text.split())
    if not folded or len(folded) > _LONGEST:
        raise problem("unreadable" if folded else "empty", folded[:_LONGEST])
    whole = _one(folded, today)
    if whole is not None:
        return whole
    years = match(rf"(?:{YEAR_WORD} )?(\d{{4}})-(\d{{4}})", folded)
    ends = years.groups() if years else [end.strip() for end in compiled(_JOINER).split(folded, maxsplit=2)]
    if len(ends) == 1:
        raise refusal(folded, folded)
    if len(ends) > 2:
        raise problem("many-ends", folded)
    if not all(ends):
        raise problem("half-range", folded)
    first, second = (_one(end, today) for end in ends)
    if first is None or second is None:
        raise in_full(ends[0], ends[1], folded) or refusal(ends[0] if first is None else ends[1], folded)
    if first.start > second.end:
        raise problem("reversed", folded, swapped=f"{second.text}..{first.text}")
    return Asked(folded, Span(first.start, second.end), relative=first.relative or second.relative)


def _plain(text: str) -> Span | None:
    """A year or an ISO day: nearly every question and cell is one, so neither waits for a regular expression."""
    if len(text) == 4 and text.isascii() and text.isdigit() and text != "0000":
        return Span(date(int(text), 1, 1), date(int(text), 12, 31))
    day = _iso_day(text)
    return None if day is None else Span(day, day)


def _iso_day(text: str) -> date | None:
    # fromisoformat alone would also take 20310615 and 2031-W24-7.
    if len(text) != 10 or not text[4] == text[7] == "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _one(text: str, today: date) -> Asked | None:
    """What is not a range, None when it is in no form. Raises Problem when the calendar has no such day or month."""
    from iknctl.grammar import match, read_form

    if match(_TODAY, text):
        return Asked(text, Span(today, today), relative=True)
    days = read_form(text)
    return None if days is None else Asked(text, Span(*days), relative=False)
