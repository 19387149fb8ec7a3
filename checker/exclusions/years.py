"""Years long ago, which look like counts: "the 1755 earthquake", "the 1850-1900 average"."""

from __future__ import annotations

from checker.exclusions.layout import is_law
from checker.measures import measure_after
from checker.model import Language
from checker.nouns import Written, is_plural, noun_phrase

# Nearer years are years without an article too; earlier ones are rarely told so.
_FIRST, _LAST = 1500, 1899
_DASHES = frozenset("-–")


def is_early_year(written: Written, first: int, language: Language) -> bool:
    """
    Whether the four digits at `first` are a year, behind an article and before one thing.

    "The 1848 revolt", but "the 1848 rebels"; only where a year may stand before its noun.
    """
    tokens, last = written.tokens, first + 1
    if not first or not language.dates.has_year_before_noun or last + 1 >= len(tokens):
        return False
    articles = language.discourse.articles - language.numbers.articles
    if tokens[first - 1].word not in articles or not _FIRST <= int(tokens[first].word) <= _LAST:
        return False
    if tokens[last].word in _DASHES:
        return is_law(tokens[last + 1].word)
    phrase = noun_phrase(written, last, language, True)
    if phrase is None or is_plural(tokens[phrase.head].word, language.quantities):
        return False
    return measure_after(tokens, last, language, written.text) is None
