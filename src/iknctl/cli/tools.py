"""Commands about the data file and about the shapes of the JSON."""

from iknctl.cli.app import Request
from iknctl.cli.options import File, Shape, Strict
from iknctl.cli.output import Result, surface
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, printable, unknown


def check(request: Request, file: File = None, strict: Strict = False) -> Result:
    """Every finding in a data file."""
    from iknctl.answers.move import CheckAnswer
    from iknctl.datafile import check as findings_in
    from iknctl.datafile import contents, shipped
    from iknctl.render import as_json
    from iknctl.render.wording import finding_lines
    from iknctl.when import today

    if file == "":  # an unset variable must not pass for a sound file
        raise Problem("usage.missing", argument="FILE", example=COMMANDS["check"].examples[0])
    request.keep(file)
    path = str(shipped()) if file is None else file
    name = printable(path, len(path))
    findings = findings_in(contents(path), name, today()).findings
    levels = [finding.level for finding in findings]
    report = CheckAnswer(file=name, findings=findings, errors=levels.count("error"), warnings=levels.count("warning"))
    drawn = finding_lines(report, request.lang, surface(request.output))
    body = as_json(report) if request.form == "json" else "".join(f"{line}\n" for line in drawn)
    doubtful = Exit.EMPTY if strict and report.warnings else Exit.ANSWERED
    return Result(body, Exit.DATA if report.errors else doubtful, request.output)


def schema(request: Request, command: Shape = None) -> Result:
    """The JSON Schema of an answer, of an error or of the data file."""
    from iknctl.answers.schemas import SHAPES, schema
    from iknctl.render import as_json

    if command is not None and command not in SHAPES:
        raise unknown("shape", command, SHAPES)
    return Result(as_json(schema(command)), to=request.output)
