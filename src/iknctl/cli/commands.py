"""The commands, but for `annotate`. What their parameters mean is in `messages.help`, by the parameter's name."""

from typing import Annotated, cast, get_args

from typer import Argument, Option

from iknctl.answers import build
from iknctl.cli import completion
from iknctl.cli.app import Request
from iknctl.cli.output import Result
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.model import MilestoneKind
from iknctl.queries import find_phase, find_roadmap, find_source
from iknctl.when import read_when, today

When = Annotated[list[str] | None, Argument(metavar="[WHEN]...")]
Words = Annotated[list[str] | None, Argument(metavar="[TEXT]...")]
PhaseName = Annotated[str, Argument(metavar="PHASE", autocompletion=completion.complete_phase)]
OnePhase = Annotated[str | None, Option("--phase", metavar="PHASE", autocompletion=completion.complete_phase)]
Every = Annotated[bool, Option("--all")]
Kind = Annotated[str | None, Option("--kind", metavar="KIND", autocompletion=completion.complete_kind)]
RoadmapName = Annotated[str | None, Argument(metavar="[ROADMAP]", autocompletion=completion.complete_roadmap)]
SourceName = Annotated[str | None, Argument(metavar="[ID]", autocompletion=completion.complete_source)]
File = Annotated[str | None, Argument(metavar="[FILE]", envvar="IKNCTL_DATA")]
Strict = Annotated[bool, Option("--strict")]
Shape = Annotated[str | None, Argument(metavar="[COMMAND]", autocompletion=completion.complete_shape)]


def phase(request: Request, when: When = None) -> Result:
    """The phases of a span of days; exits 1 when there is none."""
    now = today()
    answer = build.phase(request.model, request.roadmap, read_when(" ".join(when or ["today"]), now), now)
    return request.answer(answer, Exit.ANSWERED if answer.phases else Exit.EMPTY)


def compare(request: Request, when: When = None) -> Result:
    """The phases of every roadmap in a span of days."""
    now = today()
    return request.answer(build.compare(request.model, read_when(" ".join(when or ["today"]), now), now))


def phases(request: Request) -> Result:
    """The phases of a roadmap."""
    return request.answer(build.phases(request.model, request.roadmap))


def show(request: Request, phase: PhaseName) -> Result:
    """One phase with its goals."""
    return request.answer(build.show(request.model, request.roadmap, find_phase(request.roadmap, phase)))


def goals(request: Request, text: Words = None, phase: OnePhase = None, every: Every = False) -> Result:
    """The goals that mention every word; exits 1 when there is none."""
    roadmaps, number = request.roadmaps(every=every), None
    if phase is not None and every:  # only a number stands for a phase in every roadmap
        phases = [each for roadmap in roadmaps for each in roadmap.phases]
        number = next((each.number for each in phases if phase in (str(each.number), each.id)), None)
        if number is None:
            numbers = sorted({each.number for each in phases})
            raise unknown("phase.number", phase, (), listed=", ".join(map(str, numbers)))
        if phase != str(number):
            raise Problem("usage.phase-number", value=printable(phase), near=number)
    elif phase is not None:
        number = find_phase(request.roadmap, phase).number
    words = " ".join(text or ()).encode(errors="replace").decode().strip()  # a word may not even be UTF-8
    answer = build.goals(request.model, roadmaps, words or None, number, every=every)
    return request.answer(answer, Exit.ANSWERED if answer.goals else Exit.EMPTY)


def years(request: Request, every: Every = False) -> Result:
    """A row for each year and phase."""
    return request.answer(build.years_of(request.model, request.roadmaps(every=every)))


def timeline(request: Request, every: Every = False) -> Result:
    """The phases as bars, and the milestones."""
    from iknctl.answers import progress

    answer = progress.page if request.form == "html" else progress.timeline
    return request.answer(answer(request.model, request.roadmaps(every=every), today()))


def roadmaps(request: Request) -> Result:
    """Each roadmap in brief."""
    return request.answer(build.roadmaps(request.model, request.named_roadmap))


def about(request: Request, roadmap: RoadmapName = None) -> Result:
    """One roadmap in full, and how the move stands."""
    from iknctl.answers import progress

    return request.answer(progress.about(request.model, find_roadmap(request.model, roadmap), today()))


def milestones(request: Request, when: When = None, kind: Kind = None) -> Result:
    """The milestones of a span of days and of a kind, and every target that was put off."""
    from iknctl.answers import progress

    if kind is not None and kind not in get_args(MilestoneKind):
        raise unknown("kind", kind, get_args(MilestoneKind))
    now = today()
    asked = read_when(" ".join(when), now) if when else None
    return request.answer(progress.milestones(request.model, asked, cast("MilestoneKind | None", kind), now))


def conflicts(request: Request, every: Every = False) -> Result:
    """The contradictions of one roadmap, or of all."""
    return request.answer(build.conflicts(request.model, request.roadmaps(every=every)))


def sources(request: Request, source: SourceName = None) -> Result:
    """The sources of the file or of one roadmap, or one of them."""
    wanted = None if source is None else find_source(request.model, source).id
    return request.answer(build.sources(request.model, request.named_roadmap, wanted))


def check(request: Request, file: File = None, strict: Strict = False) -> Result:
    """Every finding in a data file."""
    from iknctl.answers.move import CheckAnswer
    from iknctl.datafile import check as findings_in
    from iknctl.datafile import contents, shipped

    if file == "":  # an unset variable must not pass for a sound file
        raise Problem("usage.missing", argument="FILE", example="iknctl check")
    request.protect(file)
    path = str(shipped()) if file is None else file
    name = printable(path, len(path))
    _, findings = findings_in(contents(path), name, today())
    levels = [finding.level for finding in findings]
    report = CheckAnswer(file=name, findings=findings, errors=levels.count("error"), warnings=levels.count("warning"))
    exit_code = Exit.DATA if report.errors else Exit.EMPTY if strict and report.warnings else Exit.ANSWERED
    return request.answer(report, exit_code)


def schema(request: Request, command: Shape = None) -> Result:
    """The JSON Schema of an answer, of an error or of the data file."""
    from iknctl.answers.schemas import SHAPES, schema

    if command is not None and command not in SHAPES:
        raise unknown("shape", command, SHAPES)
    return request.answer(schema(command))
