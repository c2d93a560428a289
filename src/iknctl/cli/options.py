"""The options that commands have in common, and how a choice is made where one is left out."""

import os
from typing import Annotated, Any

import typer

from iknctl.cli.completion import complete_format, complete_language, complete_roadmap
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Problem, printable, unknown
from iknctl.messages import LANGUAGES, Lang

Roadmap = Annotated[
    str | None,
    typer.Option(
        "--roadmap",
        metavar="ID",
        help="The roadmap to ask; the data file's default if left out.",
        autocompletion=complete_roadmap,
    ),
]
Data = Annotated[
    str | None,
    typer.Option("--data", metavar="FILE", envvar="IKNCTL_DATA", help="Another data file than the shipped one."),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|id",
        envvar="IKNCTL_LANG",
        help="English or Indonesian; the locale's if left out.",
        autocompletion=complete_language,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all, instead of printing."),
]


def format_of(formats: tuple[str, ...]) -> Any:
    """The --format option of a command, which names the formats that it has."""
    told = f"One of {', '.join(formats)}; {formats[0]} if left out." if len(formats) > 1 else f"Only {formats[0]}."
    option = typer.Option("--format", "-f", metavar="NAME", help=told, autocompletion=complete_format)
    return Annotated[str | None, option]


def chosen_format(command: str, formats: tuple[str, ...], named: str | None, *, json: bool) -> str:
    """The format that --format and --json ask for, by default the command's first. Raises Problem."""
    if json and named not in (None, "json"):
        raise Problem("usage.two-formats", value=printable(named))
    if json:
        return "json"
    if named is None or (command, named) == ("check", "text"):  # the name that it had at first
        return formats[0]
    if named not in formats:
        # A format that others have is no slip of the hand, so no other is suggested in its place.
        elsewhere = any(named in spec.formats for spec in COMMANDS.values())
        near = () if elsewhere else formats
        raise unknown("format", named, near, listed=", ".join(formats), command=command)
    return named


def chosen_language(named: str | None) -> Lang:
    """The language that --lang or IKNCTL_LANG names, else the locale's, else English. Raises Problem."""
    if named is None:
        return locale_language()
    if named not in LANGUAGES:
        raise unknown("language", named, LANGUAGES)
    return named


def locale_language() -> Lang:
    """Indonesian where the locale for messages says so, English otherwise."""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((setting for setting in settings if setting), "")
    return "id" if locale.partition(".")[0].partition("@")[0].partition("_")[0].lower() == "id" else "en"
