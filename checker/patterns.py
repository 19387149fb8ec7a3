"""
Long regular expressions that need not be compiled at every start.

Compiling the pattern that finds the numbers of a language takes as long as a bare interpreter does
to start. What the compiler makes of it is a list of numbers, which a loader may keep; the engine
checks such a list before it takes it. Where that fails, as in another Python, patterns are compiled
as usual. See `docs/decisions/0014-speed-of-extraction.md`.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import Any

# A pattern as written, and its flags.
Source = tuple[str, int]

_known: dict[Source, re.Pattern[str]] = {}


def pattern_of(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern, compiled once."""
    known = _known.get((text, flags))
    if known is None:
        known = _known[text, flags] = re.compile(text, flags)
    return known


def engine() -> str:
    """Name what a list of numbers can be used by: this Python and no other."""
    return f"{sys.implementation.cache_tag} {sys.version} {getattr(_engine(), 'MAGIC', '')}"


def code_of(text: str, flags: int = 0) -> dict[str, Any]:
    """Return what the compiler makes of a pattern; empty where that is unknown or has groups."""
    try:
        tree = import_module("re._parser").parse(text, flags)
        numbers = import_module("re._compiler")._code(tree, flags)  # noqa: SLF001 - no other way
        is_plain = tree.state.groups == 1
        return {"flags": tree.state.flags | flags, "code": numbers} if is_plain else {}
    except (ImportError, AttributeError, TypeError):
        return {}


def remember(text: str, flags: int, code: dict[str, Any]) -> bool:
    """Take what `code_of` returned for a pattern; say whether it could be used."""
    try:
        made = _engine().compile(text, code["flags"], code["code"], 0, {}, (None,))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RuntimeError):
        return False
    _known[text, flags] = made
    return True


def _engine() -> Any:  # noqa: ANN401 - a module without types
    try:
        return import_module("_sre")
    except ImportError:
        return None
