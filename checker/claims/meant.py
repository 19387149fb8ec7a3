"""Whom the figure of a player is of where no name does it: "he", "the striker", "the deal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from checker.claims.book import Term
from checker.claims.datelines import body_start
from checker.claims.names import (
    callings,
    is_governed,
    is_person,
    name_value,
    names_in,
    opens_sentence,
    owned,
)
from checker.claims.scene import Region, Scene
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# A pronoun reaches so many sentences back; a headline is one.
_REACH = 2
# Words between an article and what someone is: "the | former Ostra | striker".
_DESCRIBED = 3
# Nobody is older than two digits say, or three.
_LONGEST_AGE = 3
# A first and a last name.
_FULL = 2

_OPENING = frozenset('"“«„‘')


def person_pointed_at(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the person that the words of a number point back to, by the name given there.

    Of two persons in the sentence that names any, it may be either: that is no answer. `words` are
    those of the rule, of which "the deal" points back too.
    """
    region = scene.region_of(quantity)
    if not _points_back(scene, region, words):
        return None
    for told in (scene, *islice(scene.earlier(), _REACH)):
        whole = Region(0, len(told.tokens))
        found = list(_persons(told, whole)) or list(_opening_name(told, whole))
        if told is scene and found and _is_said(scene, Region(found[0].last, quantity.first)):
            return None
        if found:
            values = {name_value(told, name) for name in found}
            value = values.pop()
            return None if values or not value else FacetMatch(facet, value, scene.span(*region))
    return None


def _points_back(scene: Scene, region: Region, words: Sequence[Hit[Term]]) -> bool:
    """Whether a clause has a pronoun for a person, or opens with somebody or "the deal"."""
    discourse = scene.language.discourse
    humans = discourse.singular | discourse.owners
    if any(token.word in humans for token in scene.tokens[slice(*region)]):
        return True
    region = _described(scene, region)
    if scene.tokens[region.first].word not in discourse.articles - scene.language.numbers.articles:
        return False
    is_known = any(hit.first == region.first + 1 for hit in words)
    return is_known or is_somebody(scene, region.first)


def _described(scene: Scene, region: Region) -> Region:
    """Return the clause that a relative one describes: "The striker, | who is owed $9m"."""
    is_relative = scene.tokens[region.first].word in scene.language.discourse.relatives
    if not is_relative or not region.first or scene.tokens[region.first - 1].word != ",":
        return region
    return scene.clause(scene.clause_at(region.first - 1))


def is_somebody(scene: Scene, first: int) -> bool:
    """Whether what somebody is stands behind an article: "The striker", "The 24-year-old"."""
    near = range(first + 1, first + 2 + _DESCRIBED)
    aged = {quantity.first for quantity in scene.quantities if quantity.kind == "age"}
    return any(index in aged or _is_office(scene, index) for index in near)


def _is_office(scene: Scene, index: int) -> bool:
    """Whether a word tells what a single person is or does: "striker", "actor"."""
    return any(hit.first <= index < hit.last for hit in callings(scene))


def _is_said(scene: Scene, between: Region) -> bool:
    """
    Whether somebody says it between a name and a number: "Brandt said that he made | 47".

    Not where an aside of another does ("Brandt, | the team said, | made 47").
    """
    commas = [i for i in range(*between) if scene.tokens[i].word == ","]
    return any(
        between.first <= index < between.last
        and not any(comma < index - 1 for comma in commas if comma < index)
        for index in scene.reporting
    )


def _opening_name(scene: Scene, region: Region) -> Iterator[Region]:
    """Yield the name that opens a sentence whose pronoun is of a person: "Ruiz and her agent"."""
    words = scene.language.discourse
    humans = (words.singular | words.owners) - words.possessives
    if any(token.word in humans for token in scene.tokens):
        names = [name for name in names_in(scene, region) if is_person(scene, name)]
        if names and names[0].first == body_start(scene) and not opens_sentence(scene, names[0]):
            # "Ostra's | Ruiz says that he is fit".
            yield owned(scene, {name.first: name for name in names}, names[0])


def _persons(scene: Scene, region: Region) -> Iterator[Region]:
    """
    Yield the names that are surely of persons, and no mere circumstance or owner of another.

    They have two words or more, an age beside them or an office before them. Behind an article
    ("the Ostra Herald") and in quotation marks stand the names of things, and who tells of somebody
    is not the one it is told of ("..., Coach Hal Brennan said").
    """
    tokens, words = scene.tokens, scene.language.discourse
    for name in names_in(scene, region):
        before = tokens[name.first - 1].word if name.first else ""
        is_thing = before in words.articles or before in _OPENING
        is_teller = bool({name.first - 1, name.last} & scene.reporting)
        if is_thing or is_teller or is_governed(scene, name, region) or not is_person(scene, name):
            continue
        is_full = name.last - name.first >= _FULL
        if is_full or _has_age(scene, name.last) or _is_office(scene, name.first - 1):
            yield name


def _has_age(scene: Scene, index: int) -> bool:
    """Whether an age is set beside the name that ends before `index`: "Ruiz, 34,"."""
    tokens = scene.tokens
    if index + 2 >= len(tokens) or tokens[index].word not in (",", "("):
        return False
    age, mark = tokens[index + 1], tokens[index + 2]
    is_short = age.kind is TokenKind.NUMBER and len(age.word) <= _LONGEST_AGE
    return is_short and mark.kind is TokenKind.SYMBOL
