"""
What the built-in engine and the one that keeps to time limits read alike in a pattern.

Rules are written for the second, which is slow to load. Where both read a pattern alike the first
can look at it instead.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

PLAIN = "\t\n\r -~\xa0\xa3\xa7\xab\xb0\xb7\xbb\xbfÀ-ÖØ-öø-ÿ–—‘’“”„…\u202f•€"
"""Letters that both read alike under every class and case, as a class of characters has them."""

FAULTS = (ImportError, AttributeError, re.error, OverflowError, RecursionError, TypeError)
"""What looking at a pattern with the built-in engine may raise."""

# What the two read differently: classes by name, sets of sets, fuzzy matches, flags and calls.
_READ_OTHERWISE = re.compile(
    r"\\[pPXRKLNgmMhHGQ]|\[[\[:]|--|&&|\|\||~~|\{(?![\d,])|\(\?[VbepwrfR&|(0-9]"
)

# Letters by name, as a class has them in plain text, and any one where no class is open.
_LETTERS = {r"\p{L}": "A-Za-zÀ-ÖØ-öø-ÿ", r"\p{Lu}": "A-ZÀ-ÖØ-Þ", r"\p{Ll}": "a-zß-öø-ÿ"}
_ANY_LETTER = r"[^\W\d_]"
_PIECE = re.compile(r"\\p\{L[ul]?\}|\\.|[\[\]]")

# No digits above the line, no fractions, no letters with two capitals. A test asks about each.
_ALIKE = re.compile(f"[{PLAIN}]*")


def is_plain(text: str) -> bool:
    """Whether both read a text alike, and its capitals are those of its small letters."""
    return _ALIKE.fullmatch(text) is not None


def is_read_alike(source: str) -> bool:
    """Whether nothing in a pattern is read differently, be it right or wrong."""
    return _READ_OTHERWISE.search(source) is None


@cache
def tree_of(source: str) -> Any:  # noqa: ANN401 - a tree without types
    """
    Return the tree that the built-in engine makes of a pattern; None where another reads it so.

    Raises: one of FAULTS for a pattern that it does not understand.
    """
    said = said_alike(source)
    if not is_read_alike(said):
        return None
    return import_module("re._parser").parse(said, re.IGNORECASE)


def said_alike(source: str) -> str:
    """Say in classes of the built-in engine what it has no name for; meant for Latin letters."""
    if r"\p{L" not in source:
        return source
    is_inside = False

    def said(found: re.Match[str]) -> str:
        nonlocal is_inside
        piece = found[0]
        if piece in "[]":
            is_inside = piece == "["
            return piece
        letters = _LETTERS.get(piece)
        if letters is None or is_inside:
            return letters or piece
        return _ANY_LETTER if piece == r"\p{L}" else f"[{letters}]"

    return _PIECE.sub(said, source)
