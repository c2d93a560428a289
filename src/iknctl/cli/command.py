"""How a command is put together: its own parameters, the common options, and from an answer to what is written."""

import inspect
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import typer

from iknctl.answers.types import Answer
from iknctl.cli.options import SHARED
from iknctl.cli.output import Result, chosen_language, surface, warn, wrong_encoding
from iknctl.cli.registry import COMMANDS, ENDINGS, Spec
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.messages import message
from iknctl.model import Model, Roadmap


class Request:
    """What a command was told by the options that it shares with others. Raises Problem for those that are wrong."""

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
        for option, value in (("--data", data), ("--output", output)):
            if value == "":
                raise Problem("usage.option-value", option=option, command=f"iknctl {command}")
        self.lang = chosen_language(lang)
        self.output = None if output == "-" else output
        self.form = _chosen_format(COMMANDS[command], format, json, self.output)
        self.named_roadmap = roadmap
        self._data = data
        if self.output is not None:
            keep_data_file(data, self.output)

    @cached_property
    def model(self) -> Model:
        """The model in the built-in data file or in the one that --data names. Raises Problem."""
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

    def answer(self, answer: Answer, exit: Exit = Exit.ANSWERED) -> Result:  # noqa: A002
        """The answer in the format, language and place that were asked for."""
        from iknctl.render import render

        body = render(answer, self.model, self.form, self.lang, surface(self.output))
        if isinstance(body, str) and self.output is None and (wrong := wrong_encoding()):
            warn(f"iknctl: {getattr(message('wrong-encoding', value=printable(wrong)), self.lang)}\n")
        return Result(body, exit, self.output)


def _chosen_format(spec: Spec, named: str | None, json: bool, output: str | None) -> str:
    """The format that --format, --json or the output's ending asks for, by default the command's first."""
    if json and named not in (None, "json"):
        raise Problem("usage.two-formats", value=printable(named))
    if json or not spec.formats:
        return "json" if json else ""
    if named is None or (spec.name, named) == ("check", "text"):  # `text` is what its table was called at first
        ending = "" if named or output is None else Path(output).suffix
        if not ending:
            return spec.formats[0]
        form = ENDINGS.get(ending.lower(), "")
        if form not in spec.formats:
            known = ", ".join(each for each, form in ENDINGS.items() if form in spec.formats)
            raise Problem("unknown-format.ending", value=printable(ending), command=spec.name, known=known)
        return form
    if named not in spec.formats:
        # A format that others have is no slip of the hand, so no other is suggested in its place.
        elsewhere = any(named in other.formats for other in COMMANDS.values())
        close = () if elsewhere else spec.formats
        raise unknown("format", named, close, listed=", ".join(spec.formats), command=spec.name)
    return named


def keep_data_file(data: str | None, output: str) -> None:
    """Refuse to write an answer over the data file that it is made from. Raises Problem."""
    from iknctl.datafile import shipped

    try:
        same = Path(output).samefile(shipped() if data is None else data)
    except (OSError, ValueError):  # one of them is not there, or its name holds a NUL
        return
    if same:
        raise Problem("usage.output-is-data", file=printable(output))


class Worded:
    """A part of every command and of their group: what Typer would word in English is in the reader's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from iknctl.cli.help import write

        write(self, ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        from iknctl.cli.help import summary

        offers: list[Any] = super().shell_complete(ctx, incomplete)  # type: ignore[misc]
        for offer in offers:
            offer.help = summary(self, ctx, offer.value)
        return offers


class Command(Worded, typer.core.TyperCommand):
    """A command that words a surplus argument itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise Problem("usage.extra", value=printable(ctx.args[0]), example=COMMANDS[ctx.info_name].examples[0])
        return []


def build(spec: Spec, function: Callable[..., Result]) -> Any:
    """The command of a function whose first parameter is a Request; the common options are added to the others."""
    shared = [*spec.shares, *(("format", "json") if spec.formats else ()), "lang", "output"]
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]

    def call(**given: Any) -> Result:
        common = {option: given.pop(option) for option in shared}
        return function(Request(spec.name, **common), **given)

    call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        own
        + [
            inspect.Parameter(
                option,
                inspect.Parameter.KEYWORD_ONLY,
                default=False if option == "json" else None,
                annotation=SHARED[option],
            )
            for option in shared
        ]
    )
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    settings = {"help_option_names": ["-h", "--help"], "allow_extra_args": True}
    app.command(spec.name, cls=Command, context_settings=settings)(call)
    return typer.main.get_command(app)
