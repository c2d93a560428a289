"""Writes docs/json.md from the types of the answers: `python docs/generate.py`."""

import datetime as dt
import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from iknctl.model import Cited, FullDate, Id, Number, PartialDate, Url, Words, Year
from iknctl.reports.schemas import SHAPES
from iknctl.reports.shapes import Report

PAGE = Path(__file__).with_name("json.md")
INTRODUCTION = Path(__file__).with_name("json.head.md")

NAMES: Mapping[Any, str] = {
    Id: "id",
    Words: "text",
    Year: "year",
    Number: "number",
    PartialDate: "date, as exact as known",
    FullDate: "day",
    Url: "address",
    Cited: "list of ids, at least one",
    dt.date: "day",
    NoneType: "null",
    bool: "true or false",
    int: "whole number",
    str: "text",
}
