"""Whose age, sentence or salary a number is: a person or a firm, by the name the text gives."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.anaphors import person_meant
from checker.claims.book import Term
from checker.claims.names import (
    is_governed,
    is_owner,
    is_person,
    name_match,
    name_value,
    names_in,
    opens_sentence,
    owned,
)
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, is_pronoun_at, name_end
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# Between a name and the number set beside it stand at most so many words ("who is now").
_LINK = 3
# So many words may describe a person between the age and the name: "the 61-year-old former chief".
_DESCRIBED = 3
# A direction and a description between a distance and the place: "south of the capital, Tirso".
_DIRECTIONS = 9

_COMMAS = frozenset(",(")

# And so many a firm, between the verb and its name: "buy the Canadian maker of graphics chips".
_DESCRIBED_FIRM = 8


def person_beside(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]] = ()
) -> FacetMatch | None:
    """
    Return the person whose age a number is: "Ana Ruiz, 34," and "the 34-year-old Ana Ruiz".

    Only a name that touches the number, or the `words` that lead up to it ("a mother of 12"), will
    do. "A 34-year-old London man" names nobody.
    """
    first = min([quantity.first, *(hit.first for hit in words if hit.last == quantity.first)])
    is_bare = quantity.kind != "age" and not words
    found = _before(scene, first, is_bare=is_bare)
    if found is not None and is_bare and not is_set_off(scene, quantity):
        return None
    if found is None and not is_bare:
        found = _behind(scene, quantity)
    return name_match(scene, facet, found) if found else None


def person_subject(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the person something is done to or by: the one name that is no mere circumstance.

    It is the object right behind the verb that the rule needs ("sentenced Ivo Brandt"), with what
    describes it passed over, else it stands before the verb. Behind a passive ("was elected mayor
    of Ostra") there is no object. Two candidates are no answer.
    """
    region = scene.region_of(quantity)
    verbs = [hit for hit in needs if region.holds(hit)]
    if not verbs or _is_against(scene, quantity):
        return None
    told = _told_apart(scene, quantity, facet)
    if told is not None:
        return told
    receiver = _given_to(scene, quantity, verbs, region)
    if receiver is not None:
        return name_match(scene, facet, receiver)
    active = [verb for verb in verbs if not _is_undergone(scene, verb)]
    objects = [_object(scene, verb.last, region, reach=_DESCRIBED) for verb in active]
    found = [name for name in objects if name is not None and is_person(scene, name)]
    if len({name_value(scene, name) for name in found}) == 1:
        return name_match(scene, facet, found[0])
    meant = person_meant(scene, verbs[0].first, facet)
    if meant is not None or is_pronoun_at(scene, verbs[0].first):
        return meant
    leading = Region(region.first, verbs[0].first)
    return only_name(scene, facet, _with_subject(scene, leading))


