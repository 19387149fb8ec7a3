"""What a firm buys, by its name as written: "buys the chip maker Aris", "a bid for Aris"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.names import name_match, name_value
from checker.claims.persons import is_undergone, name_behind, only_name
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# So many words may describe a firm before its name: "buy the Canadian maker of graphics chips".
_DESCRIBED_FIRM = 8
# Clauses that describe what is bought: "buy Aris, | a maker of pumps based in Tirso, | for $3m".
_CLAUSES_BACK = 3
# "In cash and shares" stands between a price and what is bought.
_PAID_IN = 6


def firm_object(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return what is bought, by its name as written: "buys the chip maker Aris", "purchase of Aris".

    The name follows the verb or noun that the rule needs, with nothing but a description between,
    or a price or a bid and "for" ("a bid for Aris"); or it is the subject of a passive ("Aris was
    bought by Ostra").
    """
    region, verbs = _told_in(scene, quantity, needs)
    for verb in verbs:
        if is_undergone(scene, verb):
            return only_name(scene, facet, Region(region.first, verb.first))
    starts = (verb.last for verb in verbs)
    named = [name_behind(scene, start, region, reach=_DESCRIBED_FIRM) for start in starts]
    if not any(named):
        named = [_bid_for(scene, end, region) for end in (quantity.last, *(v.last for v in verbs))]
    values = {name_value(scene, found): found for found in reversed(named) if found is not None}
    return name_match(scene, facet, next(iter(values.values()))) if len(values) == 1 else None


def _told_in(
    scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]
) -> tuple[Region, list[Hit[Term]]]:
    """Return the clause that tells the deal: "will buy Aris, | a maker of pumps, | for $3m"."""
    region = scene.region_of(quantity)
    verbs = [hit for hit in needs if region.holds(hit)]
    if verbs or not region.first or scene.tokens[region.first - 1].word != ",":
        return region, verbs
    for back in range(1, min(_CLAUSES_BACK, scene.clause_at(region.first)) + 1):
        before = scene.clause(scene.clause_at(region.first) - back)
        verbs = [hit for hit in needs if before.holds(hit)]
        if verbs:
            return before, verbs
    return region, []


def _bid_for(scene: Scene, index: int, region: Region) -> Region | None:
    """Return the name that "for" leads to behind a price: "$3 billion in cash | for Aris"."""
    words, tokens = scene.language.discourse, scene.tokens
    for place in range(index, min(index + _PAID_IN, region.last)):
        if tokens[place].word in words.bids:
            return name_behind(scene, place + 1, region, reach=_DESCRIBED_FIRM)
        if tokens[place].kind is TokenKind.SYMBOL:
            return None
    return None
