"""Bare numbers that tell an age: "aged 41", "Maria Lopez, 41, said", "people over 65"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures import Measure
from checker.model import Language, Mention, Token, TokenKind
from checker.nouns import Written, is_plural, noun_phrase
from checker.phrases import phrase_before

# Between commas behind a name, or behind "she is", a number in these bounds is an age.
_YOUNGEST, _OLDEST = 5, 110
# Nobody's age is told so: "aos 14 minutos" is a minute of a game.
TOO_SHORT = frozenset({"second", "minute"})
# A noun phrase before an age is hardly longer: "the former prime minister, 71, said".
_LONGEST_PHRASE = 5
# A comma, a name and a comma.
_SHORTEST_NAME = 2
# A name of two words and a bracket.
_FULL_NAME = 3
# Hours of a day, and words of a date: "on | Sunday".
_HOURS = 24
_LONGEST_DAY = 3
_ONE_SIDED = ("more_than", "at_least", "less_than", "at_most")


def is_age(mention: Mention, language: Language, text: str) -> bool:
    """Whether a number without a unit is an age, by the words around it."""
    if mention.value is None and mention.form != "range":
        return False
    tokens, words = mention.sentence.tokens, language.quantities
    before = phrase_before(words.ages_before, tokens, mention.number_first)
    if before is not None and before[1] == "bare":
        return True
    value = mention.value
    if value is None:
        return _are_of_people(mention, mention.last, language, text)
    if not _YOUNGEST <= value <= _OLDEST or value != int(value):
        return False
    return (
        _is_apposed(mention, mention.number_last, language, text)
        or _is_named(mention, language, text)
        or _ends_with_name(mention, language, text)
        or _is_of_people(mention, language, text)
        or _is_told(mention, language)
    )


def is_told_age(mention: Mention, unit: Measure, language: Language, text: str) -> bool:
    """
    Whether years are an age by their place alone.

    They stand between commas behind a name ("Maria Rossi, 67 anni, viveva"), or are a short range
    behind an article ("les 18-25 ans").
    """
    value, tokens, first = mention.value, mention.sentence.tokens, mention.number_first
    if mention.form == "range" and unit.unit == "year" and first == mention.first > 0:
        # "A 10-15 year plan" is no age.
        is_short = tokens[first + 1].word == "-" and language.quantities.is_head_first
        return is_short and tokens[first - 1].word in language.discourse.articles
    if unit.unit != "year" or value is None or not 0 <= value <= _OLDEST:
        return False
    return _is_apposed(mention, unit.last, language, text)


def is_bound_age(mention: Mention, unit: Measure, language: Language, text: str) -> bool:
    """
    Whether years that people have not reached are an age: "children under 5 years".

    What they have passed is one only where nouns have capitals: "Kinder über 5 Jahre", but "trained
    workers over 5 years".
    """
    tokens, first = mention.sentence.tokens, mention.first
    if unit.unit != "year":
        return False
    if mention.form == "range":
        return _are_of_people(mention, unit.last, language, text)
    if not first or first == mention.number_first:
        return False
    if tokens[first - 1].word not in language.quantities.age_nouns:
        return False
    is_below = mention.hedges[-1:] in (("less_than",), ("at_most",))
    is_above = mention.hedges[-1:] in (("more_than",), ("at_least",))
    return is_below or (is_above and language.quantities.has_capital_nouns)


def follows_age(mention: Mention, first: int, last: int, language: Language) -> bool:
    """Whether a word before a duration makes it an age: "âgé de", "ha", "à" 34 ans, ..."""
    tokens, words = mention.sentence.tokens, language.quantities
    before = phrase_before(words.ages_before, tokens, mention.number_first)
    before = before or phrase_before(words.ages_before, tokens, first)
    if before is None:
        return False
    if before[1] == "weak":
        return ends_phrase(tokens, last, language)
    # "Mort lundi à | 52 ans", but "condamné lundi à | 12 ans de réclusion".
    day = before[0]
    while day and tokens[day - 1].word in language.dates.words:
        day -= 1
    if phrase_before(words.spans_before, tokens, day) is not None:
        return False
    is_apart = before[0] == 0 and last < len(tokens) and tokens[last].word == ","
    return before[1] != "start" or is_apart


def opens_sentence(mention: Mention, last: int, language: Language, text: str) -> bool:
    """Whether a verb of no capital follows an age at the start: "Mit 41 Jahren wird"."""
    tokens, words = mention.sentence.tokens, language.quantities
    if not words.has_capital_nouns or mention.first > 1 or last >= len(tokens):
        return False
    before = phrase_before(words.ages_before, tokens, mention.number_first)
    following = tokens[last]
    if before is None or before[1] != "start" or following.kind != TokenKind.WORD:
        return False
    is_verb = text[following.start].islower() and following.word not in words.adjectives
    return is_verb and following.word not in language.discourse.prepositions


def ends_phrase(tokens: Sequence[Token], last: int, language: Language) -> bool:
    """Whether nothing is said of a duration: "ha 41 anni", and not "ha 41 anni di storia"."""
    if last >= len(tokens):
        return True
    is_mark = tokens[last].kind == TokenKind.SYMBOL
    return is_mark or tokens[last].word in language.quantities.joins


def _is_apposed(mention: Mention, last: int, language: Language, text: str) -> bool:
    """
    Whether an age stands between commas behind a name or person: "the man, 41, said".

    `last` is where it ends, with its unit.
    """
    tokens, first = mention.sentence.tokens, mention.number_first
    is_single = mention.number_last - first == 1
    if first != mention.first or first < 2 or not is_single or last >= len(tokens):
        return False
    # "Jeanne Morel (71 ans)"; a bare number in brackets may be anything.
    is_bracketed = (tokens[first - 1].word, tokens[last].word) == ("(", ")")
    is_bracketed = is_bracketed and last > mention.number_last
    is_apart = is_bracketed or (tokens[first - 1].word, tokens[last].word) == (",", ",")
    if last > mention.number_last and _ends_sentence(tokens, first, last):
        # "Il s'agit de Jeanne Morel, 71 ans."
        is_name = text[tokens[first - 2].start].isupper()
        return is_name and not language.quantities.has_capital_nouns
    if not is_apart or not tokens[first].word.isdecimal():
        return False
    before = tokens[first - 2]
    is_noun = before.kind == TokenKind.WORD and last + 1 < len(tokens)
    if not is_noun or (not is_bracketed and tokens[last + 1].kind != TokenKind.WORD):
        return False
    # "Four men were held; one, 23, was released."
    if text[before.start].isupper() or before.word in language.numbers.pronouns:
        return True
    near = tokens[max(0, first - 1 - _LONGEST_PHRASE) : first - 1]
    is_noun = before.word not in language.quantities.stops
    return is_noun and any(token.word in language.quantities.determiners for token in near)


def _is_named(mention: Mention, language: Language, text: str) -> bool:
    """
    Whether an age stands in brackets behind the name of a person: "the driver Ann Hale (33)".

    A word for people before the name, or a verb of saying behind it, tells it from a place or a
    player's points.
    """
    tokens, first, last = mention.sentence.tokens, mention.number_first, mention.number_last
    if first < _FULL_NAME or last >= len(tokens) or first != mention.first:
        return False
    if (tokens[first - 1].word, tokens[last].word) != ("(", ")"):
        return False
    start = first - 1
    while start and tokens[start - 1].kind == TokenKind.WORD and _is_capital(tokens, start, text):
        start -= 1
    behind = tokens[last + 1].word if last + 1 < len(tokens) else ""
    near = [token.word for token in tokens[max(start - 1, 0) : first - 1]]
    is_person = any(word in language.checks.persons for word in near)
    is_full = first - 1 - start > 1
    return is_full and (is_person or behind in language.discourse.says)


def _ends_with_name(mention: Mention, language: Language, text: str) -> bool:
    """
    Whether a full name stands before an age that ends the sentence ("killing Ann Hale, 33").

    A preposition before the name may lead to a place ("in Salt Lake City, 40").
    """
    tokens, first, last = mention.sentence.tokens, mention.number_first, mention.number_last
    is_bare = first == mention.first and last == first + 1 and tokens[first].word.isdecimal()
    if not is_bare or first < _FULL_NAME or not _ends_sentence(tokens, first, last):
        return False
    start = first - 1
    while start and tokens[start - 1].kind == TokenKind.WORD and _is_capital(tokens, start, text):
        start -= 1
    is_full = first - 1 - start > 1 and not language.quantities.has_capital_nouns
    if not start or not is_full:
        return False
    before = tokens[start - 1]
    return before.kind == TokenKind.WORD and before.word not in language.discourse.prepositions


def _is_capital(tokens: Sequence[Token], end: int, text: str) -> bool:
    """Whether the token before `end` begins with a capital."""
    return text[tokens[end - 1].start].isupper()


def is_last_of_names(mention: Mention, floor: int, language: Language, text: str) -> bool:
    """
    Whether a number is an age behind the last name of a list: "Al Roy, 33, Cy Lu, 61".

    The caller knows that an age was told before it, which ended at `floor`.
    """
    value, tokens, first = mention.value, mention.sentence.tokens, mention.number_first
    between, joins = tokens[floor:first], language.quantities.joins
    if value is None or not 0 < value <= _OLDEST or len(between) <= _SHORTEST_NAME:
        return False
    is_single = mention.last == first + 1 == mention.first + 1 and tokens[first].word.isdecimal()
    is_end = mention.last >= len(tokens) or tokens[mention.last].word in ".;"
    return (
        is_single
        and is_end
        and between[-1].word == ","
        and between[-2].kind == TokenKind.WORD
        and all(text[one.start].isupper() or one.word in {",", ";", *joins} for one in between)
    )


def _ends_sentence(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a comma stands before the age at `first`, and a full stop behind it at `last`."""
    return tokens[first - 1].word == "," and last + 1 == len(tokens) and tokens[last].word in ".;"


