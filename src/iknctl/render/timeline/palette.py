"""What is drawn on, and the colours. Those of the phases are Okabe and Ito's, which stay apart for every common kind of
colour-blindness, but for three that vanish on a dark or on a light ground: its black, yellow and lighter blue."""

from typing import NamedTuple

COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7")
INKS = ("#fff", "#000", "#000", "#000", "#000")  # what reads best on each of them
BASIC_COLOURS = ("blue", "yellow", "green", "red", "magenta")  # for terminals of eight or sixteen colours
NEUTRAL = "#69737e"  # what belongs to no phase, on either ground


class Surface(NamedTuple):
    """Where text is shown: without a `width` nothing is wrapped; `options` go behind each command that is printed."""

    width: int | None = None
    styled: bool = False
    unicode: bool = True
    chart_width: int = 80
    options: str = ""


class Ground(NamedTuple):
    """A paper and what is drawn on it: `ink`, `dim` and `link` for text, `edge` and `rule` for lines."""

    paper: str
    ink: str
    dim: str
    link: str
    edge: str
    rule: str


LIGHT = Ground(paper="#ffffff", ink="#1b2129", dim="#56606b", link="#0b57a4", edge="#56606b", rule="#d8dde3")
DARK = Ground(paper="#13181e", ink="#e8edf2", dim="#a6b0bb", link="#86bcff", edge="#a6b0bb", rule="#353f4a")


def colours(number: int) -> tuple[str, str]:
    """The colour of a phase by its number, and the ink that reads better on it; they come round after the last."""
    place = (number - 1) % len(COLOURS)
    return COLOURS[place], INKS[place]


def terminal_colour(number: int, truecolor: bool) -> str:
    """The colour of a phase as rich names it; a terminal with neither true colour nor 256 colours gets a basic one."""
    return (COLOURS if truecolor else BASIC_COLOURS)[(number - 1) % len(COLOURS)]
