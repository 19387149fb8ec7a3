"""The place that the words of a figure name: "12 in Ostra", "Ostra (12)", "12 of them in Ostra"."""

from __future__ import annotations

from checker.claims.capitals import is_capital, name_end, written
from checker.claims.names import opens_sentence
from checker.claims.openings import opening, place_opening
from checker.claims.parties import countries
from checker.claims.scene import Region, Scene
from checker.claims.wholes import opens_part
from checker.model import FacetMatch, Quantity, TokenKind

# So many words at most lead from a preposition to a name: "in the coastal province of Ostra".
_LONGEST_LEAD = 5
# Words of a verb between a place and what it had: "Verano | has had".
_LONGEST_VERB = 2
# Shorter terms for ordinals are endings ("2nd").
_LONGEST_ENDING = 3


def places_apart(scene: Scene, quantity: Quantity, place: str) -> tuple[str, ...]:
    """
    Return the places that the sentence tells apart from that of a quantity, and its own if so.

    "12 in Ostra and 7 in Vero" are of two places; "40, including 12 in Ostra" tells a part.
    """
    found = set()
    for other in scene.quantities:
        if other is not quantity and _may_be_same(quantity, other):
            told = place_told(scene, other)
            is_told = told != place and (bool(place) or opens_part(scene, other))
            found |= {told, place} if told and is_told else set()
    return tuple(sorted(found - {""}))


def _may_be_same(quantity: Quantity, other: Quantity) -> bool:
    """Whether another number counts the same: it has the unit, or none of its own."""
    return other.unit == quantity.unit or (other.kind == "number" and not other.noun)


def place_told(scene: Scene, quantity: Quantity) -> str:
    """
    Return the name of the place that the words of a quantity give: "12 in Ostra", "Ostra (12)".

    What stands behind another number is of that one. Empty where no place is named, or several.
    """
    found = _place(scene, quantity)
    return "" if found is None else written(scene, *found)


