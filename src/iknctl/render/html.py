"""The timeline as one page that stands alone: the chart, the milestones, the phases, the contradictions, the sources.

It loads nothing, runs nothing, and asks the browser to hold it to that.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest
from pathlib import Path

from iknctl.answers.move import PageAnswer, TimelineAnswer
from iknctl.answers.types import Answer
from iknctl.render.blocks import Block, Bullets, Cite, Code, Facts, Heading, Inline, Paragraph, Table
from iknctl.render.timeline.describe import headings, source_line
from iknctl.render.timeline.palette import DARK, LIGHT, colours
from iknctl.render.timeline.svg import FONTS, draw
from iknctl.render.views import view
from iknctl.render.wording import Wording

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_ADDRESS = re.compile(r"https?://\S+")


def render(page: PageAnswer, wording: Wording) -> str:
    """The page, in one language; the colours and fonts of the pictures are variables of its style sheet."""
    light, dark = ("".join(f"--{name}:{ink};" for name, ink in ground._asdict().items()) for ground in (LIGHT, DARK))
    rules = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    markup, contents, body = _Markup(page, wording), "", ""
    for name, heading, blocks in _sections(page, wording):
        drawn = "\n".join(markup.draw(block, anchored=name == "sources") for block in blocks)
        contents += f'<li><a href="#{name}">{escape(heading)}</a></li>'
        head = f'<section id="{name}" aria-labelledby="{name}-heading">\n<h2 id="{name}-heading">{escape(heading)}</h2>'
        body += f"{head}\n<div>\n{drawn}\n</div>\n</section>\n"
    name, about = map(escape, headings(page.timeline, wording))
    return f"""\
<!DOCTYPE html>
<html lang="{wording.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{name} · {about}</title>
<style>
:root {{ {light}--fonts:{FONTS} }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}
{rules}</style>
</head>
<body>
<a class="skip" href="#main">{escape(wording.say("label.skip"))}</a>
<header>
<h1>{name}</h1>
<p>{about}</p>
<nav aria-label="{escape(wording.say("label.contents"))}"><ul>{contents}</ul></nav>
</header>
<main id="main" tabindex="-1">
{body}</main>
<footer><p>{escape(source_line(page.timeline, wording))}</p></footer>
</body>
</html>
"""


def _sections(page: PageAnswer, wording: Wording) -> Iterator[tuple[str, str, list[Block]]]:
    """The id, the heading and the blocks of each part that the table of contents leads to."""

    def told(answer: Answer) -> list[Block]:  # without the title of an answer that stands alone
        return [block for block in view(answer, wording) if not isinstance(block, Heading) or block.level > 1]

    yield "timeline", wording.say("label.timeline"), told(page.timeline)
    if page.milestones.milestones:
        yield "milestones", wording.say("label.milestones"), told(page.milestones)
    for about in page.abouts:
        # What a roadmap is, then its phases, then what else stands behind it under headings of its own.
        blocks = told(about)
        cut = next((index for index, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
        phases = [block for answer in page.shows if answer.roadmap == about.roadmap.id for block in told(answer)]
        yield f"roadmap-{about.roadmap.id}", wording.pick(about.roadmap.name), [*blocks[:cut], *phases, *blocks[cut:]]
    yield "conflicts", wording.say("label.conflicts"), told(page.conflicts)
    yield "sources", wording.say("label.sources"), told(page.sources)


class _Markup:
    """Draws blocks as HTML: text escaped, sources linked to where the page lists them, foreign terms marked."""

    def __init__(self, page: PageAnswer, wording: Wording) -> None:
        self.wording, self.listed = wording, {source.id for source in page.sources.sources}
        # A mention in a text is an id of several words, since one of a single word may just be a word.
        ids = sorted((re.escape(each) for each in self.listed if "-" in each), key=len, reverse=True)
        self.mention = re.compile(rf"(?<![\w-])({'|'.join(ids) or '(?!)'})(?![\w-])")
        # A term is foreign if it stands in the text of its goal in the other language, and in none in the page's own;
        # not in brackets, which is how either language quotes the other.
        self.other = "id" if wording.lang == "en" else "en"
        goals = [goal for answer in page.shows for goal in answer.phase.goals]
        terms = [(term.casefold(), goal.text) for goal in goals for term in goal.terms]
        own, other = (
            {term for term, text in terms if term in re.sub(r"\(.*?\)", "", getattr(text, lang)).casefold()}
            for lang in (wording.lang, self.other)
        )
        self.foreign = other - own

    def draw(self, block: Block, *, anchored: bool = False) -> str:
        """A block; where it is `anchored`, the headings that are ids of sources can be linked to."""
        match block:
            case Heading(text, level):
                target = f' id="source-{escape(text)}"' if anchored and text in self.listed else ""
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
                names = [escape(name) for name in block.columns]
                heads = "".join(f'<th scope="col">{name}</th>' for name in names)
                body = "".join(self.row(names, cells, phase) for cells, phase in zip_longest(block.rows, block.phases))
                return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
            case TimelineAnswer():
                name = escape(self.wording.say("label.timeline"))
                picture = draw(block, self.wording, framed=False)
                return f'<figure tabindex="0" aria-label="{name}">{picture}</figure>'

    def row(self, names: list[str], cells: Sequence[Inline], phase: int | None) -> str:
        first, *rest = map(self.inline, cells)
        if phase is not None:
            ground, ink = colours(phase)
            first = f'<span class="phase" style="background:{ground};color:{ink}">{first}</span>'
        drawn = (f'<td data-name="{name}">{cell}</td>' for name, cell in zip(names[1:], rest, strict=True))
        return f'<tr><th scope="row">{first}</th>{"".join(drawn)}</tr>'

    def inline(self, inline: Inline) -> str:
        return "".join(map(self.part, (inline,) if isinstance(inline, str) else inline))

    def part(self, part: str | Cite | Code) -> str:
        """A part of a text: in it, an address is linked, a foreign term marked, and a mention of a source linked."""
        match part:
            case Code():
                return f"<code>{escape(part.text)}</code>"
            case Cite():
                return self.source(part.id, part.name)
            case str() if _ADDRESS.fullmatch(part):
                return f'<a href="{escape(part)}" rel="noopener noreferrer">{escape(part)}</a>'
        drawn = ""
        for quoted, text in enumerate(re.split(r"(?<=[“(])([^“”()]+)(?=[”)])", part)):
            pieces = enumerate(self.mention.split(text))
            words = "".join(self.source(piece, piece) if index % 2 else escape(piece) for index, piece in pieces)
            foreign = quoted % 2 and text.casefold() in self.foreign
            drawn += f'<i lang="{self.other}">{words}</i>' if foreign else words
        return drawn

    def source(self, source: str, name: str) -> str:
        return f'<a href="#source-{escape(source)}">{escape(name)}</a>' if source in self.listed else escape(name)
