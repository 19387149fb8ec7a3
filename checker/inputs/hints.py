"""Words of the packs by which a few lines tell their language where function words do not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.detect import StopWords, stop_words
from checker.languages import available, load_language
from checker.model import Language


@cache
def telling_words() -> StopWords:
    """
    Return the verbs of saying, titles, verbs and adjectives of all packs, with their languages.

    `foo*` stands for any ending. Loading all packs takes a while: ask only where it is needed.
    """
    return stop_words({code: tuple(_words(load_language(code))) for code in available()})


def _words(language: Language) -> Iterator[str]:
    """Yield the single words of a pack that are no function words."""
    discourse, quantities = language.discourse, language.quantities
    terms = (
        *discourse.says,
        *discourse.titles,
        *quantities.verbs,
        *quantities.adjectives,
        *language.numbers.scales,
    )
    for term in terms:
        if term.removesuffix("*").isalpha():
            yield term
