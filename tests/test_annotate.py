"""annotate: every record comes back as it was with its answer behind it, whatever its dialect, and faults are told."""

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iknctl import annotate as rows
from iknctl.annotate import Chunk, Form, Job, Unread
from iknctl.annotate import cells as rows_room
from iknctl.annotate import csv as tables_room
from iknctl.annotate import jsonl as objects_room
from iknctl.conflicts import overlaps
from iknctl.datafile import load
from iknctl.errors import Exit, Problem
from iknctl.messages import worded
from iknctl.model import Roadmap
from iknctl.periods import touches
from iknctl.queries import find_roadmap, phases_in
from iknctl.when import read_when
from running import COMMAND, default_signals, environment, run

TODAY = date(2026, 11, 24)
MARK = "\ufeff"


class Result(NamedTuple):
    body: str
    unread: list[Unread]


@cache
def roadmap() -> Roadmap:
    return find_roadmap(load())


def chunks_of(data: str | bytes, form: Form = "csv", delimiter: str | None = None) -> Iterator[Chunk]:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return rows.annotate(stream, Job("rows", form, "when", delimiter, roadmap(), TODAY))


def annotated(data: str | bytes, form: Form = "csv", delimiter: str | None = None) -> Result:
    chunks = list(chunks_of(data, form, delimiter))
    body = b"".join(chunk.body for chunk in chunks).decode()
    return Result(body, [each for chunk in chunks for each in chunk.unread])


def fault(data: str | bytes, form: Form = "csv") -> tuple[str, int | None]:
    """What is wrong with the rows, and the line on which it is."""
    with pytest.raises(Problem) as caught:
        annotated(data, form)
    for text in worded(caught.value):
        assert text is None or "\n" not in text.en + text.id
    return caught.value.key, caught.value.at and caught.value.at.line


def answer(cell: str) -> tuple[list[int], bool] | None:
    """What the model says of a cell, by the shortest way; None where it says nothing."""
    try:
        span = read_when(cell, TODAY)
    except Problem:
        return None
    years = span.start.year, span.end.year
    phases = [phase.number for phase in phases_in(roadmap(), *years)]
    return phases, any(touches(each, *years) for each in overlaps(roadmap()))


# The cells


@pytest.mark.parametrize(
    ("cell", "added"),
    [
        ("2031", "3,false"),
        ("2036", "3|4,true"),
        ("2034..2035", "3|4,true"),
        ("2024-12-31T23:59:59Z", "1,false"),
        ("2024-12-31 00:00:00", "1,false"),
        ("17 Agustus 2031", "3,false"),
        ("15/06/2031", "3,false"),
        ("20310615", "3,false"),
        ("  2031  ", "3,false"),
        ("2020–2045", "1|2|3|4|5,true"),
        ("hari ini", "2,false"),
        ("1999", ",false"),
        ("", ","),
        ("   ", ","),
        ("n/a", ","),
        ("31", ","),
    ],
)
def test_a_cell_is_read_as_a_question_is(cell: str, added: str) -> None:
    assert annotated(f"id,when\n1,{cell}\n").body == f"id,when,phases,overlap\n1,{cell},{added}\n"


def test_unreadable_cells_are_told_by_line_and_empty_ones_are_not() -> None:
    result = annotated('when,note\nx,"a\nb"\n,\n\n2031,\ny,\n')
    assert result.unread == [Unread(2, "x"), Unread(7, "y")]


def test_a_cell_too_long_to_be_remembered_is_read_all_the_same() -> None:
    padded = " " * 200 + "2031"
    assert annotated(f"when\n{padded}\n").body == f"when,phases,overlap\n{padded},3,false\n"


