"""The application: a group of commands that are built only when they are named, and one way out for every outcome."""

import io
import os
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from typing import Annotated, Any

import typer

from iknctl.cli.command import Worded, build
from iknctl.cli.output import Result, deliver
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, printable


class Group(Worded, typer.core.TyperGroup):
    """The group of all commands; one is imported and built when it is looked up."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        spec = COMMANDS.get(cmd_name)
        return spec and build(spec, getattr(import_module(f"iknctl.cli.{spec.module}"), cmd_name))


app = typer.Typer(
    name="iknctl",
    cls=Group,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
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
    try:
        return deliver(outcome(words))
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        if "_IKNCTL_COMPLETE" in os.environ:  # a message would land in the line that is being typed
            return Exit.EMPTY
        from iknctl.cli import errors

        return errors.report(error, words, outcome)


def outcome(words: Sequence[str]) -> Result:
    """What a command line comes to, before anything is written. Raises Problem and Typer's usage errors."""
    given = words
    if words and words[0] not in COMMANDS:
        from iknctl.cli.argv import commands_first

        words = commands_first(words)
        if words and words[0] not in COMMANDS and not words[0].startswith("-"):
            raise Problem("unknown-command", value=printable(words[0]))
        if words and words[0].startswith(("--install-completion", "--show-completion")):
            from iknctl.cli.completion import set_up

            return Result(set_up(words))
    # Typer prints help and completions by itself; what it prints is written as any other answer is.
    with redirect_stdout(io.StringIO()) as printed:
        try:
            if "_IKNCTL_COMPLETE" in os.environ:
                from iknctl.cli.completion import begin

                begin()
            result = typer.main.get_command(app)(list(words), prog_name="iknctl", standalone_mode=False, obj=given)
        except SystemExit as end:  # how Typer leaves when it has completed a word
            from iknctl.cli.completion import quoted

            return Result(quoted(printed.getvalue()).encode(), Exit(end.code or 0))
    return result if isinstance(result, Result) else Result(printed.getvalue(), Exit(result or 0))
