"""Ordinals of several words ("twenty-fifth", "vingt et unième"), and numbers that stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Language, Token
from checker.numerals import Numeral
from checker.phrases import touches

_TEN = 10
# Only a short text is looked through for what else it holds.
_LONGEST = 40


def is_compound_ordinal(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Whether number words go on as an ordinal: "the twenty-fifth", "ventun-esimo"."""
    words, at = language.numbers, numeral.last
    if at >= len(tokens):
        return False
    if tokens[at].word in words.denominators:
        return True
    value = numeral.value
    if value is None or value < _TEN or at + 1 >= len(tokens):
        return False
    word, following = tokens[at].word, tokens[at + 1].word
    if word in words.joiners:
        return following in words.ordinals
    if word != "-" or not touches(tokens, at) or not touches(tokens, at + 1):
        return False
    if following in words.joiners and at + 3 < len(tokens):
        # "Vingt-et-unième".
        following = tokens[at + 3].word
    return following in words.ordinals or 0 < words.fractions.get(following, 0) < _TEN


def is_alone(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds nothing but `words`, written together."""
    return len(text) < _LONGEST and len(text.strip()) == sum(map(len, words))
