"""The package: what the sdist and the wheel hold, what an installed wheel answers, and what is imported for it."""

import ast
import importlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import iknctl
from running import ROOT, TODAY, Ran, run

OUTSIDE = {"PYTHONPATH": None}
BUILDS = pytest.mark.skipif(
    not all(find_spec(name) for name in ("hatchling", "pip")) or not (ROOT / "hatch_build.py").exists(),
    reason="hatchling and pip build the package",
)


class Built(NamedTuple):
    """The distributions, and a fresh environment outside the checkout that has the wheel installed."""

    sdist: Path
    wheel: Path
    bin: Path
    package: Path
    elsewhere: Path

    def iknctl(self, *args: str) -> Ran:
        return run(*args, command=[str(self.bin / "iknctl")], env=OUTSIDE, cwd=self.elsewhere)

    def python(self, code: str) -> Ran:
        return run("-c", code, command=[str(self.bin / "python")], env=OUTSIDE, cwd=self.elsewhere)


def _call(*args: object, cwd: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-m", *map(str, args)], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Builds the sdist from the checkout, the wheel from the sdist, and installs the wheel, all without a network."""
    scratch = tmp_path_factory.mktemp("package")
    _call("hatchling", "build", "--target", "sdist", "--directory", scratch, cwd=ROOT)
    (sdist,) = scratch.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(scratch / "unpacked", filter="data")
    (source,) = (scratch / "unpacked").iterdir()
    _call("hatchling", "build", "--target", "wheel", "--directory", scratch, cwd=source)
    (wheel,) = scratch.glob("*.whl")
    fresh = scratch / "venv"
    venv.create(fresh, symlinks=True)
    _call("pip", "--python", fresh, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=scratch)
    paths = sysconfig.get_paths(vars={"base": str(fresh), "platbase": str(fresh)})
    site = Path(paths["purelib"])
    # What it depends on comes from the environment of the tests; an editable iknctl there is not on this path.
    (site / "dependencies.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    (scratch / "elsewhere").mkdir()
    return Built(sdist, wheel, fresh / "bin", site / "iknctl", scratch / "elsewhere")


@BUILDS
def test_what_the_sdist_holds(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    assert names == {*listed.stdout.splitlines(), "PKG-INFO"}


@BUILDS
def test_what_the_wheel_holds(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        names = set(archive.namelist())
        shipped = archive.read("iknctl/data/phases.yaml")
        digest, _, model = archive.read("iknctl/data/phases.json").partition(b"\n")
    assert shipped == (ROOT / "data" / "phases.yaml").read_bytes()
    assert len(digest) == 8
    assert json.loads(model)["default_roadmap"] == "digital"
    package = ROOT / "src" / "iknctl"
    files = [path.relative_to(package) for path in package.rglob("*") if path.is_file()]
    sources = {f"iknctl/{path}" for path in files if "__pycache__" not in path.parts}
    held = {name for name in names if name.startswith("iknctl/")}
    assert held == sources | {"iknctl/data/phases.yaml", "iknctl/data/phases.json"}
    assert {name.partition("/")[0] for name in names - held} == {f"iknctl-{iknctl.__version__}.dist-info"}


@BUILDS
def test_an_installed_wheel_answers_from_anywhere(built: Built) -> None:
    answer = built.iknctl("phase", "2031", "--json")
    assert (answer.code, answer.stderr) == (0, "")
    assert [phase["number"] for phase in answer.json["phases"]] == [3]
    assert answer == run("phase", "2031", "--json")
    assert built.iknctl("--version").stdout == f"iknctl {iknctl.__version__}\n"
    assert built.iknctl("phase", "2036").stdout == run("phase", "2036").stdout
    assert built.iknctl("check", "--strict").code == 0
    where = built.python("import iknctl; print(iknctl.__file__)").stdout
    assert Path(where.strip()).parent == built.package


@BUILDS
def test_what_an_answer_imports(built: Built) -> None:
    """On the compiled copy of the data, a JSON answer pays for no YAML and no tables."""
    code = "import sys; from iknctl.cli.app import run; run({}); print(*sys.modules, file=sys.stderr)"
    imported = set(built.python(code.format(["phase", "2031", "--json"])).stderr.split())
    heavy = {
        "yaml",
        "rich",
        "dateutil",
        "iknctl.datafile.yaml",
        "iknctl.datafile.finding",
        "iknctl.cli.errors",
    }
    # Typer above our ceiling brings dataclasses and more of its own; what it brings is not ours.
    brought = set(built.python("import sys, typer; print(*sys.modules)").stdout.split())
    assert imported & (heavy | {"dataclasses"}) - brought == set()
    assert {"msgspec", "typer", "iknctl.render"} <= imported
    as_text = set(built.python(code.format(["phase", "2031"])).stderr.split())
    assert "rich" in as_text
    assert as_text & {"yaml", "dateutil"} == set()
    assert "iknctl.cli.annotate" not in imported


@BUILDS
def test_an_edit_of_the_installed_data_counts_at_once(built: Built) -> None:
    file = built.package / "data" / "phases.yaml"
    original = file.read_bytes()
    edited = original.replace(b"en: Agile government\n", b"en: Nimble government\n")
    assert edited != original
    try:
        file.write_bytes(edited)
        assert built.iknctl("phase", "2031", "--json").json["phases"][0]["name"]["en"] == "Nimble government"
        file.write_bytes(original + b"\n# A comment changes nothing but the digest.\n")
        assert built.iknctl("phase", "2031", "--json") == run("phase", "2031", "--json")
        file.write_bytes(edited.replace(b"start: 2030\n", b"start: 2040\n"))
        assert built.iknctl("phase", "2031").code == 3
    finally:
        file.write_bytes(original)
    assert built.iknctl("phase", "2031", "--json").json["phases"][0]["name"]["en"] == "Agile government"


@BUILDS
def test_a_compiled_copy_that_is_not_right_is_passed_over(built: Built) -> None:
    copy = built.package / "data" / "phases.json"
    original, answer = copy.read_bytes(), run("phase", "2031", "--json")
    digest = original.partition(b"\n")[0]
    try:
        copy.unlink()
        assert built.iknctl("phase", "2031", "--json") == answer
        for content in (b"", b"garbage", b"00000000\n{}", b'{"schema":1}', digest + b"\n", digest + b'\n{"schema":1}'):
            copy.write_bytes(content)
            assert built.iknctl("phase", "2031", "--json") == answer, content
    finally:
        copy.write_bytes(original)


def test_a_checkout_reads_its_own_data_live(tmp_path: Path) -> None:
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    file = tmp_path / "data" / "phases.yaml"
    env = {"PYTHONPATH": str(tmp_path / "src"), "PYTHONDONTWRITEBYTECODE": "1"}

    def name_of_phase_three() -> Any:
        return run("show", "3", "--json", env=env).json["phase"]["name"]["en"]

    assert name_of_phase_three() == "Agile government"
    file.write_bytes(file.read_bytes().replace(b"en: Agile government\n", b"en: Nimble government\n"))
    assert name_of_phase_three() == "Nimble government"
    file.write_bytes(file.read_bytes() + b"surprise: true\n")
    broken = run("show", "3", "--json", env=env)
    assert (broken.code, broken.error["location"]["file"]) == (3, str(file))
    file.unlink()
    assert run("show", "3", env=env).code == 3


def test_importing_the_library_imports_nothing_heavy() -> None:
    code = "import sys, iknctl; print(*sys.modules)"
    imported = set(run("-c", code, command=[sys.executable]).stdout.split())
    assert "iknctl" in imported
    assert imported & {"typer", "rich", "yaml", "msgspec", "dateutil", "hypothesis"} == set()
    assert not [name for name in imported if name.startswith("iknctl.")]


def test_the_public_names_are_those_of_the_stub() -> None:
    stub = ast.parse(Path(iknctl.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imports = [
        (str(node.module), alias) for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    assert sorted(iknctl.__all__) == sorted(["__version__", *(alias.name for _, alias in imports)])
    assert set(iknctl.__all__) <= set(dir(iknctl))
    for module, alias in imports:
        assert alias.name == alias.asname, "re-exported under its own name"
        assert getattr(iknctl, alias.name) is getattr(importlib.import_module(module), alias.name)
        assert getattr(iknctl, alias.name).__module__ == module, "listed with the module that defines it"
    with pytest.raises(AttributeError, match="has no attribute 'phase_in'"):
        _ = iknctl.phase_in  # type: ignore[attr-defined]


@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not installed")
def test_a_strict_type_checker_knows_the_public_names(tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(USER, encoding="utf-8")
    env = {**os.environ, "MYPYPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(tmp_path / "user.py")],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line.partition("note: ")[2] for line in done.stdout.splitlines() if "note:" in line] == [
        'Revealed type is "tuple[iknctl.model.Phase, ...]"'
    ], done.stdout
    assert done.stdout.count("error:") == 1, done.stdout
    assert "attr-defined" in done.stdout


USER = """
import iknctl
from iknctl import Model, load
model: Model = load()
reveal_type(iknctl.phases_in(iknctl.find_roadmap(model), 2036, 2036))
iknctl.phase_in
"""


def test_the_library_in_a_few_lines() -> None:
    code = f"""
from datetime import date
import iknctl
model = iknctl.load()
roadmap = iknctl.find_roadmap(model)
asked = iknctl.read_when("17 Agustus 2036", date.fromisoformat({TODAY!r}))
print([phase.number for phase in iknctl.phases_in(roadmap, asked.start.year, asked.end.year)])
print([(overlap.phases, overlap.start, overlap.end) for overlap in iknctl.overlaps(roadmap)])
print(len(iknctl.conflicts_in(model, roadmap)), iknctl.find_phase(roadmap, "3").id)
try:
    iknctl.find_phase(roadmap, "9")
except iknctl.Problem as problem:
    print(problem.code)
"""
    answer = run("-c", code, command=[sys.executable])
    assert answer.stdout.splitlines() == [
        "[3, 4]",
        "[((3, 4), 2035, 2039)]",
        "4 agile-government",
        "unknown-phase",
    ]
