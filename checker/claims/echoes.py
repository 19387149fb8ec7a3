"""A number that tells again what another one tells: "92 died, but the police have stuck to 89"."""

from __future__ import annotations

from checker.claims.book import Cue
from checker.claims.ellipses import ends_phrase
from checker.claims.scene import Scene
from checker.claims.speakers import is_capital
from checker.lexicon import Hit
from checker.model import Quantity

_KINDS = frozenset({"count", "number"})
# The verb of a source and its number stand close: "the union (says) 92".
_LONGEST_SOURCE = 7


def echoed(scene: Scene, quantity: Quantity) -> Quantity | None:
    """
    Return the number before it of which a bare one says what another source or place has.

    "The union says that 92 died, while the police | have stuck to | 89"; "at Tirso 89 people died;
    in Ostra | it was | 15". Words of `echoes` lead to it and it ends its phrase. What is dated may
    be another figure: "last year it was 15".
    """
    if quantity.kind != "number" or quantity.value is None or not _leading(scene, quantity):
        return None
    before = [other for other in scene.quantities if other.last <= quantity.first]
    other = before[-1] if before else None
    if other is None or other.kind not in _KINDS or not ends_phrase(scene, quantity):
        return None
    start = scene.clause(scene.clause_at(quantity.first)).first
    is_apart = other.last <= start <= quantity.first <= start + _LONGEST_SOURCE
    return other if is_apart and _is_of_another(scene, start, quantity) else None


def join_echoes(scene: Scene) -> None:
    """Let the words that tell what a number counts tell of those that repeat it."""
    for quantity in scene.quantities if "echo" in scene.cues else ():
        other = echoed(scene, quantity)
        if other is not None:
            scene.join_regions(quantity, other)


def _leading(scene: Scene, quantity: Quantity) -> list[Hit[Cue]]:
    """Return the words that repeat a figure and end right before a number."""
    return [cue for cue in scene.cues.get("echo", ()) if cue.last == quantity.first]


def _is_of_another(scene: Scene, start: int, quantity: Quantity) -> bool:
    """
    Whether a clause tells of another source or place, and of no other time.

    With a pronoun for the figure ("it was") a place is named before.
    """
    stretch = range(start, quantity.first)
    if not scene.dated.isdisjoint(stretch):
        return False
    words = scene.language.discourse
    leading = (scene.tokens[cue.first].word for cue in _leading(scene, quantity))
    if words.pronouns.isdisjoint(leading):
        return True
    return any(
        scene.tokens[index].word in words.places and is_capital(scene, index + 1)
        for index in stretch
    )