# Fidelity


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("when\n2031", "when,phases,overlap\n2031,3,false"),
        ("when", "when,phases,overlap"),
        ("when\r\n2031\r\n", "when,phases,overlap\r\n2031,3,false\r\n"),
        ("when\r2031\r", "when,phases,overlap\r2031,3,false\r"),
        ("when\r\n2031\n2036\r", "when,phases,overlap\r\n2031,3,false\n2036,3|4,true\r"),
        (f"{MARK}when\n2031\n", f"{MARK}when,phases,overlap\n2031,3,false\n"),
        (f'{MARK}"when"\n2031\n', f'{MARK}"when",phases,overlap\n2031,3,false\n'),
        ("\n\nwhen\n\n2031\n\n", "\n\nwhen,phases,overlap\n\n2031,3,false\n\n"),
        ('a,when\n"x ""y""\r\nz",2031\n', 'a,when,phases,overlap\n"x ""y""\r\nz",2031,3,false\n'),
        ('when,"a\nb"\n2031,c\n', 'when,"a\nb",phases,overlap\n2031,c,3,false\n'),
        ('when,a\n2031,"x"y"\n', 'when,a,phases,overlap\n2031,"x"y",3,false\n'),
        ("when,a\n2031,\0\n", "when,a,phases,overlap\n2031,\0,3,false\n"),
        ("when,a\n2031,é\u2028\x0b\n", "when,a,phases,overlap\n2031,é\u2028\x0b,3,false\n"),
    ],
)
def test_all_but_the_added_cells_passes_byte_for_byte(data: str, expected: str) -> None:
    assert annotated(data).body == expected


def test_a_line_end_across_two_reads_is_one_line_end() -> None:
    rows = "".join(f"2031,{'x' * (number % 97)}\r\n" for number in range(3000))
    body = annotated(f"when,a\r\n{rows}").body
    assert body.count("\r\n") == body.count("\r") == body.count("\n") == 3001
    assert body.replace(",3,false", "").replace(",phases,overlap", "") == f"when,a\r\n{rows}"


def test_a_cell_may_be_longer_than_the_csv_module_would_have_it() -> None:
    long = "x" * 1_000_000
    assert annotated(f"when,a\n2031,{long}\n").body == f"when,a,phases,overlap\n2031,{long},3,false\n"


QUOTED = (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)
WHEN_CELLS = st.sampled_from(
    ["2031", "2036", "2019..2046", "2035-06-15T10:00:00", "17 Agustus 2040", "today", "1999", "", " ", "n/a", "13/13"]
)


class Table(NamedTuple):
    """A table as csv.writer wrote it, a text for each record; its column `when` stands at `index`."""

    delimiter: str
    records: list[str]
    rows: list[list[str]]
    index: int

    @property
    def text(self) -> str:
        return "".join(self.records)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    delimiter, end = draw(st.sampled_from(",;\t|")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, *QUOTED]))
    # Before Python 3.13, csv.writer quoted a line break only if it was one of its own.
    unwritable = "" if quoting in QUOTED else "".join({"\r", "\n"} - set(end))
    cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=unwritable), max_size=6)
    names = st.text(st.characters(codec="ascii", exclude_characters=unwritable), min_size=1, max_size=6)
    others = draw(st.lists(names.filter(lambda name: name != "when"), max_size=3))
    index = draw(st.integers(0, len(others)))
    rows = [[*others[:index], "when", *others[index:]]]
    for _ in range(draw(st.integers(0, 5))):
        rows.append([draw(WHEN_CELLS | cells if place == index else cells) for place in range(len(rows[0]))])
    records = []
    for row in rows:
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator=end).writerow(row)
        records.append(written.getvalue())
    if draw(st.booleans()):
        records[-1] = records[-1].removesuffix(end)
    if draw(st.booleans()):
        records[0] = MARK + records[0]
    return Table(delimiter, records, rows, index)


def stripped(body: str, table: Table) -> str:
    """The output without what was added, which is looked for where each record of the input ends."""
    kept, place = "", 0
    part = re.escape(table.delimiter)
    added = re.compile(f'{part}(?:phases|[0-9|]*|"[0-9|]*"){part}(?:overlap|true|false|)')
    for record in table.records:
        text = record.rstrip("\r\n")
        end = record[len(text) :]
        assert body.startswith(text, place)
        found = added.match(body, place + len(text))
        assert found
        assert body.startswith(end, found.end())
        kept, place = kept + text + end, found.end() + len(end)
    assert place == len(body)
    return kept


