"""Answers as Markdown that GitHub renders."""

import re
from collections.abc import Iterable, Iterator

from iknctl.render.blocks import Block, Bullets, Cite, Code, Facts, Heading, Inline, Paragraph, Table

# What would start a heading, a list, emphasis, code, a link, HTML, a table cell, a mention or a strike-through.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@&$]|^[-+=])")
_NUMBERED = re.compile(r"^(\d+)([.)])")  # what would start a numbered list


def render(blocks: Iterable[Block]) -> str:
    """Parts of an answer, set apart by empty lines."""
    return "\n\n".join("\n".join(_drawn(block)) for block in blocks) + "\n"


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_escaped(block.text)}"
        case Paragraph():
            yield f"> **{_escaped(block.label)}:** {_inline(block.text)}" if block.label else _inline(block.text)
        case Bullets():
            yield from (f"- {_inline(item)}" for item in block.items)
        case Facts():
            # Another mark than that of the bullets, or one list behind the other would be read as one.
            for name, value in block.rows:
                yield f"* **{_escaped(name)}:** {_inline(value)}" if name else f"  * {_inline(value)}"
        case Table():
            marks = ("--:" if place in block.right else "---" for place in range(len(block.columns)))
            for cells in (map(_escaped, block.columns), marks, *(map(_inline, row) for row in block.rows)):
                yield f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def _inline(inline: Inline) -> str:
    drawn = ""
    for part in (inline,) if isinstance(inline, str) else inline:
        match part:
            case Code():
                mark = "``" if "`" in part.text else "`"
                drawn += f"{mark}{part.text}{mark}"
            case Cite():
                address = f"<{(part.url or '').replace('<', '%3C').replace('>', '%3E')}>"
                linked = address if part.name == part.url else f"[{_escaped(part.name)}]({address})"
                drawn += linked if part.url else _escaped(part.name)
            case _:  # a text between others, whose outer blanks count
                drawn += f"{' ' * part.startswith(' ')}{_escaped(part)}{' ' * part.endswith(' ')}"
    return drawn.strip()
