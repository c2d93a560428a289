"""CSV, TSV and their kin: the csv module says where the cells are, and the text of each record stays as it came."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import NamedTuple, TypeAlias

from iknctl.annotate.cells import ADDED, LONGEST, MARK, Answers, Form, Job, checked, refuse_added, unknown_column
from iknctl.errors import Location, Problem, printable

_LINES = 250_000  # The most lines of a record; 16 million characters of a mail's attachment have fewer.
_START_LINES, _START = 100, 1024 * 1024  # How many lines and characters are read at once to find the header.
_TITLES = 20  # In how many of these records the header is looked for, as titles may stand above it.
_NAMING = re.compile(r"sep=([^\"\r\n\ud800-\udfff])[\r\n]*", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")

_Record: TypeAlias = tuple[list[str], str, int]
"""A record's cells, its text as it came, and the line on which it begins; a blank line has no cells."""


class _Start(NamedTuple):
    """Some lines of a table as far as the header, and what the header could be."""

    ahead: str
    """The lines ahead of the header, or all, if there is none among them."""
    before: int
    """How many lines there are before those from which the table is read on."""
    delimiter: str | None
    """The one that was given or that a line `sep=` names."""
    records: Mapping[str, list[_Record]]
    """Under each delimiter that there may be, the header and some records; none where the header is faulty."""


def columns(lines: Iterator[str], form: Form, delimiter: str | None) -> list[str]:
    """The names in the header. Raises Problem."""
    start, _ = _start(lines, form, delimiter, "")
    return max((found[0][0] for found in start.records.values() if found), key=len, default=[])


def annotated(lines: Iterator[str], job: Job, unread: list[Problem]) -> Iterator[str]:
    """The header and the records, each with two cells more; `unread` gets a problem for each cell that can't be read.
    Raises Problem."""
    start, lines = _start(lines, job.form, job.delimiter, job.file)
    while not start.records:
        yield start.ahead
        start, lines = _start(lines, job.form, start.delimiter, job.file, start.before)
    # Of the delimiters under which the header has the column, the one that gives most columns; if there is none, one
    # under which it is faulty.
    fits = {
        each: (job.column in found[0][0], len(found[0][0])) if found else (False, LONGEST)
        for each, found in start.records.items()
    }
    delimiter = max(fits, key=fits.__getitem__)
    records = _records(lines, delimiter, job.file, start.before)
    names, raw, line = next(records)
    at, width = Location(job.file, line), len(names)
    if job.column not in names:
        raise _unknown(job.column, names, start, at)
    if names.count(job.column) > 1:
        raise Problem("invalid-rows.ambiguous", at=at, column=printable(job.column))
    refuse_added(names, at)

    def cells(*texts: str) -> str:
        return "".join(delimiter + (f'"{text}"' if delimiter in text else text) for text in texts)

    def written(phases: list[int], overlap: bool) -> str:
        return cells("|".join(map(str, phases)), "true" if overlap else "false")

    index, answers = names.index(job.column), Answers(job, written, cells("", ""))
    body = raw.rstrip("\r\n")
    yield start.ahead + body + cells(*ADDED) + raw[len(body) :]
    for fields, raw, line in records:
        if len(fields) == width:
            added, reason = answers[fields[index]]
            if reason is not None:
                unread.append(Problem(reason.key, at=Location(job.file, line), **reason.params))
            body = raw.rstrip("\r\n")
            yield body + added + raw[len(body) :]
        elif fields:
            raise _ragged(fields, width, delimiter, Location(job.file, line))
        else:
            yield raw


