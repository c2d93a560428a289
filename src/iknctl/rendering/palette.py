"""The colours of the phases, the same in the terminal and in pictures.

Okabe and Ito's palette, made to stay apart for every common kind of colour-blindness; its black, its yellow and the
lighter of its blues are left out, since they vanish on a dark or on a light ground. Neighbours differ in lightness too.
"""

COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7")


def colour(number: int) -> str:
    """The colour of a phase by its number; the colours come round again after the last."""
    return COLOURS[(number - 1) % len(COLOURS)]
