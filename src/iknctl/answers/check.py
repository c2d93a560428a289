"""What a check of a data file answers; apart from the other shapes, since no other command needs it."""

from typing import Annotated

from iknctl.answers.types import Answer
from iknctl.datafile.finding import Finding
from iknctl.model import means


class CheckAnswer(Answer, tag="iknctl/check/1", frozen=True, kw_only=True):
    """What is wrong with a data file, what is doubtful, and what is worth knowing."""

    file: Annotated[str, means("The file, as it was named.")]
    findings: Annotated[tuple[Finding, ...], means("What was found, in the order of the file.")]
    errors: Annotated[int, means("How many findings are errors.")]
    warnings: Annotated[int, means("How many findings are warnings.")]
