"""The words of a sentence that only say when or for how long: dates, times, how long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from checker.checks._case import word_at
from checker.dates import find_dates
from checker.model import Language, Quantity, Sentence, Token, TokenKind
from checker.phrases import phrase_at


class Whens:
    """The places of one sentence that only say when, looked for once and only if asked for."""

    def __init__(
        self, sentence: Sentence, quantities: Sequence[Quantity], language: Language
    ) -> None:
        self.sentence, self.quantities, self.language = sentence, quantities, language

    @cached_property
    def places(self) -> frozenset[int]:
        """The places of their tokens."""
        return when_places(self.sentence, self.quantities, self.language)


def when_places(
    sentence: Sentence, quantities: Sequence[Quantity], language: Language
) -> frozenset[int]:
    """Return the places of all tokens that belong to a date, or to a length of time."""
    dates = find_dates(sentence, language, None)
    places = {at for one in dates for at in range(one.first, one.last)}
    stretches = [
        (one.first, one.last) for one in quantities if one.kind == "duration" and one.change is None
    ]
    clocks = [_clock(sentence.tokens, at, language) for at in range(len(sentence.tokens))]
    leads = language.discourse.prepositions | language.discourse.articles
    for first, last in (*stretches, *filter(None, clocks)):
        places.update(range(first - (word_at(sentence.tokens, first - 1) in leads), last))
    return frozenset(places)


def _clock(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, int] | None:
    """Return the places of a time of day that begins at a token: "10:45", "5 am"."""
    token = tokens[at]
    if token.kind is TokenKind.FIXED:
        return at, at + 1
    is_number = token.kind is TokenKind.NUMBER
    behind = phrase_at(language.numbers.times_after, tokens, at + 1) if is_number else None
    return (at, behind[0]) if behind else None
