"""Rows in, rows out: every record as it came, with the phases of one of its cells added, in constant memory.

Nothing is written anew: a record's own text is kept beside what is read from it, and the answer is put at its end.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from iknctl.annotate import csv, jsonl
from iknctl.annotate.cells import FORMS, Form, Job, Unread, decoded
from iknctl.errors import Problem

__all__ = ["FORMS", "Form", "Job", "annotate", "columns", "form_of"]

_PIECE = 64 * 1024  # How many characters are gathered before they are given.
_ENDINGS: dict[str, Form] = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def form_of(file: str) -> Form | None:
    """The form that a file's ending names; CSV where there is no ending, as on standard input and pipes."""
    ending = PurePath(file).suffix.lower()
    return _ENDINGS.get(ending) if ending else "csv"


def columns(stream: BinaryIO, form: Form, delimiter: str | None) -> list[str]:
    """The names in the header or, in JSON Lines, in the first object. Raises Problem `invalid-rows.<reason>`."""
    text = decoded(stream, form)
    return jsonl.columns(text) if form == "jsonl" else csv.columns(text, form, delimiter)


def annotate(stream: BinaryIO, job: Job, unread: Unread) -> Iterator[bytes]:
    """The records of a stream in their order, each byte for byte but for what is added.

    `unread` gets each cell that cannot be read, before its record is given; it may be cleared meanwhile. Raises Problem
    `unknown-column` or `invalid-rows.<reason>` when all the records before the faulty one have been given: for the
    header of a table there is none, and that no object has the column is known at the end.
    """
    text = decoded(stream, job.form)
    records = jsonl.annotated(text, job, unread) if job.form == "jsonl" else csv.annotated(text, job, unread)
    taken: list[str] = []
    size = 0
    try:
        for record in records:
            taken.append(record)
            size += len(record)
            if size >= _PIECE:
                yield "".join(taken).encode()
                taken.clear()
                size = 0
    except Problem:
        yield "".join(taken).encode()
        raise
    yield "".join(taken).encode()
