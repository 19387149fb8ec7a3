"""Articles and pronouns that are the number one: "an hour and a half", "one of them"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures import Measure, has_smaller, measure_at
from checker.model import Language, Token, TokenKind
from checker.model.language import NumberWords
from checker.numerals import Numeral
from checker.numerals.halves import plus_at
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
        return is_least and is_counting(tokens, last, language)
    if first == 0 and unit.last >= len(tokens):
        # "Ein ml" is all that is said.
        return True
    if hedge is not None or plus_at(tokens, unit.last, language) is not None:
        return True
    if unit.kind == "duration" and _is_entire(tokens, last, unit, words):
        return True
    spans = language.quantities.spans_before
    if unit.kind == "duration" and phrase_before(spans, tokens, first) is not None:
        # "In un secondo momento" holds an ordinal.
        stops, rest = language.quantities.stops, tokens[unit.last : unit.last + 1]
        return all(token.kind != TokenKind.WORD or token.word in stops for token in rest)
    return has_smaller(tokens, unit, language, text)


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
