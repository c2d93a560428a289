"""What the parts of several answers have in common."""

from collections.abc import Iterator

from iknctl.answers import types
from iknctl.model import Text
from iknctl.render.blocks import Flag
from iknctl.render.wording import Wording


def flags(warnings: tuple[types.Warning, ...], wording: Wording) -> Iterator[Flag]:
    for warning in warnings:
        yield Flag(wording.say(f"label.{warning.code}"), wording.sentence(warning.message))


def remark(note: Text | None, wording: Wording) -> str:
    return "" if note is None else f" [{wording.pick(note)}]"
