"""Whose figure it is where the word for the figure stands before the name of a firm."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.names import name_match, names_in
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity


def firm_behind(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the firm behind a word that opens a sentence: "Shares in | Corvo rose 5 percent".

    The capital of such a word is none of a name.
    """
    tokens, prepositions = scene.tokens, scene.language.discourse.prepositions
    for hit in words:
        start = hit.last + 1
        if hit.first or start >= quantity.first or tokens[hit.last].word not in prepositions:
            continue
        names = names_in(scene, Region(start, quantity.first))
        named = next((name for name in names if name.first <= start + 1), None)
        return name_match(scene, facet, named) if named else None
    return None


def is_figure(scene: Scene, found: FacetMatch, words: Sequence[Hit[Term]]) -> bool:
    """Whether a name is but the word for the figure, with the capital of a sentence: "Shares"."""
    return any(
        hit.first == 0 and scene.words(hit.first, hit.last).lower() == found.value for hit in words
    )
