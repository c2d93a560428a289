"""Questions about what is on record: the roadmaps, the milestones, the contradictions and the sources."""

from typing import cast, get_args

from iknctl.answers import build, progress
from iknctl.cli.app import Request
from iknctl.cli.options import All, Kind, RoadmapName, SourceName, When
from iknctl.cli.output import Result
from iknctl.errors import unknown
from iknctl.model import MilestoneKind
from iknctl.queries import find_roadmap, find_source
from iknctl.when import read_when, today


def timeline(request: Request, all: All = False) -> Result:  # noqa: A002 - the option's own name
    """The phases as bars, and the milestones."""
    asked = request.model, request.roadmaps(every=all), today()
    if request.form == "html":
        return request.answer(progress.page(*asked))
    return request.answer(progress.timeline(*asked))


def roadmaps(request: Request) -> Result:
    """Each roadmap in brief."""
    return request.answer(build.roadmaps(request.model, None if request.named_roadmap is None else request.roadmap))


def about(request: Request, roadmap: RoadmapName = None) -> Result:
    """One roadmap in full, and how the move stands."""
    return request.answer(progress.about(request.model, find_roadmap(request.model, roadmap), today()))


def milestones(request: Request, when: When = None, kind: Kind = None) -> Result:
    """The milestones of a span of days and of a kind, and every target that was put off."""
    kinds = get_args(MilestoneKind)
    if kind is not None and kind not in kinds:
        raise unknown("kind", kind, kinds)
    now = today()
    asked = read_when(" ".join(when), now) if when else None
    return request.answer(progress.milestones(request.model, asked, cast("MilestoneKind | None", kind), now))


def conflicts(request: Request, all: All = False) -> Result:  # noqa: A002 - the option's own name
    """The contradictions of one roadmap, or of all."""
    return request.answer(build.conflicts(request.model, request.roadmaps(every=all)))


def sources(request: Request, id: SourceName = None) -> Result:  # noqa: A002 - the argument's own name
    """The sources of the file or of one roadmap, or one of them."""
    wanted = None if id is None else find_source(request.model, id).id
    roadmap = None if request.named_roadmap is None else request.roadmap
    return request.answer(build.sources(request.model, roadmap, wanted))
