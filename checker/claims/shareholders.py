"""Whose a stake in a firm is, by name or by what the owner is called: "the fund owns 9 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.names import name_match, names_in
from checker.claims.players import person_doing
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# So many words stand between a subject and its verb: "which | already | also | owns".
_LINK = 4
# A word of fewer letters is no noun for an owner.
_SHORTEST_NOUN = 3


def shareholder_of(
    scene: Scene,
    quantity: Quantity,
    facet: str,
    terms: tuple[Sequence[Hit[Term]], Sequence[Hit[Term]]],
) -> FacetMatch | None:
    """
    Return who owns a stake; of several words, the one for what the owner is: "the hedge fund".

    A premium is nobody's. `terms` are the words of the rule and those that it needs.
    """
    words, needs = terms
    if all(hit.payload.value == "premium" for hit in words):
        return None
    by = _agent(scene, quantity)
    if by is not None:
        agents = names_in(scene, Region(by + 1, scene.region_of(quantity).last))
        agent = next(agents, None)
        return name_match(scene, facet, agent) if agent else None
    described = _described(scene, quantity, needs)
    if described is not None and is_capital(scene, described):
        return _ending_at(scene, facet, described)
    found = person_doing(scene, quantity, facet, (*needs, *words))
    found = found or _receiver(scene, quantity, facet)
    if found is not None or described is None:
        return found
    return FacetMatch(facet, scene.tokens[described].word, scene.span(described, described + 1))


def _ending_at(scene: Scene, facet: str, index: int) -> FacetMatch | None:
    """Return the name that a token is of."""
    names = names_in(scene, scene.clause(scene.clause_at(index)))
    named = next((name for name in names if name.last > index), None)
    return name_match(scene, facet, named) if named else None


def _agent(scene: Scene, quantity: Quantity) -> int | None:
    """Return where "by" stands behind a share: "60 percent owned | by Umoja"."""
    words, last = scene.language.discourse, len(scene.tokens)
    reach = range(quantity.last, min(quantity.last + _LINK, last))
    agents = (words.givers - words.taken_from) | words.agents
    return next((index for index in reach if scene.tokens[index].word in agents), None)


def _described(scene: Scene, quantity: Quantity, needs: Sequence[Hit[Term]]) -> int | None:
    """Return the last word of the subject before the first verb: "the hedge | fund | has"."""
    region = scene.region_of(quantity)
    held = range(quantity.first + 1, quantity.last + 1)
    verbs = (hit for hit in needs if region.holds(hit) and hit.first not in held)
    found = (_subject_of(scene, hit.first) for hit in verbs)
    return next((index for index in found if index is not None), None)


def _subject_of(scene: Scene, verb: int) -> int | None:
    """Return the noun right before a verb, its helpers passed over."""
    words, tokens = scene.language.discourse, scene.tokens
    helpers = words.passives | words.auxiliaries | words.relatives | {*words.current, ",", "to"}
    adverbs = scene.language.numbers.hedge_adverbs
    planned = {cue.first for cue in scene.cues.get("planned", ())}
    for index in range(verb - 1, max(verb - 2 - _LINK, -1), -1):
        word = tokens[index].word
        if word in helpers or index in planned or word in adverbs:
            continue
        is_noun = tokens[index].kind is TokenKind.WORD and len(word) >= _SHORTEST_NOUN
        return index if is_noun and _is_led(scene, index) else None
    return None


def _is_led(scene: Scene, index: int) -> bool:
    """Whether an article leads up to a noun, or a name ends there."""
    if is_capital(scene, index):
        return True
    words = scene.language.discourse
    articles = words.articles | words.possessives | words.owners
    leading = scene.tokens[max(index - _LINK, 0) : index]
    return any(token.word in articles for token in leading)


def _receiver(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return whom a share goes to: "65 percent went to | Umoja"."""
    receivers = scene.language.discourse.receivers
    region = scene.region_of(quantity)
    for index in range(quantity.last, min(quantity.last + _LINK, region.last)):
        if scene.tokens[index].word in receivers:
            names = list(names_in(scene, Region(index + 1, region.last)))
            return name_match(scene, facet, names[-1]) if names else None
    return None
