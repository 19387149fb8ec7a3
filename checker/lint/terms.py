"""The terms of a rule file with their places, and which of them cover which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.claims.book import is_pattern
from checker.rules.checks import Draft
from checker.schema import Node
from checker.text import fold_word
from checker.values import frozen


@frozen
class Terms:
    """
    The terms under one key for one language: their nodes, and that of the key of the language.

    `key` is `words`, `needs`, `unless` or `facets`; `facet` and `value` name the value of a facet.
    """

    key: str
    language: str
    place: Node
    nodes: tuple[Node, ...]
    patterns: tuple[Node, ...]
    facet: str = ""
    value: str = ""


def terms_of(draft: Draft) -> Iterator[Terms]:
    """Yield the terms of a rule, key by key and language by language."""
    for key in ("words", "needs", "unless", "resumes"):
        yield from _tables(draft.node.get(key), key)
    facets = draft.node.get("facets")
    for name, facet in facets.pairs if facets else ():
        values = facet.get("values")
        for value, stated in values.pairs if values else ():
            yield from _tables(stated.get("words"), "facets", (name.text, value.text))


def _tables(node: Node | None, key: str, of: tuple[str, str] = ("", "")) -> Iterator[Terms]:
    """Yield the terms of a table of words by language; `words` may also name a facet."""
    for language, terms in node.pairs if node is not None else ():
        patterns = tuple(term for term in terms.elements if is_pattern(term.text.strip()))
        nodes = tuple(term for term in terms.elements if term not in patterns)
        yield Terms(key, language.text, language, nodes, patterns, *of)


def patterns_of(draft: Draft) -> Iterator[Node]:
    """Yield the regular expressions of a rule."""
    for terms in terms_of(draft):
        yield from terms.patterns


def covers(one: str, other: str) -> bool:
    """
    Whether every text that matches the term `other` matches `one` at the same words.

    An acronym in capitals, which is found in capitals only, covers nothing else.
    """
    first, second = _cut(one), _cut(other)
    if len(first) != len(second) or (one.isupper() and one != other):
        return False
    return all(map(_covers_word, first, second))


_Word = tuple[str, bool]
"""A folded word, and whether it is the beginning of others."""


@lru_cache(maxsize=65_536)
def _cut(term: str) -> tuple[_Word, ...]:
    """Cut a term into words, once for all terms that it is held against."""
    return tuple((fold_word(word.removesuffix("*")), word.endswith("*")) for word in term.split())


def _covers_word(one: _Word, other: _Word) -> bool:
    (stem, is_stem), (word, is_stem_too) = one, other
    return word.startswith(stem) if is_stem else not is_stem_too and stem == word
