"""
Dates in text: where they stand, which days they mean, and how they place what the text says.

`find_dates` reads the dates of a sentence, `date_tokens` only which numbers in it are no
quantities; `start_period`, `elapsed` and `months_before` are calendar arithmetic. Counted time
("three weeks ago") is a date whose number stays a quantity: it is a duration.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from checker.dates.calendar import PARTS, TIME_UNITS, elapsed, months_before, start_period
from checker.dates.forms import (
    SHIFTED_UNITS,
    CountedForm,
    DateRelation,
    Granularity,
    granularity,
    resolved,
)
from checker.dates.reading import Found, Reader
from checker.model import Language, Period, Sentence, Span, TokenKind

__all__ = [
    "PARTS",
    "SHIFTED_UNITS",
    "TIME_UNITS",
    "DateMention",
    "DateRelation",
    "Granularity",
    "date_tokens",
    "elapsed",
    "find_dates",
    "months_before",
    "start_period",
]


class DateMention(NamedTuple):
    """
    A date in a sentence.

    `first` and `last` are its half-open token range, words of relation included ("since 24
    February"). `period` are the days it means, both ends included, None when the text and the day
    of publication do not say; `relation` is how it places what is said, `on` when no word does.
    `granularity` is the smallest unit stated, `relative` for counted time. `text` are its words,
    folded, with single spaces.
    """

    first: int
    last: int
    span: Span
    period: Period | None
    relation: DateRelation
    granularity: Granularity
    text: str


def find_dates(sentence: Sentence, language: Language, published: date | None) -> list[DateMention]:
    """
    Return the dates of a sentence, in order, none overlapping.

    `published` gives the missing year, and the day that "yesterday" counts from; without it such
    dates have no period. `checker/dates/forms.py` states how the year is chosen.
    """
    reader = Reader(sentence, language)
    return [_mention(sentence, found, published) for found in reader.found()]


def date_tokens(sentence: Sentence, language: Language) -> frozenset[int]:
    """
    Return the indexes of tokens that are part of a date.

    Numbers among them are no quantities. Those of counted time ("three weeks ago") are left out.
    """
    if all(token.kind is not TokenKind.NUMBER for token in sentence.tokens):
        return frozenset()
    reader = Reader(sentence, language)
    return frozenset(
        index
        for found in reader.found()
        if not isinstance(found.form, CountedForm)
        for index in range(found.first, found.last)
    )


def _mention(sentence: Sentence, found: Found, published: date | None) -> DateMention:
    tokens = sentence.tokens[found.first : found.last]
    text = tokens[0].word
    for before, token in pairwise(tokens):
        text += token.word if before.end == token.start else f" {token.word}"
    return DateMention(
        found.first,
        found.last,
        Span(tokens[0].start, tokens[-1].end),
        resolved(found.form, found.relation, published),
        found.relation,
        granularity(found.form),
        text,
    )
