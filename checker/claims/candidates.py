"""Whose votes a number tells: of several candidates in one sentence each has a number."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.book import Term
from checker.claims.names import is_person, name_match, names_in, opens_sentence
from checker.claims.persons import object_behind
from checker.claims.players import person_doing
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity

# Marks between a name and its number: "Ruiz (54 %)".
_BRACKETS = frozenset("(,")
# "Ruiz | was | confirmed", "Ruiz | has been | confirmed": so many words at most.
_LINKS = 2
# Marks between two numbers: "54-46 percent".
_DASHES = frozenset("-–")


def person_standing(
    scene: Scene, quantity: Quantity, facet: str, terms: Sequence[Hit[Term]]
) -> tuple[FacetMatch | None, bool]:
    """
    Return whose votes a number tells, and whether the words around it settle that.

    Each of two candidates has a number: "Ruiz's 54 %", "54 % for Ruiz", "Ruiz, on 54 %". One that
    is set against another without a name is of whom a verb has beaten ("beat Brandt 54 % to | 46"),
    the other one of who did it.
    """
    beaten = beaten_in(scene, scene.region_of(quantity))
    told = _standing_at(scene, quantity, beaten, terms)
    if told is not None:
        return name_match(scene, facet, told), True
    if _owned_by_none(scene, quantity):
        return None, True
    if _is_set_against(scene, quantity):
        return (name_match(scene, facet, beaten) if beaten else None), True
    if beaten is None and not _is_before_rivals(scene, quantity):
        return None, False
    return person_doing(scene, quantity, facet, terms), True


def _standing_at(
    scene: Scene, quantity: Quantity, beaten: Region | None, terms: Sequence[Hit[Term]]
) -> Region | None:
    """Return who stands at a number: "| Ruiz's | 54 %", "54 % for Ruiz", "| Ruiz | on 54 %"."""
    tokens, words, last = (
        scene.tokens,
        scene.language.discourse,
        _end_of_share(scene, quantity, terms),
    )
    if last < len(tokens) and tokens[last].word in words.bids:
        found = object_behind(scene, last + 1, Region(last, len(tokens)))
        return found if found is not None and is_person(scene, found) else None
    found = name_standing(scene, quantity)
    return None if found == beaten else found


def _end_of_share(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> int:
    """Return where a share ends, with what it is of: "54 % | of the vote |"."""
    passed = scene.language.discourse.belonging | scene.language.discourse.articles
    end, ends = quantity.last, {hit.first: hit.last for hit in terms}
    while end < len(scene.tokens) and (end in ends or scene.tokens[end].word in passed):
        end = ends.get(end, end + 1)
    return end


def _owned_by_none(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number belongs to somebody without a name: "took 39 % to his rival's | 31 %"."""
    return scene.tokens[quantity.first - 1].word in scene.language.sentences.suffixes


def _is_set_against(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number is the second of two: "54 % to | 46 %", "54-|46 percent"."""
    words, before = scene.language.discourse, scene.before(quantity)
    if before not in words.receivers | words.against | _DASHES:
        return False
    others = (one for one in scene.quantities if one.last <= quantity.first)
    return any(one.unit == quantity.unit for one in others)


def _is_before_rivals(scene: Scene, quantity: Quantity) -> bool:
    """Whether a rival's number follows: "led with | 54 % | of the vote to Brandt's 46 %"."""
    words, region = scene.language.discourse, scene.region_of(quantity)
    behind = (one for one in scene.quantities if quantity.last < one.first < region.last)
    rival = next((one for one in behind if one.unit == quantity.unit), None)
    name = name_standing(scene, rival) if rival else None
    return name is not None and scene.tokens[name.first - 1].word in words.receivers | words.against


def beaten_in(scene: Scene, region: Region) -> Region | None:
    """Return who is behind a verb of beating in a clause: "unseated the mayor | Ivo Brandt |"."""
    verbs = scene.language.discourse.beating
    ends = (index + 1 for index in range(*region) if scene.tokens[index].word in verbs)
    found = next((one for one in (object_behind(scene, end, region) for end in ends) if one), None)
    return found if found is not None and is_person(scene, found) else None


def name_standing(scene: Scene, quantity: Quantity) -> Region | None:
    """
    Return the person whose name leads up to a number: "| Ruiz's | 54 %", "| Ruiz |, on 54 %".

    "In Tirso 54 %" names a place, and "elected mayor of Tirso with 54 %" too.
    """
    tokens, words, end = scene.tokens, scene.language.discourse, quantity.first
    before = tokens[end - 1].word if end else ""
    is_owner = before in scene.language.sentences.suffixes
    is_led = before in words.standing or before in _BRACKETS
    end -= is_owner or is_led
    end -= is_led and end > 0 and tokens[end - 1].word == ","
    names = [name for name in names_in(scene, Region(0, end)) if name.last == end]
    if not names or not is_person(scene, names[0]) or opens_sentence(scene, names[0]):
        return None
    leading = tokens[names[0].first - 1].word if names[0].first else ""
    is_ranked = is_led and _is_ranked(scene, names[0].first)
    is_place = leading in words.places or (leading in words.belonging and not is_ranked)
    return None if is_place else names[0]


def _is_ranked(scene: Scene, first: int) -> bool:
    """Whether an article lets a name behind "of" be that of a party: "ahead of the Greens"."""
    return first > 0 and scene.tokens[first - 1].word in scene.language.discourse.articles


def person_confirmed(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return who is voted on: "confirmed | Ana Ruiz |", "| Ana Ruiz |'s nomination".

    Only terms of a facet whose value has the name of this one speak of a person.
    """
    region = scene.region_of(quantity)
    terms = [hit for hit in scene.all_hits() if hit.payload.value == facet and region.holds(hit)]
    names = list(names_in(scene, region))
    owners = [name for name in names for hit in terms if _owns(scene, name, hit)]
    behind = (object_behind(scene, hit.last, region) for hit in terms)
    found = next((name for name in (*owners, *behind) if name and is_person(scene, name)), None)
    return name_match(scene, facet, found) if found is not None else None


def _owns(scene: Scene, name: Region, hit: Hit[Term]) -> bool:
    """Whether a term follows a name and its mark of possession, or what is done to it."""
    passed = scene.language.sentences.suffixes | scene.language.discourse.passives
    between = scene.tokens[name.last : hit.first]
    return 0 < len(between) <= _LINKS and all(token.word in passed for token in between)
