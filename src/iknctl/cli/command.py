"""How a command is put together: its own words, the common options, and from an answer to what is written."""

import inspect
import shlex
from collections.abc import Callable
from functools import cached_property
from typing import Any

import typer

from iknctl.answers.types import Answer
from iknctl.cli import options
from iknctl.cli.output import Result, surface
from iknctl.cli.registry import COMMANDS, Spec
from iknctl.errors import Exit, Problem, printable
from iknctl.model import Model, Roadmap


class Request:
    """What a command was told by the options that it shares with others."""

    def __init__(
        self,
        command: str,
        *,
        lang: str | None,
        output: str | None,
        format: str | None = None,  # noqa: A002 - the option's own name
        json: bool = False,
        roadmap: str | None = None,
        data: str | None = None,
    ) -> None:
        self.lang = options.chosen_language(lang)
        formats = COMMANDS[command].formats
        self.form = options.chosen_format(command, formats, format, json=json) if formats else ""
        self.output = output
        self.named_roadmap = roadmap
        self._data = data
        given = (("--data", data), ("--lang", lang))  # what a command that an answer prints has to repeat
        self._repeated = " ".join(f"{name} {shlex.quote(value)}" for name, value in given if value is not None)
        if data == "":
            raise Problem("usage.option-value", option="--data", command=f"iknctl {command}")

    @cached_property
    def model(self) -> Model:
        """The model in the shipped file or in the one that --data names. Raises Problem."""
        from iknctl.datafile import load

        return load(self._data)

    @cached_property
    def roadmap(self) -> Roadmap:
        """The roadmap that --roadmap names, or the file's default. Raises Problem `unknown-roadmap`."""
        from iknctl.queries import find_roadmap

        return find_roadmap(self.model, self.named_roadmap)

    def roadmaps(self, *, every: bool) -> tuple[Roadmap, ...]:
        """One roadmap or, where `every` asks for them, all of the file. Raises Problem when both are asked for."""
        if every and self.named_roadmap is not None:
            raise Problem("usage.roadmap-or-all")
        return self.model.roadmaps if every else (self.roadmap,)

    def answer(self, report: Answer, exit: Exit = Exit.ANSWERED) -> Result:  # noqa: A002
        """The report in the format, language and place that were asked for."""
        from iknctl.render import render

        shown_on = surface(self.output)._replace(options=self._repeated)
        body = render(report, self.model, self.form, self.lang, shown_on)
        return Result(body, exit, self.output)


_SHARED = {
    "roadmap": options.Roadmap,
    "data": options.Data,
    "json": options.Json,
    "lang": options.Language,
    "output": options.Output,
}


def build(name: str, function: Callable[..., Result]) -> typer.core.TyperCommand:
    """The command of a function whose first parameter is an Request; the common options are added to the others."""
    spec = COMMANDS[name]
    shared = [*spec.shares, *(("format", "json") if spec.formats else ()), "lang", "output"]
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]

    def call(**given: Any) -> Result:
        told = {option: given.pop(option) for option in shared}
        return function(Request(name, **told), **given)

    call.__signature__ = inspect.Signature(own + [_parameter(option, spec) for option in shared])  # type: ignore[attr-defined]
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, help=_help(spec, function), cls=Command, context_settings=CONTEXT)(call)
    command = typer.main.get_command(app)
    assert isinstance(command, typer.core.TyperCommand)
    return command


CONTEXT = {"help_option_names": ["-h", "--help"], "allow_extra_args": True}


class Command(typer.core.TyperCommand):
    """A command that words a surplus argument itself, and shows a needed one without Typer's braces."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise Problem("usage.extra", value=printable(ctx.args[0]), example=COMMANDS[ctx.info_name].examples[0])
        return []


def _parameter(option: str, spec: Spec) -> inspect.Parameter:
    annotation = options.format_of(spec.formats) if option == "format" else _SHARED[option]
    default = False if option == "json" else None
    return inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _help(spec: Spec, function: Callable[..., Result]) -> str:
    details = inspect.getdoc(function) or ""
    examples = "\n".join(f"  {example}" for example in spec.examples)
    return f"{spec.summary}\n\n{details}\n\n\b\nExamples:\n{examples}"
