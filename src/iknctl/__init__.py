"""Which phase of Indonesia's move to Nusantara is a year in, what is it meant to deliver, and do the sources agree?

>>> import iknctl
>>> model = iknctl.load()
>>> roadmap = iknctl.find_roadmap(model)
>>> [phase.number for phase in iknctl.phases_in(roadmap, 2036, 2036)]
[3, 4]
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iknctl.conflicts import Conflict as Conflict
    from iknctl.conflicts import Overlap as Overlap
    from iknctl.conflicts import conflicts_in as conflicts_in
    from iknctl.conflicts import overlaps as overlaps
    from iknctl.datafile import load as load
    from iknctl.errors import Problem as Problem
    from iknctl.model import Goal as Goal
    from iknctl.model import Milestone as Milestone
    from iknctl.model import Model as Model
    from iknctl.model import Period as Period
    from iknctl.model import Phase as Phase
    from iknctl.model import Roadmap as Roadmap
    from iknctl.model import Source as Source
    from iknctl.model import Text as Text
    from iknctl.queries import find_phase as find_phase
    from iknctl.queries import find_roadmap as find_roadmap
    from iknctl.queries import find_source as find_source
    from iknctl.queries import matching_goals as matching_goals
    from iknctl.queries import phases_in as phases_in
    from iknctl.when import Asked as Asked
    from iknctl.when import read_when as read_when

__version__ = "0.2.0"

# Imported when first asked for: a command must not pay for the whole library, and this module runs before everything.
_HOMES = {
    "iknctl.conflicts": ("Conflict", "Overlap", "conflicts_in", "overlaps"),
    "iknctl.errors": ("Problem",),
    "iknctl.datafile": ("load",),
    "iknctl.model": ("Goal", "Milestone", "Model", "Period", "Phase", "Roadmap", "Source", "Text"),
    "iknctl.queries": ("find_phase", "find_roadmap", "find_source", "matching_goals", "phases_in"),
    "iknctl.when": ("Asked", "read_when"),
}
__all__ = [
    "Asked",
    "Conflict",
    "Goal",
    "Milestone",
    "Model",
    "Overlap",
    "Period",
    "Phase",
    "Problem",
    "Roadmap",
    "Source",
    "Text",
    "__version__",
    "conflicts_in",
    "find_phase",
    "find_roadmap",
    "find_source",
    "load",
    "matching_goals",
    "overlaps",
    "phases_in",
    "read_when",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
