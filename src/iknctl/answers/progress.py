"""From the model and a day to what was promised and what came: `timeline`, its page, `milestones` and `about`."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce

from msgspec.structs import replace

from iknctl.answers import build, move
from iknctl.answers.build import filled, roadmap_row, warnings
from iknctl.answers.types import PhaseBrief, Query, SourcesAnswer
from iknctl.conflicts import conflicts_in, gaps, overlaps
from iknctl.messages import message
from iknctl.messages.dates import day, number, partial_date, span, years
from iknctl.model import Fact, Milestone, MilestoneKind, Model, Phase, Roadmap, Text
from iknctl.periods import first_day, last_day
from iknctl.queries import citations, phases_in
from iknctl.when import Asked

_PROMISES = ("target", "projection")


def status(milestone: Milestone, today: dt.date) -> move.Status:
    """How a milestone stands on a day: a target by its end and its outcome, anything else by its start."""
    if milestone.kind != "target":
        return "past" if first_day(milestone.start) <= today else "ahead"
    end = last_day(milestone.end)
    if today <= end:
        return "ahead"
    outcome = milestone.outcome
    if outcome is None or (outcome.on is not None and today < last_day(outcome.on)):
        return "overdue"
    return "met" if outcome.met else "missed"


def rows(model: Model, today: dt.date) -> tuple[move.MilestoneRow, ...]:
    """The milestones by first day, last day and place in the file, each with its status; unknown outcomes are null."""
    found = []
    for each in _in_order(model):
        stands = status(each, today)
        outcome = each.outcome if stands in ("met", "missed") else None
        found.append(filled(move.MilestoneRow, each, status=stands, outcome=outcome))
    return tuple(found)


def slips(model: Model, today: dt.date) -> tuple[move.Slip, ...]:
    """For each target that was put off by that day, the promise and every new date."""
    found = []
    ordered = _in_order(model)
    for target in ordered:
        known = [each for each in ordered if each.postpones == target.id and first_day(each.start) <= today]
        if known:
            steps = tuple(move.SlipStep(on=each.start, to=each.to, sources=each.sources) for each in known)
            now, promised = known[-1].to, filled(move.Promised, target)
            months = None if now is None else _months(now) - _months(target.start)
            found.append(move.Slip(target=target.id, promised=promised, steps=steps, now=now, months=months))
    return tuple(found)


def _in_order(model: Model) -> list[Milestone]:
    return sorted(model.milestones, key=lambda each: (first_day(each.start), last_day(each.end)))


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
        query=None if asked is None else filled(Query, asked),
        kind=kind,
        milestones=tuple(found),
        slips=slips(model, today),
    )


def timeline(model: Model, roadmaps: Iterable[Roadmap], today: dt.date) -> move.TimelineAnswer:
    """The phases of these roadmaps as bars, and the milestones of the move."""
    lanes, flagged = [], []
    for each in roadmaps:
        briefs = tuple(filled(PhaseBrief, phase) for phase in each.phases)
        lanes.append(filled(move.Lane, each, phases=briefs, overlaps=overlaps(each), gaps=gaps(each)))
        flagged += [found for found in conflicts_in(model, each) if found.kind in ("overlap", "gap")]
    return move.TimelineAnswer(
        as_of=today,
        roadmaps=tuple(lanes),
        milestones=rows(model, today),
        warnings=warnings(flagged, model if len(lanes) > 1 else None),
    )


def about(model: Model, roadmap: Roadmap, today: dt.date) -> move.AboutAnswer:
    """What stands behind one roadmap, the milestones of the move, and how the move stands that day."""
    return move.AboutAnswer(
        as_of=today,
        checked=model.checked,
        roadmap=roadmap_row(move.RoadmapInFull, model, roadmap),
        milestones=rows(model, today),
        standing=_standing(model, roadmap, today),
        checked_note=model.checked_note,
    )


def _standing(model: Model, roadmap: Roadmap, today: dt.date) -> move.Standing:
    every, phases = rows(model, today), phases_in(roadmap, today.year, today.year)
    past = [each for each in every if each.kind not in _PROMISES and each.status == "past"]
    ahead = [each for each in every if each.kind in _PROMISES and last_day(each.end) >= today]
    latest = max(past, key=lambda each: first_day(each.start), default=None)
    upcoming = min(ahead, key=lambda each: first_day(each.start), default=None)
    passed = tuple(each for each in every if each.kind == "target" and each.status != "ahead")
    postponements = sum(each.kind == "postponed" for each in past)
    sentences = [_planned(roadmap, phases, today)]
    sentences.append(message(f"standing.postponed.{postponements}", count=number(postponements)))
    for key, each in (*(("passed", each) for each in passed), ("latest", latest), ("upcoming", upcoming)):
        told = each and message(f"standing.{key}", when=span(each.start, each.end), text=each.text)
        sentences.append(told or message(f"standing.no-{key}"))
    sentences.append(message("standing.checked", checked=partial_date(model.checked)))
    return move.Standing(
        phases=tuple(phase.number for phase in phases),
        postponements=postponements,
        passed=passed,
        latest=latest,
        upcoming=upcoming,
        message=Text(en=" ".join(each.en for each in sentences), id=" ".join(each.id for each in sentences)),
        slips=slips(model, today),
        legal=model.legal,
    )


def _planned(roadmap: Roadmap, phases: Iterable[Phase], today: dt.date) -> Text:
    """Where the plan puts the day, as a sentence."""
    steps = []
    for phase in phases:
        words = {"unit": roadmap.unit, "number": phase.number, "name": phase.name, "years": years(phase)}
        steps.append(message("standing.step", year=today.year - phase.start + 1, **words))
    if not steps:
        return message("standing.outside", today=day(today), unit=roadmap.unit)
    joined = reduce(lambda one, other: message("standing.and", one=one, other=other), steps)
    return message("standing.planned", today=day(today), steps=joined)


def page(model: Model, roadmaps: tuple[Roadmap, ...], today: dt.date) -> move.PageAnswer:
    """The page of these roadmaps; of the sources those that it cites, each with how often the whole file does."""
    found, contradictions = milestones(model, None, None, today), build.conflicts(model, roadmaps)
    facts: list[Fact] = [*roadmaps, *found.milestones, *contradictions.conflicts]
    facts += [model.legal] if model.legal else []
    cited = {source for fact in facts for source in citations(fact)}
    listed = tuple(each for each in build.sources(model).sources if each.id in cited)
    return move.PageAnswer(
        timeline=timeline(model, roadmaps, today),
        milestones=found,
        abouts=tuple(replace(about(model, roadmap, today), milestones=()) for roadmap in roadmaps),
        shows=tuple(tuple(build.show(model, roadmap, phase) for phase in roadmap.phases) for roadmap in roadmaps),
        conflicts=contradictions,
        sources=SourcesAnswer(sources=listed),
    )
