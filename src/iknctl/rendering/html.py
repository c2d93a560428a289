"""The timeline as one page that stands alone: the chart, the phases and their goals, the contradictions, the sources.

It loads nothing, runs nothing, and asks the browser to hold it to that.
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from msgspec.structs import replace

from iknctl.messages import Lang
from iknctl.model import Fact, Model, Roadmap
from iknctl.queries import citations, find_roadmap
from iknctl.rendering.blocks import Block
from iknctl.rendering.markup import Markup
from iknctl.rendering.page_style import style
from iknctl.rendering.reader import Reader
from iknctl.rendering.story import source_line, subtitle, title
from iknctl.rendering.views import view
from iknctl.rendering.views.plans import milestones
from iknctl.reports import answers
from iknctl.reports.shapes import Report, SourcesAnswer, TimelineAnswer


class Section(NamedTuple):
    """A part of the page that its table of contents leads to."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


def render(report: TimelineAnswer, model: Model, lang: Lang) -> str:
    """The page, in one language."""
    reader = Reader(model, lang)
    sources = _sources(report, model)
    markup = Markup(reader, frozenset(source.id for source in sources.sources))
    sections = [*_sections(report, reader), Section("sources", reader.say("label.sources"), _view(sources, reader))]
    name, about = escape(title(report, reader)), escape(subtitle(report, reader))
    contents = "".join(f'<li><a href="#{each.id}">{escape(each.heading)}</a></li>' for each in sections)
    return f"""\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{name} · {about}</title>
<style>{style()}</style>
</head>
<body>
<a class="skip" href="#main">{escape(reader.say("label.skip"))}</a>
<header>
<h1>{name}</h1>
<p>{about}</p>
<nav aria-label="{escape(reader.say("label.contents"))}"><ul>{contents}</ul></nav>
</header>
<main id="main" tabindex="-1">
{"".join(_section(section, markup) for section in sections)}</main>
<footer><p>{escape(source_line(report, reader))}</p></footer>
</body>
</html>
"""


def _sections(report: TimelineAnswer, reader: Reader) -> Iterator[Section]:
    roadmaps = [reader.roadmap(lane.id) for lane in report.roadmaps]
    yield Section("timeline", reader.say("label.timeline"), _view(report, reader))
    for roadmap in roadmaps:
        yield Section(f"roadmap-{roadmap.id}", reader.pick(roadmap.name), (*_roadmap(report, roadmap, reader),))
    conflicts = answers.conflicts(reader.model, roadmaps)
    yield Section("conflicts", reader.say("label.conflicts"), _view(conflicts, reader))
    if report.milestones:
        yield Section("milestones", reader.say("label.milestones"), (milestones(report.milestones, reader),))


def _roadmap(report: TimelineAnswer, roadmap: Roadmap, reader: Reader) -> Iterator[Block]:
    """What it is, its phases with their goals, then what else stands behind it; milestones have their own section."""
    about = replace(answers.about(reader.model, roadmap, report.as_of), milestones=())
    _, facts, *background = _view(about, reader)
    yield facts
    for phase in roadmap.phases:
        yield from _view(answers.show(reader.model, roadmap, phase), reader)
    yield from background


def _view(report: Report, reader: Reader) -> tuple[Block, ...]:
    return tuple(view(report, reader))


def _sources(report: TimelineAnswer, model: Model) -> SourcesAnswer:
    """The sources of all that the page tells, each with how often the whole file cites it."""
    roadmaps = [find_roadmap(model, lane.id) for lane in report.roadmaps]
    told: tuple[Fact, ...] = (*roadmaps, *report.milestones, *answers.conflicts(model, roadmaps).conflicts)
    cited = {source for fact in told for source in citations(fact)}
    every = answers.sources(model)
    return replace(every, sources=tuple(source for source in every.sources if source.id in cited))


def _section(section: Section, markup: Markup) -> str:
    drawn = "\n".join(map(markup.draw, section.blocks))
    heading = f'<h2 id="{section.id}-heading">{escape(section.heading)}</h2>'
    return f'<section id="{section.id}" aria-labelledby="{section.id}-heading">\n{heading}\n{drawn}\n</section>\n'
