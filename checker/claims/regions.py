"""The region whose authority tells a figure: "Ostra regional police", "the governor of Ostra"."""

from __future__ import annotations

from checker.claims.capitals import is_capital, name_end, start_of_name, written
from checker.claims.scene import Scene
from checker.model import Quantity

# Tokens from the start of a sentence within which its subject says whose region it has.
_LONGEST_SUBJECT = 6
# Words from what an authority is to its region: "regional | authorities in | Ostra".
_LONGEST_LEAD = 5


def governed_place(scene: Scene, quantity: Quantity) -> str:
    """
    Return the region whose authority begins the sentence of a quantity; empty where none does.

    It speaks of its own region, and no two regions share one: what the governor of Ostra counts is
    no figure of Tirso.
    """
    near = range(min(_LONGEST_SUBJECT, quantity.first))
    districts = scene.language.discourse.districts
    index = next((i for i in near if scene.tokens[i].word in districts), None)
    return "" if index is None else _before(scene, index) or _behind(scene, index, quantity.first)


def _before(scene: Scene, index: int) -> str:
    """Return the name before a word for a region: "| Ostra | regional", "| Ostra |'s governor"."""
    is_owned = scene.tokens[index - 1].word in scene.language.sentences.suffixes
    end = index - is_owned
    if end < 1 or not is_capital(scene, end - 1):
        return ""
    return written(scene, start_of_name(scene, end - 1), end)


def _behind(scene: Scene, index: int, stop: int) -> str:
    """Return the name that a word for a region leads to: "regional authorities in | Ostra |"."""
    words, tokens = scene.language.discourse, scene.tokens
    leads = words.belonging | words.places
    passed = leads | words.articles | words.districts
    inside = range(index + 1, min(index + 1 + _LONGEST_LEAD, stop))
    start = next((i for i in inside if is_capital(scene, i)), None)
    if start is None or tokens[start - 1].word not in passed:
        return ""
    # One noun may stand between: "regional | authorities | in Ostra".
    others = [i for i in range(index + 1, start) if tokens[i].word not in passed]
    is_led = not leads.isdisjoint(token.word for token in tokens[index + 1 : start])
    return written(scene, start, name_end(scene, start)) if is_led and len(others) < 2 else ""
