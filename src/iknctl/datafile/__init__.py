"""Read and check a data file. The shipped one comes from its compiled copy, which needs no YAML."""

import errno
import stat
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from iknctl.errors import Location, Problem, printable
from iknctl.model import Model

if TYPE_CHECKING:  # what knows YAML takes longer to import than all the rest, and the compiled copy needs none of it
    from iknctl.datafile.finding import Finding

BYTES = 5 * 1024 * 1024
_REASONS = {"ENOENT": "missing", "ENOTDIR": "missing", "EACCES": "permission", "EISDIR": "directory", "EBADF": "closed"}


def load(path: str | Path | None = None) -> Model:
    """The model of a data file, by default the one that iknctl ships. Raises Problem when there is no sound one."""
    file = shipped() if path is None else path
    data = contents(file)
    return (_from_copy(shipped().with_suffix(".json"), data) if path is None else None) or _sound(data, str(file))


def check(data: bytes, file: str, today: date | None = None) -> "tuple[Model | None, tuple[Finding, ...]]":
    """The model of a data file, None when it has errors, and what was found in it, in the order of the file.

    With a day to compare with, warnings and notes are looked for as well; contradictions only where there is no error.
    """
    from iknctl.datafile import fields, rules, yaml
    from iknctl.datafile.finding import Findings

    model, findings, places = None, Findings(file), fields.Places()
    if (root := yaml.parse(data, findings)) and (model := fields.read_model(root, places, findings)):
        for rule in rules.ERRORS:
            rule(model, places, findings)
        is_sound = not findings.kept
        if today is not None:
            rules.add_remarks(model, places, today, findings)
        model = model if is_sound else None
    return model, findings.in_order()


def contents(path: str | Path) -> bytes:
    """The bytes of a regular file of at most BYTES. Raises Problem `unreadable-file`."""
    try:
        mode = Path(path).stat().st_mode
        reason = "directory" if stat.S_ISDIR(mode) else "not-regular"
        if stat.S_ISREG(mode):  # a device or a pipe could be endless, or never begin
            with Path(path).open("rb") as file:
                data = file.read(BYTES + 1)
            if len(data) <= BYTES:
                return data
            reason = "too-large"
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    raise Problem(f"unreadable-file.{reason}", at=Location(str(path)), file=printable(str(path)))


def unreadable(path: str | Path, error: OSError | ValueError) -> Problem:
    """The problem of a file that could not be read; a ValueError is for a NUL in its path."""
    from iknctl.messages.system import said

    number, detail = (error.errno or 0, said(error)) if isinstance(error, OSError) else (errno.ENOENT, None)
    reason = _REASONS.get(errno.errorcode.get(number, ""), "other")
    return Problem(f"unreadable-file.{reason}", at=Location(str(path)), file=printable(str(path)), detail=detail)


def shipped() -> Path:
    """The file in the installed package or, in a checkout and an editable install, the checkout's own."""
    here = Path(__file__)
    installed = here.parents[1] / "data" / "phases.yaml"
    return installed if installed.exists() else here.parents[3] / "data" / "phases.yaml"


def compiled(data: bytes) -> bytes:
    """The compiled copy of a data file: a line with a digest of both, and the model as JSON. Raises Problem."""
    copy = msgspec.json.encode(_sound(data, "phases.yaml"))
    return b"%08x\n%b" % (crc32(copy, crc32(data)), copy)


def _from_copy(path: Path, data: bytes) -> Model | None:
    """The model in a compiled copy, None when there is none, it is spoilt, or it was made from other bytes."""
    try:
        digest, _, copy = path.read_bytes().partition(b"\n")
        return msgspec.json.decode(copy, type=Model) if digest == b"%08x" % crc32(copy, crc32(data)) else None
    except (OSError, msgspec.MsgspecError):
        return None


def _sound(data: bytes, file: str) -> Model:
    model, errors = check(data, file)
    if model is not None:
        return model
    first, more = errors[0], len(errors) - 1
    key, at = "invalid-data.more" if more else "invalid-data", Location(file, first.line, first.column)
    raise Problem(key, at=at, finding=first.message, more=more, file=printable(file))
