"""The words of a sentence that only say when or for how long: dates, and lengths of time."""

from __future__ import annotations

from collections.abc import Sequence

from checker.checks._case import word_at
from checker.dates import find_dates
from checker.model import Language, Quantity, Sentence


def when_places(
    sentence: Sentence, quantities: Sequence[Quantity], language: Language
) -> frozenset[int]:
    """Return the places of all tokens that belong to a date, or to a length of time."""
    dates = find_dates(sentence, language, None)
    places = {at for one in dates for at in range(one.first, one.last)}
    for one in quantities:
        if one.kind == "duration" and one.change is None:
            start = one.first
            leads = language.discourse.prepositions | language.discourse.articles
            start -= word_at(sentence.tokens, start - 1) in leads
            places.update(range(start, one.last))
    return frozenset(places)
