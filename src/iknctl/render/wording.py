"""Words for an answer: a language, and the names that one model gives to ids."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import cast

from iknctl.answers.move import CheckAnswer, MilestoneRow, Promised
from iknctl.answers.types import FoundGoal, PhaseBrief
from iknctl.messages import Lang, message
from iknctl.messages.dates import partial_date, span, years
from iknctl.model import Goal, Model, People, Phase, Text
from iknctl.periods import Spanning
from iknctl.render.blocks import Cite, Code, Facts, Inline
from iknctl.render.timeline.palette import Surface


class Wording:
    """Words things in one language, by the names of one model; `options` go behind each command that is printed."""

    def __init__(self, model: Model, lang: Lang, options: str = "") -> None:
        self.model, self.lang, self._options = model, lang, options
        self.roadmaps = {roadmap.id: roadmap for roadmap in model.roadmaps}
        self._sources = {source.id: source for source in model.sources}

    def pick(self, text: Text) -> str:
        """The text in the language."""
        return cast("str", getattr(text, self.lang))

    def say(self, key: str, /, **params: object) -> str:
        """The label or sentence of that key."""
        return self.pick(message(key, **params))

    def labels(self, names: str) -> list[str]:
        """The labels of these names, which are set apart by blanks."""
        return [self.say(f"label.{name}") for name in names.split()]

    def facts(self, rows: Iterable[tuple[str, Inline | Text | None]]) -> Facts:
        """Values behind the labels of these names, which may be empty; a value of None is left out."""
        drawn = ((name, self.pick(value) if isinstance(value, Text) else value) for name, value in rows)
        return Facts([(name and self.say(f"label.{name}"), value) for name, value in drawn if value is not None])

    def years(self, of: Spanning) -> str:
        """A period in words."""
        return self.pick(years(of))

    def date(self, partial: str | None) -> str:
        """A date as exact as it is stated; `unknown` for none."""
        return self.say("label.unknown") if partial is None else self.pick(partial_date(partial))

    def when(self, stated: MilestoneRow | Promised) -> str:
        """The time that is stated: `July–November 2024`."""
        return self.pick(span(stated.start, stated.end))

    def people(self, of: People | None) -> str:
        """A count of civil servants: `3,246`, `1,700–4,100`, `at least 4,100`; empty for none."""
        if of is None:
            return ""
        counts = "–".join(f"{each:,}" for each in dict.fromkeys((of.least, of.most or of.least)))
        counts = counts if self.lang == "en" else counts.replace(",", ".")  # 3.246
        return self.say("label.at-least", count=counts) if of.most is None else counts

    def named(self, phase: Phase | PhaseBrief, unit: Text) -> str:
        """A phase in a few words: `phase 3, Agile government (2030–2039)`."""
        return f"{self.pick(unit)} {phase.number}, {self.pick(phase.name)} ({self.years(phase)})"

    def goal(self, goal: Goal | FoundGoal) -> str:
        """The goal, with the words of its sources that it does not hold already, and its note."""
        text, terms = capital(self.pick(goal.text)), []
        for term in goal.terms:
            short = re.search(r"\(\w+\)$", term)  # a term whose abbreviation stands in the text adds nothing to it
            if term.casefold() not in text.casefold() and not (short and short[0] in text):
                terms.append(f"“{term}”")
        text += f" ({', '.join(terms)})" if terms else ""
        return text if goal.note is None else f"{text} [{self.pick(goal.note)}]"

    def listed(self, items: list[str]) -> str:
        """`A`, `A and B`, `A, B and C`; empty for none."""
        if len(items) < 2:
            return "".join(items)
        return self.say("label.and", one=", ".join(items[:-1]), other=items[-1])

    def command(self, words: str) -> Code:
        """A command that asks the same data file."""
        return Code(f"iknctl {words} {self._options}".rstrip())

    def cites(self, ids: tuple[str, ...]) -> list[str | Cite]:
        """The sources by their ids, with commas between."""
        return _comma([Cite(each, self._sources[each].url) for each in ids])

    def publishers(self, ids: tuple[str, ...], every: tuple[str, ...] = ()) -> list[str | Cite]:
        """Who published the sources: `Fajar, TribunKaltim.co (2)`; `all 6 sources` where they are all of `every`."""
        if len(ids) > 1 and set(ids) == set(every):
            return [self.say("label.all-sources", count=len(ids))]
        published: dict[str, list[Cite]] = {}
        for each in ids:
            name = self._sources[each].publisher
            published.setdefault(name, []).append(Cite(name, self._sources[each].url))
        return _comma([f"{name} ({len(by)})" if len(by) > 1 else by[0] for name, by in published.items()])

    def claim(self, text: str, sources: tuple[str, ...], *notes: Text | None) -> list[str | Cite]:
        """A text, who published it, and its notes: `620 moved [Kompas.com] Counted once.`"""
        noted = "".join(f" {self.pick(note)}" for note in notes if note is not None)
        return [f"{text} [", *self.publishers(sources), f"]{noted}"]


def _comma(parts: list[str | Cite]) -> list[str | Cite]:
    return [each for part in parts for each in (", ", part)][1:]


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def finding_lines(answer: CheckAnswer, lang: Lang, surface: Surface) -> Iterator[str]:
    """A line for each finding, wrapped below the file's name where there is a width, and then one that counts them."""
    places = [f"{each.line}:{each.column}" for each in answer.findings]
    margin = max(map(len, places), default=0)
    if surface.width is not None and places:
        yield answer.file
    for finding, place in zip(answer.findings, places, strict=True):
        level = getattr(message(f"label.level-{finding.level}"), lang)
        text = "; ".join(getattr(each, lang) for each in (finding.message, finding.hint) if each)
        if surface.width is None:
            yield f"{answer.file}:{place}: {level} {finding.code}: {text}"
        else:
            line, rest = f"  {place:{margin}}  {level} {finding.code}  {text}", " " * (margin + 4)
            yield from wrap(line, surface.width, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
    notes = len(answer.findings) - answer.errors - answer.warnings
    counts = message("label.counts", errors=answer.errors, warnings=answer.warnings, notes=notes)
    yield f"{answer.file}: {getattr(counts, lang)}"