def place_of(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Give a facet the place that the words of a quantity name, as written."""
    found = _place(scene, quantity)
    if found is None:
        return None
    first, last = found[0], min(found[1], name_end(scene, found[0]))
    return FacetMatch(facet, scene.words(first, last).casefold(), scene.span(first, last))


def place_getting(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return the place that a size is told of as a subject: "Verano | had | 120 mm of rain".

    Who says something is no place: "Verano | said | 300 hectares burnt".
    """
    first = scene.region_of(quantity).first
    if quantity.kind != "dimension" or not is_capital(scene, first):
        return None
    last = _end_of_name(scene, first, quantity.first)
    between = range(last, quantity.first)
    is_verb = 0 < len(between) <= _LONGEST_VERB and scene.reporting.isdisjoint(between)
    known = {index for hit in scene.all_hits() for index in range(hit.first, hit.last)}
    is_word = first in known or scene.tokens[first].word in scene.language.stop_words
    if not is_verb or is_word or opens_sentence(scene, Region(first, last)):
        return None
    return FacetMatch(facet, scene.words(first, last).casefold(), scene.span(first, last))


def site_of(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return the place whose share a number is: "1,200 jobs at its Ostra plant", "In Chile, 300 jobs".

    A country is given by its code, any other place as written. "3,000 jobs at Aris" are a firm's.
    """
    hosts = scene.language.discourse.hosts
    looks = (_place, _right_before, _opening_place, _country_before_colon)
    named = (look(scene, quantity) for look in looks)
    places = (one for one in named if one and scene.tokens[one.first - 1].word not in hosts)
    found = next(places, None)
    if found is None:
        return None
    country = next(iter(countries(scene, found)), None)
    code = country.payload.code if country else written(scene, *found)
    return FacetMatch(facet, code, scene.span(*found)) if code else None


def _right_before(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the place right before a number: "streicht in Ostra | 1.200 Stellen"."""
    first, last = quantity.first, quantity.first
    while first > 1 and is_capital(scene, first - 1) and first - 1 not in scene.dated:
        first -= 1
    is_led = first < last and scene.tokens[first - 1].word in scene.language.discourse.places
    return Region(first, last) if is_led else None


def _opening_place(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the one name in what opens the sentence, where a preposition leads to it."""
    if not place_opening(scene, quantity):
        return None
    region = opening(scene, quantity) or Region(0, quantity.first)
    first = next((i for i in range(1, region.last) if is_capital(scene, i)), None)
    return None if first is None else Region(first, _end_of_name(scene, first, region.last))


def _country_before_colon(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the country that a preposition leads to before a colon: "For Chile: | 300 jobs"."""
    tokens, words = scene.tokens, scene.language.discourse
    end = next((i for i in range(quantity.first) if tokens[i].word == ":"), 0)
    for hit in countries(scene, Region(0, end)):
        is_led = hit.first > 0 and tokens[hit.first - 1].word in words.places | words.purpose
        if is_led and hit.last == end:
            return Region(hit.first, hit.last)
    return None


def _place(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the tokens of the place that the words of a quantity name; looked for once."""
    if quantity.first not in scene.named:
        scene.named[quantity.first] = _look_for_place(scene, quantity)
    return scene.named[quantity.first]


def _look_for_place(scene: Scene, quantity: Quantity) -> Region | None:
    """Look for the place that the words of a quantity name."""
    before = quantity.first - 1
    if before > 0 and scene.tokens[before].word == "(":
        first = _start_of_name(scene, before)
        if first < before:
            return Region(first, before)
    behind = (other.first for other in scene.quantities if other.first >= quantity.last)
    end = min((scene.region_of(quantity).last, *behind))
    names = (i for i in range(quantity.last, end) if is_capital(scene, i))
    found = next((i for i in names if _is_place(scene, i, quantity.last)), None)
    if found is None:
        return None
    last = _end_of_name(scene, found, end)
    return None if _is_joined(scene, last, end) else Region(found, last)


def _start_of_name(scene: Scene, end: int) -> int:
    """Walk back to the first word of a name that ends at `end`."""
    first = end
    while first > 1 and (is_capital(scene, first - 1) or scene.tokens[first - 1].word == "-"):
        first -= 1
    return first


def _end_of_name(scene: Scene, first: int, end: int) -> int:
    """Walk on to behind the last word of a name; hyphens join small words: "Vero-sur-Mer"."""
    last = first + 1
    while last < end:
        is_glued = scene.tokens[last].start == scene.tokens[last - 1].end
        is_hyphened = is_glued and "-" in (scene.tokens[last].word, scene.tokens[last - 1].word)
        if not is_hyphened and not is_capital(scene, last):
            break
        last += 1
    return last


def _is_joined(scene: Scene, last: int, end: int) -> bool:
    """Whether a second place follows: what is told of "Ostra and Vero" is of neither alone."""
    words, tokens = scene.language, scene.tokens
    if last >= end or tokens[last].word not in {",", *words.sentences.list_words}:
        return False
    leads = words.discourse.places | words.discourse.articles | words.sentences.list_words
    following = (i for i in range(last + 1, end) if tokens[i].word not in leads)
    return is_capital(scene, next(following, last))


def _is_place(scene: Scene, index: int, start: int) -> bool:
    """
    Whether a preposition of place leads to a name, and no other name or mark in between.

    What an ordinal opens is no place: "Cuts 300 Jobs in | Third Round".
    """
    words, tokens = scene.language.discourse, scene.tokens
    if index in scene.dated or _is_ordinal(scene, tokens[index].word):
        return False
    for before in range(index - 1, max(start, index - _LONGEST_LEAD) - 1, -1):
        word = tokens[before].word
        # Where all nouns are written with capitals, an article makes a common noun of them.
        determiners = words.articles | words.possessives
        is_common = scene.language.quantities.has_capital_nouns and word in determiners
        if is_common or is_capital(scene, before) or tokens[before].kind is not TokenKind.WORD:
            return False
        if word in words.places:
            return before + 1 == index or _leads(scene, before + 1, index)
    return False


def _is_ordinal(scene: Scene, word: str) -> bool:
    """Whether a word is an ordinal written out: "third"."""
    numbers = scene.language.numbers
    is_long = len(word) > _LONGEST_ENDING
    return word in numbers.fractions or (is_long and word in numbers.ordinals)


def _leads(scene: Scene, first: int, index: int) -> bool:
    """Whether articles, or a noun and "of", lead up to a name: "its | province of | Ostra"."""
    words, tokens = scene.language.discourse, scene.tokens
    last = tokens[index - 1].word
    if last in words.articles or last in words.possessives:
        return index - first == 1 or tokens[index - 2].word in words.belonging
    return last in words.belonging
