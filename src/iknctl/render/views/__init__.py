"""From an answer to the parts that people read, in their language; text and Markdown draw the same parts."""

from collections.abc import Callable, Iterator
from typing import Any

from iknctl.answers import move, types
from iknctl.render.blocks import Block
from iknctl.render.views import phases, plans
from iknctl.render.wording import Wording

_VIEWS: dict[type[types.Answer], Callable[[Any, Wording], Iterator[Block]]] = {
    types.PhaseAnswer: phases.phase,
    types.CompareAnswer: phases.compare,
    types.PhasesAnswer: phases.phases,
    types.ShowAnswer: phases.show,
    types.GoalsAnswer: phases.goals,
    types.YearsAnswer: phases.years,
    move.TimelineAnswer: plans.timeline,
    types.RoadmapsAnswer: plans.roadmaps,
    move.AboutAnswer: plans.about,
    move.MilestonesAnswer: plans.milestones,
    types.ConflictsAnswer: plans.conflicts,
    types.SourcesAnswer: plans.sources,
}


def view(answer: types.Answer, wording: Wording) -> list[Block]:
    """The parts of an answer, in reading order."""
    return list(_VIEWS[type(answer)](answer, wording))
