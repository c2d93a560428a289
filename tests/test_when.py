"""WHEN: what every form means, why anything else is refused, and what must hold for any text at all."""

import re
import string
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from time import process_time
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iknctl.errors import Exit, Problem
from iknctl.messages import hint, message
from iknctl.messages.when import HINTS, MESSAGES
from iknctl.model import Text
from iknctl.when import Asked, read_when, today

TODAY = date(2026, 2, 3)
MONTHS = [
    *("Jan Januari January", "Feb Peb Februari Pebruari February", "Mar Maret March", "Apr April", "Mei May"),
    *("Jun Juni June", "Jul Juli July", "Agu Agt Ags Aug Agustus August", "Sep Sept September"),
    *("Okt Oct Oktober October", "Nov Nop November Nopember", "Des Dec Desember December"),
]
WEEKDAYS = [
    *("Senin Sen Monday Mon", "Selasa Sel Tuesday Tue", "Rabu Rab Wednesday Wed", "Kamis Kam Thursday Thu"),
    *("Jumat Jum'at Jum’at Jum Friday Fri", "Sabtu Sab Saturday Sat", "Minggu Ahad Min Sunday Sun"),
]
JOINERS = [
    *("..", " .. ", "–", " – ", "—", " - ", " s.d. ", " s.d ", " sd ", " sd. ", " s/d ", " sampai ", " sampai dengan "),
    *(" hingga ", " to ", " until ", " through "),
]


class Span(NamedTuple):
    """Whole days from `start` to `end`, both included."""

    start: date
    end: date


def outcome(text: str) -> Asked | Problem:
    try:
        return read_when(text, TODAY)
    except Problem as problem:
        return problem


def read(text: str) -> Span | None:
    asked = outcome(text)
    return Span(asked.start, asked.end) if isinstance(asked, Asked) else None


def refused(text: str) -> Problem:
    problem = outcome(text)
    assert isinstance(problem, Problem), f"{text} is read as {problem}"
    return problem


# Every way of writing a day, a month, a part of a year or a year


def last_of_month(year: int, month: int) -> date:
    return date.max if (year, month) == (9999, 12) else date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def numerals(number: int) -> set[str]:
    return {f"{number}", f"{number:02}"}


def writings_of_day(day: date) -> set[str]:
    y, months, days = f"{day.year:04}", numerals(day.month), numerals(day.day)
    written = {f"{y}{day:%m%d}"} | {f"{y}{by}{m}{by}{d}" for by in "-/" for m in months for d in days}
    written |= {f"{d}{by}{m}{by}{y}" for by in "-/." for m in months for d in days}
    for d, name in product(days, MONTHS[day.month - 1].split()):
        written |= {f"{d} {name} {y}", f"{d} {name}. {y}", f"{d}-{name}-{y}"}
        written |= {f"{name}{stop} {d}{comma}{y}" for stop in ("", ".") for comma in (", ", ",", " ")}
    return written


def writings_of_span(day: date) -> Iterator[tuple[str, Span]]:
    """The month, the quarter, the half and the year that the day lies in."""
    y = f"{day.year:04}"
    month = Span(day.replace(day=1), last_of_month(day.year, day.month))
    for m in numerals(day.month):
        yield from ((text, month) for text in (f"{y}-{m}", f"{y}/{m}", f"{m}/{y}", f"{m}-{y}"))
    for name in MONTHS[day.month - 1].split():
        yield from ((text, month) for text in (f"{name} {y}", f"{name}. {y}", f"{name}-{y}"))
    for short, long, months in (("Q TW", "Triwulan Kuartal Quarter", 3), ("H", "Semester Half", 6)):
        number = (day.month - 1) // months
        part = Span(date(day.year, number * months + 1, 1), last_of_month(day.year, (number + 1) * months))
        for n in (f"{number + 1}", ["I", "II", "III", "IV"][number]):
            glued = [f"{name}{blank}{n}" for name in short.split() for blank in ("", " ")]
            apart = [f"{name} {n}" for name in long.split()]
            yield from ((f"{each} {y}", part) for each in glued + apart)
            yield from ((f"{y}{by}{each}", part) for by in "- " for each in glued + apart)
            yield from ((f"{y}{each}", part) for each in glued)
    year = Span(date(day.year, 1, 1), date(day.year, 12, 31))
    yield from ((text, year) for text in (y, f"tahun {y}", f"TA {y}", f"year {y}", f"{y}.0", f"{y}.00"))


