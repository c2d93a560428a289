"""Which phase of Indonesia's move to Nusantara is a year in, what is it meant to deliver, and do the sources agree?

>>> import iknctl
>>> model = iknctl.load()
>>> roadmap = iknctl.find_roadmap(model)
>>> [phase.number for phase in iknctl.phases_in(roadmap, 2036, 2036)]
[3, 4]
"""

from typing import Any

__version__ = "0.2.0"


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562), so that a command does not pay for the whole library.

    `__init__.pyi` is the list of public names and of the modules that define them.
    """
    import re
    from importlib import import_module
    from pathlib import Path

    stub = Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    modules = {public: module for module, public in re.findall(r"^from (\S+) import (\w+) as \2$", stub, re.MULTILINE)}
    if name == "__all__":
        return ["__version__", *modules]
    if name not in modules:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(modules[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__getattr__("__all__")})
