"""The grammar of WHEN. Only the forms that docs/tour.md lists are read, and nothing is guessed."""

import re
from calendar import monthrange
from datetime import date, timedelta

from iknctl.errors import Problem, printable
from iknctl.messages.when import MONTHS, WEEK
from iknctl.model import Text

Days = tuple[date, date]  # the first and the last, both included

FLAGS = int(re.ASCII | re.IGNORECASE)  # ASCII: `\d` would take the digits of every script, and "ſ" would pass for "s"
_LONGEST = 150  # characters: no question is as long, and what is wrong with a longer one is not worth a search


def _numbered(lists: tuple[str, ...]) -> dict[str, int]:
    """From each name, and its first three letters, to the number of the list that it is in."""
    each = [(name, number) for number, names in enumerate(lists, start=1) for name in names.lower().split()]
    return dict(each) | {name[:3]: number for name, number in each}


_MONTHS, _WEEKDAYS = _numbered(MONTHS), _numbered(WEEK)
_NUMBERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}

_YEAR, _YEAR_WORD = r"(?P<year>(?!0000)\d{4})", r"(?:tahun|TA|year)"
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})"
_QUARTER, _HALF = r"(?P<quarter>[1-4]|I{1,3}|IV)", r"(?P<half>[12]|I{1,2})"
_SHORT = rf"(?:(?:Q|TW) ?{_QUARTER}|H ?{_HALF})"
_LONG = rf"(?:(?:triwulan|kuartal|quarter) {_QUARTER}|(?:semester|half) {_HALF})"
_FORMS = (
    rf"{_YEAR}(?P<by>[-/])(?P<month>\d\d?)(?:(?P=by)(?P<day>\d\d?))?",
    rf"(?P<day>\d\d?)(?P<by>[/.-])(?P<month>\d\d?)(?P=by){_YEAR}",
    rf"(?P<month>\d\d?)[/-]{_YEAR}",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
    rf"(?:(?P<day>\d\d?) )?{_NAME}\.? {_YEAR}",
    rf"(?:(?P<day>\d\d?)-)?{_NAME}-{_YEAR}",
    rf"{_NAME}\.? (?P<day>\d\d?)(?:, ?| ){_YEAR}",
    rf"{_YEAR}(?:\.0{{1,9}})?",
    rf"{_YEAR_WORD} {_YEAR}",
    *(rf"{_SHORT} {_YEAR}", rf"{_YEAR}[- ]?{_SHORT}", rf"{_LONG} {_YEAR}", rf"{_YEAR}[- ]{_LONG}"),
)
_HH, _MM, _SS = r"(?:[01]\d|2[0-3])", r"[0-5]\d", r"(?:[0-5]\d|60)(?:[.,]\d{1,9})?"
_ZONE = rf"(?: ?(?:Z|UTC|GMT|WIB|WITA|WIT|[+-]{_HH}(?::?{_MM})?))?"
_COMPACT = rf"(?<=\d{{8}})(?:T{_HH}{_MM}|[T ]{_HH}{_MM}{_SS})"  # only behind a compact day
TIME = rf"(?:[T ]{_HH}(?::{_MM}(?::{_SS})?|\.{_MM}(?:\.{_SS})?)|{_COMPACT}){_ZONE}"
# A form, or a day with its weekday in front, a time behind, or both.
_WHOLE = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})(?:, ?| ))?(?P<form>.+?)(?:{TIME})?"
_TODAY = r"today|now|hari ini|sekarang"
_BARE_YEARS = rf"(?:{_YEAR_WORD} )?(\d{{4}})-(\d{{4}})"
# The last alternative catches `2031-`, a range with one end.
_JOINER = r"\.\.|[–—]|(?<!\S)(?:-|s\.d\.?|sd\.?|s/d|sampai(?: dengan)?|hingga|to|until|through)(?!\S)|-\Z"

