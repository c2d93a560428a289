"""Commands about the data file and about the shapes of the JSON."""

from iknctl.cli.app import Request
from iknctl.cli.options import File, Shape, Strict
from iknctl.cli.output import Result
from iknctl.cli.registry import COMMANDS
from iknctl.errors import Exit, Problem, printable, unknown


def check(request: Request, file: File = None, strict: Strict = False) -> Result:
    """Every finding in a data file."""
    from iknctl.answers.check import checked
    from iknctl.datafile import contents, shipped
    from iknctl.datafile.checking import check as findings_in
    from iknctl.render import check as check_lines
    from iknctl.render import json
    from iknctl.when import today

    if file == "":  # an unset variable must not pass for a sound file
        raise Problem("usage.missing", argument="FILE", example=COMMANDS["check"].examples[0])
    request.keep(file)
    path = str(shipped()) if file is None else file
    name = printable(path, len(path))
    report = checked(name, findings_in(contents(path), name, today()))
    body = json.render(report) if request.form == "json" else check_lines.render(report, request.lang)
    doubtful = Exit.EMPTY if strict and report.warnings else Exit.ANSWERED
    return Result(body, Exit.DATA if report.errors else doubtful, request.output)


def schema(request: Request, command: Shape = None) -> Result:
    """The JSON Schema of an answer, of an error or of the data file."""
    from iknctl.answers.schemas import SHAPES, schema, schema_of_any
    from iknctl.render import json

    if command is not None and command not in SHAPES:
        raise unknown("shape", command, SHAPES)
    return Result(json.render(schema_of_any() if command is None else schema(command)), to=request.output)
