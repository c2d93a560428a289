"""For the tests of the drawings: timelines to draw, readers of what was drawn, and how far two colours are apart."""

import datetime as dt
import random
import re
from typing import NamedTuple, get_args
from unicodedata import east_asian_width
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from iknctl.answers import progress
from iknctl.answers.move import PageAnswer, TimelineAnswer
from iknctl.datafile import load
from iknctl.model import Milestone, MilestoneKind, Model, Outcome, Roadmap, Text

TODAY = dt.date(2026, 11, 24)
HARM = """<script>alert(1)</script>&amp;"'`%%{init: x}%%`;#colon; ]]> --> :crit, done"""
LONG = "Pertanggungjawabannyayangtakterputusputusnya" * 3
WORDS = (*"Fase 数字政府 e\u0301tape 👩‍💻 ❤\ufe0f pertanggungjawabannya a Tahap–pertama MENPANRB".split(), HARM, LONG)
KINDS: tuple[MilestoneKind, ...] = get_args(MilestoneKind)


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


def at_random(seed: int) -> Case:
    """Nested, unordered, open and one-year phases with gaps; many milestones or none; hostile texts of every script."""
    dice = random.Random(seed)
    model = load()
    first = dice.choice([1, 990, 2020, 9980])

    def text(most: int) -> Text:
        words = " ".join(dice.choices(WORDS, k=dice.randint(1, most)))
        return Text(en=words, id=words)

    def day(year: int) -> str:
        exact = f"{min(max(year, 1), 9999):04}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        return exact[: dice.choice([4, 7, 10])]

    model = replace(model, sources=tuple(replace(each, title=HARM, publisher=HARM) for each in model.sources))
    roadmap, phases = model.roadmaps[0], []
    for number in dice.sample(range(1, 41), dice.randint(1, 6)):
        start = first + dice.randint(0, 19)
        end = None if dice.random() < 0.1 else min(start + dice.choice([0, 0, 1, 4, 9, 20]), 9999)
        goals = (replace(roadmap.phases[0].goals[0], text=text(8), terms=(HARM,)),)
        phases.append(replace(roadmap.phases[0], number=number, name=text(6), start=start, end=end, goals=goals))
    roadmap = replace(roadmap, name=text(3), issuer=text(5), note=text(9), phases=tuple(phases), follows=None)
    milestones = []
    for number in range(dice.choice([0, 3, 40])):
        start = day(first + dice.randint(-2, 6) * dice.randint(1, 4))
        kind, met = dice.choice(KINDS), Outcome(met=dice.random() < 0.5, sources=roadmap.sources)
        dates = {"start": start, "end": dice.choice([start, f"{start[:4]}-12-31"])}
        known = {"sources": roadmap.sources, "outcome": dice.choice([None, met]) if kind == "target" else None}
        milestones.append(Milestone(id=f"m{number}", kind=kind, text=text(9), **dates, **known))
    today = dt.date(min(first + dice.randint(0, 25), 9999), 7, 1)
    return case(replace(model, roadmaps=(roadmap,), milestones=tuple(milestones)), (roadmap,), today)


class Box(NamedTuple):
    """The bounds of something that is drawn; `style` holds its attributes, `words` what is written in it."""

    left: float
    top: float
    right: float
    bottom: float
    style: dict[str, str]
    words: str = ""


def boxes(picture: ET.Element) -> list[Box]:
    """All that a picture draws, in the order in which it does, but for the samples of the legend."""
    found: list[Box] = []
    for element in picture.findall(".//*"):
        name, style = element.tag.partition("}")[2], element.attrib
        if name == "rect":
            left, top = float(style.get("x", 0)), float(style.get("y", 0))
            found.append(Box(left, top, left + float(style["width"]), top + float(style["height"]), style))
        elif name == "path" and not style["d"].startswith("M.5") and style["d"] != "M1.5 0V7":
            xs, ys = outline(style["d"])
            found.append(Box(min(xs), min(ys), max(xs), max(ys), style))
        elif name == "text":
            size, words = float(style["font-size"]), "".join(element.itertext())
            wide = sum(map(share, words)) * size * (1.1 if "font-weight" in style else 1)
            left, y = float(style["x"]) - wide / 2 * ("text-anchor" in style), float(style["y"])
            found.append(Box(left, y - size * 0.75, left + wide, y + size * 0.1, style, words))
    return found


def share(char: str) -> float:
    """About how wide a character is in DejaVu Sans, a wide font, in parts of the font's size."""
    if char in "iljtfrI.,:;|!'’()[] -":
        return 0.4
    return 1.25 if east_asian_width(char) in "WF" else 0.75 if char.isupper() or char in "mw@%—" else 0.62


def outline(path: str) -> tuple[list[float], list[float]]:
    """The coordinates that a path of straight lines goes through."""
    xs, ys = [0.0], [0.0]
    for command, rest in re.findall(r"([MHVlv])([^A-Za-z]*)", path):
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", rest)]
        for one, other in zip(numbers[::2], numbers[1::2], strict=True) if command in "Ml" else [numbers * 2]:
            xs.append({"M": one, "H": one, "l": xs[-1] + one}.get(command, xs[-1]))
            ys.append({"M": other, "V": other, "l": ys[-1] + other, "v": ys[-1] + other}.get(command, ys[-1]))
    return xs[1:], ys[1:]


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in lightness, from 1 to 21, as WCAG 2 measures it."""

    def luminance(code: str) -> float:
        code = "".join(digit * 2 for digit in code[1:]) if len(code) == 4 else code[1:]
        channels = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
        linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
        return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
