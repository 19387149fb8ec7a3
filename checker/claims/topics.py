"""What a report goes on about: a product, or what is bid for a share."""

from __future__ import annotations

from itertools import islice

from checker.claims.scene import Scene
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
