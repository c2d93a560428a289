"""Answers as CSV and TSV: RFC 4180 quoting, UTF-8, a header always, lines that end in LF."""

import csv
import io

from iknctl.answers.types import Answer
from iknctl.render.tabular import Cell, rows


def render(report: Answer, delimiter: str) -> bytes:
    """The header and a line for each row; an unknown value is an empty cell."""
    written = io.StringIO(newline="")
    columns, found = rows(report)
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in found)
    return written.getvalue().encode()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
