"""Contradictions, computed from what the sources state: overlaps, gaps, alternatives and divergences."""

from itertools import combinations, product
from typing import Annotated, Literal

from iknctl.messages import message
from iknctl.messages.dates import years
from iknctl.model import Alternative, Cited, Fact, Id, Model, Period, Phase, Roadmap, Text, means
from iknctl.periods import disputed, last, shared
from iknctl.queries import find_roadmap, next_phase, previous_phase

Kind = Literal["overlap", "gap", "alternative", "divergence"]


class Overlap(Period, frozen=True):
    """The years that two phases of one roadmap share."""

    phases: Annotated[tuple[int, int], means("The numbers of the two.")]


class Side(Fact, frozen=True, kw_only=True):
    """One side of a conflict: the period that these sources give to this phase."""

    roadmap: Annotated[Id, means("The id of the roadmap.")]
    phase: Annotated[int, means("The number of the phase.")]
    start: Annotated[int, means("The first year.")]
    end: Annotated[int | None, means("The last year, included; null when open.")]
    sources: Cited


class Conflict(Fact, frozen=True, kw_only=True):
    """A contradiction with both its sides."""

    kind: Annotated[Kind, means("What sort of contradiction it is.")]
    roadmap: Annotated[Id, means("The id of the roadmap that it concerns.")]
    phases: Annotated[tuple[int, ...], means("The numbers of the phases that it concerns.")]
    start: Annotated[int, means("The first year that is shared (overlap), missing (gap), or stated by the other side.")]
    end: Annotated[int | None, means("The last of those years, included; null when open.")]
    disputed: Annotated[tuple[Period, ...], means("The years that only one side claims, or both share, or both lack.")]
    sides: Annotated[tuple[Side, ...], means("The two sides, the roadmap's own phase first.")]
    message: Annotated[Text, means("A sentence for people.")]


def overlaps(roadmap: Roadmap) -> tuple[Overlap, ...]:
    """Every pair of phases that share years, with those years."""
    found = []
    for one, other in combinations(roadmap.phases, 2):
        if both := shared(one, other):
            found.append(Overlap(phases=(one.number, other.number), start=both.start, end=both.end))
    return tuple(found)


def gaps(roadmap: Roadmap) -> tuple[Period, ...]:
    """The years between the first phase and the last that no phase covers, in order."""
    found = []
    ordered = sorted(roadmap.phases, key=lambda phase: phase.start)
    covered = ordered[0].start
    for phase in ordered:
        if phase.start > covered + 1:
            found.append(Period(start=covered + 1, end=phase.start - 1))
        covered = max(covered, last(phase))
    return tuple(found)


def conflicts_in(model: Model, roadmap: Roadmap) -> tuple[Conflict, ...]:
    """Every contradiction of one roadmap: within itself, between its sources, and with the roadmap that it follows."""
    # A roadmap that follows none is compared with itself, which finds nothing.
    followed = find_roadmap(model, roadmap.follows.roadmap) if roadmap.follows else roadmap
    # The kind, the two sides, and the years that concern both alike (shared or missing), None where the two differ.
    found: list[tuple[Kind, Side, Side, Period | None]] = []
    for phase, later in combinations(roadmap.phases, 2):
        if both := shared(phase, later):
            found.append(("overlap", _side(roadmap, phase), _side(roadmap, later), both))
    for gap in gaps(roadmap):
        around = (previous_phase(roadmap, gap.start), next_phase(roadmap, last(gap)))
        one, other = (_side(roadmap, phase) for phase in around if phase)
        found.append(("gap", one, other, gap))
    for phase in roadmap.phases:
        for stated in phase.alternatives:
            found.append(("alternative", _side(roadmap, phase), _side(roadmap, phase, stated), None))
    for phase, theirs in product(roadmap.phases, followed.phases):
        if phase.number == theirs.number:
            found.append(("divergence", _side(roadmap, phase), _side(followed, theirs), None))
    return tuple(
        Conflict(
            kind=kind,
            roadmap=roadmap.id,
            phases=(one.phase,) if both is None else (one.phase, other.phase),
            start=(both or other).start,
            end=(both or other).end,
            disputed=disputed(one, other) if both is None else (both,),
            sides=(one, other),
            message=message(
                f"conflict.{kind}",
                unit=roadmap.unit,
                one=one.phase,
                one_years=years(one),
                other=other.phase,
                other_years=years(other),
                years=years(both or other),
                followed=followed.name,
                other_unit=followed.unit,
            ),
        )
        for kind, one, other, both in found
        if both or (one.start, one.end) != (other.start, other.end)
    )


def _side(roadmap: Roadmap, phase: Phase, other: Alternative | None = None) -> Side:
    stated = other or phase
    return Side(roadmap=roadmap.id, phase=phase.number, start=stated.start, end=stated.end, sources=stated.sources)
