"""Answers as text for a terminal or a pipe, drawn with rich."""

import io
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from iknctl.model import Model
from iknctl.rendering.blocks import Block, Bullets, Chart, Cite, Facts, Flag, Grid, Heading, Inline, Paragraph
from iknctl.rendering.chart import draw
from iknctl.rendering.palette import colour
from iknctl.rendering.reader import Lang, Reader
from iknctl.rendering.surface import Surface
from iknctl.rendering.views import view
from iknctl.reports.shapes import Report

_UNBOUNDED = 100_000
_PROSE = 100  # longer lines are hard to read, however wide the terminal


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
    width = min(surface.width or _UNBOUNDED, _PROSE) if surface.width else _UNBOUNDED
    match block:
        case Heading():
            return _heading(block)
        case Flag():
            return _flag(block, surface, width)
        case Paragraph():
            return _held(_inline(block.text), width)
        case Bullets():
            return _bullets(block.items, surface, width)
        case Facts():
            return _facts(block, surface, width)
        case Grid():
            return _grid(block, surface)
        case Chart():
            return draw(block.report, reader, surface.width or surface.chart_width, unicode=surface.unicode)


def _held(text: RenderableType, width: int) -> RenderableType:
    table = Table.grid()
    table.add_column(max_width=width, overflow="fold")
    table.add_row(text)
    return table


def _inline(inline: Inline) -> Styled:
    if isinstance(inline, str):
        return Styled(inline)
    return Styled(", ").join(_cited(cite) for cite in inline)


def _cited(cite: Cite) -> Styled:
    return Styled(cite.id, style=f"link {cite.url}" if cite.url else "")


def _heading(heading: Heading) -> Styled:
    wear = f"bold {colour(heading.phase)}" if heading.phase else "bold"
    return Styled(heading.text, style=wear)


def _flag(flag: Flag, surface: Surface, width: int) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, style="bold yellow")
    table.add_column(max_width=width - 2)
    body = Styled.assemble((f"{flag.label}: ", "bold yellow"), flag.text)
    table.add_row("▲" if surface.unicode else "!", body)
    return table


def _bullets(items: Iterable[Inline], surface: Surface, width: int) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(max_width=width - 4)
    for item in items:
        table.add_row("•" if surface.unicode else "-", _inline(item))
    return Padding(table, (0, 0, 0, 2))


def _facts(facts: Facts, surface: Surface, width: int) -> RenderableType:
    label = max(cell_len(name) for name, _ in facts.rows)
    stacked = surface.width is not None and surface.width < label + 30
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    if stacked:
        for name, value in facts.rows:
            table.add_row(name)
            table.add_row(Padding(_inline(value), (0, 0, 0, 2)))
        table.columns[0].no_wrap = False
        table.columns[0].style = ""
    else:
        table.add_column(max_width=max(width - label - 4, 20))
        for name, value in facts.rows:
            table.add_row(name, _inline(value))
    return Padding(table, (0, 0, 0, 2))


def _plain(inline: Inline) -> str:
    return inline if isinstance(inline, str) else ", ".join(cite.id for cite in inline)


def _grid(grid: Grid, surface: Surface) -> RenderableType:
    cells = [grid.columns, *(tuple(_plain(cell) for cell in row) for row in grid.rows)]
    columns = list(zip(*cells, strict=True))
    widest = [max(cell_len(cell) for cell in column) for column in columns]
    least = [max((cell_len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    room = (surface.width or _UNBOUNDED) - 2 * (len(columns) - 1)
    if sum(least) > room:
        return _records(grid)
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


def _records(grid: Grid) -> RenderableType:
    """A table that is too wide: each row as a small block of its own, a line or more for each column."""
    table = Table.grid()
    for count, (row, phase) in enumerate(zip(grid.rows, grid.phases, strict=True)):
        if count:
            table.add_row("")
        first, *rest = zip(grid.columns, _coloured(row, phase), strict=True)
        table.add_row(Styled.assemble((f"{first[0]} ", "bold"), first[1]))
        for name, cell in rest:
            if cell.plain:
                table.add_row(Padding(Styled.assemble((f"{name}: ", "dim"), cell), (0, 0, 0, 2)))
    return table
