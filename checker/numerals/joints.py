"""The two ends of a range: whether two numbers may be its ends, and how precise they are."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal

from checker.measures import Measure
from checker.model import Language, Token, TokenKind
from checker.model.language import Phrases
from checker.numerals.halves import plus_at
from checker.numerals.values import Numeral
from checker.phrases import phrase_before, reads
from checker.readings import precision_of
from checker.rows import NamedTuple

# "Three or four" is a range, "two or ten" are two numbers.
_NEIGHBOURS = Decimal("1.5")
_TWO = 2

# "Due ore e mezza", "un metro e mezzo", "two euros and a half".
_HALVED = frozenset({"duration", "dimension", "currency"})
# "Between 2 g and roughly 7 g": hedges inside a range are short.
_MOST_WORDS = 3


class Joint(NamedTuple):
    """
    What stands between two numbers: the first one's unit, and a word.

    `is_open` says that a word before the first number began a range ("between"), `is_choice` that
    the word in the middle is "or".
    """

    unit: Measure | None
    is_open: bool
    is_choice: bool

    def fits(self, theirs: Measure | None) -> bool:
        """Whether the second number's unit goes with the first one's."""
        if theirs is None:
            return self.is_open
        return self.unit is not None and theirs.unit == self.unit.unit

    def allows(self, low: Decimal, high: Decimal) -> bool:
        """Whether two numbers may be the ends: they rise, unless a word began the range."""
        if self.is_open:
            return low != high
        if self.is_choice:
            if self.unit is not None:
                # "An hour or two".
                return low == 1 and high == _TWO
            is_near = high <= low * _NEIGHBOURS or (high == low * _TWO and _is_one(low))
            return 1 <= low < high and is_near
        return low < high


def _is_one(value: Decimal) -> bool:
    """Whether a number is one of its magnitude, as in "one or two million"."""
    return value == int(value) and str(int(value)).rstrip("0") == "1"


def middle_end(tokens: Sequence[Token], index: int, inside: Sequence[str]) -> int:
    """Return where the word or words inside a range that begin at `index` end, or 0."""
    word = tokens[index].word
    if word in inside:
        return index + 1
    for phrase in inside:
        terms = phrase.split(" ")
        if terms[0] == word and reads(tokens, index, terms):
            return index + len(terms)
    return 0


def past_hedge(tokens: Sequence[Token], index: int, hedges: Phrases) -> int:
    """Return where a loosening hedge that begins at `index` ends, or `index`."""
    for end in range(index + 1, min(index + _MOST_WORDS, len(tokens))):
        if phrase_before(hedges, tokens, end, index) == (index, "approx"):
            return end
    return index


def precision(numeral: Numeral) -> tuple[Decimal | None, Decimal | None]:
    """Return grain and place of the last non-zero digit; those of a range's finer end."""
    if numeral.form in ("vague", "fraction"):
        return None, None
    if numeral.form == "range" and numeral.low is not None and numeral.high is not None:
        ends = (precision_of(numeral.low), precision_of(numeral.high))
        return min(ends[0][0], ends[1][0]), min(ends[0][1], ends[1][1])
    # Equal decimals may differ in their zeros, so that the text is the key.
    return _precise(str(numeral.written), numeral.scale)


@functools.lru_cache(maxsize=4096)
def _precise(written: str, scale: int) -> tuple[Decimal, Decimal]:
    """Remember the precision of numbers already seen."""
    return precision_of(Decimal(written), Decimal(scale))


def opener_of(tokens: Sequence[Token], first: int, floor: int, language: Language) -> int:
    """Return where the word that may open a range stands, or `first`: "tra i 5 e i 7"."""
    if first <= floor:
        return first
    is_free = first - 1 > floor and is_article(tokens, first - 1, language)
    return first - 1 - is_free


def is_article(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Whether an article that is no number stands at `index`."""
    if index >= len(tokens) or tokens[index].word not in language.discourse.articles:
        return False
    # "Entre un 1,8 % y un 2,1 %".
    is_before = index + 1 < len(tokens) and tokens[index + 1].kind == TokenKind.NUMBER
    return is_before or tokens[index].word not in language.numbers.articles


def with_half(
    tokens: Sequence[Token], numeral: Numeral, unit: Measure | None, language: Language
) -> tuple[Numeral, int]:
    """Add a half that stands behind the unit ("deux heures et demie"); return where it ends."""
    if unit is None or numeral.value is None or unit.kind not in _HALVED:
        return numeral, numeral.last
    found = plus_at(tokens, unit.last, language)
    if found is None:
        return numeral, numeral.last
    top, bottom = found[1]
    total = numeral.value + Decimal(top) / bottom
    return numeral._replace(value=total, written=total, scale=1), found[0]
