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
from checker.claims.speakers import is_capital, name_end
from checker.claims.verbs import Verb, is_passive, verb_of
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, Span, TokenKind

Actor = Literal["by", "against", "where", "target", "owner"]
ACTORS: frozenset[str] = frozenset(get_args(Actor))

# A place is named at most so many words long ("Frankfurt an der Oder").
_LONGEST_PLACE = 4


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
        return only(scene, facet, list(_doers(scene, free, region, verb)))
    verbs = [hit for hit in needs if region.holds(hit)]
    aims = [hit for hit in free if _is_aim(scene, hit, region, (verb, verbs))]
    aims = [hit for hit in aims if not beside(scene, hit, words)]
    behind = [hit for hit in free if aims and hit.first > aims[0].first]
    return only(scene, facet, _joined(scene, [*aims[:1], *behind]))


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


def place_in(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the place that a preposition or the verb points at, by its name as written.

    A country is no place of its own. Two different places are no answer.
    """
    region = scene.region_of(quantity)
    found = {
        scene.words(first, last).casefold(): (first, last)
        for first, last in _places(scene, region, needs)
    }
    if len(found) != 1:
        return None
    [(name, (first, last))] = found.items()
    tokens = scene.tokens
    return FacetMatch(facet, name, Span(tokens[first].start, tokens[last - 1].end))


def _doers(
    scene: Scene, nearby: Sequence[Hit[Name]], region: Region, verb: Verb | None
) -> Iterator[Hit[Name]]:
    """Yield the countries that act: the subject of an active verb, the giver of a passive one."""
    words = scene.language.discourse
    for hit in nearby:
        governor = preposition(scene, hit, region)
        if governor in words.givers and governor not in words.taken_from:
            yield hit
        elif verb is None or governor or hit.last > verb.first:
            continue
        elif not is_passive(scene, verb) and not is_attribute(scene, hit, verb):
            yield hit


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


def _is_aim(
    scene: Scene,
    hit: Hit[Name],
    region: Region,
    said: tuple[Verb | None, Sequence[Hit[Term]]],
) -> bool:
    """Whether a country is what something is done to, or where."""
    words = scene.language.discourse
    governor = preposition(scene, hit, region)
    if governor:
        return governor not in words.givers and governor not in words.belonging
    verb, verbs = said
    if verb is not None and hit.last <= verb.first:
        return is_passive(scene, verb)
    return _is_object(scene, hit.first, verbs)


def _is_object(scene: Scene, index: int, verbs: Sequence[Hit[Term]]) -> bool:
    """Whether what begins at `index` stands right behind a verb, articles passed over."""
    before = index
    while before > 0 and scene.tokens[before - 1].word in scene.language.discourse.articles:
        before -= 1
    return any(verb.last == before for verb in verbs)


def _places(scene: Scene, region: Region, verbs: Sequence[Hit[Term]]) -> Iterator[tuple[int, int]]:
    """Yield the capitalised names that a preposition or the verb points at."""
    words, tokens = scene.language.discourse, scene.tokens
    named = {index for hit in countries(scene, region) for index in range(hit.first, hit.last)}
    dated = {index for date in scene.dates for index in range(date.first, date.last)}
    index = region.first
    while index < region.last:
        is_name = is_capital(scene, index) and index not in dated
        if not is_name or index in named or tokens[index].kind is not TokenKind.WORD:
            index += 1
            continue
        last = min(name_end(scene, index), index + _LONGEST_PLACE, region.last)
        before = index - 1
        while before >= region.first and tokens[before].word in words.articles:
            before -= 1
        word = tokens[before].word if before >= region.first else ""
        points = word in words.prepositions
        points = points and word not in words.givers and word not in words.belonging
        if points or _is_object(scene, index, verbs):
            yield index, last
        index = last
