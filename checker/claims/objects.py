"""Numbers that are the object of one verb, and no subject of the next."""

from __future__ import annotations

from checker.claims.book import Term
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import Quantity, TokenKind

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
    """
    Whether "and" parts a number from a verb that has its own: "two died | and 40 fled".

    So it does where the number is the subject of another verb: "one died | and 40 were arrested".
    """
    before = quantity.first - 1
    if not 0 < hit.last <= before or quantity.kind not in ("count", "number"):
        return False
    if scene.tokens[before].word not in scene.language.sentences.list_words:
        return False
    if _has_verb(scene, quantity):
        return True
    start = scene.clause(scene.clause_at(hit.first)).first
    is_next = hit.last == before
    return is_next and any(start <= one.first and one.last <= hit.first for one in scene.quantities)


def _has_verb(scene: Scene, quantity: Quantity) -> bool:
    """Whether a verb stands right behind a number: "40 people | were", "40 people | fled"."""
    index, tokens, language = quantity.last, scene.tokens, scene.language
    if index >= len(tokens):
        return False
    words = language.discourse
    if tokens[index].word in words.auxiliaries | words.passives:
        return True
    # "30 people | trapped in a lift" may be no verb.
    is_past = tokens[index].word.endswith(tuple(language.quantities.participles) or (" ",))
    is_ended = index + 1 >= len(tokens) or tokens[index + 1].kind is TokenKind.SYMBOL
    return is_past and is_ended
