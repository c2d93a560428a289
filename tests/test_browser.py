"""The page, the picture and the Mermaid block as a browser shows them, with nothing for axe-core to complain about.

They take a minute, and so run only when asked for: `pytest -m browser`. They need Chromium (Debian: `apt-get install
chromium`), Node.js, and `npm ci --prefix tests/browser`, which runs no scripts.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from picturing import at_random, shipped
from test_pictures import FORMATS

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent / "browser"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ENDINGS = {"html": "html", "svg": "svg", "md": "mermaid"}
CASES = {"one": shipped(), "all": shipped(every=True), "random": at_random(3)}
SHEETS = {"one": 5, "all": 9}  # of paper, A4, at most


@pytest.fixture(scope="module")
def browser() -> str:
    """The path of a browser; skips, saying what is missing, where these tests can't run."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is installed")
    if shutil.which("node") is None:
        pytest.skip("no Node.js to drive the browser with")
    if not (HERE / "node_modules" / "playwright-core").is_dir():
        pytest.skip("no npm packages: run `npm ci --prefix tests/browser`")
    return found


def complaints(browser: str, *files: Path) -> dict[str, list[str]]:
    """What there is to complain about in each file, by its name."""
    command = ["node", str(HERE / "check.mjs"), browser, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return {Path(name).name: each for name, each in found.items()}


# Some eight seconds each, so not every pair: the fullest is read in Indonesian, whose names are the longest.
@pytest.mark.parametrize(("name", "lang"), [("one", "en"), ("all", "id"), ("random", "en")])
def test_a_browser_has_nothing_to_complain_about(browser: str, tmp_path: Path, name: str, lang: str) -> None:
    files = [tmp_path / f"{name}.{ending}" for ending in ENDINGS]
    for file, form in zip(files, ENDINGS.values(), strict=True):
        file.write_text(FORMATS[form](CASES[name], lang), encoding="utf-8")
    found = complaints(browser, *files)
    sheets = [int(each.partition(": ")[2]) for each in found[f"{name}.html"] if each.startswith("sheets: ")]
    assert sheets[0] <= SHEETS.get(name, 20)
    found[f"{name}.html"] = [each for each in found[f"{name}.html"] if not each.startswith("sheets: ")]
    assert found == {file.name: [] for file in files}


def test_the_check_has_teeth(browser: str, tmp_path: Path) -> None:
    page, block = tmp_path / "bad.html", tmp_path / "bad.md"
    page.write_text(
        "<title>Bad</title><body><img src='x.png'><p style='color:#aaa;width:500px'>Faint"
        "<svg width='100' height='20'><text x='90' y='9'>cut off</text><text x='95' y='9'>and covered</text></svg>",
        encoding="utf-8",
    )
    block.write_text("```mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    A :b: c, nonsense\n```\n", encoding="utf-8")
    found = complaints(browser, page, block)
    told = "\n".join(found["bad.html"])
    for word in ("request: ", "console: ", "axe image-alt", "axe color-contrast", "axe html-has-lang", "sideways"):
        assert f"390 light: {word}" in told or word in told, word
    assert "outside: cut off" in told
    assert "overlapping: cut off / and covered" in told
    assert "skip link" in told
    assert found["bad.md"]
