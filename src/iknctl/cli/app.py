"""The application: commands that are built only when they are named, and one way out for every answer and error."""

import io
import re
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import redirect_stdout
from importlib import import_module
from typing import Annotated, Any

import typer

from iknctl.cli.output import Outcome, deliver
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, shown, unknown


class Commands(MutableMapping[str, Any]):
    """The commands by name; one is imported and built when it is looked up, so that a call pays only for its own."""

    def __getitem__(self, name: str) -> Any:
        from iknctl.cli.asking import build

        spec = COMMANDS[name]
        module = import_module(f"iknctl.cli.commands.{spec.module}")
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
            raise _first_words(args)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):  # from the registry, so that help need not build every command
            formatter.write_dl([(name, spec.summary) for name, spec in COMMANDS.items()])


def _first_words(args: list[str]) -> Problem:
    """What to say to a first word that is no command: often it is the question itself."""
    from iknctl import when

    words = _plain_words(args)
    asked = " ".join(words)
    try:
        when.read_when(asked, when.today())
    except Problem:
        if len(words) == 1 and asked.isascii() and asked.isdigit():
            return Problem("unknown-command.phase", value=shown(asked))
        return unknown("command", args[0], COMMANDS)
    return Problem("unknown-command.when", value=shown(asked))


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
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
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
        return deliver(_outcome(_commands_first(words)))
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        from iknctl.cli import faults

        return faults.report(faults.problem_of(error, words), faults.manner(words))


def _outcome(words: Sequence[str]) -> Outcome:
    # Typer prints help and completions by itself; held here, they go out through the same door as an answer.
    with redirect_stdout(io.StringIO()) as printed:
        try:
            result = typer.main.get_command(app)(list(words), prog_name="iknctl", standalone_mode=False)
        except SystemExit as end:  # how Typer leaves when it has completed a word
            result = end.code
    if isinstance(result, Outcome):
        return result
    return Outcome(printed.getvalue(), Exit(result or 0))


_VALUED = ("--roadmap", "--data", "--lang", "--format", "-f", "--output", "-o")
_JOINED = re.compile(r"--(?:roadmap|data|lang|format|output)=|-[fo].", re.DOTALL)


def _taken(word: str) -> int:
    """How many words a common option takes up with its value; 0 when the word is no common option."""
    if word in _VALUED:
        return 2
    return 1 if word == "--json" or _JOINED.match(word) else 0


def _commands_first(words: Sequence[str]) -> list[str]:
    """Common options that stand before the command, put behind it, where Typer expects them."""
    index = 0
    while index < len(words) and (taken := _taken(words[index])):
        index += taken
    before, rest = words[:index], words[index:]
    if index > len(words):
        raise Problem("usage.option-value", option=words[-1], command="iknctl")
    if before and not rest:
        raise Problem("usage.no-command", given=shown(" ".join(before)))
    if before and rest[0] == "--":
        rest = rest[1:]
    if not rest or rest[0].startswith("-"):
        return list(rest)  # help and the version are the same whatever the options
    return [rest[0], *before, *rest[1:]]


def _plain_words(words: Sequence[str]) -> list[str]:
    """The words that are neither options nor the values of common ones."""
    found, index = [], 0
    while index < len(words):
        taken = _taken(words[index])
        if not words[index].startswith("-"):
            found.append(words[index])
        index += taken or 1
    return found
