"""Pure questions to the model: which phase, which goals, which years, who is cited."""

import re
from collections.abc import Iterable, Iterator

from iknctl.errors import Problem, unknown
from iknctl.model import Fact, Goal, Id, Model, Phase, Roadmap, Source
from iknctl.periods import last, touches


def phases_in(roadmap: Roadmap, start: int, end: int) -> tuple[Phase, ...]:
    """The phases that have a year in common with `start` to `end`, in the roadmap's order."""
    return tuple(phase for phase in roadmap.phases if touches(phase, start, end))


def previous_phase(roadmap: Roadmap, year: int) -> Phase | None:
    """The phase that ended last before `year`; of several, the one with the highest number."""
    ended = [phase for phase in roadmap.phases if last(phase) < year]
    return max(ended, key=lambda phase: (last(phase), phase.number), default=None)


def next_phase(roadmap: Roadmap, year: int) -> Phase | None:
    """The phase that starts first after `year`; of several, the one with the lowest number."""
    ahead = [phase for phase in roadmap.phases if phase.start > year]
    return min(ahead, key=lambda phase: (phase.start, phase.number), default=None)


def matching_goals(phases: Iterable[Phase], text: str | None = None) -> tuple[tuple[int, Goal], ...]:
    """The goals of these phases, each behind its phase's number; with `text`, those where its words all begin words.

    A goal is searched in both languages and in the terms of its sources, ignoring case.
    """
    wanted = _words(text or "")
    if text and text.strip() and not wanted:  # signs alone are in no word
        return ()
    found = []
    for phase in phases:
        for goal in phase.goals:
            words = _words(goal.text.en, goal.text.id, *goal.terms)
            if all(any(word.startswith(want) for word in words) for want in wanted):
                found.append((phase.number, goal))
    return tuple(found)


def _words(*texts: str) -> list[str]:
    return [word for text in texts for word in re.findall(r"\w+", text.casefold())]


def citations(fact: Fact) -> Iterator[Id]:
    """The ids of the sources that a fact and all its parts cite, each as often as it is cited."""
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Fact):
                yield from citations(item)
            elif name == "sources":
                yield item


def find_roadmap(model: Model, wanted: str | None = None) -> Roadmap:
    """The roadmap of that id, by default the file's own default. Raises Problem `unknown-roadmap`."""
    wanted = model.default_roadmap if wanted is None else wanted
    for roadmap in model.roadmaps:
        if roadmap.id == wanted:
            return roadmap
    raise unknown("roadmap", wanted, [roadmap.id for roadmap in model.roadmaps])


def find_source(model: Model, wanted: str) -> Source:
    """The source of that id. Raises Problem `unknown-source`."""
    for source in model.sources:
        if source.id == wanted:
            return source
    raise unknown("source", wanted, [source.id for source in model.sources])


def find_phase(roadmap: Roadmap, wanted: str) -> Phase:
    """The phase of that number or id. Raises Problem `unknown-phase`."""
    for phase in roadmap.phases:
        if wanted in (str(phase.number), phase.id):
            return phase
    if len(wanted) == 4 and wanted.isascii() and wanted.isdigit():
        raise Problem("unknown-phase.year", value=wanted, unit=roadmap.unit)
    names = [name for phase in roadmap.phases for name in (str(phase.number), phase.id)]
    listed = ", ".join(f"{phase.number} {phase.id}" for phase in roadmap.phases)
    raise unknown("phase", wanted, names, listed=listed, roadmap=roadmap.name, unit=roadmap.unit)
