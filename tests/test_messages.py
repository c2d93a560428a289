"""The catalogue of messages: both languages say the same thing, and every key that the source uses is there."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import iknctl
from iknctl import messages

TABLES = {
    module.name: (found.MESSAGES, found.HINTS)
    for module in iter_modules(messages.__path__, "iknctl.messages.")
    if hasattr(found := import_module(module.name), "MESSAGES")
}
SENTENCES = ("standing.", "label.", "help.")  # only these may be sentences of their own; all else is part of a line


def wordings() -> Iterator[tuple[str, str, str]]:
    for messages_of, hints in TABLES.values():
        for table in (messages_of, hints):
            yield from ((key, *pair) for key, pair in table.items() if pair is not None)


def test_both_languages_are_worded_alike() -> None:
    for key, en, id in wordings():  # noqa: A001
        for text in (en, id):
            assert text.strip() == text != "", key
            assert text.isprintable() or key.startswith("help."), key
            assert text.count("`") % 2 == 0, key
            assert not re.search(r"[{}]", re.sub(r"\{\w+\}", "", text)), f"{key}: a parameter that cannot be filled"
        assert set(re.findall(r"\{(\w+)\}", en)) == set(re.findall(r"\{(\w+)\}", id)), key
        commands = r"`(iknctl [^`]*|--?\w+)`"
        assert set(re.findall(commands, en)) == set(re.findall(commands, id)), key
        assert en.endswith("?") == id.endswith("?"), key
        assert en.endswith(".") == id.endswith("."), key
        assert not en.endswith(".") or key.startswith(SENTENCES), key


def test_every_key_is_found_in_the_table_that_holds_it() -> None:
    for name, tables in TABLES.items():
        for key in {*tables[0], *tables[1]}:
            found = messages._table(key).__name__
            assert found == name or (name, found) == ("iknctl.messages.syntax", "iknctl.messages.findings"), key
            assert messages._lookup(messages._table(key).MESSAGES, key), f"{key} has a hint but no message"


def keys_used() -> Iterator[str]:
    """The literal keys of problems, messages and labels in the source, read off its syntax tree."""
    for path in sorted(Path(iknctl.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            first = node.args[0]
            if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                continue
            if called in {"Problem", "message", "say"}:
                yield first.value
            elif called == "unknown":
                yield f"unknown-{first.value}"


def test_every_key_that_the_source_uses_is_worded() -> None:
    used = set(keys_used())
    assert len(used) > 80
    for key in used:
        assert messages._lookup(messages._table(key).MESSAGES, key), key
