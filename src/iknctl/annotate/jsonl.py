"""JSON Lines: the members of each object are read, and the text of its line stays as it came."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeAlias

import msgspec

from iknctl.annotate.cells import LONGEST, MARK, Answers, Job, checked, refuse_added, unknown_column
from iknctl.errors import Location, Problem

_WHITE = " \t\r\n"
_EMPTY = ',"phases":null,"overlap":null'
_NAMES = 200  # How many names of members are kept for an error.
_Value: TypeAlias = str | bytes | msgspec.Raw  # what is no text is as JSON writes it
_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


def columns(lines: Iterator[str]) -> list[str]:
    """The names in the first object. Raises Problem."""
    return next((list(members) for members, _, _ in _objects(lines, "") if members is not None), [])


def annotated(lines: Iterator[str], job: Job, unread: list[Problem]) -> Iterator[str]:
    """The objects, each with two members more; `unread` gets a problem for each cell that can't be read.
    Raises Problem: `unknown-column` at the end, when no object has the column."""
    answers = Answers(job, _written, _EMPTY)
    names: dict[str, None] | None = None  # those in the objects before the first that has the column
    found = False
    for members, raw, line in _objects(lines, job.file):
        if members is None:
            yield raw
            continue
        at = Location(job.file, line)
        refuse_added(members, at)
        found = found or job.column in members
        if not found and len(names or ()) < _NAMES:
            names = (names or {}) | dict.fromkeys(islice(members, _NAMES))
        added, reason = answers[_cell(members.get(job.column, ""))]
        brace = len(raw.rstrip(_WHITE)) - 1
        if reason is not None:
            unread.append(Problem(reason.key, at=at, **reason.params))
        yield f"{raw[:brace]}{added if members else added[1:]}{raw[brace:]}"
    if names is not None and not found:
        raise unknown_column(job.column, names, Location(job.file))


def _objects(lines: Iterator[str], file: str) -> Iterator[tuple[Mapping[str, _Value] | None, str, int]]:
    """Each line's members, None when it is blank, its text as it came, and its number."""
    for line, raw in enumerate(lines, 1):
        at = Location(file, line)
        if len(raw) >= LONGEST:
            raise Problem("invalid-rows.long-line", at=at)
        text = checked(raw, at).removeprefix(MARK if line == 1 else "")
        try:
            members = _members(text) if text.strip(_WHITE) else None
        except (ValueError, TypeError, RecursionError) as error:
            raise Problem("invalid-rows.not-object", at=at) from error
        yield members, raw, line


def _members(text: str) -> Mapping[str, _Value]:
    """The members of an object. Raises ValueError, TypeError or RecursionError when there is none."""
    try:
        return _decode(text)
    except msgspec.DecodeError:
        # Python's own reader, which takes half a surrogate pair, NaN and Infinity, as Python's own writer writes them.
        import json

        members = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
        if not isinstance(members, dict):
            raise TypeError("not an object") from None
        return {name: each if isinstance(each, str) else json.dumps(each).encode() for name, each in members.items()}


def _cell(value: _Value) -> str:
    """A value as a cell: text as it is, null as empty, and the rest as JSON writes it."""
    text = value if isinstance(value, str) else bytes(value).decode()
    if isinstance(value, msgspec.Raw) and text.startswith('"'):
        return msgspec.json.decode(text, type=str)
    return "" if text == "null" and not isinstance(value, str) else text


def _written(phases: list[int], overlap: bool) -> str:
    return f',"phases":[{",".join(map(str, phases))}],"overlap":{"true" if overlap else "false"}'
