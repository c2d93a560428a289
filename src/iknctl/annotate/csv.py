"""CSV, TSV and their kin: the csv module says where the cells are, and the text of each record stays as it came."""

import csv
from collections.abc import Iterator
from itertools import chain, islice, tee
from typing import TypeAlias

from iknctl.annotate.cells import ADDED, LONGEST, Answer, Form, Job, Row, answering, decoded, place, unmarked
from iknctl.errors import Location, Problem

_Record: TypeAlias = tuple[list[str], str, int]


def columns(lines: Iterator[str], form: Form, delimiter: str | None) -> list[str]:
    """The names in the header. Raises Problem."""
    delimiter, lines = _delimited(unmarked(lines)[1], form, delimiter)
    return _header(_records(lines, delimiter, ""), "")[0]


def annotated(lines: Iterator[str], job: Job) -> Iterator[Row]:
    """The header and the records, each with two cells more. Raises Problem."""
    mark, lines = unmarked(lines)
    delimiter, lines = _delimited(lines, job.form, job.delimiter)

    def cells(first: str, second: str) -> str:
        return "".join(delimiter + (f'"{text}"' if delimiter in text else text) for text in (first, second))

    def written(answer: Answer | None) -> str:
        if answer is None:
            return cells("", "")
        return cells("|".join(map(str, answer.phases)), "true" if answer.overlap else "false")

    records = _records(lines, delimiter, job.file)
    names, raw, line = _header(records, job.file)
    index, width = place(job.column, names, Location(job.file, line)), len(names)
    yield mark + _extended(raw, cells(*ADDED)), line, None
    answered, unread = answering(job, written), written(None)
    for fields, raw, line in records:
        if len(fields) == width:
            added = answered(fields[index])
            if added is None:
                yield _extended(raw, unread), line, fields[index]
            else:
                yield _extended(raw, added), line, None
        elif fields:
            raise Problem("invalid-rows.ragged", at=Location(job.file, line), cells=len(fields), expected=width)
        else:
            yield raw, line, None


def _extended(raw: str, added: str) -> str:
    body = raw.rstrip("\r\n")
    return f"{body}{added}{raw[len(body) :]}"


def _header(records: Iterator[_Record], file: str) -> _Record:
    """The first record that is not a blank line, with the blank ones before it in its text."""
    ahead = ""
    for names, raw, line in records:
        ahead += raw
        if names:
            return names, ahead, line
    raise Problem("invalid-rows.empty", at=Location(file), file=file)


def _records(lines: Iterator[str], delimiter: str, file: str) -> Iterator[_Record]:
    """Each record's cells, its text as it came, and the line on which it begins; a blank line has no cells."""
    csv.field_size_limit(LONGEST)
    read, as_came = tee(lines)
    ended: list[bool] = []
    reader = csv.reader(chain(read, _telling(ended)), delimiter=delimiter)
    line = 0
    try:
        for cells, raw in zip(reader, as_came, strict=False):
            begin, line = line + 1, reader.line_num
            if line > begin:
                raw += "".join(islice(as_came, line - begin))
            if len(raw) >= LONGEST:
                raise Problem("invalid-rows.long-line", at=Location(file, begin))
            if ended:  # the reader was looking for the end of a quoted cell
                raise Problem("invalid-rows.open-quote", at=Location(file, begin))
            yield cells, raw if raw.isascii() else decoded(raw, Location(file, begin)), begin
    except csv.Error as error:
        raise Problem("invalid-rows.long-cell", at=Location(file, line + 1)) from error


def _telling(ended: list[bool]) -> Iterator[str]:
    """No line, but the fact that one has been asked for."""
    ended.append(True)
    yield from ()


def _delimited(lines: Iterator[str], form: Form, named: str | None) -> tuple[str, Iterator[str]]:
    """The delimiter, and the lines from the first one on. In CSV it is found in the header: a comma or, where no comma
    parts anything, a semicolon that does."""
    if named is not None or form == "tsv":
        return named or "\t", lines
    seen: list[str] = []
    for line in lines:
        seen.append(line)
        if not line.isspace():
            break
    csv.field_size_limit(LONGEST)
    commas, semicolons = (next(csv.reader(seen[-1:], delimiter=each), []) for each in ",;")
    return ";" if len(commas) == 1 < len(semicolons) else ",", chain(seen, lines)
