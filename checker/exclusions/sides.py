"""Numbers that only a cross parts: sides, "a 10x12 foot room", or a name, "a 4x4"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.measures import measure_after
from checker.model import Language, Token, TokenKind
from checker.numerals import Numeral
from checker.phrases import touches

_CROSSES = frozenset("x×")
# A relay of "4x100 m" has no sides: what has them is seldom so much longer than wide.
_LONGEST = 20


def is_cross(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at `at` touches the numbers on both sides of it, and multiplies them."""
    if not 0 < at < len(tokens) - 1 or tokens[at].word not in _CROSSES:
        return False
    is_joined = touches(tokens, at) and touches(tokens, at + 1)
    return is_joined and tokens[at - 1].kind is tokens[at + 1].kind is TokenKind.NUMBER


def crossed(tokens: Sequence[Token], numeral: Numeral, language: Language, text: str) -> str:
    """Return why a number beside a cross is no quantity, or ""."""
    before, last = tokens[numeral.first - 1].word, numeral.last
    if before not in _CROSSES and (last >= len(tokens) or tokens[last].word not in _CROSSES):
        return ""
    for at in (numeral.first - 1, last):
        if is_cross(tokens, at) and not _parts_sides(tokens, at, language, text):
            return "name"
    return ""


def _parts_sides(tokens: Sequence[Token], at: int, language: Language, text: str) -> bool:
    """Whether the cross at `at` parts two sides: behind the last one stands a unit of length."""
    first = last = at
    while first > 1 and is_cross(tokens, first - 2):
        first -= 2
    while last + 2 < len(tokens) and is_cross(tokens, last + 2):
        last += 2
    unit = measure_after(tokens, last + 2, language, text)
    if unit is None or unit.kind != "dimension":
        return False
    sides = [token.word.replace(",", ".") for token in tokens[first - 1 : last + 2 : 2]]
    if not all(side.replace(".", "", 1).isdecimal() for side in sides):
        return False
    lengths = sorted(map(Decimal, sides))
    return 0 < lengths[-1] < lengths[0] * _LONGEST
