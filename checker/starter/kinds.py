"""How numbers like that of a sentence behave: a guess, with its reason."""

from __future__ import annotations

from checker.dates import find_dates
from checker.languages import load_language
from checker.starter.seeds import Seed
from checker.text import make_page
from checker.values import frozen


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


def guess_kind(seed: Seed) -> Guess:
    """Guess from the unit, then from "since" and the like."""
    quantity = seed.quantity
    if quantity.kind == "percent":
        return Guess("share", "a percentage is a share of something", "percent")
    unit, per = _unit_and_period(seed)
    if per:
        return Guess("rate", f"it is counted per {per}", unit, (("per", per),))
    if _has_start(seed):
        reason = "the sentence counts since a date, so that later counts are higher"
        return Guess("cumulative", reason, unit)
    reason = "one happening; write `cumulative` where counts grow, `level` where they rise and fall"
    return Guess("event", reason, unit)


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
