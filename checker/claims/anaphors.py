"""Somebody named before: "he was jailed", "the 38-year-old said", "Ana Ruiz died at 91"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from decimal import Decimal

from checker.claims.beside import is_over, is_score
from checker.claims.countries import countries
from checker.claims.described import set_beside
from checker.claims.names import (
    QUOTES,
    free_names,
    is_governed,
    is_known,
    is_person,
    is_suffixed,
    is_title,
    name_match,
    name_related,
    name_value,
    names_in,
    nouns_of_people,
)
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital, is_pronoun_at, name_end
from checker.model import ROLE, SOMEONE, FacetMatch, Quantity, TokenKind
from checker.plurals import is_plural

# Words between an age and the noun it describes: "the 38-year-old former | actor".
_DESCRIBED = 2
# And between an article and its noun or age: "the former Ostra | striker, 38,".
_QUALIFIED = 3
# Words of an age that a comma parts from who it is of: "died on Friday, | aged | 91".
_AGED = 2
# Clauses that may describe somebody before a verb: "Ruiz, | 91, | the star of "Ostra", | died".
_CLAUSES_BACK = 3


def aged_person(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return the person named before whose age a number is, where no name stands beside it.

    "The 38-year-old said", "the winger, 24, ...", "he is 24." mean whoever the text was about.
    """
    first = _start_of_aged(scene, quantity)
    if first is None:
        return None
    return named_before(scene, facet, Region(first, quantity.last), quantity.value)


def person_meant(scene: Scene, verb: int, facet: str) -> FacetMatch | None:
    """
    Return the person named before who is the subject of a verb: "she | got 32 years".

    A pronoun or "the 38-year-old" before the verb means whoever the text was about; so does no
    subject at all, where a form of "be" opens the sentence ("Fue | condenado a 12 años").
    """
    words, tokens = scene.language.discourse, scene.tokens
    helpers = words.auxiliaries | words.passives
    index = verb - 1
    while index >= 0 and tokens[index].word in helpers:
        index -= 1
    if index < 0:
        is_dropped = verb > 0 and not words.verb_final
        return named_before(scene, facet, Region(0, verb)) if is_dropped else None
    if tokens[index].word in words.singular:
        own = only_subject(scene, index)
        if own is not None:
            return name_match(scene, facet, own)
        return named_before(scene, facet, Region(index, index + 1))
    aged = next((one for one in scene.quantities if _leads_to(one, index + 1)), None)
    return aged_person(scene, aged, facet) if aged else None


