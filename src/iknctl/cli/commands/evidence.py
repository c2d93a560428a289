"""Questions about what stands behind the phases."""

from typing import Annotated

import typer

from iknctl.cli.asking import Ask
from iknctl.cli.completion import complete_roadmap, complete_source
from iknctl.cli.output import Outcome
from iknctl.queries import find_roadmap, find_source
from iknctl.reports import answers
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


def roadmaps(ask: Ask) -> Outcome:
    """Each with its issuer, its years, and how many contradictions concern it."""
    return ask.answer(answers.roadmaps(ask.model, None if ask.named_roadmap is None else ask.roadmap))


def about(ask: Ask, roadmap: RoadmapName = None) -> Outcome:
    """Issuer, span, focus, enablers, conditions for civil servants (ASN), milestones, and how the move stands today
    as far as the data records it."""
    return ask.answer(answers.about(ask.model, find_roadmap(ask.model, roadmap), today()))


def conflicts(ask: Ask, all: All = False) -> Outcome:  # noqa: A002 - the option's own name
    """Overlaps and gaps between phases, other periods stated for the same phase, and divergences from the roadmap
    that is followed; each with both sides and who states them."""
    return ask.answer(answers.conflicts(ask.model, ask.roadmaps(every=all)))


def sources(ask: Ask, id: SourceName = None) -> Outcome:  # noqa: A002 - the argument's own name
    """With --roadmap, only those that this roadmap cites."""
    wanted = None if id is None else find_source(ask.model, id).id
    return ask.answer(answers.sources(ask.model, None if ask.named_roadmap is None else ask.roadmap, wanted))
