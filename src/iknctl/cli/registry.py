"""The commands, and the formats that they answer in."""

from typing import NamedTuple

TABULAR = ("table", "json", "csv", "tsv", "markdown")
PROSE = ("table", "json", "markdown")
ENDINGS = {".txt": "table", ".json": "json", ".csv": "csv", ".tsv": "tsv", ".md": "markdown"}
ENDINGS |= {".svg": "svg", ".html": "html", ".mmd": "mermaid"}  # the formats that endings of files stand for


class Spec(NamedTuple):
    """A command: a function of this name in a module of `cli`, its formats, and the options that it shares with others.

    One without formats writes in the format that it reads. Its texts are in `messages.help`.
    """

    name: str
    formats: tuple[str, ...]
    shares: tuple[str, ...] = ("roadmap", "data")
    module: str = "commands"


_SPECS = (
    Spec("phase", TABULAR),
    Spec("compare", TABULAR, ("data",)),
    Spec("phases", TABULAR),
    Spec("show", PROSE),
    Spec("goals", TABULAR),
    Spec("timeline", ("table", "json", "svg", "html", "mermaid")),
    Spec("years", TABULAR),
    Spec("annotate", (), module="annotate"),
    Spec("roadmaps", TABULAR),
    Spec("about", PROSE, ("data",)),
    Spec("milestones", TABULAR, ("data",)),
    Spec("conflicts", TABULAR),
    Spec("sources", TABULAR),
    Spec("check", ("table", "json"), ()),
    Spec("schema", ("json",), ()),
)
COMMANDS = {spec.name: spec for spec in _SPECS}
