"""The rules between the parts of a model: what one says of itself twice, and what it says of another."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from iknctl.datafile.fields import Part
from iknctl.datafile.finding import Fault, fault, misspelt
from iknctl.datafile.nodes import Node, Sequence
from iknctl.model import Follows, Milestone, Model
from iknctl.periods import FOREVER

YEARS, CONFLICTS = 500, 500


def between(model: Part) -> Iterator[Fault]:
    """Every breach of a rule that takes more than one value to see."""
    every = tuple(_parts(model))
    yield from _periods(every)
    yield from _repeats(model)
    yield from _citations(model, every)
    yield from _references(model, every)
    yield from _circles(model)
    yield from _measure(model)


def doubts(model: Part) -> Iterator[Fault]:
    """What deserves a look though it breaks no rule; of an unsound file, as much of it as could be read."""
    cited = {source for part in _parts(model) if part.cls is not Model for _, source in _cited(part)}
    for source in _held(model, "sources"):
        if source.values.get("id", next(iter(cited), None)) not in cited:
            yield fault(source.nodes["id"], "unused-source", "warning", value=source.values["id"])
    for roadmap in _held(model, "roadmaps"):
        yield from _unordered(_held(roadmap, "phases"))


def _unordered(phases: Iterable[Part]) -> Iterator[Fault]:
    """The phases that stand below one with a higher number or, the numbers being in order, with a later first year."""
    for above, below in pairwise(phases):
        for name in ("number", "start"):
            if above.values.get(name, 0) > below.values.get(name, FOREVER):
                told = {"previous": above.values.get("number"), "number": below.values.get("number")}
                yield fault(below.nodes[name], f"unordered-phases.{name}", "warning", **told)
                break


def _measure(model: Part) -> Iterator[Fault]:
    """Nothing is so large that its answers could not be waited for: they grow with the years and with the conflicts."""
    conflicts = 0
    for roadmap in _held(model, "roadmaps"):
        spans = [phase.values for phase in _held(roadmap, "phases") if {"start", "end"} <= phase.values.keys()]
        years = [year for span in spans for year in (span["start"], span["end"]) if year is not None]
        if years and max(years) - min(years) >= YEARS:
            yield fault(roadmap.nodes["phases"], "too-many-years", most=YEARS)
        ends = [(span["start"], span["end"] or FOREVER) for span in spans]
        conflicts += sum(one[0] <= other[1] and other[0] <= one[1] for one, other in combinations(ends, 2))
        conflicts += sum(len(_held(phase, "alternatives")) for phase in _held(roadmap, "phases"))
        if conflicts > CONFLICTS:
            yield fault(roadmap.nodes["phases"], "too-many-conflicts", most=CONFLICTS)
            return


def _periods(every: Iterable[Part]) -> Iterator[Fault]:
    """Nothing ends before it starts. Of two dates, only what both state is compared: 2024-03 to 2024 is in order."""
    for part in every:
        start, end = part.values.get("start"), part.values.get("end")
        if start is None or end is None:
            continue
        comparable = start[: len(end)] if part.cls is Milestone else start
        if end < comparable:
            yield fault(part.nodes["end"], "reversed-period", start=start, end=end)


def _repeats(model: Part) -> Iterator[Fault]:
    """A name or number stands for one thing."""
    yield from _repeated(_held(model, "sources"), "id", "duplicate-id")
    yield from _repeated(_held(model, "roadmaps"), "id", "duplicate-id")
    for roadmap in _held(model, "roadmaps"):
        phases = _held(roadmap, "phases")
        yield from _repeated(phases, "number", "duplicate-number")
        yield from _repeated(phases, "id", "duplicate-id")
        yield from _repeated([goal for phase in phases for goal in _held(phase, "goals")], "id", "duplicate-id")


def _repeated(parts: Iterable[Part], name: str, key: str) -> Iterator[Fault]:
    lines: dict[object, int] = {}
    for part in parts:
        if name not in part.values:
            continue
        value, node = part.values[name], part.nodes[name]
        if value in lines:
            yield fault(node, key, value=value, line=lines[value])
        lines.setdefault(value, node.line)


def _citations(model: Part, every: Iterable[Part]) -> Iterator[Fault]:
    """A claim cites sources that are there, each of them once."""
    known = _ids(model, "sources")
    for part in every:
        if part.cls is Model:
            continue
        seen = set()
        for node, cited in _cited(part):
            if cited in seen:
                yield fault(node, "repeated-source", value=cited)
            elif known and cited not in known:
                yield misspelt(node, "unknown-source", cited, known)
            seen.add(cited)


def _cited(part: Part) -> Iterator[tuple[Node, str]]:
    node = part.nodes.get("sources")
    if isinstance(node, Sequence):
        for item, cited in zip(node.items, part.values.get("sources", ()), strict=False):
            if isinstance(cited, str):
                yield item, cited


def _references(model: Part, every: Iterable[Part]) -> Iterator[Fault]:
    """A roadmap or phase that is named is there."""
    ids = _ids(model, "roadmaps")
    named = [(model, "default_roadmap"), *((part, "roadmap") for part in every if part.cls is Follows)]
    for part, name in named:
        value = part.values.get(name)
        if ids and value is not None and value not in ids:
            yield misspelt(part.nodes[name], "unknown-roadmap", value, ids)
    for roadmap in _held(model, "roadmaps"):
        numbers = {phase.values.get("number") for phase in _held(roadmap, "phases")}
        for focus in _held(roadmap, "focus"):
            number = focus.values.get("phase")
            if number not in numbers and None not in numbers | {number}:
                yield fault(focus.nodes["phase"], "unknown-phase", number=number)


def _circles(model: Part) -> Iterator[Fault]:
    """No roadmap follows itself, neither at once nor by way of others. Each circle is reported once."""
    links: dict[str, Part] = {}
    for roadmap in _held(model, "roadmaps"):
        follows = roadmap.values.get("follows")
        if isinstance(follows, Part) and "id" in roadmap.values and "roadmap" in follows.values:
            links.setdefault(roadmap.values["id"], follows)
    done: set[str] = set()
    for first in links:
        trail: dict[str, None] = {}
        here = first
        while here in links and here not in done and here not in trail:
            trail[here] = None
            here = links[here].values["roadmap"]
        if here in trail:
            yield fault(links[here].nodes["roadmap"], "circular-follows", value=here)
        done.update(trail)


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


def _ids(model: Part, name: str) -> Mapping[str, None]:
    """The ids in one of the model's lists. None at all means that the list was refused, and then nothing is said."""
    return {part.values["id"]: None for part in _held(model, name) if "id" in part.values}
