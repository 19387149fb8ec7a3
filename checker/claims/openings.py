"""The place that opens a sentence: "In neighbouring Ostra, two people were killed"."""

from __future__ import annotations

from checker.claims.scene import Region, Scene
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
    region = opening(scene, quantity)
    if region is None or scene.tokens[0].word not in scene.language.discourse.prepositions:
        return ""
    if any(mention.first < region.last for mention in scene.dates):
        return ""
    words = (scene.tokens[i].word for i in range(1, region.last) if is_capital(scene, i))
    return " ".join(words)


def opening(scene: Scene, quantity: Quantity) -> Region | None:
    """
    Return the few words that open a sentence before its first comma: "On Monday in Ostra".

    A source ("According to Ruiz, ...") and what holds a number of its own are none.
    """
    tokens = scene.tokens
    end = next((i for i in range(1, min(_LONGEST, quantity.first)) if tokens[i].word == ","), 0)
    cues = (*scene.cues.get("says", ()), *scene.cues.get("according", ()))
    is_source = any(cue.first < end for cue in cues)
    if not end or is_source or any(other.first < end for other in scene.quantities):
        return None
    return Region(0, end)
