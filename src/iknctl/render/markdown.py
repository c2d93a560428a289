"""Answers as Markdown that GitHub renders."""

import re
from collections.abc import Iterator

from iknctl.answers.types import Answer
from iknctl.messages import Lang
from iknctl.model import Model
from iknctl.render.blocks import Block, Bullets, Cite, Facts, Flag, Heading, Inline, Paragraph, Table
from iknctl.render.views import view
from iknctl.render.wording import Wording

# What would start a heading, a list, emphasis, code, a link, HTML, a table cell, a mention or a strike-through.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@&$]|^[-+=])")
_NUMBERED = re.compile(r"^(\d+)([.)])")  # what would start a numbered list


def render(report: Answer, model: Model, lang: Lang) -> str:
    """The whole answer, its parts set apart by empty lines."""
    return "\n\n".join("\n".join(_drawn(block)) for block in view(report, Wording(model, lang))) + "\n"


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_escaped(block.text)}"
        case Flag():
            yield f"> **{_escaped(block.label)}:** {_escaped(block.text)}"
        case Paragraph():
            yield _inline(block.text)
        case Bullets():
            yield from (f"- {_inline(item)}" for item in block.items)
        case Facts():
            # Another mark than that of the bullets, or one list behind the other would be read as one.
            yield from (f"* {f'**{_escaped(name)}:** ' if name else ''}{_inline(value)}" for name, value in block.rows)
        case Table():
            yield _row(_escaped(name) for name in block.columns)
            yield _row("---" for _ in block.columns)
            yield from (_row(_inline(cell) for cell in row) for row in block.rows)
        case _:
            raise NotImplementedError(block)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def _inline(inline: Inline) -> str:
    if isinstance(inline, str):
        return f"<{inline}>" if re.fullmatch(r"https?://[^\s<>]+", inline) else _escaped(inline)
    return "".join(_escaped_part(part) if isinstance(part, str) else _cited(part) for part in inline)


def _escaped_part(text: str) -> str:
    """A text between others, whose outer blanks count."""
    return f"{' ' * text.startswith(' ')}{_escaped(text)}{' ' * text.endswith(' ')}"


def _cited(cite: Cite) -> str:
    return f"[{cite.id}](<{cite.url}>)" if cite.url else f"`{cite.id}`"
