"""Bytes to a model, or to all the faults that keep them from being one."""

from typing import NamedTuple

from iknctl.datafile import yaml
from iknctl.datafile.fields import Part, built, model_part
from iknctl.datafile.finding import Fault, Finds, collect
from iknctl.datafile.nodes import Node
from iknctl.datafile.references import between
from iknctl.model import Model


class Verdict(NamedTuple):
    """A model or faults; where they could be made out, the tree and the part of it that stands for the model."""

    model: Model | None
    faults: list[Fault]
    root: Node | None
    top: Part | None


def judged(data: bytes) -> Verdict:
    """The verdict on a data file. Never raises."""
    faults, read = collect(_read(data))
    root, top = read or (None, None)
    part = top if isinstance(top, Part) else None
    return Verdict(built(part) if part and not faults else None, faults, root, part)


def _read(data: bytes) -> Finds[tuple[Node | None, object]]:
    root = yield from yaml.read(data)
    if root is None:
        return None, None
    top = yield from model_part(root)
    if isinstance(top, Part):
        yield from between(top)
    return root, top
