"""Everything that the page of a timeline shows, put together from the answers of other commands."""

import datetime as dt

from msgspec.structs import replace

from iknctl.answers import build, progress
from iknctl.answers.move import AboutAnswer, MilestonesAnswer, TimelineAnswer
from iknctl.answers.types import Answer, ConflictsAnswer, ShowAnswer, SourcesAnswer
from iknctl.model import Fact, Model, Roadmap
from iknctl.queries import citations


class PageAnswer(Answer, frozen=True, kw_only=True):
    """The parts of the page, which is drawn as HTML only; `shows` has the phases of each roadmap of `abouts`."""

    timeline: TimelineAnswer
    milestones: MilestonesAnswer
    abouts: tuple[AboutAnswer, ...]
    shows: tuple[tuple[ShowAnswer, ...], ...]
    conflicts: ConflictsAnswer
    sources: SourcesAnswer


def page(model: Model, roadmaps: tuple[Roadmap, ...], today: dt.date) -> PageAnswer:
    """The page of these roadmaps; of the sources those that it cites, each with how often the whole file does."""
    milestones, conflicts = progress.milestones(model, None, None, today), build.conflicts(model, roadmaps)
    facts: list[Fact] = [
        *roadmaps,
        *milestones.milestones,
        *conflicts.conflicts,
        *([model.legal] if model.legal else []),
    ]
    cited = {source for fact in facts for source in citations(fact)}
    return PageAnswer(
        timeline=progress.timeline(model, roadmaps, today),
        milestones=milestones,
        abouts=tuple(replace(progress.about(model, roadmap, today), milestones=()) for roadmap in roadmaps),
        shows=tuple(tuple(build.show(model, roadmap, phase) for phase in roadmap.phases) for roadmap in roadmaps),
        conflicts=conflicts,
        sources=SourcesAnswer(sources=tuple(each for each in build.sources(model).sources if each.id in cited)),
    )