OFFSETS = {f"{sign}{h:02}{m}" for sign in "+-" for h in range(24) for m in ("", *map("{:02}".format, range(60)))}
OFFSETS |= {f"{offset[:3]}:{offset[3:]}" for offset in OFFSETS if len(offset) > 3}
ZONES = [
    "",
    *(blank + zone for blank in ("", " ") for zone in ("Z", "UTC", "GMT", "WIB", "WITA", "WIT", *sorted(OFFSETS))),
]


class Written(NamedTuple):
    text: str
    span: Span


anyday = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def times(draw: st.DrawFn, *, compact: bool) -> str:
    """A time and what goes before it; the compact one only behind a compact day."""
    time = draw(st.times())
    by = draw(st.sampled_from(["", ":", "."] if compact else [":", "."]))
    second = draw(st.sampled_from(["", by + "60", f"{by}{time.second:02}"]))
    fraction = draw(st.sampled_from(["", ".5", ",123456789"])) if second else ""
    blank = "T" if not by and not second else draw(st.sampled_from(" T"))
    zone = draw(st.sampled_from(ZONES[:13]) | st.sampled_from(ZONES))
    return f"{blank}{time.hour:02}{by}{time.minute:02}{second}{fraction}{zone}"


@st.composite
def written_days(draw: st.DrawFn, *, named: bool = True) -> Written:
    day = draw(anyday)
    text = draw(st.sampled_from(sorted(writings_of_day(day))))
    text += draw(times(compact=text.isdigit())) if draw(st.booleans()) else ""
    weekday = draw(st.sampled_from(WEEKDAYS[day.weekday()].split())) if named and draw(st.booleans()) else ""
    return Written((weekday + draw(st.sampled_from([", ", ",", " "])) if weekday else "") + text, Span(day, day))


written_spans = anyday.flatmap(lambda day: st.sampled_from([Written(*each) for each in writings_of_span(day)]))


@st.composite
def dressed(draw: st.DrawFn, plain: st.SearchStrategy[Written]) -> Written:
    """The same in other letters and other white space."""
    case = draw(st.sampled_from([str, str.lower, str.upper, str.title]))
    blank = draw(st.sampled_from([" ", "  ", "\t", "\u00a0", "\u2003\n", "\u202f"]))
    text, span = draw(plain)
    return Written(draw(st.sampled_from(["", blank])) + case(text).replace(" ", blank), span)


whole = written_days() | written_spans
many = settings(deadline=None, max_examples=300)


@pytest.mark.parametrize("year", [1, 2031, 2032, 2100, 9999])
def test_every_way_of_writing_the_ends_of_a_month(year: int) -> None:
    for month in range(1, 13):
        for day in (date(year, month, 1), last_of_month(year, month)):
            for text in writings_of_day(day):
                assert read(text) == (day, day), text
            for text, span in writings_of_span(day):
                assert read(text) == span, text


@many
@given(dressed(whole))
def test_every_form_means_the_days_that_were_meant(written: Written) -> None:
    asked = read_when(written.text, TODAY)
    assert asked == Asked(" ".join(written.text.split()), *written.span, relative=False)
    assert read(asked.text) == written.span


@many
@given(dressed(whole), dressed(whole), st.sampled_from(JOINERS))
def test_a_range_is_from_the_first_day_of_one_to_the_last_of_the_other(one: Written, other: Written, by: str) -> None:
    text = one.text + by + other.text
    if one.span.start <= other.span.end:
        assert read_when(text, TODAY) == Asked(" ".join(text.split()), one.span.start, other.span.end, False)
    else:
        problem = refused(text)
        assert problem.key == "invalid-when.reversed"
        assert read(str(problem.params["swapped"])) == (other.span.start, one.span.end)


@settings(deadline=None)
@given(anyday, anyday, st.sampled_from(["", "tahun ", "TA ", "year "]))
def test_a_bare_hyphen_joins_two_years(one: date, other: date, word: str) -> None:
    first, second = sorted([one.year, other.year])
    assert read(f"{word}{first:04}-{second:04}") == (date(first, 1, 1), date(second, 12, 31))


