"""What is known of a pattern before it sees a text: the words it needs, and whether it is quick."""

from __future__ import annotations

import re
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from checker.dialects import FAULTS, said_alike, tree_of
from checker.engines.required import words_of
from checker.engines.ways import ways_of
from checker.patterns import code_of, pattern_of, remember
from checker.rows import NamedTuple

# Ways in which a pattern may match at one place: of such patterns none takes long on a sentence.
_MOST_WAYS = 500
# The numbers that the compiler makes of a pattern have four bytes.
_NUMBERS = "I"


class Known(NamedTuple):
    """
    Every match holds a word of each choice of `words`; `is_quick` is for the built-in engine.

    Both count for texts of plain letters in small letters.
    """

    words: tuple[tuple[str, ...], ...]
    is_quick: bool


_known: dict[str, Known] = {}
# What the compiler made of patterns in an earlier run, by pattern: its flags, and its numbers.
_codes: dict[str, tuple[int, str]] = {}


def known_of(source: str) -> Known:
    """Return what is known of a pattern, found out once."""
    known = _known.get(source)
    if known is None:
        known = _known[source] = Known(words_of(source), _is_quick(source))
    return known


def quick_pattern(source: str) -> re.Pattern[str] | None:
    """Compile a pattern for the built-in engine; None where it may be slow or is read otherwise."""
    if not known_of(source).is_quick:
        return None
    said = said_alike(source)
    if source in _codes:
        flags, numbers = _codes.pop(source)
        with suppress(ValueError):
            code = array(_NUMBERS, b64decode(numbers, validate=True)).tolist()
            remember(said, re.IGNORECASE, {"flags": flags, "code": code})
    return pattern_of(said, re.IGNORECASE)


def _is_quick(source: str) -> bool:
    """Whether the built-in engine can be asked: it knows the pattern and cannot take long."""
    try:
        tree = tree_of(source)
        is_quick = tree is not None and ways_of(tree) <= _MOST_WAYS
        return is_quick and bool(pattern_of(said_alike(source), re.IGNORECASE))
    except FAULTS:
        return False


def to_json(source: str) -> list[Any]:
    """Return what is known of a pattern, with what the compiler made of it, for a cache."""
    known = known_of(source)
    code = code_of(said_alike(source), re.IGNORECASE) if known.is_quick else {}
    # Numbers written one by one would take longer to read than all else.
    numbers = b64encode(array(_NUMBERS, code.get("code", ())).tobytes()).decode("ascii")
    return [known.words, known.is_quick, code.get("flags", 0), numbers]


def is_known(stored: Any) -> bool:  # noqa: ANN401 - whatever a cache may hold
    """Whether a value is what `to_json` returns, as a cache gives it back."""
    if not isinstance(stored, list) or [type(part) for part in stored] != [list, bool, int, str]:
        return False
    return all(
        isinstance(choice, list) and all(isinstance(word, str) and word for word in choice)
        for choice in stored[0]
    )


def remember_known(source: str, stored: Sequence[Any]) -> None:
    """Take what `to_json` returned for a pattern."""
    words, is_quick, flags, numbers = stored
    _known[source] = Known(tuple(map(tuple, words)), is_quick)
    if numbers:
        _codes[source] = flags, numbers
