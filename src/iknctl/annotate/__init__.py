"""Rows in, rows out: every record as it came, with the phases of one of its cells added, in constant memory.

Nothing is written anew: a record's own text is kept beside what is read from it, and the answer is put at its end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from iknctl.annotate import csv, jsonl
from iknctl.annotate.cells import FORMS as FORMS
from iknctl.annotate.cells import Form as Form
from iknctl.annotate.cells import Job as Job
from iknctl.annotate.cells import Row, opened
from iknctl.errors import Problem

_CHUNK = 64 * 1024
_ENDINGS: dict[str, Form] = {"csv": "csv", "tsv": "tsv", "tab": "tsv", "jsonl": "jsonl", "ndjson": "jsonl"}


class Unread(NamedTuple):
    """A cell that could not be read, and the line on which its record begins."""

    line: int
    cell: str


class Chunk(NamedTuple):
    """Some records in one piece, and those of their cells that could not be read."""

    body: bytes
    unread: Sequence[Unread]


def form_of(file: str) -> Form | None:
    """The form that a file's ending names; CSV where there is no ending, as on standard input and pipes."""
    ending = re.search(r"[^/]\.([^./]+)\Z", file)
    return _ENDINGS.get(ending[1].lower()) if ending else "csv"


def annotate(stream: BinaryIO, job: Job) -> Iterator[Chunk]:
    """The records of a stream in their order, each byte for byte but for what is added.

    Raises Problem `unknown-column` or `invalid-rows.<reason>`: for the header before there is any chunk, and later on
    when all the records before the faulty one have been given.
    """
    annotated = jsonl.annotated if job.form == "jsonl" else csv.annotated
    return _chunks(annotated(opened(stream, job.form), job))


def columns(stream: BinaryIO, form: Form, delimiter: str | None) -> list[str]:
    """The names in the header or, in JSON Lines, in the first object. Raises Problem `invalid-rows.<reason>`."""
    lines = opened(stream, form)
    return jsonl.columns(lines) if form == "jsonl" else csv.columns(lines, form, delimiter)


def _chunks(rows: Iterable[Row]) -> Iterator[Chunk]:
    texts: list[str] = []
    unread: list[Unread] = []
    size = 0
    try:
        for text, line, cell in rows:
            texts.append(text)
            size += len(text)
            if cell is not None:
                unread.append(Unread(line, cell))
            if size >= _CHUNK:
                yield Chunk("".join(texts).encode(), unread)
                texts, unread, size = [], [], 0
    except Problem:
        if texts:
            yield Chunk("".join(texts).encode(), unread)
        raise
    if texts:
        yield Chunk("".join(texts).encode(), unread)