@many
@given(dressed(written_days(named=False)), st.integers(1, 6), st.data())
def test_a_weekday_must_be_the_right_one(written: Written, off: int, data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from(WEEKDAYS[(written.span.start.weekday() + off) % 7].split()))
    problem = refused(f"{wrong} {written.text}")
    assert problem.key == "invalid-when.wrong-weekday"
    name, day = problem.params["weekday"], problem.params["day"]
    assert isinstance(name, Text)
    for right in (name.en, name.id):
        assert read(f"{right}, {day}") == written.span
        assert right in WEEKDAYS[written.span.start.weekday()].split()


@pytest.mark.parametrize("text", ["today", "now", "hari ini", "sekarang", "TODAY", "Hari\u00a0Ini", " now "])
def test_today(text: str) -> None:
    assert read_when(text, TODAY) == Asked(" ".join(text.split()), TODAY, TODAY, relative=True)
    assert read_when(f"2020 hingga {text}", TODAY)[1:] == (date(2020, 1, 1), TODAY, True)
    assert read_when(f"{text}..2031", TODAY)[1:] == (TODAY, date(2031, 12, 31), True)


def test_today_is_one_iso_day_of_the_environment_or_the_local_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKNCTL_TODAY", "2031-06-15")
    assert today() == date(2031, 6, 15)
    for value in "2031|20310615|2031-6-15|2031-02-30| 2031-06-15|2031-W24-7|２０３１-06-15|today".split("|"):
        monkeypatch.setenv("IKNCTL_TODAY", value)
        with pytest.raises(Problem) as caught:
            today()
        assert (caught.value.key, caught.value.params) == ("invalid-today", {"value": value})
    before = date.today()
    monkeypatch.setenv("IKNCTL_TODAY", "")  # empty is unset, as in most programs
    assert before <= today() <= date.today()
    monkeypatch.delenv("IKNCTL_TODAY")
    assert before <= today() <= date.today()


# Near misses, against a reader that knows nothing but those ways of writing


def second_reader(text: str) -> Span | None:
    """What a text means, by writing each day that it can mean in each way; slow, and without a reason for a refusal."""
    text = " ".join(text.split()).lower()
    if span := second_reading(text):
        return span
    years = re.fullmatch(r"(?:(?:tahun|ta|year) )?([0-9]{4})-([0-9]{4})", text)
    for by in ["\n"] if years else sorted(JOINERS, key=len, reverse=True):
        first, found, last = (years[1], by, years[2]) if years else text.partition(by)
        if found and (start := second_reading(first.strip())) and (end := second_reading(last.strip())):
            return Span(start[0], end[1]) if start[0] <= end[1] else None
    return None


def second_reading(text: str) -> Span | None:
    numbers, words = re.findall("[0-9]+", text), {*re.findall("[a-z]+", text)}
    years = {number[:4] for number in numbers if len(number) in (4, 8)} - {"0000"}
    months = [n for n, names in enumerate(MONTHS, start=1) if f"{n}" in text or words & {*names.lower().split()}]
    for first in (date(int(year), month, 1) for year in years for month in {*months, 1, 4, 7, 10}):
        for written, span in writings_of_span(first):
            if text == written.lower() or (
                text[:9].rstrip("0") == written[:-1] and re.fullmatch(r".{4}\.0{1,9}", text)
            ):
                return span
        for number in range(1, last_of_month(first.year, first.month).day + 1):
            day = first.replace(day=number)
            if first.month in months and f"{number}" in text and is_day(text, day):
                return Span(day, day)
    return None


def is_day(text: str, day: date) -> bool:
    for name in (*WEEKDAYS[day.weekday()].lower().split(), *["aha"][: day.weekday() == 6]):
        text = next((text.removeprefix(name + by) for by in (", ", ",", " ") if text.startswith(name + by)), text)
    written = {each.lower() for each in writings_of_day(day)}
    heads = [each for each in written if text.startswith(each)]
    return any(text == head or is_time(text.removeprefix(head), compact=head.isdigit()) for head in heads)


