"""Answers as text for a terminal or a pipe, drawn with rich."""

import io
import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text as Styled

from iknctl.answers.types import Answer
from iknctl.render.blocks import (
    Block,
    Bullets,
    Chart,
    Cite,
    Code,
    Facts,
    Flag,
    Heading,
    Inline,
    Paragraph,
    Surface,
    Table,
)
from iknctl.render.timeline.chars import draw
from iknctl.render.timeline.palette import terminal_colour
from iknctl.render.views import view
from iknctl.render.wording import Wording

_UNBOUNDED = 100_000
_PROSE = 100  # longer lines are hard to read, however wide the terminal
_LEAST_TEXT = 26  # a column of text that is narrower is hard to read
_LOUD = "bold reverse"  # stands out on any ground, and is no phase's colour


def render(answer: Answer, wording: Wording, surface: Surface) -> str:
    """The whole answer as text that ends in a line feed."""
    console = Console(
        file=io.StringIO(),
        width=_UNBOUNDED,  # what is printed is wrapped already
        height=25,  # without it, rich takes a terminal that it calls dumb to be 80 columns wide
        force_terminal=surface.styled,
        color_system="auto" if surface.styled else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    truecolor = console.color_system not in (None, "standard")
    previous: Block | None = None
    for block in view(answer, wording):
        if previous is not None and _apart(previous, block):
            console.print()
        drawn = (
            draw(block.report, wording, surface, truecolor=truecolor)
            if isinstance(block, Chart)
            else _drawn(block, surface, truecolor)
        )
        console.print(drawn, no_wrap=True, overflow="ignore", crop=False)
        previous = block
    written = console.file.getvalue()  # type: ignore[attr-defined]
    written = re.sub(r"\x1b\]8;id=[^;]*;", "\x1b]8;;", written)  # rich gives each link a random id
    return "".join(f"{line.rstrip()}\n" for line in written.rstrip("\n").split("\n"))


def _apart(previous: Block, block: Block) -> bool:
    together = isinstance(previous, Heading) and previous.level > 1
    alike = type(previous) is type(block) and isinstance(block, Flag)
    return not (together or alike)


def _drawn(block: Block, surface: Surface, truecolor: bool) -> RenderableType:
    width = _UNBOUNDED if surface.width is None else min(surface.width, _PROSE)
    match block:
        case Heading():
            return _beside("", _inline(block.text, "bold"), width)
        case Flag():
            body = Styled.assemble((f"{block.label}:", _LOUD), " ", _inline(block.text))
            return _beside(Styled("▲ " if surface.unicode else "! ", style="bold"), body, width)
        case Paragraph():
            return _beside("", _inline(block.text), width)
        case Bullets():
            mark = "  • " if surface.unicode else "  - "
            return _lines(_beside(mark, _inline(item), width) for item in block.items)
        case Facts():
            return _facts(block, width)
        case Table():
            return _table(block, surface.width or _UNBOUNDED, truecolor)
        case _:
            raise NotImplementedError(block)


def _inline(inline: Inline, style: str = "") -> Styled:
    """The words on one line, whatever line ends a text from a data file holds."""
    parts = (inline,) if isinstance(inline, str) else inline
    return Styled.assemble(*map(_part, parts), style=style)


def _part(part: str | Cite | Code) -> Styled:
    match part:
        case Code():
            return Styled(f"`{part.text}`")
        case Cite():
            return Styled(re.sub(r"\s", " ", part.name), style=Style(link=part.url))
        case _:  # never a style in words, which rich would read out of the text: the text is anyone's
            text = re.sub(r"\s", " ", part)
            return Styled(text, style=Style(link=part if re.fullmatch(r"https?://\S+", part) else None))


def _lines(lines: Iterable[Styled]) -> Styled:
    return Styled("\n").join(lines)


def _beside(label: str | Styled, text: Styled, width: int, indent: int | None = None) -> Styled:
    """A label and a text beside it that wraps under itself, `indent` columns from the left; without an `indent`, right
    behind the label. A word that is longer than a line, such as an address, stays whole."""
    first = Styled(label) if isinstance(label, str) else label
    indent = cell_len(first.plain) if indent is None else indent
    drawn = text.divide(_breaks(text.plain, width - indent))
    for line in drawn:
        line.rstrip()
    first.pad_right(indent - cell_len(first.plain))
    return _lines((Styled(" " * indent) if place else first) + line for place, line in enumerate(drawn))


def _breaks(text: str, width: int) -> Iterator[int]:
    used = 0
    for word in re.finditer(r"\S+\s*", text):
        if used and used + cell_len(word[0].rstrip()) > width:
            yield word.start()
            used = 0
        used += cell_len(word[0])


def _facts(facts: Facts, width: int) -> Styled:
    """Names with their values beside them or, where that leaves too little width, below them."""
    indent = max(cell_len(name) for name, _ in facts.rows) + 4
    lines: list[Styled] = []
    for name, value in facts.rows:
        label = Styled.assemble("  ", (name, "dim"))
        if width - indent >= _LEAST_TEXT:
            lines.append(_beside(label, _inline(value), width, indent))
        else:
            lines += [label] if name else []
            lines.append(_beside("    ", _inline(value), width))
    return _lines(lines)


def _table(table: Table, width: int, truecolor: bool) -> RenderableType:
    """A table of which one column wraps, if need be: that of sentences or else the widest; the rows as records where
    that leaves it too narrow."""
    rows = [[_inline(cell) for cell in row] for row in table.rows]
    for row, phase in zip(rows, table.phases, strict=True):
        row[0].stylize("" if phase is None else f"bold {terminal_colour(phase, truecolor)}")
    columns = list(zip(table.columns, *([cell.plain for cell in row] for row in rows), strict=True))
    widest = [max(map(cell_len, column)) for column in columns]
    wrapping = widest.index(max(widest)) if table.sentence is None else table.sentence
    left = width - sum(widest) - 2 * (len(widest) - 1) + widest[wrapping]
    longest_word = max(cell_len(word) for cell in columns[wrapping] for word in [*cell.split(), ""])
    if left < min(widest[wrapping], max(_LEAST_TEXT, longest_word)):
        return _lines(_records(table, rows, width))
    grid = Grid(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
    for place, name in enumerate(table.columns):
        grid.add_column(
            name,
            width=min(widest[place], left) if place == wrapping else widest[place],
            justify="right" if place in table.right else "left",
            overflow="fold",
        )
    for row in rows:
        grid.add_row(*row)
    return grid


def _records(table: Table, rows: list[list[Styled]], width: int) -> Iterator[Styled]:
    """A row as a few lines: the sentence below all the rest of it or, in a table without one, a line for each cell."""
    for number, row in enumerate(rows):
        cells = [(name, cell) for name, cell in zip(table.columns, row, strict=True) if cell.plain]
        if table.sentence is None:
            first, *rest = cells
            yield from [Styled()] if number else []
            yield _beside("", Styled.assemble((f"{first[0]} ", "bold"), first[1]), width)
            yield from (_beside("  ", Styled.assemble((f"{name}: ", "dim"), cell), width) for name, cell in rest)
        else:
            sentence = row[table.sentence]
            numbers = [table.columns[place] for place in table.right]
            brief = [
                Styled(f"{name}: " if name in numbers else "") + cell for name, cell in cells if cell is not sentence
            ]
            brief[0].stylize("bold")
            yield _beside("", Styled(" · ").join(brief), width)
            yield _beside("  ", sentence, width)
