"""The timeline as one page that stands alone: the chart, the phases and their goals, the contradictions, the sources.

It loads nothing, runs nothing, and asks the browser to hold it to that.
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from msgspec.structs import replace

from iknctl.answers import build, progress
from iknctl.answers.move import TimelineAnswer
from iknctl.answers.types import Answer, SourcesAnswer
from iknctl.messages import Lang
from iknctl.model import Fact, Model, Roadmap
from iknctl.queries import citations, find_roadmap
from iknctl.render.blocks import Block
from iknctl.render.markup import Markup
from iknctl.render.page_style import style
from iknctl.render.timeline.describe import source_line, subtitle, title
from iknctl.render.views import view
from iknctl.render.wording import Wording


class Section(NamedTuple):
    """A part of the page that its table of contents leads to."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


def render(report: TimelineAnswer, model: Model, lang: Lang) -> str:
    """The page, in one language."""
    wording = Wording(model, lang)
    sources = _sources(report, model)
    markup = Markup(wording, frozenset(source.id for source in sources.sources))
    sections = [*_sections(report, wording), Section("sources", wording.say("label.sources"), _view(sources, wording))]
    name, about = escape(title(report, wording)), escape(subtitle(report, wording))
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
<a class="skip" href="#main">{escape(wording.say("label.skip"))}</a>
<header>
<h1>{name}</h1>
<p>{about}</p>
<nav aria-label="{escape(wording.say("label.contents"))}"><ul>{contents}</ul></nav>
</header>
<main id="main" tabindex="-1">
{"".join(_section(section, markup) for section in sections)}</main>
<footer><p>{escape(source_line(report, wording))}</p></footer>
</body>
</html>
"""


def _sections(report: TimelineAnswer, wording: Wording) -> Iterator[Section]:
    roadmaps = [wording.roadmap(lane.id) for lane in report.roadmaps]
    yield Section("timeline", wording.say("label.timeline"), _view(report, wording))
    for roadmap in roadmaps:
        yield Section(f"roadmap-{roadmap.id}", wording.pick(roadmap.name), (*_roadmap(report, roadmap, wording),))
    conflicts = build.conflicts(wording.model, roadmaps)
    yield Section("conflicts", wording.say("label.conflicts"), _view(conflicts, wording))
    if report.milestones:
        yield Section("milestones", wording.say("label.milestones"), (*_milestones(report, wording),))


def _roadmap(report: TimelineAnswer, roadmap: Roadmap, wording: Wording) -> Iterator[Block]:
    """What it is, its phases with their goals, then what else stands behind it; milestones have their own section."""
    about = replace(progress.about(wording.model, roadmap, report.as_of), milestones=())
    _, facts, *background = _view(about, wording)
    yield facts
    for phase in roadmap.phases:
        yield from _view(build.show(wording.model, roadmap, phase), wording)
    yield from background


def _milestones(report: TimelineAnswer, wording: Wording) -> tuple[Block, ...]:
    return _view(progress.milestones(wording.model, None, None, report.as_of), wording)


def _view(report: Answer, wording: Wording) -> tuple[Block, ...]:
    return tuple(view(report, wording))


def _sources(report: TimelineAnswer, model: Model) -> SourcesAnswer:
    """The sources of all that the page tells, each with how often the whole file cites it."""
    roadmaps = [find_roadmap(model, lane.id) for lane in report.roadmaps]
    told: tuple[Fact, ...] = (*roadmaps, *report.milestones, *build.conflicts(model, roadmaps).conflicts)
    cited = {source for fact in told for source in citations(fact)}
    every = build.sources(model)
    return replace(every, sources=tuple(source for source in every.sources if source.id in cited))


def _section(section: Section, markup: Markup) -> str:
    drawn = "\n".join(map(markup.draw, section.blocks))
    heading = f'<h2 id="{section.id}-heading">{escape(section.heading)}</h2>'
    return f'<section id="{section.id}" aria-labelledby="{section.id}-heading">\n{heading}\n{drawn}\n</section>\n'
