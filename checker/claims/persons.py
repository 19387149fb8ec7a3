"""Whose age, sentence or salary a number is: a person or a firm, by the name the text gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.claims.anaphors import person_meant
from checker.claims.book import Term
from checker.claims.names import (
    free_names,
    is_governed,
    is_person,
    name_match,
    name_value,
    names_in,
    nouns_of_people,
    opens_sentence,
    owned,
)
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, is_pronoun_at
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# So many words may help a verb: "must now | perform".
_HELPERS = 2
# So many words may describe a person between the age and the name: "the 61-year-old former chief".
_DESCRIBED = 3
# Clauses that describe who did something: "Brandt, | 44, | a baker, | was held".
_CLAUSES_BACK = 3
# Whose the sum or the seats are.
_GIVER = "party"
# Of a term or a fine it is told who bears it, never who gives it.
_UNDERGOING = frozenset({"person", "who"})


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
    active = [verb for verb in verbs if not is_undergone(scene, verb)]
    if facet == _GIVER:
        # "Gave $2m to build a school | in his home town of Ostra": what a sum is for names nobody.
        active = [verb for verb in active if verb.first < quantity.first]
    objects = [name_behind(scene, verb.last, region, reach=_DESCRIBED) for verb in active]
    # "Won 12 | Senate | seats": a name inside the counted phrase is nobody's.
    objects = [name for name in objects if name and not quantity.first < name.first < quantity.last]
    found = [name for name in objects if name and is_person(scene, name)]
    if len({name_value(scene, name) for name in found}) == 1:
        return name_match(scene, facet, found[0])
    meant = person_meant(scene, verbs[0].first, facet)
    is_done = facet in _UNDERGOING and any(_has_pronoun(scene, verb) for verb in active)
    if meant is not None or is_done or is_pronoun_at(scene, verbs[0].first):
        return meant
    return _leading(scene, facet, Region(region.first, verbs[0].first))


def _has_pronoun(scene: Scene, verb: Hit[Term]) -> bool:
    """Whether a pronoun is the object of a verb: "Judge Ruiz sentenced | him | to nine years"."""
    words, last = scene.language.discourse, verb.last
    if last + 1 >= len(scene.tokens) or scene.tokens[last].word not in words.datives:
        return False
    # "Jailed | her brother" has a noun behind it.
    behind = scene.tokens[last + 1]
    is_number = any(one.first == last + 1 for one in scene.quantities)
    return is_number or behind.kind is not TokenKind.WORD or behind.word in words.prepositions


def _leading(scene: Scene, facet: str, before: Region) -> FacetMatch | None:
    """Return the one name before a verb, or that of the last of two clauses before it."""
    beside = _set_before(scene, before.last)
    if beside is not None:
        return name_match(scene, facet, beside)
    leading = _with_subject(scene, before)
    return only_name(scene, facet, leading) or _of_last(scene, facet, leading)


def _set_before(scene: Scene, verb: int) -> Region | None:
    """Return the name whose comma a participle follows: "and now Ivo Brandt, | freed on bail"."""
    comma = verb - 1
    if comma < 1 or scene.tokens[comma].word != ",":
        return None
    if not scene.tokens[verb].word.endswith(tuple(scene.language.quantities.participles) or (" ",)):
        return None
    names = [name for name in names_in(scene, Region(0, comma)) if name.last == comma]
    free = [name for name in names if not is_governed(scene, name, Region(0, comma))]
    return next((name for name in free if is_person(scene, name)), None)


def _of_last(scene: Scene, facet: str, leading: Region) -> FacetMatch | None:
    """Return the name of the last of two clauses joined: "Ruiz is out, | and Brandt was held"."""
    tokens, words = scene.tokens, scene.language
    helpers = words.discourse.passives | words.discourse.auxiliaries
    for index in range(leading.last - 1, leading.first, -1):
        if tokens[index].word in words.sentences.list_words and tokens[index - 1].word == ",":
            before = tokens[leading.first : index]
            is_clause = any(token.word in helpers for token in before)
            last = Region(index + 1, leading.last)
            return only_name(scene, facet, last) if is_clause else None
    return None


def person_undergoing(
    scene: Scene, quantity: Quantity, facet: str, needs: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the person something is done to, never who does it: "shot | Ana Ruiz four times".

    It is the object of a verb, or the subject of a passive and of one of suffering or receiving.
    """
    region = scene.region_of(quantity)
    verbs = [hit for hit in needs if region.holds(hit)]
    objects = [name_behind(scene, verb.last, region, reach=_DESCRIBED) for verb in verbs]
    found = [name for name in objects if name is not None and is_person(scene, name)]
    if len({name_value(scene, name) for name in found}) == 1:
        return name_match(scene, facet, found[0])
    suffering = [*scene.cues.get("losing", ()), *scene.cues.get("taking", ())]
    own = [cue for cue in suffering if any(verb.first == cue.first for verb in verbs)]
    own += [verb for verb in verbs if is_undergone(scene, verb)]
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
            found = name_behind(scene, verb.last + 1, region, reach=_DESCRIBED)
            return found if found is not None and is_person(scene, found) else None
    return None


