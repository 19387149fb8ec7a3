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

from checker.claims.ways import LONGEST, PLAIN, ways_of
from checker.dialects import FAULTS, said_alike, tree_of
from checker.model import Span

# Ways in which a pattern may match at one place: of such patterns none takes long on a sentence.
_MOST_WAYS = 500
# Read alike by both engines under every class, with every case: no digits above the line, no
# fractions, no letters with two capitals. A test asks both about each.
_ALIKE = re.compile(f"[{PLAIN}]*")


def is_plain(text: str) -> bool:
    """Whether both engines read a text alike, and its capitals are those of its small letters."""
    return _ALIKE.fullmatch(text) is not None


def matches(source: str, text: str, span: Span, seconds: float) -> Iterator[Span]:
    """
    Yield where the engine with limits matches a pattern in a stretch of text, whatever its case.

    Raises: TimeoutError when that takes more than so many seconds.
    """
    import regex

    compiled = regex.compile(source, regex.IGNORECASE)
    for found in compiled.finditer(text, *span, timeout=seconds):
        yield Span(*found.span())


def engine_of(source: str, text: str, start: int, end: int) -> re.Pattern[str] | None:
    """Return `source` compiled by the built-in engine; None where another one has to be asked."""
    quick = _quick(source) if end - start <= LONGEST else None
    return quick if quick and _ALIKE.fullmatch(text, start, end) else None


@cache
def _quick(source: str) -> re.Pattern[str] | None:
    """Compile a pattern for the built-in engine; None where it may be slow or is read otherwise."""
    try:
        tree = tree_of(source)
        is_quick = tree is not None and ways_of(tree) <= _MOST_WAYS
        return re.compile(said_alike(source), re.IGNORECASE) if is_quick else None
    except FAULTS:
        return None
