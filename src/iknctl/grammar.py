"""The grammar of WHEN: the forms of a single year, part of a year, month or day, and why a text is in none of them."""

import re
from datetime import date, timedelta
from functools import cache

from iknctl.errors import Problem, printable

Days = tuple[date, date]  # the first and the last, both included

_NAMES = (
    "jan januari january|feb peb februari pebruari february|mar maret march|apr april|mei may|jun juni june|"
    "jul juli july|agu agt ags aug agustus august|sep sept september|okt oct oktober october|"
    "nov nop november nopember|des dec desember december"
)
_MONTHS = {name: number for number, names in enumerate(_NAMES.split("|"), start=1) for name in names.split()}
_WEEK = (
    *("Monday Senin", "Tuesday Selasa", "Wednesday Rabu", "Thursday Kamis"),
    *("Friday Jumat Jum'at", "Saturday Sabtu", "Sunday Minggu Ahad"),
)
_NAMED = [(name.lower(), number) for number, names in enumerate(_WEEK) for name in names.split()]
_WEEKDAYS = {name: number for full, number in _NAMED for name in (full, full[:3])}
_PARTS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_IN = {"q": 3, "tw": 3, "triwulan": 3, "kuartal": 3, "quarter": 3, "h": 6, "semester": 6, "half": 6}

_YEAR, YEAR_WORD = r"(?P<year>\d{4})", r"(?:tahun|TA|year)"
_NAME = r"(?P<name>[A-Z]{3,9})"  # any word: the form fits only when it is the name of a month
_SHORT = r"(?P<part>Q|TW|H) ?(?P<number>\d|[IV]{1,3})"
_LONG = r"(?P<part>triwulan|kuartal|quarter|semester|half) (?P<number>\d|[IV]{1,3})"
_FORMS = (
    rf"{_YEAR}(?P<by>[-/])(?P<month>\d\d?)(?:(?P=by)(?P<day>\d\d?))?",
    rf"(?P<day>\d\d?)(?P<by>[/.-])(?P<month>\d\d?)(?P=by){_YEAR}",
    rf"(?P<month>\d\d?)[/-]{_YEAR}",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
    rf"(?:(?P<day>\d\d?) )?{_NAME}\.? {_YEAR}",
    rf"(?:(?P<day>\d\d?)-)?{_NAME}-{_YEAR}",
    rf"{_NAME}\.? (?P<day>\d\d?)(?:, ?| ){_YEAR}",
    rf"{_YEAR}(?:\.0{{1,9}})?",
    rf"{YEAR_WORD} {_YEAR}",
    *(rf"{_SHORT} {_YEAR}", rf"{_YEAR}[- ]?{_SHORT}", rf"{_LONG} {_YEAR}", rf"{_YEAR}[- ]{_LONG}"),
)
_ON_WEEKDAY = r"(?P<weekday>[A-Z]{3,9}|Jum['’]at)(?:, ?| )(?P<day>.+)"

_HH, _MM, _SS = r"(?:[01]\d|2[0-3])", r"[0-5]\d", r"(?:[0-5]\d|60)(?:[.,]\d{1,9})?"
_ZONE = rf"(?: ?(?:Z|UTC|GMT|WIB|WITA|WIT|[+-]{_HH}(?::?{_MM})?))?"
_COMPACT = rf"(?<=\d{{8}})(?:T{_HH}{_MM}|[T ]{_HH}{_MM}{_SS})"  # only behind a compact day
_TIME = rf"(?:[T ]{_HH}(?::{_MM}(?::{_SS})?|\.{_MM}(?:\.{_SS})?)|{_COMPACT}){_ZONE}"
_TIMED = rf"(?P<day>.+){_TIME}"


@cache  # patterns stay text until they are first needed: compiling them all takes longer than a short command
def compiled(pattern: str) -> re.Pattern[str]:
    # ASCII, because `\d` would take the digits of every script, and ignoring case would take "ſ" for "s".
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


def match(pattern: str, text: str) -> re.Match[str] | None:
    return compiled(pattern).fullmatch(text)


