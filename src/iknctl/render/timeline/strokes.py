"""The strokes that a picture is made of: parts that are drawn from their own top and set one below another."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from iknctl.render.timeline.lettering import wrapped
from iknctl.render.timeline.palette import DARK, LIGHT

TEXT = 14.0
SMALL = 12.0
LEADING = 1.3
BOLD = 'font-weight="600"'
FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"


class Part(NamedTuple):
    """Marks that are drawn from y = 0 downwards, and the height that they take."""

    height: float
    marks: str


def space(height: float) -> Part:
    return Part(height, "")


def stack(parts: Iterable[Part]) -> Part:
    """The parts one below another."""
    y, groups = 0.0, []
    for part in parts:
        if part.marks:
            groups.append(f'<g transform="translate(0 {number(y)})">{part.marks}</g>' if y else part.marks)
        y += part.height
    return Part(y, "\n".join(groups))


def number(value: float) -> str:
    """A length without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def paint(fill: str = "none", stroke: str = "none") -> str:
    """The inside and the outline of a shape, each an ink by its name in a Ground, or any other colour as it is.

    The attributes hold the light inks, for the programs that know no style sheet; by the classes `dark` turns them.
    """
    given = [("fill", fill)] + [("stroke", stroke)] * (stroke != "none")
    classes = " ".join(f"{kind}-{name}" for kind, name in given if name in _INKS)
    values = " ".join(f'{kind}="{_INKS.get(name, name)}"' for kind, name in given)
    return f'class="{classes}" {values}' if classes else values


_INKS = LIGHT._asdict()


def dark() -> str:
    """The rules that turn every ink on a dark screen; what is printed stays light."""
    inks = DARK._asdict().items()
    rules = "".join(f".iknctl .{kind}-{name}{{{kind}:{value}}}" for kind in ("fill", "stroke") for name, value in inks)
    return f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"


def line(
    x: float, y: float, text: str, size: float = TEXT, ink: str = "ink", halo: str = "none", extra: str = ""
) -> str:
    """One line of text on its baseline; a `halo` in the colour of the ground sets it apart from what it lies on."""
    place = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
    around = "" if halo == "none" else ' stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
    return f"<text {place} {paint(ink, halo)}{around}{extra and ' '}{extra}>{escape(text)}</text>"


def paragraph(x: float, room: float, text: str, size: float = TEXT, ink: str = "ink", extra: str = "") -> Part:
    """A text in as many lines as it needs, kept clear of the lines that pass behind it."""
    fitting = wrapped(text, room, size, bold=BOLD in extra)
    return stack(Part(size * LEADING, line(x, size, each, size, ink, "paper", extra)) for each in fitting)


def rule(x: float, top: float, bottom: float, ink: str, extra: str = "") -> str:
    """A line straight down."""
    return f'<path d="M{number(x)} {number(top)}V{number(bottom)}" {paint(stroke=ink)}{extra and " "}{extra}/>'


def tooltip(marks: str, text: str) -> str:
    """Marks that tell what they are when pointed at."""
    return f"<g><title>{escape(text)}</title>{marks}</g>"
