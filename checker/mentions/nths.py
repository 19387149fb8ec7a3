"""Ordinals that tell how many there are by now: "a fifth victim died", "claimed a 12th life"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.model import Language, Token, TokenKind
from checker.numerals import NTH, Numeral

# "A third" may follow two that something else befell: "two died, a third victim was hurt".
_FEWEST = 3


def nth_word(tokens: Sequence[Token], index: int, language: Language) -> Numeral | None:
    """Return the number that an ordinal in words tells: "a | fifth | victim"."""
    value = language.numbers.nths.get(tokens[index].word)
    if value is None or not _is_told(tokens, range(index, index + 1), language):
        return None
    number = Decimal(value)
    return Numeral(index, index + 1, number, number, 1, "words", NTH)


def nth_digits(tokens: Sequence[Token], numeral: Numeral, language: Language) -> Numeral | None:
    """Return an ordinal in digits with its ending, where it tells a number: "a | 12th | victim"."""
    last = numeral.last + 1
    if numeral.value is None or numeral.value < _FEWEST:
        return None
    is_told = _is_told(tokens, range(numeral.first, last), language)
    return numeral._replace(last=last, via=NTH) if is_told else None


def _is_told(tokens: Sequence[Token], own: range, language: Language) -> bool:
    """
    Whether an ordinal stands between an article and a noun that are the latest of a count.

    No other number stands in the sentence: "four were hurt and a fifth victim died" counts one.
    """
    words = language.numbers
    if own.start < 1 or own.stop >= len(tokens):
        return False
    if tokens[own.start - 1].word not in words.articles:
        return False
    others = (token for at, token in enumerate(tokens) if at not in own)
    return tokens[own.stop].word in words.nth_nouns and not any(
        token.kind is TokenKind.NUMBER
        or (token.word in words.adders and token.word not in words.articles)
        for token in others
    )
