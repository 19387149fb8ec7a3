"""Reading a whole file: text to nodes to plain values, or to all of its problems."""

from __future__ import annotations

from typing import Any

from checker.errors import DataFileError, Problem
from checker.schema.nodes import Node, Plain, read_yaml
from checker.schema.shapes import Shape


def convert(node: Node, shape: Shape) -> tuple[Any, tuple[Problem, ...]]:
    """Return what is right of `node` as plain values (INVALID when nothing is) and all problems."""
    problems: list[Problem] = []
    value = shape.read(node, problems)
    return value, tuple(problems)


def read_data(text: str, path: str, shape: Shape) -> Plain:
    """
    Read YAML and convert it in one go.

    Raises: DataFileError with every problem of the file.
    """
    value, problems = convert(read_yaml(text, path), shape)
    if problems:
        raise DataFileError(problems)
    return value


def json_schema(shape: Shape, title: str) -> dict[str, Any]:
    """Return a whole JSON Schema document for files of this shape."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | shape.schema()
