"""Levels that were left for another one: "rose from 31 to 40"."""

from __future__ import annotations

from checker.claims.scene import Scene
from checker.model import Quantity
from checker.phrases import phrase_before

# Words between a verb of rising and what it leads to: "rose on Monday to 40".
_LONGEST_RISE = 3


def has_risen(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure is told as what another one rose or moved to: "the toll rose to 40"."""
    words, tokens, last = scene.language, scene.tokens, quantity.first - 1
    if last < 1 or tokens[last].word not in words.checks.targets:
        return False
    for end in range(last, max(last - _LONGEST_RISE, 0), -1):
        found = phrase_before(words.quantities.changes_before, tokens, end)
        if found is not None:
            return str(found[1]).endswith("up")
        if phrase_before(words.quantities.moves, tokens, end) is not None:
            return True
    return False


def is_left(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number is what a figure was before, told with what it is now."""
    return any(is_left_for(scene, quantity, other) for other in scene.quantities)


def is_left_for(scene: Scene, old: Quantity, new: Quantity) -> bool:
    """
    Whether one number is the level left for another: "from 31 to 40", "from 31 on Monday to 40".

    Both measure the same, and nothing but a date stands between.
    """
    words, first = scene.language.checks, new.first - 1
    if old.last > first or scene.tokens[first].word not in words.targets:
        return False
    if scene.before(old) not in words.origins or not _measure_one(old, new):
        return False
    return all(index in scene.dated for index in range(old.last, first))


def _measure_one(old: Quantity, new: Quantity) -> bool:
    """Whether two numbers have one unit; the first may leave it to the second."""
    is_bare = old.kind == "number" and not old.noun
    return old.unit == new.unit or is_bare
