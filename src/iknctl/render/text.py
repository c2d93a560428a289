"""Answers as text for a terminal or a pipe, drawn with rich."""

import io
import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as Columns
from rich.text import Text as Styled

from iknctl.answers.types import Answer
from iknctl.messages import Lang
from iknctl.model import Model
from iknctl.render.blocks import Block, Bullets, Chart, Facts, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.surface import Surface
from iknctl.render.timeline.chars import draw
from iknctl.render.timeline.palette import terminal_colour
from iknctl.render.views import view
from iknctl.render.wording import Wording

_UNBOUNDED = 100_000
_PROSE = 100  # longer lines are hard to read, however wide the terminal
_LEAST_TEXT = 26
_LOUD = "bold reverse"  # stands out on any ground, and is no phase's colour


def render(report: Answer, model: Model, lang: Lang, surface: Surface) -> str:
    """The whole answer as text that ends in a line feed."""
    console = Console(
        file=io.StringIO(),
        width=_UNBOUNDED,  # what is printed is wrapped already
        height=1,  # without one, rich takes a terminal that it calls dumb for 80 columns wide
        force_terminal=surface.styled,
        color_system="auto" if surface.styled else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        soft_wrap=False,
    )
    wording = Wording(model, lang)
    previous: Block | None = None
    for block in view(report, wording):
        if previous is not None and _apart(previous, block):
            console.print()
        console.print(_drawn(block, wording, surface, truecolor=console.color_system in ("256", "truecolor")))
        previous = block
    written = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in written.splitlines())


def _apart(previous: Block, block: Block) -> bool:
    together = isinstance(previous, Heading) and previous.level > 1
    alike = type(previous) is type(block) and isinstance(block, Flag)
    return not (together or alike)


def _drawn(block: Block, wording: Wording, surface: Surface, *, truecolor: bool) -> RenderableType:
    width = _UNBOUNDED if surface.width is None else min(surface.width, _PROSE)
    match block:
        case Heading():
            return _wrapped(Styled(block.text, style="bold"), width)
        case Flag():
            mark = Styled("▲" if surface.unicode else "!", style="bold")
            body = Styled.assemble((f"{block.label}:", _LOUD), f" {block.text}")
            return _beside([(mark, body)], width)
        case Paragraph():
            return _wrapped(_inline(block.text), width)
        case Bullets():
            mark = Styled("•" if surface.unicode else "-")
            return _indented(_beside([(mark, _inline(item)) for item in block.items], width - 2))
        case Facts():
            return _indented(_facts(block, width - 2))
        case Table():
            return _grid(block, surface, truecolor=truecolor)
        case Chart():
            return draw(block.report, wording, surface, truecolor=truecolor)


def _inline(inline: Inline) -> Styled:
    if isinstance(inline, str):
        return _linked(inline, inline if re.fullmatch(r"https?://\S+", inline) else None)
    return Styled.assemble(*(part if isinstance(part, str) else _linked(part.id, part.url) for part in inline))


def _linked(text: str, url: str | None) -> Styled:
    return Styled(text, style=Style(link=url))  # never words that rich would read as a style: the text is anyone's


def _indented(what: RenderableType) -> RenderableType:
    return Padding(what, (0, 0, 0, 2), expand=False)


def _wrapped(text: Styled, width: int, indent: str = "") -> Styled:
    """The text in lines of at most `width`; a word that is longer, such as an address, stays whole."""
    lines = text.divide(_breaks(text.plain, width - len(indent)))
    for line in lines:
        line.rstrip()
    return _lines(Styled(indent) + line for line in lines)


def _breaks(text: str, width: int) -> Iterator[int]:
    used = 0
    for word in re.finditer(r"\S+\s*", text):
        if used and used + cell_len(word[0].rstrip()) > width:
            yield word.start()
            used = 0
        used = 0 if "\n" in word[0] else used + cell_len(word[0])


def _lines(lines: Iterable[Styled]) -> Styled:
    return Styled("\n").join(lines)


def _beside(rows: Iterable[tuple[Styled, Styled]], width: int, gap: int = 1) -> Columns:
    """Short labels with longer texts beside them, which wrap under themselves."""
    pairs = list(rows)
    label = max(cell_len(label.plain) for label, _ in pairs)
    table = Columns.grid(padding=(0, gap, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    for name, text in pairs:
        table.add_row(name, _wrapped(text, width - label - gap))
    return table


def _facts(facts: Facts, width: int) -> RenderableType:
    rows = [(Styled(name, style="dim"), _inline(value)) for name, value in facts.rows]
    label = max(cell_len(name) for name, _ in facts.rows)
    if width - label >= _LEAST_TEXT:
        return _beside(rows, width, gap=2)
    return _lines(
        line
        for name, value in rows
        for line in (*([_wrapped(name, width)] if name else []), _wrapped(value, width, indent="  "))
    )


def _plain(inline: Inline) -> str:
    return inline if isinstance(inline, str) else "".join(part if isinstance(part, str) else part.id for part in inline)


def _grid(grid: Table, surface: Surface, *, truecolor: bool) -> RenderableType:
    cells = [grid.columns, *(tuple(_plain(cell) for cell in row) for row in grid.rows)]
    columns = list(zip(*cells, strict=True))
    widest = [max(cell_len(cell) for cell in column) for column in columns]
    least = [max((cell_len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    room = (surface.width or _UNBOUNDED) - 2 * (len(columns) - 1)
    if sum(least) > room:
        return _records(grid, surface.width or _UNBOUNDED, truecolor=truecolor)
    table = Columns(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
    for name, width in zip(grid.columns, _shared_out(least, widest, room), strict=True):
        table.add_column(name, width=width)
    for row, phase in zip(grid.rows, grid.phases, strict=True):
        table.add_row(*_coloured(row, phase, truecolor=truecolor))
    return table


def _coloured(row: tuple[Inline, ...], phase: int | None, *, truecolor: bool) -> list[Styled]:
    cells = [_inline(cell) for cell in row]
    if phase is not None:
        cells[0].stylize(f"bold {terminal_colour(phase, truecolor)}")
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


def _records(grid: Table, width: int, *, truecolor: bool) -> Styled:
    """A table that is too wide: each row as a small block of its own, a line or more for each column."""
    lines: list[Styled] = []
    for row, phase in zip(grid.rows, grid.phases, strict=True):
        first, *rest = zip(grid.columns, _coloured(row, phase, truecolor=truecolor), strict=True)
        lines += [Styled(), _wrapped(Styled.assemble((f"{first[0]} ", "bold"), first[1]), width)]
        named = (Styled.assemble((f"{name}: ", "dim"), cell) for name, cell in rest if cell.plain)
        lines += [_wrapped(line, width, indent="  ") for line in named]
    return _lines(lines[1:])