def _start(
    lines: Iterator[str], form: Form, delimiter: str | None, file: str, before: int = 0
) -> tuple[_Start, Iterator[str]]:
    """The start of a table, of which `before` lines were read, and its lines from the header on. Raises Problem when
    the lines end without a header."""
    first: list[str] = []
    size = 0
    for line in lines:
        first.append(line)
        size += len(line)
        if len(first) >= _START_LINES or size >= _START:
            break
    mark, header = "", 0
    if first and before == 0:
        mark = MARK if checked(first[0], Location(file, 1)).startswith(MARK) else ""
        first[0] = first[0].removeprefix(MARK)
        if named := _NAMING.fullmatch(first[0]):
            delimiter, header = delimiter or named[1], 1
    while header < len(first) and not first[header].strip("\r\n"):
        header += 1
    if header == len(first) < _START_LINES:
        raise Problem("invalid-rows.empty", at=Location(file), file=file)
    ahead, before = mark + "".join(first[:header]), before + header
    choices = delimiter or ("\t" if form == "tsv" else ",;\t|")
    records: dict[str, list[_Record]] = {choice: [] for choice in choices if header < len(first)}
    for choice, found in records.items():
        with suppress(Problem):
            found.extend(_records(iter(first[header:]), choice, file, before))
    rest = chain(first[header:], lines) if records else lines
    return _Start(ahead, before, delimiter, records), rest


def _records(lines: Iterator[str], delimiter: str, file: str, before: int) -> Iterator[_Record]:
    """The records in lines that come after `before` others. Raises Problem, so that no record is lost in another."""
    csv.field_size_limit(LONGEST)
    taken: list[str] = []  # the lines of the record that is being read
    begin = before + 1

    def read() -> Iterator[str]:
        size = 0
        for line in lines:
            size = size + len(line) if taken else len(line)
            taken.append(line)
            if size >= LONGEST or len(taken) > _LINES:
                reason = "long-line" if len(taken) == 1 else "long-record"
                raise Problem(f"invalid-rows.{reason}", at=Location(file, begin))
            yield line
        if taken:  # the reader was looking for the end of a quoted cell
            _refuse_open_quote("".join(taken), delimiter, Location(file, begin))

    for fields in csv.reader(read(), delimiter=delimiter):
        raw = taken[0] if len(taken) == 1 else "".join(taken)
        if not raw.isascii():
            checked(raw, Location(file, begin))
        if len(taken) > 1:
            _refuse_open_quote(raw, delimiter, Location(file, begin))
        yield fields, raw, begin
        begin += len(taken)
        taken.clear()


def _refuse_open_quote(record: str, delimiter: str, at: Location) -> None:
    """Raises Problem where a quoted cell never ends, or runs over lines and ends within text: then its quotation mark
    was a part of the text, and what follows are records of their own."""
    apart = re.escape(delimiter)
    cell = rf'(?:"([^"]*+(?:""[^"]*+)*+)("?)([^{apart}\r\n]*+)|[^{apart}\r\n]*+)(?:{apart}|\r\n?|\n|\Z)'
    for found in re.finditer(cell, record):
        text, close, behind = found.groups(default="")
        if (found[0].startswith('"') and not close) or (behind and _LINE_END.search(text)):
            line = (at.line or 1) + len(_LINE_END.findall(record, 0, found.start()))
            raise Problem(f"invalid-rows.open-quote{'.within' if close else ''}", at=at._replace(line=line))


def _ragged(fields: Sequence[str], width: int, delimiter: str, at: Location) -> Problem:
    """The problem of a row that has fewer or more cells than the header."""
    reason = "short" if len(fields) < width else "long" if any(fields[width:]) else "trailing"
    counts = {"cells": len(fields), "expected": width, "difference": abs(len(fields) - width)}
    return Problem(f"invalid-rows.ragged.{reason}", at=at, delimiter=printable(delimiter), **counts)


def _unknown(column: str, names: Sequence[str], start: _Start, at: Location) -> Problem:
    """The problem of a column that is not in the first record, with what is seen of titles above the header."""
    for found in start.records.values():
        for cells, _, line in found[:_TITLES]:
            if column in cells:
                return Problem("unknown-column.below", at=at, value=printable(column), line=line)
    problem = unknown_column(column, names, at)
    widths = [len(cells) for found in start.records.values() for cells, _, _ in found[:_TITLES]]
    if problem.key == "unknown-column" and (len(names) == 1 or max(widths, default=0) > len(names)):
        return Problem("unknown-column.titles", at=at, **problem.params)
    return problem
