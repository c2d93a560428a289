"""Questions about what stands behind the phases."""

from typing import Annotated, cast, get_args

import typer

from iknctl.answers import build, progress
from iknctl.cli.command import Request
from iknctl.cli.completion import complete_kind, complete_roadmap, complete_source
from iknctl.cli.output import Result
from iknctl.errors import unknown
from iknctl.model import MilestoneKind
from iknctl.queries import find_roadmap, find_source
from iknctl.when import read_when, today

RoadmapName = Annotated[
    str | None,
    typer.Argument(metavar="[ROADMAP]", help="The default if left out.", autocompletion=complete_roadmap),
]
SourceName = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="All if left out.", autocompletion=complete_source),
]
When = Annotated[list[str] | None, typer.Argument(metavar="[WHEN]...", help="A year, month, day or range.")]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only of this kind.", autocompletion=complete_kind),
]
All = Annotated[bool, typer.Option("--all", help="Of every roadmap.")]


def roadmaps(request: Request) -> Result:
    """Each with its issuer, its years, and how many contradictions concern it."""
    return request.answer(build.roadmaps(request.model, None if request.named_roadmap is None else request.roadmap))


def about(request: Request, roadmap: RoadmapName = None) -> Result:
    """Issuer, span, focus, enablers, conditions for civil servants (ASN), milestones, and how the move stands today
    as far as the data records it."""
    return request.answer(progress.about(request.model, find_roadmap(request.model, roadmap), today()))


def milestones(request: Request, when: When = None, kind: Kind = None) -> Result:
    """WHEN is what `iknctl phase` takes; all milestones if left out. With each target that was put off: what was
    promised, every new date, and which stands now."""
    kinds = get_args(MilestoneKind)
    if kind is not None and kind not in kinds:
        raise unknown("kind", kind, kinds)
    now = today()
    asked = read_when(" ".join(when), now) if when else None
    return request.answer(progress.milestones(request.model, asked, cast("MilestoneKind | None", kind), now))


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
