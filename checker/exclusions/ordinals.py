"""Ordinals of several words ("twenty-fifth", "vingt et unième"), and numbers that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.measures import measure_at
from checker.model import Language, Token, TokenKind
from checker.model.language import NumberWords
from checker.numerals import Numeral
from checker.phrases import touches

_HALF = 2
_TEN = 10
_HUNDRED = 100
_LONGEST_ENDING = 4
# Only a short text is looked through for what else it holds.
_LONGEST = 40
# Units whose letters end ordinals too, with the one whose number tells them apart: "8st 10lb".
_WEIGHTS = {"stone": "pound"}


def is_compound_ordinal(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Whether number words go on as an ordinal: "the twenty-fifth", "ventun-esimo"."""
    words, at = language.numbers, numeral.last
    if at >= len(tokens):
        return False
    word = tokens[at].word
    if word in words.denominators or _is_scale(word, words):
        return True
    if language.quantities.is_head_first and _is_spelt(word, words):
        # "Deux centième", "cent troisième": adjectives before a noun are no noun that is counted.
        return True
    return at + 1 < len(tokens) and _is_joined(tokens, at, numeral.value or Decimal(0), words)


def _is_joined(tokens: Sequence[Token], at: int, value: Decimal, words: NumberWords) -> bool:
    """Whether a joiner or hyphen at `at` ties an ordinal to the number `value` before it."""
    word, following = tokens[at].word, tokens[at + 1].word
    if word in words.joiners:
        # "Vingt et unième", "one hundred and third".
        return value >= _TEN and _is_last_part(following, value, words)
    if word != "-" or not touches(tokens, at) or not touches(tokens, at + 1):
        return False
    if following in words.joiners and at + 3 < len(tokens):
        # "Vingt-et-unième".
        following = tokens[at + 3].word
    # "Quatre-vingtième" begins below ten.
    is_sum = value >= _TEN and _is_last_part(following, value, words)
    return is_sum or _is_spelt(following, words)


def _is_scale(word: str, words: NumberWords) -> bool:
    """Whether `word` makes "the two hundredth" of a number where no fraction was read."""
    return words.fractions.get(word, 0) >= _HUNDRED


def _is_last_part(word: str, above: Decimal, words: NumberWords) -> bool:
    """Whether `word` ends an ordinal whose parts before it make `above`; "half" ends none."""
    return word in words.ordinals or _HALF < words.fractions.get(word, 0) < above


def _is_spelt(word: str, words: NumberWords) -> bool:
    """Whether `word` is an ordinal by itself and no ending of figures ("3ème")."""
    return len(word) > _LONGEST_ENDING and word in words.ordinals


def is_alone(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds nothing but `words`, written together."""
    return len(text) < _LONGEST and len(text.strip()) == sum(map(len, words))


def is_ordinal_sign(tokens: Sequence[Token], index: int, language: Language, text: str) -> bool:
    """Whether the sign behind a number makes an ordinal and no degrees: "il 70° anniversario"."""
    if tokens[index].word not in language.numbers.ordinals or index + 1 >= len(tokens):
        return False
    unit = measure_at(tokens, index, language, text)
    following = tokens[index + 1]
    if following.kind != TokenKind.WORD or (unit is not None and unit.last > index + 1):
        return False
    return following.word not in language.quantities.stops


def is_weight(tokens: Sequence[Token], index: int, language: Language, text: str) -> bool:
    """Whether the letters at `index`, which end ordinals too, are a weight: "8`st` 10lb"."""
    unit = measure_at(tokens, index, language, text)
    if unit is None or unit.unit not in _WEIGHTS or index + 2 >= len(tokens):
        return False
    part = measure_at(tokens, index + 2, language, text)
    is_number = tokens[index + 1].kind == TokenKind.NUMBER
    return is_number and part is not None and part.unit == _WEIGHTS[unit.unit]
