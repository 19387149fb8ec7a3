"""Numbers that are the object of one verb, and no subject of the next."""

from __future__ import annotations

from checker.claims.book import Term
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import Quantity

# A gerund, its adverb and an article: "by tying | up | the | two guards".
_LONGEST_GERUND = 3


def is_object(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether a gerund has a number for itself: "jailed | for robbing two guards".

    Nor is what follows told of it: "who is accused of robbing two guards | was jailed".
    """
    words, tokens = scene.language.discourse, scene.tokens
    leading = words.gerunds | words.prepositions | words.belonging
    is_apart = hit.last < quantity.first or quantity.last <= hit.first
    if quantity.kind not in ("count", "number") or not is_apart:
        return False
    floor = hit.last if hit.last < quantity.first else 0
    for index in range(quantity.first - 1, max(floor, quantity.first - 1 - _LONGEST_GERUND), -1):
        if tokens[index].word.endswith(tuple(words.gerund_endings)):
            return tokens[index - 1].word in leading and scene.text[tokens[index].start].islower()
        if tokens[index].word in words.prepositions and index < quantity.first - 1:
            return False
    return False


def has_object(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a word is such a gerund of a later number: "four fled | after hurting two guards"."""
    if quantity.kind not in ("count", "number") or hit.first < quantity.last or not hit.first:
        return False
    words, tokens = scene.language.discourse, scene.tokens
    is_gerund = tokens[hit.first].word.endswith(tuple(words.gerund_endings))
    if not is_gerund or tokens[hit.first - 1].word not in words.gerunds:
        return False
    near = scene.touching(hit.last, hit.last + 1)
    return any(one.kind == "count" and one.first >= hit.last for one in near)


def ends_clause(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether "and" parts a number from a verb that has its own: "two died | and 40 fled"."""
    before = quantity.first - 1
    if hit.last != before or quantity.kind not in ("count", "number"):
        return False
    if scene.tokens[before].word not in scene.language.sentences.list_words:
        return False
    start = scene.clause(scene.clause_at(hit.first)).first
    return any(start <= other.first and other.last <= hit.first for other in scene.quantities)
