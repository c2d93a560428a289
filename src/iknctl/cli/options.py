"""The arguments and options of the commands. Their texts are in `messages.help`, by name."""

from typing import Annotated

import typer

from iknctl.cli import completion

Json = Annotated[bool, typer.Option("--json")]
Format = Annotated[
    str | None, typer.Option("--format", "-f", metavar="NAME", autocompletion=completion.complete_format)
]
Roadmap = Annotated[str | None, typer.Option("--roadmap", metavar="ID", autocompletion=completion.complete_roadmap)]
Data = Annotated[str | None, typer.Option("--data", metavar="FILE", envvar="IKNCTL_DATA")]
Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="en|id", envvar="IKNCTL_LANG", autocompletion=completion.complete_language),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE")]
SHARED = {"roadmap": Roadmap, "data": Data, "format": Format, "json": Json, "lang": Language, "output": Output}
"""The options that commands have in common, by the name of the parameter."""

When = Annotated[list[str] | None, typer.Argument(metavar="[WHEN]...")]
Words = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...")]
All = Annotated[bool, typer.Option("--all")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", autocompletion=completion.complete_kind)]
PhaseName = Annotated[str, typer.Argument(metavar="PHASE", autocompletion=completion.complete_phase)]
OnePhase = Annotated[str | None, typer.Option("--phase", metavar="PHASE", autocompletion=completion.complete_phase)]
RoadmapName = Annotated[str | None, typer.Argument(metavar="[ROADMAP]", autocompletion=completion.complete_roadmap)]
SourceName = Annotated[str | None, typer.Argument(metavar="[ID]", autocompletion=completion.complete_source)]
File = Annotated[str | None, typer.Argument(metavar="[FILE]", envvar="IKNCTL_DATA")]
Strict = Annotated[bool, typer.Option("--strict")]
Shape = Annotated[str | None, typer.Argument(metavar="[COMMAND]", autocompletion=completion.complete_shape)]