@given(tables())
@settings(max_examples=300, deadline=None)
@example(Table("|", ["a|when\n", '"x|y"|2036\n'], [["a", "when"], ["x|y", "2036"]], 1))
def test_any_table_comes_back_with_two_columns_that_can_be_read(table: Table) -> None:
    body = annotated(table.text, delimiter=table.delimiter).body
    assert stripped(body, table) == table.text
    read = list(csv.reader(io.StringIO(body.removeprefix(MARK), newline=""), delimiter=table.delimiter))
    assert read[0] == [*table.rows[0], "phases", "overlap"]
    for found, row in zip(read[1:], table.rows[1:], strict=True):
        said = answer(row[table.index])
        added = ["", ""] if said is None else ["|".join(map(str, said[0])), str(said[1]).lower()]
        assert found == [*row, *added]


# Delimiters and forms


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("id;when", ";"),
        ('"a,b";when', ";"),
        ("id,when;x", None),
        ('when,"a;b"', ","),
        ("when", ","),
        ("\nid;when", ";"),
    ],
)
def test_a_semicolon_is_recognised_where_no_comma_parts_the_header(header: str, delimiter: str | None) -> None:
    if delimiter is None:
        assert fault(f"{header}\n") == ("unknown-column.near", 1)
    else:
        assert annotated(f"{header}\n").body == f"{header}{delimiter}phases{delimiter}overlap\n"


def test_tsv_parts_with_tabs_and_a_named_delimiter_goes_before() -> None:
    assert annotated("a,b\twhen\n1;2\t2031\n", "tsv").body == "a,b\twhen\tphases\toverlap\n1;2\t2031\t3\tfalse\n"
    assert annotated("a|when\n1|2036\n", delimiter="|").body == 'a|when|phases|overlap\n1|2036|"3|4"|true\n'
    assert annotated("a|when\n1|2036\n", "tsv", delimiter="|").body.startswith("a|when|phases")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("A.CSV", "csv"),
        ("a.tsv", "tsv"),
        ("a.tab", "tsv"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("/dev/fd/63", "csv"),
        ("data", "csv"),
        ("dir.d/data", "csv"),
        (".hidden", "csv"),
        ("a.xlsx", None),
        ("a.json", None),
        ("a.csv.gz", None),
    ],
)
def test_the_ending_says_the_form(name: str, form: Form | None) -> None:
    assert rows.form_of(name) == form


# JSON Lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"when":2036}', '{"when":2036,"phases":[3,4],"overlap":true}'),
        ('{"when":"2031" , "b":{"phases":1}} \r', '{"when":"2031" , "b":{"phases":1},"phases":[3],"overlap":false} \r'),
        ('{"when":"1999"}', '{"when":"1999","phases":[],"overlap":false}'),
        ('{"when":null}', '{"when":null,"phases":null,"overlap":null}'),
        ('{"when":""}', '{"when":"","phases":null,"overlap":null}'),
        ('{"wh\\u0065n":"20\\u00331","x":1e999}', '{"wh\\u0065n":"20\\u00331","x":1e999,"phases":[3],"overlap":false}'),
        ('{"when":20310615 }', '{"when":20310615 ,"phases":[3],"overlap":false}'),
    ],
)  # fmt: skip
def test_members_are_put_in_before_the_closing_brace(line: str, expected: str) -> None:
    assert annotated(line, "jsonl") == (expected, [])
    assert annotated(f"{MARK}\n{line}\n\n", "jsonl").body == f"{MARK}\n{expected}\n\n"


@pytest.mark.parametrize("value", ["true", "2031.5", "31", '["2031"]', '{"a": 1}', '"n/a"', "2e3"])
def test_a_value_that_is_no_date_is_reported_and_passed_on(value: str) -> None:
    result = annotated(f'{{"when": {value}}}\n', "jsonl")
    assert result.body == f'{{"when": {value},"phases":null,"overlap":null}}\n'
    assert result.unread == [Unread(1, value.strip('"') if value == '"n/a"' else value)]


def test_an_object_without_the_column_has_an_empty_cell_once_the_first_had_it() -> None:
    result = annotated('{"when":2031}\n{}\n{"b":1}\n', "jsonl")
    members = '"phases":null,"overlap":null}'
    assert result.body.splitlines()[1:] == [f"{{{members}", f'{{"b":1,{members}']
    assert result.unread == []
    assert annotated("", "jsonl") == ("", [])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=4).filter(lambda key: key != "when")


