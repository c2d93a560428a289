"""Questions about what stands behind the phases."""

from typing import Annotated

import typer

from iknctl.answers import build, progress
from iknctl.cli.command import Request
from iknctl.cli.completion import complete_roadmap, complete_source
from iknctl.cli.output import Result
from iknctl.queries import find_roadmap, find_source
from iknctl.when import today

RoadmapName = Annotated[
    str | None,
    typer.Argument(metavar="[ROADMAP]", help="The default if left out.", autocompletion=complete_roadmap),
]
SourceName = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="All if left out.", autocompletion=complete_source),
]
All = Annotated[bool, typer.Option("--all", help="Of every roadmap.")]


def roadmaps(request: Request) -> Result:
    """Each with its issuer, its years, and how many contradictions concern it."""
    return request.answer(build.roadmaps(request.model, None if request.named_roadmap is None else request.roadmap))


def about(request: Request, roadmap: RoadmapName = None) -> Result:
    """Issuer, span, focus, enablers, conditions for civil servants (ASN), milestones, and how the move stands today
    as far as the data records it."""
    return request.answer(progress.about(request.model, find_roadmap(request.model, roadmap), today()))


def conflicts(request: Request, all: All = False) -> Result:  # noqa: A002 - the option's own name
    """Overlaps and gaps between phases, other periods stated for the same phase, and divergences from the roadmap
    that is followed; each with both sides and who states them."""
    return request.answer(build.conflicts(request.model, request.roadmaps(every=all)))


def sources(request: Request, id: SourceName = None) -> Result:  # noqa: A002 - the argument's own name
    """With --roadmap, only those that this roadmap cites."""
    wanted = None if id is None else find_source(request.model, id).id
    return request.answer(
        build.sources(request.model, None if request.named_roadmap is None else request.roadmap, wanted)
    )
