"""An oracle for every answer about years: random plans, counted again with sets of years and lists of days.

A phase is the set of its years, and a milestone the list of its days; nothing is computed from first and last years as
the program does. Every other test of these answers may be one example.
"""

import csv
import datetime as dt
import io
import json
from functools import cache, partial
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iknctl.annotate import Job, annotate
from iknctl.answers import build, progress
from iknctl.conflicts import Conflict
from iknctl.datafile import load
from iknctl.errors import Problem
from iknctl.messages import hint, message
from iknctl.model import Alternative, Follows, Goal, Milestone, Model, Outcome, Phase, Roadmap, Source, Text
from iknctl.periods import Spanning
from iknctl.queries import find_phase, find_roadmap, find_source, matching_goals
from iknctl.when import read_when

oracle = settings(derandomize=True, deadline=None, max_examples=200)

NAME, CITED, TODAY = Text(en="name", id="nama"), ("paper",), dt.date(2026, 11, 24)
WIDE = 40  # more years than any generated plan takes

# --- Plans ----------------------------------------------------------------------------------------------------------


@st.composite
def periods(draw: st.DrawFn, base: int) -> dict[str, Any]:
    """One year, a few years, or open; near enough to others to nest, touch, and leave gaps."""
    start = min(base + draw(st.integers(0, 14)), 9999)
    length = draw(st.sampled_from((0, 0, 1, 2, 4, 7, None)))
    return {"start": start, "end": None if length is None else min(start + length, 9999)}


