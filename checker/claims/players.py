"""Who does what a figure counts: the player of the points, never whom they are scored against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claims.book import Term
from checker.claims.names import (
    QUOTES,
    free_names,
    is_governed,
    is_origin,
    is_person,
    name_match,
    names_in,
    nouns_of_people,
    relates_to_other,
)
from checker.claims.owners import owner_of_term
from checker.claims.persons import object_behind
from checker.claims.referents import is_somebody
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, is_pronoun_at, name_end
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind
from checker.plurals import is_plural

# Of these nobody else than a person is told: "the Crossing took $9m", "the Ruiz family owns".
_PEOPLE = frozenset({"holder", "player", "prisoner"})
# Words between an owner and a figure: "Ruiz's | season-best | 47 points".
_LINK = 3
# A name, a comma, a description and a comma are so many tokens at least.
_FEWEST = 4
# And a description has so many at most.
_LONGEST = 12
# Clauses that may describe the subject before its verb: "Ruiz, | the guard, | who is 31, | made 9".
_CLAUSES_BACK = 3


def person_doing(
    scene: Scene, quantity: Quantity, facet: str, terms: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return who does what is counted, as written.

    It owns the figure ("Ruiz's 47 points"), or "from" or "by" names it behind ("47 points from
    Ruiz", "led by Ruiz with 47"); else it is the subject of the last of `terms` before the number.
    Behind that verb stands an opponent ("torched Ostra for 47"). Of two joined names it is neither.
    """
    found = _owner(scene, quantity, terms) or _bracketed(scene, quantity)
    found = found or _named_behind(scene, quantity, terms) or _subject(scene, quantity, terms)
    if found is None and facet == "winner":
        found = _meant_for(scene, quantity)
    if found is not None and facet in _PEOPLE and is_origin(scene, found):
        return None
    if facet == "player" and found is not None and _are_several(scene, found):
        return None
    return name_match(scene, facet, found) if found else None


