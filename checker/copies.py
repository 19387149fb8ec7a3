"""
Near-copies: paragraphs that outlets took from one wire story, so that they count as one source.

Two paragraphs are near-copies when most three-word runs of the shorter one stand in the longer one.
A small sketch of each paragraph finds the candidates, so that not every pair is compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_RUN = 3
# Two reporters may well write the same six words; a dozen they copied.
_SHORTEST = 12
# An editor who cuts or rewords a third of a wire paragraph leaves about half of its runs.
_SHARED = 0.5
# The smallest hashes of a paragraph stand for it; two that share half of their runs share one of
# sixteen with near certainty.
_SKETCH = 16
# A hash that stands in more paragraphs than this is a set phrase and finds nothing.
_MOST_HOLDING = 40


def near_copies(paragraphs: Sequence[str]) -> tuple[int | None, ...]:
    """
    Return, for each paragraph, the number of the first earlier one that it nearly copies, or None.

    A copy of a copy is a copy of the first. Paragraphs of fewer than twelve words are never copies.
    """
    runs = [_runs(paragraph) for paragraph in paragraphs]
    holding: dict[int, list[int]] = {}
    found: list[int | None] = []
    for number, own in enumerate(runs):
        sketch = sorted(own)[:_SKETCH]
        candidates = sorted({other for hashed in sketch for other in holding.get(hashed, ())})
        original = next((one for one in candidates if _is_copy(own, runs[one])), None)
        found.append(original if original is None else _first(found, original))
        for hashed in sketch:
            held = holding.setdefault(hashed, [])
            if len(held) < _MOST_HOLDING:
                held.append(number)
    return tuple(found)


def _first(found: Sequence[int | None], number: int) -> int:
    """Follow a copy to what it copies."""
    original = found[number]
    return number if original is None else original


def _runs(paragraph: str) -> frozenset[int]:
    """Hash every run of three words; none for a short paragraph."""
    from zlib import crc32

    words = _WORD.findall(paragraph.casefold())
    if len(words) < _SHORTEST:
        return frozenset()
    return frozenset(
        crc32(" ".join(words[start : start + _RUN]).encode(errors="surrogatepass"))
        for start in range(len(words) - _RUN + 1)
    )


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the shorter paragraph is mostly in the longer one."""
    return len(one & other) >= _SHARED * min(len(one), len(other))
