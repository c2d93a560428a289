"""From an answer to the parts that people read, in their language; text and Markdown draw the same parts."""

from collections.abc import Callable, Iterator
from typing import Any

from iknctl.rendering.blocks import Block
from iknctl.rendering.reader import Reader
from iknctl.rendering.views import evidence, phases, plans
from iknctl.reports import shapes

_VIEWS: dict[type[shapes.Report], Callable[[Any, Reader], Iterator[Block]]] = {
    shapes.PhaseAnswer: phases.phase,
    shapes.PhasesAnswer: phases.phases,
    shapes.ShowAnswer: phases.show,
    shapes.GoalsAnswer: phases.goals,
    shapes.TimelineAnswer: plans.timeline,
    shapes.RoadmapsAnswer: plans.roadmaps,
    shapes.AboutAnswer: plans.about,
    shapes.YearsAnswer: plans.years,
    shapes.ConflictsAnswer: evidence.conflicts,
    shapes.SourcesAnswer: evidence.sources,
}


def view(report: shapes.Report, reader: Reader) -> list[Block]:
    """The parts of an answer, in reading order."""
    return list(_VIEWS[type(report)](report, reader))
