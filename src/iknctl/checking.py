"""The data file's further rules: what deserves a look though nothing is wrong, and each contradiction at its line."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from iknctl.conflicts import Conflict, conflicts_in
from iknctl.findings import Fault, Finding, Finds, Level, collect, fault, worded
from iknctl.loading import read
from iknctl.model import Model, Roadmap
from iknctl.nodes import Places
from iknctl.queries import citations

_Path = tuple[str | int, ...]


def check(data: bytes, file: str, today: date) -> tuple[Finding, ...]:
    """The findings in a data file, in the order of its lines: errors or, when there are none, warnings and notes."""
    loaded = read(data, file)
    if loaded.model is None:
        return loaded.findings
    remarks, _ = collect(_remarks(loaded.model, loaded.places, today))
    return worded(remarks, file)


def _remarks(model: Model, places: Places, today: date) -> Finds[None]:
    def remark(path: _Path, key: str, level: Level, **params: object) -> Fault:
        return fault(places.at(path), key, level, **params)

    for place, source in _unused(model):
        yield remark(place, "unused-source", "warning", value=source)
    for index, roadmap in enumerate(model.roadmaps):
        where: _Path = ("roadmaps", index, "phases")
        for inner, key, previous, number in _unordered(roadmap):
            yield remark((*where, *inner), f"unordered-phases.{key}", "warning", previous=previous, number=number)
        for conflict in conflicts_in(model, roadmap):
            yield remark((*where, *_start(roadmap, conflict)), conflict.kind, "note", message=conflict.message)
    if _is_stale(date.fromisoformat(model.checked), today):
        yield remark(("checked",), "stale-check", "note", checked=model.checked)


def _unused(model: Model) -> Iterator[tuple[_Path, str]]:
    cited = set(citations(model))
    for index, source in enumerate(model.sources):
        if source.id not in cited:
            yield ("sources", index, "id"), source.id


def _unordered(roadmap: Roadmap) -> Iterator[tuple[_Path, str, int, int]]:
    """The phases that stand below one with a higher number or, the numbers being in order, with a later first year."""
    for index, (above, below) in enumerate(pairwise(roadmap.phases), 1):
        if below.number < above.number:
            yield (index, "number"), "number", above.number, below.number
        elif below.start < above.start:
            yield (index, "start"), "start", above.number, below.number


def _start(roadmap: Roadmap, conflict: Conflict) -> _Path:
    """The path, from the phases on, of the year in which the last period that takes part in a conflict starts."""
    number = conflict.phases[-1]
    index, phase = next((index, phase) for index, phase in enumerate(roadmap.phases) if phase.number == number)
    if conflict.kind != "alternative":
        return index, "start"
    other = conflict.sides[-1]
    stated = [(alternative.start, alternative.end, alternative.sources) for alternative in phase.alternatives]
    return index, "alternatives", stated.index((other.start, other.end, other.sources)), "start"


def _is_stale(checked: date, today: date) -> bool:
    """Whether the same day of the next year is past; 29 February is past on 1 March."""
    return (checked.year + 1, checked.month, checked.day) < (today.year, today.month, today.day)
