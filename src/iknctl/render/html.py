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
from iknctl.messages import Lang
from iknctl.render import markdown
from iknctl.render.blocks import Block
from iknctl.render.timeline.describe import headings, source_line
from iknctl.render.timeline.palette import DARK, LIGHT
from iknctl.render.timeline.svg import FONTS, draw
from iknctl.render.views import view
from iknctl.render.wording import Wording


def render(page: PageAnswer, wording: Wording) -> str:
    """The page, in one language; the colours and fonts of the pictures are variables of its style sheet."""
    to_html = MarkdownIt("commonmark", {"html": False}).enable("table")
    picture, label = draw(page.timeline, wording, framed=False), escape(wording.say("label.timeline"))
    name, about = map(escape, headings(page.timeline, wording))
    other: Lang = "id" if wording.lang == "en" else "en"
    foreign = _foreign(page, wording.lang, other)
    links, body, figure = "", "", f'<figure tabindex="0" aria-label="{label}">{picture}</figure>\n'
    for anchor, heading, blocks in _sections(page, wording):
        drawn = foreign.sub(rf'<i lang="{other}">\g<0></i>', to_html.render(markdown.render(blocks)))
        drawn = re.sub("<tr>\n<td(.*)</td>", r'<tr>\n<th scope="row"\1</th>', drawn)
        links += f'<li><a href="#{anchor}">{escape(heading)}</a></li>'
        body += f'<section id="{anchor}" aria-labelledby="{anchor}-heading">\n<h2 id="{anchor}-heading">'
        body += f"{escape(heading)}</h2>\n<div>\n{figure}{drawn}</div>\n</section>\n"
        figure = ""
    template, rules = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("page.html", "page.css"))
    parts = {
        "name": name,
        "about": about,
        "source": escape(source_line(page.timeline, wording)),
        "skip": escape(wording.say("label.skip")),
        "contents": escape(wording.say("label.contents")),
        "people": wording.say("label.civil-servants"),  # the only column of numbers
        "body": re.sub(r"<h3>([a-z0-9-]+)</h3>", r'<h3 id="source-\1">\1</h3>', body),
    }
    for scheme, ground in (("light", LIGHT), ("dark", DARK)):
        parts[scheme] = "".join(f"--{ink}:{value};" for ink, value in ground._asdict().items())
    return Template(template).substitute(parts, lang=wording.lang, fonts=FONTS, rules=rules, links=links)


def _sections(page: PageAnswer, wording: Wording) -> Iterator[tuple[str, str, list[Block]]]:
    """The id, the heading and the parts of each section; a citation leads to the entry of its source on the page."""
    listed = tuple(replace(each, url=f"#source-{each.id}") for each in wording.model.sources)
    here = Wording(replace(wording.model, sources=listed), wording.lang)
    yield "timeline", wording.say("label.timeline"), view(page.timeline, here)[1:]  # all but the chart
    if page.milestones.milestones:
        yield "milestones", wording.say("label.milestones"), view(page.milestones, here)[1:]  # all but the title
    for about in page.abouts:
        _, facts, *others = view(about, here)
        phases = [block for show in page.shows if show.roadmap == about.roadmap.id for block in view(show, here)]
        yield f"roadmap-{about.roadmap.id}", wording.pick(about.roadmap.name), [facts, *phases, *others]
    yield "conflicts", wording.say("label.conflicts"), view(page.conflicts, here)
    yield "sources", wording.say("label.sources"), view(page.sources, here)


def _foreign(page: PageAnswer, lang: Lang, other: Lang) -> re.Pattern[str]:
    """Finds quoted terms of the other language: those that stand in the text of their goal in it, and in none in the
    page's own; not in brackets, which is how either language quotes the other."""
    goals = [goal for show in page.shows for goal in show.phase.goals]
    terms = [(term.casefold(), goal.text) for goal in goals for term in goal.terms]
    own, theirs = (
        {term for term, text in terms if term in re.sub(r"\(.*?\)", "", getattr(text, each)).casefold()}
        for each in (lang, other)
    )
    terms_there = "|".join(re.escape(escape(term)) for term in sorted(theirs - own)) or "(?!)"
    return re.compile(f"(?<=[“(])(?:{terms_there})(?=[”)])", re.IGNORECASE)
