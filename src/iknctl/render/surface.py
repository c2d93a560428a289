"""What an answer in text will be shown on."""

from typing import NamedTuple


class Surface(NamedTuple):
    """`width` is None where nothing may be wrapped or cut; a chart then takes `chart_width` columns."""

    width: int | None = None
    styled: bool = False
    unicode: bool = True
    chart_width: int = 80
