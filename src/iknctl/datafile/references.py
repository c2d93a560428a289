"""The rules between the facts of a data file, what is doubtful in it, and its contradictions at their lines."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from iknctl.conflicts import conflicts_in
from iknctl.datafile.fields import Part, texts
from iknctl.datafile.finding import Findings
from iknctl.model import Follows, Milestone, Model, People
from iknctl.periods import FOREVER

YEARS, CONFLICTS = 500, 500  # answers grow with them
_CUT_OFF = re.compile(r" #|[ \t]+#[^ \t\n]")  # a # two spaces off that a space follows is plainly a comment


def check_references(model: Part, findings: Findings) -> None:
    """Add each breach of a rule that takes more than one value to see."""
    sources, roadmaps = _ids(model, "sources"), _ids(model, "roadmaps")
    for part in _parts(model):
        values, nodes = part.values, part.nodes
        start, end, least, most = (values.get(name) for name in ("start", "end", "least", "most"))
        if start is not None and end is not None:
            # Of two dates, what both state is compared: 2024-03 to 2024 is in order.
            comparable = start[: len(end)] if part.cls is Milestone else start
            if end < comparable:
                findings.add(nodes["end"].start_mark, "reversed-period", start=start, end=end)
        if part.cls is People and least and most and most < least:
            findings.add(nodes["most"].start_mark, "reversed-count", least=least, most=most)
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


def check_doubts(model: Part, text: str, today: date, findings: Findings) -> None:
    """Add what deserves a look though it breaks no rule; of an unsound file, as far as it could be read."""
    parts = list(_parts(model))
    cited = {source for part in parts for _, source in _cited(part)}
    for source in _held(model, "sources"):
        if cited and source.values.get("id", next(iter(cited))) not in cited:
            findings.add(source.nodes["id"].start_mark, "unused-source", "warning", value=source.values["id"])
    for roadmap in _held(model, "roadmaps"):
        for above, below in pairwise(_held(roadmap, "phases")):
            for name in ("number", "start"):
                if above.values.get(name, 0) > below.values.get(name, FOREVER):
                    numbers = {"previous": above.values.get("number"), "number": below.values.get("number")}
                    findings.add(below.nodes[name].start_mark, f"unordered-phases.{name}", "warning", **numbers)
                    break
    for node in (node for part in parts for node in texts(part)):
        if not node.style and _CUT_OFF.match(text, node.end_mark.index):
            findings.add(node.start_mark, "cut-text", "warning")
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
        named += [
            (phases, "number"),
            (phases, "id"),
            ([goal for each in phases for goal in _held(each, "goals")], "id"),
        ]
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
        spans = [
            (each.values["start"], each.values["end"]) for each in phases if {"start", "end"} <= each.values.keys()
        ]
        years = [year for span in spans for year in span if year is not None]
        if years and max(years) - min(years) >= YEARS:
            findings.add(roadmap.nodes["phases"].start_mark, "too-many-years", most=YEARS)
        pairs = combinations(((start, end or FOREVER) for start, end in spans), 2)
        overlaps = sum(one[0] <= other[1] and other[0] <= one[1] for one, other in pairs)
        before, conflicts = conflicts, conflicts + overlaps + sum(len(_held(each, "alternatives")) for each in phases)
        if before <= CONFLICTS < conflicts:
            findings.add(roadmap.nodes["phases"].start_mark, "too-many-conflicts", most=CONFLICTS)
    done: set[str] = set()
    for here in follows:  # each circle is reported once
        trail: set[str] = set()
        while here in follows and here not in done | trail:
            trail.add(here)
            here = follows[here].values["roadmap"]
        if here in trail:
            findings.add(follows[here].nodes["roadmap"].start_mark, "circular-follows", value=here)
        done |= trail


def _check_milestones(model: Part, findings: Findings) -> None:
    """A postponement says which target it postpones, and only a target has an outcome."""
    kinds = {each.values.get("id"): each.values.get("kind") for each in _held(model, "milestones")}
    targets = [id_ for id_, kind in kinds.items() if id_ and kind == "target"]
    for milestone in _held(model, "milestones"):
        kind, target = milestone.values.get("kind"), milestone.values.get("postpones")
        for name, whose in (("postpones", "postponed"), ("to", "postponed"), ("outcome", "target")):
            if kind not in (whose, None) and milestone.values.get(name) is not None:
                at = next(key.start_mark for key, value in milestone.node.value if value is milestone.nodes[name])
                findings.add(at, f"misplaced-key.{whose}", name=name)
        was_refused = "postpones" in milestone.nodes and "postpones" not in milestone.values
        if kind != "postponed" or was_refused:
            continue
        at = milestone.nodes.get("postpones", milestone.node).start_mark
        if target is None:
            findings.add(at, "missing-key.postpones")
        elif kinds.get(target, "target") not in ("target", None):
            findings.add(at, "not-a-target", value=target)
        elif target not in kinds and None not in kinds:
            findings.misspelt(at, "unknown-milestone", target, targets)


def _cited(part: Part) -> Iterator[tuple[Any, str]]:
    """The sources that a part cites, each with its node."""
    cited = () if part.cls is Model else part.values.get("sources", ())
    for node, value in zip(part.nodes["sources"].value if cited else (), cited, strict=True):
        if isinstance(value, str):
            yield node, value


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