def is_time(text: str, *, compact: bool) -> bool:
    by = text[3:4] if text[3:4] in (":", ".") else ""
    zone = next((at for at in range(1, len(text) + 1) if text[at:] in LOWER_ZONES), len(text))
    hours, minutes, seconds = text[1:3], text[3 + len(by) : 5 + len(by)], text[5 + len(by) : zone]
    digits = [hours, minutes, *([seconds[len(by) : len(by) + 2]] if seconds else [])]
    fraction = seconds[len(by) + 2 :]
    return (
        (text[0] in "t ")
        and (bool(by) or (compact and (bool(seconds) or text[0] == "t")))
        and all(part in SIXTY for part in digits)
        and (int(hours) < 24 and minutes != "60" and seconds.startswith(by if seconds else ""))
        and (not fraction or re.fullmatch("[.,][0-9]{1,9}", fraction) is not None)
    )


LOWER_ZONES = {zone.lower() for zone in ZONES}
SIXTY = {f"{number:02}" for number in range(61)}


@st.composite
def nearly(draw: st.DrawFn) -> str:
    """A form or a range of two, with one character cut out, put in or put in the place of another."""
    text = draw(whole).text
    if draw(st.booleans()):
        text += draw(st.sampled_from(JOINERS)) + draw(whole).text
    at, wide = draw(st.integers(0, len(text))), draw(st.integers(0, 1))
    return text[:at] + draw(st.sampled_from(["", *" 0123456789.,-/:–'’TZWQHIVaeimrs+٣ſ"])) + text[at + wide :]


@settings(many, max_examples=300)
@given(nearly())
def test_a_near_miss_is_read_as_another_reader_reads_it(text: str) -> None:
    assert read(text) == second_reader(text)


@settings(deadline=None, max_examples=50)
@given(whole)
def test_the_second_reader_reads_all_that_is_written(written: Written) -> None:
    assert second_reader(written.text) == written.span


# What is refused, and why

