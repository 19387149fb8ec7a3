"""
How number words add up to one number, by the pack's named composition.

`decimal`: units and tens add, hundreds and magnitudes multiply what stands before them.
`vigesimal`: besides, words below twenty follow 60 and 80, and four twenties are eighty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.model import Token
from checker.model.language import NumberWords
from checker.phrases import touches
from checker.values import record

# "Two million and three thousand and five": nobody joins more parts.
_MOST_JOINTS = 3
# "Million million million": no text counts further than this.
LARGEST = 10**36


class Sum(NamedTuple):
    """Number words added up: the value, where they end, and the last magnitude among them."""

    value: int
    last: int
    scale: int


def compose(
    tokens: Sequence[Token], index: int, words: NumberWords, joints: int = _MOST_JOINTS
) -> Sum | None:
    """
    Add up the number words that begin at `index`; None when none stands there.

    `joints` is how many joining words ("and") may stand inside; 0 when a range has begun, whose two
    ends such a word separates.
    """
    if index < len(tokens):
        # Most number words stand alone, which is seen at once.
        value = words.adders.get(tokens[index].word)
        following = tokens[index + 1].word if index + 1 < len(tokens) else ""
        if value is not None and not _goes_on(following, words):
            return Sum(value, index + 1, 1)
    return _Adder(tokens, words, joints, index, index).run(index)


def _goes_on(word: str, words: NumberWords) -> bool:
    """Whether a word behind a number word may belong to the same number."""
    return word in words.adders or word in words.scales or word in words.joiners or word == "-"


@record
class _Adder:
    """
    The sum so far.

    `total` holds the parts before the current `group` below a thousand (-1: none begun). `room` is
    what may still be added to the group ("twenty" leaves ten), `bare` its last word. `limit` is the
    smallest magnitude used, below which later parts stay, and `safe` where that magnitude ended.
    """

    tokens: Sequence[Token]
    words: NumberWords
    joints: int
    last: int
    safe: int
    total: int = 0
    limit: int = 0
    scale: int = 1
    group: int = -1
    room: int = 0
    bare: int = 0

    def run(self, index: int) -> Sum | None:
        """Take words from `index` as long as they make one number."""
        at, size = index, len(self.tokens)
        adders, scales = self.words.adders, self.words.scales
        while at < size:
            word = self.tokens[at].word
            if word in adders:
                goes_on = self._add(adders[word])
            elif word in scales:
                if self._is_too_large(scales[word]):
                    return Sum(self.total, self.safe, self.limit)
                goes_on = self._multiply(scales[word], at + 1)
            else:
                rest = self._rest(at)
                if rest is not None:
                    return Sum(self.total + max(self.group, 0) + rest.value, rest.last, 1)
                if not self._passes(at):
                    break
                at += 1
                continue
            if not goes_on:
                break
            at += 1
            self.last = at
        if self.last == index:
            return None
        return Sum(self.total + max(self.group, 0), self.last, self.scale)

    def _add(self, value: int) -> bool:
        """Add units or tens; False when they belong to another number."""
        if self.group < 0:
            if self.limit and value >= self.limit:
                return False
            self.group = value
        elif self.words.is_vigesimal and value == 20 and self.bare == 4:
            self.group, value = self.group + 76, 80
        elif 0 < value < self.room:
            self.group += value
        else:
            return False
        self.room, self.bare, self.scale = _room(value, self.words.is_vigesimal), value, 1
        return True

    def _is_too_large(self, factor: int) -> bool:
        """Whether a magnitude behind a group belongs to another number: 2 million, 3 billion."""
        return factor != 100 and self.limit > 0 and factor >= self.limit and self.group >= 0

    def _multiply(self, factor: int, end: int) -> bool:
        """Multiply the group, or the whole, by a hundred or a magnitude that ends at `end`."""
        if factor == 100:
            is_late = self.group < 0 and self.total and self.limit <= 100
            if self.group >= 100 or is_late or self.group == 0:
                return False
            self.group, self.room = 100 * max(self.group, 1), 100
            self.bare, self.scale = 0, 100
            return True
        if self.total * factor > LARGEST:
            return False
        if self.group < 0 and self.total and factor > self.limit:
            self.total, self.scale = self.total * factor, self.limit * factor
        else:
            self.total, self.scale = self.total + max(self.group, 1) * factor, factor
        self.group, self.room, self.limit, self.safe = -1, 0, factor, end
        return True

    def _passes(self, at: int) -> bool:
        """Whether a hyphen, or a word joined to the next, stands inside this number."""
        if at + 1 >= len(self.tokens):
            return False
        words = self.words
        word, following = self.tokens[at].word, self.tokens[at + 1].word
        if following not in words.adders and following not in words.scales:
            return False
        if word == "-":
            # Twenty and five are no range, whatever stands between.
            is_units = self.room == 10 and 0 < words.adders.get(following, 0) < 10
            return is_units or (touches(self.tokens, at) and touches(self.tokens, at + 1))
        allowed = words.joiners.get(word)
        if allowed is None or not self.joints:
            return False
        if allowed:
            fits = words.adders.get(following) in allowed and self.room > 0
            return fits and self.group > 0 and self.group % 10 == 0
        return self._is_multiplied(at + 1)

    def _rest(self, at: int) -> Sum | None:
        """
        Return all that follows a joining word which may precede any number ("and"), if that fits.

        Taking it whole keeps "two hundred and three hundred" two numbers.
        """
        words = self.words
        if not self.joints or words.joiners.get(self.tokens[at].word, (0,)):
            return None
        below = self.room if self.group >= 0 else self.limit
        if below < 100:
            return None
        rest = compose(self.tokens, at + 1, words, self.joints - 1)
        if rest is None or not 0 < rest.value < below:
            return None
        is_fraction = (
            rest.last < len(self.tokens) and self.tokens[rest.last].word in words.fractions
        )
        return None if is_fraction else rest

    def _is_multiplied(self, at: int) -> bool:
        """Whether what follows "one hundred and" is units before a magnitude: "one thousand"."""
        tokens, words, total = self.tokens, self.words, 0
        while at < len(tokens) and (tokens[at].word in words.adders or tokens[at].word == "-"):
            total += words.adders.get(tokens[at].word, 0)
            at += 1
        scale = words.scales.get(tokens[at].word, 0) if at < len(tokens) else 0
        is_larger = scale >= 1000 and (not self.limit or scale < self.limit)
        return self.group >= 100 and total < self.room and is_larger


def _room(value: int, is_vigesimal: bool) -> int:
    """Return below what a number must stay to be added to `value`."""
    if is_vigesimal and value in (60, 80):
        return 20
    if (value >= 20 and value % 10 == 0) or (is_vigesimal and value == 10):
        return 10
    return 0
