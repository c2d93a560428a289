"""annotate: every record comes back byte for byte with its answer behind it, and none is ever lost in another."""

# ruff: noqa: E501 - a case stays on one line

import csv
import io
import json
import os
import pty
import random
import re
import signal
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iknctl import annotate as rows
from iknctl.annotate import Form, Job
from iknctl.conflicts import overlaps
from iknctl.datafile import load
from iknctl.errors import Exit, Location, Problem
from iknctl.periods import touches
from iknctl.queries import find_roadmap, phases_in
from iknctl.when import read_when
from running import COMMAND, Ran, ask, default_signals, environment, run

TODAY = date(2026, 11, 24)
ROADMAP = find_roadmap(load())
MARK = "\ufeff"
WHEN_CELLS = [
    "2031",
    "2036",
    "2029..2030",
    "2035-06-15T10:00:00",
    "17 Agustus 2040",
    "today",
    "Maret 2031 10:00",
    "2035-06-15 24:00",
    "1999",
    "",
    " ",
    "-",
    "n/a",
]


def annotate(text: str, *words: str) -> Ran:
    return ask("annotate", "--column", "when", *words, stdin=text.encode())


def annotated(text: str, form: Form, delimiter: str | None = None) -> tuple[Exit, str, int | None]:
    """The same without the command line, for many texts: the exit code, the output, and the line of a refusal."""
    job = Job("-", form, "when", delimiter, ROADMAP, TODAY)
    body = b""
    unread: list[tuple[Problem, int]] = []
    try:
        for piece in rows.annotate(io.BytesIO(text.encode()), job, unread):
            body += piece
    except Problem as problem:
        return problem.exit, body.decode(), problem.at and problem.at.line
    return Exit.EMPTY if unread else Exit.ANSWERED, body.decode(), None


@cache
def answer(cell: str) -> tuple[list[int], bool] | str | None:
    """What the model says of a cell by the shortest way, None for an empty one, or a text if it can't be read."""
    if cell.strip() in ("", "-"):
        return None
    try:
        span = read_when(cell, TODAY)
    except Problem:
        return "unread"
    years, roadmap = (span.start.year, span.end.year), ROADMAP
    phases = [phase.number for phase in phases_in(roadmap, *years)]
    return phases, any(touches(each, *years) for each in overlaps(roadmap))


def added(cell: str, delimiter: str = ",") -> str:
    found = answer(cell)
    texts = ("|".join(map(str, found[0])), str(found[1]).lower()) if isinstance(found, tuple) else ("", "")
    return "".join(delimiter + (f'"{text}"' if delimiter in text else text) for text in texts)


# An independent reading of CSV, one character at a time


class Refused(Exception):  # noqa: N818
    """A row that must not be passed on, and its line."""

    def __init__(self, line: int) -> None:
        self.line = line


def scanned(text: str, delimiter: str) -> Iterator[tuple[int, str, str, list[str]]]:
    """The line, the text, the line end and the cells of each record. Raises Refused at the line of a quoted cell that
    is not closed, or is closed within text on another line."""
    place, line = 0, 1
    while place < len(text):
        start, began, cells = place, line, [""]
        at_start, cell_line = True, line  # of a cell
        while place < len(text) and text[place] not in "\r\n":
            if text[place] == delimiter:
                cells.append("")
                at_start, cell_line = True, line
                place += 1
            elif text[place] == '"' and at_start:
                at_start = False
                place += 1
                while True:
                    if place == len(text):
                        raise Refused(cell_line)
                    if text.startswith('""', place):
                        cells[-1] += '"'
                        place += 2
                    elif text[place] == '"':
                        place += 1
                        break
                    else:
                        cells[-1] += text[place]
                        line += text[place] == "\n" or (text[place] == "\r" and text[place + 1 : place + 2] != "\n")
                        place += 1
                if line > cell_line and text[place : place + 1] not in ("", delimiter, "\r", "\n"):
                    raise Refused(cell_line)
            else:
                cells[-1] += text[place]
                at_start = False
                place += 1
        end = next((each for each in ("\r\n", "\r", "\n") if text.startswith(each, place)), "")
        yield began, text[start:place], end, cells if place > start else []
        place += len(end)
        line += 1


def expected(text: str, delimiter: str = ",") -> tuple[int, str, int | None]:
    """The exit code and the output that are right for a table, and the line that a refusal names."""
    out, width, index, unread = "", 0, 0, False
    try:
        for line, raw, end, cells in scanned(text, delimiter):
            if cells and not width:
                width, index = len(cells), cells.index("when")
                raw += f"{delimiter}phases{delimiter}overlap"
            elif cells and len(cells) != width:
                return Exit.DATA, out, line
            elif cells:
                raw += added(cells[index], delimiter)
                unread |= answer(cells[index]) == "unread"
            out += raw + end
    except Refused as refused:
        return Exit.DATA, out, refused.line
    return Exit.EMPTY if unread else Exit.ANSWERED, out, None


