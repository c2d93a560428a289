"""Where an answer goes: standard output in its own encoding, or a file that is written whole or not at all."""

import codecs
import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import msgspec

from iknctl.answers.types import Answer
from iknctl.errors import Exit, Problem, printable, unknown
from iknctl.messages import LANGUAGES, Lang

if TYPE_CHECKING:  # only text is shown on it, and making the type takes a hundredth of a call
    from iknctl.render.timeline.palette import Surface

_DRAWING_CHARACTERS = "█▒╳┄▶┬─▼│◆▲•–·×"
_STAND_INS = dict(zip("–—−…·×•“”’→", '---~|x-""\'>', strict=True))
_IN_PLACE = (errno.EACCES, errno.EBUSY, errno.EPERM, errno.EXDEV)  # Why a rename fails where writing may not.
_DESCRIPTOR = re.compile(r"(?:/dev|/proc/(\d+)(?:/task/\d+)?)/fd/(\d{1,9})", re.ASCII)

Stream: TypeAlias = Generator[bytes, None, None]
"""An answer that is written piece by piece, as it comes. It raises Problem, never OSError: that is for the writing."""


class Result(NamedTuple):
    """What a command comes to: the answer, the exit code, and the file that it is for, if any.

    The exit code of a stream may be known only at its end, and is then a function to call.
    """

    body: str | bytes | Stream
    exit: Exit | Callable[[], Exit] = Exit.ANSWERED
    to: str | None = None


def deliver(result: Result) -> Exit:
    """Write an answer. Raises Problem `unwritable-output`; a pipe that its reader has closed is no error."""
    with closing(_pieces(result)) as pieces:  # a stream that is left early puts away what it has in hand
        try:
            if result.to is None:
                _pour(pieces, 1)
            else:
                _put(pieces, result.to)
        except BrokenPipeError:
            return Exit.ANSWERED
        except OSError as error:
            from iknctl.messages.system import said

            if result.to is None:
                raise Problem("unwritable-output.stream", detail=said(error)) from error
            in_place = error.errno in _IN_PLACE and _is_writable(Path(result.to))
            key = "unwritable-output.in-place" if in_place else "unwritable-output"
            raise Problem(key, file=printable(result.to), path=result.to, detail=said(error)) from error
    return result.exit if isinstance(result.exit, Exit) else result.exit()


def _pieces(result: Result) -> Stream:
    """The answer as bytes: text is UTF-8 in a file, and in the stream's encoding on standard output."""
    body = result.body
    if isinstance(body, str):
        body = encoded(body) if result.to is None else body.encode()
    yield from (body,) if isinstance(body, bytes) else body


def warn(body: str | bytes) -> None:
    """Write on standard error; when that fails, there is nobody left to tell."""
    with suppress(OSError):
        _pour([encoded(body) if isinstance(body, str) else body], 2)


def _pour(pieces: Iterable[bytes], to: int | Path) -> None:
    """Write each piece, before the next is asked for, to a descriptor, which stays open, or to a device or a pipe."""
    with open(to, "wb", buffering=0, closefd=isinstance(to, Path)) as stream:  # a buffer would be written at its end
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(stream.fileno(), rest) :]


def _put(pieces: Iterable[bytes], name: str) -> None:
    """Write to a descriptor, a device or a pipe as it is; put a new file in the place of any other, or make one."""
    if "\0" in name or name.endswith(os.sep):
        raise OSError(errno.EINVAL, "")
    target, old = Path(name), None
    with suppress(FileNotFoundError):
        old = target.stat()  # raises an error, too, where links lead back to themselves
    while True:
        target = Path(os.path.realpath(target.parent, strict=True), target.name)
        if found := _DESCRIPTOR.fullmatch(str(target)):
            own = [int(found[2])]
            if found[1] and found[1] != os.readlink("/proc/self"):  # noqa: PTH115 - to open it anew could spoil it
                own = [each for each in (1, 2) if os.path.samestat(os.fstat(each), target.stat())]
            if not own:
                raise OSError(errno.ENOTSUP, "")
            return _pour(pieces, own[0])
        if not target.is_symlink():
            break
        target = target.parent / target.readlink()
    if old and not stat.S_ISREG(old.st_mode):
        return _pour(pieces, target)
    _replace(pieces, target, old)


