"""What a call costs: whole processes, run by turns, each as a ratio to `python -c "import typer"` beside it.

Run it with the Python of an environment that iknctl is installed in; `bench/run` makes one from a wheel.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 30
IKNCTL = str(Path(sysconfig.get_path("scripts"), "iknctl"))
DATA = str(Path(__file__).parents[1] / "data" / "phases.yaml")
# What a user would write on the YAML itself; there is more than one program called yq, and this is read by both.
QUESTION = '.roadmaps[] | select(.id == "digital") | .phases[] | select(.start <= 2031 and .end >= 2031)'
BASE = "import typer"
COMMANDS = {
    BASE: [sys.executable, "-c", "import typer"],
    "(a) phase 2031 --json": [IKNCTL, "phase", "2031", "--json"],
    "(b) phase 2031": [IKNCTL, "phase", "2031"],
    "    --help": [IKNCTL, "--help"],
    "    timeline --all": [IKNCTL, "timeline", "--all"],
    "(c) yq on the YAML": ["yq", QUESTION, DATA],
}


def seconds(command: list[str]) -> float:
    """The wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Prints a line a command: the median time, and the median of its ratios to the base of the same round."""
    commands = {name: command for name, command in COMMANDS.items() if shutil.which(command[0])}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        seconds(command)  # fills the caches of files and bytecode
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(seconds(command))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {ROUNDS} rounds")
    for name, taken in times.items():
        ratio = statistics.median(one / base for one, base in zip(taken, times[BASE], strict=True))
        print(f"{name:24} {statistics.median(taken) * 1000:7.1f} ms  {ratio:5.2f}")
    for name in COMMANDS.keys() - commands.keys():
        print(f"{name:24} not installed")


main()
