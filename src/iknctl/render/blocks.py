"""The parts that an answer for people is made of, before any format draws them."""

from typing import NamedTuple

from iknctl.answers.move import TimelineAnswer


class Cite(NamedTuple):
    """A source that is named in an answer, with its address where one is known."""

    id: str
    url: str | None


Inline = str | tuple[str | Cite, ...]
"""Words for people, with sources named among them."""


class Heading(NamedTuple):
    """What the next parts are about."""

    text: str
    level: int = 1


class Flag(NamedTuple):
    """Something that a wording must not miss."""

    label: str
    text: str


class Paragraph(NamedTuple):
    """A plain sentence or two."""

    text: Inline


class Bullets(NamedTuple):
    """Items of equal rank."""

    items: tuple[Inline, ...]


class Facts(NamedTuple):
    """Names and what they stand for."""

    rows: tuple[tuple[str, Inline], ...]


class Table(NamedTuple):
    """A table; `phases` holds, a row each, the number whose colour its first cell may wear."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    phases: tuple[int | None, ...]


class Chart(NamedTuple):
    """A timeline, which each format draws in its own way."""

    report: TimelineAnswer


Block = Heading | Flag | Paragraph | Bullets | Facts | Table | Chart
