"""Which country does what is counted, owns it, or is the place or the aim of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from checker.claims.book import Name, Term
from checker.claims.parties import (
    beside,
    countries,
    is_attribute,
    only,
    preposition,
    speaks,
)
from checker.claims.scene import Region, Scene
from checker.claims.verbs import Verb, is_opened, is_passive, verb_of
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity

Actor = Literal["by", "against", "where", "target", "owner"]
ACTORS: frozenset[str] = frozenset(get_args(Actor))


def actor_in(
    scene: Scene,
    quantity: Quantity,
    facet: str,
    terms: tuple[Sequence[Hit[Term]], Sequence[Hit[Term]]],
) -> FacetMatch | None:
    """
    Return the country that plays the part `facet` names, as far as the region of a number says.

    `by` acts: the subject of the verb, or whoever "by" names. `owner` has what is counted: its
    phrase, what stands beside it, or the subject. `against`, `where` and `target` are what a
    preposition or the verb points at; a target may also stand in the counted phrase ("three Russian
    firms"), which for the others tells where a thing was made ("35 Iranian drones"). `terms` are
    the needs and the words of the rule.
    """
    needs, words = terms
    region = scene.region_of(quantity)
    nearby = list(countries(scene, region))
    own = [hit for hit in nearby if quantity.first <= hit.first and hit.last <= quantity.last]
    verb = verb_of(scene, quantity, [hit for hit in needs if region.holds(hit)])
    if facet in ("owner", "target") and own:
        return only(scene, facet, own)
    free = [hit for hit in nearby if hit not in own]
    if facet == "owner":
        near = [hit for hit in free if beside(scene, hit, words)]
        near = near or list(_owners(scene, free, region, quantity))
        return only(scene, facet, near or _owners_before(scene, quantity, region))
    if facet == "by":
        return only(scene, facet, list(_doers(scene, free, quantity, verb)))
    verbs = [hit for hit in needs if region.holds(hit)]
    aims = [hit for hit in free if _is_aim(scene, hit, quantity, (verb, verbs))]
    aims = [hit for hit in aims if not beside(scene, hit, words)]
    if facet == "where":
        aims = _right_behind(scene, aims, quantity) or aims
    behind = [hit for hit in free if aims and hit.first > aims[0].first]
    return only(scene, facet, _joined(scene, [*aims[:1], *behind]))


def _right_behind(scene: Scene, aims: Sequence[Hit[Name]], quantity: Quantity) -> list[Hit[Name]]:
    """Return the place that stands right behind a number: "2,000 in Iran and | 300 in Russia"."""
    places, articles = scene.language.discourse.places, scene.language.discourse.articles
    for hit in aims:
        between = [token.word for token in scene.tokens[quantity.last : hit.first]]
        if between and between[0] in places and articles.issuperset(between[1:]):
            return [hit]
    return []


def _joined(scene: Scene, hits: Sequence[Hit[Name]]) -> list[Hit[Name]]:
    """Return the first of the countries with those joined to it: "in Iran and Russia"."""
    chain = list(hits[:1])
    for hit in hits[1:]:
        between = scene.tokens[chain[-1].last : hit.first]
        words = scene.language.sentences.list_words | scene.language.discourse.articles
        if not all(token.word in words or token.word == "," for token in between):
            break
        chain.append(hit)
    return chain


def _doers(
    scene: Scene, nearby: Sequence[Hit[Name]], quantity: Quantity, verb: Verb | None
) -> Iterator[Hit[Name]]:
    """Yield the countries that act: the subject of an active verb, the giver of a passive one."""
    words, region = scene.language.discourse, scene.region_of(quantity)
    for hit in nearby:
        governor = preposition(scene, hit, region)
        if governor in words.givers and _is_agent(scene, governor, verb):
            yield hit
        elif verb is None or governor:
            continue
        elif hit.last > verb.first:
            if _is_inverted(scene, hit, quantity, verb):
                yield hit
        elif not is_passive(scene, verb) and not _is_parted(scene, hit, quantity, verb):
            yield hit


def _is_agent(scene: Scene, governor: str, verb: Verb | None) -> bool:
    """Whether a preposition names who did it, and not only from whom something came."""
    words = scene.language.discourse
    is_told = verb is not None and is_passive(scene, verb)
    return governor not in words.taken_from or (is_told and governor in words.agents)


def _is_inverted(scene: Scene, hit: Hit[Name], quantity: Quantity, verb: Verb) -> bool:
    """
    Whether a country right behind a verb is its subject: "Am Freitag feuerte | Russland".

    Of "por la noche atacó Rusia | con 35 drones" nobody can tell.
    """
    words = scene.language.discourse
    if not is_opened(scene, verb) or not is_object(scene, hit.first, [verb]):
        return False
    return bool(words.verb_final) or scene.before(quantity) not in words.prepositions


def _is_parted(scene: Scene, hit: Hit[Name], quantity: Quantity, verb: Verb) -> bool:
    """
    Whether something nearer to a verb is its subject: another country, or what is counted.

    Where verbs stand last, what is counted stands between them: "hat 12 iranische Generäle |
    bestraft"; a country behind it is the object: "35 Drohnen haben Russland | angegriffen".
    """
    if not scene.language.discourse.verb_final:
        last = quantity.first if _is_instrument(scene, quantity, verb) else verb.first
        return is_attribute(scene, hit, verb.at(last))
    if quantity.last <= hit.first:
        return True
    last = quantity.first if quantity.last <= verb.first else verb.first
    return hit.last <= last and is_attribute(scene, hit, verb.at(last))


def _owners(
    scene: Scene, nearby: Sequence[Hit[Name]], region: Region, quantity: Quantity
) -> Iterator[Hit[Name]]:
    """Yield the countries before a number that are subjects, or that a subject belongs to."""
    belonging = scene.language.discourse.belonging
    for hit in nearby:
        governor = preposition(scene, hit, region)
        is_near = not governor or governor in belonging
        if hit.last <= quantity.first and is_near and not speaks(scene, hit):
            yield hit


def _owners_before(scene: Scene, quantity: Quantity, region: Region) -> list[Hit[Name]]:
    """Return the subject of the nearest earlier clause that has one and no number of its own."""
    for number in range(scene.clause_at(region.first) - 1, -1, -1):
        clause = scene.clause(number)
        if any(clause.first <= other.first < clause.last for other in scene.quantities):
            return []
        found = list(_owners(scene, list(countries(scene, clause)), clause, quantity))
        if found:
            return found
    return []


def _is_instrument(scene: Scene, quantity: Quantity, verb: Verb) -> bool:
    """Whether a noun led by a preposition stands for the verb: "hit 12 men | with sanctions"."""
    tokens, words = scene.tokens, scene.language.discourse
    before = verb.first - 1
    while before > 0 and tokens[before].word in words.articles - words.prepositions:
        before -= 1
    is_behind = 0 < quantity.last <= before + 1
    return is_behind and tokens[before].word in words.prepositions


def _is_aim(
    scene: Scene,
    hit: Hit[Name],
    quantity: Quantity,
    said: tuple[Verb | None, Sequence[Hit[Term]]],
) -> bool:
    """Whether a country is what something is done to, or where."""
    words = scene.language.discourse
    governor = preposition(scene, hit, scene.region_of(quantity))
    if governor:
        return governor not in words.givers and governor not in words.belonging
    verb, verbs = said
    if verb is not None and hit.last <= verb.first:
        return is_passive(scene, verb)
    if verb is not None and _is_inverted(scene, hit, quantity, verb):
        return False
    return is_object(scene, hit.first, verbs)


def is_object(scene: Scene, index: int, verbs: Sequence[Hit[Term] | Verb]) -> bool:
    """Whether what begins at `index` stands right behind a verb, articles and dates passed over."""
    before, articles = index, scene.language.discourse.articles
    while before > 0 and (scene.tokens[before - 1].word in articles or before - 1 in scene.dated):
        before -= 1
    return any(before <= verb.last <= index for verb in verbs)
