"""What `annotate` costs: a million CSV rows against a plain copy by the csv module, and the peak memory at two sizes.

Run it with the Python of an environment that iknctl is installed in. The rows are made up from a fixed seed, with the
dates of a personnel file: years, months and days of 35 years. In a second file each cell is a date and a time, and
hardly any comes twice. Where pandas and DuckDB are installed, they do what a user would do with them instead: read
both files, join the rows with `iknctl years --format csv` on the year, and write them.
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
from importlib.util import find_spec
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
PANDAS = """
import sys, pandas
rows, years = pandas.read_csv(sys.argv[1]), pandas.read_csv(sys.argv[3])
years = years.groupby("year").agg(
    phases=("phase", lambda phases: "|".join(str(int(each)) for each in phases.dropna())), overlap=("overlap", "any"))
rows["year"] = pandas.to_datetime(rows["start"], format="mixed", dayfirst=True, errors="coerce").dt.year
rows.merge(years, how="left", on="year").drop(columns="year").to_csv(sys.argv[2], index=False)
"""
DUCKDB = """
import sys, duckdb
duckdb.sql(f'''COPY (
  WITH years AS (
    SELECT year, string_agg(phase, '|' ORDER BY phase) AS phases, bool_or(overlap) AS overlap
    FROM read_csv('{sys.argv[3]}') GROUP BY year)
  SELECT rows.*, years.phases, years.overlap
  FROM read_csv('{sys.argv[1]}', types = {{'start': 'VARCHAR'}}) AS rows
  LEFT JOIN years ON years.year = year(coalesce(
    try_cast(rows.start AS TIMESTAMP),
    try_strptime(rows.start, ['%Y', '%Y-%m', '%m/%Y', '%d/%m/%Y', '%d-%b-%Y'])))
) TO '{sys.argv[2]}' (HEADER)''')
"""
OTHERS = {
    "pandas": (
        PANDAS,
        "keeps the order; quotes anew, makes fractions of whole numbers with gaps, holds the whole file in memory",
    ),
    "duckdb": (DUCKDB, "is the fastest, on all cores; quotes anew, promises no order after a join"),
}
ODD = ("2036", "2034..2035", "17 Agustus 2036", "15/06/2036", "10/2036", "17-Aug-2036", "-", "")


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


def written(path: Path, count: int, *, distinct: bool = False) -> Path:
    """A file of such rows."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "start", "place", "note"])
        writer.writerows(rows(count, distinct=distinct))
    return path


def cost(*command: str | Path) -> Cost:
    """Runs Python by itself with these arguments, so that its peak memory is its own."""
    start = time.perf_counter()
    words = [sys.executable, *map(str, command)]
    _, status, usage = os.wait4(os.posix_spawn(words[0], words, os.environ), 0)
    if status:
        sys.exit(f"{words} failed")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(time.perf_counter() - start, usage.ru_maxrss / unit)


def answered(file: Path) -> int:
    """How many rows of a file have 3|4 in the column `phases`, the last but one."""
    with file.open(newline="", encoding="utf-8") as lines:
        return sum("3|4" in row[-2] for row in csv.reader(lines))


def main() -> None:
    """Prints the ratio of the times, the two peaks, and what else there is."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {ROUNDS} rounds by turns")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small, large = written(folder / "small.csv", SMALL), written(folder / "large.csv", LARGE)
        distinct = written(folder / "distinct.csv", LARGE, distinct=True)
        to, years, odd = folder / "out.csv", folder / "years.csv", folder / "odd.csv"
        odd.write_text("id,start\n" + "".join(f"{number},{cell}\n" for number, cell in enumerate(ODD)))
        cost("-m", "iknctl", "years", "--roadmap", "digital", "--format", "csv", "--output", years)

        def annotated(file: Path) -> Cost:
            return cost("-m", "iknctl", "annotate", file, "--column", "start", "--output", to)

        for name, file in (("repeated cells", large), ("distinct cells", distinct)):
            pairs = [(cost("-c", COPY, file, to), annotated(file)) for _ in range(ROUNDS)]
            copy, ours = (statistics.median(each[side].seconds for each in pairs) for side in (0, 1))
            ratio = statistics.median(ours.seconds / copy.seconds for copy, ours in pairs)
            print(f"{LARGE} rows, {name}: {ours:.2f} s, a plain copy {copy:.2f} s, ratio {ratio:.2f}")
        peaks = [annotated(file).mebibytes for file in (small, large)]
        print(
            f"peak memory: {peaks[0]:.1f} MiB at {SMALL} rows, {peaks[1]:.1f} MiB at {LARGE}: {peaks[1] / peaks[0]:.3f}"
        )
        annotated(odd)
        print(f"iknctl finds the phases of {answered(to)} of {len(ODD) - 2} odd dates, keeps the order and each byte")
        for name, (script, words) in OTHERS.items():
            if find_spec(name) is None:
                print(f"{name} is not installed")
                continue
            taken = [cost("-c", script, file, to, years) for file in (large, distinct)]
            times = " and ".join(f"{each.seconds:.2f} s" for each in taken)
            print(f"{name}: {times}, peak {max(each.mebibytes for each in taken):.0f} MiB; {words}", end="; ")
            cost("-c", script, odd, to, years)
            print(f"finds the phases of {answered(to)} of {len(ODD) - 2}")


main()