# A reason and the texts that are refused for it.
_TABLE = """
unreadable: besok | tahun depan | fase 3 | 2031-W05 | 2031-123 | Auguſt 2031 | 2031/6-15 | 2031 Agustus | 2031-Aug-17
unreadable: Triwulan3 2031 | 2031Semester 1 | Des-Feb 2031 | 2031-06-15 +07:00 | Kam. 14/08/2031 | tahun 2031-06
unreadable: 2031-06to08 | 2031tahun | 2031TA | 2031Triwulan5 | 2031-06-15Tx | 2031T10 | 2031 10 | Juni 2031 10 | Q5
unreadable: 31 Juni | 二〇三一 | ½ | 31/06/2031 9:30 | 2031-06-10-05
year-zero: 0000 | 0000-01 | 01/01/0000 | Mei 0000 | tahun 0000 | year 0000 | 0000-2031 | Q1 0000
impossible-part: Q5 2031 | Q0 2031 | H3 2031 | 2031-H4 | Semester III 2031 | Kuartal IVI 2031 | Semester 3 2031
impossible-part: Kuartal 0 2031 | Triwulan 5 2031 | TWV-2031 | 2031TW5 | 2031Q12 | Q 2031 | Quarter 2031 | 2031-Q
several: 2031 2036 | 2031/2032 | 2031--2036 | 2031-2033-2036 | 2031 dan 2036 | 2031‐2036 | 17 Agustus 2031 2036
several: 2031to2036 | 2031through2036 | 2031till2036 | 2031-06to2031-08
several: 2031..2033..2036 | 2031 - 2033 - 2036 | 17 - 08 - 2031
rewritten: 06.2031 | 06 2031 | 2031 06 15 | 2031.06.15 | 15 06 2031 | 17Aug2031 | 17 Aug-2031 | 17th August 2031
rewritten: 17/Agt/2031 | Q3-2031 | Triwulan III tahun 2031 | Juni tahun 2031
half-range: 2031.. | ..2036 | 2031- | –2036 | 2031 sampai | hingga 2036 | today.. | - | to | ....
reversed: 2036..2031 | 2036-2031 | tahun 2036-2031 | 2031-06-15..2031-06-14 | today..2025 | Q2 2031 to Q1 2031
borrowed: Juli–November 2024 | Juli-November 2024 | 17-20 Agustus 2031 | 17 – 20 Agustus 2031 | Aug 17–20, 2031
borrowed: 17/08 - 20/09/2031 | 2031-06-15..20 | Q1-Q3 2031 | 2031–36 | 15 Juni 2031 10.00 - 12.00 WIB | 06-07/2031
borrowed: 15/06/2031-20/06/2031 | Juni 2031-Juli 2031 | 2031-06-2031-08 | 15-06-2031-17-06-2031
lone-number: 3 | 31 | 00 | 2031 - 06 | 06–2031
serial: 36526 | 48014 | 80000 | 45000.0 | 45000.5 | 45000,25
fraction: 3.5 | 10,5 | 2031.5 | 2031,0 | 2031.01 | 2,031 | 2031.06
sign: -2031 | +2031-06 | −2031 | -2031..2036 | -5
other-digits: ２０３１ | ٢٠٣١ | 203１ | १७ Agustus 2031 | ٣٦ | 2031-٠٦-32 | १७ Agustus | ２０４５-13
year-length: 203 | 20315 | 36525 | 80001 | 1907884800 | 15/06/203 | 20315-06 | Juni 20315 | Q3 203 | 203106
two-digit-year: 31-06-15 | 15/06/31 | 17 Agustus 31 | 17-Aug-31 | August 17, 31 | '31 | Juni ’31 | Jun-31 | Q3 31
no-year: 17 Agustus | Agustus | aug. | Agustus 17 | 17/08 | 17-08 | Q3 | Semester II
unknown-month: 17 Agutus 2031 | Agutus 2031 | Augst 17, 2031 | 17-Foo-2031 | phase 2031 | Kamis 2031
impossible-month: 2031-13 | 2031-00 | 2031-36 | 2031-15-06 | 20311301 | 13/2031 | 2031/32 | 2031..2036-13
impossible-month: 06/15/2031 | 6.15.2031 | 15/00/2031 | 10.00.2031 | Kamis, 06/15/2031
impossible-day: 2031-02-29 | 20310230 | 31/06/2031 | 30 Feb 2031 | 29-Feb-2100 | 2031-02-30T10:00
impossible-day: Q1 2031..31/06/2031 | 00/01/2031 | 2031-06-00 | 0 Juni 2031
wrong-weekday: Kamis, 26 Januari 2024 | Ahad 2031-08-18 | 2031..Mon, 17 Aug 2031
time-alone: 10:00 | 9:30 | T10:00 | 10:00 pm | 10.30 | 10.00 WIB | 25:61 | pukul 10.00 | 17.08 | 10 pm | 10pm
time-alone: Juni 2031 10:00 | Juni 2031 10:00 +0700 | Q3 2031 10:00 | 2031 10:00 | 2031-06T10:00
impossible-time: 2031-06-15T25:61 | 2031-06-15 24:00 | 2031-06-15 10:60 | 2031-06-15T10:00:61 | 2031-06-15T10
impossible-time: 2031-06-15T | 15 Juni 2031 9:30 | 15/06/2031 10:00 pm | 15 Juni 2031 pukul 10.00 | 20310615T10
impossible-time: 15 Juni 2031, 10:00 | 2031-06-15T100000 | 20310615 240000 | 2031-06-15 10:00.30
impossible-time: 2031-06-15 10:00 WIT+9 | 2031-06-15T10:00+25:00 | 15 Juni 2031 10 pm | 15 Juni 2031 10pm | 20310615 10
impossible-time: 15.06.2031T | 15.06.2031 WIB | 2031-06-15T1000 | 15/06/2031 10:00 +0700 WIB | 20310615 1000
"""
REFUSED = [
    *(
        (reason, text)
        for reason, texts in (line.split(": ", 1) for line in _TABLE.split("\n")[1:-1])
        for text in texts.split(" | ")
    ),
    *(("empty", text) for text in ("", " ", "\t\u00a0\n")),
    *(("unreadable", text) for text in ("2031\u200b", "\x00", "O\u212at 2031", "se\u212aarang", "2031 " + "x" * 200)),
]


def worded(problem: Problem) -> tuple[Text, Text]:
    advice = hint(problem.key, **problem.params)
    assert advice
    return message(problem.key, **problem.params), advice


def test_each_refusal_has_its_reason() -> None:
    for reason, text in REFUSED:
        problem = refused(text)
        assert (text, problem.key) == (text, f"invalid-when.{reason}")
        assert problem.exit == Exit.USAGE
    # A phase in the place of a year is told apart by the command, which knows the phases.
    worded_ones = {f"invalid-when.{reason}" for reason, _ in REFUSED} | {"invalid-when.phase"}
    assert worded_ones == set(HINTS) == set(MESSAGES)


