"""The place that opens a sentence: "In neighbouring Ostra, two people were killed"."""

from __future__ import annotations

from unicodedata import normalize

from checker.claims.capitals import is_capital, written
from checker.claims.scene import Region, Scene
from checker.model import Quantity, TokenKind

# A longer opening says something of its own.
_LONGEST = 8


def place_opening(scene: Scene, quantity: Quantity) -> str:
    """
    Return the name of the place that opens the sentence of a quantity; empty where none does.

    A preposition leads to it and a comma ends it. Whoever opens so speaks of that place alone, or
    moves on to another one. So does a clause that goes on from a place: "Ostra, | where 12 died".
    """
    before = _antecedent(scene, quantity)
    if before:
        return before
    region = opening(scene, quantity) or _before_verb(scene, quantity)
    if region is None or not _is_led(scene):
        return ""
    if any(mention.first < region.last for mention in scene.dates):
        return ""
    words = (scene.tokens[i].word for i in range(1, region.last) if is_capital(scene, i))
    return " ".join(words)


def _antecedent(scene: Scene, quantity: Quantity) -> str:
    """Return the name right before a clause about a place: "in Ostra, | where 12 died"."""
    tokens = scene.tokens
    index = scene.clause(scene.clause_at(quantity.mention.number_first)).first
    if tokens[index].word not in scene.language.discourse.wheres:
        return ""
    last = index - 1 if index and tokens[index - 1].word == "," else index
    first = last
    while first and (is_capital(scene, first - 1) or tokens[first - 1].word == "-"):
        first -= 1
    return written(scene, first, last)


def opening(scene: Scene, quantity: Quantity) -> Region | None:
    """
    Return the few words that open a sentence before its first comma: "On Monday in Ostra".

    A source ("According to Ruiz, ...") and what holds a number of its own are none.
    """
    tokens = scene.tokens
    end = next((i for i in range(1, min(_LONGEST, quantity.first)) if tokens[i].word == ","), 0)
    is_source = any(cue.first < end for cue in scene.sources)
    if not end or is_source or any(other.first < end for other in scene.quantities):
        return None
    return Region(0, end)


def _is_led(scene: Scene) -> bool:
    """Whether a preposition begins a sentence, or a capital without its accent: "A Ostra, ..."."""
    word, words = scene.tokens[0].word, scene.language.discourse
    bare = (normalize("NFD", place)[0] for place in words.places if len(place) == 1)
    return word in words.prepositions or word in bare


def _before_verb(scene: Scene, quantity: Quantity) -> Region | None:
    """
    Return a place that a verb follows at once, where verbs stand last: "In Ostra | starben 12".

    An article makes a common noun of a name ("in der Nacht"), and a joining word two places.
    """
    tokens, words = scene.tokens, scene.language.discourse
    inside = range(2, min(_LONGEST, quantity.first))
    if not words.verb_final or tokens[0].word not in words.places or not is_capital(scene, 1):
        return None
    last = next((i for i in inside if not is_capital(scene, i)), 0)
    function_words = words.articles | words.prepositions | words.belonging
    is_verb = tokens[last].word not in function_words | scene.language.sentences.list_words
    is_alone = all(other.first >= last for other in scene.quantities)
    is_word = tokens[last].kind is TokenKind.WORD
    return Region(0, last) if last and is_verb and is_word and is_alone else None
