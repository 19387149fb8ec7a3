"""
Dates in text: where they stand, which days they mean, and how they place what the text says.

`find_dates` reads the dates of a sentence, `dates_around` only whether a number in it is no
quantity; `start_period`, `elapsed` and `months_before` are calendar arithmetic. Counted time
("three weeks ago") is a date whose number stays a quantity: it is a duration.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from checker.dates.calendar import PARTS, TIME_UNITS, elapsed, months_before, start_period
from checker.dates.forms import (
    SHIFTED_UNITS,
    CalendarForm,
    CountedForm,
    DateRelation,
    Form,
    Granularity,
    granularity,
    resolved,
)
from checker.dates.reading import Found, Reader, anchors_of
from checker.model import Language, Period, Sentence, Span, TokenKind
from checker.rows import NamedTuple

__all__ = [
    "PARTS",
    "SHIFTED_UNITS",
    "TIME_UNITS",
    "DateMention",
    "DateRelation",
    "Granularity",
    "dates_around",
    "elapsed",
    "find_dates",
    "months_before",
    "start_period",
]


_WORD = TokenKind.WORD
# How far a date looks before and behind its own words.
_CONTEXT = 4
# Relations behind which a date without a year, or a weekday, may be one to come.
_AHEAD = frozenset({"by", "until"})


class DateMention(NamedTuple):
    """
    A date in a sentence.

    `first` and `last` are its half-open token range, words of relation included ("since 24
    February"). `period` are the days it means, both ends included, None when the text and the day
    of publication do not say; `relation` is how it places what is said, `on` when no word does.
    `granularity` is the smallest unit stated, `relative` for counted time. `text` are its words,
    folded, with single spaces. `weekday` is the number of a bare weekday (1 is Monday), else None.
    `back` are the days that "by" and "until" mean of what is over, where they may look ahead.
    """

    first: int
    last: int
    span: Span
    period: Period | None
    relation: DateRelation
    granularity: Granularity
    text: str
    weekday: int | None = None
    back: Period | None = None


def find_dates(sentence: Sentence, language: Language, published: date | None) -> list[DateMention]:
    """
    Return the dates of a sentence, in order, none overlapping.

    `published` gives the missing year, and the day that "yesterday" counts from; without it such
    dates have no period. `checker/dates/forms.py` states how the year is chosen.
    """
    anchors = anchors_of(sentence.tokens, language.dates.anchors)
    if not anchors:
        return []
    dates = Reader(sentence.tokens, language).found(anchors)
    return [_mention(sentence, found, published) for found in dates]


def dates_around(sentence: Sentence, language: Language, number: int) -> tuple[int, frozenset[int]]:
    """
    Return the indexes of the tokens of dates in the stretch around a number, and where it ends.

    The stretch are the words beside the number that can stand in a date at all. Numbers of dates
    are no quantities. Those of counted time ("three weeks ago") are left out.
    """
    tokens, dates = sentence.tokens, language.dates
    first, last, words = number, number + 1, dates.words
    while first > 0 and (tokens[first - 1].kind is not _WORD or tokens[first - 1].word in words):
        first -= 1
    while last < len(tokens) and (tokens[last].kind is not _WORD or tokens[last].word in words):
        last += 1
    anchors = anchors_of(tokens[first:last], dates.number_anchors)
    if not anchors:
        return last, frozenset()
    start = max(first - _CONTEXT, 0)
    reader = Reader(tokens[start : last + _CONTEXT], language)
    return last, frozenset(
        index + start
        for found in reader.found([anchor + first - start for anchor in anchors], is_tight=True)
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
        _weekday(found.form),
        resolved(found.form, "since", published) if found.relation in _AHEAD else None,
    )


def _weekday(form: Form) -> int | None:
    """Return the weekday of a form that says nothing else."""
    match form:
        case CalendarForm(None, None, None, weekday):
            return weekday
        case _:
            return None
