"""
Opposite ends of one country, by which two events of a kind there are told apart.

"A market in western Tambor" and "a bridge in eastern Tambor" share the country's name and no place.
Directions with a capital are parts of other names ("South Korea"), unless all nouns have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from checker.lookbacks import LookBack
from checker.model import Language

Region = tuple[str, str]
"""A name by its first letters, and an end of it: `north`, `south`, `east` or `west`."""

_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}

# A place and the people named after it begin alike: "Tambor", "Tamborese".
_STEM = 4
_NAME = rf"([^\W\d_][\w-]{{{_STEM - 1},}})"


def regions(text: str, language: Language, backs: Iterable[LookBack] = ()) -> frozenset[Region]:
    """Return the ends of places that a text tells; what stands in `backs` is of other events."""
    words = language.discourse
    if not words.compass:
        return frozenset()
    may_be_large, ends = language.quantities.has_capital_nouns, _ends(language)
    between = tuple(sorted(words.belonging | words.articles | words.definite))
    told = set[Region]()
    for start, written, name in _named(text, tuple(sorted(ends)), between):
        is_end = name[0].isupper() and (may_be_large or written.islower())
        if is_end and not any(back.holds(start) for back in backs):
            stem = name[:_STEM].casefold()
            told |= {(stem, end) for end in ends[written.casefold()]}
    return frozenset(told)


def lie_apart(one: frozenset[Region], other: frozenset[Region]) -> bool:
    """Whether two texts tell opposite ends of one place, and neither of them both."""
    return any(
        (name, _OPPOSITE[end]) in other
        and (name, end) not in other
        and (name, _OPPOSITE[end]) not in one
        for name, end in one
    )


def _ends(language: Language) -> dict[str, list[str]]:
    """Return by word the ends that it tells: "north-eastern" tells two."""
    found: dict[str, list[str]] = {}
    for end, words in language.discourse.compass.items():
        for word in words:
            found.setdefault(word, []).append(end)
    return found


def _named(
    text: str, ends: tuple[str, ...], between: tuple[str, ...]
) -> Iterator[tuple[int, str, str]]:
    """Yield where a word for an end stands beside what may be a name, and both."""
    behind, before = _patterns(ends, between)
    for found in behind.finditer(text):
        yield found.start(), found[1], found[2]
    for found in before.finditer(text):
        yield found.start(2), found[2], found[1]


@cache
def _patterns(
    ends: tuple[str, ...], between: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what finds "the west of Tambor", and "Tambor's west" or "Tambor occidental"."""
    word = "|".join(map(re.escape, sorted(ends, key=len, reverse=True)))
    joint = "|".join(re.escape(part).replace("'", "['’]") for part in between)
    behind = (
        rf"\b({word})\b(?:\s+(?=[^\W\d_])(?:(?:{joint})(?<=['’])|(?:{joint})\s+){{0,2}}){_NAME}"
    )
    before = rf"\b{_NAME}(?:['’]s)?\s+({word})\b"
    return re.compile(behind, re.IGNORECASE), re.compile(before, re.IGNORECASE)
