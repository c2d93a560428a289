"""The arguments and options of the commands. What they mean is in `messages.help`, by the name of the parameter."""

from typing import Annotated

from typer import Argument, Option

from iknctl.cli import completion

SHARED = {
    "roadmap": Annotated[str | None, Option("--roadmap", metavar="ID", autocompletion=completion.complete_roadmap)],
    "data": Annotated[str | None, Option("--data", metavar="FILE", envvar="IKNCTL_DATA")],
    "format": Annotated[
        str | None, Option("--format", "-f", metavar="NAME", autocompletion=completion.complete_format)
    ],
    "json": Annotated[bool, Option("--json")],
    "lang": Annotated[
        str | None,
        Option("--lang", metavar="en|id", envvar="IKNCTL_LANG", autocompletion=completion.complete_language),
    ],
    "output": Annotated[str | None, Option("--output", "-o", metavar="FILE")],
}
"""The options that commands have in common."""

When = Annotated[list[str] | None, Argument(metavar="[WHEN]...")]
Words = Annotated[list[str] | None, Argument(metavar="[TEXT]...")]
PhaseName = Annotated[str, Argument(metavar="PHASE", autocompletion=completion.complete_phase)]
OnePhase = Annotated[str | None, Option("--phase", metavar="PHASE", autocompletion=completion.complete_phase)]
All = Annotated[bool, Option("--all")]
Kind = Annotated[str | None, Option("--kind", metavar="KIND", autocompletion=completion.complete_kind)]
RoadmapName = Annotated[str | None, Argument(metavar="[ROADMAP]", autocompletion=completion.complete_roadmap)]
SourceName = Annotated[str | None, Argument(metavar="[ID]", autocompletion=completion.complete_source)]
File = Annotated[str | None, Argument(metavar="[FILE]", envvar="IKNCTL_DATA")]
Strict = Annotated[bool, Option("--strict")]
Shape = Annotated[str | None, Argument(metavar="[COMMAND]", autocompletion=completion.complete_shape)]
