"""JSON Lines: the members of each object are read, and the text of its line stays as it came."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TextIO

import msgspec

from iknctl.annotate import cells
from iknctl.errors import Location, Problem

_WHITE = " \t\r\n"
_NULL = msgspec.Raw(b"null")
_NAMES = 200  # How many names of members are kept for an error.
_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


def columns(text: TextIO) -> list[str]:
    """The names in the first object. Raises Problem."""
    return next((list(members) for members, _, _ in _objects(text, "") if members is not None), [])


def annotated(text: TextIO, job: cells.Job, unread: cells.Unread) -> Iterator[str]:
    """The objects, each with two members more. Raises Problem; `unknown-column`, if no object has it, at the end."""
    answers = cells.Answers(job, _written)
    names: dict[str, None] = {}  # those in the objects before the first that has the column
    found: bool | None = None  # None before the first object
    for members, raw, line in _objects(text, job.file):
        if members is None:
            yield raw
            continue
        cells.refuse_added(members, Location(job.file, line))
        found = found or job.column in members
        if not found and len(names) < _NAMES:
            names |= dict.fromkeys(islice(members, _NAMES))
        value = bytes(members.get(job.column, _NULL)).decode()
        added, reason = answers["" if value == "null" else json.loads(value) if value[0] == '"' else value]
        if reason is not None:
            unread.append((reason, line))
        brace = len(raw.rstrip(_WHITE)) - 1
        yield f"{raw[:brace]}{added if members else added[1:]}{raw[brace:]}"
    if found is False:
        raise cells.unknown_column(job.column, names, Location(job.file))


def _objects(text: TextIO, file: str) -> Iterator[tuple[Mapping[str, msgspec.Raw] | None, str, int]]:
    """The members of each line's object, as JSON, None when it is blank, its text as it came, and its number."""
    for line, raw in enumerate(iter(partial(text.readline, cells.LONGEST), ""), 1):
        if len(raw) >= cells.LONGEST:
            raise Problem("invalid-rows.long-line", at=Location(file, line))
        if line == 1:
            cells.refuse_utf_16(raw, file)
        cells.refuse_bytes(raw, file, line)
        record = raw.removeprefix(cells.MARK if line == 1 else "").strip(_WHITE)
        try:
            members = _members(record) if record else None
        except (ValueError, AttributeError, RecursionError) as error:
            raise Problem("invalid-rows.not-object", at=Location(file, line)) from error
        yield members, raw, line


def _members(record: str) -> Mapping[str, msgspec.Raw]:
    """The members of an object. Raises ValueError, AttributeError or RecursionError when there is none."""
    try:
        return _decode(record)
    except msgspec.DecodeError:
        # Python's own reader, which takes half a surrogate pair, NaN and Infinity, as Python's own writer writes them.
        members = json.loads(record, parse_int=str, parse_float=str, parse_constant=str)
        return {name: msgspec.Raw(json.dumps(each).encode()) for name, each in members.items()}


def _written(phases: list[str], overlap: str) -> str:
    return f',"phases":[{",".join(phases)}],"overlap":{overlap}' if overlap else ',"phases":null,"overlap":null'