@st.composite
def phases(draw: st.DrawFn, base: int) -> tuple[Phase, ...]:
    """Up to five phases, in no order of number or year, some with other periods that a source states."""
    numbers = draw(st.lists(st.integers(1, 6), min_size=1, max_size=5, unique=True))
    found = []
    for number in numbers:
        own = draw(periods(base))
        stated = draw(st.lists(st.one_of(st.just(own), periods(base)), max_size=2))
        others = tuple(Alternative(**each, sources=CITED) for each in stated)
        found.append(Phase(number=number, id=f"p{number}", name=NAME, **own, alternatives=others, sources=CITED))
    return tuple(found)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Two roadmaps at the first years that there are, the last, or now; the first may follow the second."""
    base = draw(st.sampled_from((1, 2020, 9992)))
    follows = Follows(roadmap="far", sources=CITED) if draw(st.booleans()) else None
    return whole(plan("near", draw(phases(base)), follows=follows), plan("far", draw(phases(base))))


def plan(name: str, steps: tuple[Phase, ...], **more: Any) -> Roadmap:
    return Roadmap(id=name, name=NAME, unit=NAME, issuer=NAME, sources=CITED, phases=steps, **more)


def whole(*plans: Roadmap, **more: Any) -> Model:
    paper = (Source(id="paper", publisher="Paper"),)
    return Model(schema=1, checked="2026-11-24", default_roadmap="near", sources=paper, roadmaps=plans, **more)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Model, list[tuple[int, int]]]:
    """A model, and years and ranges where something begins or ends, or in the middle between two such years."""
    model = draw(models())
    stated = [year for each in model.roadmaps for phase in each.phases for year in (phase.start, phase.end) if year]
    edges = {year + away for year in stated for away in (-1, 0, 1)}
    middles = {(one + two) // 2 for one, two in combinations(sorted(stated), 2)}
    years = st.sampled_from([year for year in sorted(edges | middles) if 1 <= year <= 9999])
    single, ranges = years.map(lambda year: (year, year)), st.tuples(years, years).map(sorted).map(tuple)
    return model, draw(st.lists(st.one_of(single, ranges), min_size=1, max_size=8))


def written(first: int, last: int) -> str:
    return f"{first:04}" if first == last else f"{first:04}..{last:04}"


class Counted:
    """A roadmap in sets of years. The set of an open period runs to a year that is later than any other."""

    def __init__(self, model: Model, roadmap: Roadmap) -> None:
        self.model, self.roadmap, self.phases = model, roadmap, roadmap.phases
        self.ever = min(min(each.start for each in model.roadmaps) + WIDE, 10_000)
        self.covered = set[int]().union(*map(self.years, self.phases))

    def years(self, of: Spanning) -> set[int]:
        return set(range(of.start, (self.ever if of.end is None else of.end) + 1))

    def touching(self, asked: set[int]) -> list[Phase]:
        return [phase for phase in self.phases if self.years(phase) & asked]

    def shared(self, asked: set[int] | None = None) -> list[tuple[tuple[int, int], set[int]]]:
        """The pairs of phases that have years in common (with the question too), and all those years."""
        pairs = combinations(self.phases, 2)
        both = [((one.number, two.number), self.years(one) & self.years(two)) for one, two in pairs]
        return [(pair, years) for pair, years in both if (years if asked is None else years & asked)]

    def before(self, year: int) -> Phase | None:
        """The phase that ended last before a year, of several the one with the highest number."""
        ended = [phase for phase in self.phases if max(self.years(phase)) < year]
        return max(ended, key=lambda each: (max(self.years(each)), each.number), default=None)

    def after(self, year: int) -> Phase | None:
        """The phase that starts first after a year, of several the one with the lowest number."""
        ahead = [phase for phase in self.phases if min(self.years(phase)) > year]
        return min(ahead, key=lambda each: (min(self.years(each)), each.number), default=None)

    def gaps(self) -> list[set[int]]:
        """The runs of years without a phase between years with one."""
        found: list[set[int]] = []
        for year in set(range(min(self.covered), max(self.covered))) - self.covered:
            if year - 1 in self.covered:
                found.append({each for each in range(year, self.ever) if not self.covered & set(range(year, each + 1))})
        return sorted(found, key=min)

    def conflicts(self) -> list[tuple[str, tuple[int, ...], set[int], set[int]]]:
        """Kind, phases, the years stated by the other side, and the years that only one side claims."""
        found: list[tuple[str, tuple[int, ...], set[int], set[int]]] = []
        found += [("overlap", pair, years, years) for pair, years in self.shared()]
        for gap in self.gaps():
            around = self.before(min(gap)), self.after(max(gap))
            found.append(("gap", tuple(phase.number for phase in around if phase), gap, gap))
        rivals: list[tuple[str, Phase, Spanning]] = []
        rivals += [("alternative", phase, other) for phase in self.phases for other in phase.alternatives]
        if self.roadmap.follows:
            followed = self.model.roadmaps[1].phases
            rivals += [("divergence", one, two) for one in self.phases for two in followed if one.number == two.number]
        for kind, phase, other in rivals:
            if (phase.start, phase.end) != (other.start, other.end):
                disputed = self.years(phase) ^ self.years(other)
                if 9999 not in disputed:
                    disputed -= {10_000}  # after the last year there is nothing that an open period could claim
                found.append((kind, (phase.number,), self.years(other), disputed))
        return found

    def warnings(self, asked: set[int]) -> list[tuple[str, tuple[int, ...]]]:
        return [(kind, phases) for kind, phases, _, disputed in self.conflicts() if disputed & asked]

    def outside(self, asked: set[int]) -> list[tuple[str, tuple[int, ...]]]:
        """The warnings of years without a phase: which phase is nearest, or that a part lies before or after all."""
        if not self.covered & asked:
            away = {each.number: min(abs(a - b) for a in self.years(each) for b in asked) for each in self.phases}
            nearest = [phase for phase in self.phases if away[phase.number] == min(away.values())]
            return [("outside", (max(nearest, key=lambda phase: phase.start).number,))]
        parts = (min(asked) < min(self.covered)) + (max(asked) > max(self.covered))
        return [("partly-outside", ())] * parts


# --- Questions ------------------------------------------------------------------------------------------------------


@oracle
@given(questions())
def test_what_a_year_or_a_range_of_years_is_in(asked: tuple[Model, list[tuple[int, int]]]) -> None:
    model, spans = asked
    counted, *others = (Counted(model, roadmap) for roadmap in model.roadmaps)
    for first, last in spans:
        years = set(range(first, last + 1))
        when = read_when(written(first, last), TODAY)
        answer = build.phase(model, counted.roadmap, when, TODAY)
        before, after = counted.before(first), counted.after(last)
        assert list(answer.phases) == counted.touching(years)
        assert [(each.phases, counted.years(each)) for each in answer.overlaps] == counted.shared(years)
        assert answer.neighbours.previous == (before and before.number)
        assert answer.neighbours.next == (after and after.number)
        assert answer.next_start == (after and dt.date(after.start, 1, 1))
        begun = [(phase, counted.years(phase)) for phase in counted.touching({first})]
        assert [(each.phase, each.year, each.of) for each in answer.position] == [
            (phase.number, len({year for year in own if year <= first}), len(own) if phase.end else None)
            for phase, own in begun
        ]
        warnings = counted.outside(years) + counted.warnings(years)
        assert [(each.code, each.phases) for each in answer.warnings] == warnings
        compared = build.compare(model, when, TODAY)
        for row, each in zip(compared.answers, (counted, *others), strict=True):
            assert row.roadmap == each.roadmap.id
            assert [phase.number for phase in row.phases] == [phase.number for phase in each.touching(years)]
            assert [(both.phases, each.years(both)) for both in row.overlaps] == each.shared(years)
        warnings = [warning for each in (counted, *others) for warning in each.warnings(years)]
        assert [(each.code, each.phases) for each in compared.warnings] == warnings


@oracle
@given(models())
def test_a_whole_plan(model: Model) -> None:
    stated = [year for each in model.roadmaps for phase in each.phases for year in (phase.start, phase.end) if year]
    for roadmap in model.roadmaps:
        counted = Counted(model, roadmap)
        conflicts = counted.conflicts()
        answer = build.phases(model, roadmap)
        assert [(each.phases, counted.years(each)) for each in answer.overlaps] == counted.shared()
        assert [counted.years(each) for each in answer.gaps] == counted.gaps()
        assert [(each.code, each.phases) for each in answer.warnings] == [each[:2] for each in conflicts]
        listed = build.conflicts(model, [roadmap]).conflicts
        assert [
            (each.kind, each.phases, counted.years(each), set().union(*map(counted.years, each.disputed)))
            for each in listed
        ] == conflicts
        for conflict in listed:
            disputed = [counted.years(each) for each in conflict.disputed]
            assert all(max(one) < min(two) for one, two in pairwise(disputed)), "in order and apart"
            assert conflict.roadmap == roadmap.id
            assert sides_as_stated(conflict, model)
        for phase in roadmap.phases:
            shown = build.show(model, roadmap, phase)
            pairs = [pair for pair, _ in counted.shared() if phase.number in pair]
            assert [each.phases for each in shown.overlaps] == pairs
            assert list(shown.conflicts) == [each for each in listed if phase.number in each.phases]
        last = max(stated) if any(phase.end is None for phase in roadmap.phases) else max(counted.covered)
        expected: list[tuple[str, int, int | None, bool]] = []
        for year in range(min(counted.covered), last + 1):
            numbers: list[int | None] = [phase.number for phase in counted.touching({year})]
            expected += [(roadmap.id, year, number, len(numbers) > 1) for number in numbers or [None]]
        rows = build.years_of(model, [roadmap]).years
        assert [(row.roadmap, row.year, row.phase, row.overlap) for row in rows] == expected


def sides_as_stated(conflict: Conflict, model: Model) -> bool:
    """Whether both sides state, for their phase, what the model says that their sources do."""
    stated = set()
    for roadmap in model.roadmaps:
        for phase in roadmap.phases:
            periods: list[Phase | Alternative] = [phase, *phase.alternatives]
            stated |= {(roadmap.id, phase.number, each.start, each.end, each.sources) for each in periods}
    sides = [(each.roadmap, each.phase, each.start, each.end, each.sources) for each in conflict.sides]
    return len(sides) == 2 and sides[0] != sides[1] and set(sides) <= stated


@oracle
@given(questions())
def test_the_two_columns_that_annotate_adds(asked: tuple[Model, list[tuple[int, int]]]) -> None:
    model, spans = asked
    counted = Counted(model, model.roadmaps[0])
    cells = [written(*span) for span in spans]
    expected = []
    for first, last in spans:
        years = set(range(first, last + 1))
        expected.append(([phase.number for phase in counted.touching(years)], bool(counted.shared(years))))
    rows = "".join(f"{cell}\n" for cell in ["when", *cells])
    header, *found = csv.reader(io.StringIO(annotated(rows, "csv", counted.roadmap)))
    assert header == ["when", "phases", "overlap"]
    assert found == [
        [cell, "|".join(map(str, numbers)), str(shared).lower()]
        for cell, (numbers, shared) in zip(cells, expected, strict=True)
    ]
    rows = "".join(f"{json.dumps({'when': cell})}\n" for cell in cells)
    objects = [json.loads(line) for line in annotated(rows, "jsonl", counted.roadmap).splitlines()]
    assert [(each["phases"], each["overlap"]) for each in objects] == expected


def annotated(rows: str, form: Any, roadmap: Roadmap) -> str:
    job = Job("rows", form, "when", None, roadmap, TODAY)
    return b"".join(annotate(io.BytesIO(rows.encode()), job, [])).decode()


# --- Milestones -----------------------------------------------------------------------------------------------------

DAYS = [dt.date(2023, 1, 1) + dt.timedelta(days) for days in range(3 * 365 + 1)]  # with a leap year in the middle
MONTHS = sorted({day.isoformat()[:7] for day in DAYS})


@cache
def days(partial: str) -> list[dt.date]:
    """Every day that a date stated as YYYY[-MM[-DD]] may mean."""
    return [day for day in DAYS if day.isoformat().startswith(partial)]


@st.composite
def dates(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(DAYS)).isoformat()[: draw(st.sampled_from((4, 7, 10)))]


@st.composite
def milestones(draw: st.DrawFn) -> tuple[Milestone, ...]:
    """Two targets, postponements of them in any order, and something that happened."""
    found = []
    for name in ("first", "second"):
        start, end = sorted(draw(st.tuples(dates(), dates())), key=lambda date: days(date)[-1])
        met, on = draw(st.sampled_from((None, True, False))), draw(st.one_of(st.none(), dates()))
        outcome = None if met is None else Outcome(met=met, on=on, sources=CITED)
        found.append(milestone(name, start, end, "target", outcome=outcome))
    for number in range(draw(st.integers(0, 4))):
        on, target = draw(dates()), draw(st.sampled_from(("first", "second")))
        to = draw(st.one_of(st.none(), dates()))
        found.append(milestone(f"put-off-{number}", on, on, "postponed", postpones=target, to=to))
    law = draw(dates())
    found.append(milestone("law", law, law, "law"))
    return tuple(draw(st.permutations(found)))


def milestone(name: str, start: str, end: str, kind: Any, **more: Any) -> Milestone:
    return Milestone(id=name, start=start, end=end, kind=kind, text=NAME, sources=CITED, **more)


def stands(of: Milestone, today: dt.date) -> str:
    """The status of a milestone, day by day: what is over, and what could be known."""
    if of.kind != "target":
        return "ahead" if all(day > today for day in days(of.start)) else "past"
    if any(day >= today for day in days(of.end)):
        return "ahead"
    outcome = of.outcome
    if outcome is None or any(day > today for day in days(outcome.on or of.end)):
        return "overdue"
    return "met" if outcome.met else "missed"


@oracle
@given(milestones(), st.data())
def test_what_was_promised_and_what_came(found: tuple[Milestone, ...], data: st.DataObject) -> None:
    stated = {date for each in found for date in (each.start, each.end, each.outcome and each.outcome.on) if date}
    edges = {day for date in stated for day in (days(date)[0], days(date)[-1])}
    near = {day + dt.timedelta(away) for day in edges for away in (-1, 0, 1)} & set(DAYS)
    today, one, other = data.draw(st.tuples(*[st.sampled_from(sorted(near))] * 3))
    only = Phase(number=1, id="p1", name=NAME, start=2020, end=2024, sources=CITED)
    model = whole(plan("near", (only,)), milestones=found)
    ordered = sorted(found, key=lambda each: (days(each.start)[0], days(each.end)[-1], found.index(each)))
    answer = progress.milestones(model, None, None, today)
    assert [(each.id, each.status) for each in answer.milestones] == [
        (each.id, stands(each, today)) for each in ordered
    ]
    assert all((each.outcome is None) == (each.status not in ("met", "missed")) for each in answer.milestones)

    slips = []
    for target in (each for each in ordered if each.kind == "target"):
        known = [each for each in ordered if each.postpones == target.id and days(each.start)[0] <= today]
        if known:
            now, steps = known[-1].to, [(each.start, each.to) for each in known]
            months = None if now is None else MONTHS.index(month(now)) - MONTHS.index(month(target.start))
            slips.append((target.id, target.start, target.end, steps, now, months))
    given = [(each, [(step.on, step.to) for step in each.steps]) for each in answer.slips]
    assert slips == [
        (slip.target, slip.promised.start, slip.promised.end, steps, slip.now, slip.months) for slip, steps in given
    ]

    standing = progress.about(model, model.roadmaps[0], today).standing
    happened = [each for each in ordered if each.kind != "target" and days(each.start)[0] <= today]
    latest = [each.id for each in happened if days(each.start)[0] == days(happened[-1].start)[0]]
    upcoming = [each.id for each in ordered if each.kind == "target" and today <= days(each.end)[-1]]
    assert [each and each.id for each in (standing.latest, standing.upcoming)] == [
        next(iter(latest), None),
        next(iter(upcoming), None),
    ]
    targets = [each.id for each in ordered if each.kind == "target"]
    assert [each.id for each in standing.passed] == [each for each in targets if each not in upcoming]
    assert standing.postponements == sum(each.kind == "postponed" for each in happened)

    first, last = sorted((one, other))
    part = progress.milestones(model, read_when(f"{first}..{last}", today), "target", today)
    asked = {day for day in DAYS if first <= day <= last}
    taken = {each.id: {day for day in DAYS if days(each.start)[0] <= day <= days(each.end)[-1]} for each in found}
    expected = [each.id for each in ordered if each.kind == "target" and taken[each.id] & asked]
    assert [each.id for each in part.milestones] == expected
    assert part.slips == answer.slips


def month(partial: str) -> str:
    return partial[:7] if len(partial) > 4 else f"{partial}-12"


# --- Names and words ------------------------------------------------------------------------------------------------

PIECES = ("smart", "Smart-city", "berbagai", "AI", "5.0", "straße", "STRASSE", "é", "kota_cerdas", "—", "4.0,")


@st.composite
def phrases(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)))


def in_words(text: str) -> list[str]:
    """The words of a text, letter by letter: anything but a letter, a digit or an underscore parts two words."""
    return "".join(each if each.isalnum() or each == "_" else " " for each in text.casefold()).split()


@oracle
@given(st.lists(st.tuples(phrases(), phrases(), st.lists(phrases(), max_size=2)), max_size=3), phrases(), st.data())
def test_which_goals_mention_some_words(
    texts: list[tuple[str, str, list[str]]], looked_for: str, data: st.DataObject
) -> None:
    goals = tuple(
        Goal(id=f"g{number}", text=Text(en=en, id=id), terms=tuple(terms), sources=CITED)
        for number, (en, id, terms) in enumerate(texts)  # noqa: A001
    )
    phase = Phase(number=7, id="p7", name=NAME, start=2020, end=2024, goals=goals, sources=CITED)
    asked = data.draw(st.sampled_from((looked_for, looked_for[:3], looked_for.upper(), None, "  ")))
    wanted = None if asked is None or not asked.strip() else in_words(asked)
    expected = []
    for goal in goals:
        held = [word for text in (goal.text.en, goal.text.id, *goal.terms) for word in in_words(text)]
        begun = [[word for word in held if word[: len(want)] == want] for want in wanted or ()]
        if wanted is None or (wanted and all(begun)):
            expected.append((7, goal))
    assert [*matching_goals([phase], asked)] == expected


SAMPLE = load(Path(__file__).parent / "golden" / "sample.yaml")


def test_what_is_found_by_its_name() -> None:
    for model in (SAMPLE, load()):
        assert find_roadmap(model).id == model.default_roadmap
        assert [find_source(model, each.id) for each in model.sources] == list(model.sources)
        for roadmap in model.roadmaps:
            assert find_roadmap(model, roadmap.id) is roadmap
            for phase in roadmap.phases:
                assert find_phase(roadmap, phase.id) is find_phase(roadmap, str(phase.number)) is phase


def test_what_is_said_of_a_name_that_is_not_there() -> None:
    near = find_roadmap(SAMPLE)
    asked: list[tuple[Any, str, str, str]] = [
        (partial(find_roadmap, SAMPLE), "nowhere", "unknown-roadmap", "near, far"),
        (partial(find_roadmap, SAMPLE), "nera", "unknown-roadmap.near", "near"),
        (partial(find_source, SAMPLE), "xyz", "unknown-source", "iknctl sources"),
        (partial(find_source, SAMPLE), "gazete", "unknown-source.near", "gazette"),
        (partial(find_phase, near), "xyz", "unknown-phase", "1 first, 2 second, 3 third"),
        (partial(find_phase, near), "frist", "unknown-phase.near", "first"),
        (partial(find_phase, near), "2031", "unknown-phase.year", "iknctl phase 2031"),
        (partial(find_phase, near), "203", "unknown-phase", "1 first"),
        (partial(find_phase, near), "20a1", "unknown-phase", "1 first"),
        (partial(find_phase, near), "٢٠٣١", "unknown-phase", "1 first"),
    ]
    for find, wanted, key, shown in asked:
        with pytest.raises(Problem) as caught:
            find(wanted)
        problem = caught.value
        said, advice = message(problem.key, **problem.params), hint(problem.key, **problem.params)
        assert (problem.key, wanted in said.en, wanted in said.id) == (key, True, True)
        assert advice is not None
        assert (shown in advice.en, shown in advice.id) == (True, True), advice


def test_how_often_a_source_is_cited() -> None:
    for model in (SAMPLE, load()):
        for asked, roadmap in ((model, None), *((each, each) for each in model.roadmaps)):
            text = msgspec.json.encode(asked)
            own = 0 if roadmap else 1  # where the source itself is described
            counts = {each.id: text.count(f'"{each.id}"'.encode()) - own for each in model.sources}
            cited = {source: count for source, count in counts.items() if count or not roadmap}
            assert {each.id: each.cited_by for each in build.sources(model, roadmap).sources} == cited
            only = build.sources(model, roadmap, "gazette").sources
            assert [(each.id, each.cited_by) for each in only] == [
                (each, counts[each]) for each in counts if each == "gazette"
            ]
