"""Whose something is by a word of possession alone: "best of his 34 novels", "her three sons"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.anaphors import person_meant
from checker.claims.book import Term
from checker.claims.names import is_person, is_suffixed, name_match, names_in
from checker.claims.persons import object_behind
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_pronoun_at
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity

# Words between the possession and the number: "his | estimated | £40m fortune".
_LINK = 1
# And between an owner and what is owned: "Ruiz's | new long-term | deal".
_OWNED = 3


def owner_before(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return whom the text was about where "his" or "her" leads up to a number.

    A person whom the sentence itself names before may be meant instead.
    """
    place = owned_at(scene, quantity)
    return None if place is None else told_before(scene, facet, place, Region(0, place))


def owned_at(scene: Scene, quantity: Quantity) -> int | None:
    """Return the place of the word of possession that leads up to a number."""
    words = scene.language.discourse
    owned = words.owners | words.possessives
    near = range(quantity.first - 1, max(quantity.first - 2 - _LINK, -1), -1)
    return next((index for index in near if scene.tokens[index].word in owned), None)


def maker_of(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> tuple[FacetMatch | None, bool]:
    """Return who made what is counted where a pronoun tells it, and whether one does."""
    place = owned_at(scene, quantity)
    if place is not None:
        meant = owner_before(scene, quantity, facet)
        # "Ruiz left | her £3m estate" says whose it is, but not "Ruiz praised | his 34 films".
        is_left = quantity.kind == "currency" and any(hit.last <= place for hit in needs)
        return meant, meant is not None or not is_left
    region = scene.region_of(quantity)
    verbs = [hit.first for hit in needs if region.holds(hit) and hit.last <= quantity.first]
    verb = next((index for index in verbs if is_pronoun_at(scene, index)), None)
    return (None, False) if verb is None else (person_meant(scene, verb, facet), True)


def spouse_before(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return whom the text was about where "his" opens a clause: "his wife of | 50 years"."""
    words = scene.language.discourse
    opening = words.owners | words.possessives | words.singular
    region = scene.region_of(quantity)
    starts = {region.first, scene.clause(scene.clause_at(quantity.first)).first}
    place = next((index for index in sorted(starts) if scene.tokens[index].word in opening), None)
    return None if place is None else told_before(scene, facet, place, Region(0, place))


def fortune_of(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """Return whose a sum is that belongs to a name: "Ruiz's | wealth", "the fortune | of Ruiz"."""
    region, tokens = scene.region_of(quantity), scene.tokens
    if quantity.kind != "currency":
        return None
    whole = Region(0, quantity.first)
    for hit in (hit for hit in words if hit.last <= quantity.first):
        # "Ruiz's wealth, | put at $9m by a magazine, | came up again".
        owners = (name for name in names_in(scene, whole) if name.last == hit.first - 1)
        owner = next((name for name in owners if is_suffixed(scene, name)), None)
        if owner is not None and is_person(scene, owner):
            return name_match(scene, facet, owner)
    for hit in (hit for hit in words if region.holds(hit) and hit.last < region.last):
        if tokens[hit.last].word in scene.language.discourse.belonging:
            found = object_behind(scene, hit.last + 1, region)
            if found is not None and is_person(scene, found):
                return name_match(scene, facet, found)
    return None


def told_before(scene: Scene, facet: str, place: int, region: Region) -> FacetMatch | None:
    """Return whom the text was about, told at `place`, unless a name in `region` may be meant."""
    if scene.antecedent is None or _has_full_name(scene, region):
        return None
    value = scene.antecedent(None)
    return FacetMatch(facet, value, scene.span(place, place + 1)) if value else None


def _has_full_name(scene: Scene, region: Region) -> bool:
    """Whether a stretch names somebody in two words or more, or one whom the text names so."""
    named = [name for name in names_in(scene, region) if is_person(scene, name)]
    return any(name.last - name.first > 1 or name.first for name in named)


def owner_of_term(scene: Scene, terms: Sequence[Hit[Term]]) -> Region | None:
    """Return the one person that a word of the rule belongs to: "Ruiz's new deal, worth $9m"."""
    whole, suffixes = Region(0, len(scene.tokens)), scene.language.sentences.suffixes
    found = [
        name
        for name in names_in(scene, whole)
        if is_person(scene, name)
        and any(token.word in suffixes for token in scene.tokens[name.last : name.last + 1])
        and any(0 < hit.first - name.last <= _OWNED for hit in terms)
    ]
    return found[0] if len(found) == 1 else None
