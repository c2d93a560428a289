"""A timeline told in words: the title and the source of a picture, and all that it shows for whoever can't see it."""

from collections.abc import Iterator

from iknctl.answers.move import Lane, MilestoneRow, TimelineAnswer
from iknctl.messages.dates import day, partial_date, span, years
from iknctl.model import Period, Roadmap
from iknctl.render.wording import Wording, capital


def title(report: TimelineAnswer, wording: Wording) -> str:
    """The roadmap's name, or of how many roadmaps it is."""
    if len(report.roadmaps) == 1:
        return wording.pick(report.roadmaps[0].name)
    return wording.say("label.several", count=len(report.roadmaps))


def subtitle(report: TimelineAnswer, wording: Wording) -> str:
    """What it is about and which years it spans."""
    ends = [lane.end for lane in report.roadmaps if lane.end is not None]
    end = max(ends) if len(ends) == len(report.roadmaps) else None
    whole = years(Period(start=min(lane.start for lane in report.roadmaps), end=end))
    return wording.pick(whole) if len(report.roadmaps) > 1 else wording.say("label.context", years=whole)


def source_line(report: TimelineAnswer, wording: Wording) -> str:
    """Who issued it, when the data was last compared with its sources, and what drew it."""
    issuers = "; ".join(_issuer(wording.roadmap(lane.id), wording) for lane in report.roadmaps)
    checked = wording.say("label.compared", checked=partial_date(wording.model.checked))
    return f"{wording.say('label.issued-by', issuers=issuers)} {checked} {wording.say('label.drawn-by')}"


def _issuer(roadmap: Roadmap, wording: Wording) -> str:
    stated = "" if roadmap.stated is None else f" ({wording.pick(partial_date(roadmap.stated))})"
    return f"{wording.pick(roadmap.issuer)}{stated}"


def story(report: TimelineAnswer, wording: Wording) -> str:
    """Every bar, shared year, gap, open end and milestone, in sentences."""
    lanes = (sentence for lane in report.roadmaps for sentence in _lane(lane, wording))
    now = f"{capital(wording.say('label.today', day=day(report.as_of)))}."
    milestones = (f"{told(each, wording)}." for each in report.milestones)
    return " ".join((*lanes, now, *milestones))


def told(milestone: MilestoneRow, wording: Wording) -> str:
    """A milestone in one line: when, of which kind, what."""
    when = wording.pick(span(milestone.start, milestone.end))
    return f"{when}, {wording.say(f'label.kind-{milestone.kind}')}: {wording.pick(milestone.text)}"


def _lane(lane: Lane, wording: Wording) -> Iterator[str]:
    unit = wording.pick(lane.unit)
    yield f"{wording.pick(lane.name)}."
    for bar in lane.phases:
        key = "label.told-open" if bar.end is None else "label.told-bar"
        yield wording.say(key, step=f"{capital(unit)} {bar.number}", name=bar.name, years=years(bar))
    for overlap in lane.overlaps:
        one, other = overlap.phases
        yield wording.say("label.told-overlap", unit=unit, one=one, other=other, years=years(overlap))
    for gap in lane.gaps:
        yield wording.say("label.told-gap", unit=unit, years=years(gap))
