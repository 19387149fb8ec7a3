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
from checker.dates.reading import Found, Reader, anchors_of
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


_NUMBER = TokenKind.NUMBER


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
    anchors = anchors_of(sentence.tokens, language.dates.anchors)
    if not anchors:
        return []
    dates = Reader(sentence, language).found(anchors)
    return [_mention(sentence, found, published) for found in dates]


def date_tokens(sentence: Sentence, language: Language) -> frozenset[int]:
    """
    Return the indexes of tokens of dates, in a sentence with numbers.

    Numbers among them are no quantities. Those of counted time ("three weeks ago") are left out.
    """
    anchors = anchors_of(sentence.tokens, language.dates.number_anchors)
    if not anchors or all(token.kind is not _NUMBER for token in sentence.tokens):
        return frozenset()
    return frozenset(
        index
        for found in Reader(sentence, language).found(anchors, is_tight=True)
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