def test_no_record_is_ever_lost_in_another() -> None:
    chance = random.Random(2045)
    refused = 0
    for _ in range(5000):
        delimiter = chance.choice(",;\t|")
        width = chance.randrange(1, 4)
        end = chance.choice(["\n", "\r\n", "\r"])
        header = [*["a", '"b\nc"', "d"][: width - 1], "when"]
        chance.shuffle(header)
        pieces = [
            "2031",
            "2036",
            "x",
            "-",
            '"',
            '"',
            '""',
            '"\n',
            '"2031"',
            '"Swing" x',
            '"a\nb"',
            " ",
            "\n",
            "\r",
            "\r\n",
        ]
        body = ""
        for _ in range(chance.randrange(1, 5)):
            cells = ("".join(chance.choices(pieces, k=chance.randrange(3))) for _ in range(width))
            body += delimiter.join(cells) + end
        text = delimiter.join(header) + end + body[: chance.choice([None, -1])]
        right = expected(text, delimiter)
        assert annotated(text, "csv", delimiter) == right, text
        refused += right[2] is not None
    assert 1000 < refused < 4000  # or the texts prove little


class Table(NamedTuple):
    """A table as csv.writer wrote it."""

    text: str
    delimiter: str
    rows: list[list[str]]
    index: int


@st.composite
def tables(draw: st.DrawFn) -> Table:
    delimiter, end = draw(st.sampled_from(",;\t|")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    # Before Python 3.13, csv.writer quoted a line break only if it was one of its own.
    unwritable = "" if quoting == csv.QUOTE_ALL else "".join({"\r", "\n"} - set(end))
    texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=unwritable), max_size=6)
    names = draw(st.lists(texts.filter(lambda name: name not in ("when", "phases", "overlap", "")), max_size=3))
    index = draw(st.integers(0, len(names)))
    rows = [[*names[:index], "when", *names[index:]]]
    for _ in range(draw(st.integers(0, 5))):
        rows.append([draw(st.sampled_from(WHEN_CELLS) if place == index else texts) for place in range(len(rows[0]))])
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    text = written.getvalue().removesuffix(end if draw(st.booleans()) else "\0")
    return Table(text, delimiter, rows, index)


@given(tables(), st.sampled_from(["", MARK]), st.sampled_from(["", "sep"]))
@settings(max_examples=150, deadline=None)
def test_what_any_writer_of_csv_writes_can_be_read_with_two_columns_more(table: Table, mark: str, sep: str) -> None:
    ahead = mark + (sep and f"sep={table.delimiter}\r\n")
    _, body, _ = annotated(ahead + table.text, "csv", None if sep else table.delimiter)
    assert body == ahead + expected(table.text, table.delimiter)[1]
    read = list(csv.reader(io.StringIO(body.removeprefix(ahead), newline=""), delimiter=table.delimiter))
    assert [row[:-2] for row in read] == table.rows
    plain = [next(csv.reader([added(row[table.index])]))[1:] for row in table.rows[1:]]
    assert [row[-2:] for row in read] == [["phases", "overlap"], *plain]


def test_a_time_behind_a_day_is_read_as_phase_reads_it() -> None:
    chance = random.Random(2045)
    parts = ["T", " ", ":", ".", ",", "0", "2", "3", "10", "23", "24", "59", "60", "Z", "WIB", "UTC", "+07", "-", "am"]
    days = ["2036-06-15", "2036-02-30", "Maret 2036", "15/06/2036", "2036..2040"]
    cells = [
        chance.choice(days) + chance.choice(["T", " "]) + chance.choice(["10:30", "09:15:00", ""]) + "".join(tail)
        for tail in (chance.choices(parts, k=chance.randrange(4)) for _ in range(3000))
    ]
    expected_rows = [f'"{cell}"{added(cell)}\n' for cell in cells]
    assert sum(row.endswith("true\n") for row in expected_rows) > 300
    _, body, _ = annotated("when\n" + "".join(f'"{cell}"\n' for cell in cells), "csv")
    assert body.splitlines(keepends=True)[1:] == expected_rows


# Inputs, and what they come to: the output, or the exit code and what standard error says