@given(
    rows=st.lists(st.tuples(st.dictionaries(KEYS, JSON, max_size=3), WHEN_CELLS | st.integers(2019, 2046)), max_size=4),
    style=st.fixed_dictionaries(
        {"ensure_ascii": st.booleans(), "separators": st.sampled_from([(",", ":"), (", ", ": "), (" ,\t", " : ")])}
    ),
    end=st.sampled_from(["\n", "\r\n", " \n"]),
)
@settings(max_examples=200, deadline=None)
def test_any_object_comes_back_with_two_members(rows: list[Any], style: dict[str, Any], end: str) -> None:
    records = [{**record, "when": cell} for record, cell in rows]
    lines = [json.dumps(record, **style) for record in records]
    found = annotated("".join(line + end for line in lines), "jsonl").body.split("\n")[:-1]
    for after, line, record in zip(found, lines, records, strict=True):
        said = answer(str(record["when"]))
        phases, overlap = (None, None) if said is None else said
        assert json.loads(after) == {**record, "phases": phases, "overlap": overlap}
        assert after.startswith(line[:-1])
        assert after.endswith(("}" + end).removesuffix("\n"))


# Faults


@pytest.mark.parametrize(
    ("data", "key", "line"),
    [
        ("", "invalid-rows.empty", None),
        (MARK, "invalid-rows.empty", None),
        ("\n\r\n", "invalid-rows.empty", None),
        ("id,wen\n", "unknown-column.near", 1),
        ("id,WHEN\n", "unknown-column.near", 1),
        ("id,year\n", "unknown-column", 1),
        ("\nid,year\n", "unknown-column", 2),
        ("when,a,when\n", "invalid-rows.ambiguous", 1),
        ("when,phases\n", "invalid-rows.taken", 1),
        ("when,overlap\n", "invalid-rows.taken", 1),
        ("when,a\n2031,1\n2031\n", "invalid-rows.ragged", 3),
        ('when,a\n2031,"x\ny"\n2031,1,2\n', "invalid-rows.ragged", 4),
        ('when,a\n2031,"x\n2031,1\n', "invalid-rows.open-quote", 2),
        ('when,a\n2031,"x', "invalid-rows.open-quote", 2),
        (b"when,a\n2031,b\n2031,\xe9\n", "invalid-rows.not-utf-8", 3),
        (b'when,a\n2031,"x\r\ny\n\xe9"\n', "invalid-rows.not-utf-8", 4),
        (b"when,\xe9\n", "invalid-rows.not-utf-8", 1),
        (b"when\n\xed\xa0\x80\n", "invalid-rows.not-utf-8", 2),
        ("when\n2031\n".encode("utf-16"), "invalid-rows.utf-16", 1),
    ],
)
def test_a_fault_of_a_table_is_told_at_its_line(data: str | bytes, key: str, line: int | None) -> None:
    assert fault(data) == (key, line)


@pytest.mark.parametrize(
    ("data", "key", "line"),
    [
        ('{"wen":1}\n', "unknown-column.near", 1),
        ("{}\n", "unknown-column", 1),
        ('{"when":2031,"phases":[]}\n', "invalid-rows.taken", 1),
        ('{"when":2031}\n{"overlap":1}\n', "invalid-rows.taken", 2),
        ('{"when":2031}\n\n{"when":\n', "invalid-rows.not-object", 3),
        ("[\n", "invalid-rows.not-object", 1),
        ("[1]\n", "invalid-rows.not-object", 1),
        ('{"when":' + "[" * 50_000 + "\n", "invalid-rows.not-object", 1),
        (b'{"when":2031}\n{"when":"\xe9"}\n', "invalid-rows.not-utf-8", 2),
        ('{"when":2031}\n'.encode("utf-16"), "invalid-rows.utf-16", 1),
    ],
)
def test_a_fault_of_json_lines_is_told_at_its_line(data: str | bytes, key: str, line: int | None) -> None:
    assert fault(data, "jsonl") == (key, line)


def test_a_quotation_mark_that_is_never_closed_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_room, "LONGEST", 100_000)
    assert fault('when,a\n2031,"' + "x\n" * 100_000) == ("invalid-rows.long-cell", 2)


