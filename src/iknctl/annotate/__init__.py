"""Rows in, rows out: every record as it came, with the phases of one of its cells added, in constant memory.

Nothing is written anew: a record's own text is kept beside what is read from it, and the answer is put at its end.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from iknctl.annotate import csv, jsonl
from iknctl.annotate.cells import FORMS as FORMS
from iknctl.annotate.cells import Form as Form
from iknctl.annotate.cells import Job as Job
from iknctl.annotate.cells import lines_of
from iknctl.errors import Problem

_CHUNK, _PROBLEMS = 64 * 1024, 1000  # How many characters and problems are gathered before they are given.
_ENDINGS: dict[str, Form] = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


class Chunk(NamedTuple):
    """Some records in one piece, and a problem for each of their cells that could not be read, at its record."""

    body: bytes
    unread: Sequence[Problem]


def form_of(file: str) -> Form | None:
    """The form that a file's ending names; CSV where there is no ending, as on standard input and pipes."""
    ending = PurePath(file).suffix.lower()
    return _ENDINGS.get(ending) if ending else "csv"


def columns(stream: BinaryIO, form: Form, delimiter: str | None) -> list[str]:
    """The names in the header or, in JSON Lines, in the first object. Raises Problem `invalid-rows.<reason>`."""
    lines = lines_of(stream, form)
    return jsonl.columns(lines) if form == "jsonl" else csv.columns(lines, form, delimiter)


def annotate(stream: BinaryIO, job: Job) -> Iterator[Chunk]:
    """The records of a stream in their order, each byte for byte but for what is added.

    Raises Problem `unknown-column` or `invalid-rows.<reason>` when all the records before the faulty one have been
    given: for the header of a table there is none, and that no object has the column is known at the end.
    """
    annotated = jsonl.annotated if job.form == "jsonl" else csv.annotated
    texts: list[str] = []
    unread: list[Problem] = []
    size = 0
    fault: Problem | None = None
    try:
        for text in annotated(lines_of(stream, job.form), job, unread):
            texts.append(text)
            size += len(text)
            if size >= _CHUNK or len(unread) >= _PROBLEMS:
                yield Chunk("".join(texts).encode(), tuple(unread))
                texts.clear()
                unread.clear()
                size = 0
    except Problem as problem:
        fault = problem
    if texts:
        yield Chunk("".join(texts).encode(), tuple(unread))
    if fault is not None:
        raise fault