TABLES: list[tuple[str, str]] = [
    # cells
    ("when\n2031\n", "when,phases,overlap\n2031,3,false\n"),
    ("when\n2036\n2034..2035\n", "when,phases,overlap\n2036,3|4,true\n2034..2035,3|4,true\n"),
    ("when\n2029..2030\n1999\n", "when,phases,overlap\n2029..2030,2|3,false\n1999,,false\n"),
    ("when\n2024-12-31T23:59:60Z\n2024-12-31 10:00 WIB\n", "when,phases,overlap\n2024-12-31T23:59:60Z,1,false\n2024-12-31 10:00 WIB,1,false\n"),
    ("when,b\n,\n - ,\n-,-\n \t,\n", "when,b,phases,overlap\n,,,\n - ,,,\n-,-,,\n \t,,,\n"),
    ("when\n" + " " * 200 + "2031\n", "when,phases,overlap\n" + " " * 200 + "2031,3,false\n"),
    # what is passed on
    ("when", "when,phases,overlap"),
    ("when\r\n2031\n2036\r2031", "when,phases,overlap\r\n2031,3,false\n2036,3|4,true\r2031,3,false"),
    (f'{MARK}"when"\n2031\n', f'{MARK}"when",phases,overlap\n2031,3,false\n'),
    (f"{MARK}\n\nwhen\n\n2031\n\n", f"{MARK}\n\nwhen,phases,overlap\n\n2031,3,false\n\n"),
    ("\n" * 60_000 + "when\n2031\n", "\n" * 60_000 + "when,phases,overlap\n2031,3,false\n"),
    ("when\r" + "2031\r" * 20_000, "when,phases,overlap\r" + "2031,3,false\r" * 20_000),
    ("a,when\n" + f"a{chr(0) * 60},2031\n" * 3, "a,when,phases,overlap\n" + f"a{chr(0) * 60},2031,3,false\n" * 3),
    ("when,X\n2031,X\n", "when,X,phases,overlap\n2031,X,3,false\n"),
    ('when,a\n2031,"x"y"\n', 'when,a,phases,overlap\n2031,"x"y",3,false\n'),
    ("when,a\n2031,\0é\u2028\x0b\n", "when,a,phases,overlap\n2031,\0é\u2028\x0b,3,false\n"),
    ("when,a\n2031," + "x" * 1_000_000, "when,a,phases,overlap\n2031," + "x" * 1_000_000 + ",3,false"),
    (",".join(map(str, range(12_000))) + ",when\n", ",".join(map(str, range(12_000))) + ",when,phases,overlap\n"),
    # delimiters
    ("id;when\n", "id;when;phases;overlap\n"),
    ("id\twhen\n", "id\twhen\tphases\toverlap\n"),
    ("id|when\n1|2036\n", 'id|when|phases|overlap\n1|2036|"3|4"|true\n'),
    ("when,a;b|c;d\n", "when,a;b|c;d,phases,overlap\n"),
    ('a,"b;when\n1;2031\n', 'a,"b;when;phases;overlap\n1;2031;3;false\n'),
    ("when,a|when|b|c\n", "when,a|when|b|c|phases|overlap\n"),
    ('"a,b,c,d";when;e\n', '"a,b,c,d";when;e;phases;overlap\n'),
    ('a;"b\nc";when\n1;2;2031', 'a;"b\nc";when;phases;overlap\n1;2;2031;3;false'),
    ('"when";"a, b, c"\n', '"when";"a, b, c";phases;overlap\n'),
    (f"{MARK}sep=;\r\n\r\nwhen,x;when\r\n1;2031\r\n", f"{MARK}sep=;\r\n\r\nwhen,x;when;phases;overlap\r\n1;2031;3;false\r\n"),
    ("SEP=|\rwhen\r2036", 'SEP=|\rwhen|phases|overlap\r2036|"3|4"|true'),
    ("sep=;\n" + "\n" * 200 + "when\n", "sep=;\n" + "\n" * 200 + "when;phases;overlap\n"),
]  # fmt: skip


def test_tables_and_what_they_come_to() -> None:
    for text, out in TABLES:
        assert annotate(text) == (Exit.ANSWERED, out, ""), text[:60]
    for word, text in [("\\t", "a,b\twhen\n"), (";", "sep=,\na;when\n")]:
        delimiter = word.replace("\\t", "\t")
        out = f"{text.strip()}{delimiter}phases{delimiter}overlap\n"
        assert annotate(text, "--delimiter", word) == (Exit.ANSWERED, out, "")
    for text in ("a,when\tb;c;d\twhen\n", "sep=;\na;when\n"):
        assert annotate(text.replace("\twhen", "\tday"), "--from", "tsv").code == (0 if "sep" in text else Exit.USAGE)


