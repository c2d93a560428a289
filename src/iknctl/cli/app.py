"""The application: a command is built when it is named, its answer is written, and what goes wrong is reported."""

import inspect
import io
import os
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import Option

from iknctl.answers.types import Answer
from iknctl.cli.argv import commands_first, language
from iknctl.cli.completion import complete, complete_format, complete_language, complete_roadmap, set_up
from iknctl.cli.help import Worded
from iknctl.cli.output import Result, as_json, chosen_language, deliver, surface, warn, wrong_encoding
from iknctl.cli.registry import COMMANDS, ENDINGS, Spec
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.messages import message
from iknctl.model import Model, Roadmap
from iknctl.queries import find_roadmap
from iknctl.render import render


@cache
def _model(data: str | None) -> Model:
    """The model in a data file, None for the built-in: read once a run, however many guesses ask it. Raises Problem."""
    from iknctl.datafile import load

    return load(data)


class Request:
    """What a command was told by the options that it shares with others, which Typer makes from these parameters.

    A command that takes --data has the `model`, and the `roadmap` that is named or the file's default. Raises Problem.
    """

    def __init__(
        self,
        spec: Spec,
        roadmap: Annotated[str | None, Option("--roadmap", metavar="ID", autocompletion=complete_roadmap)] = None,
        data: Annotated[str | None, Option("--data", metavar="FILE", envvar="IKNCTL_DATA")] = None,
        format: Annotated[str | None, Option("--format", "-f", metavar="NAME", autocompletion=complete_format)] = None,  # noqa: A002
        json: Annotated[bool, Option("--json")] = False,
        lang: Annotated[
            str | None, Option("--lang", metavar="en|id", envvar="IKNCTL_LANG", autocompletion=complete_language)
        ] = None,
        output: Annotated[str | None, Option("--output", "-o", metavar="FILE")] = None,
    ) -> None:
        for option, value in (("--data", data), ("--output", output)):
            if value == "":
                raise Problem("usage.option-value", option=option, command=f"iknctl {spec.name}")
        self.lang = chosen_language(lang)
        self.output = None if output == "-" else output
        self.form = _chosen_format(spec, "json" if json else format, self.output)
        if json and format not in (None, "json"):
            raise Problem("usage.two-formats", value=printable(format))
        self._repeated = {name: value for name, value in (("--data", data), ("--lang", lang)) if value is not None}
        self.protect(data)
        self.model: Any = _model(data) if "data" in spec.shares else None
        if self.model is not None:
            self.roadmap = find_roadmap(self.model, roadmap)
            self.named_roadmap = None if roadmap is None else self.roadmap

    def protect(self, data: str | None) -> None:
        """Refuse to write over the data file that the answer is made from, None for the built-in. Raises Problem."""
        from iknctl.datafile import shipped

        with suppress(OSError, ValueError):  # one of them is not there, or its name holds a NUL
            if self.output is not None and Path(self.output).samefile(shipped() if data is None else data):
                raise Problem("usage.output-is-data", file=printable(self.output))

    def roadmaps(self, *, every: bool) -> tuple[Roadmap, ...]:
        """One roadmap or, where `every` asks for them, all of the file. Raises Problem when both are asked for."""
        if every and self.named_roadmap is not None:
            raise Problem("usage.roadmap-or-all")
        return self.model.roadmaps if every else (self.roadmap,)

    def answer(self, answer: Answer | dict[str, Any], exit_code: Exit = Exit.ANSWERED) -> Result:
        """The answer in the format, language and place that were asked for."""
        if self.form == "json":
            return Result(as_json(answer), exit_code, self.output)
        import shlex

        words = shlex.join(word for option in self._repeated.items() for word in option)
        shown_on = surface(self.output)._replace(options=words if words.isprintable() else "--data FILE")
        return Result(render(answer, self.model, self.form, self.lang, shown_on), exit_code, self.output)


