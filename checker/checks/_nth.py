"""Lengths of time told by an ordinal or a name: "its 60th anniversary", "the tenth year"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from checker.checks._case import word_at
from checker.interval import ZERO, Interval, point
from checker.model import Language, Mention, Quantity, Sentence, Span, Token, TokenKind
from checker.model.language import Words
from checker.rows import NamedTuple

# Nobody keeps the thousandth birthday of what a newspaper dates to the year.
_LARGEST = 999
# "50 . º": marks between a number and its noun.
_MOST_MARKS = 2


class Nth(NamedTuple):
    """An ordinal with its noun; `is_year` of "the tenth year", which nine full ones go before."""

    first: int
    last: int
    value: int
    is_year: bool = False


def nths_in(sentence: Sentence, language: Language) -> Iterator[Nth]:
    """Yield the anniversaries of a sentence, and its "tenth year"."""
    words = language.checks
    for at, token in enumerate(sentence.tokens):
        named = _named(token.word, words.jubilees)
        if named is not None:
            yield Nth(at, at + 1, named)
        elif token.word in words.anniversaries or token.word in words.yearly:
            found = _number_before(sentence.tokens, at, language)
            is_year = token.word in words.yearly
            if found is not None and not (is_year and found[2]):
                # "Sein 50-jähriges Bestehen".
                last = at + 1 + (word_at(sentence.tokens, at + 1) in words.anniversaries)
                yield Nth(found[0], last, found[1], is_year)


def _named(word: str, table: Mapping[str, Words]) -> int | None:
    return next((int(number) for number, words in table.items() if word in words), None)


def _number_before(
    tokens: tuple[Token, ...], at: int, language: Language
) -> tuple[int, int, bool] | None:
    """Return where the ordinal before a noun begins, its value, and whether it is a bare number."""
    first, marks = at - 1, 0
    while marks < _MOST_MARKS and word_at(tokens, first) in (
        language.numbers.ordinals | {".", "-"}
    ):
        if _spelt(word_at(tokens, first), language) is not None:
            break
        first, marks = first - 1, marks + 1
    word = word_at(tokens, first)
    if first >= 0 and tokens[first].kind is TokenKind.NUMBER:
        is_whole = word.isdecimal() and 0 < int(word) <= _LARGEST
        return (first, int(word), not marks) if is_whole else None
    spelt = _spelt(word, language) if not marks else None
    if spelt is None:
        return None
    tens = language.numbers.adders.get(word_at(tokens, first - 2), 0)
    if word_at(tokens, first - 1) == "-" and tens > spelt:
        return first - 2, tens + spelt, False
    return first, spelt, False


def _spelt(word: str, language: Language) -> int | None:
    """Return the number of an ordinal in words."""
    found = _named(word, language.checks.nths)
    return language.numbers.fractions.get(word) if found is None else found


def as_quantity(sentence: Sentence, nth: Nth, text: str) -> Quantity:
    """Write an ordinal down as the length of time that it tells, in years."""
    tokens, value = sentence.tokens, Decimal(nth.value)
    span = Span(tokens[nth.first].start, tokens[nth.last - 1].end)
    surface = text[span.start : span.end]
    mention = Mention(
        span=span,
        surface=surface,
        value=value,
        low=None,
        high=None,
        grain=Decimal(1),
        places=Decimal(1),
        hedges=(),
        form="digits" if surface[:1].isdecimal() else "words",
        via="ordinal",
        first=nth.first,
        last=nth.last,
        number_first=nth.first,
        number_last=nth.last,
        sentence=sentence,
    )
    years = Interval(max(value - 1, ZERO), value) if nth.is_year else point(value)
    return Quantity(
        mention, "duration", "year", years, years, span, surface, nth.first, nth.last, value=value
    )
