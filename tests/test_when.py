"""WHEN: every form of the grammar, every refusal, and what must hold for any text at all."""

import string
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iknctl.errors import Exit, Problem
from iknctl.messages import worded
from iknctl.messages.when import MESSAGES
from iknctl.when import Asked, Span, read_when, today

TODAY = date(2026, 2, 3)
JUNE_15 = "2031-06-15"
AUGUST_17 = "2031-08-17"

MONTHS = {
    1: "Jan Januari January",
    2: "Feb Peb Februari Pebruari February",
    3: "Mar Maret March",
    4: "Apr April",
    5: "Mei May",
    6: "Jun Juni June",
    7: "Jul Juli July",
    8: "Agu Agt Ags Aug Agustus August",
    9: "Sep Sept September",
    10: "Okt Oct Oktober October",
    11: "Nov Nop November Nopember",
    12: "Des Dec Desember December",
}
NAMES = [(name, number) for number, names in MONTHS.items() for name in names.split()]


def span(start: str, end: str | None = None) -> Span:
    return Span(date.fromisoformat(start), date.fromisoformat(end or start))


def refusal(text: str) -> Problem:
    with pytest.raises(Problem) as caught:
        read_when(text, TODAY)
    return caught.value


YEARS = {
    "2031": ("2031-01-01", "2031-12-31"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999": ("9999-01-01", "9999-12-31"),
}
JUNE = dict.fromkeys(
    ["2031-06", "06/2031", "6/2031", "Juni 2031", "June 2031", "jun. 2031", "JUN 2031", "Jun-2031"],
    ("2031-06-01", "2031-06-30"),
)
FEBRUARIES = {
    "2031-02": ("2031-02-01", "2031-02-28"),
    "2032-02": ("2032-02-01", "2032-02-29"),
    "Februari 2100": ("2100-02-01", "2100-02-28"),
    "2/2400": ("2400-02-01", "2400-02-29"),
    "9999-12": ("9999-12-01", "9999-12-31"),
}
NUMERIC_DAYS = [JUNE_15, "20310615", "15/06/2031", "15/6/2031", "15-06-2031", "15-6-2031", "15.6.2031", "15.06.2031"]
DATE_TIMES = [
    f"{JUNE_15}{time}"
    for time in (
        *("T10:00:00Z", " 00:00:00", "T10:00", " 23:59", "T10:00:00.123456", " 10:00:00,5", "T23:59:60Z"),
        *("T00:00:00+07:00", "T00:00:00+0700", "T00:00:00-11:30", " 10:00:00+07", "T10:00+07:00", "t10:00z"),
        *(" 10:00:00 UTC", " 10:00:00 +07:00", "T10:00 Z"),
    )
]
NAMED_DAYS = [
    *("17 Agustus 2031", "17 Aug 2031", "17-Aug-2031", "17 agt. 2031", "17 AGU 2031", "17 Ags 2031", "17 August 2031"),
    *("August 17, 2031", "August 17 2031", "August 17,2031", "aug. 17, 2031", "Agustus 17, 2031"),
]
TODAYS = ["today", "now", "hari ini", "sekarang", "TODAY", "Hari Ini", "Sekarang", " now "]
SPACED = [" 17 Agustus 2031 ", "17   Agustus\t2031", "17\u00a0Agustus\u00a02031", "\u200317\nAgustus\u202f2031\r\n"]


@pytest.mark.parametrize(("text", "days"), (YEARS | JUNE | FEBRUARIES).items())
def test_years_and_months(text: str, days: tuple[str, str]) -> None:
    assert read_when(text, TODAY) == Asked(text, span(*days), relative=False)


@pytest.mark.parametrize("text", NUMERIC_DAYS + DATE_TIMES)
def test_days_in_digits(text: str) -> None:
    assert read_when(text, TODAY) == Asked(text, span(JUNE_15), relative=False)


@pytest.mark.parametrize("text", NAMED_DAYS)
def test_days_with_the_name_of_the_month(text: str) -> None:
    assert read_when(text, TODAY) == Asked(text, span(AUGUST_17), relative=False)


@pytest.mark.parametrize(("name", "number"), NAMES)
def test_every_name_of_a_month(name: str, number: int) -> None:
    day = date(2031, number, 9)
    for written in (name, name.upper(), name.lower(), f"{name}."):
        assert read_when(f"9 {written} 2031", TODAY).span == Span(day, day)
        assert read_when(f"{written} 9, 2031", TODAY).span == Span(day, day)
        assert read_when(f"{written} 2031", TODAY).start == date(2031, number, 1)


@pytest.mark.parametrize("text", TODAYS)
def test_today(text: str) -> None:
    assert read_when(text, TODAY) == Asked(text.strip(), Span(TODAY, TODAY), relative=True)


@pytest.mark.parametrize("text", SPACED)
def test_white_space_of_any_kind_is_one_space(text: str) -> None:
    assert read_when(text, TODAY) == Asked("17 Agustus 2031", span(AUGUST_17), relative=False)


JOINERS = [
    *("..", " .. ", ".. ", "–", " – ", "—", " — ", " - "),
    *(" s.d. ", " S.D. ", " s.d ", " s/d ", " sd ", " sd. ", " sampai ", " SAMPAI ", " sampai dengan "),
]


@pytest.mark.parametrize("joiner", JOINERS)
@pytest.mark.parametrize(
    ("first", "start"),
    [("2031", "2031-01-01"), ("2031-06", "2031-06-01"), ("15.6.2031", JUNE_15), ("17-Aug-2031", AUGUST_17)],
)
@pytest.mark.parametrize(
    ("second", "end"),
    [("2036", "2036-12-31"), ("Juni 2036", "2036-06-30"), ("Agt. 17, 2036", "2036-08-17"), ("20360615", "2036-06-15")],
)
def test_ranges(first: str, start: str, joiner: str, second: str, end: str) -> None:
    text = f"{first}{joiner}{second}"
    assert read_when(text, TODAY) == Asked(text, span(start, end), relative=False)


@pytest.mark.parametrize(
    ("text", "days", "relative"),
    [
        ("2031-2036", ("2031-01-01", "2036-12-31"), False),
        ("2031-2031", ("2031-01-01", "2031-12-31"), False),
        ("2031..2031-06", ("2031-01-01", "2031-06-30"), False),
        ("2031-06..2031", ("2031-06-01", "2031-12-31"), False),
        ("2031-06-15T10:00..2031-06-15T09:00", (JUNE_15, JUNE_15), False),
        ("0001-01-01..9999-12-31", ("0001-01-01", "9999-12-31"), False),
        ("today..2031", ("2026-02-03", "2031-12-31"), True),
        ("2020 s.d. sekarang", ("2020-01-01", "2026-02-03"), True),
        ("2020 - hari ini", ("2020-01-01", "2026-02-03"), True),
        ("today..now", ("2026-02-03", "2026-02-03"), True),
    ],
)
def test_range_of_mixed_precision(text: str, days: tuple[str, str], relative: bool) -> None:
    asked = read_when(text, TODAY)
    assert asked == Asked(text, span(*days), relative)
    assert (asked.start, asked.end) == asked.span


REFUSED = {
    "empty": ["", " ", "\t\n", "\u00a0"],
    "lone-number": ["3", "31", "00", "99", "2031 - 06", "2031–36", "1–5 Juni 2031"],
    "two-digit-year": [
        *("15/06/31", "15-06-31", "15.6.31", "31-06-15", "15/6/1", "17 Agustus 31", "17-Aug-31", "17 Agt '31"),
        *("August 17, 31", "'31", "’31", "Juni '31", "2030..15/06/31"),
    ],
    "no-year": [
        "17 Agustus",
        "Agustus",
        "aug.",
        "Agustus 17",
        "Agustus 31",
        "17/08",
        "17-08",
        "06/31",
        "Mei - Juni 2031",
    ],
    "year-length": [
        *("203", "20315", "2031061", "1907884800", "15/06/203", "15/06/20315", "6/203", "20315-06", "203-06-15"),
        *("Juni 20315", "17 Agustus 203", "Agustus 17, 20315"),
    ],
    "year-zero": ["0000", "0000-01", "0000-01-01", "00000101", "01/01/0000", "Mei 0000", "0000-2031", "0000..2031"],
    "six-digits": ["203106", "150631"],
    "unpadded": ["2031-6", "2031-6-15", "2031-06-5", "2031-6-5"],
    "month-separator": ["06-2031", "06.2031", "6-2031", "06 2031"],
    "impossible-month": [
        *("2031-13", "2031-00", "2031-0", "2031-36", "2031-13-01", "20311301", "13/2031", "00/2031", "2031-13-1"),
        *("2031-15-06", "2031..2036-13"),
    ],
    "day-first": ["15/13/2031", "06/15/2031", "06-15-2031", "6.15.2031", "15/00/2031", "32/13/2031"],
    "impossible-day": [
        *("2031-02-29", "2031-02-30", "20310230", "2031-06-31", "31/06/2031", "32/01/2031", "00/01/2031", "2031-06-00"),
        *("30 Feb 2031", "31 Juni 2031", "February 29, 2031", "29-Feb-2100", "2031-6-31", "2031-02-30T10:00"),
    ],
    "unknown-month": ["17 Agutus 2031", "Agutus 2031", "Augst 17, 2031", "17-Foo-2031", "tahun 2031", "Mars. 2031"],
    "year-first": ["2031/06/15", "2031.06.15", "2031/06", "2031/6"],
    "year-before-month": ["2031 Agustus", "2031 Agustus 17", "2031-Aug-17", "2031 Aug."],
    "half-range": [
        *("2031..", "..2036", "2031-", "2031 -", "- 2036", "2031–", "–2036", "2031 sampai", "s.d. 2036", "..", "-"),
        *("2031-06-15-", "today.."),
    ],
    "many-ends": ["2031..2033..2036", "2031 - 2033 - 2036", "2031..2033 sampai 2036", "17 - 08 - 2031", "...."],
    "reversed": ["2036..2031", "2036-2031", "2031-06-15..2031-06-14", "Juli 2031 - Juni 2031", "today..2025"],
    "several": [
        *(
            "2031 2036",
            "2031 2033 2036",
            "2031 to 2036",
            "2031 dan 2036",
            "2031 -2036",
            "2031--2036",
            "2031/2036",
            "2031-2033-2036",
        ),
        *("2031-06-2031-08", "15/06/2031-20/06/2031", "Juni 2031-Juli 2031", "17 Agustus 2031 2036", "2031 2033..2036"),
    ],
    "fraction": ["2031.5", "2031,5", "2031.0", "2,031", "10.30"],
    "other-digits": ["２０３１", "٢٠٣١", "203１", "१७ Agustus 2031", "二〇三一", "²", "½"],
    "sign": ["-2031", "+2031", "−2031", "+2031-06", "-2031..2036", "-2031-06-15"],
    "week": ["2031-W05", "2031W05", "2031-w05-1", "2031W051"],
    "ordinal": ["2031-123", "2031-001"],
    "time-alone": ["10:00", "9:30", "10:00:00", "T10:00", "10:00Z", "10:00 pm", "25:61", "10:00:00.5+07:00"],
    "impossible-time": [
        f"{JUNE_15}{time}"
        for time in ("T25:61", " 24:00", " 10:60", "T10:00:61", "T10", "T", "T10:00+25:00", " 10:00 WIB", " 10.30")
    ],
    "time-after-day": ["15/06/2031 00:00", "15-06-2031 10:00:00", "17 Agustus 2031 10.30", "August 17, 2031, 10:00"],
    "unreadable": [
        *("tomorrow", "besok", "tahun depan", "fase 3", "Q3 2031", "2031 Q3", "15/06-2031", "17 Aug-2031", "17Aug2031"),
        *("17th August 2031", "15 06 2031", "2031...2036", "2031‐2036", "Auguſt 2031", "O\u212at 2031"),
        *("?", "2031\u200b", "\ufeff2031", "\x00", "\ud800", "{text}", "2031 " * 100, "x" * 10_000),
    ],
}


@pytest.mark.parametrize(("reason", "text"), [(reason, text) for reason, texts in REFUSED.items() for text in texts])
def test_refusals(reason: str, text: str) -> None:
    problem = refusal(text)
    assert problem.key == f"invalid-when.{reason}"
    assert problem.exit == Exit.USAGE


def test_every_worded_reason_is_refused_here() -> None:
    # A phase in the place of a year is told apart by the command, which knows the phases.
    assert {f"invalid-when.{reason}" for reason in REFUSED} | {"invalid-when.phase"} == set(MESSAGES)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2031-6", 'the month or the day after the year in "2031-6" has only one digit', "write 2031-06"),
        ("2031-6-5", 'the month or the day after the year in "2031-6-5" has only one digit', "write 2031-06-05"),
        ("2036 - 2031", '"2036 - 2031" ends before it begins', "write 2031..2036"),
        ("30 Feb 2031", '"30 Feb 2031" is not in the calendar', "2031-02 has only 28 days"),
        ("31/06/2031", '"31/06/2031" is not in the calendar', "2031-06 has only 30 days"),
        (
            "06/15/2031",
            '"06/15/2031" has month 15, which does not exist',
            "the day comes first, then the month from 1 to 12: 15/06/2031",
        ),
    ],
)
def test_a_hint_says_what_to_write(text: str, message: str, hint: str) -> None:
    said, advised = worded(refusal(text))
    assert said.en == message
    assert advised is not None
    assert advised.en == hint


