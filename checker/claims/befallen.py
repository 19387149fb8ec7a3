"""Who is a person: whom something befell that befalls nobody else, unless the noun is known."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.scene import Scene
from checker.lexicon import Hit
from checker.model import Quantity, Rule, TokenKind
from checker.nouns import is_plural

# The facet of the people who are counted.
_GROUP = "group"


def is_befallen(scene: Scene, quantity: Quantity, rule: Rule, named: Sequence[Hit[Term]]) -> bool:
    """
    Whether a noun that nothing knows counts people: "killed two oarsmen", "two oarsmen were hurt".

    A verb `of-people` has them right behind it, or before it in the passive; animals and what only
    a figure of speech kills ("killed two bills") are known nouns.
    """
    facet = rule.facet(rule.words_facet or "")
    if facet is None or quantity.head is None or quantity.mention.form == "vague":
        return False
    if not _are_several(scene, quantity) or _is_known(scene, quantity.head, rule):
        return False
    return any(
        facet.values[hit.payload.value].of_people and _has_as_object(scene, quantity, hit)
        for hit in named
    )


def is_group(scene: Scene, head: int, rule: Rule) -> bool:
    """Whether a facet of a rule names those counted: "the evacuation of 40 | families"."""
    hits = (hit for hit in scene.hits_of(rule.id) if hit.payload.facet == _GROUP)
    return any(hit.first <= head < hit.last for hit in hits)


def _are_several(scene: Scene, quantity: Quantity) -> bool:
    """Whether a noun stands in the plural; in German many have none ("zwei Ruderer")."""
    words = scene.language.quantities
    is_told = quantity.head is not None and is_plural(scene.tokens[quantity.head].word, words)
    return is_told or (words.has_capital_nouns and quantity.value != 1)


def _is_known(scene: Scene, head: int, rule: Rule) -> bool:
    """Whether a noun is one of the vocabulary, or another rule counts it by its own unit."""
    nouns = (name for name in scene.names if name.payload.type == "noun")
    if any(name.first <= head < name.last for name in (*nouns, *scene.things)):
        return True
    others = (hits for other, hits in scene.terms.items() if other != rule.id)
    return any(
        hit.first <= head < hit.last and hit.payload.key in ("words", "facet")
        for hits in others
        for hit in hits
    )


def _has_as_object(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether a verb stands right before a number, or behind its noun and a form of "be".

    Headlines leave that out: "two oarsmen | hurt in crash", but never "two fires | killed dozens".
    """
    words = scene.language.discourse
    if hit.last <= quantity.first:
        between = scene.tokens[hit.last : quantity.first]
        return all(token.word in words.objects for token in between)
    helpers = scene.tokens[quantity.last : hit.first]
    return (bool(helpers) or _ends_headline(scene, hit)) and all(
        token.word in words.passives or token.word in words.auxiliaries for token in helpers
    )


def _ends_headline(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether a verb has no object: its sentence ends with it, or a preposition follows."""
    language, behind = scene.language, scene.tokens[hit.last : hit.last + 1]
    linking = language.discourse.prepositions | language.sentences.clause_words
    return all(token.word in linking or token.kind is TokenKind.SYMBOL for token in behind)
