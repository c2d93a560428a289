"""From the model and a day to what was promised and what came: `timeline`, its page, `milestones` and `about`."""

import datetime as dt

from msgspec.structs import asdict, replace

from iknctl.answers import build, move, types
from iknctl.answers.build import filled
from iknctl.conflicts import gaps, overlaps
from iknctl.messages import message
from iknctl.messages.dates import day, number, partial_date, span, years
from iknctl.model import Milestone, MilestoneKind, Model, Roadmap, Text
from iknctl.periods import first_day, last_day
from iknctl.queries import citations, phases_in
from iknctl.when import Asked


def status(milestone: Milestone, today: dt.date) -> move.Status:
    """How a milestone stands on a day: a target by its end and its outcome, anything else by its start."""
    if milestone.kind != "target":
        return "past" if first_day(milestone.start) <= today else "ahead"
    if today <= last_day(milestone.end):
        return "ahead"
    outcome = milestone.outcome
    if outcome is None or (outcome.on is not None and today < last_day(outcome.on)):
        return "overdue"
    return "met" if outcome.met else "missed"


def rows(model: Model, today: dt.date) -> tuple[move.MilestoneRow, ...]:
    """The milestones by first day, last day and place in the file, each with its status; unknown outcomes are null."""
    found = []
    for each in sorted(model.milestones, key=lambda each: (first_day(each.start), last_day(each.end))):
        stands = status(each, today)
        outcome = each.outcome if stands in ("met", "missed") else None
        found.append(filled(move.MilestoneRow, each, status=stands, outcome=outcome))
    return tuple(found)


def slips(model: Model, today: dt.date) -> tuple[move.Slip, ...]:
    """For each target that was put off by that day, the promise and every new date."""
    found, every = [], rows(model, today)
    for target in every:
        known = [each for each in every if each.postpones == target.id and each.status == "past"]
        if known:
            steps = tuple(filled(move.SlipStep, each, on=each.start) for each in known)
            now, promised = known[-1].to, filled(move.Promised, target)
            months = None if now is None else _months(now) - _months(target.start)
            found.append(move.Slip(target=target.id, promised=promised, steps=steps, now=now, months=months))
    return tuple(found)


def _months(partial: str) -> int:
    """A date YYYY[-MM[-DD]] as a number of months; a year alone counts as its December."""
    return int(partial[:4]) * 12 + int(partial[5:7] or 12)


def milestones(model: Model, asked: Asked | None, kind: MilestoneKind | None, today: dt.date) -> move.MilestonesAnswer:
    """The milestones of one kind, or of all, that share a day with the question, or all."""
    found = [each for each in rows(model, today) if kind in (None, each.kind)]
    if asked is not None:
        found = [each for each in found if first_day(each.start) <= asked.end and last_day(each.end) >= asked.start]
    return move.MilestonesAnswer(
        as_of=today,
        query=None if asked is None else filled(types.Query, asked),
        kind=kind,
        milestones=tuple(found),
        slips=slips(model, today),
    )


def timeline(model: Model, roadmaps: tuple[Roadmap, ...], today: dt.date) -> move.TimelineAnswer:
    """The phases of these roadmaps as bars, and the milestones of the move."""
    lanes = tuple(filled(move.Lane, each, overlaps=overlaps(each), gaps=gaps(each)) for each in roadmaps)
    stated = build.conflicts(model, roadmaps).conflicts
    found = [each for each in stated if each.kind in ("overlap", "gap")]
    flags = build.warnings(found, model if len(lanes) > 1 else None)
    return move.TimelineAnswer(as_of=today, roadmaps=lanes, milestones=rows(model, today), warnings=flags)


def about(model: Model, roadmap: Roadmap, today: dt.date) -> move.AboutAnswer:
    """What stands behind one roadmap, the milestones of the move, and how the move stands that day."""
    found = milestones(model, None, None, today)
    return move.AboutAnswer(
        as_of=today,
        checked=model.checked,
        roadmap=build.roadmap_row(types.RoadmapInFull, model, roadmap),
        milestones=found.milestones,
        standing=_standing(model, roadmap, found),
        checked_note=model.checked_note,
    )


def _standing(model: Model, roadmap: Roadmap, found: move.MilestonesAnswer) -> move.Standing:
    """How the move stands on the day of these milestones, in figures and in sentences."""
    every, today = found.milestones, found.as_of
    phases = phases_in(roadmap, today.year, today.year)
    past = [each for each in every if each.status == "past" and each.kind != "projection"]
    ahead = [each for each in every if each.kind in ("target", "projection") and last_day(each.end) >= today]
    latest, upcoming = max(past, key=lambda each: first_day(each.start), default=None), next(iter(ahead), None)
    passed = tuple(each for each in every if each.status in ("overdue", "met", "missed"))
    postponements = sum(each.kind == "postponed" for each in past)
    planned: Text | None = None
    for phase in phases:
        words = {"unit": roadmap.unit, "years": years(phase), **asdict(phase)}
        step = message("standing.step", year=today.year - phase.start + 1, **words)
        planned = message("standing.and", one=planned, other=step) if planned else step
    key = "standing.planned" if planned else "standing.outside"
    said = [message(key, today=day(today), unit=roadmap.unit, steps=planned)]
    said.append(message(f"standing.postponed.{postponements}", count=number(postponements)))
    for key, each in (*(("passed", each) for each in passed), ("latest", latest), ("upcoming", upcoming)):
        told = each and message(f"standing.{key}", when=span(each.start, each.end), text=each.text)
        said.append(told or message(f"standing.no-{key}"))
    said.append(message("standing.checked", checked=partial_date(model.checked)))
    return move.Standing(
        phases=tuple(phase.number for phase in phases),
        postponements=postponements,
        passed=passed,
        latest=latest,
        upcoming=upcoming,
        message=Text(en=" ".join(each.en for each in said), id=" ".join(each.id for each in said)),
        slips=found.slips,
        legal=model.legal,
    )


def page(model: Model, roadmaps: tuple[Roadmap, ...], today: dt.date) -> move.PageAnswer:
    """The page of these roadmaps; of the sources those that it cites, each with how often the whole file does."""
    page = move.PageAnswer(
        timeline=timeline(model, roadmaps, today),
        milestones=milestones(model, None, None, today),
        abouts=tuple(replace(about(model, each, today), milestones=()) for each in roadmaps),
        shows=tuple(build.show(model, each, phase) for each in roadmaps for phase in each.phases),
        conflicts=build.conflicts(model, roadmaps),
        sources=build.sources(model),
    )
    cited = {*citations(page)}
    sources = tuple(each for each in page.sources.sources if each.id in cited)
    return replace(page, sources=types.SourcesAnswer(sources=sources))
