"""Answers as text for a terminal or a pipe, drawn with rich."""

import io
import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.constrain import Constrain
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text as Styled

from iknctl.answers.move import TimelineAnswer
from iknctl.answers.types import Answer
from iknctl.render.blocks import Block, Bullets, Cite, Code, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.timeline.chars import draw
from iknctl.render.timeline.palette import Surface, terminal_colour
from iknctl.render.views import view
from iknctl.render.wording import Wording

_UNBOUNDED = 100_000
_PROSE = 100  # longer lines are hard to read, however wide the terminal
_NARROW = 26  # text in a narrower column is hard to read


def render(answer: Answer, wording: Wording, surface: Surface) -> str:
    """The whole answer as text that ends in a line feed."""
    text, previous = _Text(wording, surface), None
    for block in view(answer, wording):
        headed = isinstance(previous, Heading) and previous.level > 1
        flags = all(isinstance(each, Paragraph) and each.label for each in (previous, block))
        if previous is not None and not headed and not flags:
            text.console.print()
        for line in text.draw(block):
            text.console.print(line, no_wrap=True, overflow="ignore", crop=False)
        previous = block
    written = text.console.file.getvalue()  # type: ignore[attr-defined]
    written = re.sub(r"\x1b\]8;id=[^;]*;", "\x1b]8;;", written)  # rich gives each link a random id
    # No line ends in blanks, not even before the codes that end a style or a link.
    ends = r"(?<! ) *+((?:\x1b\[0m|\x1b\]8;;\x1b\\)*+) *+$"
    return re.sub(ends, r"\1", written.rstrip("\n"), flags=re.MULTILINE) + "\n"


class _Text:
    """Draws blocks on a surface: no line is wider than it, and no prose wider than is good to read."""

    def __init__(self, wording: Wording, surface: Surface) -> None:
        self.wording, self.surface = wording, surface
        self.width = _UNBOUNDED if surface.width is None else min(surface.width, _PROSE)
        self.bullet = Styled("  • " if surface.unicode else "  - ")
        self.console = Console(
            file=io.StringIO(),
            width=_UNBOUNDED,  # what is printed is wrapped already
            height=25,  # without it, rich takes a terminal that it calls dumb to be 80 columns wide
            force_terminal=surface.styled,
            color_system="auto" if surface.styled else None,
            legacy_windows=False,
        )
        self.truecolor = self.console.color_system not in (None, "standard")

    def draw(self, block: Block) -> Iterator[RenderableType]:
        match block:
            case Heading():
                yield from self.wrapped(_inline(block.text, "bold"))
            case Paragraph(text, ""):
                yield from self.wrapped(_inline(text))
            case Paragraph(text, label):  # reverse stands out on any ground, and is no phase's colour
                flag = Styled.assemble((f"{label}:", "bold reverse"), " ", _inline(text))
                yield from self.wrapped(flag, Styled("▲ " if self.surface.unicode else "! ", "bold"))
            case Bullets():
                for item in block.items:
                    yield from self.wrapped(_inline(item), self.bullet)
            case Facts():
                yield from self.facts(block)
            case Table():
                yield from self.table(block)
            case TimelineAnswer():
                yield draw(block, self.wording, self.surface, truecolor=self.truecolor)

    def facts(self, facts: Facts) -> Iterator[Styled]:
        """Names beside their values or, where that leaves too little width, above them."""
        margin = max(cell_len(name) for name, _ in facts.rows) + 4
        for name, value in facts.rows:
            label = Styled(f"  {name}", "dim")
            if self.width - margin >= _NARROW:
                label.pad_right(margin - label.cell_len)
            else:
                yield from [label] if name else []
                label = Styled("    ")
            yield from self.wrapped(_inline(value), label)

    def table(self, table: Table) -> Iterator[RenderableType]:
        """A table whose wide columns wrap or, where that leaves them too little width, a bullet for each row."""
        rows = [[_inline(cell) for cell in row] for row in table.rows]
        for row, phase in zip(rows, table.phases, strict=False):
            row[0].stylize(f"bold {terminal_colour(phase, self.truecolor)}" if phase else "")
        columns = zip(map(_inline, table.columns), *rows, strict=True)
        sizes = [max(cell.cell_len for cell in column) for column in columns]
        grid = Grid(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
        for name, size in zip(table.columns, sizes, strict=True):
            grid.add_column(Styled(name), min_width=min(size, _NARROW))
        for place in table.right:
            grid.columns[place].justify = "right"
        for row in rows:
            grid.add_row(*row)
        if self.surface.width is None or self.console.measure(grid).minimum <= self.surface.width:
            yield Constrain(grid, self.surface.width)
            return
        for row in rows:
            row[0].stylize("bold")
            for place in (place for place in table.named if row[place]):
                row[place] = Styled.assemble((f"{table.columns[place]}: ", "dim"), row[place])
            yield from self.wrapped(Styled(" · ").join(cell for cell in row if cell), self.bullet)

    def wrapped(self, text: Styled, label: Styled | None = None) -> Iterator[Styled]:
        """The text beside a label, wrapped under itself."""
        label = label or Styled()
        text.overflow = "ignore"  # a word that is wider, such as an address, stays whole
        for line in text.wrap(self.console, self.width - label.cell_len):
            yield Styled.assemble(label, line)
            label = Styled(" " * label.cell_len)


def _inline(inline: Inline, style: str = "") -> Styled:
    drawn = Styled(style=style)
    for part in (inline,) if isinstance(inline, str) else inline:
        match part:
            case Code():
                drawn.append(f"`{part.text}`")
            case Cite():
                drawn.append(part.name, Style(link=part.url))
            case _:
                drawn.append(part)
    drawn.plain = re.sub(r"\s", " ", drawn.plain)  # one line, whatever line ends a text from a data file holds
    return drawn