def _replace(pieces: Iterable[bytes], target: Path, old: os.stat_result | None) -> None:
    """Write a temporary file beside the target, give it the old file's owner and mode, and rename it."""
    from tempfile import mkstemp

    if old and not _is_writable(target):
        raise PermissionError(errno.EACCES, "")
    umask = os.umask(0o077)  # it can only be read by setting it; meanwhile files are nobody else's
    os.umask(umask)
    mode = stat.S_IMODE(old.st_mode) if old else 0o666 & ~umask
    descriptor, name = mkstemp(prefix=".iknctl-", dir=target.parent)  # mode 0600 until the final mode is set
    beside = Path(name)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123 - a descriptor is no path
            stream.writelines(pieces)
        if old and hasattr(os, "chown"):
            try:
                os.chown(beside, old.st_uid, old.st_gid)
            except PermissionError:  # rights of the old owner are not passed on to another
                mode &= ~(stat.S_ISUID | stat.S_ISGID)
        beside.chmod(mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _is_writable(path: Path) -> bool:
    """Whether the user may write to a file. Root may always; for him it counts whether anybody may."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def surface(to: str | None) -> "Surface":
    """What the text of an answer will be shown on."""
    from shutil import get_terminal_size

    from iknctl.render.timeline.palette import Surface

    if to is not None:
        return Surface()
    # Not sys.stdout, which is redirected while a command runs, for what Typer prints itself.
    terminal = sys.__stdout__ is not None and sys.__stdout__.isatty()
    columns = min(max(get_terminal_size((80, 24)).columns, 20), 500)
    colourless = os.environ.get("NO_COLOR") or os.environ.get("TERM", "").lower() in ("dumb", "unknown")
    forced = os.environ.get("FORCE_COLOR", "0") not in ("", "0")
    return Surface(
        width=columns if terminal else None,
        styled=not colourless and (terminal or forced),
        unicode=_can_encode(_encoding(), _DRAWING_CHARACTERS),
        chart_width=columns,
    )


def as_json(answer: Answer | dict[str, Any]) -> bytes:
    """One indented object that ends in a line feed, the same in every language and at every width."""
    return msgspec.json.format(msgspec.json.encode(answer), indent=2) + b"\n"


def encoded(text: str) -> bytes:
    """The text in the encoding of the standard streams; ASCII stands in for what that can't carry."""
    return text.encode(_encoding(), _STAND_IN)


def wrong_encoding() -> str | None:
    """The encoding that PYTHONIOENCODING names when no text can be written in it, else None."""
    named = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    return printable(named) if named and not _can_encode(named, "–", _STAND_IN) else None


def _encoding() -> str:
    """That of the standard streams; ASCII where the locale is named C, which Python itself would take for UTF-8."""
    forced = os.environ.get("PYTHONIOENCODING") or os.environ.get("PYTHONUTF8") == "1"
    if wrong_encoding() or (_locale("LC_CTYPE") in ("C", "POSIX") and not forced):
        return "ascii"
    return getattr(sys.__stdout__ or sys.__stderr__, "encoding", None) or "utf-8"


def _can_encode(encoding: str, text: str, stand_in: str = "strict") -> bool:
    try:
        text.encode(encoding, stand_in)
    except (UnicodeError, LookupError):
        return False
    return True


def _locale(category: str) -> str:
    settings = (os.environ.get(name) for name in ("LC_ALL", category, "LANG"))
    return next((setting for setting in settings if setting), "")


def chosen_language(named: str | None) -> Lang:
    """The language that --lang or IKNCTL_LANG names, else Indonesian where the locale says so, else English."""
    if named is None:
        return "id" if re.match(r"id(?![^._@])", _locale("LC_MESSAGES"), re.IGNORECASE) else "en"
    if named not in LANGUAGES:
        raise unknown("language", named, LANGUAGES)
    return named


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """Plain characters of the same number, so that columns stay in line: `-` for a dash, `e` for an accented e."""
    assert isinstance(error, UnicodeEncodeError)
    import unicodedata

    lost = error.object[error.start : error.end]
    bare = (_STAND_INS.get(char) or unicodedata.normalize("NFKD", char)[0] for char in lost)
    return "".join(char if char.isascii() else "?" for char in bare), error.end


_STAND_IN = "iknctl-stand-in"
codecs.register_error(_STAND_IN, _stand_in)
