"""The rules between the facts of a data file, what is doubtful in it, and its contradictions at their lines."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from iknctl.conflicts import conflicts_in
from iknctl.datafile.fields import Part
from iknctl.datafile.finding import Findings
from iknctl.model import Follows, Model
from iknctl.periods import FOREVER

YEARS, CONFLICTS = 500, 500  # answers grow with them


def check_references(model: Part, findings: Findings) -> None:
    """Add each breach of a rule that takes more than one value to see."""
    sources, roadmaps = _ids(model, "sources"), _ids(model, "roadmaps")
    for part in _parts(model):
        values, nodes = part.values, part.nodes
        for first, last, key in (("start", "end", "reversed-period"), ("least", "most", "reversed-count")):
            low, high = values.get(first), values.get(last)
            if isinstance(low, str) and high:
                low = low[: len(high)]  # of two dates, what both state is compared: 2024-03 to 2024 is in order
            if low and high and high < low:
                findings.add(nodes[last].start_mark, key, **{first: values[first], last: high})
        seen = set()
        for node, cited in _cited(part):
            if cited in seen:
                findings.add(node.start_mark, "repeated-source", value=cited)
            elif sources and cited not in sources:
                findings.misspelt(node.start_mark, "unknown-source", cited, sources)
            seen.add(cited)
        name = {Model: "default_roadmap", Follows: "roadmap"}.get(part.cls, "")
        if roadmaps and name in values and values[name] not in roadmaps:
            findings.misspelt(nodes[name].start_mark, "unknown-roadmap", values[name], roadmaps)
    _check_names(model, findings)
    _check_plans(model, findings)
    _check_milestones(model, findings)


def check_doubts(model: Part, today: date, findings: Findings) -> None:
    """Add what deserves a look though it breaks no rule; of an unsound file, as far as it could be read."""
    cited = {source for part in _parts(model) for _, source in _cited(part)}
    for source in _held(model, "sources"):
        id_ = source.values.get("id")
        if cited and id_ is not None and id_ not in cited:
            findings.add(source.nodes["id"].start_mark, "unused-source", "warning", value=id_)
    for roadmap in _held(model, "roadmaps"):
        for above, below in pairwise(_held(roadmap, "phases")):
            for name in ("number", "start"):
                if above.values.get(name, 0) > below.values.get(name, FOREVER):
                    numbers = {"previous": above.values.get("number"), "number": below.values.get("number")}
                    findings.add(below.nodes[name].start_mark, f"unordered-phases.{name}", "warning", **numbers)
                    break
    for at in findings.cut_texts:
        findings.add(at, "cut-text", "warning")
    checked = model.values.get("checked")
    if checked and (int(checked[:4]) + 1, checked[5:]) < (today.year, f"{today:%m-%d}"):
        findings.add(model.nodes["checked"].start_mark, "stale-check", "note", checked=checked)


def add_conflicts(model: Model, part: Part, findings: Findings) -> None:
    """Add each contradiction, at the first year of the last period that takes part in it."""
    for roadmap, held in zip(model.roadmaps, _held(part, "roadmaps"), strict=True):
        phases = {phase.values["number"]: phase for phase in _held(held, "phases")}
        for conflict in conflicts_in(model, roadmap):
            place, side = phases[conflict.phases[-1]], conflict.sides[-1]
            if conflict.kind == "alternative":
                stated = {"start": side.start, "end": side.end, "sources": side.sources}
                place = next(each for each in _held(place, "alternatives") if stated.items() <= each.values.items())
            findings.add(place.nodes["start"].start_mark, conflict.kind, "note", message=conflict.message)


def _check_names(model: Part, findings: Findings) -> None:
    """An id or number stands for one thing."""
    named = [(_held(model, name), "id") for name in ("sources", "roadmaps", "milestones")]
    for roadmap in _held(model, "roadmaps"):
        phases = _held(roadmap, "phases")
        goals = [goal for phase in phases for goal in _held(phase, "goals")]
        named += [(phases, "number"), (phases, "id"), (goals, "id")]
    for parts, name in named:
        lines: dict[Any, int] = {}
        for part in (part for part in parts if name in part.values):
            value, at = part.values[name], part.nodes[name].start_mark
            if value in lines:
                findings.add(at, f"duplicate-{name}", value=value, line=lines[value])
            lines.setdefault(value, at.line + 1)


def _check_plans(model: Part, findings: Findings) -> None:
    """A focus is on a phase that is there, no roadmap follows itself, and no answer is too long to be waited for."""
    follows: dict[str, Part] = {}
    conflicts = 0
    for roadmap in _held(model, "roadmaps"):
        phases, link = _held(roadmap, "phases"), roadmap.values.get("follows")
        numbers = {phase.values.get("number") for phase in phases}
        for focus in _held(roadmap, "focus"):
            number = focus.values.get("phase")
            if number not in numbers and None not in numbers | {number}:
                findings.add(focus.nodes["phase"].start_mark, "unknown-phase", number=number)
        if link is not None and "id" in roadmap.values and "roadmap" in link.values:
            follows.setdefault(roadmap.values["id"], link)
        periods = [(each.values.get("start"), each.values.get("end", 0)) for each in phases]
        spans = [(start, end or FOREVER) for start, end in periods if start and end != 0]
        years = [year for span in spans for year in span if year < FOREVER]
        if years and max(years) - min(years) >= YEARS:
            findings.add(roadmap.nodes["phases"].start_mark, "too-many-years", most=YEARS)
        conflicts += sum(one[0] <= other[1] and other[0] <= one[1] for one, other in combinations(spans, 2))
        conflicts += sum(len(_held(phase, "alternatives")) for phase in phases)
    if conflicts > CONFLICTS:
        findings.add(model.nodes["roadmaps"].start_mark, "too-many-conflicts", most=CONFLICTS)
    done: set[str] = set()
    for first in follows:  # each circle is reported once
        trail, here = set[str](), first
        while here in follows and here not in trail:
            trail.add(here)
            here = follows[here].values["roadmap"]
        if here == first and first not in done:
            findings.add(follows[first].nodes["roadmap"].start_mark, "circular-follows", value=first)
            done |= trail


def _check_milestones(model: Part, findings: Findings) -> None:
    """A postponement says which target it postpones, and only a target has an outcome."""
    kinds = {each.values.get("id"): each.values.get("kind") for each in _held(model, "milestones")}
    targets = [id_ for id_, kind in kinds.items() if id_ and kind == "target"]
    for milestone in _held(model, "milestones"):
        values, nodes, kind = milestone.values, milestone.nodes, milestone.values.get("kind")
        for name, whose in (("postpones", "postponed"), ("to", "postponed"), ("outcome", "target")):
            if kind not in (whose, None) and values.get(name) is not None:
                at = next(key.start_mark for key, value in milestone.node.value if value is nodes[name])
                findings.add(at, f"misplaced-key.{whose}", name=name)
        if kind == "postponed" and ("postpones" in values or "postpones" not in nodes):
            target, at = values.get("postpones"), nodes.get("postpones", milestone.node).start_mark
            if target is None:
                findings.add(at, "missing-key.postpones")
            elif kinds.get(target, "target") not in ("target", None):
                findings.add(at, "not-a-target", value=target)
            elif target not in kinds and None not in kinds:
                findings.misspelt(at, "unknown-milestone", target, targets)


def _cited(part: Part) -> Iterator[tuple[Any, str]]:
    """The sources that a part cites, each with its node."""
    for index, value in enumerate(part.values.get("sources", ())):
        if isinstance(value, str):  # the model's own are parts
            yield part.nodes["sources"].value[index], value


def _parts(part: Part) -> Iterator[Part]:
    """A part and every part that it holds, in the order of the types."""
    yield part
    for held in part.values.values():
        for item in held if isinstance(held, tuple) else (held,):
            if isinstance(item, Part):
                yield from _parts(item)


def _held(part: Part, name: str) -> list[Part]:
    """The parts in a list of another; what was refused is left out."""
    return [item for item in part.values.get(name, ()) if isinstance(item, Part)]


def _ids(model: Part, name: str) -> dict[str, None]:
    """The ids in one of the model's lists. None at all means that the list was refused, and then nothing is said."""
    return {part.values["id"]: None for part in _held(model, name) if "id" in part.values}
