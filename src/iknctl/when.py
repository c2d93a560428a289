"""Words to a span of days: the grammar of WHEN, read strictly and never guessed at.

Letters may be in any case, and white space of any kind counts as one space. Accepted, where NAME is a month in
Indonesian or English, full or short, with or without a full stop:

    year    2031                        four digits, 0001 to 9999
    month   2031-06, 06/2031, 6/2031, NAME 2031, NAME-2031
    day     2031-06-15, 20310615, 15/06/2031, 15-6-2031, 15.6.2031 (the day first, always)
            15 NAME 2031, 15-NAME-2031, NAME 15, 2031, NAME 15 2031
            2031-06-15T10:00, 2031-06-15 10:00:00.123+07:00 (its date as written; the time must be a possible one:
            hours 00 to 23, seconds up to 60 for a leap second, then Z, UTC, an offset +07, +0700 or +07:00, or nothing)
    today   today, now, hari ini, sekarang
    range   A..B, A–B, A—B, A - B, and in words A s.d. B (s.d, sd, s/d), A sampai B, A sampai dengan B;
            with a bare hyphen between two years alone: 2031-2036

A range runs from the first day of A to the last day of B; A and B may be of any kind above, today included. What could
be read in two ways is refused with its own reason, so that the hint can say what to write instead. That takes in
`203106`, `06-2031`, `2031/06/15`, weeks, ordinal days, and a time behind any day that is not an ISO one.
"""

import os
import re
from datetime import date
from functools import cache
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


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb peb februari pebruari february",
            "mar maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt ags aug agustus august",
            "sep sept september",
            "okt oct oktober october",
            "nov nop november nopember",
            "des dec desember december",
        ),
        start=1,
    )
    for name in names.split()
}

# Patterns stay text until they are first needed: compiling them all would cost more than the rest of a short command.
# ASCII, because `\d` would take the digits of every script, and ignoring case would take "ſ" for "s".
_FLAGS = re.ASCII | re.IGNORECASE

_NAME = f"(?:{'|'.join(_MONTHS)})"
_HH, _MM = r"(?:[01]\d|2[0-3])", r"[0-5]\d"
_TIME = rf"{_HH}:{_MM}(?::(?:{_MM}|60)(?:[.,]\d{{1,9}})?)?(?: ?(?:Z|UTC|[+-]{_HH}(?::?{_MM})?))?"

_TODAY = r"today|now|hari ini|sekarang"
_FORMS = (
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ]{_TIME})?)?)?",
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
    r"(?P<day>\d\d?)([/.-])(?P<month>\d\d?)\2(?P<year>\d{4})",
    r"(?P<month>\d\d?)/(?P<year>\d{4})",
    rf"(?:(?P<day>\d\d?) )?(?P<month>{_NAME})\.? (?P<year>\d{{4}})",
    rf"(?:(?P<day>\d\d?)-)?(?P<month>{_NAME})-(?P<year>\d{{4}})",
    rf"(?P<month>{_NAME})\.? (?P<day>\d\d?)(?:, ?| )(?P<year>\d{{4}})",
)
_JOINER = (
    r"\.\.|[–—]"
    r"|(?<!\S)(?:-|s\.d\.?|sd\.?|s/d|sampai dengan|sampai)(?!\S)"
    r"|(?<=^\d{4})-(?=\d{4}\Z)"
    r"|-\Z"  # joins nothing: `2031-` is a range with one end
)

