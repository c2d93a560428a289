"""A progress bar on standard error, for a long file that somebody waits for."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text


class Bar:
    """How far a file of a known size has been read."""

    def __init__(self, name: str, size: int) -> None:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
        )
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task(name, total=size)

    @contextmanager
    def drawn(self) -> Iterator[None]:
        """Shows it for as long as this lasts, and leaves no trace."""
        with self._progress:
            yield

    def reach(self, position: int) -> None:
        self._progress.update(self._task, completed=position)

    def say(self, line: str) -> None:
        """Writes a line above it."""
        self._progress.console.print(Text(line), soft_wrap=True)
