"""Whether a number is asserted, denied, planned or sought."""

from __future__ import annotations

from checker.claims.scene import Region, Scene
from checker.model import Polarity, Quantity

# The order in which cues win: a denial of a plan is a denial.
_ORDER: tuple[Polarity, ...] = ("denied", "sought", "planned")


def polarity_of(scene: Scene, quantity: Quantity) -> Polarity:
    """
    Return the polarity of a quantity.

    A cue counts in the clause of the number, before the number. A denial also counts in the clause
    that governs it: "denied | that it had sent 300 drones".
    """
    own = scene.clause(scene.clause_at(quantity.mention.number_first))
    before = Region(own.first, quantity.first)
    for polarity in _ORDER:
        if _has(scene, polarity, before):
            return polarity
    if _has(scene, "denied", _governing(scene, own)):
        return "denied"
    return "asserted"


def _governing(scene: Scene, own: Region) -> Region:
    """Return the clause before one that begins with "that"; an empty region otherwise."""
    starts_with_that = scene.tokens[own.first].word in scene.language.discourse.that
    if own.first == 0 or not starts_with_that:
        return Region(0, 0)
    return scene.clause(scene.clause_at(own.first) - 1)


def _has(scene: Scene, polarity: str, region: Region) -> bool:
    return any(region.holds(cue) for cue in scene.cues.get(polarity, ()))
