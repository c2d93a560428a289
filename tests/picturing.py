"""For the tests of the drawings: timelines to draw, readers of what was drawn, and how far two colours are apart."""

import datetime as dt
import random
import re
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from iknctl.answers import progress
from iknctl.answers.move import PageAnswer, TimelineAnswer
from iknctl.datafile import load
from iknctl.model import Milestone, Model, Outcome, Phase, Roadmap, Text

TODAY = dt.date(2026, 11, 24)
HARM = """<script>alert(1)</script>&amp;"'`%%{init: x}%%`;#colon; ]]> --> :crit, done"""
LONG = "Pertanggungjawabannyayangtakterputusputusnya" * 3
KINDS = ("law", "ruling", "event", "statement", "target", "postponed", "projection")


class Case(NamedTuple):
    """A timeline, its page, and the model of both."""

    timeline: TimelineAnswer
    page: PageAnswer
    model: Model


def case(model: Model, roadmaps: tuple[Roadmap, ...], today: dt.date = TODAY) -> Case:
    return Case(progress.timeline(model, roadmaps, today), progress.page(model, roadmaps, today), model)


def shipped(*, every: bool = False, today: dt.date = TODAY) -> Case:
    """The default roadmap of the shipped file, or all of them."""
    model = load()
    return case(model, model.roadmaps if every else model.roadmaps[:1], today)


def crowded() -> Case:
    """Milestones of every kind and status, most of them within two years, one at each end of the axis."""
    model = load()
    cited = model.roadmaps[0].sources
    dates = ["2020", *(f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)), "2026-01-19", "2045"]
    milestones = tuple(
        Milestone(
            id=f"m{n}", start=date, end=date, kind=KINDS[n % 7], text=_both(f"No. {n} {'word ' * n}"), sources=cited
        )
        for n, date in enumerate(dates)
    )
    targets = [
        Milestone(id=name, start="2026-02", end=end, kind="target", text=_both(name), sources=cited, outcome=outcome)
        for name, end, outcome in (
            ("met", "2026-03", Outcome(met=True, sources=cited)),
            ("missed", "2026-03", Outcome(met=False, sources=cited)),
            ("overdue", "2026-03", None),
            ("ahead", "2030", None),
        )
    ]
    return case(replace(model, milestones=(*milestones, *targets)), model.roadmaps)


def hostile(today: dt.date = TODAY) -> Case:
    """Markup in every text, a word that fits no line, a gap, an open overlap, single years, milestones off the axis."""
    model = load()
    roadmap = model.roadmaps[0]
    both = Text(en=f"{HARM} en", id=f"{HARM} id")
    phases = (
        _phase(roadmap.phases[0], 7, both, 2022, 2022),
        _phase(roadmap.phases[1], 88, _both(LONG), 2024, 2024),
        _phase(roadmap.phases[2], 999, _both(f"{HARM} " * 5), 2030, None),
        _phase(roadmap.phases[3], 4, _both(f"{HARM} 数字政府 e\u0301 👩‍💻 ❤\ufe0f"), 2040, None),
    )
    sources = tuple(replace(source, title=HARM, publisher=HARM, note=both) for source in model.sources)
    harmful = replace(roadmap, name=both, issuer=both, unit=both, note=both, follows=None, phases=phases)
    cited = roadmap.sources
    milestones = (
        Milestone(id="old", start="1999", end="1999", kind="law", text=both, sources=cited),
        Milestone(id="promised", start="2024-02", end="2031-10-05", kind="target", text=both, sources=cited, note=both),
        Milestone(
            id="expected", start="2040-12-31", end="2040-12-31", kind="projection", text=_both(LONG), sources=cited
        ),
    )
    model = replace(model, sources=sources, roadmaps=(harmful, *model.roadmaps[1:]), milestones=milestones)
    return case(model, (harmful,), today)


