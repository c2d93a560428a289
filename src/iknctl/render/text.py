"""Answers as text for a terminal or a pipe, drawn with rich."""

import io
import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text as Styled

from iknctl.answers.move import TimelineAnswer
from iknctl.answers.types import Answer
from iknctl.render.blocks import Block, Bullets, Cite, Code, Facts, Heading, Inline, Paragraph, Surface, Table
from iknctl.render.timeline.chars import draw
from iknctl.render.timeline.palette import terminal_colour
from iknctl.render.views import view
from iknctl.render.wording import Wording

_UNBOUNDED = 100_000
_PROSE = 100  # longer lines are hard to read, however wide the terminal
_LEAST_TEXT, _LEAST_SENTENCE = 26, 40  # a narrower column is hard to read


def render(answer: Answer, wording: Wording, surface: Surface) -> str:
    """The whole answer as text that ends in a line feed."""
    console = Console(
        file=io.StringIO(),
        width=_UNBOUNDED,  # what is printed is wrapped already
        height=25,  # without it, rich takes a terminal that it calls dumb to be 80 columns wide
        force_terminal=surface.styled,
        color_system="auto" if surface.styled else None,
        legacy_windows=False,
    )
    truecolor = console.color_system not in (None, "standard")
    previous: Block | None = None
    for block in view(answer, wording):
        headed = isinstance(previous, Heading) and previous.level > 1
        flags = all(isinstance(each, Paragraph) and each.label for each in (previous, block))
        if previous is not None and not headed and not flags:
            console.print()
        for line in _drawn(block, wording, surface, truecolor=truecolor):
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
        previous = block
    written = console.file.getvalue()  # type: ignore[attr-defined]
    written = re.sub(r"\x1b\]8;id=[^;]*;", "\x1b]8;;", written)  # rich gives each link a random id
    return "".join(f"{line.rstrip()}\n" for line in written.rstrip("\n").split("\n"))


def _drawn(block: Block, wording: Wording, surface: Surface, *, truecolor: bool) -> Iterator[RenderableType]:
    """The lines of a part, none wider than the surface, and no prose wider than is good to read."""
    width = _UNBOUNDED if surface.width is None else min(surface.width, _PROSE)
    match block:
        case Heading():
            yield from _wrapped(_inline(block.text, "bold"), width)
        case Paragraph(text, label):  # reverse stands out on any ground, and is no phase's colour
            loud, apart = (f"{label}:", " ") if label else ("", "")
            mark = Styled(("▲ " if surface.unicode else "! ") if label else "", "bold")
            yield from _wrapped(Styled.assemble((loud, "bold reverse"), apart, _inline(text)), width, mark)
        case Bullets():
            for item in block.items:
                yield from _wrapped(_inline(item), width, Styled("  • " if surface.unicode else "  - "))
        case Facts():
            widest = max(cell_len(name) for name, _ in block.rows)
            beside = width - widest - 4 >= _LEAST_TEXT
            for name, value in block.rows:
                before = Styled(f"  {name}", "dim")
                if not beside and name:
                    yield before
                before.pad_right(widest + 4 - before.cell_len)
                yield from _wrapped(_inline(value), width, before if beside else Styled("    "))
        case Table():
            yield from _table(block, surface.width or _UNBOUNDED, truecolor=truecolor)
        case TimelineAnswer():
            yield draw(block, wording, surface, truecolor=truecolor)


def _inline(inline: Inline, style: str = "") -> Styled:
    """The words on one line, whatever line ends a text from a data file holds."""
    drawn = Styled(style=style)
    for part in (inline,) if isinstance(inline, str) else inline:
        match part:
            case Code():
                words, link = f"`{part.text}`", None
            case Cite():
                words, link = part.name, part.url
            case _:
                words, link = part, part if re.fullmatch(r"https?://\S+", part) else None
        # Never a style in words, which rich would read out of the text: the text is anyone's.
        drawn.append(re.sub(r"\s", " ", words), Style(link=link))
    return drawn


def _wrapped(text: Styled, width: int, label: Styled | None = None) -> Iterator[Styled]:
    """The text beside a label, wrapped under itself; a word that is wider, such as an address, stays whole."""
    label = label or Styled()
    breaks, used = [], 0
    for word in re.finditer(r"\S+\s*", text.plain):
        if used and used + cell_len(word[0].rstrip()) > width - label.cell_len:
            breaks.append(word.start())
            used = 0
        used += cell_len(word[0])
    for line in text.divide(breaks):
        line.rstrip()
        yield Styled.assemble(label, line)
        label = Styled(" " * label.cell_len)


def _table(table: Table, width: int, *, truecolor: bool) -> Iterator[RenderableType]:
    """A table of which one column wraps, if need be; its rows as records where that leaves too little width."""
    rows = [[_inline(cell) for cell in row] for row in table.rows]
    for row, phase in zip(rows, table.phases, strict=False):
        row[0].stylize(f"bold {terminal_colour(phase, truecolor)}" if phase else "")
    columns = list(zip(map(_inline, table.columns), *rows, strict=True))
    widest = [max(cell.cell_len for cell in column) for column in columns]
    wrapping = widest.index(max(widest)) if table.sentence is None else table.sentence
    left = width - sum(widest) - 2 * (len(widest) - 1) + widest[wrapping]
    longest_word = max(cell_len(word) for cell in columns[wrapping] for word in ("", *cell.plain.split()))
    least = max(longest_word, _LEAST_TEXT if table.sentence is None else _LEAST_SENTENCE)
    if left < min(widest[wrapping], least):
        for row in rows:
            yield from [Styled()] if table.sentence is None and row is not rows[0] else []
            yield from _record(table, row, width)
        return
    widest[wrapping] = min(widest[wrapping], left)
    grid = Grid(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
    for place, (name, *_) in enumerate(columns):
        grid.add_column(name, width=widest[place], justify="right" if place in table.right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*row)
    yield grid


def _record(table: Table, row: list[Styled], width: int) -> Iterator[Styled]:
    """A row on lines of its own: its sentence below all the other cells or, without one, a line for each cell."""
    named = [Styled.assemble((f"{name}: ", "dim"), cell) for name, cell in zip(table.columns, row, strict=True)]
    filled = [place for place, cell in enumerate(row) if cell.plain and place != table.sentence]
    if table.sentence is None:
        lines = [named[place] for place in filled]
    else:
        brief = Styled(" · ").join(named[place] if place in table.right else row[place] for place in filled)
        lines = [brief, row[table.sentence]]
    lines[0].stylize("bold")
    for place, line in enumerate(lines):
        yield from _wrapped(line, width, Styled("  " if place else ""))