_BEFORE_YEAR = rf"(?:\d\d?([/.-])\d\d?\1|\d\d?[ -]{_NAME}\.?[ -]|{_NAME}\.? \d\d?(?:, ?| ))"
_UNPADDED = r"(?P<year>\d{4})-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?"
# What is refused, in the order in which it is tried; named groups become parameters of the problem.
_REFUSED = (
    ("lone-number", r"\d\d?"),
    ("six-digits", r"\d{6}"),
    ("year-length", rf"\d+|(?:{_BEFORE_YEAR}|\d\d?/|{_NAME}\.?[ -])(?:\d{{3}}|\d{{5,}})"),
    ("year-length", r"(?:\d{3}|\d{5,})-\d\d?(?:-\d\d?)?"),
    ("two-digit-year", rf"{_BEFORE_YEAR}['’]?\d\d?|(?:{_NAME}\.?[ -])?['’]\d\d"),
    ("no-year", rf"\d\d?[/-]\d\d?|\d\d?[ -]{_NAME}\.?|{_NAME}\.?(?:[ -]\d\d?)?"),
    ("month-separator", r"\d\d?[ .-]\d{4}"),
    ("fraction", r"\d+[.,]\d+"),
    ("year-first", r"\d{4}([/.])\d\d?(?:\1\d\d?)?"),
    ("year-before-month", rf"\d{{4}}[ -]{_NAME}\.?(?:[ -]\d\d?)?"),
    ("week", r"\d{4}-?W\d\d?(?:-?\d)?"),
    ("ordinal", r"\d{4}-\d{3}"),
    ("time-alone", r"T?\d\d?:[\d:.,]+ ?(?:Z|[AP]M|[+-][\d:]+)?"),
    ("impossible-time", r"\d{4}-\d\d-\d\d(?:T.*| \d+[:.].*)"),
    ("time-after-day", r".*\d{4},?[T ]\d\d?[:.]\d\d.*"),
    ("sign", r"[+±−-] ?\d.*"),
    ("unknown-month", rf"(?:\d\d?[ -])?(?!{_NAME}\b)(?P<word>[a-z]+)\.?[ -](?:\d\d?(?:, ?| ))?\d{{4}}"),
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
    folded = " ".join(text.split())
    if not folded:
        raise _problem("empty", folded)
    ends = [end.strip() for end in _compiled(_JOINER).split(folded)]
    if len(ends) == 1:
        return _one(folded, today)
    if len(ends) > 2:
        raise _problem("many-ends", folded)
    if not all(ends):
        raise _problem("half-range", folded)
    first, second = (_one(end, today) for end in ends)
    if first.start > second.end:
        raise _problem("reversed", folded, swapped=f"{second.text}..{first.text}")
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


def _one(text: str, today: date) -> Asked:
    """What is not a range: a year, a month, a day or today."""
    if _match(_TODAY, text):
        return Asked(text, Span(today, today), relative=True)
    form = _form(text)
    if form is None:
        raise _refusal(text)
    return Asked(text, _span(text, form), relative=False)


def _match(pattern: str, text: str) -> re.Match[str] | None:
    return _compiled(pattern).fullmatch(text)


@cache  # re has one of its own, but asks more of each call than the matching costs
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, _FLAGS)


def _form(text: str) -> re.Match[str] | None:
    """The form that `text` is written in, whether or not the calendar has such a day."""
    return next((found for pattern in _FORMS if (found := _match(pattern, text))), None)


def _span(text: str, form: re.Match[str]) -> Span:
    parts = form.groupdict()
    year, month, day = int(parts["year"]), parts.get("month"), parts.get("day")
    if year == 0:
        raise _problem("year-zero", text)
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    number = _MONTHS[month.lower()] if month.isalpha() else int(month)
    if not 1 <= number <= 12:
        raise _impossible_month(text, month)
    last = _days_in(year, number)
    if day is None:
        return Span(date(year, number, 1), date(year, number, last))
    if not 1 <= int(day) <= last:
        raise _problem("impossible-day", text, month=f"{year:04}-{number:02}", days=last)
    only = date(year, number, int(day))
    return Span(only, only)


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _impossible_month(text: str, month: str) -> Problem:
    """A month beyond 12, which is never taken for a day: `06/15/2031` is only told that the day comes first."""
    day_first = re.match(r"\d\d?[/.-]\d\d?[/.-]", text)
    return _problem("day-first" if day_first else "impossible-month", text, month=month)


def _refusal(text: str) -> Problem:
    """Why `text` is in no form at all."""
    if any(char.isnumeric() and not char.isascii() for char in text):
        return _problem("other-digits", text)
    if form := _match(_UNPADDED, text):
        _span(text, form)  # an impossible month or day is the worse fault, and raises here
        return _problem("unpadded", text, padded="-".join(part.zfill(2) for part in text.split("-")))
    for reason, pattern in _REFUSED:
        if found := _match(pattern, text):
            return _problem(reason, text, **{name: printable(part) for name, part in found.groupdict().items()})
    if not _holds_several(text):
        return _problem("unreadable", text)
    years = _compiled(r"(\d{4}) (\d{4})").fullmatch(text)
    return _problem("several", text, range=f"{years[1]}..{years[2]}" if years else "2031..2036")


def _holds_several(text: str) -> bool:
    """Whether one form begins `text` and another ends it: `2031 2036`, `2031 to 2036`, `2031/2036`."""
    if len(text) > 100:  # two forms and a word between them fit; the search is quadratic
        return False
    breaks = [place for place, char in enumerate(text) if char in " /-"]
    heads = [place for place in breaks if _form(text[:place])]
    tails = [place for place in breaks if _form(text[place + 1 :])]
    return bool(heads and tails) and heads[0] <= tails[-1]


def _problem(reason: str, text: str, **params: object) -> Problem:
    return Problem(f"invalid-when.{reason}", at=None, text=printable(text), **params)
