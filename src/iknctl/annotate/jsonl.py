"""JSON Lines: msgspec reads each object, and the text of its line stays as it came."""

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from iknctl.annotate.cells import LONGEST, Answer, Job, Row, answering, decoded, place, unmarked, untaken
from iknctl.errors import Location, Problem

_WHITE = " \t\r\n"

_Members: TypeAlias = dict[str, msgspec.Raw]


def columns(lines: Iterator[str]) -> list[str]:
    """The names in the first object. Raises Problem."""
    return next((list(members) for members, _, _ in _objects(unmarked(lines)[1], "") if members is not None), [])


def annotated(lines: Iterator[str], job: Job) -> Iterator[Row]:
    """The objects, each with two members more. Raises Problem."""
    answered, unread = answering(job, _written), _written(None)
    # What is ahead of an object goes out with it: nothing is written before the first object is seen to be sound.
    ahead, lines = unmarked(lines)
    first = True
    for members, raw, line in _objects(lines, job.file):
        if members is None:
            ahead += raw
            continue
        if first:
            place(job.column, list(members), Location(job.file, line))
            first = False
        untaken(list(members), Location(job.file, line))
        cell = _cell(members.get(job.column))
        added = answered(cell)
        yield ahead + _extended(raw, added or unread, bare=not members), line, cell if added is None else None
        ahead = ""
    if ahead:
        yield ahead, 0, None


def _objects(lines: Iterator[str], file: str) -> Iterator[tuple[_Members | None, str, int]]:
    """Each line's members, None when it is blank, its text as it came, and its number."""
    decode = msgspec.json.Decoder(_Members).decode
    for line, raw in enumerate(lines, 1):
        at = Location(file, line)
        if len(raw) >= LONGEST:
            raise Problem("invalid-rows.long-line", at=at)
        try:
            yield (decode(decoded(raw, at)) if raw.strip(_WHITE) else None), raw, line
        except (msgspec.DecodeError, RecursionError) as error:
            raise Problem("invalid-rows.not-object", at=at) from error


def _cell(value: msgspec.Raw | None) -> str:
    """A value as a cell: text as it is, null and none at all as empty, and the rest as JSON writes it."""
    text = b"null" if value is None else bytes(value)
    if text.startswith(b'"'):
        return msgspec.json.decode(text, type=str)
    return "" if text == b"null" else text.decode()


def _written(answer: Answer | None) -> str:
    if answer is None:
        return ',"phases":null,"overlap":null'
    return f',"phases":[{",".join(map(str, answer.phases))}],"overlap":{"true" if answer.overlap else "false"}'


def _extended(raw: str, added: str, *, bare: bool) -> str:
    """The object with members put in before its closing brace; a bare one has none to part them from."""
    end = len(raw.rstrip(_WHITE)) - 1
    return f"{raw[:end]}{added[1:] if bare else added}{raw[end:]}"
