"""Help in the reader's language, from `messages.help` and the parameters of the commands."""

import re
from typing import Any

from iknctl.cli.errors import manner
from iknctl.cli.registry import COMMANDS, ENDINGS
from iknctl.messages import Lang, message
from iknctl.messages.help import EXAMPLES


def _say(lang: Lang, key: str, **params: object) -> str:
    return str(getattr(message(f"help.{key}", **params), lang))


def _meaning(lang: Lang, command: Any, parameter: Any) -> str:
    """What a parameter is for, and the environment variable that stands in for it."""
    spec = COMMANDS.get(command.name)
    formats = spec.formats if spec else ()
    key = f"param.{parameter.name}.{command.name}"
    endings = " ".join(ending for ending, form in ENDINGS.items() if form in formats)
    text = _say(lang, key, formats=", ".join(formats), first=next(iter(formats), ""), endings=endings)
    return f"{text} [{parameter.envvar}]" if parameter.envvar else text


def _metavar(lang: Lang, parameter: Any) -> str:
    """The word that stands for a value; `[WHEN]...` is `[WAKTU]...` in Indonesian."""
    return re.sub(r"[A-Z]+", lambda word: _say(lang, f"metavar.{word[0]}"), parameter.metavar or "")


def write(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the help of a command, or of iknctl itself, as Typer's formatter lays it out."""
    lang = manner(ctx.find_root().obj or ()).lang
    parameters = command.get_params(ctx)
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    pieces = [_say(lang, "options-go-here"), *(_metavar(lang, each) for each in arguments)]
    if ctx.parent is None:
        pieces.append(_say(lang, "command-goes-here"))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{_say(lang, 'usage')}: ")
    for text in (_say(lang, command.name), _say(lang, f"details.{command.name}")):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)
    rows = [(_metavar(lang, each), _meaning(lang, command, each)) for each in arguments]
    if rows:
        with formatter.section(_say(lang, "arguments")):
            formatter.write_dl(rows)
    with formatter.section(_say(lang, "options")):
        formatter.write_dl(
            [
                (
                    " ".join([", ".join(sorted(each.opts, key=len)), _metavar(lang, each)]).strip(),
                    _meaning(lang, command, each),
                )
                for each in parameters
                if each.param_type_name == "option"
            ]
        )
    if ctx.parent is None:
        with formatter.section(_say(lang, "commands")):
            formatter.write_dl([(name, _say(lang, name)) for name in COMMANDS])
    with formatter.section(_say(lang, "examples")):
        for example in EXAMPLES[command.name]:
            formatter.write(f"  {example}\n")


def summary(command: Any, ctx: Any, word: str) -> str:
    """What a completed word, a command or an option, is for."""
    lang = manner(("--lang", ctx.params["lang"]) if ctx.params.get("lang") else ()).lang
    if word in COMMANDS:
        return _say(lang, word)
    parameter = next((each for each in command.get_params(ctx) if word in each.opts), None)
    return _meaning(lang, command, parameter) if parameter else ""
