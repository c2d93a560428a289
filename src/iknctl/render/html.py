"""The timeline as one page that stands alone: the chart, the milestones, the phases, the contradictions, the sources.

It loads nothing, runs nothing, and asks the browser to hold it to that.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import zip_longest
from pathlib import Path
from string import Template

from iknctl.answers.move import PageAnswer, TimelineAnswer
from iknctl.answers.types import Answer
from iknctl.render.blocks import Block, Bullets, Cite, Code, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.timeline.describe import source_line, subtitle, title
from iknctl.render.timeline.palette import DARK, LIGHT, colour, ink_on
from iknctl.render.timeline.svg import FONTS, draw
from iknctl.render.views import view
from iknctl.render.wording import Wording


def render(page: PageAnswer, wording: Wording) -> str:
    """The page, in one language; the colours and fonts of the pictures are variables of its style sheet."""
    markup, links, body = _Markup(page, wording), "", ""
    for name, heading, blocks in _sections(page, wording):
        drawn = "\n".join(map(markup.draw, blocks))
        links += f'<li><a href="#{name}">{escape(heading)}</a></li>'
        head = f'<section id="{name}" aria-labelledby="{name}-heading">\n<h2 id="{name}-heading">{escape(heading)}</h2>'
        body += f"{head}\n<div>\n{drawn}\n</div>\n</section>\n"
    words = {each: wording.say(f"label.{each}") for each in ("skip", "contents")}
    words |= {"name": title(page.timeline, wording), "about": subtitle(page.timeline, wording)}
    words["source"] = source_line(page.timeline, wording)
    parts = {name: escape(text) for name, text in words.items()}
    for name, ground in (("light", LIGHT), ("dark", DARK)):
        parts[name] = "".join(f"--{name}:{ink};" for name, ink in ground._asdict().items())
    template, rules = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("page.html", "page.css"))
    return Template(template).substitute(parts, lang=wording.lang, fonts=FONTS, rules=rules, links=links, body=body)


def _sections(page: PageAnswer, wording: Wording) -> Iterator[tuple[str, str, list[Block]]]:
    """The id, the heading and the blocks of each part that the table of contents leads to."""

    def told(answer: Answer) -> list[Block]:  # without the title of an answer that stands alone
        return [block for block in view(answer, wording) if not isinstance(block, Heading) or block.level > 1]

    yield "timeline", wording.say("label.timeline"), told(page.timeline)
    if page.milestones.milestones:
        yield "milestones", wording.say("label.milestones"), told(page.milestones)
    for about, shows in zip(page.abouts, page.shows, strict=True):
        # What a roadmap is, then its phases, then what else stands behind it under headings of its own.
        blocks = told(about)
        cut = next((index for index, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
        phases = [block for answer in shows for block in told(answer)]
        yield f"roadmap-{about.roadmap.id}", wording.pick(about.roadmap.name), [*blocks[:cut], *phases, *blocks[cut:]]
    yield "conflicts", wording.say("label.conflicts"), told(page.conflicts)
    yield "sources", wording.say("label.sources"), told(page.sources)


class _Markup:
    """Draws blocks as HTML: text escaped, sources linked to where the page lists them."""

    def __init__(self, page: PageAnswer, wording: Wording) -> None:
        self.wording, self.listed = wording, {source.id for source in page.sources.sources}

    def draw(self, block: Block) -> str:
        match block:
            case Heading(text, level):  # that of a source can be linked to
                target = f' id="source-{text}"' if text in self.listed else ""
                return f"<h{level + 1}{target}>{escape(text)}</h{level + 1}>"
            case Paragraph(inline, ""):
                return f"<p>{self.inline(inline)}</p>"
            case Paragraph(inline, label):
                return f'<p class="flag"><strong>{escape(label)}:</strong> {self.inline(inline)}</p>'
            case Bullets(items):
                return f"<ul>{''.join(f'<li>{self.inline(item)}</li>' for item in items)}</ul>"
            case Facts(rows):  # a value without a name goes on with the one before
                named = ((f"<dt>{escape(name)}</dt>" if name else "", self.inline(value)) for name, value in rows)
                return f"<dl>{''.join(f'{name}<dd>{value}</dd>' for name, value in named)}</dl>"
            case Table():
                return self.table(block)
            case TimelineAnswer():
                name = escape(self.wording.say("label.timeline"))
                picture = draw(block, self.wording, framed=False)
                return f'<figure tabindex="0" aria-label="{name}">{picture}</figure>'

    def table(self, table: Table) -> str:
        names = [escape(name) for name in table.columns]
        heads = "".join(f'<th scope="col">{name}</th>' for name in names)
        body = ""
        for cells, phase in zip_longest(table.rows, table.phases):
            first, *rest = map(self.inline, cells)
            if phase is not None:
                first = f'<span class="phase" style="background:{colour(phase)};color:{ink_on(phase)}">{first}</span>'
            drawn = (f'<td data-name="{name}">{cell}</td>' for name, cell in zip(names[1:], rest, strict=True))
            body += f'<tr><th scope="row">{first}</th>{"".join(drawn)}</tr>'
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"

    def inline(self, inline: Inline) -> str:
        """A text; in it, an address and every mention of a source are linked."""
        drawn = ""
        for part in (inline,) if isinstance(inline, str) else inline:
            match part:
                case Code():
                    drawn += f"<code>{escape(part.text)}</code>"
                case Cite():
                    drawn += self.source(part.id, part.name)
                case str() if re.fullmatch(r"https?://\S+", part):
                    drawn += f'<a href="{escape(part)}" rel="noopener noreferrer">{escape(part)}</a>'
                case _:  # an id of a single word may just be a word
                    drawn += re.sub(r"\b\w+(-\w+)+", lambda found: self.source(found[0], found[0]), escape(part))
        return drawn

    def source(self, source: str, name: str) -> str:
        return f'<a href="#source-{source}">{escape(name)}</a>' if source in self.listed else escape(name)
