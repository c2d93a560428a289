"""What a check of a data file answers; apart from the other shapes, since no other command needs it."""

from iknctl.answers.types import Answer
from iknctl.datafile.finding import Finding


class CheckAnswer(Answer, tag="iknctl/check/1", frozen=True, kw_only=True):
    """What is wrong with a data file, what is doubtful, and what is worth knowing; the counts are of the first two."""

    file: str
    findings: tuple[Finding, ...]
    errors: int
    warnings: int


def checked(file: str, findings: tuple[Finding, ...]) -> CheckAnswer:
    """What a check of a data file found, counted."""
    levels = [finding.level for finding in findings]
    return CheckAnswer(file=file, findings=findings, errors=levels.count("error"), warnings=levels.count("warning"))