def _is_of_people(mention: Mention, language: Language, text: str) -> bool:
    """Whether a bound follows a word for people: "women over 50", "children under 5"."""
    tokens, first = mention.sentence.tokens, mention.first
    if first == mention.number_first or mention.hedges[-1:] == () or not first:
        return False
    is_bound = mention.hedges[-1] in _ONE_SIDED
    is_of_people = tokens[first - 1].word in language.quantities.age_nouns
    return (
        is_bound
        and is_of_people
        and (_stands_alone(mention, language) or _has_verb(mention, language, text))
    )


def _are_of_people(mention: Mention, last: int, language: Language, text: str) -> bool:
    """Whether a range follows a word for people, and nothing it counts: "men between 18 and 25"."""
    tokens, first, low, high = mention.sentence.tokens, mention.first, mention.low, mention.high
    if not first or low is None or high is None or not 0 < low < high <= _OLDEST:
        return False
    openers = language.numbers.ranges
    is_opened = tokens[first].kind == TokenKind.WORD and tokens[first].word in openers
    if not is_opened or tokens[first - 1].word not in language.quantities.age_nouns:
        return False
    is_measured = last > mention.last
    return is_measured or _stands_alone(mention, language) or _has_verb(mention, language, text)


def _has_verb(mention: Mention, language: Language, text: str) -> bool:
    """Whether a verb follows the number: "women over 50 stayed", "children under 12 eat free"."""
    tokens, words = mention.sentence.tokens, language.quantities
    if mention.last >= len(tokens) or tokens[mention.last].kind != TokenKind.WORD:
        return False
    word = tokens[mention.last].word
    if word in words.verbs or word.endswith(words.participles):
        return True
    phrase = noun_phrase(Written(tokens, text), mention.last, language, False)
    return phrase is not None and not is_plural(tokens[phrase.head].word, words)


