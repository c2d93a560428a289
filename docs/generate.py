"""Writes what the documents take from the program: `python docs/generate.py [PAGE…]`, all of it without a PAGE.

The tables of docs/json.md come from the types of the answers and the meanings of their fields. Each console block of a
page is run as one session of bash, in a folder of its own, and what it printed takes the place of what stood there.
docs/timeline.svg is drawn anew. The tests say when any of it is out of date.
"""

import datetime as dt
import inspect
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct

from iknctl.answers.schemas import SHAPES
from iknctl.model import Cited, Count, FullDate, Id, Number, PartialDate, Url, Words, Year, means

ROOT = Path(__file__).parents[1]
JSON = ROOT / "docs" / "json.md"
PICTURE = ROOT / "docs" / "timeline.svg"
PAGES = (*sorted(ROOT.glob("README*.md")), *sorted(ROOT.glob("docs/*.md")))
TODAY = "2026-11-25"
"""The day that counts as today in the documents."""

MARK = "<!-- From here on written by docs/generate.py -->\n"
WORDS: Mapping[Any, str] = {
    Id: "id",
    Words: "text",
    Year: "year",
    Number: "number",
    Count: "number",
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


# The tables of json.md


def split(hint: Any) -> tuple[Any, str | None]:
    """An annotation without the meaning of its field, and that meaning."""
    if get_origin(hint) is not Annotated:
        return hint, None
    bare, *metas = get_args(hint)
    meanings = [meta.description for meta in metas if meta.description]
    limits = [meta for meta in metas if meta != means(meta.description or "")]
    return Annotated[(bare, *limits)] if limits else bare, meanings[-1] if meanings else None


def words(annotation: Any) -> str:
    """A type as people read it."""
    hint, _ = split(annotation)
    if hint in WORDS:
        return WORDS[hint]
    inner, kind = get_args(hint), get_origin(hint)
    if kind is Annotated:  # beside what has a name, only lists have limits; their longest stands elsewhere
        return f"{words(inner[0])}{', not empty' if any(meta.min_length for meta in inner[1:]) else ''}"
    if kind is Literal:
        return ", ".join(f"`{choice}`" for choice in sorted(inner))
    if kind in (Union, UnionType):
        return " or ".join(map(words, inner))
    if kind is tuple:
        item = f"{WORDS[inner[0]]}s" if inner[0] in WORDS else words(inner[0])
        return f"list of {item}" if ... in inner else f"{len(inner)} {item}"
    return f"[{hint.__name__}](#{hint.__name__.lower()})"


def parts(hint: Any) -> Iterator[type[Struct]]:
    """The types that a type is made of, itself included, down to the last."""
    inner = get_args(hint)
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
        inner = tuple(get_type_hints(hint, include_extras=True).values())
    for each in inner:
        if not isinstance(each, Meta):
            yield from parts(each)


def described(cls: type[Struct]) -> str:
    """A type with a table of its fields."""
    lines = [inspect.cleandoc(cls.__doc__ or ""), "", "| field | type | meaning |", "|---|---|---|"]
    if tag := cls.__struct_config__.tag:
        lines.append(f"| `schema` | `{tag}` | The shape and its version. |")
    hints = get_type_hints(cls, include_extras=True)
    lines += [f"| `{field}` | {words(hints[field])} | {split(hints[field])[1]} |" for field in cls.__struct_fields__]
    return "\n".join(lines) + "\n"


def tables() -> str:
    """What stands below the mark in json.md: every answer, and what they are made of."""
    answers = {name: cls for name, cls in SHAPES.items() if name != "data"}
    shared = {part.__name__: part for cls in answers.values() for part in parts(cls) if part not in answers.values()}
    written = [f"{MARK}\n## Answers\n"]
    for name, cls in answers.items():
        written.append(f"\n### {'Errors' if name == 'error' else f'iknctl {name}'}\n\n{described(cls)}")
    written.append("\n## Parts\n\nWhat answers are made of, in alphabetical order.\n")
    written += [f"\n### {name}\n\n{described(cls)}" for name, cls in sorted(shared.items())]
    return "".join(written)


# The console blocks

BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ (?P<command>(?:.*\\\n)*.*)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)
BETWEEN = "\x1e"


def commands_of(block: str) -> list[str]:
    """The commands of a console block; one that ends in a backslash goes on in the next line, behind a > if any."""
    return [re.sub(r"\\\n(?:> )?", r"\\\n", step["command"]) for step in STEP.finditer(block)]


def session(commands: list[str]) -> list[str]:
    """What each of these commands prints, on either stream, in one session of bash in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "bin", "iknctl")
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m iknctl "$@"\n')
        program.chmod(0o755)
        path = f"{program.parent}:{os.environ.get('PATH', '')}"
        env = {"PATH": path, "IKNCTL_TODAY": TODAY, "LC_ALL": "C.UTF-8", "HOME": folder, "TMPDIR": folder}
        env |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
        # Each mark keeps the exit code of the command before it, for an `echo $?` in the next.
        mark = f"mark() {{ local code=$?; printf '{BETWEEN}'; return $code; }}\nexec 2>&1\n"
        script = mark + "\n".join(f"mark\n{command}" for command in commands)
        work = program.parent.with_name("work")
        work.mkdir()
        done = subprocess.run(["bash", "-c", script], env=env, cwd=work, stdout=subprocess.PIPE, check=False)
        return done.stdout.decode().split(BETWEEN)[1:]


def answered(block: str) -> str:
    """A console block with what its commands print now. Exits when it is a bug of the program."""
    answers = session(commands_of(block))
    if faults := [answer for answer in answers if re.search("Traceback|bug in iknctl|program iknctl", answer)]:
        sys.exit(f"a bug in iknctl; nothing is written:\n{faults[0]}")
    printed = iter(answers)
    return STEP.sub(lambda step: f"$ {step['command']}\n{next(printed)}", block)


def page(path: Path, old: str) -> str:
    """A page as it should be."""
    text = BLOCK.sub(lambda block: answered(block[1]), old)
    return text.partition(MARK)[0] + tables() if path == JSON else text


if __name__ == "__main__":
    named = [Path(name).resolve() for name in sys.argv[1:]]
    for file in named or PAGES:
        file.write_text(page(file, file.read_text(encoding="utf-8")), encoding="utf-8")
    if not named:
        PICTURE.write_text(session(["iknctl timeline --format svg"])[0], encoding="utf-8")
