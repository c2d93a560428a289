"""The commands: the module of each, the formats that it answers in, and the common options that it takes."""

from typing import NamedTuple

TABULAR = ("table", "json", "csv", "tsv", "markdown")
PROSE = ("table", "json", "markdown")
ENDINGS = {
    ".txt": "table",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".svg": "svg",
    ".html": "html",
    ".mmd": "mermaid",
}
"""The format that the ending of an output file stands for."""


class Spec(NamedTuple):
    """A command; one without formats writes in the format that it reads. Its texts are in `messages.help`."""

    name: str
    module: str
    formats: tuple[str, ...]
    shares: tuple[str, ...] = ("roadmap", "data")

    @property
    def examples(self) -> tuple[str, ...]:
        """Command lines that show what it can do."""
        from iknctl.messages.help import EXAMPLES

        return EXAMPLES[self.name]


COMMANDS = {
    spec.name: spec
    for spec in (
        Spec("phase", "questions", TABULAR),
        Spec("compare", "questions", TABULAR, ("data",)),
        Spec("phases", "questions", TABULAR),
        Spec("show", "questions", PROSE),
        Spec("goals", "questions", TABULAR),
        Spec("timeline", "evidence", ("table", "json", "svg", "html", "mermaid")),
        Spec("years", "questions", TABULAR),
        Spec("annotate", "annotate", ()),
        Spec("roadmaps", "evidence", TABULAR),
        Spec("about", "evidence", PROSE, ("data",)),
        Spec("milestones", "evidence", TABULAR, ("data",)),
        Spec("conflicts", "evidence", TABULAR),
        Spec("sources", "evidence", TABULAR),
        Spec("check", "tools", ("table", "json"), ()),
        Spec("schema", "tools", ("json",), ()),
    )
}
