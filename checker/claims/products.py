"""What is sold: the name of a product that a price, a size or a figure of sales is told of."""

from __future__ import annotations

from checker.claims.names import names_in
from checker.claims.persons import only_name
from checker.claims.scene import Region, Scene
from checker.model import FacetMatch, Quantity


def product_of(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return the product a figure is of: "the $249 Zephyr Mini", "the Zephyr Mini costs $249".

    Who says so sells it and is no product, and the owner of a thing is none either. A subject may
    stand in the clause before: "the Zephyr Mini comes in May, | starting at $249".
    """
    region = scene.region_of(quantity)
    for name in names_in(scene, Region(quantity.last, region.last)):
        if name.first == quantity.last:
            return _match(scene, facet, name)
    leading = Region(region.first, quantity.first)
    if leading.first and not any(names_in(scene, leading)):
        leading = scene.clause(scene.clause_at(leading.first) - 1)
    found = only_name(scene, facet, leading)
    return None if found is None or _is_seller(scene, found) else found


def _is_seller(scene: Scene, found: FacetMatch) -> bool:
    """Whether a name speaks or owns: "Calden said its phone ...", "Calden's phone ..."."""
    end = found.span.end if found.span else -1
    index = next((i for i, token in enumerate(scene.tokens) if token.start >= end), 0)
    follows = scene.tokens[index].word if index else ""
    return index in scene.reporting or follows in scene.language.sentences.suffixes


def _match(scene: Scene, facet: str, name: Region) -> FacetMatch:
    tokens = scene.tokens[name.first : name.last]
    value = " ".join(token.word for token in tokens if token.word.isalnum())
    return FacetMatch(facet, value, scene.span(*name))
