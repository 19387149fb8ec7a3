"""Marks behind a number that tell a unit or hold one: 6'2", "20 (kg)", "5,- Euro"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures.table import Measure, measure_at
from checker.model import Language, Token, TokenKind
from checker.phrases import touches

_PRIMES = {"'": "foot", "′": "foot", '"': "inch", "″": "inch"}
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
MARKS = frozenset((*_PRIMES, *_BRACKETS))
# Longer words in brackets are no symbols.
_LONGEST_SYMBOL, _INCH_DIGITS = 4, 2


def behind_dash(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the currency behind a dash that stands for no cents: "5,- Euro", "20,-- €"."""
    at = index + 1
    while at < len(tokens) and tokens[at].word in "-–—" and touches(tokens, at):
        at += 1
    if at == index + 1 or not touches(tokens, index):
        return None
    measure = measure_at(tokens, at, language, text)
    is_sum = measure is not None and measure.kind == "currency"
    return measure._replace(first=index) if measure is not None and is_sum else None


def marked(tokens: Sequence[Token], index: int, language: Language, text: str) -> Measure | None:
    """Return the unit that a mark behind a number tells or holds."""
    if tokens[index].word in _PRIMES:
        return _prime(tokens, index)
    return _bracketed(tokens, index, language, text)


def _prime(tokens: Sequence[Token], index: int) -> Measure | None:
    """
    Return feet or inches that a prime tells: 6'2", 10″.

    A quotation mark is one only where it touches the number and closes no quotation.
    """
    mark = tokens[index].word
    if not touches(tokens, index):
        is_apart = index + 1 < len(tokens) and not touches(tokens, index + 1)
        is_lone = is_apart and sum(token.word == mark for token in tokens) == 1
        # '10 " long' quotes nothing.
        return Measure(index, index + 1, _PRIMES[mark], "dimension") if is_lone else None
    if mark in "'′" and touches(tokens, index + 1) and tokens[index + 1].word == mark:
        # Two primes are a double one: 5''.
        return Measure(index, index + 2, "inch", "dimension")
    quotes = [
        place
        for place in range(index)
        if tokens[place].word == mark and tokens[place - 1].kind != TokenKind.NUMBER
    ]
    if mark in "'\"" and len(quotes) % 2:
        return None
    if mark == "'" and touches(tokens, index + 1):
        # "6'11", but "1'200" of thousands and "5's" of words.
        digits = tokens[index + 1].word.partition(".")[0]
        if not digits.isdecimal() or len(digits) > _INCH_DIGITS:
            return None
    return Measure(index, index + 1, _PRIMES[mark], "dimension")


def _bracketed(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the symbol of a unit that stands alone in brackets: "a weight of 20 (kg)"."""
    if index + 2 >= len(tokens) or len(tokens[index + 1].word) > _LONGEST_SYMBOL:
        return None
    measure = measure_at(tokens, index + 1, language, text)
    if measure is None or measure.last >= len(tokens):
        return None
    is_closed = tokens[measure.last].word == _BRACKETS[tokens[index].word]
    is_symbol = measure.kind in ("dimension", "temperature", "duration", "percent")
    # One letter between such brackets is a tag.
    is_symbol = is_symbol and (tokens[index].word != "<" or len(tokens[index + 1].word) > 1)
    last = measure.last + 1
    return Measure(index, last, measure.unit, measure.kind) if is_closed and is_symbol else None
