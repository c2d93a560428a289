"""From the model and a day to what was promised and what came: `timeline`, `milestones` and `about`."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce

from msgspec.structs import asdict

from iknctl.answers import move
from iknctl.answers.build import brief, query, roadmap_row, warnings
from iknctl.conflicts import conflicts_in, gaps, overlaps
from iknctl.messages import message
from iknctl.messages.dates import day, number, partial_date, span, years
from iknctl.model import Milestone, MilestoneKind, Model, Roadmap, Text
from iknctl.periods import first_day, last_day
from iknctl.queries import phases_in
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
        fields = asdict(each) | {"outcome": each.outcome if stands in ("met", "missed") else None}
        found.append(move.MilestoneRow(**fields, status=stands))
    return tuple(found)


def slips(model: Model, today: dt.date) -> tuple[move.Slip, ...]:
    """For each target that was put off by that day, the promise and every new date."""
    found = []
    announced = [each for each in _in_order(model) if each.postpones is not None and first_day(each.start) <= today]
    for target in _in_order(model):
        steps = tuple(
            move.SlipStep(on=each.start, to=each.to, sources=each.sources)
            for each in announced
            if each.postpones == target.id
        )
        if steps:
            now = steps[-1].to
            promised = move.Promised(start=target.start, end=target.end)
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
        query=None if asked is None else query(asked),
        kind=kind,
        milestones=tuple(found),
        slips=slips(model, today),
    )


def timeline(model: Model, roadmaps: Iterable[Roadmap], today: dt.date) -> move.TimelineAnswer:
    """The phases of these roadmaps as bars, and the milestones of the move."""
    drawn = tuple(roadmaps)
    conflicts = (each for roadmap in drawn for each in conflicts_in(model, roadmap) if each.kind in ("overlap", "gap"))
    return move.TimelineAnswer(
        as_of=today,
        roadmaps=tuple(
            move.Lane(
                id=roadmap.id,
                name=roadmap.name,
                unit=roadmap.unit,
                start=roadmap.start,
                end=roadmap.end,
                phases=tuple(map(brief, roadmap.phases)),
                overlaps=overlaps(roadmap),
                gaps=gaps(roadmap),
            )
            for roadmap in drawn
        ),
        milestones=rows(model, today),
        warnings=warnings(conflicts, model if len(drawn) > 1 else None),
    )


def about(model: Model, roadmap: Roadmap, today: dt.date) -> move.AboutAnswer:
    """What stands behind one roadmap, the milestones of the move, and how the move stands that day."""
    every = rows(model, today)
    return move.AboutAnswer(
        as_of=today,
        checked=model.checked,
        roadmap=move.RoadmapInFull(
            **asdict(roadmap_row(model, roadmap)),
            focus=roadmap.focus,
            enablers=roadmap.enablers,
            asn_conditions=roadmap.asn_conditions,
        ),
        milestones=every,
        standing=_standing(model, roadmap, every, today),
        checked_note=model.checked_note,
    )


def _standing(
    model: Model, roadmap: Roadmap, milestones: tuple[move.MilestoneRow, ...], today: dt.date
) -> move.Standing:
    past = [each for each in milestones if each.kind not in _PROMISES and each.status == "past"]
    ahead = [each for each in milestones if each.kind in _PROMISES and last_day(each.end) >= today]
    latest = max(past, key=lambda each: first_day(each.start), default=None)
    upcoming = min(ahead, key=lambda each: first_day(each.start), default=None)
    passed = tuple(each for each in milestones if each.kind == "target" and each.status != "ahead")
    postponements = sum(each.kind == "postponed" for each in past)
    sentences = (
        _planned(roadmap, today),
        message(f"standing.postponed.{postponements}", count=number(postponements)),
        *(_sentence("passed", each) for each in passed),
        _sentence("latest", latest),
        _sentence("upcoming", upcoming),
        message("standing.checked", checked=partial_date(model.checked)),
    )
    return move.Standing(
        phases=tuple(phase.number for phase in phases_in(roadmap, today.year, today.year)),
        postponements=postponements,
        passed=passed,
        latest=latest,
        upcoming=upcoming,
        message=Text(en=" ".join(each.en for each in sentences), id=" ".join(each.id for each in sentences)),
        slips=slips(model, today),
        legal=model.legal,
    )


def _planned(roadmap: Roadmap, today: dt.date) -> Text:
    """Where the plan puts the day, as a sentence."""
    steps = [
        message(
            "standing.step",
            year=today.year - phase.start + 1,
            unit=roadmap.unit,
            number=phase.number,
            name=phase.name,
            years=years(phase),
        )
        for phase in phases_in(roadmap, today.year, today.year)
    ]
    if not steps:
        return message("standing.outside", today=day(today), unit=roadmap.unit)
    joined = reduce(lambda one, other: message("standing.and", one=one, other=other), steps)
    return message("standing.planned", today=day(today), steps=joined)


def _sentence(key: str, milestone: move.MilestoneRow | None) -> Text:
    if milestone is None:
        return message(f"standing.no-{key}")
    return message(f"standing.{key}", when=span(milestone.start, milestone.end), text=milestone.text)