def at_random(seed: int) -> Case:
    """A roadmap of nested, unordered, open and one-year phases with gaps; names have wide and combining characters."""
    dice = random.Random(seed)
    model = load()
    words = ["Fase", "数字政府", "e\u0301tape", "👩‍💻", "❤\ufe0f", "pertanggungjawabannya", "a", "Tahap–pertama"]
    first = dice.choice([1, 990, 2020, 9980])
    phases = []
    for number in range(1, dice.randint(2, 7)):
        start = first + dice.randint(0, 19)
        end = None if dice.random() < 0.1 else min(start + dice.choice([0, 0, 1, 4, 9, 20]), 9999)
        name = _both(" ".join(dice.choices(words, k=dice.randint(1, 8))))
        phases.append(replace(model.roadmaps[0].phases[0], number=number, name=name, start=start, end=end, goals=()))
    roadmap = replace(model.roadmaps[0], phases=tuple(phases), follows=None)
    model = replace(model, roadmaps=(roadmap,))
    return case(model, (roadmap,), dt.date(min(first + dice.randint(0, 25), 9999), 7, 1))


def _both(text: str) -> Text:
    return Text(en=text, id=text)


def _phase(phase: Phase, number: int, name: Text, start: int, end: int | None) -> Phase:
    goals = tuple(replace(goal, text=name, terms=(HARM,)) for goal in phase.goals)
    return replace(phase, number=number, name=name, start=start, end=end, goals=goals, note=name)


class Box(NamedTuple):
    """The bounds of something that is drawn; `style` holds its attributes, `words` what is written in it."""

    left: float
    top: float
    right: float
    bottom: float
    style: dict[str, str]
    words: str = ""


def boxes(picture: ET.Element, width: object) -> list[Box]:
    """All that a picture draws, in the order in which it does; `width(words, size)` tells how wide words are."""
    found: list[Box] = []

    def visit(element: ET.Element, dx: float, dy: float) -> None:
        name, style = element.tag.partition("}")[2], element.attrib
        if name == "g" and "transform" in style:
            dx, dy = map(float, re.fullmatch(r"translate\((\S+) (\S+)\)", style["transform"]).groups())
        if name == "rect":
            left, top = float(style.get("x", 0)), float(style.get("y", 0))
            found.append(Box(left, top, left + float(style["width"]), top + float(style["height"]), style))
        elif name == "path":
            xs, ys = outline(style["d"])
            found.append(Box(min(xs) + dx, min(ys) + dy, max(xs) + dx, max(ys) + dy, style))
        elif name == "text":
            size, words = float(style["font-size"]), "".join(element.itertext())
            wide = width(words, size) * (1.08 if "font-weight" in style else 1)
            x, y = float(style["x"]), float(style["y"])
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[style.get("text-anchor", "start")]
            found.append(Box(left, y - size * 0.75, left + wide, y + size * 0.1, style, words))
        for child in element if name != "defs" else ():
            visit(child, dx, dy)

    visit(picture, 0, 0)
    return found


def outline(path: str) -> tuple[list[float], list[float]]:
    """The coordinates that a path of straight lines goes through; an arc counts by its ends."""
    x = y = 0.0
    xs, ys = [], []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = [float(each) for each in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        steps = zip(numbers[::2], numbers[1::2], strict=True) if command in "Mml" else [(0.0, each) for each in numbers]
        for one, other in steps if command != "a" else [(numbers[5], numbers[6])]:
            match command:
                case "M":
                    x, y = one, other
                case "H":
                    x = other
                case "V":
                    y = other
                case "h":
                    x += other
                case "v":
                    y += other
                case "m" | "l" | "a":
                    x, y = x + one, y + other
            xs.append(x)
            ys.append(y)
    return xs, ys


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in lightness, from 1 to 21, as WCAG 2 measures it."""

    def luminance(code: str) -> float:
        code = "".join(digit * 2 for digit in code[1:]) if len(code) == 4 else code[1:]
        channels = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
        linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
        return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


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
