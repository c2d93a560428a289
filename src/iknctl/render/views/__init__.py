"""From an answer to the parts that people read, in their language; text and Markdown draw the same parts."""

from collections.abc import Callable, Iterator
from typing import Any

from iknctl.answers import move, types
from iknctl.render.blocks import Block
from iknctl.render.views import evidence, phases, plans
from iknctl.render.wording import Wording

_VIEWS: dict[type[types.Answer], Callable[[Any, Wording], Iterator[Block]]] = {
    types.PhaseAnswer: phases.phase,
    types.CompareAnswer: phases.compare,
    types.PhasesAnswer: phases.phases,
    types.ShowAnswer: phases.show,
    types.GoalsAnswer: phases.goals,
    move.TimelineAnswer: plans.timeline,
    types.RoadmapsAnswer: plans.roadmaps,
    move.AboutAnswer: plans.about,
    types.YearsAnswer: phases.years,
    move.MilestonesAnswer: evidence.milestones,
    types.ConflictsAnswer: evidence.conflicts,
    types.SourcesAnswer: evidence.sources,
}


def view(answer: types.Answer, wording: Wording) -> list[Block]:
    """The parts of an answer, in reading order."""
    return list(_VIEWS[type(answer)](answer, wording))
