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
_START_LINES, _START = 100, 1024 * 1024  # Within how many lines and characters the header is looked for.
_TITLES = 20  # In how many of these records the header is looked for, as titles may stand above it.
_NAMING = re.compile(r"sep=([^\"\r\n\ud800-\udfff])[\r\n]*", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")

_Record: TypeAlias = tuple[list[str], str, int]
"""A record's cells, its text as it came, and the line on which it begins; a blank line has no cells."""


class _Start(NamedTuple):
    """The start of a table: the text ahead of the header and its number of lines, and the first records under each
    delimiter that there may be."""

    ahead: str
    before: int
    records: Mapping[str, list[_Record]]


def columns(lines: Iterator[str], form: Form, delimiter: str | None) -> list[str]:
    """The names in the header. Raises Problem."""
    start, _ = _start(lines, form, delimiter, "")
    return max((found[0][0] for found in start.records.values() if found), key=len, default=[])


def annotated(lines: Iterator[str], job: Job, unread: list[Problem]) -> Iterator[str]:
    """The header and the records, each with two cells more; `unread` gets a problem for each cell that can't be read.
    Raises Problem."""
    start, lines = _start(lines, job.form, job.delimiter, job.file)
    # Of the delimiters under which the header has the column, the one that gives most columns.
    fits = {each: (job.column in found[0][0], len(found[0][0])) for each, found in start.records.items() if found}
    delimiter = max(fits, key=fits.__getitem__, default=next(iter(start.records)))
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


def _start(lines: Iterator[str], form: Form, delimiter: str | None, file: str) -> tuple[_Start, Iterator[str]]:
    """The start of a table, and its lines from the header on. Raises Problem when there is no header."""
    first: list[str] = []
    for line in lines:
        first.append(line)
        if len(first) >= _START_LINES or sum(map(len, first)) >= _START:
            break
    checked("".join(first[:1]), Location(file, 1))
    mark = MARK if first and first[0].startswith(MARK) else ""
    first[:1] = [line.removeprefix(MARK) for line in first[:1]]
    named = _NAMING.fullmatch(first[0]) if first else None
    before = 1 if named else 0
    while before < len(first) and not first[before].strip("\r\n"):
        before += 1
    if before == len(first):
        reason = "empty" if before < _START_LINES else "no-header"
        raise Problem(f"invalid-rows.{reason}", at=Location(file), file=file, lines=before)
    choices = delimiter or (named and named[1]) or ("\t" if form == "tsv" else ",;\t|")
    records: dict[str, list[_Record]] = {choice: [] for choice in choices}
    for choice, found in records.items():
        with suppress(Problem):
            found.extend(_records(iter(first[before:]), choice, file, before))
    return _Start(mark + "".join(first[:before]), before, records), chain(first[before:], lines)


def _records(lines: Iterator[str], delimiter: str, file: str, before: int) -> Iterator[_Record]:
    """The records in lines that come after `before` others. Raises Problem, so that no record is lost in another."""
    csv.field_size_limit(LONGEST)
    taken: list[str] = []  # the lines of the record that is being read
    begin = before + 1

    def read() -> Iterator[str]:
        size = 0
        for line in lines:
            taken.append(line)
            if len(taken) == 1:
                size = len(line)
            else:
                size += len(line)
                if size >= LONGEST or len(taken) > _LINES:
                    raise Problem("invalid-rows.long-record", at=Location(file, begin))
            yield line
        if taken:  # the reader was looking for the end of a quoted cell
            _refuse_open_quote("".join(taken), delimiter, Location(file, begin))

    for fields in csv.reader(read(), delimiter=delimiter):
        raw = taken[0] if len(taken) == 1 else "".join(taken)
        if len(raw) >= LONGEST:
            raise Problem("invalid-rows.long-line", at=Location(file, begin))
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
    widest = max(len(cells) for found in start.records.values() for cells, _, _ in found[:_TITLES])
    if problem.key == "unknown-column" and (len(names) == 1 or widest > len(names)):
        return Problem("unknown-column.titles", at=at, **problem.params)
    return problem
