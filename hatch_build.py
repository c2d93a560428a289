"""The build hook: puts the data file and its compiled copy into the wheel; an editable install reads the checkout's."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles `data/phases.yaml` with the code that the wheel carries, so that no copy is ever made by hand."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        source = Path(self.root, "data", "phases.yaml")
        self._scratch = TemporaryDirectory()
        copy = Path(self._scratch.name, "phases.json")
        copy.write_bytes(_compiled(source.read_bytes(), Path(self.root, "src")))
        build_data["force_include"] |= {
            str(source): "iknctl/data/phases.yaml",
            str(copy): "iknctl/data/phases.json",
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._scratch.cleanup()


def _compiled(data: bytes, src: Path) -> bytes:
    sys.path.insert(0, str(src))
    try:
        from iknctl.datafile import compiled
    finally:
        sys.path.remove(str(src))
    return compiled(data)
