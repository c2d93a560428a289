"""For the tests of the pictures: the shipped timelines, one that has everything and means harm, and an HTML reader."""

import datetime as dt
from html.parser import HTMLParser

from msgspec.structs import replace

from iknctl.answers import progress
from iknctl.answers.move import TimelineAnswer
from iknctl.datafile import load
from iknctl.model import Milestone, Model, Phase, Text

TODAY = dt.date(2026, 11, 24)
HARM = """<script>alert(1)</script>&amp;"'`%%{init: x}%%`;#colon; ]]> --> :crit, done"""
LONG = "Pertanggungjawabannyayangtakterputusputusnya" * 3


def shipped(*, every: bool = False, today: dt.date = TODAY) -> tuple[TimelineAnswer, Model]:
    """The default roadmap of the shipped file, or all of them."""
    model = load()
    return progress.timeline(model, model.roadmaps if every else model.roadmaps[:1], today), model


def hostile(today: dt.date = TODAY) -> tuple[TimelineAnswer, Model]:
    """Markup in every text, a word that fits no line, a gap, an open overlap, single years, milestones off the axis."""
    model = load()
    roadmap = model.roadmaps[0]
    both = Text(en=f"{HARM} en", id=f"{HARM} id")
    phases = (
        _phase(roadmap.phases[0], 7, both, 2022, 2022),
        _phase(roadmap.phases[1], 88, Text(en=LONG, id=LONG), 2024, 2024),
        _phase(roadmap.phases[2], 999, Text(en=f"{HARM} " * 5, id=f"{HARM} " * 5), 2030, None),
        _phase(roadmap.phases[3], 4, both, 2040, None),
    )
    sources = tuple(replace(source, title=HARM, note=both) for source in model.sources)
    harmful = replace(roadmap, name=both, issuer=both, unit=both, note=both, follows=None, phases=phases)
    cited = roadmap.sources
    milestones = (
        Milestone(id="old", start="1999", end="1999", kind="law", text=both, sources=cited),
        Milestone(id="promised", start="2024-02", end="2031-10-05", kind="target", text=both, sources=cited, note=both),
        Milestone(id="expected", start="2040-12-31", end="2040-12-31", kind="projection", text=both, sources=cited),
    )
    model = replace(model, sources=sources, roadmaps=(harmful, *model.roadmaps[1:]), milestones=milestones)
    return progress.timeline(model, (harmful,), today), model


def _phase(phase: Phase, number: int, name: Text, start: int, end: int | None) -> Phase:
    goals = tuple(replace(goal, text=name, terms=(HARM,)) for goal in phase.goals)
    return replace(phase, number=number, name=name, start=start, end=end, goals=goals, note=name)


class Page(HTMLParser):
    """What a page holds, by tag; complains of tags that are not closed in their order."""

    VOID = frozenset("meta br path rect".split())

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]
