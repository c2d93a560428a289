"""A timeline told in words: the title and the source of a picture, and all that it shows for whoever can't see it."""

from collections.abc import Iterator

from iknctl.messages.forms import day, partial_date, span, years
from iknctl.model import Milestone, Period, Roadmap
from iknctl.rendering.reader import Reader, capital
from iknctl.reports.shapes import Lane, TimelineAnswer


def title(report: TimelineAnswer, reader: Reader) -> str:
    """The roadmap's name, or of how many roadmaps it is."""
    if len(report.roadmaps) == 1:
        return reader.pick(report.roadmaps[0].name)
    return reader.say("label.several", count=len(report.roadmaps))


def subtitle(report: TimelineAnswer, reader: Reader) -> str:
    """What it is about and which years it spans."""
    ends = [lane.end for lane in report.roadmaps if lane.end is not None]
    end = max(ends) if len(ends) == len(report.roadmaps) else None
    whole = years(Period(start=min(lane.start for lane in report.roadmaps), end=end))
    return reader.pick(whole) if len(report.roadmaps) > 1 else reader.say("label.context", years=whole)


def source_line(report: TimelineAnswer, reader: Reader) -> str:
    """Who issued it, when the data was last compared with its sources, and what drew it."""
    issuers = "; ".join(_issuer(reader.roadmap(lane.id), reader) for lane in report.roadmaps)
    checked = reader.say("label.compared", checked=partial_date(reader.model.checked))
    return f"{reader.say('label.issued-by', issuers=issuers)} {checked} {reader.say('label.drawn-by')}"


def _issuer(roadmap: Roadmap, reader: Reader) -> str:
    stated = "" if roadmap.stated is None else f" ({reader.pick(partial_date(roadmap.stated))})"
    return f"{reader.pick(roadmap.issuer)}{stated}"


def story(report: TimelineAnswer, reader: Reader) -> str:
    """Every bar, shared year, gap, open end and milestone, in sentences."""
    lanes = (sentence for lane in report.roadmaps for sentence in _lane(lane, reader))
    now = f"{capital(reader.say('label.today', day=day(report.as_of)))}."
    milestones = (f"{told(each, reader)}." for each in report.milestones)
    return " ".join((*lanes, now, *milestones))


def told(milestone: Milestone, reader: Reader) -> str:
    """A milestone in one line: when, of which kind, what."""
    when = reader.pick(span(milestone.start, milestone.end))
    return f"{when}, {reader.say(f'label.kind-{milestone.kind}')}: {reader.pick(milestone.text)}"


def _lane(lane: Lane, reader: Reader) -> Iterator[str]:
    unit = reader.pick(lane.unit)
    yield f"{reader.pick(lane.name)}."
    for bar in lane.phases:
        key = "label.told-open" if bar.end is None else "label.told-bar"
        yield reader.say(key, step=f"{capital(unit)} {bar.number}", name=bar.name, years=years(bar))
    for overlap in lane.overlaps:
        one, other = overlap.phases
        yield reader.say("label.told-overlap", unit=unit, one=one, other=other, years=years(overlap))
    for gap in lane.gaps:
        yield reader.say("label.told-gap", unit=unit, years=years(gap))