# What is meant for a time behind a day, and is none that is read.
_LIKE_A_TIME = r"\d\d?(?:[:.].*| ?[AP]M)?|\d{6}.*|(?<=\d{8} )\d{4}|(?:pukul|pkl|jam|at)\b.*|Z|UTC|GMT|WIB|WITA?"
# Why a text is refused, in the order in which it is tried: the reason, the pattern, and what to write instead, made
# from the match. An entry with something to write counts only where that can be read.
_REFUSED: tuple[tuple[str, str, str], ...] = (
    ("lone-number", r"\d\d?", ""),
    ("no-year", r".+", r"\g<0> {year}"),
    ("no-year", r".+([/-]).+", r"\g<0>\g<1>{year}"),
    ("impossible-time", rf"(.+?\d)(?:,? (?:{_LIKE_A_TIME})|T(?:\d.*)?)", r"\1 10:00"),
    ("two-digit-year", r"(.*?)(?<!\d)['’]?(\d\d)", r"\g<1>20\2"),
    ("two-digit-year", r"\d\d-.+", r"20\g<0>"),
    ("year-length", r"(.*?)(?<![\d.,:+])(?:\d{3}|\d{5,})(?![\d.,:])(.*)", r"\g<1>{year}\2"),
    ("time-alone", r"T?\d\d?(?:[:.]\d\d(?!\d|\.\d{4})[\d:.,]*(?: ?[A-Z]+\.?)?| ?[AP]M)|(?:pukul|pkl\.?|jam) \d.*", ""),
    ("time-alone", r"(.+?\d)[T ]\d\d?[:.].*", r"\1"),
    ("rewritten", r"(\d\d?)[ .](\d{4})", r"\1/\2"),
    ("rewritten", r"(\d+)[ .](\d\d?)[ .](\d+)", r"\1/\2/\3"),
    ("rewritten", r"(\d\d?)(?:st|nd|rd|th)?[ ./-]?([A-Z]+)[ ./-]*(\d{4})", r"\1 \2 \3"),
    ("rewritten", rf"(.+?)[ ,./-]*(?:{_YEAR_WORD} )?(\d{{4}})", r"\1 \2"),
    ("impossible-part", r"(.*?[A-Z] ?)(?:\d\d?|[IVX]*)[ -]?(\d{4}|)", r"\g<1>I \2"),
    ("fraction", r"\d+[.,]\d+", ""),
    ("sign", r"[+±−-] ?\d.*", ""),
    ("unknown-month", r"(?:\d\d?[ -])?(?P<word>[A-Z]+)\.?[ -](?:\d\d?(?:, ?| ))?(?!0000)\d{4}", ""),
    ("several", r".*(?<!\d)\d{4}(?!\d).*(?<!\d)\d{4}(?!\d).*", ""),
    ("year-zero", r".*(?<!\d)0000.*", ""),
)


def read(text: str, today: date) -> tuple[date, date, bool]:
    """The first and the last day that a text means, and whether today decides them. Raises Problem `invalid-when`."""
    if not text or len(text) > _LONGEST:
        raise problem("unreadable" if text else "empty", text[:_LONGEST])
    years = _match(_BARE_YEARS, text)
    ends = list(years.groups()) if years else [end.strip() for end in re.split(_JOINER, text, flags=FLAGS)]
    if not all(ends) or len(ends) > 2:
        raise problem("several" if all(ends) else "half-range", text)
    found = [(today, today) if _match(_TODAY, end) else _days(end) for end in ends]
    spans = [days for days in found if days is not None]
    if len(spans) < len(ends):
        raise _borrowed(text, ends) or _refusal(ends[found.index(None)], text)
    start, end = spans[0][0], spans[-1][1]
    if start > end:
        raise problem("reversed", text, swapped=f"{ends[1]}..{ends[0]}")
    return start, end, any(_match(_TODAY, end) for end in ends)


def _match(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, FLAGS)