def test_a_line_that_never_ends_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (rows_room, tables_room, objects_room):
        monkeypatch.setattr(room, "LONGEST", 1_000)
    assert fault("when,a\n2031," + "x" * 5_000) == ("invalid-rows.long-line", 2)
    assert fault("x" * 5_000) == ("invalid-rows.long-line", 1)
    assert fault('{"when":2031}\n{"when":"' + "x" * 5_000 + '"}\n', "jsonl") == ("invalid-rows.long-line", 2)


def test_a_header_longer_than_the_csv_module_would_have_it() -> None:
    names = [f"column_{number}" for number in range(12_000)]
    table = f"{','.join(names)}\n{','.join(['2031'] * len(names))}\n"
    done = run("annotate", "--column", "column_5", stdin=table.encode())
    assert (done.code, done.stderr) == (0, "")
    assert done.stdout.endswith(",2031,3,false\n")


@pytest.mark.parametrize(
    ("data", "form"),
    [("when,a\n2031,1\n2031\n", "csv"), ('{"when":2031}\n[]\n', "jsonl"), (b"when\n2031\n\xe9\n", "csv")],
)
def test_the_records_before_a_fault_are_given_first(data: str | bytes, form: Form) -> None:
    chunks = chunks_of(data, form)
    assert b"2031" in next(chunks).body
    with pytest.raises(Problem):
        next(chunks)


@pytest.mark.parametrize(("data", "form"), [("\n\nid\n", "csv"), ('\n\n{"id":1}\n', "jsonl")])
def test_nothing_is_given_before_a_fault_of_the_header(data: str, form: Form) -> None:
    with pytest.raises(Problem):
        next(chunks_of(data, form))


def test_names_from_a_file_reach_no_terminal_as_they_are() -> None:
    with pytest.raises(Problem) as caught:
        annotated("wh\x1b[31mn,id\n")
    assert "\x1b" not in str(worded(caught.value))


def test_the_rows_come_in_chunks_of_one_size() -> None:
    sizes = [len(chunk.body) for chunk in chunks_of("when,a\n" + "2031,abcdefgh\n" * 50_000)]
    assert len(sizes) > 10
    assert max(sizes) < 70_000


# The command


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


def test_a_file_on_standard_input_is_csv_and_a_dash_is_standard_input() -> None:
    data = b"id,when\n1,2036\n"
    for words in ((), ("-",)):
        ran = run("annotate", *words, "-c", "when", stdin=data)
        assert ran == (Exit.ANSWERED, "id,when,phases,overlap\n1,2036,3|4,true\n", "")


