"""A located tree of mappings, lists and scalars: what a document is once it has been read."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from iknctl.errors import Location


class Scalar(Struct, frozen=True, gc=False):
    """A piece of text, a whole number, or null."""

    line: int
    column: int
    value: str | int | None


class Unreadable(Struct, frozen=True, gc=False):
    """A value that a fault has been found with, and that nobody need look at again."""

    line: int
    column: int


class Sequence(Struct, frozen=True):
    """A list."""

    line: int
    column: int
    items: tuple["Node", ...]


class Mapping(Struct, frozen=True):
    """Keys, each of them once, with their values, in the order of the file."""

    line: int
    column: int
    entries: tuple[tuple[Scalar, "Node"], ...]


Node: TypeAlias = Scalar | Sequence | Mapping | Unreadable


class Places(NamedTuple):
    """Where the values of a file stand."""

    file: str
    root: Node | None

    def at(self, path: Iterable[str | int]) -> Location:
        """The place of a value such as `("roadmaps", 0, "start")`; of a value left out, that of what would hold it."""
        node = self.root
        if node is None:
            return Location(self.file)
        for step in path:
            inner = _within(node, step)
            if inner is None:
                break
            node = inner
        return Location(self.file, node.line, node.column)


def _within(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries if key.value == step), None)
    return None
