"""What a report goes on about, sentence after sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from checker.claims.book import Term
from checker.claims.scene import Region, Scene
from checker.clauses import opens_measured
from checker.lexicon import Hit
from checker.model import Quantity, Rule

# A report names what it goes on about in one of so many sentences before.
_REACH = 3


def is_topic(scene: Scene, quantity: Quantity, rule: Rule) -> bool:
    """
    Whether a sentence shortly before tells what a rule of a product or a bid needs.

    "The headset is a marvel. | It costs $3,499." Of a deal only the price of a share is told so:
    the other sums beside it are of many kinds.
    """
    is_product = rule.facet("product") is not None
    is_bid = rule.facet("bought") is not None and "/" in quantity.unit
    if not (is_product or is_bid):
        return False
    before = islice(scene.earlier(), _REACH)
    return any(hit.payload.key == "needs" for one in before for hit in one.hits_of(rule.id))


def own_clause(scene: Scene, quantity: Quantity, words: Sequence[Hit[Term]]) -> Region | None:
    """
    Return the clause of a measure that opens a sentence with a word for it.

    "At 1.3 pounds, | it is lighter than it looks": what follows tells of something else.
    """
    clause = scene.clause(scene.clause_at(quantity.first))
    is_wider = opens_measured(quantity, clause, scene.sentence, scene.language)
    return clause if is_wider and any(clause.holds(hit) for hit in words) else None
