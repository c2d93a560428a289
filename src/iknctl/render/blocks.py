"""What an answer for people is made of before any format draws it."""

from collections.abc import Sequence
from typing import NamedTuple

from iknctl.answers.move import TimelineAnswer


class Cite(NamedTuple):
    """A source, by its id, publisher or address, with its address where one is known."""

    name: str
    url: str | None


class Code(NamedTuple):
    """A command that can be copied."""

    text: str


Inline = str | Sequence[str | Cite | Code]
"""Words for people, with sources and commands among them."""


class Heading(NamedTuple):
    """What the next parts are about."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A plain sentence or two; with a label, what a reader must not miss."""

    text: Inline
    label: str = ""


class Bullets(NamedTuple):
    """Items of equal rank."""

    items: Sequence[Inline]


class Facts(NamedTuple):
    """Names and what they stand for; a row without a name goes on with the one before."""

    rows: Sequence[tuple[str, Inline]]


class Table(NamedTuple):
    """A table. A row's first cell has the colour of its phase; columns `right` hold numbers, and what stands in columns
    `named` says nothing without their names."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Inline]]
    phases: Sequence[int | None] = ()
    right: tuple[int, ...] = ()
    named: tuple[int, ...] = ()


Block = Heading | Paragraph | Bullets | Facts | Table | TimelineAnswer
"""A part of an answer; a timeline is a chart, which each format draws in its own way."""