def person_hired(
    scene: Scene, quantity: Quantity, facet: str, terms: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return who signs or is signed, bought or paid, as written.

    It is called by the sum ("the $9m striker Ruiz"), owns it ("Ruiz's $9m deal"), is the object of
    a verb before it ("Ostra signed Ruiz for $9m") or behind "for" or "of" ("paid $9m for Ruiz",
    "the $9m signing of Ruiz"); else it is the subject ("Ruiz signed a deal").
    """
    found = _priced(scene, quantity) or _owner(scene, quantity)
    found = found or object_of(scene, quantity, terms)
    found = found or _bought(scene, quantity, terms)
    if found is None and not _is_described(scene, quantity, terms):
        found = _subject(scene, quantity, terms)
    if found is None or _is_team(scene, found):
        found = owner_of_term(scene, terms)
    return name_match(scene, facet, found) if found and not _is_team(scene, found) else None


def object_of(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> Region | None:
    """Return the person behind a verb: "signed | free agent Ana Ruiz"; "signed a deal" has none."""
    region = scene.region_of(quantity)
    # "Joined Ostra", "cost Ostra $9m": behind these stands a club.
    words = scene.language.discourse
    others = words.prepositions | words.joining
    for hit in terms:
        # "Got rid of | Ruiz" holds a verb all the same.
        is_verb = scene.tokens[hit.last - 1].word not in others or hit.last - hit.first >= _LINK
        if is_verb and region.holds(hit) and hit.last <= quantity.first:
            found = _signee(scene, Region(hit.last, quantity.first))
            if found is not None:
                return found
    return None


def _bought(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> Region | None:
    """
    Return the name that "for" leads to behind a price: "paid $9m | to Ostra | for Ruiz".

    So does "of" right behind a word of the rule: "the $9m signing | of Ruiz".
    """
    region, words = scene.region_of(quantity), scene.language.discourse
    ends = {hit.last for hit in terms}
    for index in range(quantity.last, region.last - 1):
        word = scene.tokens[index].word
        if word in words.bids or (word in words.belonging and ends & {index, index + 1}):
            found = _signee(scene, Region(index + 1, region.last))
            # "$9m for the bout | and Ruiz $4m" is no price of hers.
            between = scene.tokens[index + 1 : found.first] if found else ()
            joins = scene.language.sentences.list_words
            return None if any(token.word in joins for token in between) else found
    return None


def _priced(scene: Scene, quantity: Quantity) -> Region | None:
    """Return who is called by a sum: "the $9m striker | Ana Ruiz"."""
    if quantity.kind != "currency":
        return None
    ends = {hit.last for hit in nouns_of_people(scene) if hit.first == quantity.last}
    rest = Region(min(ends, default=0), scene.region_of(quantity).last)
    names = names_in(scene, rest) if ends else ()
    return next((name for name in names if name.first in ends), None)


def _is_described(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> bool:
    """Whether a verb has somebody without a name behind it: "Ostra signed | the 24-year-old"."""
    tokens = scene.tokens
    definite = scene.language.discourse.articles - scene.language.numbers.articles
    own = [hit.last for hit in terms if hit.last < quantity.first]
    # "To | bring the 24-year-old": any verb that says to what end will do.
    region, purpose = scene.region_of(quantity), scene.language.discourse.purpose
    own += [at + 2 for at in range(region.first, quantity.first - 2) if tokens[at].word in purpose]
    return any(tokens[at].word in definite and is_somebody(scene, at) for at in own)


def _signee(scene: Scene, region: Region) -> Region | None:
    """Return the person, and no team, whose name begins a stretch, a description passed over."""
    found = object_behind(scene, region.first, region)
    is_one = found is not None and is_person(scene, found) and not _is_team(scene, found)
    return found if is_one else None


def _is_team(scene: Scene, name: Region) -> bool:
    """Whether an article makes a name that of a team: "the Falcons"."""
    articles = scene.language.discourse.articles
    return bool(name.first) and scene.tokens[name.first - 1].word in articles


def _are_several(scene: Scene, name: Region) -> bool:
    """Whether a name with an article is a plural: "the Falcons", but not "the Catalan"."""
    words = scene.language.quantities
    last = scene.tokens[name.last - 1].word
    return not words.has_capital_nouns and _is_team(scene, name) and is_plural(last, words)


def _owner(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]] = ()) -> Region | None:
    """Return the name that a figure belongs to: "Ruiz's 47 points"."""
    tokens, suffixes = scene.tokens, scene.language.sentences.suffixes
    verbs = {hit.first for hit in terms if tokens[hit.first - 1].word != "-"}
    for index in range(quantity.first - 1, max(quantity.first - 2 - _LINK, 0), -1):
        if tokens[index].word in suffixes:
            # "Ruiz's film | won seven awards": what is hers has won them.
            if not verbs.isdisjoint(range(index + 2, quantity.first)):
                return None
            names = (name for name in names_in(scene, Region(0, index)) if name.last == index)
            return next((name for name in names if is_person(scene, name)), None)
        is_led = tokens[index].word in scene.language.discourse.prepositions
        if is_led or tokens[index].kind is not TokenKind.WORD or is_capital(scene, index):
            return None
    return None


def _named_behind(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> Region | None:
    """
    Return the name behind "from" or "by": "47 points from Ruiz", "led by Ruiz with 47".

    A few words may say how, before a whole name: "22 points | off the bench from Ana Ruiz".
    """
    tokens, givers = scene.tokens, scene.language.discourse.givers
    ends = [hit.last for hit in terms if hit.last < quantity.first]
    reach = min(quantity.last + 1 + _LINK, scene.region_of(quantity).last)
    how = range(quantity.last + 2, reach + 1)
    for end in (quantity.last + 1, *ends, _end_of_list(scene, quantity) + 1, *how):
        is_led = end < len(tokens) and tokens[end - 1].word in givers and is_capital(scene, end)
        found = Region(end, name_end(scene, end)) if is_led else None
        is_whole = found is not None and (end not in how or found.last - found.first > 1)
        if found is not None and is_whole and is_person(scene, found):
            return found
    return None


def _end_of_list(scene: Scene, quantity: Quantity) -> int:
    """Return where a list of figures ends: "47 points, nine assists and six rebounds | from"."""
    joins, last = scene.language.sentences.list_words | {","}, quantity.last
    for one in scene.quantities:
        between = scene.tokens[last : one.first]
        if one.first >= last and between and all(token.word in joins for token in between):
            last = one.last
    return last


def _bracketed(scene: Scene, quantity: Quantity) -> Region | None:
    """Return who stands before brackets that tell figures: "Ruiz (47 points, nine assists)"."""
    before = [index for index in range(quantity.first) if scene.tokens[index].word in ("(", ")")]
    opening = before[-1] if before else 0
    if scene.tokens[opening].word != "(":
        return None
    names = (name for name in names_in(scene, Region(0, opening)) if name.last == opening)
    return next((name for name in names if is_person(scene, name)), None)


def _meant_for(scene: Scene, quantity: Quantity) -> Region | None:
    """Return whom a number that opens its clause is for: "Four awards | for Ana Ruiz"."""
    tokens, words, index = scene.tokens, scene.language, quantity.last
    if quantity.first != scene.region_of(quantity).first or index >= len(tokens):
        return None
    if tokens[index].word not in words.discourse.bids:
        return None
    names = names_in(scene, Region(index + 1, len(tokens)))
    name = next((name for name in names if is_person(scene, name)), None)
    passed = words.discourse.articles | QUOTES
    is_led = name and all(token.word in passed for token in tokens[index + 1 : name.first])
    return name if is_led else None


def _subject(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> Region | None:
    """Return the subject of the last verb before a number."""
    region = scene.region_of(quantity)
    own = [hit for hit in terms if region.holds(hit) and hit.last <= quantity.first]
    # "Finished | with 47 points", "Ruiz | 's 47": these lead to the number and tell no verb.
    links = scene.language.sentences.suffixes | scene.language.discourse.prepositions
    verbs = [hit.first for hit in own if scene.tokens[hit.first].word not in links]
    end = max(verbs, default=quantity.first)
    if is_pronoun_at(scene, end):
        return None
    start = scene.clause(scene.clause_at(max(end - 1, 0))).first
    start = max(start, region.first, *_commas(scene, Region(start, end)))
    names = [] if _is_relative(scene, start) else actors_in(scene, Region(start, end))
    if _is_resumed(scene, start):
        # "Ruiz, 31, watched as | Brandt fell": whoever stands right before the verb does it.
        names = [name for name in names if _is_own(scene, name, Region(start, end))]
    if names:
        between = scene.tokens[names[-1].last : end]
        if any(token.word in scene.language.discourse.pronouns for token in between):
            # "The coach, Ivo Brandt, said that he had made nine" is of somebody else.
            return None
        # "Ruiz beat Ostra | and scored 47": whom the first verb is done to does not do the second.
        is_joined = scene.tokens[end - 1].word in scene.language.sentences.list_words
        return names[0] if is_joined else only_actor(scene, names)
    if quantity.kind in ("currency", "duration") and start == quantity.first:
        is_topic = start > 0 and scene.tokens[start - 1].word == ":"
        return _before(scene, start, end) if is_topic else _set_beside(scene, start)
    return _before(scene, start, end)


def _is_own(scene: Scene, name: Region, region: Region) -> bool:
    """Whether a name is the subject of the verb that ends a stretch, which opens with another."""
    tokens, words = scene.tokens, scene.language.discourse
    is_late = name.first > region.first + 1
    is_led = tokens[name.first - 1].word in words.prepositions | words.articles
    between = tokens[name.last : region.last]
    return is_late and not is_led and all(token.word in words.auxiliaries for token in between)


def _commas(scene: Scene, region: Region) -> Iterator[int]:
    """Yield where a stretch goes on behind a comma, but not in "a two-year, | $9m deal"."""
    figures = {(one.last, other.first) for one, other in pairwise(scene.quantities)}
    for index in range(*region):
        if scene.tokens[index].word == "," and (index, index + 1) not in figures:
            yield index + 1


def actors_in(scene: Scene, region: Region) -> list[Region]:
    """
    Return the names that may do something: no club that is joined, nothing counted.

    Nor is it the one whose something does it: "Ruiz's | film won five awards", nor "by | Ruiz".
    """
    tokens, words = scene.tokens, scene.language.discourse
    joined = words.joining | words.givers
    is_done = all(one.first != region.last for one in scene.quantities)
    # "Ruiz's | season-best | 47 points" are hers; "Ruiz's | new boss is on £2m" names nobody.
    owned = region.last if is_done else region.last - _LINK
    owners = scene.language.sentences.suffixes
    counted = {one.head for one in scene.quantities}
    return [
        name
        for name in free_names(scene, region)
        if tokens[name.first - 1].word not in (joined if name.first else ())
        and name.last - 1 not in counted
        and not (tokens[name.last].word in owners and name.last + 1 < owned)
    ]


def only_actor(scene: Scene, names: Sequence[Region]) -> Region | None:
    """Return the last of some names, but not of two that are joined: "Ruiz and Brandt scored"."""
    joins = scene.language.sentences.list_words
    names = [name for name in names if not _is_team(scene, name)] or names
    if len(names) == 1 or scene.tokens[names[-1].first - 1].word not in joins:
        return names[-1]
    # "Brandt had 47 | and Ruiz added 12": the first has a figure of its own.
    between = range(names[-2].last, names[-1].first)
    is_parted = any(one.first in between for one in scene.quantities)
    return names[-1] if is_parted else None


def _before(scene: Scene, start: int, end: int) -> Region | None:
    """Return the subject of a clause without one: "Ruiz, | who made 47", "Ruiz, | averaging 29"."""
    for back in range(_CLAUSES_BACK):
        mark = scene.tokens[start - 1].word if start else ""
        if mark == ":":
            return _topic(scene, scene.clause(scene.clause_at(start - 1)))
        if mark != ",":
            return None
        if _is_relative(scene, start) and _is_of_another(scene, start):
            return None
        clause = Region(scene.clause(scene.clause_at(start - 1)).first, start)
        is_inner = back > 0 and (_opens_clause(scene, start) or _is_set_behind(scene, start))
        if not (is_inner or _is_resumed(scene, start) or _is_subjectless(scene, start, end)):
            return None
        is_beside = _is_relative(scene, start) or _is_noun_phrase(scene, start)
        names = free_names(scene, clause) if is_beside else actors_in(scene, clause)
        if _is_relative(scene, start):
            # "No answer to Ruiz, | who made 47": whoever stands right before it is meant.
            names += [one for one in names_in(scene, clause) if _is_given(scene, one, start - 1)]
        is_aside = _is_noun_phrase(scene, clause.first) or _is_relative(scene, clause.first)
        if names and not is_aside:
            return names[-1] if is_beside else names[0]
        start, end = clause.first, start
    return None


def _is_of_another(scene: Scene, start: int) -> bool:
    """Whether a relative clause is about nobody that a subject before it names."""
    return relates_to_other(scene, start) or _is_of_somebody(scene, start - 1)


def _is_of_somebody(scene: Scene, end: int) -> bool:
    """Whether a preposition leads to somebody without a name: "for | the 19-year-old |, who"."""
    words, nouns = scene.language.discourse, nouns_of_people(scene)
    ages = {one.last for one in scene.quantities if one.kind == "age"}
    ends = ages | {noun.last for noun in nouns}
    index = end - 1
    while end in ends and index > 0 and end - index <= _LONGEST and not is_capital(scene, index):
        if scene.tokens[index].word in words.prepositions:
            return True
        index -= 1
    return False


def _is_given(scene: Scene, name: Region, end: int) -> bool:
    """Whether a person ends at a token to whom something is told or given: "answer to | Ruiz"."""
    before = scene.tokens[name.first - 1].word if name.first else ""
    is_given = before in scene.language.discourse.receivers
    return name.last == end and is_given and is_person(scene, name)


def _set_beside(scene: Scene, start: int) -> Region | None:
    """Return whose sum a bare one behind a comma is: "Ruiz's deal, | $9m over a year"."""
    if start == 0 or scene.tokens[start - 1].word != ",":
        return None
    clause = Region(scene.clause(scene.clause_at(start - 1)).first, start)
    ends = {start - 1}
    suffixes = scene.language.sentences.suffixes
    ends |= {index for index in range(*clause) if scene.tokens[index].word in suffixes}
    names = [name for name in names_in(scene, clause) if name.last in ends]
    return names[-1] if names and is_person(scene, names[-1]) else None


def _is_resumed(scene: Scene, start: int) -> bool:
    """Whether a clause goes on from a name and a description: "Ruiz, the guard, | made 9"."""
    tokens = scene.tokens
    if start < _FEWEST or tokens[start - 1].word != ",":
        return False
    for index in range(start - 2, max(start - 2 - _LONGEST, 0), -1):
        if tokens[index].word == ",":
            is_age = tokens[index + 1].kind is TokenKind.NUMBER
            is_name = is_capital(scene, index - 1)
            return is_name and (is_age or _is_noun_phrase(scene, index + 1))
    return False


def _topic(scene: Scene, clause: Region) -> Region | None:
    """Return the one name before a colon, owners too: "Ruiz's line: 29 points"."""
    names = [name for name in names_in(scene, clause) if is_person(scene, name)]
    # "Ruiz re-signs with Ostra: 8 years".
    names = [name for name in names if not is_governed(scene, name, clause)] or names
    return names[0] if len(names) == 1 else None


def _is_subjectless(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause has no subject of its own: a verb or "who" opens it, or it describes one."""
    words = scene.language.discourse
    passed = words.auxiliaries | words.passives | words.prepositions
    passed |= scene.language.sentences.list_words
    is_bare = all(token.word in passed for token in scene.tokens[start:end])
    return is_bare or _is_relative(scene, start) or _is_noun_phrase(scene, start)


def _is_relative(scene: Scene, start: int) -> bool:
    return scene.tokens[start].word in scene.language.discourse.relatives


def _opens_clause(scene: Scene, start: int) -> bool:
    """Whether a clause may be set off inside another: "Ruiz, | whose deal ends, scored"."""
    return scene.tokens[start].word in scene.language.sentences.clause_words


def _is_set_behind(scene: Scene, start: int) -> bool:
    """Whether something is said between commas of the name before it: "Ruiz, | born in Tirso,"."""
    joins = scene.language.sentences.list_words
    is_named = start > 1 and is_capital(scene, start - 2)
    first = scene.tokens[start]
    return is_named and first.word not in joins and scene.text[first.start].islower()


def _is_noun_phrase(scene: Scene, start: int) -> bool:
    """Whether a clause opens with an article, as what is set beside a name does."""
    return start > 0 and scene.tokens[start].word in scene.language.discourse.articles