def test_a_refusal_of_one_end_quotes_that_end_and_takes_its_years_from_the_whole_question() -> None:
    ranges = {"unreadable", "several", "half-range", "reversed", "borrowed", "empty", "lone-number", "sign"}
    for reason, text in REFUSED:
        if reason in ranges or "-" in text or ".." in text:  # which more ends may lie in
            continue
        for question in (f"{text} to 9000", f"1000 to {text}"):
            problem = refused(question)
            if problem.key != "invalid-when.borrowed":  # as `17 Agustus to 9000` is
                assert (problem.key, problem.params["text"]) == (f"invalid-when.{reason}", text)
                written = f"{question} {problem.params.get('full')}"  # `full`: with the year that a short one means
                assert str(problem.params["year"]) in written


def test_what_a_refusal_says() -> None:
    for text, english, indonesian in (
        ("17 Agutus 2031", '"Agutus" is not the name of a month', '"Agutus" bukan nama bulan'),
        ("2031-13-01", '"2031-13-01" has month 13', "bulan 13"),
        ("06/15/2031", '"06/15/2031" has month 15', "bulan 15"),
        ("Kamis, 26 Januari 2024", "is a Friday", "hari Jumat"),
        ("Sunday 2031-08-18", "is a Monday", "hari Senin"),
        ("2031-02-30", "not in the calendar", "tidak ada dalam kalender"),
    ):
        said, _ = worded(refused(text))
        assert english in said.en
        assert indonesian in said.id


def test_what_a_hint_says_to_write() -> None:
    advised = {
        "Juli–November 2024": "Juli 2024..November 2024",
        "17-20 Agustus 2031": "17 Agustus 2031..20 Agustus 2031",
        "2031-06-15 10:00 - 12:00": "2031-06-15 10:00..2031-06-15 12:00",
        "Triwulan I-III 2031": "Triwulan I 2031..Triwulan III 2031",
        "Triwulan I 2031 - III": "Triwulan I 2031..Triwulan III 2031",
        "Juni 2031..Agustus": "Juni 2031..Agustus 2031",
        "Juli 2031 s.d. Desember": "Juli 2031..Desember 2031",
        "Q1 2031 - Q3": "Q1 2031..Q3 2031",
        "2031-Q1-Q3": "2031-Q1..2031-Q3",
        "17 Agustus 2031 - 20 Agustus": "17 Agustus 2031..20 Agustus 2031",
        "17 Agustus 2031..20": "17 Agustus 2031..20 Agustus 2031",
        "Aug 17, 2031..20": "Aug 17, 2031..Aug 20, 2031",
        "15/06/2031..17": "15/06/2031..17/06/2031",
        "2031-06-15-16": "2031-06-15..2031-06-16",
        "2031-06-10-07-12": "2031-06-10..2031-07-12",
        "15 Juni 2031 10.00 - 12.00 WIB": "15 Juni 2031 10.00..15 Juni 2031 12.00 WIB",
        "tahun 2031- 2033": "tahun 2031..2033",
        "TA 2031-33": "TA 2031..TA 2033",
        "2041to2046": "2041..2046",
        "2031-06-01..30": "2031-06-01..2031-06-30",
        "2028–31": "2028..2031",
        "17 Agustus 2031..17 Agt": "17 Agustus 2031..17 Agt 2031",
        "2024/2025": "2024..2025",
        "2036 2031": "2031..2036",
        "2036 - 2031": "2031..2036",
        "15/06/31": "15/06/2031",
        "06.2024": "06/2024",
        "17th August 2024": "17 August 2024",
        "2024.5": "2024",
        "-2024": "2024",
        "2024-13": "2024-06",
        "9998-13": "9998..9999",
        "0000 2036": "2036..2041",
        "06/15/2024": "15/06/2024",
        "30 Feb 2024": "2024-02 has the days 1 to 29",
        "48014": "2031-06-15",
        "36526.75": "2000-01-01",
        "Kamis, 26 Januari 2024": "Friday, 2024-01-26",
        "2024-08-17T24:00": "2024-08-17 10:00",
        "5 Mei 2031 pukul 10.00": "5 Mei 2031 10:00",
        "2045-06-15T1000": "2045-06-15 10:00",
        "15/06/2045 10:00 +0700 WIB": "15/06/2045 10:00",
        "20450615 1000": "20450615 10:00",
        "Juni 2045 10:00 +0700": "2045-06-15 10:00",
        "H3 2045": "H2 2045",
        "２０２４": "2024",
        "２０４５-13": "2045",
        "2045..٣٦": "2045",
    }
    for text, advice in advised.items():
        assert advice in worded(refused(text))[1].en, text