def _chosen_format(spec: Spec, named: str | None, output: str | None) -> str:
    """The format that is named or, without a name, that the output's ending stands for; else the command's first."""
    if not spec.formats:
        return ""
    if named is None:
        ending = Path(output or "").suffix
        form = ENDINGS.get(ending.lower()) if ending else spec.formats[0]
        if form in spec.formats:
            return form
        known = ", ".join(each for each, form in ENDINGS.items() if form in spec.formats)
        raise Problem("unknown-format.ending", value=printable(ending), command=spec.name, known=known)
    if (spec.name, named) == ("check", "text"):  # what its table was called at first
        return "table"
    if named not in spec.formats:
        # A format that others have is no slip of the hand, so no other is suggested in its place.
        close = () if named in ENDINGS.values() else spec.formats
        raise unknown("format", named, close, listed=", ".join(spec.formats), command=spec.name)
    return named


class _Command(Worded, typer.core.TyperCommand):
    """One command."""


class _Group(Worded, typer.core.TyperGroup):
    """The group of all commands; one is imported and built when it is looked up."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _built(COMMANDS[cmd_name]) if cmd_name in COMMANDS else None


def _built(spec: Spec) -> Any:
    """The command of `def phase(request, when)`: an own parameter `when`, then the options that make a Request."""
    function: Callable[..., Result] = getattr(import_module(f"iknctl.cli.{spec.module}"), spec.name)
    names = {*spec.shares, *(("format", "json") if spec.formats else ()), "lang", "output"}
    shared = [each for each in inspect.signature(Request).parameters.values() if each.name in names]

    def call(ctx: typer.Context, **given: Any) -> Result:
        if ctx.args:
            from iknctl.messages.help import EXAMPLES

            raise Problem("usage.extra", value=printable(ctx.args[0]), example=EXAMPLES[spec.name][0])
        return function(Request(spec, **{each.name: given.pop(each.name) for each in shared}), **given)

    (context, _), (_, *own) = (inspect.signature(each).parameters.values() for each in (call, function))
    call.__signature__ = inspect.Signature([context, *own, *shared])  # type: ignore[attr-defined]
    alone = typer.Typer(add_completion=False)
    alone.command(spec.name, cls=_Command, context_settings={**_HELP, "allow_extra_args": True})(call)
    return typer.main.get_command(alone)


_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(name="iknctl", cls=_Group, invoke_without_command=True, add_completion=False, context_settings=_HELP)


@app.callback()
def _root(
    ctx: typer.Context,
    version: Annotated[bool, Option("--version", "-V")] = False,
    install_completion: Annotated[bool, Option("--install-completion", metavar="[SHELL]")] = False,
    show_completion: Annotated[bool, Option("--show-completion", metavar="[SHELL]")] = False,
) -> Result | None:
    if version:
        from iknctl import __version__

        return Result(f"iknctl {__version__}\n")
    if install_completion or show_completion:
        return Result(set_up(ctx.obj))
    return Result(f"{ctx.get_help()}\n") if ctx.invoked_subcommand is None else None


def run(words: Sequence[str]) -> Exit:
    """Carry out one command line and return the exit code; whatever goes wrong is reported in one place."""
    _model.cache_clear()
    try:
        result = outcome(words)
        if isinstance(result.body, str) and result.to is None and (wrong := wrong_encoding()):
            warn(f"iknctl: {getattr(message('wrong-encoding', value=wrong), language(words))}\n")
        return deliver(result)
    except Exception as error:
        if "_IKNCTL_COMPLETE" in os.environ:  # a message would land in the line that is being typed
            return Exit.EMPTY
        from iknctl.cli import errors

        return errors.report(error, words, outcome)


def outcome(words: Sequence[str]) -> Result:
    """What a command line comes to, before anything is written. Raises Problem and Typer's usage errors."""
    if "_IKNCTL_COMPLETE" in os.environ:
        return complete(typer.main.get_command(app))
    ordered = list(words) if words and words[0] in COMMANDS else commands_first(words)
    # The group is for what stands without a command; to make it takes as long as to make a command.
    spec = COMMANDS.get(ordered[0]) if ordered else None
    command = _built(spec) if spec else typer.main.get_command(app)
    name, args = (f"iknctl {spec.name}", ordered[1:]) if spec else ("iknctl", ordered)
    with redirect_stdout(io.StringIO()) as printed:  # Typer prints help itself; it is written as any answer is
        result = command(args, prog_name=name, standalone_mode=False, obj=words)
    if result == Exit.INTERRUPTED:  # which Typer makes an exit code of
        raise KeyboardInterrupt
    return result if isinstance(result, Result) else Result(printed.getvalue(), Exit(result or 0))
