"""Who has an age where any noun, pronoun or name tells it: "a baker of 61", "at 61, he"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from checker.claims.beside import is_over, is_parent
from checker.claims.described import leads_on
from checker.claims.lives import aged_by, born, dead
from checker.claims.names import QUOTES, is_governed
from checker.claims.scene import Region, Scene
from checker.claims.somebody import (
    behind_colon,
    ending,
    is_one,
    led_to,
    name_ending,
    named_beside,
    noun_ending,
    nouns,
)
from checker.claims.speakers import is_capital
from checker.dates import find_dates
from checker.model import Quantity, TokenKind

# Words between somebody and an age: "who has | just turned", "n'a | que".
_LINK = 8
# And between an age and the noun it describes: "the 61-year-old | former taxi | driver".
_DESCRIBED = 3
# Words of which one may be an article or a possessive: "the village's only | baker".
_NEAR = 4
# "Her age | was later given as | 61", "the | ripe old | age of".
_STATED = 4
_TENDER = 2
# Hours of half a day: "at 11, the judge rose".
_HOURS = 12
# A number of more in brackets, or one that opens a headline, is hardly a score: "a baker (61)".
_SCORE = 14
_OLDEST = 120
# Words of what goes on before the subject: "aged 61 | and living alone |, Ana Ruiz".
_GOING_ON = 8
_DASHES = frozenset("–—-")
_OPENERS = frozenset(",(:") | _DASHES
_ENDS = frozenset(".,;:)!?") | _DASHES | QUOTES
_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most", "range"})
# By any day "last month" is over, and "next week" is not.
_ANY_DAY = date(2000, 6, 15)


def holder(scene: Scene, quantity: Quantity) -> Region | None:
    """
    Return the noun, pronoun or name of the one person whose age a number is, or None.

    "A | baker | of 61", "| she | was only 14", "61-year-old | baker", "at 61, | Ana Ruiz | is".
    Where an age stands for somebody ("a | 61-year-old | from Tirso"), it is that itself.
    """
    if not _may_be_age(quantity):
        return None
    if quantity.kind == "duration" and not _tells_by_years(scene):
        return None
    found = _described(scene, quantity) or _stated_of(scene, quantity) or _before(scene, quantity)
    found = found or dead(scene, quantity) or born(scene, quantity) or aged_by(scene, quantity)
    return found if found is not None and is_one(scene, found) else None


def _tells_by_years(scene: Scene) -> bool:
    """Whether mere years may be an age: "une femme de 61 ans", but "his wife of 61 years"."""
    words = scene.language.quantities
    return words.is_head_first or words.has_capital_nouns


def _may_be_age(quantity: Quantity) -> bool:
    """Whether a number may be the age that one person has."""
    value, mention = quantity.value, quantity.mention
    if value is None or not 0 < value < _OLDEST or not _BOUNDS.isdisjoint(mention.hedges):
        return False
    is_bare = quantity.kind == "number" and quantity.head is None and not quantity.unit
    is_years = quantity.kind == "duration" and quantity.unit == "year"
    is_written = mention.form in ("digits", "words") and value == value.to_integral_value()
    return is_written and (is_bare or is_years or quantity.kind == "age")


def _described(scene: Scene, quantity: Quantity) -> Region | None:
    """Return the noun that an age stands before: "the 61-year-old former | baker"."""
    if quantity.kind != "age" or "-" not in quantity.surface:
        return None
    words, tokens, start = scene.language.discourse, scene.tokens, quantity.last
    within = Region(quantity.mention.number_last, start)
    own = next((noun for noun in nouns(scene) if within.first <= noun.first < within.last), None)
    if own is not None:
        # "Ein 61-jähriger | Rentner |".
        return own
    stops = words.prepositions | words.relatives | words.passives | words.auxiliaries
    for index in range(start, min(start + _DESCRIBED + 1, len(tokens))):
        if tokens[index].kind is not TokenKind.WORD or tokens[index].word in stops:
            break
        if any(hit.first == index for hit in scene.things) or index in scene.reporting:
            return None
        noun = next((one for one in nouns(scene) if one.first == index), None)
        if noun is not None:
            further = next((one for one in nouns(scene) if one.first == noun.last), None)
            return further or noun
    is_bare = start >= len(tokens) or tokens[start].kind is not TokenKind.WORD
    is_bare = is_bare or tokens[start].word in stops | scene.language.sentences.list_words
    return _alone(scene, quantity) if is_bare else None


def _alone(scene: Scene, quantity: Quantity) -> Region | None:
    """Return whom an age that stands for a noun tells of: "the baker, a | 61-year-old | from"."""
    articles = scene.language.discourse.articles
    near = range(quantity.first - 1, max(quantity.first - 1 - _TENDER, -1), -1)
    article = next((i for i in near if scene.tokens[i].word in articles), None)
    if article is None:
        return None
    comma = article > 0 and scene.tokens[article - 1].word == ","
    before = ending(scene, article - 1) if comma else None
    return before or Region(quantity.first, quantity.last)


def _stated_of(scene: Scene, quantity: Quantity) -> Region | None:
    """Return who owns the word for an age: "| her | age as 61", "the | baker | 's age was 61"."""
    words, tokens, first = scene.language.discourse, scene.tokens, quantity.first
    near = range(first - 1, max(first - 1 - _STATED, 0), -1)
    index = next((i for i in near if tokens[i].word in words.ages), None)
    if index is None or not _closes(scene, quantity):
        return None
    between = tokens[index + 1 : first]
    if any(token.kind is not TokenKind.WORD and token.word != ":" for token in between):
        return None
    before = tokens[index - 1].word
    if before in words.owners | words.possessives:
        return Region(index - 1, index)
    if before in words.who and index > 1 and tokens[index - 2].word == ",":
        return ending(scene, index - 2)
    is_owned = before in scene.language.sentences.suffixes
    return ending(scene, index - 1) if is_owned else None


def _before(scene: Scene, quantity: Quantity) -> Region | None:
    """Return whom the words before an age lead to: "a baker | who is", "| though only"."""
    tokens = scene.tokens
    index = _passed_over(scene, quantity)
    passed = {token.word for token in tokens[index + 1 : quantity.mention.number_first]}
    if index < 0 or (index == 0 and tokens[0].word in QUOTES | _DASHES):
        return _opened(scene, quantity, passed)
    if index == 0 and passed & scene.language.discourse.at_age and _ends_at_colon(scene, quantity):
        return _opened(scene, quantity, passed)
    if tokens[index].word in _OPENERS:
        return _set_off(scene, quantity, index, passed)
    return _told(scene, quantity, index, passed)


def _ends_at_colon(scene: Scene, quantity: Quantity) -> bool:
    """Whether a colon follows a number: "Champion at 17: how Ana Ruiz won"."""
    return quantity.last < len(scene.tokens) and scene.tokens[quantity.last].word == ":"


def _passed_over(scene: Scene, quantity: Quantity) -> int:
    """Go back over the words that lead to an age, to the one before them."""
    tokens, words, index = scene.tokens, scene.language.discourse, quantity.first - 1
    known = words.passives | words.turning | words.relatives | words.belonging | words.aged
    known |= words.ages | words.at_age | (words.articles - scene.language.numbers.articles)
    lowest = max(index - _LINK, -1)
    while index > lowest and (tokens[index].word in known or _is_tender(scene, index)):
        index -= 1
    if index > 0 and tokens[index].word in words.auxiliaries and quantity.kind == "age":
        # "Ana Ruiz | has | reached the age of 61".
        index -= 1
    if index > 0 and tokens[index].word in scene.language.sentences.suffixes:
        # "He | 's | just 19", but "Brandt's 61" are things of his.
        index -= tokens[index - 1].word in words.singular
    is_dead = index >= 0 and tokens[index].word in words.aging
    if is_dead and (not index or tokens[index - 1].word == ":"):
        # "Dead | at 61: ...", "Ana Ruiz: dead | at 61".
        index -= 1
    return index


def _is_tender(scene: Scene, index: int) -> bool:
    """Whether a word only describes an age: "at the | tender | age of 19"."""
    tokens, ages = scene.tokens, scene.language.discourse.ages
    behind = tokens[index + 1 : index + 1 + _TENDER]
    is_word = tokens[index].kind is TokenKind.WORD and not is_capital(scene, index)
    at = next((n for n, token in enumerate(behind) if token.word in ages), None)
    return (
        is_word
        and at is not None
        and index > 0
        and all(token.kind is TokenKind.WORD for token in behind[:at])
    )


def _closes(scene: Scene, quantity: Quantity) -> bool:
    """Whether nothing behind a number is what it counts."""
    last, tokens = quantity.last, scene.tokens
    if is_over(scene, last) or tokens[last].word in _ENDS or _is_past(scene, last):
        return True
    if any(hit.payload.facet == _STAGE and hit.first == last for hit in scene.all_hits()):
        # "Ana Ruiz was 41 | at the time".
        return True
    joins = scene.language.sentences.list_words.union(scene.language.discourse.current)
    return tokens[last].word in joins and not any(q.first == last + 1 for q in scene.quantities)


_STAGE = "stage"


def _is_past(scene: Scene, index: int) -> bool:
    """Whether a day that is over stands at a token: "Ana Ruiz, 61 | last month |, has"."""
    # "61 last week" may be read as so many weeks.
    starts = (index, index - 1)
    if all(told.first not in starts for told in scene.dates):
        return False
    found = find_dates(scene.sentence, scene.language, _ANY_DAY)
    days = [told.period for told in found if told.first in starts and told.last > index]
    return any(day is not None and day.first < _ANY_DAY >= day.last for day in days)


def _set_off(
    scene: Scene, quantity: Quantity, index: int, passed: AbstractSet[str]
) -> Region | None:
    """Return whom an age is set beside: "a | baker |, 61,", "| Ana Ruiz |, still only 61,"."""
    words, tokens = scene.language.discourse, scene.tokens
    is_led = bool(passed & (words.aged | words.at_age | words.ages | words.relatives))
    if not _is_closed(scene, quantity, index, is_led=is_led):
        return None
    if tokens[index + 1].word in words.passives | words.turning:
        return _past_aside(scene, index)
    noun = noun_ending(scene, index)
    if noun is not None:
        is_sure = is_led or quantity.kind == "age" or _is_single(scene, noun)
        is_other = _is_of_another(scene, noun) or (not is_led and _is_owner(scene, noun))
        return noun if is_sure and not is_other else named_beside(scene, noun)
    is_apart = quantity.last < len(tokens) and (
        tokens[quantity.last].word in _DASHES & {tokens[index].word}
        or tokens[quantity.last].word not in _ENDS
    )
    name = name_ending(scene, index) if is_led or is_apart else None
    return name or (_subject(scene, index) if is_led or quantity.kind == "age" else None)


def _is_closed(scene: Scene, quantity: Quantity, index: int, *, is_led: bool) -> bool:
    """Whether what sets an age beside somebody ends behind it: "a baker (61)", ", 61 today,"."""
    tokens, last = scene.tokens, quantity.last
    after = tokens[last].word if last < len(tokens) else "."
    if tokens[index].word == "(":
        is_high = quantity.mention.form == "digits" and (quantity.value or 0) > _SCORE
        return after == ")" and (quantity.kind != "number" or is_high)
    words = scene.language.discourse
    if after in _ENDS or _is_past(scene, last):
        return True
    is_now = after in words.current and tokens[last + 1].word in _ENDS
    # "The president, at 76 | the oldest leader, ...".
    return is_now or (is_led and (after in words.articles or _closes(scene, quantity)))


def _past_aside(scene: Scene, comma: int) -> Region | None:
    """Return whom a form of "be" is said of behind an aside: "| Ana Ruiz |, a baker, (is 61)"."""
    aside = scene.clause(scene.clause_at(comma - 1))
    own = name_ending(scene, comma)
    if own is not None and scene.tokens[own.first - 1].word == ",":
        # "The elder of the two, | Leo |, is eleven".
        return own
    is_closed = aside.first > 1 and scene.tokens[aside.first - 1].word == ","
    return ending(scene, aside.first - 1) if is_closed else None


def _is_of_another(scene: Scene, noun: Region) -> bool:
    """Whether a clause has somebody else before a noun: "the killer of a | nurse |, who is 41"."""
    start = scene.clause(scene.clause_at(noun.first)).first
    before = any(start <= other.first and other.last <= noun.first for other in nouns(scene))
    belonging = scene.language.discourse.belonging
    is_of = any(token.word in belonging for token in scene.tokens[start : noun.first])
    return before and is_of and is_governed(scene, noun, Region(start, noun.first))


def _is_owner(scene: Scene, noun: Region) -> bool:
    """Whether something is of somebody: "the sentence of the | robber |, 12 years,"."""
    words, tokens = scene.language.discourse, scene.tokens
    index = noun.first - 1
    while index > 0 and tokens[index].word in words.articles - words.belonging:
        index -= 1
    return index > 0 and tokens[index].word in words.belonging


def _is_single(scene: Scene, noun: Region) -> bool:
    """Whether an article or a possessive stands before a noun, or it opens a headline."""
    words, tokens = scene.language.discourse, scene.tokens
    near = tokens[max(noun.first - _NEAR, 0) : noun.first]
    marks = words.articles | words.possessives | words.owners | scene.language.sentences.suffixes
    return noun.first <= 1 or any(token.word in marks for token in near)


def _subject(scene: Scene, comma: int) -> Region | None:
    """Return the noun whose clause a comma ends: "the | baker | missing since May, aged 61"."""
    region = scene.clause(scene.clause_at(comma - 1))
    near = (noun for noun in nouns(scene) if 0 <= noun.first - region.first <= _DESCRIBED)
    noun = next((one for one in near if one.last < comma), None)
    is_alone = noun is not None and leads_on(scene, noun.last, comma)
    return noun if is_alone else None


def _told(scene: Scene, quantity: Quantity, index: int, passed: AbstractSet[str]) -> Region | None:
    """Return of whom an age is told: "the | baker | is 61", "a | baker | of 61", "| she | is"."""
    words = scene.language.discourse
    is_verb = bool(passed & (words.passives | words.turning | words.ages | words.aged))
    is_verb |= scene.tokens[index + 1].word in scene.language.sentences.suffixes
    if quantity.kind == "number" and scene.before(quantity) in words.at_age:
        # "The senator is at | 41, her rival at 38".
        return None
    noun = noun_ending(scene, index + 1) or _of_something(scene, index)
    if noun is not None:
        is_of = bool(passed & words.belonging) and not passed & words.passives
        is_of = is_of and not is_parent(scene, quantity, noun.last)
        is_verb = is_verb and not is_governed(scene, noun, Region(0, noun.first))
        is_sure = quantity.kind == "age" or _closes(scene, quantity) or _is_of(scene, quantity)
        return noun if is_sure and (is_of or is_verb) else None
    if not is_verb or not _closes(scene, quantity):
        return None
    is_pronoun = scene.tokens[index].word in words.singular
    return Region(index, index + 1) if is_pronoun else name_ending(scene, index + 1)


def _is_of(scene: Scene, quantity: Quantity) -> bool:
    """Whether "of" leads to a number behind which no noun stands: "a baker | of 61 chased"."""
    tokens, last = scene.tokens, quantity.last
    is_led = scene.before(quantity) in scene.language.discourse.belonging
    return is_led and tokens[last].kind is TokenKind.WORD and not is_capital(scene, last)


def _of_something(scene: Scene, index: int) -> Region | None:
    """Return the noun that a noun only describes: "une | mère | de famille de 38 ans"."""
    tokens, words = scene.tokens, scene.language.discourse
    is_word = index > 1 and tokens[index].kind is TokenKind.WORD and not is_capital(scene, index)
    if not is_word or not scene.language.quantities.is_head_first:
        return None
    end = index - 1 if tokens[index - 1].word in words.belonging else index
    # "Un boulanger | retraité de 61 ans", "une mère | de famille de 38 ans".
    return next((noun for noun in nouns(scene) if noun.last == end), None)


def _opened(scene: Scene, quantity: Quantity, passed: AbstractSet[str]) -> Region | None:
    """Return whom an age that opens a sentence is of: "at 61, | Ana Ruiz | is", "aged 61, | he"."""
    tokens, last, words = scene.tokens, quantity.last, scene.language.discourse
    is_led = bool(passed & (words.aged | words.at_age | words.ages))
    is_verb = tokens[0].word in words.turning
    if is_verb and _closes(scene, quantity) and (last >= len(tokens) or tokens[last].word != ","):
        # "Ivo Brandt ha muerto. | Tenía | 61 años."
        return Region(0, 1)
    if last >= len(tokens):
        return None
    if tokens[last].word in words.passives and is_led:
        # "Mit 61 Jahren ist | Ivo Brandt | der älteste Läufer".
        return led_to(scene, last + 1, is_sure=True)
    if tokens[last].word == "," and (is_led or is_verb):
        is_hour = quantity.kind == "number" and passed <= words.at_age
        is_early = is_hour and (quantity.value or 0) <= _HOURS
        return None if is_early else led_to(scene, last + 1, is_sure=not is_hour)
    goes_on = tokens[last].word in scene.language.sentences.list_words
    near = range(last, min(last + _GOING_ON, len(tokens)))
    comma = next((i for i in near if tokens[i].word == ","), None)
    if goes_on and comma is not None and quantity.kind == "age":
        return led_to(scene, comma + 1, is_sure=True)
    is_told = is_led or (goes_on and not passed and (quantity.value or 0) > _SCORE)
    colon = next((i for i in range(last, len(tokens)) if tokens[i].word == ":"), None)
    return behind_colon(scene, colon + 1) if is_told and colon is not None else None
