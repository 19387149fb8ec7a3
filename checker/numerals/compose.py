"""
How number words add up to one number, by the pack's named composition.

`decimal`: units and tens add, hundreds and magnitudes multiply what stands before them; hundreds
that are words of their own ("duzentos") add. Thousands are multiplied by millions in their turn,
as the long scale has it ("dois mil trezentos milhões").
`vigesimal`: besides, words below twenty follow 60 and 80, and four twenties are eighty.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Token
from checker.model.language import NumberWords
from checker.phrases import touches
from checker.rows import NamedTuple
from checker.values import record

# "Um trilhão e três bilhões e dois milhões e mil e vinte e um": nobody joins more parts.
_MOST_JOINTS = 6
_TEN, _THOUSAND, _MILLION = 10, 1000, 10**6
# Eleven to fifteen have words that no other is heard in.
_MOST_PLAIN = 5
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
    `settled` are the parts of a million and more, `ceiling` the magnitude of the last of them.
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
    settled: int = 0
    ceiling: int = 0

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
                    return Sum(self._before(rest.value) + rest.value, rest.last, 1)
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
        if factor == 100 or not self.limit or factor < self.limit or self.group < 0:
            return False
        return not self._has_thousands(factor)

    def _has_thousands(self, factor: int) -> bool:
        """Whether thousands are open that a magnitude multiplies: "dois mil trezentos milhões"."""
        is_room = not self.ceiling or factor < self.ceiling
        return self.limit == _THOUSAND and factor >= _MILLION and is_room

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
        if self._has_thousands(factor) and (self.group >= 0 or self.settled):
            parts = self.total - self.settled + max(self.group, 0)
            self.total, self.scale = self.settled + parts * factor, factor
        elif self.group < 0 and self.total and factor > self.limit:
            self.total, self.scale = self.total * factor, self.limit * factor
        else:
            self.total, self.scale = self.total + max(self.group, 1) * factor, factor
        self.group, self.room, self.limit, self.safe = -1, 0, factor, end
        if factor >= _MILLION:
            self.settled, self.ceiling = self.total, factor
        return True

    def _passes(self, at: int) -> bool:
        """Whether a hyphen, or a word joined to the next, stands inside this number."""
        if at + 1 >= len(self.tokens):
            return False
        words = self.words
        word, following = self.tokens[at].word, self.tokens[at + 1].word
        if word == "-" and following in words.joiners and touches(self.tokens, at + 1):
            # "Vingt-et-un".
            return self._passes(at + 1)
        if following == "-" and word in words.joiners and at + 2 < len(self.tokens):
            following = self.tokens[at + 2].word
        is_number = following in words.adders or following in words.scales
        if is_number and word == "-":
            # Twenty and five are no range, whatever stands between.
            is_units = self.room == 10 and 0 < words.adders.get(following, 0) < 10
            return is_units or (touches(self.tokens, at) and touches(self.tokens, at + 1))
        allowed = words.joiners.get(word)
        if allowed is None or not is_number:
            return False
        if allowed:
            # What joins tens and units separates no ends of a range: "entre treinta y cinco y 40".
            value = words.adders.get(following, 0)
            fits = value in allowed and (self.joints or self.room == 10)
            fits = bool(fits) and self.room > 0 and self.group > 0 and self.group % 10 == 0
            return fits or self._parts_teen(value, allowed)
        return self.joints > 0 and self._is_multiplied(at + 1)

    def _parts_teen(self, value: int, allowed: Sequence[int]) -> bool:
        """
        Whether units of more than five are joined to ten: "diez y seis".

        Only a word that joins nothing but units parts the teens so, and no ends of a range.
        """
        is_teen = self.bare == _TEN and _MOST_PLAIN < value < _TEN and self.joints > 0
        is_teen = is_teen and value in allowed and _TEN not in allowed
        if is_teen:
            self.room = _TEN
        return is_teen

    def _rest(self, at: int) -> Sum | None:
        """
        Return all that follows a joining word, if that fits.

        Taking it whole keeps "two hundred and three hundred" two numbers. A word that may precede
        some numbers only joins them to magnitudes ("mil e cem"); inside a group it was passed over.
        """
        words = self.words
        allowed = words.joiners.get(self.tokens[at].word)
        if allowed is None or not self.joints or at + 1 >= len(self.tokens):
            return None
        if allowed and (self.group >= 0 or self._number(at + 1) not in allowed):
            return None
        below = self.room if self.group >= 0 else self.limit
        if below < 100:
            return None
        for joints in range(self.joints - 1, -1, -1) if allowed else (self.joints - 1,):
            rest = compose(self.tokens, at + 1, words, joints)
            if rest is None or self._is_top(rest):
                continue
            if 0 < rest.value < below or self._is_multiplying(rest.value):
                return rest
        return None

    def _is_multiplying(self, rest: int) -> bool:
        """Whether the millions that follow open thousands belong to these: "mil e dois milhões"."""
        is_open = self.group < 0 and self._has_thousands(_MILLION)
        return is_open and _MILLION <= rest < _THOUSAND * _MILLION

    def _before(self, rest: int) -> int:
        """Return what stands before the joined `rest`, in its order of magnitude."""
        if not self._is_multiplying(rest):
            return self.total + max(self.group, 0)
        return self.settled + (self.total - self.settled) * _MILLION

    def _number(self, at: int) -> int:
        """Return the number that one word stands for, 0 for none."""
        words, word = self.words, self.tokens[at].word
        return words.adders.get(word, 0) or words.scales.get(word, 0)

    def _is_top(self, rest: Sum) -> bool:
        """Whether `rest` is the top of a part of one: "and three fifths", but "and ten fifths"."""
        word = self.tokens[rest.last].word if rest.last < len(self.tokens) else ""
        return rest.value < self.words.fractions.get(word, 0)

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
    if value >= 100 and value % 100 == 0:
        return 100
    if (value >= 20 and value % 10 == 0) or (is_vigesimal and value == 10) or value == 0:
        # "Cero siete" is seven, as its digits are.
        return 10
    return 0
