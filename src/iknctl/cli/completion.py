"""What the shell offers when a word is completed, and how completion is set up."""

import errno
import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import typer

from iknctl.cli.output import Result, Stream, encoded
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, unknown
from iknctl.messages import LANGUAGES
from iknctl.model import MilestoneKind, Model

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_VARIABLE = "_IKNCTL_COMPLETE"


def harmless(text: str) -> str:
    """A text with nothing in it that means something to a shell or a terminal. Of blanks, which can be quoted, one
    stays where a shell would fold several."""
    return " ".join(re.sub(r"[^\w\-.:@%+/, ]", "", text).split())


def _offered(find: Callable[[typer.Context], Iterable[str]]) -> Callable[[typer.Context, str], list[str]]:
    """A completion for Typer: those of the found words that begin so and are harmless."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return [word for word in find(ctx) if word.startswith(incomplete) and harmless(word) == word != ""]

    return complete


def _model(ctx: typer.Context) -> Model:
    from iknctl.datafile import load

    return load(ctx.params.get("data"))


@_offered
def complete_phase(ctx: typer.Context) -> list[str]:
    """The numbers and ids of the phases of the roadmap that was named, or of the default one."""
    from iknctl.queries import find_roadmap

    phases = find_roadmap(_model(ctx), ctx.params.get("roadmap")).phases
    return [word for phase in phases for word in (str(phase.number), phase.id)]


@_offered
def complete_column(ctx: typer.Context) -> list[str]:
    """The columns of the file that is to be annotated; standard input is not for a completion to read."""
    from iknctl.annotate import columns, form_of

    file = ctx.params.get("file") or next(iter(ctx.args), None)  # not yet told apart while an option lacks its value
    form = ctx.params.get("form") or (file and form_of(file))
    if not file or not form or not Path(file).is_file():
        return []
    with Path(file).open("rb") as stream:
        return columns(stream, form, ctx.params.get("delimiter"))


complete_roadmap = _offered(lambda ctx: [roadmap.id for roadmap in _model(ctx).roadmaps])
complete_source = _offered(lambda ctx: [source.id for source in _model(ctx).sources])
complete_format = _offered(lambda ctx: COMMANDS[ctx.info_name or ""].formats)
complete_form = _offered(lambda _: import_module("iknctl.annotate").FORMS)
complete_kind = _offered(lambda _: get_args(MilestoneKind))
complete_language = _offered(lambda _: LANGUAGES)
complete_shape = _offered(lambda _: import_module("iknctl.answers.schemas").SHAPES)


def complete(group: Any) -> Result:
    """What Typer prints for the shell, with blanks quoted for bash, which puts a word into the line as it is."""
    import_module("typer.completion").completion_init()
    with redirect_stdout(StringIO()) as printed:
        try:
            group([], prog_name="iknctl", standalone_mode=False)
        except SystemExit as end:  # how Typer leaves when it has completed a word
            body = printed.getvalue()
            if os.environ[_VARIABLE] == "complete_bash":
                typed = os.environ["COMP_WORDS"].split("\n")[int(os.environ["COMP_CWORD"])]
                body = body if typed.startswith(("'", '"')) else body.replace(" ", "\\ ")
            elif os.environ[_VARIABLE] in ("complete_powershell", "complete_pwsh"):  # which quotes nothing
                body = "".join(filter(re.compile(r"[\w-][\w.-]*(:::|$)").match, body.splitlines(keepends=True)))
            return Result(body.encode(), Exit(int(end.code or 0)))
    return Result(b"")


def set_up(words: Sequence[str]) -> Stream:
    """Install the completion of a shell or show it, for the one that is named or the one that is running.

    Nothing happens before the text that says so is asked for. Raises Problem.
    """
    from iknctl.cli.argv import language, split
    from iknctl.messages import message
    from iknctl.messages.system import said

    typers: Any = import_module("typer.completion")
    shellingham: Any = import_module("shellingham")  # Typer has it
    plain, options = split(words)
    option, named, _ = next(each for each in options if each[0].endswith("-completion"))
    try:
        shell = named or next(iter(plain), None) or str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure as error:
        raise Problem("usage.shell") from error
    if shell not in SHELLS:
        raise unknown("shell", shell, SHELLS)
    if option == "--show-completion":
        yield f"{typers.get_completion_script(prog_name='iknctl', complete_var=_VARIABLE, shell=shell)}\n".encode()
        return
    try:
        _, file = typers.install(shell=shell, prog_name="iknctl", complete_var=_VARIABLE)
    except Exception as error:  # Typer looks into files and asks shells
        reason = said(error if isinstance(error, OSError) else OSError(errno.EIO, ""))
        raise Problem("unwritable-output.completion", shell=shell, detail=reason) from error
    yield encoded(f"{getattr(message('completion-installed', shell=shell, file=file), language(words))}\n")