def person_aging(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch | None:
    """
    Return the subject of a word whose age stands behind it: "Ana Ruiz died | at the age of 91".

    A comma may part the age ("died on Friday, | aged 91"), but not a person beside it ("died with
    his wife, aged 88").
    """
    region = scene.region_of(quantity)
    if quantity.kind != "age":
        return None
    verb = _aging_verb(scene, quantity, region)
    is_parted = region.first and quantity.first - region.first <= _AGED
    if verb is None and is_parted and _is_after_comma(scene, region):
        region = scene.clause(scene.clause_at(region.first) - 1)
        verb = _aging_verb(scene, quantity, region)
    between = (i for i in scene.quantities if (verb or 0) < i.first and i.last <= quantity.first)
    if verb is None or any(one.kind == "age" for one in between):
        return None
    meant = person_meant(scene, verb, facet)
    if meant is not None or is_pronoun_at(scene, verb):
        return meant
    return _set_before(scene, facet, Region(region.first, min(verb, quantity.first)))


def _aging_verb(scene: Scene, quantity: Quantity, region: Region) -> int | None:
    """Return the last word of a clause before a quantity that leads to an age: "died", "dead"."""
    words = scene.language.discourse
    before = range(region.first, min(region.last, quantity.first))
    # "Ruiz | ist mit 91 Jahren | gestorben".
    behind = range(quantity.last, region.last) if words.verb_final else range(0)
    places = (*reversed(before), *behind)
    return next((index for index in places if scene.tokens[index].word in words.aging), None)


def _set_before(scene: Scene, facet: str, leading: Region) -> FacetMatch | None:
    """Return the one name before a verb, in its clause or before what is said of the name there."""
    words, tokens = scene.language, scene.tokens
    bare = words.discourse.auxiliaries | words.discourse.passives | words.discourse.relatives
    bare |= QUOTES
    verb = leading.last
    if _is_told_apart(scene, leading):
        return None
    related = name_related(scene, leading)
    if related is not None:
        return name_match(scene, facet, related)
    for back in range(_CLAUSES_BACK + 1):
        names = [name for name in free_names(scene, leading) if not is_title(scene, name)]
        names = [name for name in names if not _is_in_aside(scene, name.first, verb)]
        suffixed = {name for name in names if is_suffixed(scene, name)}
        own = {name_value(scene, name): name for name in names if name not in suffixed}
        if names and _is_parted(scene, Region(names[-1].last, leading.last)):
            return None
        # "Brandt's mother" and "his wife" are somebody else.
        is_aside = not own and _is_aside(scene, leading)
        is_other = not own and (bool(suffixed) or (not back and not _is_bare(scene, leading, bare)))
        is_led = is_aside or (leading.first and tokens[leading.first - 1].word == ",")
        if own or (is_other and not is_aside) or not leading.first or not is_led:
            return name_match(scene, facet, next(iter(own.values()))) if len(own) == 1 else None
        leading = scene.clause(scene.clause_at(leading.first) - 1)
    return None


def _is_told_apart(scene: Scene, leading: Region) -> bool:
    """Whether a relative clause without a comma tells who is meant: "a man | who robbed Ruiz"."""
    words, tokens = scene.language.discourse, scene.tokens
    who = words.relatives - words.that - words.articles
    is_relative = leading.first > 0 and tokens[leading.first].word in who
    closed = scene.clause(scene.clause_at(leading.first)).last
    return is_relative and tokens[leading.first - 1].word != "," and closed >= leading.last


def _is_in_aside(scene: Scene, index: int, verb: int) -> bool:
    """
    Whether a word stands in what is said of another one between commas, before a verb.

    "Ruiz, | the star of the New Wave, | died", "Ruiz, | the poet | who met Brandt, | died".
    """
    number = scene.clause_at(index)
    closed = scene.clause(number).last - 1
    return (
        closed < verb
        and scene.tokens[closed].word == ","
        and _is_aside(scene, scene.clause(number))
    )


def _is_aside(scene: Scene, clause: Region) -> bool:
    """Whether a clause says who the name before its comma is, or who the noun before it is."""
    words, tokens = scene.language.discourse, scene.tokens
    first, before = tokens[clause.first].word, clause.first - 1
    if before < 1:
        return False
    is_named = tokens[before].word == "," and is_capital(scene, before - 1)
    if first in scene.language.sentences.clause_words | words.relatives - words.articles:
        return is_named or any(hit.last == clause.first for hit in nouns_of_people(scene))
    return is_named and first in words.articles | words.owners | words.possessives


def _is_parted(scene: Scene, region: Region) -> bool:
    """Whether somebody else is told of behind a name: "Brandt, | whose wife", "Brandt and his"."""
    words = scene.language
    openers = (words.sentences.clause_words - words.discourse.relatives) | words.discourse.parts
    openers |= words.sentences.list_words
    return any(
        scene.tokens[index].word in openers and not _is_in_aside(scene, index, region.last)
        for index in range(*region)
    )


def _is_bare(scene: Scene, region: Region, words: AbstractSet[str]) -> bool:
    """Whether a stretch has only such words."""
    return all(token.word in words for token in scene.tokens[slice(*region)])


def _is_after_comma(scene: Scene, region: Region) -> bool:
    """Whether a comma, and no person right before it, parts a clause from the one before."""
    comma = region.first - 1
    is_comma = scene.tokens[comma].word == ","
    return is_comma and all(hit.last != comma for hit in nouns_of_people(scene))


def only_subject(scene: Scene, pronoun: int) -> Region | None:
    """
    Return the one person that a sentence names before a pronoun: "Ruiz learnt that | he".

    Whoever says something mostly says it of somebody else: "Ruiz said | he was jailed".
    """
    before = Region(0, pronoun)
    names = [name for name in names_in(scene, before) if is_person(scene, name)]
    names = [name for name in names if not is_governed(scene, name, before)]
    is_said = any(first < pronoun for first in scene.reporting)
    values = {name_value(scene, name) for name in names} - {""}
    return names[-1] if len(values) == 1 and not is_said and name_value(scene, names[-1]) else None


def _leads_to(quantity: Quantity, verb: int) -> bool:
    """Whether an age and at most the noun it describes stand before a verb."""
    return quantity.kind == "age" and 0 <= verb - quantity.mention.number_last <= _DESCRIBED + 3


def _start_of_aged(scene: Scene, quantity: Quantity) -> int | None:
    """Return where the words begin that give someone an age without a name; None where none do."""
    reach = _QUALIFIED if "-" in quantity.surface else 0
    # "A los | 24 años" is when, not who.
    is_led = not reach and scene.tokens[max(quantity.first - 2, 0)].word in (
        scene.language.discourse.prepositions
    )
    if quantity.kind == "age" and not is_led and is_definite(scene, quantity.first, reach):
        return quantity.first - 1 if _is_of_person(scene, quantity) else None
    end = _end_of_noun(scene, quantity)
    if end is not None and end > 1:
        is_noun = _is_somebody(scene, end - 1) and not is_of_other(scene, end - 1)
        return end - 1 if is_noun and is_definite(scene, end - 1) else None
    return _pronoun_of(scene, quantity)


def _end_of_noun(scene: Scene, quantity: Quantity) -> int | None:
    """Return where a noun ends that an age is set beside: "the actor, | 38," and "of 38"."""
    comma = set_beside(scene, quantity)
    if comma is not None:
        return comma if _closes(scene, quantity) and not is_score(scene, quantity) else None
    is_led = scene.before(quantity) in scene.language.discourse.belonging
    return quantity.first - 1 if is_led and quantity.kind in ("age", "duration") else None


def is_beside_noun(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number is set beside a noun for one person: "whose mother, | 93, | had died"."""
    comma = set_beside(scene, quantity)
    if not comma or not _closes(scene, quantity) or not _is_somebody(scene, comma - 1):
        return False
    return not is_plural(scene.tokens[comma - 1].word, scene.language.quantities)


def _pronoun_of(scene: Scene, quantity: Quantity) -> int | None:
    """Return the pronoun of "he is | 24.", "she was | 24 years old" and "he turned | 24 in May"."""
    words, tokens = scene.language.discourse, scene.tokens
    index = quantity.first - 2
    if index < 0 or tokens[index].word not in words.singular:
        return None
    if tokens[index + 1].word in words.turning:
        # "When he turned | 24" is of another time.
        is_main = index == scene.clause(scene.clause_at(index)).first
        return index if is_main and quantity.kind == "age" else None
    is_told = quantity.kind == "age" or _closes(scene, quantity) or is_over(scene, quantity.last)
    is_form = tokens[index + 1].word in words.passives | scene.language.sentences.suffixes
    return index if is_told and is_form else None


def _closes(scene: Scene, quantity: Quantity) -> bool:
    """Whether a mark ends what a number is said of: "the winger, 24, ..."."""
    last, tokens = quantity.last, scene.tokens
    return last >= len(tokens) or tokens[last].word in (",", ".", ")", ";", "-", "–", "—")


def _is_of_person(scene: Scene, quantity: Quantity) -> bool:
    """
    Whether an age is of a person: no noun follows, or one that says what somebody is.

    Where somebody is from may stand for the noun: "the 24-year-old | Italian won 12 of 40 games".
    """
    start, end = quantity.mention.number_last, quantity.last
    people = {hit.first: hit for hit in countries(scene, Region(end, len(scene.tokens)))}
    if end in people and people[end].payload.form == "demonym":
        end = people[end].last
    elif _is_origin(scene, end):
        end += 1 + any(one.first == end + 2 for one in scene.quantities)
    begun = {hit.first for hit in nouns_of_people(scene)}
    for index in range(start, min(end + _DESCRIBED + 4, len(scene.tokens))):
        if _is_somebody(scene, index):
            return not is_of_other(scene, index)
        if index < end or scene.tokens[index].word == "-":
            continue
        if _is_verb_or_mark(scene, index):
            return index <= end
        if is_capital(scene, index) and index not in begun:
            return False
    return quantity.last >= len(scene.tokens)


def _is_origin(scene: Scene, index: int) -> bool:
    """Whether a single capital is no name: "the 51-year-old | Yorkshireman won"."""
    if index >= len(scene.tokens) or not is_capital(scene, index):
        return False
    name = Region(index, name_end(scene, index))
    return not scene.language.quantities.has_capital_nouns and not is_known(scene, name)


def _is_verb_or_mark(scene: Scene, index: int) -> bool:
    """Whether a word ends a phrase: a mark, a small word, a verb of saying or a plain past."""
    token, language = scene.tokens[index], scene.language
    words = language.discourse
    small = words.prepositions | words.relatives | words.auxiliaries | words.passives
    small |= language.sentences.list_words | language.sentences.suffixes | language.stop_words
    if token.kind is not TokenKind.WORD or token.word in small or index in scene.reporting:
        return True
    if language.quantities.has_capital_nouns:
        return not is_capital(scene, index)
    if index + 1 >= len(scene.tokens):
        return True
    # "The 29-year-old joined | the club", but "the 29-year-old ruined bridge".
    after = scene.tokens[index + 1]
    small |= words.articles | words.owners | words.possessives | language.quantities.stops
    is_verb = token.word in words.joining | language.quantities.verbs
    is_past = token.word.endswith(tuple(language.quantities.participles))
    is_past &= not token.word.endswith(tuple(words.gerund_endings) or (" ",))
    is_ended = after.word in small or after.kind is not TokenKind.WORD
    is_ended |= any(quantity.first == index + 1 for quantity in scene.quantities)
    # "The 29-year-old beat | Ana Ruiz", "the 29-year-old replaces | her".
    is_behind = any(quantity.last == index for quantity in scene.quantities)
    is_ended |= is_behind and is_capital(scene, index + 1)
    is_present = is_behind and is_plural(token.word, language.quantities)
    is_present &= after.word not in words.prepositions and is_ended
    return is_present or ((is_verb or is_past) and is_ended)


def _is_somebody(scene: Scene, index: int) -> bool:
    """Whether a word says what one person is, and is no office that another may hold."""
    nouns = (hit for hit in nouns_of_people(scene) if hit.payload.code != "office")
    return any(hit.last == index + 1 for hit in nouns)


def is_of_other(scene: Scene, index: int) -> bool:
    """Whether a noun tells one who need not be named before: "the driver", "the victim"."""
    roles = (hit for hit in scene.all_hits() if hit.payload.facet == ROLE)
    return any(hit.first <= index < hit.last for hit in roles)


def is_definite(scene: Scene, index: int, reach: int = _QUALIFIED) -> bool:
    """Whether a definite article leads up to a noun or an age, at most `reach` words between."""
    words, tokens = scene.language.discourse, scene.tokens
    definite = words.articles - scene.language.numbers.articles
    for before in range(index - 1, max(index - 2 - reach, -1), -1):
        word = tokens[before].word
        if word in definite:
            return True
        if word in scene.language.numbers.articles:
            return False
        is_plain = tokens[before].kind is TokenKind.WORD or word == "-"
        # "The driver's | brother" is nobody told of before.
        if not is_plain or word in words.prepositions | scene.language.sentences.suffixes:
            return False
    return False


def named_before(
    scene: Scene, facet: str, region: Region, age: Decimal | None = None
) -> FacetMatch | None:
    """
    Return the person a text was about, unless the clause of a region names that one itself.

    Where the text told of nobody before "the 38-year-old", it is whoever the story is about.
    """
    value = scene.antecedent(age) if scene.antecedent else ""
    if age is not None and _names_another(scene, region, value):
        return None
    is_pronoun = scene.tokens[region.first].word in scene.language.discourse.singular
    if value is None and age is not None and not is_pronoun:
        return FacetMatch(ROLE, SOMEONE, scene.span(*region))
    clause = scene.clause(scene.clause_at(region.first))
    # "The 24-year-old beat | Ruiz", "she was 16 when | Ruiz met her": both tell of another.
    told = len(scene.tokens) if is_pronoun else clause.last
    names = names_in(scene, Region(clause.first, told if age is not None else region.first))
    surnames = {name_value(scene, name).rpartition(" ")[2] for name in names}
    if not value or value.rpartition(" ")[2] in surnames:
        return None
    return FacetMatch(facet, value, scene.span(*region))


def _names_another(scene: Scene, region: Region, meant: str | None) -> bool:
    """
    Whether someone else is named in full before somebody: "Ruiz met | the 51-year-old".

    Who says something mostly says it of another ("Ana Ruiz said | the 51-year-old was well"), but
    a relative clause may go on about its noun: "he heard Ana Ruiz, who testified | she was 16".
    """
    at = scene.clause_at(region.first)
    first = max([scene.clause(at).first, *(i + 1 for i in scene.reporting if i < region.first)])
    words = scene.language.discourse
    if scene.tokens[scene.clause(at).first].word in words.relatives - words.that:
        first = scene.clause(max(at - 1, 0)).first
    names = names_in(scene, Region(first, region.first))
    full = (name for name in names if name.last - name.first > 1 and is_person(scene, name))
    surname = (meant or "").rpartition(" ")[2]
    return any(name_value(scene, name).rpartition(" ")[2] != surname for name in full)
