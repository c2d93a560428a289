"""The colours: of the phases, the same in the terminal and in pictures, and of what pictures and pages are drawn on.

The phases wear Okabe and Ito's palette, made to stay apart for every common kind of colour-blindness; its black, its
yellow and the lighter of its blues are left out, since they vanish on a dark or on a light ground. Neighbours differ in
lightness too.
"""

from typing import NamedTuple

COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7")
NEUTRAL = "#69737e"  # what belongs to no phase, on either ground


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


def colour(number: int) -> str:
    """The colour of a phase by its number; the colours come round again after the last."""
    return COLOURS[(number - 1) % len(COLOURS)]


_SIXTEEN = ("blue", "yellow", "green", "red", "magenta")  # the nearest that every terminal has, all apart


def terminal_colour(number: int, truecolor: bool) -> str:
    """The colour of a phase in a terminal: its own or, where there are sixteen, the nearest of these."""
    return colour(number) if truecolor else _SIXTEEN[(number - 1) % len(_SIXTEEN)]


def ink_on(ground: str) -> str:
    """Black or white, whichever reads better on a colour."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, ground))


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in lightness, from 1 to 21, as WCAG 2 measures it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(code: str) -> float:
    channels = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
