"""A timeline in words: title and source line of a picture, and all that it shows for those who can't see it."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, NamedTuple
from unicodedata import combining, east_asian_width

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.messages.dates import day, partial_date, span, years
from iknctl.model import Period
from iknctl.periods import Spanning
from iknctl.render.wording import Wording, capital


def title(timeline: TimelineAnswer, wording: Wording) -> str:
    """The roadmap's name, or of how many roadmaps it is."""
    if len(timeline.roadmaps) == 1:
        return wording.pick(timeline.roadmaps[0].name)
    return wording.say("label.several", count=len(timeline.roadmaps))


def subtitle(timeline: TimelineAnswer, wording: Wording) -> str:
    """What it is about and which years it spans."""
    ends = [lane.end for lane in timeline.roadmaps if lane.end is not None]
    end = max(ends) if len(ends) == len(timeline.roadmaps) else None
    whole = years(Period(start=min(lane.start for lane in timeline.roadmaps), end=end))
    return wording.pick(whole) if len(timeline.roadmaps) > 1 else wording.say("label.context", years=whole)


def source_line(timeline: TimelineAnswer, wording: Wording) -> str:
    """Who issued it, when the data was last compared with its sources, and what drew it."""
    issuers = []
    for roadmap in (wording.roadmap(lane.id) for lane in timeline.roadmaps):
        stated = "" if roadmap.stated is None else f" ({wording.pick(partial_date(roadmap.stated))})"
        issuers.append(f"{wording.pick(roadmap.issuer)}{stated}")
    issued = wording.say("label.issued-by", issuers="; ".join(issuers))
    checked = wording.say("label.compared", checked=partial_date(wording.model.checked))
    return f"{issued} {checked} {wording.say('label.drawn-by')}"


def story(timeline: TimelineAnswer, wording: Wording) -> str:
    """Every bar, shared year, gap, open end and milestone, in sentences."""
    told = []
    for lane in timeline.roadmaps:
        unit = wording.pick(lane.unit)
        told.append(f"{wording.pick(lane.name)}.")
        for bar in lane.phases:
            key = "label.told-open" if bar.end is None else "label.told-bar"
            told.append(wording.say(key, step=f"{capital(unit)} {bar.number}", name=bar.name, years=years(bar)))
        for overlap in lane.overlaps:
            one, other = overlap.phases
            told.append(wording.say("label.told-overlap", unit=unit, one=one, other=other, years=years(overlap)))
        told += [wording.say("label.told-gap", unit=unit, years=years(gap)) for gap in lane.gaps]
    told.append(f"{capital(wording.say('label.today', day=day(timeline.as_of)))}.")
    return " ".join(told + [f"{sentence(each, wording)}." for each in timeline.milestones])


class Row(NamedTuple):
    """A row of a drawing: a phase with its `number` and the years that it `shares`, an overlap, or a gap."""

    kind: Literal["phase", "overlap", "gap"]
    label: str
    of: Spanning
    number: int = 0
    shares: tuple[Spanning, ...] = ()


def rows(lane: Lane, wording: Wording) -> Iterator[Row]:
    """The rows of a roadmap: its phases, then its overlaps, then its gaps."""
    for bar in lane.phases:
        shares = tuple(each for each in lane.overlaps if bar.number in each.phases)
        yield Row("phase", wording.pick(bar.name), bar, bar.number, shares)
    for each in lane.overlaps:
        yield Row("overlap", f"{wording.say('label.overlap')} {each.phases[0]} + {each.phases[1]}", each)
    for gap in lane.gaps:
        yield Row("gap", wording.say("label.gap"), gap)


def sentence(milestone: MilestoneRow, wording: Wording) -> str:
    """A milestone in one line: when, of which kind, what."""
    when = wording.pick(span(milestone.start, milestone.end))
    return f"{when}, {kind(milestone, wording)}: {wording.pick(milestone.text)}"


def kind(milestone: MilestoneRow, wording: Wording) -> str:
    """The kind of a milestone; of a target whose time is over also what became of it: `target, missed`."""
    outcome = milestone.status if milestone.status in ("met", "missed", "overdue") else ""
    name = wording.say(f"label.kind-{milestone.kind}")
    return f"{name}, {wording.say(f'label.status-{outcome}')}" if outcome else name


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text in lines of at most `width`, by the width that `measure` gives a character; longer words are broken."""
    lines, used = [""], 0.0
    for word in text.split():
        if used and used + sum(map(measure, f" {word}")) > width:
            lines, used = [*lines, ""], 0.0
        for char in f" {word}" if used else word:
            wide = measure(char)
            if used and wide and used + wide > width:
                lines, used = [*lines, ""], 0.0
            lines[-1] += char
            used += wide
    return lines


@cache
def share(char: str) -> float:
    """About how wide a character of a picture is, in parts of the font's size.

    The reader's font is not known, so the widths are those of a wide one: a short line does no harm, a cut one does.
    """
    if char in "iljtfrI.,:;|!'’()[] -":
        return 0.4
    if char in "MWmw@%—…":
        return 0.98
    if char.isupper() or char in "<>=+#~^&":
        return 0.85
    if east_asian_width(char) in "WF":
        return 1.4 if ord(char) > 0xFFFF else 1.0
    return 0.0 if combining(char) else 0.63
