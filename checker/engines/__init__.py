r"""
Which engine runs a rule's pattern: the built-in one where it can neither take long nor differ.

Loading the engine that keeps to time limits takes as long as a bare interpreter takes to start. A
pattern that can match in few ways at each place (`\b\d{1,4} seats`) is as quick in the built-in
one, and finds the same in a sentence of plain letters. Every other pattern, and every other
sentence, gets the engine with limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from checker.dialects import is_plain
from checker.engines.known import is_known, known_of, quick_pattern, remember_known, to_json
from checker.engines.required import may_match
from checker.engines.sieve import Sieve, make_sieve
from checker.engines.ways import LONGEST
from checker.model import Span

__all__ = [
    "Sieve",
    "engine_of",
    "is_known",
    "known_of",
    "make_sieve",
    "matches",
    "may_match",
    "remember_known",
    "to_json",
]


def matches(source: str, text: str, seconds: float) -> Iterator[Span]:
    """
    Yield where the engine with limits matches a pattern in a text, whatever its case.

    Raises: TimeoutError when that takes more than so many seconds.
    """
    for found in _limited(source).finditer(text, timeout=seconds):
        yield Span(*found.span())


@cache
def _limited(source: str) -> Any:  # noqa: ANN401 - a pattern of an engine that is loaded when asked
    """Compile a pattern for the engine with limits, once."""
    import regex

    return regex.compile(source, regex.IGNORECASE)


def engine_of(source: str, text: str) -> re.Pattern[str] | None:
    """Return `source` compiled by the built-in engine; None where another one has to be asked."""
    quick = quick_pattern(source) if len(text) <= LONGEST else None
    return quick if quick and is_plain(text) else None
