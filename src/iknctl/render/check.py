"""The findings of a check as lines that editors and CI understand: FILE:LINE:COLUMN: level code: message."""

from collections.abc import Iterator

from iknctl.answers.check import CheckAnswer
from iknctl.datafile.finding import Finding
from iknctl.messages import Lang, message
from iknctl.model import Text


def render(report: CheckAnswer, lang: Lang) -> str:
    """A line for each finding, then one that counts them."""
    return "".join(f"{line}\n" for line in _lines(report, lang))


def _lines(report: CheckAnswer, lang: Lang) -> Iterator[str]:
    def say(text: Text) -> str:
        return str(getattr(text, lang))

    for finding in report.findings:
        level = say(message(f"label.level-{finding.level}"))
        hint = f"; {say(finding.hint)}" if finding.hint else ""
        yield f"{_place(finding)}: {level} {finding.code}: {say(finding.message)}{hint}"
    notes = len(report.findings) - report.errors - report.warnings
    counts = {"errors": report.errors, "warnings": report.warnings, "notes": notes}
    yield f"{report.file}: {say(message('label.counts', **counts))}"


def _place(finding: Finding) -> str:
    return ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
