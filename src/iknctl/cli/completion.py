"""What the shell offers when a word is completed: live ids from the model that the command line names."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import typer

from iknctl.errors import Problem
from iknctl.model import MilestoneKind, Model

Offers = Iterator[tuple[str, str]]


def _model(ctx: typer.Context) -> Model | None:
    from iknctl.datafile import load

    try:
        return load(ctx.params.get("data"))
    except Problem:
        return None  # a completion has nowhere to report to; the command itself will say what is wrong


def _begun(offers: Iterable[tuple[str, str]], incomplete: str) -> Offers:
    return (offer for offer in offers if offer[0].startswith(incomplete))


def complete_roadmap(ctx: typer.Context, incomplete: str) -> Offers:
    """The ids of the roadmaps."""
    model = _model(ctx)
    yield from _begun(((each.id, each.name.en) for each in (model.roadmaps if model else ())), incomplete)


def complete_phase(ctx: typer.Context, incomplete: str) -> Offers:
    """The numbers and ids of the phases of the roadmap that was named, or of the default one."""
    from iknctl.queries import find_roadmap

    model = _model(ctx)
    if model is None:
        return
    try:
        phases = find_roadmap(model, ctx.params.get("roadmap")).phases
    except Problem:
        return
    for phase in phases:
        yield from _begun(((str(phase.number), phase.name.en), (phase.id, phase.name.en)), incomplete)


def complete_source(ctx: typer.Context, incomplete: str) -> Offers:
    """The ids of the sources."""
    model = _model(ctx)
    yield from _begun(((each.id, each.publisher) for each in (model.sources if model else ())), incomplete)


def complete_format(ctx: typer.Context, incomplete: str) -> Offers:
    """The formats of the command that is being typed."""
    from iknctl.cli.registry import COMMANDS

    formats = COMMANDS[ctx.info_name].formats if ctx.info_name in COMMANDS else ()
    yield from _begun(((name, "") for name in formats), incomplete)


def complete_column(ctx: typer.Context, incomplete: str) -> Offers:
    """The columns of the file that is to be annotated; standard input is not for a completion to read."""
    from iknctl.annotate import columns, form_of

    file = ctx.params.get("file") or next(iter(ctx.args), None)  # not yet told apart while an option lacks its value
    form = ctx.params.get("form") or (file and form_of(file))
    if not file or not form or not Path(file).is_file():
        return
    try:
        with Path(file).open("rb") as stream:
            names = columns(stream, form, ctx.params.get("delimiter"))
    except (OSError, Problem):
        return
    yield from _begun(((name, "") for name in names), incomplete)


def complete_form(incomplete: str) -> Offers:
    """The forms that rows may be in."""
    from iknctl.annotate import FORMS

    yield from _begun(((form, "") for form in FORMS), incomplete)


def complete_language(incomplete: str) -> Offers:
    """The languages."""
    yield from _begun((("en", "English"), ("id", "Bahasa Indonesia")), incomplete)


def complete_shape(incomplete: str) -> Offers:
    """What `schema` describes."""
    from iknctl.answers.schemas import SHAPES

    yield from _begun(((name, "") for name in SHAPES), incomplete)


def complete_kind(incomplete: str) -> Offers:
    """The kinds of milestones."""
    yield from _begun(((kind, "") for kind in get_args(MilestoneKind)), incomplete)
