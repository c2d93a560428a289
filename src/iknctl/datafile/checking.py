"""All there is to say of a data file: its errors, what is doubtful, and each contradiction at its line."""

from datetime import date

from iknctl.conflicts import Conflict, conflicts_in
from iknctl.datafile.finding import Finding, Finds, collect, fault, worded
from iknctl.datafile.nodes import Places
from iknctl.datafile.references import doubts
from iknctl.datafile.validating import Verdict, judged
from iknctl.model import Model, Roadmap

_Path = tuple[str | int, ...]


def check(data: bytes, file: str, today: date) -> tuple[Finding, ...]:
    """The findings in a data file, in the order of its lines; contradictions are only looked for in a sound one."""
    found, _ = collect(_findings(judged(data), today))
    return worded(found, file)


def _findings(verdict: Verdict, today: date) -> Finds[None]:
    yield from verdict.faults
    if verdict.top is None:
        return
    yield from doubts(verdict.top)
    checked = verdict.top.values.get("checked")
    if checked is not None and _is_stale(date.fromisoformat(checked), today):
        yield fault(verdict.top.nodes["checked"], "stale-check", "note", checked=checked)
    if verdict.model is not None:
        yield from _conflicts(verdict.model, Places("", verdict.root))


def _conflicts(model: Model, places: Places) -> Finds[None]:
    for index, roadmap in enumerate(model.roadmaps):
        for conflict in conflicts_in(model, roadmap):
            place = places.at(("roadmaps", index, "phases", *_start(roadmap, conflict)))
            yield fault(place, conflict.kind, "note", message=conflict.message)


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