OBJECTS: list[tuple[str, str]] = [
    ("", ""),
    (MARK, MARK),
    ("\n \r\n", "\n \r\n"),
    (f'{MARK}\n{{"when":2036}}\n\n', f'{MARK}\n{{"when":2036,"phases":[3,4],"overlap":true}}\n\n'),
    ('{"when":"2031" , "b":{"phases":1}} \r', '{"when":"2031" , "b":{"phases":1},"phases":[3],"overlap":false} \r'),
    ('{"when":"1999"}', '{"when":"1999","phases":[],"overlap":false}'),
    ('{"wh\\u0065n":"20\\u00331","x":1e999}', '{"wh\\u0065n":"20\\u00331","x":1e999,"phases":[3],"overlap":false}'),
    ('{"when":\r2031}\n', '{"when":\r2031,"phases":[3],"overlap":false}\n'),
    ('{"when":20310615 }', '{"when":20310615 ,"phases":[3],"overlap":false}'),
    ('{"when":1,"when":2031}', '{"when":1,"when":2031,"phases":[3],"overlap":false}'),
    ('{"when":2031,"a":"\\ud800"}', '{"when":2031,"a":"\\ud800","phases":[3],"overlap":false}'),
    ('{"when":"2031","\\udfff":[NaN,-Infinity]}', '{"when":"2031","\\udfff":[NaN,-Infinity],"phases":[3],"overlap":false}'),
    *((f'{{"a":NaN,"when":{value}}}', f'{{"a":NaN,"when":{value},"phases":null,"overlap":null}}') for value in ("null", '"-"')),
    *((f'{{"when":2031,"a":{"9" * 5000}{more}}}', f'{{"when":2031,"a":{"9" * 5000}{more},"phases":[3],"overlap":false}}') for more in ("", ',"b":NaN')),
    ('{}\n{"b":1}\n{"when":null}\n{"when":" "}', '{"phases":null,"overlap":null}\n{"b":1,"phases":null,"overlap":null}\n{"when":null,"phases":null,"overlap":null}\n{"when":" ","phases":null,"overlap":null}'),
]  # fmt: skip


def test_objects_and_what_they_come_to() -> None:
    for text, out in OBJECTS:
        assert annotate(text, "--from", "jsonl") == (Exit.ANSWERED, out, ""), text[:60]
    for value, said in [
        ('"\\ud800"', r"\ud800"),
        ("NaN", "NaN"),
        ("true", "true"),
        ("2031.50", "2031.50"),
        ('"null"', "null"),
    ]:
        for other in ("1", "NaN"):  # of which Python's own reader reads the second
            text = f'{{"a":{other},"when":{value}}}'
            ran = annotate(text, "--from", "jsonl")
            assert (ran.code, ran.stdout) == (Exit.EMPTY, text[:-1] + ',"phases":null,"overlap":null}')
            assert ran.stderr.startswith(f'iknctl: -:1: "{said}"')


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(
    rows=st.lists(
        st.tuples(st.dictionaries(st.text(st.characters(), max_size=4), JSON, max_size=3), st.sampled_from(WHEN_CELLS)),
        min_size=1,
        max_size=4,
    ),
    separators=st.sampled_from([(",", ":"), (", ", ": "), (" ,\t", " : ")]),
    end=st.sampled_from(["\n", "\r\n", " \n"]),
)
@settings(max_examples=100, deadline=None)
def test_whatever_python_writes_as_json_comes_back_with_two_members(
    rows: list[Any], separators: tuple[str, str], end: str
) -> None:
    records = [{**record, "when": cell} for record, cell in rows]
    lines = [json.dumps(record, separators=separators) for record in records]
    _, body, _ = annotated("".join(line + end for line in lines), "jsonl")
    found = body.split("\n")[:-1]
    for after, line, record in zip(found, lines, records, strict=True):
        said = answer(record["when"])
        phases, overlap = said if isinstance(said, tuple) else (None, None)
        assert after.startswith(line[:-1])
        assert after.endswith(("}" + end).removesuffix("\n"))
        assert repr(json.loads(after)) == repr({**json.loads(line), "phases": phases, "overlap": overlap})


