"""Where an answer goes: standard output in its own encoding, or a file that is written whole or not at all."""

import codecs
import errno
import os
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from iknctl.errors import Exit, Problem, printable
from iknctl.render.blocks import Surface

_DRAWN = "█▒╳┄▶┬─▼│◆▲•–·×"
_STAND_INS = {"–": "-", "—": "-", "−": "-", "…": "~", "·": "|", "×": "x", "•": "-", "“": '"', "”": '"', "’": "'"}
_WINDOW, _WIDEST = 80, 500


Stream: TypeAlias = Generator[bytes, None, None]
"""An answer that is written piece by piece, as it comes. It raises Problem, never OSError: that is for the writing."""


class Result(NamedTuple):
    """What a command comes to: the answer, the exit code, and the file that it is for, if any.

    The exit code of a stream may be known only at its end, and is then a function to request.
    """

    body: str | bytes | Stream
    exit: Exit | Callable[[], Exit] = Exit.ANSWERED
    to: str | None = None


def surface(to: str | None) -> Surface:
    """What the text of an answer will be shown on."""
    if to is not None:
        return Surface()
    terminal = _is_terminal()
    return Surface(
        width=_columns() if terminal else None,
        styled=_styled(terminal=terminal),
        unicode=_carries(_encoding(), _DRAWN),
        chart_width=_columns(),
    )


def deliver(result: Result) -> Exit:
    """Writes an answer. Raises Problem `unwritable-output`; a reader who has closed the pipe is content."""
    if result.to == "":
        raise Problem("usage.option-value", option="--output", command="iknctl")
    if result.to is not None and result.to.endswith(os.sep):
        raise Problem("unwritable-output", file=printable(result.to), detail=_said(OSError(errno.EISDIR, "")))
    with closing(_pieces(result)) as pieces:  # a stream that is left early puts away what it has in hand
        if result.to is not None:
            _replace(Path(result.to), pieces)
        else:
            try:
                for piece in pieces:
                    _write(1, piece)
            except BrokenPipeError:
                return Exit.ANSWERED
            except OSError as error:
                raise Problem("unwritable-output.stream", detail=_said(error)) from error
    return result.exit if isinstance(result.exit, Exit) else result.exit()


def _pieces(result: Result) -> Stream:
    """The answer as bytes: text is UTF-8 in a file, and in the stream's encoding on standard output."""
    if isinstance(result.body, str):
        yield encoded(result.body) if result.to is None else result.body.encode()
    elif isinstance(result.body, bytes):
        yield result.body
    else:
        yield from result.body


def warn(body: str | bytes) -> None:
    """Writes on standard error; when that fails, there is nobody left to tell."""
    try:
        _write(2, encoded(body, sys.stderr) if isinstance(body, str) else body)
    except OSError:
        return


def encoded(text: str, stream: object = None) -> bytes:
    """The text in a stream's encoding; ASCII stands in for what that can't carry."""
    try:
        return text.encode(_encoding(stream), _STAND_IN)
    except (LookupError, UnicodeError):  # PYTHONIOENCODING may name what is no encoding of text
        return text.encode("ascii", _STAND_IN)


def _write(descriptor: int, body: bytes) -> None:
    """All of it, straight to the descriptor: no buffer that could fail once more when the interpreter ends."""
    rest = memoryview(body)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Puts a new file in the place of the old one in a single step, or leaves the old one as it was."""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe: there is nothing to replace
            with path.open("wb", buffering=0) as stream:
                for piece in pieces:
                    _write(stream.fileno(), piece)
        else:
            _replace_file(path.resolve() if path.is_symlink() else path, pieces)
    except RuntimeError as error:  # how pathlib tells of links that go round in a circle
        raise _unwritable(path, OSError(errno.ELOOP, "")) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace_file(target: Path, pieces: Iterable[bytes]) -> None:
    from tempfile import mkstemp

    # Its name is nobody else's, and nobody else may read it before it has the rights of the file that it replaces.
    descriptor, name = mkstemp(prefix=".iknctl-", dir=target.parent)
    beside = Path(name)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123 - a descriptor is no path
            stream.writelines(pieces)
        beside.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        beside.replace(target)
    finally:
        with suppress(OSError):  # gone already, when all went well
            beside.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem("unwritable-output", file=printable(str(path)), detail=_said(error))


def _said(error: OSError) -> object:
    from iknctl.messages.system import said

    return said(error)


def _encoding(stream: object = None) -> str:
    """The encoding of a stream; ASCII where the locale is named C, which Python itself would take for UTF-8."""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next((setting for setting in settings if setting), "")
    forced = os.environ.get("PYTHONIOENCODING") or os.environ.get("PYTHONUTF8") == "1"
    if locale in ("C", "POSIX") and not forced:
        return "ascii"
    return getattr(stream or sys.__stdout__, "encoding", None) or "utf-8"


def _carries(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _is_terminal() -> bool:
    # Not sys.stdout: while a command runs, that is where Typer's own printing is held.
    return sys.__stdout__ is not None and sys.__stdout__.isatty()


def _columns() -> int:
    from shutil import get_terminal_size

    return min(max(get_terminal_size((_WINDOW, 24)).columns, 20), _WIDEST)


def _styled(*, terminal: bool) -> bool:
    """Colour for a terminal unless NO_COLOR or TERM=dumb says no; FORCE_COLOR asks for it anywhere."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return terminal or os.environ.get("FORCE_COLOR", "0") not in ("", "0")


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """Plain characters of the same number, so that columns stay in line: `-` for a dash, `e` for an accented e."""
    assert isinstance(error, UnicodeEncodeError)
    lost = error.object[error.start : error.end]
    return "".join(map(_plain, lost)), error.end


def _plain(char: str) -> str:
    if char in _STAND_INS:
        return _STAND_INS[char]
    import unicodedata

    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() else "?"


_STAND_IN = "iknctl-stand-in"
codecs.register_error(_STAND_IN, _stand_in)
