"""The parts of an answer as HTML: text escaped, sources linked to where the page lists them."""

import re
from collections.abc import Sequence
from html import escape

from iknctl.render.blocks import Block, Bullets, Chart, Cite, Code, Facts, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.timeline.palette import colour, ink_on
from iknctl.render.timeline.svg import NARROW, WIDE, draw
from iknctl.render.wording import Wording

_ADDRESS = re.compile(r"https?://\S+")
_CHARTS = (WIDE._replace(margin=2), NARROW._replace(margin=2))


def anchor(source: str) -> str:
    """The id of a source's heading."""
    return f"source-{source}"


class Markup:
    """Draws parts; `listed` are the sources that the page lists and that a mention can therefore lead to."""

    def __init__(self, wording: Wording, listed: frozenset[str]) -> None:
        self._reader = wording
        self._listed = listed
        self._mention = _mentions(listed)

    def draw(self, block: Block) -> str:
        match block:
            case Heading():
                target = f' id="{anchor(block.text)}"' if block.text in self._listed else ""
                level = block.level + 1
                return f"<h{level}{target}>{escape(block.text)}</h{level}>"
            case Flag():
                return f'<p class="flag"><strong>{escape(block.label)}:</strong> {self._inline(block.text)}</p>'
            case Paragraph():
                return f"<p>{self._inline(block.text)}</p>"
            case Bullets():
                return f"<ul>{''.join(f'<li>{self._inline(item)}</li>' for item in block.items)}</ul>"
            case Facts():
                return self._facts(block)
            case Table():
                return self._grid(block)
            case Chart():
                return self._chart(block)

    def _facts(self, facts: Facts) -> str:
        """A list of names and values; a value without a name goes on with the one before."""
        drawn = ""
        for name, value in facts.rows:
            drawn += f"<dt>{escape(name)}</dt>" if name else ""
            drawn += f"<dd>{self._inline(value)}</dd>"
        return f"<dl>{drawn}</dl>"

    def _grid(self, grid: Table) -> str:
        heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in grid.columns)
        phases = grid.phases or (None,) * len(grid.rows)
        rows = "".join(self._row(row, phase) for row, phase in zip(grid.rows, phases, strict=True))
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def _row(self, row: Sequence[Inline], phase: int | None) -> str:
        first, *rest = map(self._inline, row)
        if phase is not None:
            hue = colour(phase)
            first = f'<span class="phase" style="background:{hue};color:{ink_on(hue)}">{first}</span>'
        return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'

    def _chart(self, chart: Chart) -> str:
        """A picture for wide windows and paper, another for narrow windows; the style sheet shows the one that fits."""
        drawn = (
            f'<div class="{layout.name}">{draw(chart.report, self._reader, layout, framed=False)}</div>'
            for layout in _CHARTS
        )
        return f"<figure>{''.join(drawn)}</figure>"

    def _inline(self, inline: Inline) -> str:
        parts = (inline,) if isinstance(inline, str) else inline
        return "".join(map(self._part, parts))

    def _part(self, part: str | Cite | Code) -> str:
        match part:
            case Code():
                return f"<code>{escape(part.text)}</code>"
            case Cite():
                return self._cited(part.id, part.name)
            case _:
                return self._text(part)

    def _text(self, text: str) -> str:
        """A text, in which a source that is mentioned leads to it as well."""
        if _ADDRESS.fullmatch(text):
            return f'<a href="{escape(text)}" rel="noopener noreferrer">{escape(text)}</a>'
        plain_and_mentioned = self._mention.split(text)
        return "".join(
            self._cited(part, part) if index % 2 else escape(part) for index, part in enumerate(plain_and_mentioned)
        )

    def _cited(self, source: str, name: str) -> str:
        return f'<a href="#{anchor(source)}">{escape(name)}</a>' if source in self._listed else escape(name)


def _mentions(listed: frozenset[str]) -> re.Pattern[str]:
    """Finds the sources that a text mentions: an id of several words, since one of a single word may just be a word."""
    ids = sorted((each for each in listed if "-" in each), key=len, reverse=True)
    compound = "|".join(map(re.escape, ids)) or "(?!)"
    return re.compile(rf"(?<![\w-])({compound})(?![\w-])")
