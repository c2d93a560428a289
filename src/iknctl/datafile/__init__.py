"""The data file to the model, with all that is wrong with it; the shipped file comes from its compiled copy."""

import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import msgspec

from iknctl.errors import Location, Problem, printable
from iknctl.model import Model

if TYPE_CHECKING:  # The rooms that know YAML cost more than all the rest; a run on the compiled copy enters none.
    from iknctl.datafile.finding import Finding


class Loaded(NamedTuple):
    """What a reading of a data file gave: a model when nothing was wrong, otherwise every finding, in file order."""

    model: Model | None
    findings: "tuple[Finding, ...]"


def load(path: str | Path | None = None) -> Model:
    """The model of a data file, by default the one that iknctl ships. Raises Problem when there is no sound one."""
    if path is not None:
        return _sound(contents(path), str(path))
    default = shipped()
    data = contents(default)
    return _copied(default.with_suffix(".json"), data) or _sound(data, str(default))


def read(data: bytes, file: str) -> Loaded:
    """The model that these bytes hold, or all that keeps them from being one. Never raises."""
    from iknctl.datafile.finding import worded
    from iknctl.datafile.validating import judged

    verdict = judged(data)
    return Loaded(verdict.model, worded(verdict.faults, file))


def contents(path: str | Path) -> bytes:
    """The bytes of a regular file within the limit of size. Raises Problem `unreadable-file`."""
    try:
        return _contents(Path(path))
    except OSError as error:
        from iknctl.messages.system import said

        raise _unreadable(path, _REASONS.get(type(error), "other"), detail=said(error)) from error
    except ValueError as error:  # a NUL in the path
        raise _unreadable(path, "missing") from error


def compiled(data: bytes) -> bytes:
    """What `load` reads instead of a shipped file with these bytes. Raises Problem when they are unsound."""
    return _digest(data) + b"\n" + msgspec.json.encode(_sound(data, "phases.yaml"))


_SIZE = 5 * 1024 * 1024  # document.BYTES, which would cost the import of YAML
_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "missing",
    NotADirectoryError: "missing",
    PermissionError: "permission",
}


def _contents(path: Path) -> bytes:
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):  # a device or a pipe could be endless, or never begin
        raise _unreadable(path, "directory" if stat.S_ISDIR(mode) else "not-regular")
    with path.open("rb") as file:
        data = file.read(_SIZE + 1)
    if len(data) > _SIZE:
        raise _unreadable(path, "too-large")
    return data


def _unreadable(path: str | Path, reason: str, detail: object = None) -> Problem:
    return Problem(f"unreadable-file.{reason}", at=Location(str(path)), file=printable(str(path)), detail=detail)


def shipped() -> Path:
    """The file in the installed package or, in a checkout and an editable install, the checkout's own."""
    here = Path(__file__)
    installed = here.parents[1] / "data" / "phases.yaml"
    return installed if installed.exists() else here.parents[3] / "data" / "phases.yaml"


def _digest(data: bytes) -> bytes:
    return b"%08x" % crc32(data)


def _copied(path: Path, data: bytes) -> Model | None:
    """The model from the compiled copy, None when there is none or it was made from other bytes."""
    try:
        digest, _, model = path.read_bytes().partition(b"\n")
        return msgspec.json.decode(model, type=Model) if digest == _digest(data) else None
    except (OSError, msgspec.MsgspecError):
        return None


def _sound(data: bytes, file: str) -> Model:
    model, findings = read(data, file)
    if model is not None:
        return model
    errors = [finding for finding in findings if finding.level == "error"]
    first, more = errors[0], len(errors) - 1
    raise Problem(
        "invalid-data.more" if more else "invalid-data",
        at=Location(file, first.line, first.column),
        finding=first.message,
        more=more,
        file=printable(file),
    )
