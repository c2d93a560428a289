"""The rules between the facts of a data file, what is doubtful in it, and its contradictions at their lines."""

from datetime import date
from itertools import combinations, pairwise
from typing import Any

from msgspec import UNSET

from iknctl.conflicts import conflicts_in
from iknctl.datafile.fields import Place, Places
from iknctl.datafile.finding import Findings
from iknctl.periods import FOREVER, last, touches

YEARS, CONFLICTS = 500, 500  # answers grow with them


def check_references(model: Any, places: Places, findings: Findings) -> None:
    """Add each breach of a rule that takes more than one value to see."""
    # Where there is none at all, the list was refused, and then nothing is said.
    sources, roadmaps = (dict.fromkeys(each.id for each in held if each.id) for held in (model.sources, model.roadmaps))
    for place in places.values():
        values = {name: value for name in place.nodes if (value := getattr(place.fact, name))}
        for first, final, key in (("start", "end", "reversed-period"), ("least", "most", "reversed-count")):
            if {first, final} <= values.keys():
                low, high = values[first], values[final]
                # Of two dates, what both state is compared: 2024-03 to 2024 is in order.
                if high < (low[: len(high)] if isinstance(low, str) else low):
                    findings.add(place.at(final), key, **{first: low, final: high})
        for name in ("default_roadmap", "roadmap"):
            if roadmaps and name in values and values[name] not in roadmaps:
                findings.misspelt(place.at(name), "unknown-roadmap", values[name], roadmaps)
        seen = set()
        for node in _cited(place):
            if node.value in seen:
                findings.add(node.start_mark, "repeated-source", value=node.value)
            elif sources and node.value not in sources:
                findings.misspelt(node.start_mark, "unknown-source", node.value, sources)
            seen.add(node.value)
    _check_names(model, places, findings)
    _check_plans(model, places, findings)
    _check_milestones(model, places, findings)


def add_remarks(model: Any, places: Places, today: date, findings: Findings) -> None:
    """Add what deserves a look though it breaks no rule, as far as the file could be read.

    A contradiction is added only where there is no error, at the first year of the last period that takes part in it.
    """
    is_sound = not findings.kept
    cited = {node.value for place in places.values() for node in _cited(place)}
    for source in model.sources:
        if cited and source.id and source.id not in cited:
            findings.add(places[id(source)].at("id"), "unused-source", "warning", value=source.id)
    for at in findings.cut_texts:
        findings.add(at, "cut-text", "warning")
    checked = model.checked
    if checked and (int(checked[:4]) + 1, checked[5:]) < (today.year, f"{today:%m-%d}"):
        findings.add(places[id(model)].at("checked"), "stale-check", "note", checked=checked)
    for roadmap in model.roadmaps:
        for above, below in pairwise(roadmap.phases):
            for name in ("number", "start"):
                first, second = getattr(above, name), getattr(below, name)
                if first and second and first > second:
                    numbers = {"previous": above.number or "?", "number": below.number or "?"}
                    findings.add(places[id(below)].at(name), f"unordered-phases.{name}", "warning", **numbers)
                    break
        phases = {phase.number: phase for phase in roadmap.phases}
        for conflict in conflicts_in(model, roadmap) if is_sound else ():
            phase, side = phases[conflict.phases[-1]], conflict.sides[-1]
            stated = (side.start, side.end, side.sources) if conflict.kind == "alternative" else ()
            others = (each for each in phase.alternatives if (each.start, each.end, each.sources) == stated)
            at = places[id(next(others, phase))].at("start")
            findings.add(at, conflict.kind, "note", message=conflict.message)


def _check_names(model: Any, places: Places, findings: Findings) -> None:
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


def _check_plans(model: Any, places: Places, findings: Findings) -> None:
    """A focus is on a phase that is there, no roadmap follows itself, and no answer is too long to be waited for."""
    follows: dict[str, Any] = {}
    conflicts = 0
    for roadmap in model.roadmaps:
        numbers = {phase.number for phase in roadmap.phases}
        for focus in roadmap.focus:
            if focus.phase and focus.phase not in numbers and UNSET not in numbers:
                findings.add(places[id(focus)].at("phase"), "unknown-phase", number=focus.phase)
        if roadmap.id and roadmap.follows and roadmap.follows.roadmap:
            follows.setdefault(roadmap.id, roadmap.follows)
        phases = [phase for phase in roadmap.phases if phase.start and phase.end is not UNSET]
        years = [year for phase in phases for year in (phase.start, last(phase)) if year < FOREVER]
        if years and max(years) - min(years) >= YEARS:
            findings.add(places[id(roadmap)].at("phases"), "too-many-years", most=YEARS)
        before = conflicts
        conflicts += sum(touches(one, other.start, last(other)) for one, other in combinations(phases, 2))
        conflicts += sum(len(phase.alternatives) for phase in roadmap.phases)
        if before <= CONFLICTS < conflicts:
            findings.add(places[id(roadmap)].at("phases"), "too-many-conflicts", most=CONFLICTS)
    done: set[str] = set()
    for first in follows:  # each circle is reported once
        trail, here = set[str](), first
        while here in follows and here not in trail:
            trail.add(here)
            here = follows[here].roadmap
        if here == first and first not in done:
            findings.add(places[id(follows[first])].at("roadmap"), "circular-follows", value=first)
            done |= trail


def _check_milestones(model: Any, places: Places, findings: Findings) -> None:
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


def _cited(place: Place) -> list[Any]:
    """The nodes of the sources that a fact cites."""
    cited = getattr(place.fact, "sources", ())  # of the model itself, they are no ids
    return [node for node in place.nodes["sources"].value if node.value in cited] if cited else []
