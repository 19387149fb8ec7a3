"""Articles and pronouns that are the number one: "an hour and a half", "one of them"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures import Measure, has_smaller, measure_at
from checker.model import Language, Token, TokenKind
from checker.model.language import NumberWords, QuantityWords
from checker.nouns import Written
from checker.numerals import Numeral
from checker.numerals.halves import leads_to_two, plus_at
from checker.phrases import phrase_before


def is_article_number(
    tokens: Sequence[Token], numeral: Numeral, language: Language, text: str
) -> bool:
    """Whether an article is the number one: before a unit, hedged or with a half behind it."""
    words, first, last = language.numbers, numeral.first, numeral.last
    unit = measure_at(tokens, last + (tokens[last].word in words.entire), language, text)
    hedge = phrase_before(words.hedges_before, tokens, first)
    if unit is None:
        # "Almeno un morto", where "circa un morto" says nothing.
        is_least = hedge is not None and hedge[1] in ("at_least", "at_most")
        if is_least and is_counting(tokens, last, language):
            return True
        return _is_of_toll(tokens, first, last, language.quantities)
    if first == 0 and unit.last >= len(tokens):
        # "Ein ml" is all that is said.
        return True
    if hedge is not None or plus_at(tokens, unit.last, language) is not None:
        return True
    if leads_to_two(tokens, unit.last, language):
        return True
    return _measures_one(Written(tokens, text), numeral, unit, language)


def _measures_one(written: Written, numeral: Numeral, unit: Measure, language: Language) -> bool:
    """Whether an article before a unit is the number one by what stands around both."""
    tokens, words = written.tokens, language.quantities
    if unit.unit in words.singles and _ends_measure(tokens, unit, language):
        return True
    if unit.kind == "duration":
        if _is_entire(tokens, numeral.last, unit, language.numbers):
            return True
        if _follows_larger(written, numeral.first, unit, language):
            return True
        if phrase_before(words.spans_before, tokens, numeral.first) is not None:
            # "In un secondo momento" holds an ordinal.
            rest = tokens[unit.last : unit.last + 1]
            return all(token.kind != TokenKind.WORD or token.word in words.stops for token in rest)
    return has_smaller(tokens, unit, language, written.text)


# "Un mort et au moins dix blessés": more words than this tell of something else.
_NEAR = 5


def _is_of_toll(tokens: Sequence[Token], first: int, last: int, words: QuantityWords) -> bool:
    """Whether "one" counts a victim beside others: "un mort et 12 blessés", "2 tués, un blessé"."""
    people = words.people
    if tokens[last].word not in people:
        return False
    behind = tokens[last + 1 : last + 2]
    if behind and behind[0].word in words.joins:
        return any(token.word in people for token in tokens[last + 2 : last + 2 + _NEAR])
    if not first or tokens[first - 1].word not in words.joins:
        return False
    return any(token.word in people for token in tokens[max(0, first - 1 - _NEAR) : first - 1])


# Units whose smaller part is told without its name.
_PARTED = frozenset({"meter", "kilogram"})


def _ends_measure(tokens: Sequence[Token], unit: Measure, language: Language) -> bool:
    """Whether a measure and no adjective follows one: "une tonne de blé", not "un euro fort"."""
    if unit.last >= len(tokens) or tokens[unit.last].kind != TokenKind.WORD:
        return True
    word, words, numbers = tokens[unit.last].word, language.quantities, language.numbers
    if numbers.adders.get(word, 0) > 1 and unit.unit in _PARTED:
        # "Un metro ochenta", "un mètre quatre-vingts".
        return True
    if unit.kind == "dimension" and words.has_capital_nouns:
        return True
    is_function = word in words.stops or word in language.discourse.prepositions
    return word in numbers.of or (is_function and word not in numbers.ratios)


def _follows_larger(written: Written, first: int, unit: Measure, language: Language) -> bool:
    """Whether another unit of time stands before it: "deux ans et un mois"."""
    tokens = written.tokens
    if first < 2 or tokens[first - 1].word not in language.quantities.joins:
        return False
    before = measure_at(tokens, first - 2, language, written.text)
    return before is not None and before.kind == "duration" and before.unit != unit.unit


def _is_entire(tokens: Sequence[Token], last: int, unit: Measure, words: NumberWords) -> bool:
    """Whether a word makes the article one: "une année entière", "une pleine journée"."""
    following = tokens[unit.last].word if unit.last < len(tokens) else ""
    return tokens[last].word in words.entire or following in words.entire


def begins_range(tokens: Sequence[Token], numeral: Numeral, words: NumberWords) -> bool:
    """Whether a word and another number follow, as in "une à deux tonnes"."""
    first, last = numeral.first, numeral.last
    opener = tokens[first - 1].word if first else ""
    middles = (*words.ranges.get("", ()), *words.ranges.get(opener, ()))
    if last + 1 >= len(tokens) or tokens[last].word not in middles:
        return False
    following = tokens[last + 1]
    return following.kind == TokenKind.NUMBER or words.adders.get(following.word, 0) > 1


def is_counting(tokens: Sequence[Token], last: int, language: Language) -> bool:
    """Whether "one" counts the noun behind it, or those of which it is one."""
    words = language.numbers
    after = tokens[last]
    follower = tokens[last + 1] if last + 1 < len(tokens) else None
    is_before_number = follower is not None and (
        follower.kind == TokenKind.NUMBER or follower.word in words.adders
    )
    if after.word == "-" or after.word in language.quantities.units:
        return True
    if after.word in words.ranges.get("", ()):
        return is_before_number
    if after.word in words.of:
        return not is_before_number
    return after.kind == TokenKind.WORD and after.word not in language.quantities.stops


def is_set(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether "the two" counts a set: what they did follows, as in "the six | who died"."""
    is_related = last < len(tokens) and tokens[last].word in language.discourse.relatives
    return is_related and tokens[first].word not in language.numbers.pronouns


def is_verb(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether a label is a verb behind "now" or "who": "the dead now | number | five"."""
    words, helpers = (
        language.discourse,
        language.discourse.auxiliaries | language.discourse.passives,
    )
    if index < 1 or tokens[index - 1].word in words.relatives:
        return index > 0
    subject = tokens[index - 2] if index > 1 else tokens[0]
    is_told = subject.kind is TokenKind.WORD and subject.word not in helpers
    return is_told and tokens[index - 1].word in words.current


def is_hedged_cue(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """Whether the cue before a number only says how many: "only two", not "the only two"."""
    before = tokens[first - 2].word if first > 1 else ""
    hedge = phrase_before(language.numbers.hedges_before, tokens, first)
    if hedge is None or before in language.quantities.determiners:
        return False
    # "Some one" is nobody's count.
    return hedge[1] == "exact" or tokens[first].word not in language.numbers.pronouns
