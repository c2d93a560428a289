"""The rules of a data file that take more than one value to see. A rule is one function, listed in ERRORS or REMARKS.

It adds findings at the places of the facts. In a fact, UNSET, which is false, stands for a value that was refused or is
missing, and an empty list for one that was refused.
"""

from datetime import date
from itertools import combinations, pairwise
from typing import Any

from msgspec import UNSET

from iknctl.conflicts import conflicts_in
from iknctl.datafile.fields import Place, Places
from iknctl.datafile.finding import Findings
from iknctl.periods import FOREVER, last, touches

YEARS, CONFLICTS = 500, 500  # answers grow with them


def _ends(_: Any, places: Places, findings: Findings) -> None:
    """A period does not end before it starts, and the most people are not fewer than the least."""
    for place in places.values():
        for first, final, key in (("start", "end", "reversed-period"), ("least", "most", "reversed-count")):
            low, high = (name in place.nodes and getattr(place.fact, name) for name in (first, final))
            # Of two dates, what both state is compared: 2024-03 to 2024 is in order.
            if low and high and high < (low[: len(high)] if isinstance(low, str) else low):
                findings.add(place.at(final), key, **{first: low, final: high})


def _references(model: Any, places: Places, findings: Findings) -> None:
    """A roadmap, source or phase that is named is there, and no source is cited twice by one claim."""
    # Where no id could be read, the list itself was refused: that its ids are not found need not be said as well.
    sources, roadmaps = (dict.fromkeys(each.id for each in held if each.id) for held in (model.sources, model.roadmaps))
    for place in places.values():
        for name in ("default_roadmap", "roadmap"):
            value = getattr(place.fact, name, None)
            if roadmaps and value and value not in roadmaps:
                findings.misspelt(place.at(name), "unknown-roadmap", value, roadmaps)
        seen = set()
        for node in _cited(place):
            if node.value in seen:
                findings.add(node.start_mark, "repeated-source", value=node.value)
            elif sources and node.value not in sources:
                findings.misspelt(node.start_mark, "unknown-source", node.value, sources)
            seen.add(node.value)
    for roadmap in model.roadmaps:
        numbers = {phase.number for phase in roadmap.phases}
        for focus in roadmap.focus:
            if focus.phase and focus.phase not in numbers and UNSET not in numbers:
                findings.add(places[id(focus)].at("phase"), "unknown-phase", number=focus.phase)


def _names(model: Any, places: Places, findings: Findings) -> None:
    """An id or number stands for one thing."""
    named: list[tuple[Any, str]] = [(model.sources, "id"), (model.roadmaps, "id"), (model.milestones, "id")]
    for roadmap in model.roadmaps:
        goals = [goal for phase in roadmap.phases for goal in phase.goals]
        named += [(roadmap.phases, "number"), (roadmap.phases, "id"), (goals, "id")]
    for facts, name in named:
        lines: dict[Any, int] = {}
        for fact in facts:
            if value := getattr(fact, name):
                at = places[id(fact)].at(name)
                if value in lines:
                    findings.add(at, f"duplicate-{name}", value=value, line=lines[value])
                lines.setdefault(value, at.line + 1)


def _limits(model: Any, places: Places, findings: Findings) -> None:
    """No answer is so long that it cannot be waited for."""
    conflicts = 0
    for roadmap in model.roadmaps:
        phases = [phase for phase in roadmap.phases if phase.start and phase.end is not UNSET]
        years = [year for phase in phases for year in (phase.start, last(phase)) if year < FOREVER]
        if years and max(years) - min(years) >= YEARS:
            findings.add(places[id(roadmap)].at("phases"), "too-many-years", most=YEARS)
        before = conflicts
        conflicts += sum(touches(one, other.start, last(other)) for one, other in combinations(phases, 2))
        conflicts += sum(len(phase.alternatives) for phase in roadmap.phases)
        if before <= CONFLICTS < conflicts:
            findings.add(places[id(roadmap)].at("phases"), "too-many-conflicts", most=CONFLICTS)