def read_form(text: str) -> Days | None:
    """The days of a text in one of the forms, None when it is in none. Raises Problem when the calendar has no such."""
    if form := _form(text):
        return _days(text, form)
    timed = match(_TIMED, text)
    day = timed["day"] if timed else text
    named = match(_ON_WEEKDAY, day)
    weekday = _WEEKDAYS.get(named["weekday"].lower().replace("’", "'")) if named else None
    if named and weekday is not None:
        day = named["day"]
    form = None if day == text else _form(day)
    if form is None or form.groupdict().get("day") is None:
        return None
    days = _days(text, form)
    actual = days[0].weekday()
    if weekday not in (None, actual):
        from iknctl.messages import dates
        from iknctl.model import Text

        en, id, *_ = _WEEK[actual].split()  # noqa: A001
        name, written = Text(en=en, id=id), dates.day(days[0])
        right = Text(en=f"{en}, {written.en}", id=f"{id}, {written.id}")
        raise problem("wrong-weekday", text, weekday=name, right=right)
    return days


def possible(text: str) -> Days | None:
    """The days of a text that is in one of the forms and in the calendar, None for any other."""
    try:
        return read_form(text)
    except Problem:
        return None


def _form(text: str) -> re.Match[str] | None:
    for pattern in _FORMS:
        form = match(pattern, text)
        if form and form.groupdict().get("name", "jan").lower() in _MONTHS:
            return form
    return None


def _days(text: str, form: re.Match[str]) -> Days:
    from calendar import monthrange

    found = form.groupdict()
    year, first, months = int(found["year"]), 1, 12
    if year == 0:
        raise problem("year-zero", text)
    if part := found.get("part"):
        months = _MONTHS_IN[part.lower()]
        first = months * _PARTS.get(found["number"].lower(), 0) - months + 1
        if not 1 <= first <= 12:
            raise problem("impossible-part", text)
    elif month := found.get("month") or found.get("name"):
        first, months = _MONTHS.get(month.lower()) or int(month), 1
        if not 1 <= first <= 12:  # never taken for a day: `06/15/2031` is only told that the day comes first
            day_first = found.get("day") and form.start("day") < form.start("month")
            raise problem("impossible-month.day-first" if day_first else "impossible-month", text, month=month)
    last = first + months - 1
    days = monthrange(year, last)[1]
    if (day := found.get("day")) is None:
        return date(year, first, 1), date(year, last, days)
    if not 1 <= int(day) <= days:
        raise problem("impossible-day" if int(day) else "day-zero", text, month=f"{year:04}-{first:02}", days=days)
    only = date(year, first, int(day))
    return only, only


# What is refused, in the order in which it is tried. An entry with a third part, which the match fills in, holds only
# when the outcome reads: the hint says to write that.
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_PART = r"(?:(?:Q|TW|H) ?|(?:triwulan|kuartal|quarter|semester|half) )(?:\d|[IV]{1,3})"
_REFUSED: tuple[tuple[str, str, str], ...] = (
    ("lone-number", r"\d\d?", ""),
    ("six-digits.full", r"(\d{4})(\d\d)", r"\1-\2"),
    ("six-digits", r"\d{6}", ""),
    ("no-year.full", r"\d\d?([/-])\d\d?|\d\d(\.)\d\d", r"\g<0>\g<1>\g<2>{year}"),
    ("no-year.full", rf"\d\d?([ -]){_MONTH}\.?", r"\g<0>\g<1>{year}"),
    ("no-year.full", rf"{_MONTH}\.? \d\d?", r"\g<0>, {year}"),
    ("no-year.full", rf"{_MONTH}\.?|{_PART}", r"\g<0> {year}"),
    ("two-digit-year.full", r"(.*?)(?<!\d)['’]?(\d\d)", r"\g<1>20\2"),
    ("two-digit-year", rf"(?:\d\d?([/.-])\d\d?\1|\d\d?[ -]{_MONTH}[ -]|{_MONTH}\.? \d\d?,? )['’]?\d\d?", ""),
    ("no-year", rf"(?:[A-Z'’]+,? )?(?:\d\d?[ -]{_MONTH}\.?|{_MONTH}\.? \d\d?|\d\d?/\d\d?)", ""),
    ("year-length", r"(.*?)(?<![\d.,:+])(?:\d{3}|\d{5,})(?![\d.,:])(.*)", r"\g<1>{year}\2"),
    ("time-alone", r"T?\d\d?[:.]\d\d(?!\d)[\d:.,]*(?: ?[A-Z]+\.?| ?[+-][\d:]+)?|(?:pukul|pkl\.?|jam) \d.*", ""),
    ("rewritten", r"(\d\d?)[ .](\d{4})", r"\1/\2"),
    ("rewritten", r"(\d{4})[ .](\d\d?)[ .](\d\d?)", r"\1-\2-\3"),
    ("rewritten", r"(\d\d?) (\d\d?) (\d{4})", r"\1/\2/\3"),
    ("rewritten", rf"(\d{{4}})[ -]({_MONTH})\.?(?:[ -](\d\d?))?", r"\3 \2 \1"),
    ("rewritten", rf"(\d\d?)(?:st|nd|rd|th)?[ ./-]?({_MONTH})[ ./-]*(\d{{4}})", r"\1 \2 \3"),
    ("rewritten", rf"(.*\b{_MONTH}|{_PART})[ ,./-]*(?:{YEAR_WORD} )?(\d{{4}})", r"\1 \2"),
    ("rewritten", r"[A-Z'’]+,? \((.+)\)", r"\1"),
    ("fraction.full", r"(\d{4})[.,]\d+", r"\1"),
    ("fraction.full", r"(\d)[.,](\d{3})", r"\1\2"),
    ("fraction", r"\d+[.,]\d+", ""),
    ("sign", r"[+±−-] ?\d.*", ""),
    ("unknown-month", r"(?:\d\d?[ -])?(?P<word>[A-Z]+)\.?[ -](?:\d\d?(?:, ?| ))?\d{4}", ""),
)
_CLOCK = r",?[T ] ?(?:(?:pukul|pkl\.?|jam|at) .*|\d\d?(?:[:.].*| ?[AP]\.?M\.?)?|\d{6}.*)|T.*"


