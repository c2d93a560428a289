"""The time of a call: whole processes, run by turns, each as a ratio to `python -c "import typer"` beside it.

Prints too in how many modules of iknctl a question calls a function. Run it with the Python of an environment that
iknctl is installed in; `bench/run` makes one from a wheel.
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
# What a user would write on the YAML itself; there are two programs called yq, and both read this.
QUESTION = '.roadmaps[] | select(.id == "digital") | .phases[] | select(.start <= 2031 and .end >= 2031)'
BASE = "import typer"
COMMANDS = {
    BASE: [sys.executable, "-c", "import typer"],
    "phase 2031 --json": [IKNCTL, "phase", "2031", "--json"],
    "phase 2031": [IKNCTL, "phase", "2031"],
    "--help": [IKNCTL, "--help"],
    "timeline --all": [IKNCTL, "timeline", "--all"],
    "yq on the YAML": ["yq", QUESTION, DATA],
}
GOALS = {"phase 2031 --json": 1.12, "phase 2031": 1.60}
ENTERED = ("phase 2036 --json", "phase 2036", "check", "timeline -f svg")
COUNT = """
import inspect, sys
entered = set()
def note(frame, event, _):
    module = frame.f_globals.get("__name__", "")
    if event == "call" and module.partition(".")[0] == "iknctl" and frame.f_code.co_flags & inspect.CO_OPTIMIZED:
        entered.add(module)
from iknctl.cli.app import run
sys.setprofile(note)
run(sys.argv[1:])
sys.setprofile(None)
print(len(entered), sum(name.partition(".")[0] == "iknctl" for name in sys.modules), file=sys.stderr)
"""


def seconds(command: list[str]) -> float:
    """The wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Prints a line a command: the median time, the median of its ratios to the base of the same round, the goal."""
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
        goal = f"  at most {GOALS[name]:.2f}" if name in GOALS else ""
        print(f"{name:20} {statistics.median(taken) * 1000:7.1f} ms  {ratio:5.2f}{goal}")
    for name in COMMANDS.keys() - commands.keys():
        print(f"{name:20} not installed")
    for question in ENTERED:
        command = [sys.executable, "-c", COUNT, *question.split()]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        called, imported = done.stderr.split()[-2:]
        print(f"{question:20} calls functions of {called} modules of iknctl, and imports {imported}")


main()