def _circles(model: Any, places: Places, findings: Findings) -> None:
    """No roadmap follows itself, nor one that leads back to it; each circle is told of once."""
    follows = {each.id: each.follows for each in reversed(model.roadmaps) if each.id and each.follows}
    done: set[str] = set()
    for first in (each.id for each in model.roadmaps):
        trail, here = set[str](), first
        while here in follows and here not in trail:
            trail.add(here)
            here = follows[here].roadmap
        if trail and here == first and first not in done:
            findings.add(places[id(follows[first])].at("roadmap"), "circular-follows", value=first)
            done |= trail


def _milestones(model: Any, places: Places, findings: Findings) -> None:
    """A postponement says which target it postpones, and only a target has an outcome."""
    kinds = {each.id: each.kind for each in model.milestones}
    targets = [id_ for id_, kind in kinds.items() if id_ and kind == "target"]
    for milestone in model.milestones:
        place, kind, target = places[id(milestone)], milestone.kind, milestone.postpones
        for name, whose in (("postpones", "postponed"), ("to", "postponed"), ("outcome", "target")):
            if kind and kind != whose and getattr(milestone, name):
                at = next(key.start_mark for key, value in place.node.value if value is place.nodes[name])
                findings.add(at, f"misplaced-key.{whose}", name=name)
        if kind == "postponed" and target is not UNSET:
            at = place.nodes.get("postpones", place.node).start_mark
            if target is None:
                findings.add(at, "missing-key.postpones")
            elif kinds.get(target, "target") not in ("target", UNSET):
                findings.add(at, "not-a-target", value=target)
            elif target not in kinds and UNSET not in kinds:
                findings.misspelt(at, "unknown-milestone", target, targets)


def _unused_sources(model: Any, places: Places, findings: Findings) -> None:
    cited = {node.value for place in places.values() for node in _cited(place)}
    for source in model.sources:
        if cited and source.id and source.id not in cited:
            findings.add(places[id(source)].at("id"), "unused-source", "warning", value=source.id)


def _order(model: Any, places: Places, findings: Findings) -> None:
    for above, below in (pair for roadmap in model.roadmaps for pair in pairwise(roadmap.phases)):
        for name in ("number", "start"):
            first, second = getattr(above, name), getattr(below, name)
            if first and second and first > second:
                numbers = {"previous": above.number or "?", "number": below.number or "?"}
                findings.add(places[id(below)].at(name), f"unordered-phases.{name}", "warning", **numbers)
                break


ERRORS = (_ends, _references, _names, _limits, _circles, _milestones)
REMARKS = (_unused_sources, _order)


def add_remarks(model: Any, places: Places, today: date, findings: Findings) -> None:
    """Add what deserves a look though it breaks no rule, as far as the file could be read.

    A contradiction is added only where there is no error, at the first year of the last period that takes part in it.
    """
    is_sound = not findings.kept
    for rule in REMARKS:
        rule(model, places, findings)
    for at in findings.cut_texts:
        findings.add(at, "cut-text", "warning")
    checked = model.checked
    if checked and (int(checked[:4]) + 1, checked[5:]) < (today.year, f"{today:%m-%d}"):
        findings.add(places[id(model)].at("checked"), "stale-check", "note", checked=checked)
    for roadmap in model.roadmaps if is_sound else ():
        phases = {phase.number: phase for phase in roadmap.phases}
        for conflict in conflicts_in(model, roadmap):
            phase, side = phases[conflict.phases[-1]], conflict.sides[-1]
            stated = (side.start, side.end, side.sources) if conflict.kind == "alternative" else ()
            others = (each for each in phase.alternatives if (each.start, each.end, each.sources) == stated)
            at = places[id(next(others, phase))].at("start")
            findings.add(at, conflict.kind, "note", message=conflict.message)


def _cited(place: Place) -> list[Any]:
    """The nodes of the sources that a fact cites."""
    cited = getattr(place.fact, "sources", ())  # of the model itself, they are no ids
    return [node for node in place.nodes["sources"].value if node.value in cited] if cited else []
