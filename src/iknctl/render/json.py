"""Answers as JSON: UTF-8, keys in the order of the shapes, the same in every language and at every width."""

from typing import Any

import msgspec

from iknctl.answers.types import Answer


def render(answer: Answer | dict[str, Any]) -> bytes:
    """One indented object that ends in a line feed."""
    return msgspec.json.format(msgspec.json.encode(answer), indent=2) + b"\n"
