"""Help in the reader's language, from `messages.help` and the parameters of the commands."""

import re
from typing import Any

from iknctl.cli.argv import language
from iknctl.cli.completion import harmless
from iknctl.cli.registry import COMMANDS, ENDINGS
from iknctl.messages import Lang, message


class Worded:
    """A part of every command and of their group: what Typer would word in English is in the reader's language."""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        """Write the help as Typer's formatter lays it out."""
        lang, is_command = language(ctx.find_root().obj or ()), self.name in COMMANDS
        parameters: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for each in self.get_params(ctx):
            parameters[each.param_type_name].append(_row(lang, self.name, each))
        usage = ["options-go-here"] if is_command else ["options-go-here", "command-goes-here"]
        written = [*(_say(lang, key) for key in usage), *(name for name, _ in parameters["argument"])]
        formatter.write_usage(ctx.command_path, " ".join(written), prefix=f"{_say(lang, 'usage')}: ")
        for key in (self.name, f"details.{self.name}"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_say(lang, key))
        commands = [] if is_command else [(name, _say(lang, name)) for name in COMMANDS]
        for title, rows in (*parameters.items(), ("command", commands)):
            if rows:
                with formatter.section(_say(lang, f"{title}s")):
                    formatter.write_dl(rows)
        with formatter.section(_say(lang, "examples")):
            from iknctl.messages.help import EXAMPLES

            formatter.write("".join(f"  {example}\n" for example in EXAMPLES[self.name]))

    def shell_complete(self: Any, ctx: Any, incomplete: str) -> list[Any]:
        """What a shell is offered: commands, options and values, with what a command or an option is for."""
        lang = language(("--lang", ctx.params["lang"]) if ctx.params.get("lang") else ())
        meanings = {option: _row(lang, self.name, each)[1] for each in self.get_params(ctx) for option in each.opts}
        meanings |= {name: _say(lang, name) for name in COMMANDS}
        offers: list[Any] = super().shell_complete(ctx, incomplete)  # type: ignore[misc]
        for offer in offers:
            offer.help = harmless(meanings.get(offer.value, ""))
        return offers


def _say(lang: Lang, key: str, **params: object) -> str:
    return str(getattr(message(f"help.{key}", **params), lang))


def _row(lang: Lang, command: str, parameter: Any) -> tuple[str, str]:
    """A parameter as it is written, and what it is for: `-o, --output BERKAS` in Indonesian."""
    options = ", ".join(sorted((each for each in parameter.opts if each.startswith("-")), key=len))
    metavar = re.sub(r"[A-Z]+", lambda word: _say(lang, f"metavar.{word[0]}"), parameter.metavar or "")
    formats = COMMANDS[command].formats if command in COMMANDS else ()
    meaning = _say(
        lang,
        f"param.{parameter.name}.{command}",
        formats=", ".join(formats),
        first=next(iter(formats), ""),
        endings=" ".join(ending for ending, form in ENDINGS.items() if form in formats),
    )
    return f"{options} {metavar}".strip(), meaning + (f" [{parameter.envvar}]" if parameter.envvar else "")