def test_the_hint_for_a_reversed_range_is_itself_readable() -> None:
    problem = refusal("17 Agustus 2036 s.d. 15.6.2031")
    assert read_when(str(problem.params["swapped"]), TODAY).span == span(JUNE_15, "2036-08-17")


def test_a_refused_text_is_quoted_on_one_line_and_not_too_long() -> None:
    assert worded(refusal("a\x1b[31m\u202e\ud800é"))[0].en == '"a\\x1b[31m\\u202e\\ud800é" cannot be read as a date'
    assert len(worded(refusal("x" * 10_000))[0].en) < 100
    assert len(worded(refusal(f"{'x' * 10_000} 2031"))[0].en) < 100


def test_today_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKNCTL_TODAY", "2031-06-15")
    assert today() == date(2031, 6, 15)


def test_today_is_the_local_date_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IKNCTL_TODAY", raising=False)
    before = date.today()
    assert before <= today() <= date.today()
    monkeypatch.setenv("IKNCTL_TODAY", "")  # as every variable of ours, and of most programs
    assert before <= today() <= date.today()


@pytest.mark.parametrize(
    "value", ["2031", "20310615", "2031-6-15", "2031-02-30", " 2031-06-15", "2031-W24-7", "２０３１-06-15", "today"]
)
def test_today_is_one_iso_day_or_nothing(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("IKNCTL_TODAY", value)
    with pytest.raises(Problem) as caught:
        today()
    assert (caught.value.key, caught.value.params) == ("invalid-today", {"value": value})


# What must hold for any text.

unhurried = settings(deadline=None, max_examples=400)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


def names_of(month: int) -> st.SearchStrategy[str]:
    cased = st.sampled_from([str.lower, str.upper, str.title])
    return st.builds(lambda name, case: case(name), st.sampled_from(MONTHS[month].split()), cased)


@st.composite
def writings_of(draw: st.DrawFn, day: date) -> str:
    """One of the ways to write `day`."""
    y, m, d = f"{day.year:04}", draw(st.sampled_from([f"{day.month}", f"{day.month:02}"])), day.day
    d_text = draw(st.sampled_from([f"{d}", f"{d:02}"]))
    name, stop, by = draw(names_of(day.month)), draw(st.sampled_from(["", "."])), draw(st.sampled_from("/-."))
    moment = draw(st.times()).isoformat() + draw(st.sampled_from(["", "Z", "+07:00", "-0930"]))
    return draw(
        st.sampled_from(
            [
                *(day.isoformat(), day.isoformat().replace("-", ""), f"{d_text}{by}{m}{by}{y}"),
                *(f"{day.isoformat()}T{moment}", f"{day.isoformat()} {moment}"),
                *(f"{d_text} {name}{stop} {y}", f"{d_text}-{name}-{y}", f"{name}{stop} {d_text}, {y}"),
                f"{name}{stop} {d_text} {y}",
            ]
        )
    )


@st.composite
def writings_of_month(draw: st.DrawFn, day: date) -> str:
    y, name = f"{day.year:04}", draw(names_of(day.month))
    forms = [
        f"{y}-{day.month:02}",
        f"{day.month}/{y}",
        f"{day.month:02}/{y}",
        f"{name} {y}",
        f"{name}. {y}",
        f"{name}-{y}",
    ]
    return draw(st.sampled_from(forms))


@unhurried
@given(day=days, data=st.data())
def test_any_day_month_and_year_is_read_exactly(day: date, data: st.DataObject) -> None:
    assert read_when(data.draw(writings_of(day)), TODAY).span == Span(day, day)
    assert read_when(f"{day.year:04}", TODAY).span == Span(date(day.year, 1, 1), date(day.year, 12, 31))
    start, end = read_when(data.draw(writings_of_month(day)), TODAY).span
    assert start == day.replace(day=1)
    assert (end.year, end.month) == (day.year, day.month)
    assert end == date.max or (end + timedelta(1)).day == 1


@unhurried
@given(one=days, other=days, joiner=st.sampled_from(JOINERS), data=st.data())
def test_any_range_holds_both_its_ends(one: date, other: date, joiner: str, data: st.DataObject) -> None:
    first, second = sorted([one, other])
    text = data.draw(writings_of(first)) + joiner + data.draw(writings_of(second))
    assert read_when(text, TODAY).span == Span(first, second)
    months = data.draw(writings_of_month(first)) + joiner + data.draw(writings_of_month(second))
    asked = read_when(months, TODAY)
    assert asked.start <= first <= second <= asked.end
    if first < second:
        assert refusal(f"{second}{joiner}{first}").key == "invalid-when.reversed"


ACCEPTED = [*YEARS, *JUNE, *NUMERIC_DAYS, *DATE_TIMES, *NAMED_DAYS, *TODAYS]
FRAGMENTS = [*ACCEPTED, *JOINERS, *(name for name, _ in NAMES), *(text for texts in REFUSED.values() for text in texts)]
MARKS = st.text(string.digits + "./-:+–—, TZW'sdn０\u00a0\x00\ud800", max_size=4)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A writing of the grammar with some of it cut out and something else put in."""
    text = draw(st.sampled_from(FRAGMENTS))[:50]
    cut, until = sorted([draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))])
    return text[:cut] + draw(MARKS) + text[until:]


joined = st.lists(st.sampled_from(FRAGMENTS) | MARKS, max_size=5).map("".join)
anything = st.text(st.characters()) | st.text(string.printable) | mutated() | joined


def read_or_refused(text: str) -> Asked | Problem:
    try:
        return read_when(text, TODAY)
    except Problem as problem:
        return problem


@settings(unhurried, max_examples=2000)
@given(text=anything)
@example(text="")
@example(text="\ud800")
@example(text="2031-06-15T" + "9" * 5000)
@example(text="9" * 5000)
@example(text="-" * 5000)
@example(text="a " * 5000)
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    answer = read_or_refused(text)
    if isinstance(answer, Asked):
        assert answer.start <= answer.end
        assert answer.text == " ".join(text.split())
        assert answer.text.isprintable()
        return
    for words in worded(answer):
        assert words is not None
        assert words.en.isprintable()
        assert words.id.isprintable()