def problem(reason: str, text: str, asked: str = "", **params: object) -> Problem:
    """The Problem `invalid-when.<reason>`. Examples take their years from `asked`, the whole question: `year` is the
    earlier of the first two that stand there (else 2031), `later` the other (else five years on)."""
    written = compiled(r"(?<!\d)(?!0000)\d{4}(?=(?:\d{4})?(?!\d))").findall(asked or text)
    year, *others = sorted({*written[:2]}) or ["2031"]
    later = others[0] if others else f"{min(int(year) + 5, 9999):04}"
    return Problem(f"invalid-when.{reason}", at=None, text=printable(text), year=year, later=later, **params)


def refusal(text: str, asked: str) -> Problem:
    """Why `text`, one end or the whole of the question, is in no form at all."""
    year = str(problem("", asked).params["year"])
    if any(char.isnumeric() and not char.isascii() for char in text):
        full = "".join(str(int(char)) if char.isdecimal() else char for char in text)
        return problem("other-digits.full" if possible(full) else "other-digits", text, asked, full=full)
    if match(r"\d{5}(?:[.,]\d{1,15})?", text) and 36526 <= int(text[:5]) <= 80000:
        return problem("serial", text, asked, day=date(1899, 12, 30) + timedelta(int(text[:5])))
    for reason, pattern, rewritten in _REFUSED:
        if found := match(pattern, text):
            full = found.expand(rewritten.replace("{year}", year)).strip()
            if not rewritten or possible(full):
                return problem(reason, text, asked, full=full, word=printable(found.groupdict().get("word", "")))
    for place, char in enumerate(text):
        if char in " ,Tt" and match(_CLOCK, text[place:]) and (day := possible(text[:place])) and day[0] == day[1]:
            return problem("impossible-time", text, asked, day=text[:place])
        if char == "-" and text.count("-") < 6 and (range_in_full := in_full(text[:place], text[place + 1 :], text)):
            return range_in_full
    years = compiled(r"(?<!\d)\d{4}(?!\d)").findall(text)
    return problem("several" if len(years) > 1 else "unreadable", text, asked)


def in_full(first: str, second: str, asked: str) -> Problem | None:
    """The refusal of a range whose ends share a year or a day, with both written out, None where that does not read:
    `17` and `20 Agustus 2031` are 17 Agustus 2031..20 Agustus 2031."""
    whole: list[str] = []
    for end, other in ((first, second), (second, first)):
        behind = (end + other[place:] for place, char in enumerate(other) if char in " /.-,")
        before = (other[:place] + end for place in range(len(other), 0, -1) if other[place - 1] in " /-")
        century = [other[:2] + end] if len(other) == 4 and end is second else []  # 2031–36
        whole += [text for text in (end, *behind, *before, *century) if possible(text)][:1]
    days = [possible(text) or (date.max, date.min) for text in whole]
    if len(days) < 2 or days[0][0] > days[1][1]:
        return None
    return problem("several.full" if whole == [first, second] else "borrowed", asked, full="..".join(whole))