def _days(text: str) -> Days | None:
    """The days of a text in one of the forms, None when it is in none. Raises Problem when the calendar has no such."""
    whole = _match(_WHOLE, text.replace("’", "'"))
    form = whole and next(filter(None, (_match(pattern, whole["form"]) for pattern in _FORMS)), None)
    if not whole or not form:
        return None
    found = form.groupdict()
    day, year, first, months = found.get("day"), int(found["year"]), 1, 12
    if whole["form"] != whole[0] and day is None:
        return None
    if number := found.get("quarter") or found.get("half"):
        months = 3 if found["quarter"] else 6
        first = months * (_NUMBERS[number.lower()] - 1) + 1
    elif month := found.get("month") or found.get("name"):
        first, months = _MONTHS.get(month.lower()) or int(month), 1
        if not 1 <= first <= 12:  # never taken for a day
            raise problem("impossible-month", text, month=month)
    last = first + months - 1
    start, end = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if day is None:
        return start, end
    if not 1 <= int(day) <= end.day:
        raise problem("impossible-day", text, month=str(start)[:7], days=end.day)
    only = start.replace(day=int(day))
    if whole["weekday"] and _WEEKDAYS[whole["weekday"].lower()] != only.isoweekday():
        en, id, *_ = WEEK[only.weekday()].split()  # noqa: A001
        raise problem("wrong-weekday", text, weekday=Text(en=en, id=id), day=only)
    return only, only


def _possible(text: str) -> Days | None:
    """The days of a text that is in one of the forms and in the calendar, None for any other."""
    try:
        return _days(text)
    except Problem:
        return None


def problem(reason: str, text: str, asked: str = "", **params: object) -> Problem:
    """The Problem `invalid-when.<reason>`; its examples take their years from `asked`, the whole question."""
    written = [int(year) for year in re.findall(r"(?<!\d)\d{4}(?=(?:\d{4})?(?!\d))", asked or text) if int(year)]
    year, *others = sorted({*written[:2]}) or [2031]
    years = {"year": f"{year:04}", "later": f"{others[0] if others else min(year + 5, 9999):04}"}
    return Problem(f"invalid-when.{reason}", at=None, text=printable(text), **years, **params)


def _refusal(text: str, asked: str) -> Problem:
    """Why `text`, one end or the whole of the question, is in no form at all."""
    unreadable = problem("unreadable", text, asked)
    year = str(unreadable.params["year"])
    full = re.sub(r"\d", lambda digit: str(int(digit[0])), text)
    if full != text:
        return problem("other-digits", text, asked, full=full if _possible(full) else year)
    if _match(r"\d{5}(?:[.,]\d{1,15})?", text) and 36526 <= int(text[:5]) <= 80000:
        return problem("serial", text, asked, day=date(1899, 12, 30) + timedelta(int(text[:5])))
    for reason, pattern, rewritten in _REFUSED:
        if found := _match(pattern, text):
            full = found.expand(rewritten.replace("{year}", year)).strip()
            if not rewritten or _possible(full):
                return problem(reason, text, full or asked, full=full, **found.groupdict())
    return unreadable


def _borrowed(text: str, ends: list[str]) -> Problem | None:
    """The refusal of a range with an end that borrows from the other: `17–20 Agustus 2031`. None for any other text."""
    hyphens = [[text[: at.start()], text[at.end() :]] for at in re.finditer(" ?- ?", text)]
    for first, second in [ends] if len(ends) == 2 else hyphens[:-7:-1]:
        start = _completed(first, second)
        end = _completed(second, first) or _completed(first[:-2] + second, "")  # 2031–36
        if start and end:
            return problem("borrowed", text, full=f"{start[1]}..{end[1]}") if start[0] <= end[0] else None
    return None


def _completed(end: str, other: str) -> tuple[Days, str] | None:
    """The days of one end of a range, with as much of the other end around it as it takes to read it."""
    cuts = [cut.span() for cut in re.finditer("[ /.,-]+", other)][:6]
    heads = [0, *(stop for _, stop in reversed(cuts) if other[stop - 1] != ".")]
    tails = [len(other), *(start for start, _ in cuts)]
    written = [other[:head] + end + other[tail:] for head in heads for tail in tails if head <= tail]
    return next(((days, full) for full in written if (days := _possible(full))), None)