REFUSED: list[tuple[str | bytes, str, int, str]] = [
    ("", "csv", Exit.DATA, "- is empty"),
    (f"{MARK}\n\r\n", "csv", Exit.DATA, "- is empty"),
    ("sep=;\n", "csv", Exit.DATA, "- is empty"),
    ("id,wen\n", "csv", Exit.USAGE, '-:1: there is no column "when"; did you mean `iknctl annotate'),
    ("\nid,year\n", "csv", Exit.USAGE, '-:2: there is no column "when"; choose from "id", "year"'),
    ("Pegawai IKN\n\nid;when\n", "csv", Exit.USAGE, '-:1: there is no column "when" on this line, but one on line 3; remove the lines above it: `tail -n +3`'),
    ("Staff, 2031\n\nid;year;b\n", "csv", Exit.USAGE, '-:1: there is no column "when"; choose from "Staff", " 2031"'),
    ("\n" * 70_000 + "when\n2031\n", "csv", Exit.DATA, "- begins with too many blank lines: it has no header"),
    ("\n" * 65_536, "csv", Exit.DATA, "- begins with too many blank lines: it has no header"),
    ("title\n" * 20 + "when\n", "csv", Exit.USAGE, '-:1: there is no column "when"; choose from "title"'),
    ("aXwhen,when\n", "tsv", Exit.USAGE, '-:1: there is no column "when"; choose from "aXwhen,when"'),
    ("id\twhen\n", "csv --delimiter ,", Exit.USAGE, '-:1: there is no column "when"; choose from "id\\twhen"'),
    ("wh\x1b[31mn,id\n", "csv", Exit.USAGE, '-:1: there is no column "when"; choose from "wh\\x1b[31mn", "id"'),
    ("when,a,when\n", "csv", Exit.DATA, '-:1: there is more than one column "when"'),
    ("when,phases\n", "csv", Exit.DATA, '-:1: there is already a column "phases"'),
    ("overlap\twhen\n", "tsv", Exit.DATA, '-:1: there is already a column "overlap"'),
    ('when,a\n2031,"x\ny"\n2031\n', "csv", Exit.DATA, '-:4: this row and the header have different numbers of cells: 1 and 2; add what is missing: a "," at its end for each cell (here 1)'),
    ("when\t2\n2031,1\n", "csv", Exit.DATA, '-:2: this row and the header have different numbers of cells: 1 and 2; add what is missing: a "\\t"'),
    ("when,a\n2031,1,2\n", "csv", Exit.DATA, '-:2: this row and the header have different numbers of cells: 3 and 2; put quotation marks around a cell that contains ","'),
    ("when;a\n2031;1;;\n", "csv", Exit.DATA, '-:2: this row and the header have different numbers of cells: 4 and 2; its last cells are empty: remove each surplus ";" at its end (here 2)'),
    ('name\twhen\n"40 inch\t2031\n"Next\t2036\n', "tsv", Exit.DATA, "-:2: a cell begins here with a quotation mark, runs over more lines and ends within text"),
    ('when,a\n2031,"x\n2031,1\n', "csv", Exit.DATA, "-:2: a cell begins here with a quotation mark that is never closed"),
    ('"a' + "\n" * 200 + '",b\n', "csv --delimiter ,", Exit.USAGE, '-:1: there is no column "when"; choose from "a'),
    ('when,"a\n2031,1\n', "csv", Exit.DATA, "-:1: a cell begins here with a quotation mark that is never closed"),
    (b"when,a\n2031,b\n2031,\xe9\n", "csv", Exit.DATA, "-:3: this line is not UTF-8"),
    (b'when,a\n2031,"x\r\ny\n\xe9"\n', "csv", Exit.DATA, "-:4: this line is not UTF-8"),
    (b"sep=\xe9\nwhen\n", "csv", Exit.DATA, "-:1: this line is not UTF-8"),
    (b"when\n\xed\xa0\x80\n", "csv", Exit.DATA, "-:2: this line is not UTF-8"),
    *(("id,when\n1,2031\n".encode(code), "csv", Exit.DATA, f"-:1: this is {name}, not UTF-8; convert it with `iconv -f {name} ")
      for code, name in (("utf-16", "UTF-16"), ("utf-16le", "UTF-16LE"), ("utf-16be", "UTF-16BE"))),
    ("\ufeffid,when\n".encode("utf-16be"), "csv", Exit.DATA, "-:1: this is UTF-16, not UTF-8"),
    ('{"when":2031}\n'.encode("utf-16le"), "jsonl", Exit.DATA, "-:1: this is UTF-16LE"),
    ('{"wen":1}\n', "jsonl", Exit.USAGE, 'there is no column "when"; did you mean `iknctl annotate'),
    ("{}\n", "jsonl", Exit.USAGE, 'there is no column "when"; every object is empty'),
    ('{"a":1}\n{"b":1}\n', "jsonl", Exit.USAGE, 'there is no column "when"; choose from "a", "b"'),
    ('{"when":2031,"phases":[]}\n', "jsonl", Exit.DATA, '-:1: there is already a column "phases"'),
    ('{"when":2031}\n{"overlap":1}\n', "jsonl", Exit.DATA, '-:2: there is already a column "overlap"'),
    *(('{"when":2031}\n\n' + line, "jsonl", Exit.DATA, "-:3: this line is not a JSON object")
      for line in ('{"when":', f"{MARK}{{}}", "\x0b{}", "\u00a0", "[", "[[1,2]]", "[]", "1", "null", "NaN", '{"a":1}{"b":1}', '{"a":tru}', '{"a":NaN}]', "[" * 50_000)),
    (b'{"when":2031}\n{"when":"\xe9"}\n', "jsonl", Exit.DATA, "-:2: this line is not UTF-8"),
]  # fmt: skip


