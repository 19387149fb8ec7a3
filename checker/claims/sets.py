"""Numbers that share a word: of a set it names ("three of the injured"), or joined before it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetValue, Quantity, Rule


def set_named(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> Hit[Term] | None:
    """Return the word for the set behind a number: "of the | injured", "des | blessés"."""
    tokens, words = scene.tokens, scene.language.discourse
    index = quantity.mention.number_last
    if index + 1 >= len(tokens) or tokens[index].word not in words.belonging:
        return None
    is_definite = tokens[index].word in words.definite
    start = index + 1
    if tokens[start].word in words.articles or tokens[start].word in words.possessives:
        start += 1
    elif not is_definite:
        return None
    return next((hit for hit in hits if hit.first == start), None)


def told_of_set(scene: Scene, quantity: Quantity, rule: Rule) -> list[Hit[Term]]:
    """
    Return the words that tell a number of a set what the set itself is not, the nearest first.

    "Three of the injured are in a | critical state", "five of the dead were | children". A verb
    takes them out of the set instead, where they are a part of another figure: "three of the
    injured | died". They are no part where nobody else can come to it: "six of the hostages were
    | freed", "guards have | caught six of the escapees".
    """
    if rule.words_facet is None:
        return []
    naming = [hit for hit in scene.hits_of(rule.id) if hit.payload.facet == rule.words_facet]
    named = set_named(scene, quantity, naming)
    if named is None:
        return []
    region = scene.region_of(quantity)
    groups = {facet.name for facet in rule.facets if facet.default}
    behind = [
        hit
        for hit in scene.hits_of(rule.id)
        if hit.first >= named.last and region.holds(hit) and hit.payload.facet is not None
    ]
    told = [
        hit
        for hit in behind
        if (hit.payload.facet in groups and _are_helpers(scene, named.last, hit.first))
        or (
            hit.payload.facet == rule.words_facet
            and not _holds(rule, hit, named)
            and _is_state(scene, hit)
        )
    ]
    taken_out = [hit for hit in naming if region.holds(hit) and _takes_out(rule, hit, named)]
    return sorted(told, key=lambda hit: hit.first) or taken_out


def _takes_out(rule: Rule, hit: Hit[Term], named: Hit[Term]) -> bool:
    """Whether a word tells what only those of the set come to: of hostages some are | freed."""
    told = _value_of(rule, hit)
    return told is not None and named.payload.value in told.out_of


def _value_of(rule: Rule, hit: Hit[Term]) -> FacetValue | None:
    """Return the value of the facet that names what is counted, which a word tells."""
    values = next((facet.values for facet in rule.facets if facet.name == rule.words_facet), {})
    return values.get(hit.payload.value or "")


def _holds(rule: Rule, hit: Hit[Term], named: Hit[Term]) -> bool:
    """Whether a word tells what all of the set are: "67 of the passengers | on board"."""
    told, value = _value_of(rule, hit), named.payload.value
    return hit.payload.value == value or (told is not None and value in told.parts)


def _are_helpers(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but forms of "be" and articles parts the set from who they are."""
    words = scene.language.discourse
    glue = words.passives | words.auxiliaries | words.articles | words.pasts | words.definite
    return start < end and all(token.word in glue for token in scene.tokens[start:end])


def _is_state(scene: Scene, hit: Hit[Term]) -> bool:
    """Whether a preposition leads up to a word: "in a | critical state", "in Lebensgefahr"."""
    words, tokens = scene.language.discourse, scene.tokens
    before = hit.first - 1 - (tokens[hit.first - 1].word in words.articles)
    return tokens[hit.first].word in words.prepositions or tokens[before].word in words.prepositions


def said_of_it(scene: Scene, quantity: Quantity, hits: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """
    Leave out what only tells a known set apart where more is said: "the two | who fled | are held".

    Of some whom nobody knows yet it is what is told: "Police seek four men | who fled".
    """
    apart = _telling_apart(scene, quantity)
    outside = [hit for hit in hits if apart is None or not apart.holds(hit)]
    return outside or list(hits)


def _telling_apart(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the relative clause right behind a known set, up to the next verb: "who fled |"."""
    tokens, words, start = scene.tokens, scene.language.discourse, quantity.last
    if start >= len(tokens) or tokens[start].word not in words.relatives:
        return None
    known = words.articles - scene.language.numbers.articles | scene.language.tables.totals
    inside = tokens[max(quantity.first - 1, 0) : quantity.last]
    if not any(token.word in known | words.definite for token in inside):
        return None
    helpers, last = words.auxiliaries | words.passives, start + 1
    while last < len(tokens) and tokens[last].word in helpers:
        last += 1
    ends = (i for i in range(last, len(tokens)) if tokens[i].word in helpers | {",", ";", "."})
    return Region(start, next(ends, len(tokens)))


def is_further_kind(
    scene: Scene, quantity: Quantity, words: Sequence[Hit[Term]], rule: Rule
) -> bool:
    """
    Whether "more" adds people of another kind to those told: "five died and 20 | more were hurt".

    Nobody of that kind was told before, so that the number is all of them.
    """
    values = {hit.payload.value for hit in words if hit.first >= quantity.mention.number_last}
    before = [
        hit
        for hit in scene.hits_of(rule.id)
        if hit.payload.facet == rule.words_facet and hit.last <= quantity.first
    ]
    is_told = any(other.last <= quantity.first for other in scene.quantities)
    return bool(
        rule.words_facet is not None
        and is_told
        and values
        and before
        and values.isdisjoint(hit.payload.value for hit in before)
    )


def is_shared(scene: Scene, joined: tuple[Quantity, Quantity], hit: Hit[Term]) -> bool:
    """
    Whether a verb behind the last of joined numbers is that of all: "A and B were killed".

    A form of "be" leads up to it, but where verbs stand last ("wurden A und B | getötet"), and
    where both are its subject: "A and B | died".
    """
    one, other = joined
    if not scene.are_joined(one, other) or _is_parted(scene, one, other):
        return False
    words = scene.language.discourse
    if hit.first == other.last and (words.verb_final or _is_subject(scene, one, other)):
        return True
    helpers = words.auxiliaries | words.passives
    return all(token.word in helpers for token in scene.tokens[other.last : hit.first]) and (
        hit.first > other.last
    )


def _is_subject(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """
    Whether two nouns with numbers open their clause, or are left so: "left two guards and 7 men |".

    Behind another verb only the second is the subject: "held two guards, and seven men | died".
    """
    if one.head is None or other.head is None:
        return False
    joins = scene.language.sentences.list_words | {","}
    if any(token.word not in joins for token in scene.tokens[one.last : other.first]):
        return False
    is_first = scene.region_of(one).first == one.first
    return is_first or scene.before(one) in scene.language.discourse.joining


def _is_parted(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether a comma ends the phrase of `one`: "with 60 on board, sank and 31 were saved"."""
    near = scene.touching(one.last, other.first)
    is_listed = any(one.last <= item.first and item.last < other.first for item in near)
    return not is_listed and any(
        token.word == "," for token in scene.tokens[one.last : other.first]
    )