def _is_told(mention: Mention, language: Language) -> bool:
    """Whether a pronoun has the number: "she was 12 when", "he turned 40"."""
    tokens, words = mention.sentence.tokens, language.quantities
    before = phrase_before(words.weak_ages_before, tokens, mention.first)
    before = before or _before_a_day(mention, language)
    if before is None or not _stands_alone(mention, language):
        return False
    # "Singer dead at 41", but "put the dead at 41" and "the number of dead at 41".
    known = language.discourse
    return before[0] == 0 or tokens[before[0] - 1].word not in known.articles | known.belonging


def _before_a_day(mention: Mention, language: Language) -> tuple[int, bool] | None:
    """
    Return where two words begin that a date parts and an age follows: "died on Sunday at 41".

    What may be an hour of that day is none.
    """
    tokens, last = mention.sentence.tokens, mention.first - 1
    if last < 1 or mention.value is None or mention.value <= _HOURS:
        return None
    dated = language.dates.words | language.discourse.prepositions
    index = last - 1
    while index > max(last - 1 - _LONGEST_DAY, 0) and tokens[index].word in dated:
        index -= 1
    if index == last - 1:
        return None
    terms = language.quantities.weak_ages_before.get(tokens[last].word, ())
    is_told = any([*rest] == [tokens[index].word] for rest, _ in terms)
    return (index, True) if is_told else None


def _stands_alone(mention: Mention, language: Language) -> bool:
    """Whether nothing behind the number can be what it counts."""
    tokens, last = mention.sentence.tokens, mention.last
    if last >= len(tokens):
        return True
    token = tokens[last]
    if token.kind == TokenKind.WORD:
        goes_on = last + 1 < len(tokens) and tokens[last + 1].kind == TokenKind.NUMBER
        return token.word in language.quantities.ages_next and not goes_on
    return token.kind == TokenKind.SYMBOL and token.word in ',.;:!?)"”—–'
