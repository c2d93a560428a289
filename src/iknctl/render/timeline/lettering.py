"""How much room words take in a picture, where nothing wraps them for us."""

from collections.abc import Iterator
from unicodedata import east_asian_width

# Widths in parts of the font's size. The wording's own font is not known here, so these are those of a wide one:
# a line that is set a little short does no harm, one that is cut does.
_NARROW = frozenset("iljtfrI.,:;|!'’()[] -")
_WIDE = frozenset("mwMW@%—…")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line of text is."""
    return sum(map(_share, text)) * size * (1.08 if bold else 1)


def _share(char: str) -> float:
    if char in _NARROW:
        return 0.4
    if char in _WIDE or char.isupper():
        return 0.8 if char.isupper() and char not in _WIDE else 0.98
    return 1.0 if east_asian_width(char) in "WF" else 0.63


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit the room; a word that is too long for any line is broken, never cut."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if width(joined, size, bold=bold) <= room:
            lines[-1:] = [joined]
        else:
            lines += _broken(word, room, size, bold=bold)
    return lines or [""]


def _broken(word: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and width(piece + char, size, bold=bold) > room:
            yield piece
            piece = ""
        piece += char
    yield piece
