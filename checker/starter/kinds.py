"""How numbers like that of a sentence behave: a guess, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.dates import find_dates
from checker.languages import load_language
from checker.model import Language, Quantity
from checker.starter.seeds import Seed
from checker.text import make_page
from checker.values import frozen

_USUAL = "event"


@frozen
class Guess:
    """
    The kind of a rule and why; `compare` are further keys that the kind needs.

    `unit` is the unit of the rule.
    """

    kind: str
    reason: str
    unit: str
    compare: tuple[tuple[str, str], ...] = ()


def guess_kind(seeds: Sequence[Seed]) -> Guess:
    """Guess from the unit, then from what any of the sentences says: "since", "now", "so far"."""
    guesses = [_guess(seed) for seed in seeds]
    return next((guess for guess in guesses if guess.kind != _USUAL), guesses[0])


def _guess(seed: Seed) -> Guess:
    quantity = seed.quantity
    if quantity.kind == "percent":
        return Guess("share", "a percentage is a share of something", "percent")
    if quantity.kind == "age":
        return Guess(_USUAL, "an age is told of one person on one day", "age")
    unit, per = _unit_and_period(seed)
    if per:
        return Guess("rate", f"it is counted per {per}", unit, (("per", per),))
    return _by_cue(seed, unit) or Guess(_USUAL, _usual(quantity), unit)


def _by_cue(seed: Seed, unit: str) -> Guess | None:
    """Guess from words for a state and for a count that is still open."""
    discourse = load_language(seed.article.language).discourse
    if _has_start(seed):
        reason = "the sentence counts since a date, so that later counts are higher"
        return Guess("cumulative", reason, unit)
    if cue := _first_of(discourse.totals, seed):
        reason = f"“{cue}” counts up to now, so that later counts are higher"
        return Guess("cumulative", reason, unit)
    if cue := _first_of(discourse.current, seed):
        reason = f"“{cue}” tells a state, which rises and falls; it is compared within `window`"
        return Guess("level", reason, unit, (("window", "7 days"),))
    return None


def _usual(quantity: Quantity) -> str:
    """Say why a number is taken as one happening, and what else it may be."""
    if quantity.kind == "duration":
        return (
            "a length of time that is over or set, such as a sentence; write `elapsed`, with an "
            "`anchor` under `compare`, where it still goes on"
        )
    return "one happening; write `cumulative` where counts grow, `level` where they rise and fall"


def _first_of(terms: Iterable[str], seed: Seed) -> str:
    """Return the first of the terms that the sentence of the number holds."""
    language = load_language(seed.article.language)
    for sentence in make_page(seed.article.text, language).sentences():
        if sentence.span.start <= seed.quantity.span.start < sentence.span.end:
            said = _spaced(token.word for token in sentence.tokens)
            return next((term for term in terms if _spaced_term(term, language) in said), "")
    return ""


def _spaced_term(term: str, language: Language) -> str:
    """Cut a term into tokens as a text is."""
    tokens = [t for sentence in make_page(term, language).sentences() for t in sentence.tokens]
    return _spaced(token.word for token in tokens)


def _spaced(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


def _unit_and_period(seed: Seed) -> tuple[str, str]:
    """Divide a unit such as `sortie/day`; an age or a length of time is no rate."""
    quantity = seed.quantity
    if quantity.kind == "currency":
        return "currency", ""
    unit, _, per = quantity.unit.partition("/")
    if quantity.kind == "count" and per in ("hour", "day", "week", "month", "year"):
        return unit, per
    return quantity.unit or "number", ""


def _has_start(seed: Seed) -> bool:
    language = load_language(seed.article.language)
    page = make_page(seed.article.text, language)
    return any(
        date.relation == "since"
        for sentence in page.sentences()
        for date in find_dates(sentence, language, seed.article.published)
    )
