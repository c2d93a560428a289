"""How tests run iknctl: as a process of its own or, ten times as fast, within the process of the tests."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from unittest import mock

from iknctl import datafile
from iknctl.datafile import load
from iknctl.model import Model

TODAY = "2026-11-24"
HOME = tempfile.gettempdir()  # so that no test writes to the home of whoever runs it
ENV: Mapping[str, str] = {"IKNCTL_TODAY": TODAY, "LC_ALL": "C.UTF-8", "HOME": HOME, "TMPDIR": HOME} | {
    name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ
}
COMMAND = (sys.executable, "-m", "iknctl")
ROOT = Path(__file__).parents[1]


class Ran(NamedTuple):
    """The exit code and what was written; bytes that are not UTF-8 are kept as surrogates."""

    code: int
    stdout: str
    stderr: str

    @property
    def raw(self) -> bytes:
        return self.stdout.encode(errors="surrogateescape")

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)

    @property
    def error(self) -> Any:
        """The error object that standard error holds under --json."""
        return json.loads(self.stderr)["error"]


def default_signals() -> None:
    """For `preexec_fn`: under nohup or in the background, pytest and its children would inherit ignored signals."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def environment(env: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """The clean environment with changes; None takes a variable away."""
    return {name: value for name, value in {**ENV, **(env or {})}.items() if value is not None}


def run(
    *args: str,
    env: Mapping[str, str | None] | None = None,
    stdin: bytes = b"",
    cwd: Path | None = None,
    command: Sequence[str] = COMMAND,
) -> Ran:
    """Runs the command in a process of its own."""
    done = subprocess.run(
        [*command, *args], input=stdin, capture_output=True, env=environment(env), cwd=cwd, timeout=60, check=False
    )
    return Ran(done.returncode, _text(done.stdout), _text(done.stderr))


def ask(*args: str, env: Mapping[str, str | None] | None = None, stdin: bytes = b"") -> Ran:
    """Runs the command within this process."""
    from iknctl.cli.app import run as carry_out

    with (
        mock.patch.dict(os.environ, environment(env), clear=True),
        _swapped(0, stdin),
        _swapped(1) as stdout,
        _swapped(2) as stderr,
        open(1, "w", encoding="utf-8", closefd=False) as out,
        open(2, "w", encoding="utf-8", closefd=False) as err,
        redirect_stdout(out),
        redirect_stderr(err),
        mock.patch.object(sys, "__stdout__", out),
        mock.patch("iknctl.datafile.load", _load),
    ):
        code = int(carry_out(args))
    return Ran(code, _text(_read(stdout)), _text(_read(stderr)))


def _load(path: str | None = None) -> Model:
    """The model of a data file, parsed once for the same bytes."""
    return _loaded(path, datafile.contents(datafile.shipped() if path is None else path))


@lru_cache
def _loaded(path: str | None, _: bytes) -> Model:
    return load(path)


@contextmanager
def _swapped(descriptor: int, holding: bytes = b"") -> Iterator[BinaryIO]:
    """A file in the place of a standard stream; it stays open for what was written to be read."""
    kept = os.dup(descriptor)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is read after the descriptor is given back
    file.write(holding)
    file.seek(0)
    os.dup2(file.fileno(), descriptor)
    try:
        yield file
    finally:
        os.dup2(kept, descriptor)
        os.close(kept)


def _read(file: BinaryIO) -> bytes:
    with file:
        file.seek(0)
        return file.read()


def _text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")
