"""What a number in tokens is, and how its digits are read."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from checker.model import Form, Hedge, Token
from checker.model.language import Phrases
from checker.phrases import touches
from checker.rows import NamedTuple

ONE: Final = Decimal(1)
# How an ordinal that tells a number is read.
NTH: Final = "nth"
VULGAR: Final = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
_SPACES = " \u00a0\u202f\u2009\u2007'"


class Numeral(NamedTuple):
    """
    A number read from `tokens[first:last]`.

    `value` is None for a vague count, which has `low` and `high`, or neither. `written` times
    `scale` is the value: the number before its magnitude word, and that word.
    """

    first: int
    last: int
    value: Decimal | None
    written: Decimal
    scale: int
    form: Form
    via: str
    low: Decimal | None = None
    high: Decimal | None = None
    hedge: Hedge | None = None
    other: Decimal | None = None

    def negated(self) -> Numeral:
        """Put a minus before the number, in both its readings; a vague one has none."""
        if self.value is None:
            return self
        other = None if self.other is None else -self.other
        return self._replace(value=-self.value, written=-self.written, other=other)


_THOUSAND = 1000
# "10 à 20 000" may leave out thousands, "1 à 20 000" does not: how far apart such ends may be.
_NEAR = 3
# Beyond what Decimal divides exactly, and what anyone writes in digits.
_LARGEST = Decimal(10) ** 15


def leaves_thousands(one: Numeral, two: Numeral) -> bool:
    """Whether the first end of a range leaves its thousands to the other: "300 à 400 000"."""
    low, high = one.value, two.value
    if low is None or high is None or not one.form == two.form == "digits":
        return False
    if high > _LARGEST or not 0 < low * _THOUSAND < high <= low * _THOUSAND * _NEAR:
        return False
    return one.scale == two.scale == 1 and low == int(low) and not high % _THOUSAND


@functools.lru_cache(maxsize=8192)
def parse_digits(
    word: str, decimal: str, group: tuple[str, ...]
) -> tuple[Decimal, Decimal | None] | None:
    """
    Return the value of digits with separators, and a second reading when they are undecided.

    "1.234" may be a decimal or a grouped number when the pack knows both marks; the pack's own
    reading comes first. None when the digits are no number.
    """
    plain = word
    for space in _SPACES:
        plain = plain.replace(space, "")
    plain = plain.replace("·", ".")
    if not plain.isascii():
        plain = "".join(str(int(digit)) if digit.isdecimal() else digit for digit in plain)
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return (Decimal(plain), None) if plain.isdecimal() else None
    mark = marks[-1]
    whole_part, _, part = plain.rpartition(mark)
    if len(marks) > 1:
        if len(set(marks)) == 1:
            return Decimal(plain.replace(mark, "")), None
        return Decimal(whole_part.replace(marks[0], "") + "." + part), None
    as_decimal, as_group = Decimal(f"{whole_part or 0}.{part}"), Decimal(whole_part + part)
    if not _is_undecided(whole_part, part) or word != plain:
        return as_decimal, None
    if mark != decimal and mark in group:
        return as_group, as_decimal if mark == "." else None
    return as_decimal, as_group


def _is_undecided(whole_part: str, part: str) -> bool:
    """Whether digits on both sides of a mark could be a group of thousands."""
    return len(part) == 3 and 1 <= len(whole_part) <= 3 and not whole_part.startswith("0")


# What stands between a number and ten to some power.
_LONGEST_EXPONENT = 3
_SIGNS = frozenset("+-−")
_TIMES = frozenset({"×", "x", "*", "·", "⋅"})


def power_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read "× 10^6", "×10-8" and "e10" behind a number: the exponent and where it ends."""
    word = tokens[index].word
    if word[0] == "e" and touches(tokens, index):
        return _lettered(tokens, index)
    if word == "x10" and index + 1 < len(tokens) and touches(tokens, index + 1):
        ten = index
    elif word in _TIMES and index + 2 < len(tokens) and tokens[index + 1].word == "10":
        ten = index + 1
    else:
        return None
    return _exponent(tokens, ten + 1)


def bare_power_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read "^6" and "⁻³" behind a ten: the exponent and where it ends; "10²" may be a note."""
    if tokens[index].word[0] not in _MARKS or not touches(tokens, index):
        return None
    power = _exponent(tokens, index)
    is_note = power is not None and tokens[index].word != "^" and 0 < power[0] < _SMALLEST
    return None if is_note else power


# Single raised digits up to this are footnotes.
_SMALLEST = 4
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKS = frozenset("^⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def _exponent(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Read "^6", "-8" and "²³" at `at`: the number and where it ends."""
    at += tokens[at].word == "^"
    is_negative = at < len(tokens) and tokens[at].word in ("-", "–", "−", "⁻")
    at += is_negative
    if at >= len(tokens) or not touches(tokens, at):
        return None
    digits = tokens[at].word.translate(_RAISED)
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 2):
        return None
    return (-int(digits) if is_negative else int(digits)), at + 1


def _lettered(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read "e10" and "E-3" behind digits that they touch."""
    word = tokens[index].word
    if word[1:].isdecimal() and len(word) <= _LONGEST_EXPONENT:
        return int(word[1:]), index + 1
    last = index + 3
    if word != "e" or last > len(tokens) or tokens[index + 1].word not in _SIGNS:
        return None
    digits = tokens[index + 2].word
    is_tight = touches(tokens, index + 1) and touches(tokens, index + 2)
    if not is_tight or not digits.isdecimal() or len(digits) >= _LONGEST_EXPONENT:
        return None
    return (int(digits) if tokens[index + 1].word == "+" else -int(digits)), last


def tells_heat(tokens: Sequence[Token], units: Phrases) -> bool:
    """Whether a sentence holds degrees of heat, so that its "200 K" are kelvins."""
    return any(
        unit[1] == "temperature"
        for token in tokens
        if token.word != "k"
        for _, unit in units.get(token.word, ())
    )


def whole(value: Decimal) -> Decimal:
    """Write a whole number without decimals."""
    integral = value.to_integral_value()
    return Decimal(int(integral)) if integral == value else value


def vague_numeral(first: int, last: int, low: int, high: int) -> Numeral:
    """Return a count told by its decade."""
    ends = Decimal(low), Decimal(high)
    return Numeral(first, last, None, ends[0], 1, "vague", "vague", ends[0], ends[1], "vague")
