"""Run mutmut on a copy of the checkout, and print the share of the planted faults that the tests catch.

Called by `bench/mutation`, with a folder to work in and the modules to plant faults in. A fault that no test catches is
printed as a difference, unless `equivalent.txt` says why nobody could see it.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = ("periods", "queries", "conflicts", "when", "grammar", "annotate/cells", "annotate/csv", "annotate/jsonl")
TESTS = ("oracle", "when", "annotate", "json_contract", "main_job")
CONFIG = """
[tool.pytest.ini_options]
pythonpath = ["bench"]
markers = ["browser"]

[tool.mutmut]
source_paths = ["src"]
only_mutate = {modules}
also_copy = ["tests", "bench", "data", "docs", "constraints.txt", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
pytest_add_cli_args_test_selection = {tests}
"""
# Found is enough: a failing example is not made smaller. Tests run twice in one process, which hypothesis warns of.
CONFTEST = """
from hypothesis import HealthCheck, Phase, settings

settings.register_profile("mutation", phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
settings.load_profile("mutation")
"""


def main() -> None:
    """Copies the checkout, plants the faults, and prints what came of them."""
    folder, *modules = sys.argv[1:]
    copy = Path(folder, "copy")
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "node_modules", "mutants"))
    files = [f"src/iknctl/{module}.py" for module in modules or MODULES]
    tests = [f"tests/test_{name}.py" for name in TESTS]
    (copy / "pyproject.toml").write_text(CONFIG.format(modules=files, tests=tests), encoding="utf-8")
    (copy / "tests" / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    mutmut = [str(Path(sys.executable).with_name("mutmut"))]
    subprocess.run([*mutmut, "run"], cwd=copy, check=False)

    listed = subprocess.run([*mutmut, "results", "--all", "true"], cwd=copy, capture_output=True, text=True, check=True)
    outcomes = dict(re.findall(r"^ +(\S+): (.+)$", listed.stdout, re.MULTILINE))
    if "killed" not in outcomes.values():
        sys.exit("the tests fail on the code as it is, or no fault was planted")
    known = (ROOT / "bench" / "equivalent.txt").read_text(encoding="utf-8").splitlines()
    harmless = {line.partition("  # ")[0] for line in known if "  # " in line}
    survivors: Counter[tuple[str, str]] = Counter()
    for name, outcome in outcomes.items():
        module = re.sub(r"\.x[^.]*$", "", name)
        if outcome in ("killed", "timeout", "segfault"):
            continue
        shown = subprocess.run([*mutmut, "show", name], cwd=copy, capture_output=True, text=True, check=True).stdout
        changed = re.findall(r"^[-+](?![-+]{2} ).*$", shown, re.MULTILINE)
        added = " ".join(line[1:].strip() for line in changed if line[0] == "+")
        if f"{module}: {added}" in harmless:
            survivors[module, "harmless"] += 1
        else:
            survivors[module, "seen"] += 1
            print(f"\n{name}: {outcome}", *changed, sep="\n")
    print()
    total = Counter(re.sub(r"\.x[^.]*$", "", name) for name in outcomes)
    for module, planted in [*sorted(total.items()), ("all", len(outcomes))]:
        lost = sum(count for (of, what), count in survivors.items() if what == "seen" and module in (of, "all"))
        equal = sum(count for (of, what), count in survivors.items() if what == "harmless" and module in (of, "all"))
        share = 1 - lost / max(planted - equal, 1)
        print(f"{module:24} {planted:4} planted, {equal:3} that nobody can see, {lost:3} not caught: {share:.1%}")


main()
