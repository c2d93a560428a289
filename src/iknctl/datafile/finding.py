"""Findings: what is wrong, doubtful or worth knowing in a data file, each worded as it is added to the list."""

from collections.abc import Collection
from typing import Annotated, Any, Literal

from msgspec.structs import replace

from iknctl import messages
from iknctl.errors import Location, closest, printable
from iknctl.model import Text, means

Level = Literal["error", "warning", "note"]

MOST = 200  # A hostile file could have millions; nobody reads more than these.
_NAMES, _LETTERS = 200, 60  # Comparing spellings takes time: with how many names, and how much of a word.


class Finding(Location, frozen=True, kw_only=True):
    """One thing to tell the keeper of a data file."""

    level: Annotated[Level, means("An `error` is refused everywhere; a `note` never changes the exit code.")]
    code: Annotated[str, means("What sort of finding it is, for scripts.")]
    message: Annotated[Text, means("A sentence for people.")]
    hint: Annotated[Text | None, means("What to do about it.")]


class Findings:
    """The list that every check of a file adds to. It tells the first MOST findings."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.kept: list[Finding] = []  # one more than MOST, when some are left out
        self.cut_texts: list[Any] = []  # the marks of texts that a ` #` ends

    def add(self, at: Any, key: str, level: Level = "error", hint: str | None = None, **params: Any) -> None:
        """Add a finding at a mark in the file.

        What follows a full stop in `key` chooses the wording, not the code. The hint is that of `key`, unless `hint`
        names another. Text from the file is clipped; a tuple lists words of the format.
        """
        if len(self.kept) > MOST:
            return
        for name, value in params.items():
            if isinstance(value, str | tuple):
                params[name] = printable(value) if isinstance(value, str) else ", ".join(value)
        message = messages.message(f"finding.{key}", **params)
        advice = messages.hint(f"finding.{hint or key}", **params)
        code, place = key.partition(".")[0], (self.file, at.line + 1, at.column + 1)
        self.kept.append(Finding(*place, level=level, code=code, message=message, hint=advice))

    def misspelt(self, at: Any, key: str, value: str, known: Collection[str], **params: Any) -> str | None:
        """Add a finding about a word that is not one of the known; returns the known word that is close, if any."""
        near = None if len(self.kept) > MOST or len(known) > _NAMES else closest(value[:_LETTERS], known)
        self.add(at, f"{key}.near" if near else key, value=value, near=near, known=tuple(known), **params)
        return near

    def in_order(self) -> tuple[Finding, ...]:
        """The findings in the order of the file, and a last one when there may be more."""
        ordered = sorted(self.kept[:MOST], key=lambda finding: (finding.line or 0, finding.column or 0))
        if len(self.kept) > MOST:
            message, hint = messages.message("finding.too-many", count=MOST), messages.hint("finding.too-many")
            ordered.append(replace(ordered[-1], code="too-many", message=message, hint=hint))
        return tuple(ordered)
