"""Answers as text for a terminal or a pipe, drawn with rich."""

import io
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from iknctl.messages import Lang
from iknctl.model import Model
from iknctl.rendering.blocks import Block, Bullets, Chart, Cite, Facts, Flag, Grid, Heading, Inline, Paragraph
from iknctl.rendering.chart import draw
from iknctl.rendering.palette import colour
from iknctl.rendering.reader import Reader
from iknctl.rendering.surface import Surface
from iknctl.rendering.views import view
from iknctl.reports.shapes import Report

_UNBOUNDED = 100_000
_PROSE = 100  # longer lines are hard to read, however wide the terminal
_LEAST_TEXT = 26
_LOUD = "bold reverse"  # stands out on any ground, and is no phase's colour


def render(report: Report, model: Model, lang: Lang, surface: Surface) -> str:
    """The whole answer as text that ends in a line feed."""
    console = Console(
        file=io.StringIO(),
        width=surface.width or _UNBOUNDED,
        force_terminal=surface.styled,
        color_system="auto" if surface.styled else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        soft_wrap=False,
    )
    reader = Reader(model, lang)
    previous: Block | None = None
    for block in view(report, reader):
        if previous is not None and _apart(previous, block):
            console.print()
        console.print(_drawn(block, reader, surface))
        previous = block
    written = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in written.splitlines())


def _apart(previous: Block, block: Block) -> bool:
    together = isinstance(previous, Heading) and previous.level > 1
    alike = type(previous) is type(block) and isinstance(block, Flag)
    return not (together or alike)


def _drawn(block: Block, reader: Reader, surface: Surface) -> RenderableType:
    width = _UNBOUNDED if surface.width is None else min(surface.width, _PROSE)
    match block:
        case Heading():
            return _held([Styled(block.text, style="bold")], width)
        case Flag():
            mark = Styled("▲" if surface.unicode else "!", style="bold")
            body = Styled.assemble((f"{block.label}:", _LOUD), f" {block.text}")
            return _beside([(mark, body)], width)
        case Paragraph():
            return _held([_inline(block.text)], width)
        case Bullets():
            mark = Styled("•" if surface.unicode else "-")
            return _indented(_beside([(mark, _inline(item)) for item in block.items], width - 2))
        case Facts():
            return _indented(_facts(block, surface, width - 2))
        case Grid():
            return _grid(block, surface)
        case Chart():
            return draw(block.report, reader, surface.width or surface.chart_width, unicode=surface.unicode)


def _inline(inline: Inline) -> Styled:
    if isinstance(inline, str):
        return _linked(inline, inline if inline.startswith(("http://", "https://")) else None)
    return Styled(", ").join(_linked(cite.id, cite.url) for cite in inline)


def _linked(text: str, url: str | None) -> Styled:
    return Styled(text, style=f"link {url}" if url else "")


def _indented(what: RenderableType) -> RenderableType:
    return Padding(what, (0, 0, 0, 2), expand=False)


def _held(lines: Iterable[RenderableType], width: int) -> Table:
    """Lines one under the other, wrapped at `width`."""
    table = Table.grid()
    table.add_column(max_width=width, overflow="fold")
    for line in lines:
        table.add_row(line)
    return table


def _beside(rows: Iterable[tuple[Styled, Styled]], width: int, gap: int = 1) -> Table:
    """Short labels with longer texts beside them, which wrap under themselves."""
    pairs = list(rows)
    label = max(cell_len(label.plain) for label, _ in pairs)
    table = Table.grid(padding=(0, gap, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(max_width=width - label - gap, overflow="fold")
    for pair in pairs:
        table.add_row(*pair)
    return table


def _facts(facts: Facts, surface: Surface, width: int) -> Table:
    rows = [(Styled(name, style="dim"), _inline(value)) for name, value in facts.rows]
    label = max(cell_len(name) for name, _ in facts.rows)
    if width - label >= _LEAST_TEXT:
        return _beside(rows, width, gap=2)
    return _held((line for name, value in rows for line in (name, _indented(value)) if line is not name or name), width)


def _plain(inline: Inline) -> str:
    return inline if isinstance(inline, str) else ", ".join(cite.id for cite in inline)


def _grid(grid: Grid, surface: Surface) -> RenderableType:
    cells = [grid.columns, *(tuple(_plain(cell) for cell in row) for row in grid.rows)]
    columns = list(zip(*cells, strict=True))
    widest = [max(cell_len(cell) for cell in column) for column in columns]
    least = [max((cell_len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    room = (surface.width or _UNBOUNDED) - 2 * (len(columns) - 1)
    if sum(least) > room:
        return _records(grid, surface.width or _UNBOUNDED)
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
    for name, width in zip(grid.columns, _shared_out(least, widest, room), strict=True):
        table.add_column(name, width=width)
    for row, phase in zip(grid.rows, grid.phases, strict=True):
        table.add_row(*_coloured(row, phase))
    return table


def _coloured(row: tuple[Inline, ...], phase: int | None) -> list[Styled]:
    cells = [_inline(cell) for cell in row]
    if phase is not None:
        cells[0].stylize(f"bold {colour(phase)}")
    return cells


def _shared_out(least: list[int], widest: list[int], room: int) -> list[int]:
    """Column widths that fit: each at least its longest word, the rest given to those that want more, evenly."""
    widths = list(least)
    spare = room - sum(widths)
    while spare > 0:
        wanting = [index for index, width in enumerate(widths) if width < widest[index]]
        if not wanting:
            break
        for index in wanting:
            given = min(max(spare // len(wanting), 1), widest[index] - widths[index], spare)
            widths[index] += given
            spare -= given
    return widths


def _records(grid: Grid, width: int) -> Table:
    """A table that is too wide: each row as a small block of its own, a line or more for each column."""
    lines: list[RenderableType] = []
    for row, phase in zip(grid.rows, grid.phases, strict=True):
        first, *rest = zip(grid.columns, _coloured(row, phase), strict=True)
        lines += ["", Styled.assemble((f"{first[0]} ", "bold"), first[1])]
        lines += [_indented(Styled.assemble((f"{name}: ", "dim"), cell)) for name, cell in rest if cell.plain]
    return _held(lines[1:], width)
