"""Every sentence for people, in English and Indonesian: tables from a key to its wording, one module a subject.

A key is a code, with a finer reason behind a full stop where the wording depends on it: `invalid-when.empty`. Where a
table has no wording for `a.b`, that of `a` serves. `{name}` stands for a parameter.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Literal, NamedTuple

from iknctl.errors import Problem
from iknctl.model import Text

Lang = Literal["en", "id"]
LANGUAGES: tuple[Lang, ...] = ("en", "id")


class Pair(NamedTuple):
    """A parameter that is worded in both languages."""

    en: str
    id: str


# The table of a key, by the part before its first full stop; what is not listed stands in `errors`. A command imports
# only the tables that it needs.
_TABLES = {
    "conflict": "answers",
    "warning": "answers",
    "standing": "answers",
    "label": "labels",
    "help": "help",
    "invalid-when": "when",
    "finding": "findings",
    "invalid-rows": "rows",
    "unknown-column": "rows",
    "unread-cells": "rows",
}
_PARAMETER = re.compile(r"\{(\w+)\}")


@cache
def _table(key: str) -> ModuleType:
    return import_module(f"iknctl.messages.{_TABLES.get(key.partition('.')[0], 'errors')}")


def _lookup(table: Mapping[str, tuple[str, str]], key: str) -> tuple[str, str] | None:
    """The wording of a key or, failing that, of the key without its last part."""
    return table.get(key) or table.get(key.rpartition(".")[0])


def _fill(wording: tuple[str, str], params: Mapping[str, object]) -> Text:
    def one(template: str, lang: Lang) -> str:
        def value(match: re.Match[str]) -> str:
            given = params[match[1]]
            return str(getattr(given, lang)) if isinstance(given, (Text, Pair)) else str(given)

        return _PARAMETER.sub(value, template)

    en, id = wording  # noqa: A001 - the languages are called that everywhere
    return Text(en=one(en, "en"), id=one(id, "id"))


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


def worded(problem: Problem) -> tuple[Text, Text | None]:
    """A problem's message and hint."""
    return message(problem.key, **problem.params), hint(problem.key, **problem.params)
