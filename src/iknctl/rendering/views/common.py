"""What the parts of several answers have in common."""

from collections.abc import Iterator

from iknctl.model import Text
from iknctl.rendering.blocks import Flag
from iknctl.rendering.reader import Reader
from iknctl.reports import shapes


def flags(warnings: tuple[shapes.Warning, ...], reader: Reader) -> Iterator[Flag]:
    for warning in warnings:
        yield Flag(reader.say(f"label.{warning.code}"), reader.sentence(warning.message))


def remark(note: Text | None, reader: Reader) -> str:
    return "" if note is None else f" [{reader.pick(note)}]"
