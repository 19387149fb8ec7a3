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
    if quantity.kind != "number" or quantity.value is None:
        return None
    before = [other for other in scene.quantities if other.last <= quantity.first]
    other = before[-1] if before else None
    if other is None or other.kind not in _KINDS:
        return None
    if _is_sourced_again(scene, other, quantity):
        return other
    if not _leading(scene, quantity) or not ends_phrase(scene, quantity):
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


def _is_sourced_again(scene: Scene, other: Quantity, quantity: Quantity) -> bool:
    """
    Whether the source of each of two numbers stands behind it.

    "12,000 people according to police, | 30,000 according to the union", "15,000 by police and
    | 40,000 by the union". Nothing but the first source and joining words stand between.
    """
    tokens, words = scene.tokens, scene.language
    between = range(other.last, quantity.first)
    if quantity.last >= len(tokens) or not between or scene.dated.intersection(between):
        return False
    own = tokens[quantity.last].word
    if own in words.discourse.givers:
        return tokens[other.last].word == own
    openers = {cue.first for cue in scene.cues.get("according", ())}
    joins = words.sentences.list_words | words.sentences.clause_words | {",", ";", "("}
    is_next = tokens[quantity.first - 1].word in joins
    return is_next and quantity.last in openers and not openers.isdisjoint(between)


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
