"""Every word shown to people, in English and Indonesian: from codes and parameters to texts."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Literal, NamedTuple

from iknctl.errors import Problem
from iknctl.model import Text

Lang = Literal["en", "id"]
LANGUAGES: tuple[Lang, ...] = ("en", "id")


class Pair(NamedTuple):
    """One wording in both languages, with `{name}` where a parameter goes."""

    en: str
    id: str


class Entry(NamedTuple):
    """A message, and what to do about it where that helps."""

    message: Pair
    hint: Pair | None = None


# Which module words which keys: a key belongs to the module named for the part before its first "." or, failing that,
# to the default. A command then imports the words that it needs and no others.
_ROOMS = {
    "invalid-when": "whens",
    "finding": "findings",
    "label": "labels",
    "invalid-rows": "rows",
    "unread-cells": "rows",
}
_DEFAULT_ROOM = "answers"
_PLACE = re.compile(r"\{(\w+)\}")


@cache
def _room(name: str) -> Mapping[str, Entry]:
    entries: Mapping[str, Entry] = import_module(f"iknctl.messages.{name}").ENTRIES
    return entries


def entry(key: str) -> Entry:
    """The wording of `key` with its places unfilled. Raises KeyError for a key that no room has."""
    return _room(_ROOMS.get(key.partition(".")[0], _DEFAULT_ROOM))[key]


def _fill(pair: Pair, params: Mapping[str, object]) -> Text:
    def one(template: str, lang: str) -> str:
        def value(match: re.Match[str]) -> str:
            given = params[match[1]]
            return str(getattr(given, lang)) if isinstance(given, (Text, Pair)) else str(given)

        return _PLACE.sub(value, template)

    return Text(en=one(pair.en, "en"), id=one(pair.id, "id"))


def message(key: str, /, **params: object) -> Text:
    """The message of `key`; a parameter that is itself a Text goes in by language."""
    return _fill(entry(key).message, params)


def hint(key: str, /, **params: object) -> Text | None:
    """What to do about `key`, None where there is nothing to advise."""
    found = entry(key).hint
    return None if found is None else _fill(found, params)


def worded(problem: Problem) -> tuple[Text, Text | None]:
    """A problem's message and hint."""
    return message(problem.key, **problem.params), hint(problem.key, **problem.params)
