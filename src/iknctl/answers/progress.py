"""How the move stands against the plan on a day, as far as the data file records it."""

import datetime as dt
from functools import reduce

from iknctl.answers.types import Standing
from iknctl.messages import message
from iknctl.messages.dates import day, partial_date, span, years
from iknctl.model import Milestone, Roadmap, Text
from iknctl.periods import first_day, last_day
from iknctl.queries import phases_in

_AHEAD = ("target", "projection")


def standing(roadmap: Roadmap, milestones: tuple[Milestone, ...], checked: str, today: dt.date) -> Standing:
    """The plan and the record side by side: what is planned for `today` and what has been recorded up to it."""
    numbers = tuple(phase.number for phase in phases_in(roadmap, today.year, today.year))
    past = [each for each in milestones if each.kind not in _AHEAD and first_day(each.start) <= today]
    ahead = [each for each in milestones if each.kind in _AHEAD and last_day(each.end) >= today]
    latest = max(past, key=lambda each: first_day(each.start), default=None)
    upcoming = min(ahead, key=lambda each: first_day(each.start), default=None)
    passed = tuple(each for each in milestones if each.kind == "target" and last_day(each.end) < today)
    postponements = sum(each.kind == "postponed" for each in past)
    return Standing(
        phases=numbers,
        postponements=postponements,
        passed=passed,
        latest=latest,
        upcoming=upcoming,
        message=_joined(
            _planned(roadmap, today),
            message("standing.postponed", count=postponements),
            *(_told("passed", each) for each in passed),
            _told("latest", latest),
            _told("upcoming", upcoming),
            message("standing.checked", checked=partial_date(checked)),
        ),
    )


def _planned(roadmap: Roadmap, today: dt.date) -> Text:
    running = phases_in(roadmap, today.year, today.year)
    if not running:
        return message("standing.outside", today=day(today), unit=roadmap.unit)
    steps = (
        message(
            "standing.step",
            year=today.year - phase.start + 1,
            unit=roadmap.unit,
            number=phase.number,
            name=phase.name,
            years=years(phase),
        )
        for phase in running
    )
    joined = reduce(lambda one, other: message("standing.and", one=one, other=other), steps)
    return message("standing.planned", today=day(today), steps=joined)


def _told(key: str, milestone: Milestone | None) -> Text:
    if milestone is None:
        return message(f"standing.no-{key}")
    return message(f"standing.{key}", when=span(milestone.start, milestone.end), text=milestone.text)


def _joined(*parts: Text) -> Text:
    return Text(en=" ".join(part.en for part in parts), id=" ".join(part.id for part in parts))
