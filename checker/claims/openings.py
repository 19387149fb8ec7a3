"""The place that opens a sentence: "In neighbouring Ostra, two people were killed"."""

from __future__ import annotations

from checker.claims.scene import Scene
from checker.claims.speakers import is_capital
from checker.model import Quantity

# A longer opening says something of its own.
_LONGEST = 8


def place_opening(scene: Scene, quantity: Quantity) -> str:
    """
    Return the name of the place that opens the sentence of a quantity; empty where none does.

    A preposition leads to it and a comma ends it. Whoever opens so speaks of that place alone, or
    moves on to another one.
    """
    tokens, words = scene.tokens, scene.language.discourse
    if tokens[0].word not in words.prepositions:
        return ""
    end = next((i for i in range(1, min(_LONGEST, quantity.first)) if tokens[i].word == ","), 0)
    cues = (*scene.cues.get("says", ()), *scene.cues.get("according", ()))
    is_source = any(cue.first < end for cue in cues)
    is_dated = any(mention.first < end for mention in scene.dates)
    if is_source or is_dated or any(other.first < end for other in scene.quantities):
        return ""
    return " ".join(tokens[i].word for i in range(1, end) if is_capital(scene, i))
