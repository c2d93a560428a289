"""The timeline as one page that stands alone: the chart, the milestones, the phases, the contradictions, the sources.

It loads nothing, runs nothing, and asks the browser to hold it to that.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from msgspec.structs import replace

from iknctl.answers.move import PageAnswer, TimelineAnswer
from iknctl.render.blocks import Block, Bullets, Cite, Code, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.timeline.describe import headings, source_line
from iknctl.render.timeline.palette import DARK, LIGHT
from iknctl.render.timeline.svg import FONTS, draw
from iknctl.render.views import view
from iknctl.render.wording import Wording


def render(page: PageAnswer, wording: Wording) -> str:
    """The page, in one language; the colours and fonts of the pictures are variables of its style sheet."""
    markup, links, body = _Markup(page, wording), "", ""
    for anchor, heading, blocks in _sections(page, wording):
        links += f'<li><a href="#{anchor}">{escape(heading)}</a></li>'
        body += f'<section id="{anchor}" aria-labelledby="{anchor}-heading">\n<h2 id="{anchor}-heading">'
        body += f"{escape(heading)}</h2>\n<div>\n{''.join(map(markup.draw, blocks))}</div>\n</section>\n"
    name, about = headings(page.timeline, wording)
    template, rules = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("page.html", "page.css"))
    parts = {"name": name, "about": about, "source": source_line(page.timeline, wording)}
    parts |= {key: wording.say(f"label.{key}") for key in ("skip", "contents")}
    parts = {key: escape(text) for key, text in parts.items()} | {"rules": rules, "links": links, "body": body}
    for scheme, ground in (("light", LIGHT), ("dark", DARK)):
        parts[scheme] = "".join(f"--{ink}:{value};" for ink, value in ground._asdict().items())
    return Template(template).substitute(parts, lang=wording.lang, fonts=FONTS)


def _sections(page: PageAnswer, wording: Wording) -> Iterator[tuple[str, str, list[Block]]]:
    """The id, the heading and the parts of each section; a citation leads to the entry of its source on the page."""
    listed = tuple(replace(each, url=f"#source-{each.id}") for each in wording.model.sources)
    here = Wording(replace(wording.model, sources=listed), wording.lang)
    yield "timeline", wording.say("label.timeline"), view(page.timeline, here)
    if page.milestones.milestones:
        yield "milestones", wording.say("label.milestones"), view(page.milestones, here)[1:]  # all but the title
    for about in page.abouts:
        _, facts, *others = view(about, here)
        phases = [block for show in page.shows if show.roadmap == about.roadmap.id for block in view(show, here)]
        yield f"roadmap-{about.roadmap.id}", wording.pick(about.roadmap.name), [facts, *phases, *others]
    yield "conflicts", wording.say("label.conflicts"), view(page.conflicts, here)
    yield "sources", wording.say("label.sources"), view(page.sources, here)


class _Markup:
    """Draws blocks as HTML. The entries of sources can be linked to, and foreign terms are marked as such."""

    def __init__(self, page: PageAnswer, wording: Wording) -> None:
        self.wording, self.other = wording, "id" if wording.lang == "en" else "en"
        self.sources = {each.id for each in page.sources.sources}
        # A term is foreign if it stands in the text of its goal in the other language, and in none in the page's own;
        # not in brackets, which is how either language quotes the other.
        own, others = set[str](), set[str]()
        for goal in (goal for show in page.shows for goal in show.phase.goals):
            for texts, lang in ((own, wording.lang), (others, self.other)):
                text = re.sub(r"\([^()]*\)", "", getattr(goal.text, lang)).casefold()
                texts |= {term.casefold() for term in goal.terms if term.casefold() in text}
        self.foreign = others - own

    def draw(self, block: Block) -> str:
        match block:
            case Heading(text, level):
                target = f' id="source-{text}"' if text in self.sources else ""
                return f"<h{level + 1}{target}>{escape(text)}</h{level + 1}>\n"
            case Paragraph(text, label):
                flag = f' class="flag"><strong>{escape(label)}:</strong> ' if label else ">"
                return f"<p{flag}{self.inline(text)}</p>\n"
            case Bullets(items):
                return f"<ul>{''.join(f'<li>{self.inline(item)}</li>' for item in items)}</ul>\n"
            case Facts(rows):  # a value without a name goes on with the one before
                terms = [f"<dt>{escape(name)}</dt>" if name else "" for name, _ in rows]
                values = (f"{term}<dd>{self.inline(value)}</dd>" for term, (_, value) in zip(terms, rows, strict=True))
                return f"<dl>{''.join(values)}</dl>\n"
            case Table(columns, rows):
                names, drawn = [escape(name) for name in columns], ""
                heads = "".join(f'<th scope="col">{name}</th>' for name in names)
                for first, *rest in (map(self.inline, row) for row in rows):
                    cells = (f'<td data-name="{name}">{cell}</td>' for name, cell in zip(names[1:], rest, strict=True))
                    drawn += f'<tr><th scope="row">{first}</th>{"".join(cells)}</tr>'
                return f"<table><thead><tr>{heads}</tr></thead><tbody>{drawn}</tbody></table>\n"
            case TimelineAnswer():
                name = escape(self.wording.say("label.timeline"))
                return f'<figure tabindex="0" aria-label="{name}">{draw(block, self.wording, framed=False)}</figure>\n'

    def inline(self, inline: Inline) -> str:
        drawn = ""
        for part in (inline,) if isinstance(inline, str) else inline:
            match part:
                case Code(text):
                    drawn += f"<code>{escape(text)}</code>"
                case Cite(name, url):
                    drawn += f'<a href="{escape(url)}">{escape(name)}</a>' if url else escape(name)
                case _:
                    for quoted, text in enumerate(re.split(r"(?<=[“(])([^“”()]+)(?=[”)])", part)):
                        foreign = quoted % 2 and text.casefold() in self.foreign
                        drawn += f'<i lang="{self.other}">{escape(text)}</i>' if foreign else escape(text)
        return drawn
