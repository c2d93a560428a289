"""The commands: what each is for, the formats it answers in, and examples. The one home of their list."""

from typing import NamedTuple

TABULAR = ("table", "json", "csv", "tsv", "markdown")
PROSE = ("table", "json", "markdown")


class Spec(NamedTuple):
    """A command as help, completion and documentation show it; `shares` are the common options that it takes.

    One without formats writes in the format that it reads.
    """

    module: str
    summary: str
    formats: tuple[str, ...]
    examples: tuple[str, ...]
    shares: tuple[str, ...] = ("roadmap", "data")


COMMANDS = {
    "phase": Spec(
        "questions",
        "Which phase is a year, month, day or range in?",
        TABULAR,
        ("iknctl phase 2031", "iknctl phase 17 Agustus 2036", "iknctl phase 2024..2031 --json"),
    ),
    "compare": Spec(
        "questions",
        "What does each roadmap say of a year, month, day or range?",
        TABULAR,
        ("iknctl compare 2031", "iknctl compare 2024..2031 --json"),
        shares=("data",),
    ),
    "phases": Spec("questions", "What are the phases?", TABULAR, ("iknctl phases", "iknctl phases --format csv")),
    "show": Spec(
        "questions",
        "What is one phase meant to deliver?",
        PROSE,
        ("iknctl show 3", "iknctl show agile-government --lang id"),
    ),
    "goals": Spec(
        "questions",
        "Which goals mention some words?",
        TABULAR,
        ("iknctl goals", "iknctl goals smart city", "iknctl goals AI --phase 4", "iknctl goals AI --all"),
    ),
    "timeline": Spec(
        "questions",
        "How do the phases lie in time?",
        ("table", "json", "svg", "html", "mermaid"),
        ("iknctl timeline", "iknctl timeline --all", "iknctl timeline --all --format svg --output timeline.svg"),
    ),
    "years": Spec(
        "questions",
        "Which phase is each year in? A table to join with.",
        TABULAR,
        ("iknctl years --format csv", "iknctl years --all"),
    ),
    "annotate": Spec(
        "annotate",
        "Which phase does each row of a file fall in?",
        (),
        (
            "iknctl annotate staff.csv --column start_date",
            "iknctl annotate pegawai.csv -c tahun -o pegawai-fase.csv",
            "iknctl annotate --from jsonl -c year < rows.jsonl",
        ),
    ),
    "roadmaps": Spec("evidence", "Which roadmaps are there?", TABULAR, ("iknctl roadmaps",)),
    "about": Spec(
        "evidence",
        "What stands behind one roadmap, and how does the move stand?",
        PROSE,
        ("iknctl about", "iknctl about master-plan"),
        shares=("data",),
    ),
    "milestones": Spec(
        "evidence",
        "What has happened, what was promised, and did it come?",
        TABULAR,
        ("iknctl milestones", "iknctl milestones 2024..2025", "iknctl milestones --kind target"),
        shares=("data",),
    ),
    "conflicts": Spec(
        "evidence",
        "Where do phases or sources contradict each other?",
        TABULAR,
        ("iknctl conflicts", "iknctl conflicts --all --format markdown"),
    ),
    "sources": Spec(
        "evidence",
        "Who says so?",
        TABULAR,
        ("iknctl sources", "iknctl sources fajar-2024-01-24"),
    ),
    "check": Spec(
        "tools",
        "Is a data file sound?",
        ("table", "json"),
        ("iknctl check", "iknctl check my-phases.yaml --strict"),
        shares=(),
    ),
    "schema": Spec(
        "tools",
        "What shape is the JSON, or the data file?",
        ("json",),
        ("iknctl schema phase", "iknctl schema data > phases.schema.json"),
        shares=(),
    ),
}
