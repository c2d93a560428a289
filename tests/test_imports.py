"""The layers: the order in pyproject.toml holds, and an import against it is found."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import ROOT

LINT = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or shutil.which("lint-imports") or ""
pytestmark = pytest.mark.skipif(not LINT, reason="import-linter is not installed")

# A module, a line that does not belong there, and what is said of it.
PLANTED = [
    ("model.py", "import iknctl.answers.build", "iknctl.model is not allowed to import iknctl.answers"),
    ("messages/dates.py", "from iknctl import conflicts", "iknctl.messages is not allowed to import"),
    (
        "datafile/__init__.py",
        "def f():\n    from iknctl.answers import types",
        "iknctl.datafile is not allowed to import",
    ),
    ("when.py", "import rich.text", "iknctl.when -> rich"),
    ("cli/output.py", "from rich.console import Console", "iknctl.cli.output -> rich"),
    ("queries.py", "def f():\n    import yaml", "iknctl.queries -> yaml"),
    ("queries.py", "from dateutil.relativedelta import relativedelta", "iknctl.queries -> dateutil"),
    ("render/text.py", "import typer", "iknctl.render.text -> typer"),
    ("attic.py", "", "iknctl.attic"),
]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_layers_are_in_order() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


def test_imports_against_the_order_are_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, line, _ in PLANTED:
        with (tmp_path / "src" / "iknctl" / module).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    result = lint(tmp_path)
    assert result.returncode != 0
    assert [complaint for _, _, complaint in PLANTED if complaint not in result.stdout] == [], result.stdout
