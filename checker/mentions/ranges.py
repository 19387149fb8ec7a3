"""Ranges: two numbers that are the ends of one, "300 à 400", "between 12 and 15"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.exclusions import Exclusions
from checker.measures import Measure, change_before, measure_after, sign_before
from checker.model import Language, Token, TokenKind
from checker.numerals import (
    Joint,
    NumberReader,
    Numeral,
    is_article,
    leads_to_two,
    leaves_thousands,
    middle_end,
    opener_of,
    past_hedge,
    whole,
)
from checker.phrases import phrase_at, phrase_before, touches
from checker.values import record

_NUMBER = TokenKind.NUMBER
# "Grew sixfold to $3 billion" is no range.
_WIDEST = 10_000
# Nothing that is told so loses more than nine tenths.
_FALL, _FALL_OF_LARGE = 10, 3
# Below it, "by 5 to 60 million" may leave out a magnitude.
_LARGE = 100


@record
class RangeReader:
    """Reads the ranges of one sentence; `text` is the article's."""

    text: str
    language: Language
    tokens: Sequence[Token]
    reader: NumberReader
    exclusions: Exclusions

    def read(self, numeral: Numeral, first: int, floor: int, sign: Measure | None) -> Numeral:
        """
        Extend a number to the range it begins ("300 à 400"), or return it as it is.

        `first` is where it begins with its `sign`, `floor` where the number before it ended.
        """
        tokens, words = self.tokens, self.language.numbers
        is_multiple = phrase_at(words.multiples, tokens, numeral.first) is not None
        if is_multiple or numeral.value is None or numeral.last >= len(tokens):
            # "Grew fivefold to $250m".
            return numeral
        begin = self._hedged(first, floor)
        place = self._opener(begin, floor)
        opener = tokens[place].word if place < begin else ""
        if numeral.form == "fraction":
            return self._parts(numeral, place, opener)
        unit = measure_after(tokens, numeral.last, self.language, self.text)
        for middle, own in self._middles(numeral, unit):
            word = tokens[middle].word
            after = middle_end(tokens, middle, words.ranges.get(opener, ())) if opener else 0
            is_open = after > 0
            after = after or middle_end(tokens, middle, words.ranges.get("", ()))
            if not after:
                continue
            is_measured = own is not None or (sign is not None and self._is_sign(after))
            is_moved = is_measured and self._is_change(first, middle)
            if is_moved and not is_open:
                # "Rose 5% to 61%" and "rose $5 to $61" tell a change and a level.
                continue
            has_article = is_open and is_article(tokens, after, self.language)
            after += has_article
            second = self._second(after, sign, is_open)
            if second is None or self.exclusions.second_reason(second):
                continue
            theirs = sign_before(tokens, second.first, self.language, self.text)
            if own is not None and theirs is not None and not self._is_same(own, theirs):
                # "Between 50 cents and $3".
                continue
            is_far = not is_open and _is_far(numeral, second) and self._is_change(first, middle)
            if is_far or (is_moved and self._is_level(own, second)):
                # "Fell by 21,000 to 1.3 million", "en baisse de 0,8 % à 7 211 points".
                continue
            is_choice = word in self.language.quantities.joins and not is_open
            joined = self._joined(numeral, second, Joint(own, is_open, is_choice))
            if joined is not None:
                is_move = is_open and not is_choice and word not in self.language.quantities.joins
                # "Down from the 89 to 93 billion" is a range that something left.
                is_move = is_move and (has_article or begin - place < 2)
                # "Cut the term from 15 years to nine": a range of years or prices begins below.
                falls = sign is not None or (own is not None and own.kind == "duration")
                moved = self._moved(numeral, second, place, falls=falls) if is_move else None
                return moved or joined
        return numeral

    def _parts(self, one: Numeral, place: int, opener: str) -> Numeral:
        """Extend a part to the range that a word before it began: "between a third and half"."""
        inside = self.language.numbers.ranges.get(opener, ()) if opener else ()
        after = middle_end(self.tokens, one.last, inside)
        is_moved = phrase_before(self.language.quantities.moves, self.tokens, place) is not None
        if not 0 < after < len(self.tokens) or is_moved:
            return one
        two = self.reader.read(after)
        if two is None or two.form != "fraction" or one.value is None or two.value is None:
            return one
        low, high = sorted((one.value, two.value))
        via = "range:parts"
        joined = Numeral(one.first, two.last, None, two.written, 1, "range", via, low, high)
        return joined if low < high else one

    def _hedged(self, first: int, floor: int) -> int:
        """Return where a loosening hedge behind the opener of a range begins, or `first`."""
        words = self.language.numbers
        if self.tokens[first - 1].word not in words.hedges_before or first <= floor:
            return first
        found = phrase_before(words.hedges_before, self.tokens, first, floor)
        if found is None or found[1] != "approx" or found[0] <= floor:
            return first
        # "Between about 20 and 30".
        return found[0] if self.tokens[found[0] - 1].word in words.ranges else first

    def _opener(self, first: int, floor: int) -> int:
        """Return where the word that may open a range stands: "between (the ages of) 6"."""
        ages = self.language.quantities.ages_before
        is_aged = first > floor and self.tokens[first - 1].word in ages
        age = phrase_before(ages, self.tokens, first, floor) if is_aged else None
        if age is not None and age[0] > floor:
            place = opener_of(self.tokens, age[0], floor, self.language)
            if self.tokens[place].word in self.language.numbers.ranges:
                return place
        return opener_of(self.tokens, first, floor, self.language)

    def _is_sign(self, index: int) -> bool:
        """Whether a currency sign stands at `index`."""
        return (
            index < len(self.tokens) and self.tokens[index].word in self.language.quantities.signs
        )

    def _is_change(self, first: int, middle: int) -> bool:
        """Whether by the number at `first` something moved to the level behind a word `middle`."""
        is_word = self.tokens[middle].kind == TokenKind.WORD
        return is_word and change_before(self.tokens, first, self.language) is not None

    def _is_level(self, own: Measure | None, second: Numeral) -> bool:
        """Whether the second number says where a share has led, being none itself."""
        theirs = measure_after(self.tokens, second.last, self.language, self.text)
        return own is not None and own.kind == "percent" and theirs is None

    def _moved(self, one: Numeral, two: Numeral, start: int, *, falls: bool) -> Numeral | None:
        """Return only the first end where something moved or `falls` from one level to another."""
        words, tokens = self.language.quantities, self.tokens
        if one.value is None or two.value is None:
            return None
        falls &= one.value > two.value
        if (
            one.scale == 1 < two.scale
            and one.last + 1 == two.first
            and _shares_scale(one, two, True)
        ):
            one = one._replace(value=whole(one.value * two.scale), scale=two.scale)
        is_reached = tokens[two.first - 1].word in words.reaches
        is_moved = falls or is_reached or phrase_before(words.moves, tokens, start) is not None
        return one._replace(via="moved from") if is_moved else None

    def _middles(self, numeral: Numeral, unit: Measure | None) -> list[tuple[int, Measure | None]]:
        """Return the places where the word inside a range may stand, with the unit before it."""
        tokens, last = self.tokens, numeral.last
        places: list[tuple[int, Measure | None]] = [(last, None)]
        if tokens[last].word == "-" and last + 1 < len(tokens):
            places.append((last + 1, None))
        if unit is not None and unit.last < len(tokens):
            places.append((unit.last, unit))
        return places

    def _second(self, index: int, sign: Measure | None, is_open: bool) -> Numeral | None:
        """Read the second number of a range at `index`, behind the same currency sign or none."""
        tokens, signs = self.tokens, self.language.quantities.signs
        starts = self.language.numbers.starts
        is_negative = False
        if index < len(tokens) and tokens[index].word == "-":
            # "From -12 to -7"; a hyphen on both sides only joins words ("10-to-15").
            is_negative = touches(tokens, index + 1) and not touches(tokens, index)
            index += is_negative or tokens[index - 1].word != "-"
        if is_open:
            # "Between 2 g and about 7 g".
            index = past_hedge(tokens, index, self.language.numbers.hedges_before)
        place = index
        while place < len(tokens) and tokens[place].word in signs:
            place += 1
        if place >= len(tokens):
            return None
        if tokens[place].kind != _NUMBER and tokens[place].word not in starts:
            return None
        self.reader.is_money = sign is not None
        numeral = self.reader.read(place)
        self.reader.is_money = False
        if numeral is None or numeral.value is None or numeral.form == "fraction":
            return None
        if is_negative:
            numeral = numeral.negated()
        return numeral if place == index or self._has_sign(index, place, sign) else None

    def _has_sign(self, index: int, place: int, sign: Measure | None) -> bool:
        """Whether the tokens from `index` to `place` are one sign that goes with the first one."""
        own = sign_before(self.tokens, place, self.language, self.text)
        if own is None or own.first != index:
            return False
        return sign is None or self._is_same(sign, own)

    def _is_same(self, one: Measure, two: Measure) -> bool:
        """Whether two signs are one currency, the second perhaps shortened ("US$5 to $6")."""
        candidates = self.language.quantities.candidates.get(two.unit, ())
        return one.unit == two.unit or one.unit in candidates

    def _joined(self, one: Numeral, two: Numeral, joint: Joint) -> Numeral | None:
        """Make one range of two numbers if they can be its ends."""
        low, high = one.value, two.value
        if low is None or high is None:
            return None
        if joint.unit is not None:
            theirs = measure_after(self.tokens, two.last, self.language, self.text)
            is_either = joint.is_choice and leads_to_two(self.tokens, two.first - 1, self.language)
            if not is_either and not joint.fits(theirs):
                return None
        elif two.scale > one.scale == 1 and _shares_scale(one, two, joint.is_open):
            low = whole(low * two.scale)
        elif leaves_thousands(one, two):
            low = low * 1000
        if not joint.allows(low, high) or (not joint.is_open and 0 < low * _WIDEST < high):
            return None
        low, high = sorted((low, high))
        via = "range:open" if joint.is_open else "range"
        return Numeral(one.first, two.last, None, two.written, two.scale, "range", via, low, high)


def _is_far(one: Numeral, two: Numeral) -> bool:
    """Whether two numbers are too far apart for the ends of a change by so many."""
    low, high = one.value, two.value
    # Whoever says "by 2 million to 3 million" and means a range says the magnitude once.
    fall = _FALL_OF_LARGE if one.scale == two.scale > 1 else _FALL
    return low is not None and high is not None and low >= _LARGE and low * fall < high


def _shares_scale(one: Numeral, two: Numeral, is_open: bool) -> bool:
    """Whether the magnitude of the second number is the first one's: "de 10 à 8 millions"."""
    # "From 300 to 2 million" tells what it says.
    size = two.written * _FALL if is_open else two.written
    return one.value is not None and one.value < size
