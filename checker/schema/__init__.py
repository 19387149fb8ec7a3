"""
Strict YAML with places: text to `Node`, and shapes that turn a node into plain values.

Every scalar stays text until a shape converts it, so `NO` is Norway and `12:30` a time. A shape
collects all faults as `Problem`s with file, line, column and help; the same shapes give the JSON
Schema that editors use. `read_data` does both steps and raises `DataFileError` with every fault.
"""

from __future__ import annotations

from checker.schema.days import DAY
from checker.schema.nodes import (
    Node,
    NodeKind,
    Plain,
    SourceFile,
    nearest,
    problem_at,
    problem_inside,
    read_yaml,
    suggestion,
)
from checker.schema.reading import convert, json_schema, read_data
from checker.schema.shapes import (
    INVALID,
    Choice,
    Custom,
    Field,
    Flag,
    Many,
    Number,
    OneOf,
    Record,
    Shape,
    Table,
    Text,
)

__all__ = [
    "DAY",
    "INVALID",
    "Choice",
    "Custom",
    "Field",
    "Flag",
    "Many",
    "Node",
    "NodeKind",
    "Number",
    "OneOf",
    "Plain",
    "Record",
    "Shape",
    "SourceFile",
    "Table",
    "Text",
    "convert",
    "json_schema",
    "nearest",
    "problem_at",
    "problem_inside",
    "read_data",
    "read_yaml",
    "suggestion",
]
