"""The timeline as one page that stands alone: the chart, the milestones, the phases, the contradictions, the sources.

It loads nothing, runs nothing, and asks the browser to hold it to that. All but the chart is what Markdown says too.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt
from msgspec.structs import replace

from iknctl.answers.move import PageAnswer
from iknctl.render import markdown
from iknctl.render.blocks import Block
from iknctl.render.timeline.describe import source_line, subtitle, title
from iknctl.render.timeline.palette import DARK, LIGHT
from iknctl.render.timeline.svg import FONTS, draw
from iknctl.render.views import view
from iknctl.render.wording import Wording


def render(page: PageAnswer, wording: Wording) -> str:
    """The page, in one language; the colours and fonts of the pictures are variables of its style sheet."""
    to_html = MarkdownIt("commonmark", {"html": False}).enable("table")
    picture, label = draw(page.timeline, wording, framed=False), escape(wording.say("label.timeline"))
    links, body, figure = "", "", f'<figure tabindex="0" aria-label="{label}">{picture}</figure>\n'
    for name, heading, blocks in _sections(page, wording):
        links += f'<li><a href="#{name}">{escape(heading)}</a></li>'
        head = f'<section id="{name}" aria-labelledby="{name}-heading">\n<h2 id="{name}-heading">{escape(heading)}</h2>'
        body += f"{head}\n<div>\n{figure}{to_html.render(markdown.render(blocks))}</div>\n</section>\n"
        figure = ""
    template, rules = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("page.html", "page.css"))
    parts = {
        "name": escape(title(page.timeline, wording)),
        "about": escape(subtitle(page.timeline, wording)),
        "source": escape(source_line(page.timeline, wording)),
        "skip": escape(wording.say("label.skip")),
        "contents": escape(wording.say("label.contents")),
        "body": re.sub(r"<h3>([a-z0-9-]+)</h3>", r'<h3 id="source-\1">\1</h3>', body),
    }
    for name, ground in (("light", LIGHT), ("dark", DARK)):
        parts[name] = "".join(f"--{ink}:{value};" for ink, value in ground._asdict().items())
    return Template(template).substitute(parts, lang=wording.lang, fonts=FONTS, rules=rules, links=links)


def _sections(page: PageAnswer, wording: Wording) -> Iterator[tuple[str, str, list[Block]]]:
    """The id, the heading and the parts of each section; a citation leads to the entry of its source on the page."""
    listed = tuple(replace(each, url=f"#source-{each.id}") for each in wording.model.sources)
    here = Wording(replace(wording.model, sources=listed), wording.lang)
    yield "timeline", wording.say("label.timeline"), view(page.timeline, here)[1:]  # all but the chart
    if page.milestones.milestones:
        yield "milestones", wording.say("label.milestones"), view(page.milestones, here)[1:]  # all but the title
    for about, shows in zip(page.abouts, page.shows, strict=True):
        _, facts, *others = view(about, here)
        phases = [block for answer in shows for block in view(answer, here)]
        yield f"roadmap-{about.roadmap.id}", wording.pick(about.roadmap.name), [facts, *phases, *others]
    yield "conflicts", wording.say("label.conflicts"), view(page.conflicts, here)
    yield "sources", wording.say("label.sources"), view(page.sources, here)
