"""The findings of a check as lines: FILE:LINE:COLUMN for editors and CI or, on a terminal, below the file's name."""

from collections.abc import Iterator
from textwrap import wrap

from iknctl.answers.move import CheckAnswer
from iknctl.messages import Lang, message
from iknctl.render.blocks import Surface


def lines(answer: CheckAnswer, lang: Lang, surface: Surface) -> Iterator[str]:
    """A line for each finding, wrapped at blanks where there is a width, then one that counts them."""
    places = [":".join(str(at) for at in (each.line, each.column) if at is not None) for each in answer.findings]
    margin = max(map(len, places), default=0)
    if surface.width is not None and places:
        yield answer.file
    for finding, place in zip(answer.findings, places, strict=True):
        level = getattr(message(f"label.level-{finding.level}"), lang)
        text = "; ".join(getattr(each, lang) for each in (finding.message, finding.hint) if each)
        if surface.width is None:
            yield f"{answer.file}{place and ':'}{place}: {level} {finding.code}: {text}"
        else:
            line, rest = f"  {place:{margin}}  {level} {finding.code}  {text}", " " * (margin + 4)
            yield from wrap(line, surface.width, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
    notes = len(answer.findings) - answer.errors - answer.warnings
    counts = message("label.counts", errors=answer.errors, warnings=answer.warnings, notes=notes)
    yield f"{answer.file}: {getattr(counts, lang)}"
