"""The application: commands that are built when they are named, what they are told, and what they come to."""

import inspect
import io
import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from iknctl.answers.types import Answer
from iknctl.cli.options import SHARED
from iknctl.cli.output import Result, chosen_language, deliver, surface, warn, wrong_encoding
from iknctl.cli.registry import COMMANDS, ENDINGS, Spec
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.messages import message
from iknctl.model import Model, Roadmap

_models: dict[str | None, Model] = {}  # read once a run, however many guesses ask them


class Request:
    """What a command was told by the options that it shares with others, `given` by the name of their parameter.

    Raises Problem for those that are wrong.
    """

    def __init__(self, command: str, given: Mapping[str, Any]) -> None:
        self.named_roadmap: str | None = given.get("roadmap")
        self._data: str | None = given.get("data")
        for option, value in (("--data", self._data), ("--output", given["output"])):
            if value == "":
                raise Problem("usage.option-value", option=option, command=f"iknctl {command}")
        self.lang = chosen_language(given["lang"])
        self.output: str | None = None if given["output"] == "-" else given["output"]
        json, named = given.get("json"), given.get("format")
        self.form = _chosen_format(COMMANDS[command], "json" if json else named, self.output)
        if json and named not in (None, "json"):
            raise Problem("usage.two-formats", value=printable(named))
        repeated = (("--data", self._data), ("--lang", given["lang"]))
        self._repeated = shlex.join(word for name, value in repeated if value is not None for word in (name, value))
        self.keep(self._data)

    def keep(self, data: str | None) -> None:
        """Refuse to write over the data file that the answer is made from, None for the built-in. Raises Problem."""
        from iknctl.datafile import shipped

        try:
            same = self.output is not None and Path(self.output).samefile(shipped() if data is None else data)
        except (OSError, ValueError):  # one of them is not there, or its name holds a NUL
            return
        if same:
            raise Problem("usage.output-is-data", file=printable(str(self.output)))

    @cached_property
    def model(self) -> Model:
        """The model in the built-in data file or in the one that --data names. Raises Problem."""
        from iknctl.datafile import load

        if self._data not in _models:
            _models[self._data] = load(self._data)
        return _models[self._data]

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
        if self.form == "json":
            from iknctl.render import as_json

            return Result(as_json(answer), exit, self.output)
        from iknctl.render import render

        shown_on = surface(self.output)._replace(options=self._repeated)
        return Result(render(answer, self.model, self.form, self.lang, shown_on), exit, self.output)


def _chosen_format(spec: Spec, named: str | None, output: str | None) -> str:
    """The format that is named or, without a name, that the output's ending stands for; else the command's first."""
    ending = "" if named or output is None else Path(output).suffix
    if not spec.formats or (spec.name, named) == ("check", "text"):  # `text` is what its table was called at first
        return next(iter(spec.formats), "")
    if ending and ENDINGS.get(ending.lower()) not in spec.formats:
        known = ", ".join(each for each, form in ENDINGS.items() if form in spec.formats)
        raise Problem("unknown-format.ending", value=printable(ending), command=spec.name, known=known)
    if named is not None and named not in spec.formats:
        # A format that others have is no slip of the hand, so no other is suggested in its place.
        elsewhere = any(named in other.formats for other in COMMANDS.values())
        close = () if elsewhere else spec.formats
        raise unknown("format", named, close, listed=", ".join(spec.formats), command=spec.name)
    return named or ENDINGS.get(ending.lower(), spec.formats[0])


class Worded:
    """A part of every command and of their group: what Typer would word in English is in the reader's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from iknctl.cli.help import write

        write(self, ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        from iknctl.cli.completion import harmless
        from iknctl.cli.help import summary

        offers: list[Any] = super().shell_complete(ctx, incomplete)  # type: ignore[misc]
        for offer in offers:
            offer.help = harmless(summary(self, ctx, offer.value))
        return offers


class Command(Worded, typer.core.TyperCommand):
    """A command that words a surplus argument itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise Problem("usage.extra", value=printable(ctx.args[0]), example=COMMANDS[str(self.name)].examples[0])
        return []


class Group(Worded, typer.core.TyperGroup):
    """The group of all commands; one is imported and built when it is looked up."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _built(COMMANDS[cmd_name]) if cmd_name in COMMANDS else None


def _built(spec: Spec) -> Any:
    """The command of a function whose first parameter is a Request; the common options are added to the others."""
    function: Callable[..., Result] = getattr(import_module(f"iknctl.cli.{spec.module}"), spec.name)
    shared = [*spec.shares, *(("format", "json") if spec.formats else ()), "lang", "output"]

    def call(**given: Any) -> Result:
        return function(Request(spec.name, {option: given.pop(option) for option in shared}), **given)

    parameters = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    for name in shared:
        default = False if name == "json" else None
        parameters.append(
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=SHARED[name])
        )
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(spec.name, cls=Command, context_settings={**_HELP, "allow_extra_args": True})(call)
    return typer.main.get_command(alone)


_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="iknctl",
    cls=Group,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings=_HELP,
)


@app.callback()
def _root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V")] = False,
    install_completion: Annotated[bool, typer.Option("--install-completion", metavar="[SHELL]")] = False,
    show_completion: Annotated[bool, typer.Option("--show-completion", metavar="[SHELL]")] = False,
) -> None:
    if version:
        from iknctl import __version__

        typer.echo(f"iknctl {__version__}")
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(words: Sequence[str]) -> Exit:
    """Carry out one command line and return the exit code; whatever goes wrong is told in one place."""
    _models.clear()
    try:
        result = outcome(words)
        if isinstance(result.body, str) and result.to is None and (wrong := wrong_encoding()):
            from iknctl.cli.argv import language

            warn(f"iknctl: {getattr(message('wrong-encoding', value=wrong), language(words))}\n")
        return deliver(result)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        if "_IKNCTL_COMPLETE" in os.environ:  # a message would land in the line that is being typed
            return Exit.EMPTY
        from iknctl.cli import errors

        return errors.report(error, words, outcome)


def outcome(words: Sequence[str]) -> Result:
    """What a command line comes to, before anything is written. Raises Problem and Typer's usage errors."""
    ordered = list(words)
    if "_IKNCTL_COMPLETE" in os.environ:
        from iknctl.cli import completion

        return completion.complete(typer.main.get_command(app))
    if words and words[0] not in COMMANDS:
        from iknctl.cli.argv import commands_first

        ordered = commands_first(words)
        if ordered[:1] in (["--install-completion"], ["--show-completion"]):
            from iknctl.cli import completion

            return Result(completion.set_up(words))
        if ordered and ordered[0] not in COMMANDS and not ordered[0].startswith("-"):
            raise Problem("unknown-command", value=printable(ordered[0]))
    # The group is for what stands without a command; to make it takes as long as to make a command.
    spec = COMMANDS.get(ordered[0]) if ordered else None
    command = _built(spec) if spec else typer.main.get_command(app)
    name, args = (f"iknctl {spec.name}", ordered[1:]) if spec else ("iknctl", ordered)
    with redirect_stdout(io.StringIO()) as printed:  # Typer prints help itself; it is written as any answer is
        result = command(args, prog_name=name, standalone_mode=False, obj=words)
    return result if isinstance(result, Result) else Result(printed.getvalue(), Exit(result or 0))
