"""Every sentence for people, in English and Indonesian: tables from a key to its wording, one module a subject.

A key is a code, with a finer reason or a number behind a full stop where the wording depends on it: `goals-of.1`. Where a
table has no wording for `a.b`, that of `a` serves. `{name}` stands for a parameter.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Literal

from iknctl.model import Text

Lang = Literal["en", "id"]
LANGUAGES: tuple[Lang, ...] = ("en", "id")

# The table of a key, by the part before its first full stop; what is not listed stands in `errors`. A command imports
# only the tables that it needs.
_TABLES = {"help": "help", "label": "labels", "finding": "findings", "invalid-when": "when"}
_TABLES |= dict.fromkeys(("conflict", "number", "standing", "warning"), "answers")
_TABLES |= dict.fromkeys(("invalid-rows", "unknown-column", "unread-cells"), "rows")


@cache
def _table(key: str) -> ModuleType:
    return import_module(f"iknctl.messages.{_TABLES.get(key.partition('.')[0], 'errors')}")


def _lookup(table: Mapping[str, tuple[str, str]], key: str) -> tuple[str, str] | None:
    """The wording of a key or, failing that, of the key without its last part."""
    return table.get(key) or table.get(key.rpartition(".")[0])


def _fill(wording: tuple[str, str], params: Mapping[str, object]) -> Text:
    texts = []
    for template, lang in zip(wording, LANGUAGES, strict=True):
        values = {name: getattr(value, lang) if isinstance(value, Text) else value for name, value in params.items()}
        texts.append(template.format_map(values))
    return Text(en=texts[0], id=texts[1])


def message(key: str, /, **params: object) -> Text:
    """The message of `key`; a parameter that is itself a Text goes in by language. Raises KeyError for no such key."""
    found = _lookup(_table(key).MESSAGES, key)
    if found is None:
        raise KeyError(key)
    return _fill(found, params)


def hint(key: str, /, **params: object) -> Text | None:
    """What to do about `key`, None where there is nothing to advise."""
    found = _lookup(_table(key).HINTS, key)
    return None if found is None else _fill(found, params)