LEAD = (
    r"write|tulis|such as|misalnya|or|atau|and|dan|as|sebagai|from|dari|to|is|ditulis|sampai|adalah|has the days"
    r"|a range of years|rentang tahun"
)


def test_every_example_in_a_hint_can_be_read() -> None:
    given = {"year": "2024", "later": "2027", "month": "2024-02", "days": "29", "day": "2024-06-15"}
    given |= {"swapped": "2024..2027", "full": "2024", "weekday": "", "unit": "", "text": "", "asked": ""}
    for key, wordings in HINTS.items():
        for wording in wordings:
            filled = re.sub(r"\{(\w+)\}", lambda found: given[found[1]], wording)
            filled = re.sub(rf"(?<=[\s(])(?:{LEAD})(?=\s)|^(?:{LEAD}) ", ";", filled)
            for piece in re.split(r"[;:(),]", filled):
                example = re.search(r"(?:[A-Z][a-z]+ |\d+ [A-Z][a-z]+ |\S*)(?:2024|0001|9999)\S*(?: 10:00)?", piece)
                assert not example or read(example[0].strip()), (key, piece)


# Any text at all

FRAGMENTS = [*(text for _, text in REFUSED), *JOINERS, *" ".join(MONTHS + WEEKDAYS).split()]
MARKS = st.text(string.digits + "./-:+–—, TZW'sdn０\u00a0\x00\ud800", max_size=4)


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """Something written with some of it cut out and something else put in."""
    text = draw(st.sampled_from(FRAGMENTS) | whole.map(lambda written: written.text))
    cut, until = sorted([draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))])
    return text[:cut] + draw(MARKS) + text[until:]


anything = st.text() | spliced() | st.lists(st.sampled_from(FRAGMENTS) | MARKS, max_size=5).map("".join)


@settings(many, max_examples=800)
@given(anything)
@example("\ud800")
@example("a\x1b[31m\u202e 2031")
@example(f"{'x' * 10_000} 2031")
@example("001０–0001")
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    asked = outcome(text)
    if isinstance(asked, Asked):
        assert asked.start <= asked.end
        assert asked.text == " ".join(text.split())
        assert asked.text.isprintable()
        assert outcome(asked.text) == asked
        return
    said, advice = worded(asked)
    for line in (said.en, said.id, advice.en, advice.id):
        assert line.isprintable()
        assert len(line) < 400
    for advised in [asked.params[name] for name in ("full", "swapped") if asked.params.get(name)]:
        assert read(str(advised))
    own = re.findall(r"(?<!\d)(?!0000)[0-9]{4}(?!\d)", text)
    if own and not asked.key.startswith(("invalid-when.two-digit", "invalid-when.serial")):
        advised_years = {*re.findall(r"\d{4}", advice.en)} - ({"0001", "9999"} - {*own})  # from the first to the last
        digits = re.sub(r"\d", lambda digit: str(int(digit[0])), text)  # of any script
        assert not advised_years or advised_years & {digits[at : at + 4] for at in range(len(text))}


def test_no_text_takes_long() -> None:
    for _, text in REFUSED:  # compiles what is compiled when it is first needed
        read(text)
    for seed in "-|- |1-|2031-|2031 |T1|, |..|Kamis, |17 Agustus 2031 |Jan-|5 -2031 |'|٣".split("|"):
        for size in (29, 60, 98, 150, 100_000):
            text = (seed * size)[:size]
            for each in (text, f"{text[:-5]}-2031", f"{text[:73]}..{text[:73]}"):
                # Another process can stretch a measurement, never shorten it: one short one in five is proof.
                assert any(_seconds_to_read(each) < 0.05 for _ in range(5)), each[:20]


def _seconds_to_read(text: str) -> float:
    start = process_time()
    read(text)
    return process_time() - start
