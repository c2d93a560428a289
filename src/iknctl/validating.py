"""Bytes to a model, or to all the faults that keep them from being one."""

from typing import NamedTuple

from iknctl import document
from iknctl.findings import Fault, Finds, collect
from iknctl.model import Model
from iknctl.nodes import Node
from iknctl.parts import Part, built, model_part
from iknctl.rules import between


class Verdict(NamedTuple):
    """A model or faults, and the tree that shows where everything stands, where there is one."""

    model: Model | None
    faults: list[Fault]
    root: Node | None


def judged(data: bytes) -> Verdict:
    """The verdict on a data file. Never raises."""
    faults, read = collect(_read(data))
    root, top = read or (None, None)
    model = built(top) if isinstance(top, Part) and not faults else None
    return Verdict(model, faults, root)


def _read(data: bytes) -> Finds[tuple[Node | None, object]]:
    root = yield from document.read(data)
    if root is None:
        return None, None
    top = yield from model_part(root)
    if isinstance(top, Part):
        yield from between(top)
    return root, top
