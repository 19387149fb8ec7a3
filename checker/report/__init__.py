"""
Formats of a report: one module each, with `render(report) -> str`.

A module here whose name does not begin with an underscore is a format of that name; its docstring
is the help text. A format that adapts to the terminal says `ON_SCREEN = True` and takes a `Screen`
as second argument.
"""

from __future__ import annotations

import os


def formats() -> tuple[str, ...]:
    """List the names of all formats, in alphabetical order."""
    names = (name.removesuffix(".py") for name in os.listdir(__path__[0]) if name.endswith(".py"))
    return tuple(sorted(name for name in names if not name.startswith("_")))
