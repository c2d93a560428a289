"""The order of the rooms: what pyproject.toml says that each may import holds, and would be missed if it did not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import ROOT

LINT = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or shutil.which("lint-imports") or ""
pytestmark = pytest.mark.skipif(not LINT, reason="import-linter is not installed")


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


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_rooms_are_in_order() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("model.py", "import iknctl.answers.build", "iknctl.model is not allowed to import iknctl.answers"),
        ("messages/dates.py", "from iknctl import conflicts", "iknctl.messages is not allowed to import"),
        (
            "datafile/fields.py",
            "def f():\n    from iknctl.answers import types",
            "iknctl.datafile is not allowed to import",
        ),
        ("when.py", "import rich.text", "iknctl.when -> rich"),
        ("cli/output.py", "from rich.console import Console", "iknctl.cli.output -> rich"),
        ("queries.py", "def f():\n    import yaml", "iknctl.queries -> yaml"),
        ("queries.py", "from dateutil.relativedelta import relativedelta", "iknctl.queries -> dateutil"),
        ("render/text.py", "import typer", "iknctl.render.text -> typer"),
        ("attic.py", "", "iknctl.attic"),
    ],
)
def test_what_is_out_of_order_is_found(module: str, line: str, complaint: str, copy: Path) -> None:
    with (copy / "src" / "iknctl" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint(copy)
    assert result.returncode != 0
    assert complaint in result.stdout
