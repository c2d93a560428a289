"""Help in the reader's language, from `messages.help` and the parameters of the commands."""

import re
from functools import partial
from typing import Any

from iknctl.cli.argv import language
from iknctl.cli.registry import COMMANDS, ENDINGS
from iknctl.messages import Lang, message
from iknctl.messages.help import EXAMPLES


def _say(lang: Lang, key: str, **params: object) -> str:
    return str(getattr(message(f"help.{key}", **params), lang))


def _row(lang: Lang, command: Any, parameter: Any) -> tuple[str, str]:
    """A parameter as it is written, and what it is for: `-o, --output BERKAS` in Indonesian."""
    options = ", ".join(sorted((each for each in parameter.opts if each.startswith("-")), key=len))
    metavar = re.sub(r"[A-Z]+", lambda word: _say(lang, f"metavar.{word[0]}"), parameter.metavar or "")
    formats = COMMANDS[command.name].formats if command.name in COMMANDS else ()
    meaning = _say(
        lang,
        f"param.{parameter.name}.{command.name}",
        formats=", ".join(formats),
        first=next(iter(formats), ""),
        endings=" ".join(ending for ending, form in ENDINGS.items() if form in formats),
    )
    return f"{options} {metavar}".strip(), meaning + (f" [{parameter.envvar}]" if parameter.envvar else "")


def write(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the help of a command, or of iknctl itself, as Typer's formatter lays it out."""
    lang = language(ctx.find_root().obj or ())
    text = partial(_say, lang)
    parameters = command.get_params(ctx)
    rows = {
        kind: [_row(lang, command, each) for each in parameters if each.param_type_name == kind]
        for kind in ("argument", "option")
    }
    usage = [text("options-go-here"), *(name for name, _ in rows["argument"])]
    sections = {"arguments": rows["argument"], "options": rows["option"]}
    if command.name not in COMMANDS:
        usage.append(text("command-goes-here"))
        sections["commands"] = [(name, text(name)) for name in COMMANDS]
    formatter.write_usage(ctx.command_path, " ".join(usage), prefix=f"{text('usage')}: ")
    for key in (command.name, f"details.{command.name}"):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text(key))
    for title, lines in sections.items():
        if lines:
            with formatter.section(text(title)):
                formatter.write_dl(lines)
    with formatter.section(text("examples")):
        formatter.write("".join(f"  {example}\n" for example in EXAMPLES[command.name]))


def summary(command: Any, ctx: Any, word: str) -> str:
    """What a completed word, a command or an option, is for."""
    lang = language(("--lang", ctx.params["lang"]) if ctx.params.get("lang") else ())
    if word in COMMANDS:
        return _say(lang, word)
    return next((_row(lang, command, each)[1] for each in command.get_params(ctx) if word in each.opts), "")
