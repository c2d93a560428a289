"""CSV, TSV and their kin: the csv module says where the cells are, and the text of each record stays as it came."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from io import StringIO
from itertools import chain, islice
from typing import TextIO, TypeAlias

from iknctl.annotate import cells
from iknctl.errors import Location, Problem, printable

_LINES = 250_000  # The most lines of a record; a base64 attachment as long as a record may be has fewer.
_START = 64 * 1024  # In how many characters the header must begin.
_SAMPLE = 20  # In how many records the column is looked for, as titles may stand above the header.
# What may stand above the header: a byte order mark, a line that names the delimiter, blank lines.
_PREAMBLE = re.compile(r"\ufeff?(?:sep=([^\"\r\n\ud800-\udfff])(?:[\r\n]|\Z))?[\r\n]*", re.IGNORECASE)

_Record: TypeAlias = tuple[list[str], str, int]
"""A record's cells, its text as it came, and the line on which it begins; a blank line has no cells."""


def columns(text: TextIO, form: str, delimiter: str | None) -> list[str]:
    """The names in the header. Raises Problem."""
    _, _, _, records = _table(text, form, delimiter, None, "")
    return next(records)[0]


def annotated(text: TextIO, job: cells.Job, unread: cells.Unread) -> Iterator[str]:
    """The header and the records, each with two cells more. Raises Problem."""
    preamble, delimiter, samples, records = _table(text, job.form, job.delimiter, job.column, job.file)
    names, raw, line = next(records)
    index, width = _index(job.column, names, samples, Location(job.file, line)), len(names)

    def extra(*texts: str) -> str:
        return "".join(delimiter + (f'"{text}"' if delimiter in text else text) for text in texts)

    answers = cells.Answers(job, lambda phases, overlap: extra("|".join(phases), overlap))
    body = raw.rstrip("\r\n")
    yield preamble + body + extra(*cells.ADDED) + raw[len(body) :]
    for row, raw, line in records:
        if len(row) == width:
            added, reason = answers[row[index]]
            if reason is not None:
                unread.append((reason, line))
            body = raw.rstrip("\r\n")
            yield body + added + raw[len(body) :]
        elif row:
            kind = "short" if len(row) < width else "long" if any(row[width:]) else "trailing"
            counts = {"cells": len(row), "expected": width, "difference": abs(len(row) - width)}
            at = Location(job.file, line)
            raise Problem(f"invalid-rows.ragged.{kind}", at=at, delimiter=printable(delimiter), **counts)
        else:
            yield raw


def _index(column: str, names: Sequence[str], samples: Sequence[_Record], at: Location) -> int:
    """The place of the column among the names in the header. Raises Problem."""
    if column not in names:
        for row, _, line in samples:
            if column in row:
                raise Problem("unknown-column.below", at=at, value=printable(column), line=line)
        raise cells.unknown_column(column, names, at)
    if names.count(column) > 1:
        raise Problem("invalid-rows.ambiguous", at=at, column=printable(column))
    cells.refuse_added(names, at)
    return names.index(column)


def _table(
    text: TextIO, form: str, delimiter: str | None, column: str | None, file: str
) -> tuple[str, str, Sequence[_Record], Iterator[_Record]]:
    """What stands above the header, the delimiter, the first records under each delimiter that there may be, and
    all records from the header on. Raises Problem when there is no header."""
    start = text.read(_START) + text.readline(cells.LONGEST)
    cells.refuse_utf_16(start.partition("\n")[0], file)
    found = _PREAMBLE.match(start)
    assert found is not None  # as all of it may be missing
    preamble, before = found[0], cells.line_ends(found[0])
    if preamble == start:
        reason = "empty" if len(start) < _START else "blank"
        raise Problem(f"invalid-rows.{reason}", at=Location(file), file=file)
    lines = [*StringIO(start[len(preamble) :], newline="")]
    samples: dict[str, list[_Record]] = {}
    for choice in delimiter or found[1] or ("\t" if form == "tsv" else ",;\t|"):
        samples[choice] = []
        with suppress(Problem):
            samples[choice].extend(islice(_records(iter(lines), choice, file, before), _SAMPLE))
    # A delimiter under which the header has the column; if there is none, one under which the header cannot be read, so
    # that the reason is reported. Of several, the one that gives most columns.
    fits = {
        choice: (column in sample[0][0], len(sample[0][0])) if sample else (False, cells.LONGEST)
        for choice, sample in samples.items()
    }
    best = max(fits, key=fits.__getitem__)
    rest = iter(partial(text.readline, cells.LONGEST), "")
    return preamble, best, [*chain(*samples.values())], _records(chain(lines, rest), best, file, before)


def _records(lines: Iterator[str], delimiter: str, file: str, before: int) -> Iterator[_Record]:
    """The records in lines that come after `before` others. Raises Problem rather than make one record of several."""
    csv.field_size_limit(cells.LONGEST)
    taken: list[str] = []  # the lines of the record that is being read
    begin = before + 1

    def read() -> Iterator[str]:
        size = 0
        for line in lines:
            size = size + len(line) if taken else len(line)
            taken.append(line)
            if size >= cells.LONGEST or len(taken) > _LINES:
                reason = "long-line" if len(taken) == 1 else "long-record"
                raise Problem(f"invalid-rows.{reason}", at=Location(file, begin))
            yield line
        if taken:  # the reader was looking for the end of a quoted cell
            _refuse_open_quote("".join(taken), delimiter, file, begin)

    for row in csv.reader(read(), delimiter=delimiter):
        raw = taken[0] if len(taken) == 1 else "".join(taken)
        if not raw.isascii():
            cells.refuse_bytes(raw, file, begin)
        if len(taken) > 1:
            _refuse_open_quote(raw, delimiter, file, begin)
        yield row, raw, begin
        begin += len(taken)
        taken.clear()


def _refuse_open_quote(record: str, delimiter: str, file: str, begin: int) -> None:
    """Raises Problem where a quoted cell never ends, or runs over lines and ends within text: then its quotation mark
    was a part of the text, and what follows are records of their own."""
    apart = re.escape(delimiter)
    cell = rf'(?:"([^"]*+(?:""[^"]*+)*+)("?)([^{apart}\r\n]*+)|[^{apart}\r\n]*+)(?:{apart}|\r\n?|\n|\Z)'
    for found in re.finditer(cell, record):
        text, close, behind = found.groups(default="")
        if (found[0].startswith('"') and not close) or (behind and cells.line_ends(text)):
            at = Location(file, begin + cells.line_ends(record[: found.start()]))
            raise Problem(f"invalid-rows.open-quote{'.within' if close else ''}", at=at)