def test_unreadable_cells_are_reported_and_make_it_exit_1(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("when\n2031\n31\n")
    ran = run("annotate", "a.csv", "--column", "when", cwd=tmp_path)
    assert ran.code == Exit.EMPTY
    assert ran.stdout == "when,phases,overlap\n2031,3,false\n31,,\n"
    assert ran.stderr == 'iknctl: a.csv:3: "31" alone is not a year, a month or a day\n'
    assert '"31" saja bukan' in run("annotate", "a.csv", "-c", "when", "--lang", "id", cwd=tmp_path).stderr


@pytest.mark.parametrize("count", [20, 21, 20_000])
def test_reports_end_with_a_count_after_twenty(count: int) -> None:
    ran = run("annotate", "-c", "when", stdin=b"when\n" + b"".join(b"x%d\n" % each for each in range(count)))
    assert ran.code == Exit.EMPTY
    assert ran.stdout.count("\n") == count + 1
    told = ran.stderr.splitlines()
    assert told[19].startswith('iknctl: -:21: "x19"')
    expected = [f"iknctl: -: cells that cannot be read: {count}; the first 20 are listed above"]
    assert told[20:] == (expected if count > 20 else [])


def test_a_fault_in_the_middle_comes_after_the_records_and_reports_before_it() -> None:
    ran = run("annotate", "-c", "when", stdin=b"when,a\n31,1\n2031\n")
    assert ran.code == Exit.DATA
    assert ran.stdout == "when,a,phases,overlap\n31,1,,\n"
    assert [line.split(": ")[1] for line in ran.stderr.splitlines()] == ["-:2", "-:3"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["a.csv"], Exit.USAGE, "--column NAME is missing"),
        (["a.csv", "-c", "wen"], Exit.USAGE, 'a.csv:1: there is no column "wen"; did you mean "when"?'),
        (["a.csv", "-c", "when", "--from", "xls"], Exit.USAGE, 'annotate has no format "xls"'),
        (["a.xlsx", "-c", "when"], Exit.USAGE, "--from csv|tsv|jsonl"),
        (["a.csv", "-c", "when", "--delimiter", "::"], Exit.USAGE, '"::" cannot be the delimiter'),
        (["a.csv", "-c", "when", "--delimiter", '"'], Exit.USAGE, "cannot be the delimiter"),
        (["-c", "when", "--from", "jsonl", "--delimiter", ";"], Exit.USAGE, "leave --delimiter out"),
        (["a.csv", "-c", "when", "--roadmap", "digitl"], Exit.USAGE, "did you mean digital"),
        (["a.csv", "b.csv", "-c", "when"], Exit.USAGE, "one word too many"),
        (["missing.csv", "-c", "when"], Exit.DATA, "missing.csv"),
        (["folder", "-c", "when"], Exit.DATA, "folder"),
        (["-c", "when"], Exit.DATA, "- is empty"),
        (["a.csv", "-c", "when", "-o", "no/such/folder"], Exit.FAILED, "could not be written"),
    ],
)
def test_what_is_wrong_with_the_command(words: list[str], code: Exit, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,when\n1,2031\n")
    (tmp_path / "folder").mkdir()
    ran = run("annotate", *words, cwd=tmp_path)
    assert (ran.code, ran.stdout) == (code, "")
    assert ran.stderr.startswith("iknctl: ")
    assert told in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_the_ways_to_name_a_delimiter_and_a_roadmap() -> None:
    words = ("annotate", "-c", "when", "--delimiter", r"\t", "--roadmap", "master-plan")
    assert run(*words, stdin=b"a,b\twhen\n1\t2034\n").stdout == "a,b\twhen\tphases\toverlap\n1\t2034\t3\tfalse\n"


def test_today_is_the_day_that_the_environment_names() -> None:
    ran = run("annotate", "-c", "when", stdin=b"when\ntoday\n", env={"IKNCTL_TODAY": "2036-01-01"})
    assert ran.stdout == "when,phases,overlap\ntoday,3|4,true\n"


def test_a_whole_file_takes_the_place_of_the_old_one_even_of_the_one_that_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("when\n" + "2031\n" * 50_000)
    file.chmod(0o640)
    ran = run("annotate", "a.csv", "-c", "when", "-o", "a.csv", cwd=tmp_path)
    assert ran == (Exit.ANSWERED, "", "")
    assert file.read_text() == "when,phases,overlap\n" + "2031,3,false\n" * 50_000
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["a.csv"]


def test_the_old_file_stays_when_the_rows_are_faulty(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("old")
    data = b"when,a\n" + b"2031,1\n" * 50_000 + b"2031\n"
    ran = run("annotate", "-c", "when", "-o", "out.csv", stdin=data, cwd=tmp_path)
    assert ran.code == Exit.DATA
    assert (tmp_path / "out.csv").read_text() == "old"
    assert names(tmp_path) == ["out.csv"]


def test_a_closed_standard_input_is_a_file_that_cannot_be_read() -> None:
    ran = run("-c", f"{' '.join(COMMAND)} annotate -c when <&-", command=["sh"])
    assert (ran.code, ran.stdout) == (Exit.DATA, "")
    assert ran.stderr.startswith("iknctl: - could not be read")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file here that opens but cannot be read")
def test_a_file_that_fails_while_it_is_read_is_no_fault_of_the_output(tmp_path: Path) -> None:
    ran = run("annotate", "/proc/self/mem", "-c", "when", "-o", "out.csv", cwd=tmp_path)
    assert (ran.code, names(tmp_path)) == (Exit.DATA, [])
    assert ran.stderr.startswith("iknctl: /proc/self/mem could not be read")


def test_it_has_no_format_of_its_own() -> None:
    for words in (("--json",), ("--format", "csv")):
        assert run("annotate", "-c", "when", *words, stdin=b"when\n").code == Exit.USAGE
    assert "--format" not in run("annotate", "--help").stdout


def test_a_reader_who_has_enough_is_content(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("when\n" + "x\n" * 100_000)
    script = f"{' '.join(COMMAND)} annotate a.csv -c when 2>/dev/null | head -n 1; echo ${{PIPESTATUS[0]}}"
    assert run("-c", script, command=["bash"], cwd=tmp_path).stdout == "when,phases,overlap\n0\n"


def test_a_full_device_is_told() -> None:
    ran = run("-c", f"{' '.join(COMMAND)} annotate -c when >/dev/full", command=["sh"], stdin=b"when\n2031\n")
    assert ran.code == Exit.FAILED
    assert ran.stderr.count("\n") == 1


def test_interrupted_it_stops_at_once_and_quietly(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("old")
    with subprocess.Popen(
        [*COMMAND, "annotate", "-c", "when", "-o", "out.csv"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path,
        preexec_fn=default_signals,
    ) as command:  # fmt: skip
        assert command.stdin is not None
        assert command.stderr is not None
        command.stdin.write(b"when\n" + b"2031\n" * 100_000)
        command.stdin.flush()  # more than a pipe holds, so it is reading by now; and it waits for the rest
        command.send_signal(signal.SIGINT)
        assert command.wait(timeout=5) == Exit.INTERRUPTED
        assert command.stderr.read() == b""
    assert (tmp_path / "out.csv").read_text() == "old"
    assert names(tmp_path) == ["out.csv"]


def terminal(*words: str, cwd: Path, env: dict[str, str]) -> tuple[int, str]:
    """The exit code, and what a terminal on standard error receives."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs,
        env=environment(env), cwd=cwd,
    ) as command:  # fmt: skip
        os.close(theirs)
        seen = b""
        while piece := _received(ours):
            seen += piece
    os.close(ours)
    return command.returncode, seen.decode()


def _received(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_a_bar_is_for_a_terminal_and_a_long_file(tmp_path: Path) -> None:
    long = "x" * 22_000
    (tmp_path / "long.csv").write_text("when,a\n" + f"2031,{long}\n" * 1000 + f"31,{long}\n")
    (tmp_path / "short.csv").write_text("when\n2031\n")
    words = ("annotate", "long.csv", "-c", "when")
    code, seen = terminal(*words, cwd=tmp_path, env={"TERM": "xterm", "NO_COLOR": "1"})
    assert code == Exit.EMPTY
    assert "long.csv" in seen
    assert "100%" in seen
    assert 'iknctl: long.csv:1002: "31" alone' in seen
    assert "\x1b[3" not in seen
    code, seen = terminal(*words, cwd=tmp_path, env={"TERM": "dumb"})
    assert seen == 'iknctl: long.csv:1002: "31" alone is not a year, a month or a day\r\n'
    assert terminal("annotate", "short.csv", "-c", "when", cwd=tmp_path, env={"TERM": "xterm"}) == (0, "")


def test_nobody_is_left_waiting_at_a_terminal_for_rows_that_nobody_types() -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "annotate", "-c", "when"],
        stdin=theirs,
        capture_output=True,
        env=environment(),
        timeout=20,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == Exit.USAGE
    assert b"FILE is missing" in done.stderr


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("a.csv --column ", ["id", "when"]),
        ("a.csv -c w", ["when"]),
        ("a.jsonl -c ", ["day", "id"]),
        ("--delimiter ; b.csv -c ", ["x,y", "z"]),
        ("missing.csv -c ", []),
        ("a.csv --from ", ["csv", "tsv", "jsonl"]),
    ],
)
def test_the_shell_is_offered_columns_and_forms(words: str, offered: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{MARK}id,when\n")
    (tmp_path / "b.csv").write_text("x,y;z\n")
    (tmp_path / "a.jsonl").write_text('\n{"day":1,"id":2}\n')
    line = f"iknctl annotate {words}"
    script = "from iknctl.cli.app import run; import sys; sys.exit(run([]))"
    env: dict[str, str | None] = {
        "_IKNCTL_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    command = [COMMAND[0], "-c", f"import sys; sys.argv[0] = 'iknctl'; {script}"]
    assert run(env=env, command=command, cwd=tmp_path).stdout.split() == offered
