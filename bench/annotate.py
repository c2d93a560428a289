"""What `annotate` costs: a million CSV rows against a plain copy by the csv module, and the peak memory at two sizes.

Run it with the Python of an environment that iknctl is installed in. The rows are made up from a fixed seed, with the
dates of a personnel file: years, months and days of 35 years. In a second file hardly any cell comes twice.
"""

import csv
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
SMALL, LARGE = 100_000, 1_000_000
COPY = """
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as rows:
    with open(sys.argv[2], "w", newline="", encoding="utf-8") as to:
        csv.writer(to).writerows(csv.reader(rows))
"""


class Cost(NamedTuple):
    """What one process took."""

    seconds: float
    mebibytes: float


def rows(count: int, *, distinct: bool) -> Iterator[list[object]]:
    """Made-up rows; with `distinct`, hardly any cell comes twice."""
    chance = random.Random(2045)
    for number in range(count):
        year, month, day = chance.randrange(2015, 2050), chance.randrange(1, 13), chance.randrange(1, 29)
        spellings = (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{month}/{year}")
        cell = f"{year}-{month:02}-{day:02} {chance.randrange(24):02}:{number % 60:02}:{chance.randrange(60):02}"
        note = 'ikut "gelombang" awal, bersama keluarga' if number % 10 == 0 else "sendiri"
        yield [number, f"Pegawai {number}", cell if distinct else chance.choice(spellings), "Kalimantan Timur", note]


def written(path: Path, count: int, *, distinct: bool = False) -> str:
    """A file of such rows."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "start", "place", "note"])
        writer.writerows(rows(count, distinct=distinct))
    return str(path)


def cost(command: list[str]) -> Cost:
    """Runs a command by itself, so that its peak memory is its own."""
    start = time.perf_counter()
    _, status, usage = os.wait4(os.posix_spawn(command[0], command, os.environ), 0)
    if status:
        sys.exit(f"{command} failed")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(time.perf_counter() - start, usage.ru_maxrss / unit)


def main() -> None:
    """Prints the ratio of the times, and the two peaks."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {ROUNDS} rounds by turns")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small, large = written(folder / "small.csv", SMALL), written(folder / "large.csv", LARGE)
        distinct = written(folder / "distinct.csv", LARGE, distinct=True)
        to = str(folder / "out.csv")

        def copied(file: str) -> Cost:
            return cost([sys.executable, "-c", COPY, file, to])

        def annotated(file: str) -> Cost:
            return cost([sys.executable, "-m", "iknctl", "annotate", file, "--column", "start", "--output", to])

        for name, file in (("repeated cells", large), ("distinct cells", distinct)):
            pairs = [(copied(file), annotated(file)) for _ in range(ROUNDS)]
            copy, ours = (statistics.median(each[side].seconds for each in pairs) for side in (0, 1))
            ratio = statistics.median(ours.seconds / copy.seconds for copy, ours in pairs)
            print(f"{LARGE} rows, {name}: {ours:.2f} s, a plain copy {copy:.2f} s, ratio {ratio:.2f}")
        peaks = [annotated(file).mebibytes for file in (small, large)]
        print(
            f"peak memory: {peaks[0]:.1f} MiB at {SMALL} rows, {peaks[1]:.1f} MiB at {LARGE}: {peaks[1] / peaks[0]:.3f}"
        )


main()
