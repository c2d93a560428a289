"""What the shell offers when a word is completed, and how completion is set up."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from subprocess import SubprocessError
from typing import get_args

import typer

from iknctl.cli.argv import split
from iknctl.cli.output import chosen_language
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Problem, unknown
from iknctl.model import MilestoneKind, Model, Text

Offers = Iterator[tuple[str, str]]
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_VARIABLE = "_IKNCTL_COMPLETE"
_HEADER = 64 * 1024


def _harmless(char: str) -> bool:
    """Whether no shell gives a character a meaning, and no terminal obeys it; a blank counts."""
    return char.isprintable() and (not char.isascii() or char.isalnum() or char in "-_.:@%+/, ")


def _offers(words: Iterable[tuple[str, str]], incomplete: str) -> Offers:
    """The words that begin so and are harmless, each with as much of its description as is."""
    for word, description in words:
        # Shells split and join at blanks, and would give back one for two.
        if word.startswith(incomplete) and " ".join(word.split()) == word != "" and all(map(_harmless, word)):
            yield word, " ".join("".join(filter(_harmless, description)).split())


def _model(ctx: typer.Context) -> Model:
    """The model of the data file that the command line names. Raises Problem, which ends the completion."""
    from iknctl.datafile import load

    return load(ctx.params.get("data"))


def _named(ctx: typer.Context, text: Text) -> str:
    """A name in the language of the command line."""
    return str(getattr(text, chosen_language(ctx.params.get("lang"))))


def complete_roadmap(ctx: typer.Context, incomplete: str) -> Offers:
    """The ids of the roadmaps."""
    return _offers(((each.id, _named(ctx, each.name)) for each in _model(ctx).roadmaps), incomplete)


def complete_phase(ctx: typer.Context, incomplete: str) -> Offers:
    """The numbers and ids of the phases of the roadmap that was named, or of the default one."""
    from iknctl.queries import find_roadmap

    phases = find_roadmap(_model(ctx), ctx.params.get("roadmap")).phases
    names = ((word, _named(ctx, each.name)) for each in phases for word in (str(each.number), each.id))
    return _offers(names, incomplete)


def complete_source(ctx: typer.Context, incomplete: str) -> Offers:
    """The ids of the sources."""
    return _offers(((each.id, each.publisher) for each in _model(ctx).sources), incomplete)


def complete_column(ctx: typer.Context, incomplete: str) -> Offers:
    """The columns of the file that is to be annotated; standard input is not for a completion to read."""
    from iknctl.annotate import columns, form_of

    file = ctx.params.get("file") or next(iter(ctx.args), None)  # not yet told apart while an option lacks its value
    form = ctx.params.get("form") or (file and form_of(file))
    if not file or not form or not Path(file).is_file():
        return iter(())
    with Path(file).open("rb") as stream:
        header = BytesIO(stream.read(_HEADER))
    return _offers(((name, "") for name in columns(header, form, ctx.params.get("delimiter"))), incomplete)


def complete_format(ctx: typer.Context, incomplete: str) -> Offers:
    """The formats of the command that is being typed."""
    spec = COMMANDS.get(ctx.info_name or "")
    return _offers(((name, "") for name in (spec.formats if spec else ())), incomplete)


def complete_form(incomplete: str) -> Offers:
    """The forms that rows may be in."""
    from iknctl.annotate import FORMS

    return _offers(((form, "") for form in FORMS), incomplete)


def complete_kind(incomplete: str) -> Offers:
    """The kinds of milestones."""
    return _offers(((kind, "") for kind in get_args(MilestoneKind)), incomplete)


def complete_language(incomplete: str) -> Offers:
    """The languages."""
    return _offers((("en", "English"), ("id", "Bahasa Indonesia")), incomplete)


def complete_shape(incomplete: str) -> Offers:
    """What `schema` describes."""
    from iknctl.answers.schemas import SHAPES

    return _offers(((name, "") for name in SHAPES), incomplete)


def begin() -> None:
    """Make Typer's completion of each shell known, as its own options would."""
    from typer.completion import completion_init

    completion_init()


def quoted(printed: str) -> str:
    """What Typer printed for the shell, with the words quoted where the shell takes them as they are.

    zsh and fish quote a word themselves. bash puts it into the command line, behind a quotation mark if one was typed.
    """
    shell = os.environ[_VARIABLE].partition("_")[2]
    if shell == "bash":
        typed = os.environ.get("COMP_WORDS", "").split("\n")[int(os.environ.get("COMP_CWORD") or -1) :][:1]
        return printed if typed and typed[0].startswith(("'", '"')) else printed.replace(" ", "\\ ")
    if shell in ("powershell", "pwsh"):
        rows = (line.partition(":::") for line in printed.splitlines())
        return "".join(f"{_in_marks(word)}{mark}{rest}\n" for word, mark, rest in rows)
    return printed


def _in_marks(word: str) -> str:
    """A word as PowerShell takes it; there a comma, a blank or a sign in front would have a meaning."""
    return word if word.replace("-", "").isalnum() else f"'{word}'"


def set_up(words: Sequence[str]) -> str:
    """Install the completion of a shell or show it, for the one that is named or the one that is running.

    Returns what to print. Raises Problem.
    """
    from typer import completion

    from iknctl.cli.errors import manner
    from iknctl.messages import message
    from iknctl.messages.system import said

    line = split(words)
    option = line.options[0]
    shell = option.value or next(iter(line.plain), None) or _running_shell()
    if shell not in SHELLS:
        raise unknown("shell", shell, SHELLS)
    if option.name == "--show-completion":
        return completion.get_completion_script(prog_name="iknctl", complete_var=_VARIABLE, shell=shell) + "\n"
    try:
        _, file = completion.install(shell=shell, prog_name="iknctl", complete_var=_VARIABLE)
    except (OSError, RuntimeError, ValueError, SubprocessError, typer.Exit) as error:
        reason = said(error) if isinstance(error, OSError) else said(OSError(errno.EIO, ""))
        raise Problem("unwritable-output.completion", shell=shell, detail=reason) from error
    return str(getattr(message("completion-installed", shell=shell, file=file), manner(words).lang)) + "\n"


def _running_shell() -> str:
    """The shell that iknctl was started from. Raises Problem when it cannot be told."""
    import shellingham

    try:
        return str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure as error:
        raise Problem("usage.shell") from error