def test_refusals_name_the_line_and_what_to_do_after_the_records_before_it(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("old")
    for data, form, code, said in REFUSED:
        stdin = data if isinstance(data, bytes) else data.encode()
        words = ("annotate", "-c", "when", "--from", *form.split())
        ran = ask(*words, stdin=stdin)
        assert ran.code == code, data[:60]
        assert ran.stderr.startswith(f"iknctl: {said}"), data[:60]
        assert ran.stderr.count("\n") == 1
        assert ran.stdout == "" or form == "jsonl" or ran.stdout.startswith(("when", "name")), data[:60]
        into_file = ask(*words, "-o", str(file), "--lang", "id", stdin=stdin)
        assert (into_file.code, into_file.stderr.count("\n"), file.read_text()) == (code, 1, "old")
        assert into_file.stderr != ran.stderr
    ran = annotate("when,a\n31,1\n2031\n")
    assert (ran.code, ran.stdout) == (Exit.DATA, "when,a,phases,overlap\n31,1,,\n")
    assert [line.split(": ")[1] for line in ran.stderr.splitlines()] == ["-:2", "-:3"]


@pytest.mark.parametrize("count", [20, 21, 4000])
def test_reports_of_unread_cells_end_with_a_count_after_twenty(count: int) -> None:
    ran = annotate('when,a\n\n"x","a\nb"\n' + "".join(f"x{each},\n" for each in range(1, count)))
    assert (ran.code, ran.stdout.count("\n")) == (Exit.EMPTY, count + 3)
    told = ran.stderr.splitlines()
    assert told[0] == 'iknctl: -:3: "x" cannot be read as a date'
    assert told[19] == 'iknctl: -:23: "x19" cannot be read as a date'
    assert told[20:] == [f"iknctl: -: cells that cannot be read: {count}; the first 20 are listed above"] * (count > 20)
    assert '"2031-02-30 10:00"' in annotate("when\n2031-02-30 10:00\n").stderr  # the cell as it stands
    assert '"31" saja bukan' in annotate("when\n31\n", "--lang", "id").stderr


# Memory


class Endless(io.RawIOBase):
    """A stream that begins in one way and then repeats itself for ever."""

    def __init__(self, start: bytes, again: bytes) -> None:
        self._again, self.given = again * (65_536 // len(again)), 0
        self._next = start or self._again

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece, self._next = self._next[: len(buffer)], self._next[len(buffer) :] or self._again
        buffer[: len(piece)] = piece
        self.given += len(piece)
        assert self.given < 100_000_000, "it is read for ever"
        return len(piece)


@pytest.mark.parametrize(
    ("form", "start", "again", "key", "line"),
    [
        ("csv", b"when\n2031", b"0", "long-line", 2),
        ("csv", b"when\n" + b"2031\n" * 20_000, b"0", "long-line", 20_002),
        ("csv", b"", b"ab,", "long-line", 1),
        ("csv", b'when,a\n\n2031,"', b"a\n", "long-record", 3),
        ("csv", b'when,a\n2031,"', b"a" * 9999 + b"\n", "long-record", 2),
        ("csv", b"when,a\n2031,", b'"\n",', "long-record", 2),
        ("csv", b'when,"', b"a;\n", "long-record", 1),
        ("jsonl", b"\n", b"[", "long-line", 2),
        ("csv", b"", b"\r\n", "blank", None),
        ("csv", b"sep=;\n", b"\n", "blank", None),
        ("csv", b"when\n", b"x\n", None, None),
        ("csv", b"when,a\n", b"2031," + b"x" * 9999 + b"\n", None, None),
        ("csv", b"when\n", b"\n", None, None),
        ("jsonl", b"", b"\n", None, None),
        ("jsonl", b"", b'{"a":1}\n', None, None),
    ],
)
def test_what_never_ends_is_refused_or_passed_on_without_being_held(
    form: Form, start: bytes, again: bytes, key: str | None, line: int | None
) -> None:
    stream = Endless(start, again)
    job = Job("-", form, "when", None, ROADMAP, TODAY)
    pieces = rows.annotate(io.BufferedReader(stream), job, [])
    if key is None:
        assert all(len(piece) < 200_000 for piece in islice(pieces, 280 if len(again) > 999 else 8))
    else:
        with pytest.raises(Problem) as caught:
            list(pieces)
        assert caught.value.key == f"invalid-rows.{key}"
        assert caught.value.at == Location("-", line)
    assert stream.given < 20_000_000


def test_a_record_has_250_000_lines_at_most() -> None:
    for lines, code in ((250_000, Exit.ANSWERED), (250_001, Exit.DATA)):
        assert annotate('when,a\n2031,"' + "\n" * (lines - 1) + '"\n').code == code


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize("count", [20, 21])
def test_a_refusal_lists_twenty_columns_at_most(form: str, count: int) -> None:
    names = [f"column{each}" for each in range(count)]
    text = ",".join(names) + "\n" if form == "csv" else json.dumps(dict.fromkeys(names, 1)) + '\n{"last":1}\n'
    listed = [*map('"{}"'.format, [*names, *(["last"] if form == "jsonl" else [])][:20])]
    more = ", …" * (count + (form == "jsonl") > 20)
    assert annotate(text, "--from", form).stderr.endswith(f"choose from {', '.join(listed)}{more}\n")


# The command


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("a.csv", Exit.USAGE, "--column NAME is missing"),
        ("a.csv -c when --from xls", Exit.USAGE, 'annotate has no format "xls"'),
        ("a.xlsx -c when", Exit.USAGE, "--from csv|tsv|jsonl"),
        ("a.csv -c when --delimiter ::", Exit.USAGE, '"::" cannot be the delimiter'),
        ('a.csv -c when --delimiter "', Exit.USAGE, "cannot be the delimiter"),
        ("a.csv -c when --delimiter \udce9", Exit.USAGE, "cannot be the delimiter"),
        ("-c when --from jsonl --delimiter ;", Exit.USAGE, "leave --delimiter out"),
        ("a.csv -c when --roadmap digitl", Exit.USAGE, "--roadmap digital`"),
        ("a.csv b.csv -c when", Exit.USAGE, "unexpected word"),
        ("a.csv -c when --json", Exit.USAGE, ""),
        ("missing.csv -c when", Exit.DATA, "missing.csv"),
        (". -c when --from csv", Exit.DATA, ". is a folder"),
        ("/proc/self/mem -c when -o out.csv", Exit.DATA, "/proc/self/mem could not be read"),
        ("a.csv -c when -o no/such/folder", Exit.FAILED, "could not be written"),
    ],
)
def test_what_is_wrong_with_the_command(
    words: str, code: Exit, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("id,when\n1,2031\n")
    ran = ask("annotate", *words.split())
    assert (ran.code, ran.stdout) == (code, "")
    assert told in ran.stderr
    assert [*Path().iterdir()] == [Path("a.csv")]


def test_files_forms_and_roadmaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.csv", "A.CSV", "dir.d/data", ".hidden", "b.tsv", "b.tab", "c.jsonl", "c.ndjson"):
        form = {"b": "tsv", "c": "jsonl"}.get(name[0], "csv")
        text = '{"when":2034}\n' if form == "jsonl" else "a,b\twhen\n1\t2034\n" if form == "tsv" else "when\n2034\n"
        out = text.replace("2034}", '2034,"phases":[3],"overlap":false}')
        for old, new in [("when\n", "when,phases,overlap\n"), ("2034\n", "2034,3,false\n")]:
            out = out.replace(old, new.replace(",", "\t") if form == "tsv" else new)
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)
        ran = ask("annotate", name, "-c", "when", "--roadmap", "master-plan")
        assert ran == (Exit.ANSWERED, out, ""), name
    assert ask("annotate", "-", "-c", "when", stdin=b"when\ntoday\n", env={"IKNCTL_TODAY": "2036-01-01"}).stdout == (
        "when,phases,overlap\ntoday,3|4,true\n"
    )
    file = Path("long.csv")
    file.write_text("when\n" + "2031\n" * 50_000)
    file.chmod(0o640)
    assert ask("annotate", "long.csv", "-c", "when", "-o", "long.csv") == (Exit.ANSWERED, "", "")
    assert file.read_text() == "when,phases,overlap\n" + "2031,3,false\n" * 50_000
    assert file.stat().st_mode & 0o777 == 0o640


