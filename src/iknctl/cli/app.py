"""The application: commands that are built only when they are named, and one way out for every answer and error."""

import io
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import redirect_stdout
from importlib import import_module
from typing import Annotated, Any

import typer

from iknctl.cli.argv import commands_first, first_words
from iknctl.cli.output import Result, deliver
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit


class Commands(MutableMapping[str, Any]):
    """The commands by name; one is imported and built when it is looked up, so that a call pays only for its own."""

    def __getitem__(self, name: str) -> Any:
        from iknctl.cli.command import build

        spec = COMMANDS[name]
        module = import_module(f"iknctl.cli.{spec.module}")
        return build(name, getattr(module, name))

    def __setitem__(self, name: str, command: Any) -> None:
        raise TypeError("a command is added to the registry")

    def __delitem__(self, name: str) -> None:
        raise TypeError("a command is removed from the registry")

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Group(typer.core.TyperGroup):
    """The group of all commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": Commands()})

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise first_words(args)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):  # from the registry, so that help need not build every command
            formatter.write_dl([(name, spec.summary) for name, spec in COMMANDS.items()])


app = typer.Typer(
    name="iknctl",
    cls=Group,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version and exit.")] = False,
) -> None:
    """How Indonesia moves its civil service to the new capital, Nusantara: the phases, their goals, who says so, and
    where the sources contradict each other.

    \b
    Examples:
      iknctl phase 2031
      iknctl timeline --all
      iknctl conflicts --lang id
    """
    if version:
        from iknctl import __version__

        typer.echo(f"iknctl {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(words: Sequence[str]) -> Exit:
    """Carries out one command line and returns the exit code; whatever goes wrong is told in one place."""
    try:
        return deliver(_outcome(commands_first(words)))
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        from iknctl.cli import errors

        return errors.told(error, words)


def _outcome(words: Sequence[str]) -> Result:
    # Typer prints help and completions by itself; held here, they go out through the same door as an answer.
    with redirect_stdout(io.StringIO()) as printed:
        try:
            result = typer.main.get_command(app)(list(words), prog_name="iknctl", standalone_mode=False)
        except SystemExit as end:  # how Typer leaves when it has completed a word
            result = end.code
    if isinstance(result, Result):
        return result
    return Result(printed.getvalue(), Exit(result or 0))
