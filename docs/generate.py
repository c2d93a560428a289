"""Rewrites the tables in docs/json.md, below its mark, from the types of the answers: `python docs/generate.py`."""

import datetime as dt
import inspect
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from iknctl.answers.schemas import SHAPES
from iknctl.model import Cited, FullDate, Id, Number, PartialDate, Url, Words, Year

PAGE = Path(__file__).with_name("json.md")
MARK = "<!-- From here on written by docs/generate.py -->\n"

MEANINGS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("fields.toml").read_text(encoding="utf-8")
)
ANY = "any"
"""What holds the meanings of fields that mean the same in every type."""

WORDS: Mapping[Any, str] = {
    Id: "id",
    Words: "text",
    Year: "year",
    Number: "number",
    PartialDate: "date",
    FullDate: "day",
    Url: "address",
    Cited: "list of ids, not empty",
    bool: "true or false",
    int: "number",
    str: "text",
    dt.date: "day",
    NoneType: "null",
}


def words(hint: Any) -> str:
    """A type as people read it."""
    if hint in WORDS:
        return WORDS[hint]
    inner, kind = get_args(hint), get_origin(hint)
    if kind is Annotated:  # beside what has a name, only lists are, and their longest is told elsewhere
        return f"{words(inner[0])}{', not empty' if inner[1].min_length else ''}"
    if kind is Literal:
        return ", ".join(f"`{choice}`" for choice in sorted(inner))
    if kind in (Union, UnionType):
        return " or ".join(map(words, inner))
    if kind is tuple:
        item = f"{WORDS[inner[0]]}s" if inner[0] in WORDS else words(inner[0])
        return f"list of {item}" if ... in inner else f"{len(inner)} {item}"
    return f"[{hint.__name__}](#{hint.__name__.lower()})"


def home(cls: type[Struct], field: str) -> str:
    """The part of MEANINGS that tells what a field means: the type that declares it, or any."""
    declares = next(base for base in cls.__mro__ if field in inspect.get_annotations(base))
    return declares.__name__ if field in MEANINGS.get(declares.__name__, ()) else ANY


def parts(hint: Any) -> Iterator[type[Struct]]:
    """The types that a type is made of, itself included, down to the last."""
    inner = get_args(hint)
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
        inner = tuple(get_type_hints(hint, include_extras=True).values())
    for each in inner:
        yield from parts(each)


def _described(cls: type[Struct]) -> Iterator[str]:
    yield f"{inspect.cleandoc(cls.__doc__ or '')}\n\n| field | type | meaning |\n|---|---|---|\n"
    if tag := cls.__struct_config__.tag:
        yield f"| `schema` | `{tag}` | {MEANINGS[ANY]['schema']} |\n"
    hints = get_type_hints(cls, include_extras=True)
    for field in cls.__struct_fields__:
        yield f"| `{field}` | {words(hints[field])} | {MEANINGS[home(cls, field)][field]} |\n"


def answers() -> Mapping[str, type[Struct]]:
    """The answers by their commands, and the error that may stand in their place."""
    return {name: cls for name, cls in SHAPES.items() if name != "data"}


def page(old: str) -> str:
    """The page with its tables written anew."""
    whole = answers()
    shared = {part.__name__: part for cls in whole.values() for part in parts(cls) if part not in whole.values()}
    written = [old.partition(MARK)[0], MARK, "\n## Answers\n"]
    for name, cls in whole.items():
        written += [f"\n### {'Errors' if name == 'error' else f'iknctl {name}'}\n\n", *_described(cls)]
    written.append("\n## Parts\n\nWhat answers are made of, in alphabetical order.\n")
    for name in sorted(shared):
        written += [f"\n### {name}\n\n", *_described(shared[name])]
    return "".join(written)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