def person_undergoing(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the person something is done to, never who does it: "shot | Ana Ruiz four times".

    It is the object of a verb, or the subject of a passive and of one of suffering or receiving.
    """
    region = scene.region_of(quantity)
    verbs = [hit for hit in needs if region.holds(hit)]
    objects = [_object(scene, verb.last, region, reach=_DESCRIBED) for verb in verbs]
    found = [name for name in objects if name is not None and is_person(scene, name)]
    if len({name_value(scene, name) for name in found}) == 1:
        return name_match(scene, facet, found[0])
    suffering = [*scene.cues.get("losing", ()), *scene.cues.get("taking", ())]
    own = [cue for cue in suffering if any(verb.first == cue.first for verb in verbs)]
    own += [verb for verb in verbs if _is_undergone(scene, verb)]
    if found or not own:
        return None
    first = min(hit.first for hit in own)
    meant = person_meant(scene, first, facet)
    if meant is not None:
        return meant
    leading = Region(region.first, first)
    return only_name(scene, facet, _with_subject(scene, leading))


def _given_to(
    scene: Scene, quantity: Quantity, verbs: Sequence[Hit[Term]], region: Region
) -> Region | None:
    """Return the person behind "to" where a verb follows what is given: "a term handed to Ruiz"."""
    receivers = scene.language.discourse.receivers
    for verb in verbs:
        is_led = verb.last < region.last and scene.tokens[verb.last].word in receivers
        if is_led and quantity.last <= verb.first:
            found = _object(scene, verb.last + 1, region, reach=_DESCRIBED)
            return found if found is not None and is_person(scene, found) else None
    return None


def _is_against(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number stands against one before it, of somebody else: "58 % contre 42 %"."""
    if scene.before(quantity) not in scene.language.discourse.against:
        return False
    others = (other for other in scene.quantities if other.last <= quantity.first)
    return any(other.unit == quantity.unit for other in others)


def _is_undergone(scene: Scene, verb: Hit[Term]) -> bool:
    """Whether a form of "be" stands right before a verb, which is no gerund ("is paying")."""
    tokens, words = scene.tokens, scene.language.discourse
    is_gerund = tokens[verb.last - 1].word.endswith(tuple(words.gerund_endings))
    return verb.first > 0 and tokens[verb.first - 1].word in words.passives and not is_gerund


def _told_apart(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return who a later of two numbers is of: "Ruiz took 52 % | and Ivo Brandt (took) 48 %"."""
    conjunct = scene.conjunct_of(quantity)
    if conjunct.first == scene.region_of(quantity).first:
        return None
    return only_name(scene, facet, Region(conjunct.first, quantity.first))


def _with_subject(scene: Scene, before: Region) -> Region:
    """
    Take in the clause before where only helpers lead to a verb: "Ivo Brandt, 29, | was held".

    A relative clause or an age before it is passed over: "Brandt, | who led the guild, | was held".
    """
    words = scene.language.discourse
    helpers = words.auxiliaries | words.passives
    # Where verbs stand last, the helper alone opens the clause: "| wurde zu 14 Jahren verurteilt".
    led = Region(before.first, before.first + 1) if words.verb_final else before
    is_bare = all(token.word in helpers for token in scene.tokens[slice(*led)])
    if before.first == 0 or not is_bare or scene.tokens[before.first - 1].word != ",":
        return before
    number = scene.clause_at(before.first) - 1
    clause = scene.clause(number)
    is_relative = scene.tokens[clause.first].word in words.relatives
    is_passed = is_relative or any(_fills(quantity, clause) for quantity in scene.quantities)
    return scene.clause(number - 1 if is_passed and number else number)


def _fills(quantity: Quantity, clause: Region) -> bool:
    """Whether a clause is nothing but an age: ", de 52 años,"."""
    is_age = quantity.kind in ("age", "duration")
    return is_age and quantity.first - clause.first <= 1 and clause.last - quantity.last <= 1


def only_name(scene: Scene, facet: str, region: Region) -> FacetMatch | None:
    """Return the one name of a region that is no mere circumstance; of two, none."""
    names = [name for name in names_in(scene, region) if not is_governed(scene, name, region)]
    names = [name for name in names if is_person(scene, name) and not opens_sentence(scene, name)]
    names = [name for name in names if not is_owner(scene, name, names)]
    values = {name_value(scene, name) for name in names}
    return name_match(scene, facet, names[0]) if len(values) == 1 else None


def owner_of(
    scene: Scene, quantity: Quantity, facet: str, words: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return whose revenue or seats are told, by its name as written.

    A name with a suffix of possession stands before the words ("Ostra's | quarterly revenue"), with
    at most a description between.
    """
    region, suffixes = scene.region_of(quantity), scene.language.sentences.suffixes
    for hit in (hit for hit in words if region.holds(hit)):
        lowest = max(hit.first - 1 - _DESCRIBED, region.first)
        for index in range(hit.first - 1, lowest - 1, -1):
            if scene.tokens[index].word in suffixes:
                return _match_last(scene, facet, Region(region.first, index))
    return None


def _match_last(scene: Scene, facet: str, region: Region) -> FacetMatch | None:
    """Return the name that ends a stretch; "Sunday's" and "Chile's" are none."""
    names = [name for name in names_in(scene, region) if name.last == region.last]
    names = [name for name in names if is_person(scene, name) and not opens_sentence(scene, name)]
    return name_match(scene, facet, names[0]) if names else None


def firm_object(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return what is bought, by its name as written: "buys the chip maker Aris", "purchase of Aris".

    The name follows the verb or noun that the rule needs, with nothing but a description between,
    or a price or a bid and "for" ("a bid for Aris"); or it is the subject of a passive ("Aris was
    bought by Ostra").
    """
    region = scene.region_of(quantity)
    verbs = [hit for hit in needs if region.holds(hit)]
    for verb in verbs:
        if _is_undergone(scene, verb):
            return only_name(scene, facet, Region(region.first, verb.first))
    starts = (verb.last for verb in verbs)
    named = [_object(scene, start, region, reach=_DESCRIBED_FIRM) for start in starts]
    if not any(named):
        named = [_bid_for(scene, end, region) for end in (quantity.last, *(v.last for v in verbs))]
    values = {name_value(scene, found): found for found in reversed(named) if found is not None}
    return name_match(scene, facet, next(iter(values.values()))) if len(values) == 1 else None


def _bid_for(scene: Scene, index: int, region: Region) -> Region | None:
    """Return the name that "for" leads to behind a price or a bid: "$3 billion | for Aris"."""
    words = scene.language.discourse
    if index >= region.last or scene.tokens[index].word not in words.bids:
        return None
    return _object(scene, index + 1, region, reach=_DESCRIBED_FIRM)


def _before(scene: Scene, first: int, *, is_bare: bool) -> Region | None:
    """
    Return the name that what begins at `first` is set beside: "Ana Ruiz, 34", "Ana Ruiz is 34".

    A bare number needs the comma or bracket right before it.
    """
    words, tokens = scene.language.discourse, scene.tokens
    current = {word for word in words.current if " " not in word}
    links = words.passives | words.relatives | _COMMAS | current
    links = _COMMAS | current if is_bare else links
    if is_bare and _is_told_plainly(scene, first):
        links = words.passives
    if first and _is_who_is(scene, first - 1):
        links |= words.relatives
    index = start_of_office(scene, first) - 1
    lowest = max(index - _LINK, 0)
    passed = links | words.articles
    while index >= lowest and (tokens[index].word in passed or _is_who_is(scene, index)):
        index -= 1
    between = [token.word for token in tokens[index + 1 : first]]
    if index < 0 or not any(word in links for word in between) or not is_capital(scene, index):
        return None
    start = index
    while start > 0 and name_end(scene, start - 1) > index and is_capital(scene, start - 1):
        start -= 1
    found = Region(start, index + 1)
    origin = is_governed(scene, found, Region(0, first)) and _from(scene, start)
    if origin:
        return origin if is_person(scene, origin) else None
    is_led = is_bare and is_governed(scene, found, Region(0, first))
    return found if is_person(scene, found) and not is_led else None


def _is_who_is(scene: Scene, index: int) -> bool:
    """Whether a suffix stands for a form of "be": "who | 's"."""
    words, tokens = scene.language, scene.tokens
    is_suffix = tokens[index].word in words.sentences.suffixes
    return is_suffix and index > 0 and tokens[index - 1].word in words.discourse.relatives


def _is_told_plainly(scene: Scene, first: int) -> bool:
    """Whether a name, a form of "be" and a number are all of a clause: "Ana Ruiz is 41."."""
    tokens, words = scene.tokens, scene.language.discourse
    if first < 2 or tokens[first - 1].word not in words.passives:
        return False
    is_ended = first + 1 >= len(tokens) or tokens[first + 1].word in (".", ",", ";")
    return is_ended and is_capital(scene, first - 2)


def _from(scene: Scene, start: int) -> Region | None:
    """Return the name that a comma and a preposition set a place beside: "Ana Ruiz, | of Tirso"."""
    comma = start - 2
    if comma < 1 or scene.tokens[comma].word != "," or not is_capital(scene, comma - 1):
        return None
    first = comma - 1
    while first > 0 and name_end(scene, first - 1) > first and is_capital(scene, first - 1):
        first -= 1
    return Region(first, comma)


def start_of_office(scene: Scene, first: int) -> int:
    """Go back over what someone is to the comma: "Ivo Brandt, | un boulanger de 61 ans"."""
    tokens = scene.tokens
    if first == 0 or tokens[first - 1].word not in scene.language.discourse.belonging:
        return first
    for index in range(first - 2, max(first - 2 - _DESCRIBED, 0), -1):
        if tokens[index].word in _COMMAS:
            return index + 1
        if tokens[index].kind is not TokenKind.WORD or is_capital(scene, index):
            break
    return first


def is_set_off(scene: Scene, quantity: Quantity) -> bool:
    """Whether a bare number is closed off like an age: "Ruiz, 34, ...", "Ruiz (34) ..."."""
    if quantity.last >= len(scene.tokens):
        return True
    token, words = scene.tokens[quantity.last], scene.language.discourse
    joins = scene.language.sentences.list_words | words.passives | words.auxiliaries
    return token.word in joins or token.kind is TokenKind.SYMBOL


def _behind(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the name behind an age: "the 61-year-old former chief Ana Ruiz"."""
    words, tokens = scene.language.discourse, scene.tokens
    stops = words.prepositions | words.pronouns | words.relatives | words.passives
    says = scene.reporting
    start = quantity.last
    if start > quantity.mention.number_last and is_capital(scene, quantity.mention.number_last):
        # "Father of two | Tom Hale": nobody counts Toms.
        start = quantity.mention.number_last
    for index in range(start, min(start + _DESCRIBED + 1, len(tokens))):
        if is_capital(scene, index):
            found = Region(index, name_end(scene, index))
            return found if is_person(scene, found) else None
        if _is_of_number(scene, index):
            # "The 36-year-old father | of two | Tom Hale".
            continue
        is_comma = tokens[index].word == "," and index > start
        if tokens[index].kind is not TokenKind.WORD and not is_comma:
            return None
        if tokens[index].word in stops or index in says:
            return None
    return None


def _is_of_number(scene: Scene, index: int) -> bool:
    """Whether "of" and a number stand at a token, or the number behind "of"."""
    belonging, tokens = scene.language.discourse.belonging, scene.tokens
    starts = {quantity.mention.number_first for quantity in scene.quantities}
    is_of = tokens[index].word in belonging and index + 1 in starts
    return is_of or (index in starts and index > 0 and tokens[index - 1].word in belonging)


def reference_place(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return the place a distance is reckoned from: "35 miles south-west of | Tirso"."""
    words, tokens = scene.language.discourse, scene.tokens
    is_led = False
    for index in range(quantity.last, min(quantity.last + _DIRECTIONS, len(tokens))):
        if is_led and is_capital(scene, index):
            return name_match(scene, facet, Region(index, name_end(scene, index)))
        is_led = is_led or tokens[index].word in words.belonging | words.givers
        if tokens[index].kind is not TokenKind.WORD and tokens[index].word not in "-,":
            return None
    return None


def _object(scene: Scene, start: int, region: Region, *, reach: int) -> Region | None:
    """Return the first name behind a verb, a date, articles, "of" and a description passed over."""
    words, tokens = scene.language.discourse, scene.tokens
    named = {name.first: name for name in names_in(scene, region)}
    ages = {i for q in scene.quantities if q.kind == "age" for i in range(q.first, q.last)}
    undated = [index for index in range(start, region.last) if index not in scene.dated]
    for index in undated[: reach + 1 + len(ages)]:
        if index in named:
            return owned(scene, named, named[index])
        token = tokens[index]
        is_passed = token.word in words.articles | words.belonging | words.objects
        # "Condannato | a Ivo Brandt": where a preposition leads to those that something is done to.
        is_passed |= index == start and token.word in words.indirect
        stops = words.prepositions | words.pronouns | words.relatives | words.that
        is_stop = token.word in stops or token.word in scene.language.sentences.clause_words
        if token.kind is TokenKind.SYMBOL and token.word not in "-'":
            return None
        if is_stop and not is_passed:
            return None
    return None