def test_standard_input_that_cannot_be_read_and_readers_that_leave(tmp_path: Path) -> None:
    command = " ".join([*COMMAND, "annotate", "-c", "when"])
    for input in ("<&-", f"0>{tmp_path / 'out'}"):  # noqa: A001
        ran = run("-c", f"{command} {input}", command=["sh"])
        assert (ran.code, ran.stdout) == (Exit.DATA, "")
        assert ran.stderr.startswith("iknctl: standard input is closed")
    (tmp_path / "a.csv").write_text("when\n" + "x\n" * 100_000)
    script = f"{command} a.csv 2>/dev/null | head -n 1; echo ${{PIPESTATUS[0]}}"
    assert run("-c", script, command=["bash"], cwd=tmp_path).stdout == "when,phases,overlap\n0\n"
    script = f"{command} a.csv 2>told | head -n 1; wc -l <told; grep -c listed told"  # no count of what was not read
    assert run("-c", script, command=["bash"], cwd=tmp_path).stdout.split() == ["when,phases,overlap", "20", "0"]
    assert run("-c", f"{command} >/dev/full", command=["sh"], stdin=b"when\n").code == Exit.FAILED


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
    assert [*tmp_path.iterdir()] == [tmp_path / "out.csv"]


def at_terminal(*words: str, cwd: Path, env: dict[str, str]) -> tuple[int, str]:
    """The exit code, and what a terminal on standard error receives."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *words], stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs, env=environment(env), cwd=cwd
    ) as command:
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:  # Linux says so when the other end is closed
                break
            seen += piece
    os.close(ours)
    return command.returncode, seen.decode()


def test_a_bar_is_for_a_terminal_and_a_long_file(tmp_path: Path) -> None:
    long = "x" * 22_000
    (tmp_path / "long.csv").write_text("when,a\n" + f"2031,{long}\n" * 1000 + f"31,{long}\n")
    (tmp_path / "short.csv").write_text("when\n2031\n")
    words = ("annotate", "long.csv", "-c", "when")
    report = 'iknctl: long.csv:1002: "31" alone is not a year, a month or a day\r\n'
    code, seen = at_terminal(*words, cwd=tmp_path, env={"TERM": "xterm"})
    assert code == Exit.EMPTY
    assert "long.csv" in seen
    assert "100%" in seen
    assert re.search(rf"(\r\x1b\[K|\n){re.escape(report)}", seen)  # on a line of its own
    assert at_terminal(*words, cwd=tmp_path, env={"TERM": "dumb"}) == (Exit.EMPTY, report)
    assert at_terminal("annotate", "short.csv", "-c", "when", cwd=tmp_path, env={"TERM": "xterm"}) == (0, "")
    code, seen = at_terminal("annotate", "-c", "when", cwd=tmp_path, env={"TERM": "xterm"})
    assert code == Exit.USAGE  # nobody is left waiting for rows that nobody types
    assert "FILE is missing" in seen


@pytest.mark.parametrize(
    ("text", "form", "delimiter", "names"),
    [
        ("id,when\n1,2\n", "csv", None, ["id", "when"]),
        ("\n\nid;x,y;when\n", "csv", None, ["id", "x,y", "when"]),
        ("id;x,y;when\n", "csv", ",", ["id;x", "y;when"]),
        ("sep=|\nid|x,y,z,a\n", "csv", None, ["id", "x,y,z,a"]),
        ("id;a;b\twhen\n", "tsv", None, ["id;a;b", "when"]),
        ('\n{"a":1,"b":2}\n{"c":1}\n', "jsonl", None, ["a", "b"]),
        ("\n", "jsonl", None, []),
    ],
)
def test_the_columns_of_a_file(text: str, form: Form, delimiter: str | None, names: list[str]) -> None:
    assert rows.columns(io.BytesIO(text.encode()), form, delimiter) == names


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("a.csv --column ", ["id", "when"]),
        ("a.csv -c w", ["when"]),
        ("a.jsonl -c ", ["day", "id"]),
        ("--delimiter ; b.csv -c ", ["x,y", "z"]),
        ("b.csv -c ", ["x"]),
        ("c.csv -c ", ["x", "y,z"]),
        ("missing.csv -c ", []),
        ("a.csv --from ", ["csv", "tsv", "jsonl"]),
    ],
)
def test_the_shell_is_offered_columns_and_forms(words: str, offered: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{MARK}id,when\n")
    (tmp_path / "b.csv").write_text("x,y;z\n")
    (tmp_path / "c.csv").write_text("sep=;\n\nx;y,z\n")
    (tmp_path / "a.jsonl").write_text('\n{"day":1,"id":2}\n')
    line = f"iknctl annotate {words}"
    script = "from iknctl.cli.app import run; import sys; sys.exit(run([]))"
    env: dict[str, str | None] = {
        "_IKNCTL_COMPLETE": "complete_bash",
        "COMP_WORDS": line.replace(" ", "\n"),
        "COMP_CWORD": str(line.count(" ")),
    }
    command = [COMMAND[0], "-c", f"import sys; sys.argv[0] = 'iknctl'; {script}"]
    assert run(env=env, command=command, cwd=tmp_path).stdout.split() == offered
