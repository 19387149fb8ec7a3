"""Fractions in words: "two thirds", "un neuvième", "tre ventunesimi", "três vinte avos"."""

from __future__ import annotations

from decimal import Decimal
from math import gcd

from checker.measures import measure_at
from checker.nouns import is_plural
from checker.numerals.compose import Sum, compose
from checker.numerals.digits import WORD, DigitReader
from checker.numerals.values import Numeral
from checker.phrases import phrase_before, touches
from checker.values import record

# From fifths on, plurals are fractions and nothing else.
_SURE = 5
# Nobody writes a fraction in words with a larger numerator.
_LARGEST_NUMERATOR = 20
_HALF, _TEN, _THOUSAND = 2, 10, 1000
# What an ordinal goes on counting stands no farther before it.
_NEAR = 20


@record
class FractionReader(DigitReader):
    """Reads the denominators behind number words."""

    def _fraction(self, first: int, added: Sum) -> Numeral | None:
        """Read "two thirds", "a ninth of", "un neuvième"; None when no fraction follows."""
        tokens, words, index = self.tokens, self.language.numbers, added.last
        is_joined = index + 1 < len(tokens) and tokens[index].word == "-"
        if is_joined and touches(tokens, index) != touches(tokens, index + 1):
            return None
        index += is_joined
        if index >= len(tokens) or added.value < 1:
            return None
        word = tokens[index].word
        bottom = words.fractions.get(word)
        is_compound = added.value > 1 and not is_joined and self._begins_compound(index)
        if bottom is None or is_compound:
            return None
        is_reduced = added.value < bottom and gcd(added.value, bottom) == 1
        # "The four quarters" are parts of a game; "twenty-three fifths" can only be a fraction.
        is_sure = bottom >= _SURE and added.value > 1
        quantities = self.language.quantities
        # German fractions have no plural of their own.
        is_sure = is_sure and (quantities.has_capital_nouns or is_plural(word, quantities))
        is_sure = is_sure or (bottom == _HALF and self._are_halves(added.value, word))
        if not is_sure and (not is_reduced or added.value > _LARGEST_NUMERATOR):
            return None
        last = index + 1
        is_article = tokens[first].word in words.articles and not is_joined
        is_ordinal = is_article and self._goes_on_counting(first, last, bottom)
        is_share = not is_article or self._ends_share(last) or self._is_hedged(first, last)
        if is_ordinal or not is_share:
            return None
        return self.multiplied(first, last, Decimal(added.value) / bottom)

    def _are_halves(self, value: int, word: str) -> bool:
        """
        Whether so many halves are told: "three halves", and "zwei halbe Tage", which are one.

        Where halves have a plural of their own, an even number of them are parts of a game.
        """
        quantities = self.language.quantities
        if quantities.has_capital_nouns:
            return value > 1
        return value > 1 and value % _HALF == 1 and is_plural(word, quantities)

    def _is_hedged(self, first: int, last: int) -> bool:
        """Whether a bound and no mere preposition makes a part of it: "more than a third voted"."""
        found = phrase_before(self.language.numbers.hedges_before, self.tokens, first)
        if found is None or self.tokens[last].word == "-":
            return False
        words = self.language.discourse.prepositions
        return first - found[0] > 1 or self.tokens[found[0]].word not in words

    def _goes_on_counting(self, first: int, last: int, bottom: int) -> bool:
        """
        Whether a word for a part is an ordinal that follows a number: "two men fell, a third hid".

        Only where adjectives stand before their noun and have no capitals are they one word.
        """
        tokens, words, quantities = self.tokens, self.language.numbers, self.language.quantities
        if quantities.is_head_first or quantities.has_capital_nouns or bottom <= _HALF:
            return False
        if last >= len(tokens) or tokens[last].word in words.of:
            return False
        near = tokens[max(0, first - _NEAR) : first]
        figure = str(bottom - 1)
        return any(
            token.word == figure or words.adders.get(token.word) == bottom - 1 for token in near
        )

    def _begins_compound(self, index: int) -> bool:
        """Whether a singular is joined to what follows: "three quarter-point cuts"."""
        tokens = self.tokens
        if not touches(tokens, index + 1) or tokens[index + 1].word != "-":
            return False
        return not is_plural(tokens[index].word, self.language.quantities)

    def _compound_fraction(self, first: int, added: Sum) -> Numeral | None:
        """Read a denominator of tens and units: "un vingt-cinquième", "two thirty-fifths"."""
        tokens, words, at = self.tokens, self.language.numbers, added.last
        # "Un" is one, and "vingt" no more of it.
        at += at < len(tokens) and tokens[at].word in words.adders
        place = self._units_place(at, is_apart=at > added.last)
        if place is None:
            return None
        units = words.fractions.get(tokens[place].word, 0)
        tens, start = words.adders.get(tokens[at - 1].word, 0), at - 1
        is_hyphened = tokens[start - 1].word == "-" and touches(tokens, start)
        if not 0 < units < _TEN <= tens or tens % _TEN or start <= first or is_hyphened:
            return None
        is_article = tokens[first].word in words.articles and start == first + 1
        top = Sum(1, start, 1) if is_article else compose(tokens[:start], first, words)
        if top is None or top.last != start or (top.value == 1 and not self._ends_share(place + 1)):
            return None
        return self.multiplied(first, place + 1, Decimal(top.value) / (tens + units))

    def _units_place(self, at: int, *, is_apart: bool) -> int | None:
        """
        Return where the units of a denominator stand behind its tens, which end at `at`.

        Without a hyphen these stand `is_apart` from the numerator, and no noun behind: "one twenty
        fifth of it", but "twenty fifth graders".
        """
        tokens = self.tokens
        if at + 1 < len(tokens) and tokens[at].word == "-":
            return at + 1 if touches(tokens, at + 1) else None
        at += at < len(tokens) and tokens[at].word in self.language.numbers.joiners
        is_units = is_apart and at < len(tokens) and self._ends_share(at + 1)
        return at if is_units else None

    def _glued_fraction(self, first: int) -> Numeral | None:
        """Read a fraction whose denominator is one word of several numbers: "tre ventunesimi"."""
        tokens, words, end = self.tokens, self.language.numbers, first
        while end < len(tokens) and (
            tokens[end].word in words.adders
            or tokens[end].word in words.scales
            or (end > first and tokens[end].word in words.joiners)
        ):
            end += 1
        if end >= len(tokens):
            return None
        # "Tres dosmilésimos" are parts of two thousand.
        size = words.fractions.get(tokens[end].word, 0) if touches(tokens, end) else 0
        if size < _THOUSAND and tokens[end].word not in words.denominators:
            return None
        start = end
        while start > first and touches(tokens, start):
            start -= 1
        top = compose(tokens[:start], first, words)
        bottom = compose(tokens[:end], start, words)
        if top is None or bottom is None or bottom.value * max(size, 1) < _SURE:
            return None
        if top.value == 1 and not self._ends_share(end + 1):
            return None
        parts = bottom.value * max(size, 1)
        return self.multiplied(first, end + 1, Decimal(top.value) / parts)

    def _marked_fraction(self, first: int, top: Sum) -> Numeral | None:
        """Read "três vinte avos", where a word marks the number before it as a denominator."""
        tokens, marks = self.tokens, self.language.numbers.fraction_marks
        bottom = compose(tokens, top.last, self.language.numbers) if marks else None
        if bottom is None or bottom.last >= len(tokens) or tokens[bottom.last].word not in marks:
            return None
        if bottom.value < 1:
            return None
        return self.multiplied(first, bottom.last + 1, Decimal(top.value) / bottom.value)

    def _of_scale(self, index: int) -> tuple[int, int]:
        """Return where a magnitude behind a group noun ends: "une dizaine `de millions`"."""
        tokens, words = self.tokens, self.language.numbers
        if index + 1 >= len(tokens) or tokens[index].word not in words.of:
            return index, 1
        word = tokens[index + 1].word
        scale = words.scales.get(word) or words.groups.get(word) or words.vague.get(word, (1,))[0]
        return (index + 2, scale) if scale >= _THOUSAND else (index, 1)

    def _ends_decimals(self, mark: int, last: int) -> bool:
        """
        Whether decimals end at `last`, by the word at `mark` before them.

        A preposition stands before other numbers too: "siete con cinco", "dos con tres perros".
        """
        tokens, language = self.tokens, self.language
        if tokens[mark].word not in language.discourse.prepositions:
            return True
        if tokens[mark + 1].word in language.numbers.articles:
            return False
        if last >= len(tokens) or tokens[last].kind != WORD:
            return True
        is_stop = tokens[last].word in language.quantities.stops
        return is_stop or measure_at(tokens, last, language, self.text) is not None

    def _ends_share(self, index: int) -> bool:
        """Whether a fraction and no ordinal ends before `index` ("a third of", not a man)."""
        if index >= len(self.tokens):
            return True
        token = self.tokens[index]
        if token.kind != WORD:
            return token.word != "-"
        return (
            token.word in self.language.numbers.of or token.word in self.language.quantities.stops
        )
