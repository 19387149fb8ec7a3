"""
Numbers in tokens: digits in the language's format, number words, fractions, vague counts.

Everything a language says about its numbers comes from its pack; the two ways in which number
words compose (`decimal`, and `vigesimal` with French "quatre-vingt-dix") are the only grammar here.
"""

from __future__ import annotations

from checker.numerals.habit import Habit
from checker.numerals.halves import leads_to_two
from checker.numerals.joints import (
    Joint,
    is_article,
    middle_end,
    opener_of,
    past_hedge,
    precision,
    with_half,
)
from checker.numerals.ratios import RatioReader
from checker.numerals.reader import NumberReader
from checker.numerals.values import NTH, Numeral, leaves_thousands, parse_digits, whole

__all__ = [
    "NTH",
    "Habit",
    "Joint",
    "NumberReader",
    "Numeral",
    "RatioReader",
    "is_article",
    "leads_to_two",
    "leaves_thousands",
    "middle_end",
    "opener_of",
    "parse_digits",
    "past_hedge",
    "precision",
    "whole",
    "with_half",
]