def _is_against(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number stands against one before it, of somebody else: "58 % contre 42 %"."""
    if scene.before(quantity) not in scene.language.discourse.against:
        return False
    others = (other for other in scene.quantities if other.last <= quantity.first)
    return any(other.unit == quantity.unit for other in others)


def _rival(scene: Scene, quantity: Quantity) -> Region | None:
    """Return whose a later of two numbers is: "51 % to | Brandt's 47", "47 for | Brandt"."""
    others = (one for one in scene.quantities if one.last <= quantity.first)
    if not any(one.unit == quantity.unit for one in others):
        return None
    tokens, words, index = scene.tokens, scene.language, quantity.first - 1
    if tokens[index].word in words.sentences.suffixes:
        own = [name for name in names_in(scene, Region(0, index)) if name.last == index]
        return own[0] if own and is_person(scene, own[0]) else None
    index = quantity.last
    if index < len(tokens) and tokens[index].word in words.discourse.bids:
        return name_behind(scene, index + 1, Region(index, len(tokens)), reach=_DESCRIBED)
    return None


def is_undergone(scene: Scene, verb: Hit[Term]) -> bool:
    """Whether a form of "be" stands right before a verb, which is no gerund ("is paying")."""
    tokens, words = scene.tokens, scene.language.discourse
    ends = tokens[verb.first].word, tokens[verb.last - 1].word
    is_gerund = any(word.endswith(tuple(words.gerund_endings)) for word in ends)
    return verb.first > 0 and tokens[verb.first - 1].word in words.passives and not is_gerund


def _told_apart(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """Return who a later of two numbers is of: "Ruiz took 52 % | and Ivo Brandt (took) 48 %"."""
    rival = _rival(scene, quantity)
    if rival is not None:
        return name_match(scene, facet, rival)
    conjunct = scene.conjunct_of(quantity)
    if conjunct.first == scene.region_of(quantity).first:
        return None
    return only_name(scene, facet, Region(conjunct.first, quantity.first))


def _with_subject(scene: Scene, before: Region) -> Region:
    """
    Take in the clause before where only helpers lead to a verb: "Ivo Brandt, 29, | was held".

    Relative clauses, ages and descriptions are passed over: "Brandt, | 44, | a baker, | was held".
    So is a word that goes on about the same subject: "Brandt avoided jail | but must".
    """
    words = scene.language.discourse
    described = _described(scene, before)
    if described is not None:
        return described
    if before.first and _goes_on(scene, before):
        return Region(scene.clause(scene.clause_at(before.first) - 1).first, before.last)
    helpers = words.auxiliaries | words.passives
    # Where verbs stand last, the helper alone opens the clause: "| wurde zu 14 Jahren verurteilt".
    led = Region(before.first, before.first + 1) if words.verb_final else before
    is_bare = all(token.word in helpers for token in scene.tokens[slice(*led)])
    if before.first == 0 or not is_bare or scene.tokens[before.first - 1].word != ",":
        return before
    number = scene.clause_at(before.first) - 1
    for _ in range(_CLAUSES_BACK):
        if not number or not _describes(scene, scene.clause(number)):
            break
        number -= 1
    return scene.clause(number)


def _described(scene: Scene, before: Region) -> Region | None:
    """Return the name that a relative clause is about: "among them | Ivo Brandt, 27, | who is"."""
    tokens, words, comma = scene.tokens, scene.language.discourse, before.first - 1
    leading = tokens[slice(*before)]
    is_bare = all(token.word in words.auxiliaries | words.passives for token in leading[1:])
    who = words.relatives - words.that - words.articles
    if comma < 1 or not leading or leading[0].word not in who or not is_bare:
        return None
    if tokens[comma].word == "," and any(one.last == comma for one in scene.quantities):
        comma = next(one.first for one in scene.quantities if one.last == comma) - 1
    named = names_in(scene, Region(0, max(comma, 0)))
    found = [name for name in named if name.last == comma and tokens[comma].word == ","]
    return found[0] if found and not is_governed(scene, found[0], Region(0, comma)) else None


def _describes(scene: Scene, clause: Region) -> bool:
    """Whether a clause is said of the name before it: an age, a description, a relative clause."""
    first = scene.tokens[clause.first].word
    # "Brandt, | convicted of fraud, | was jailed".
    is_done = first.endswith(tuple(scene.language.quantities.participles))
    is_relative = is_done or first in scene.language.discourse.relatives
    is_aside = is_relative or _says_who(scene, clause)
    return is_aside or any(_fills(quantity, clause) for quantity in scene.quantities)


def _goes_on(scene: Scene, before: Region) -> bool:
    """Whether a clause opens with a joining word that a verb follows at once: "but must"."""
    words, tokens = scene.language.discourse, scene.tokens[slice(*before)]
    joins = scene.language.sentences.clause_words - words.relatives - words.that - words.conditions
    others = words.articles | words.pronouns | words.possessives | words.owners
    is_led = bool(tokens) and tokens[0].word in joins and len(tokens) <= 1 + _HELPERS
    return is_led and not any(
        token.word in others or scene.text[token.start].isupper() for token in tokens[1:]
    )


def _says_who(scene: Scene, clause: Region) -> bool:
    """Whether a clause between commas says who a name is: "Ana Ruiz, | the baker of Tirso, |"."""
    is_beside = (
        clause.first > 1 and scene.tokens[clause.first].word in scene.language.discourse.articles
    )
    return is_beside and is_capital(scene, clause.first - 2)


def _is_aside(scene: Scene, name: Region, region: Region) -> bool:
    """Whether a name is in what is said of another: "Ana Ruiz, the widow of | Ivo Brandt, was"."""
    clause = scene.clause(scene.clause_at(name.first))
    is_closed = region.first < clause.first and scene.tokens[clause.last - 1].word == ","
    return is_closed and _says_who(scene, clause)


def _called(scene: Scene, named: Mapping[int, Region], name: Region) -> Region:
    """Return the person that a place or a club only describes: "Ostra midfielder | Ana Ruiz"."""
    nouns = (hit for hit in nouns_of_people(scene) if hit.first == name.last)
    return next((named[hit.last] for hit in nouns if hit.last in named), name)


def _fills(quantity: Quantity, clause: Region) -> bool:
    """Whether a clause is nothing but an age: ", de 52 años,"."""
    is_bare = quantity.kind == "number" and quantity.mention.form == "digits"
    is_age = is_bare or quantity.kind in ("age", "duration")
    return is_age and quantity.first - clause.first <= 1 and clause.last - quantity.last <= 1


def only_name(scene: Scene, facet: str, region: Region) -> FacetMatch | None:
    """Return the one name of a region that is no mere circumstance; of two, none."""
    names = [name for name in free_names(scene, region) if not _is_aside(scene, name, region)]
    names = [name for name in names if not _is_in_relative(scene, name, region)]
    values = {name_value(scene, name) for name in names}
    return name_match(scene, facet, names[0]) if len(values) == 1 else None


def _is_in_relative(scene: Scene, name: Region, region: Region) -> bool:
    """Whether a name only tells who somebody is: "A man who robbed | Ana Ruiz was jailed"."""
    words, tokens = scene.language.discourse, scene.tokens
    who = words.relatives - words.that - words.articles
    return any(
        tokens[index].word in who and tokens[index - 1].word not in words.prepositions | {","}
        for index in range(max(region.first, 1), name.first)
    )


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


def object_behind(scene: Scene, start: int, region: Region) -> Region | None:
    """Return the person's name behind a verb, with what describes it passed over."""
    return name_behind(scene, start, region, reach=_DESCRIBED)


def name_behind(scene: Scene, start: int, region: Region, *, reach: int) -> Region | None:
    """Return the first name behind a verb, a date, articles, "of" and a description passed over."""
    words, tokens = scene.language.discourse, scene.tokens
    named = {name.first: name for name in names_in(scene, region)}
    ages = {i for q in scene.quantities if q.kind == "age" for i in range(q.first, q.last)}
    undated = [index for index in range(start, region.last) if index not in scene.dated]
    ends = {quantity.last for quantity in scene.quantities}
    reach += undated[:1] != [] and tokens[undated[0]].word in words.articles
    for index in undated[: reach + 1 + len(ages)]:
        if index in named:
            return _called(scene, named, owned(scene, named, named[index]))
        token = tokens[index]
        is_passed = token.word in words.articles | words.belonging | words.objects
        # "Condannato | a Ivo Brandt": where a preposition leads to those that something is done to.
        is_passed |= index == start and token.word in words.indirect
        stops = words.prepositions | words.pronouns | words.relatives | words.that
        is_stop = token.word in stops or token.word in scene.language.sentences.clause_words
        if token.kind is TokenKind.SYMBOL and token.word not in "-'":
            return None
        # "Ruiz got 9 years and | Brandt got 4": what follows a number is another's.
        is_stop = is_stop or (index in ends and token.word in scene.language.sentences.list_words)
        if is_stop and not is_passed:
            return None
    return None
