"""Ends in the wrong order, and averages outside their range, as one sentence tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from checker.checks._amounts import loosely
from checker.checks._case import ENDS, tokens_of, words_between
from checker.interval import ZERO, Interval, point
from checker.model import Language, Quantity
from checker.model.language import Words
from checker.rows import NamedTuple

# "A low `of` 12", "the minimum `was` 12".
_MOST_LINKS = 2


class Ends(NamedTuple):
    """Two quantities that cannot both be what they are told as: two ends, or a range and a mean."""

    kind: Literal["ends", "mean"]
    quantities: tuple[Quantity, Quantity]


def misplaced(quantities: Sequence[Quantity], language: Language) -> Iterator[Ends]:
    """Yield what one sentence tells in the wrong order."""
    for one, other in pairwise(quantities):
        if (one.unit, one.kind) != (other.unit, other.kind) or one.change or other.change:
            continue
        if _are_crossed(one, other, language):
            yield Ends("ends", (one, other))
        elif _is_outside(one, other, language):
            yield Ends("mean", (one, other))


def _are_crossed(one: Quantity, other: Quantity, language: Language) -> bool:
    """Whether a lowest and a highest figure, side by side, are the wrong way round."""
    first, second = _end(one, language), _end(other, language)
    if {first, second} != {"low", "high"} or one.value is None or other.value is None:
        return False
    low, high = (one, other) if first == "low" else (other, one)
    # "At most 40 and at least 50" are two groups, each with its own bound.
    is_of_two = first == "high" and "=" not in (one.bound, other.bound)
    if is_of_two or not _is_joined(one, other, language) or low.value is None or high.value is None:
        return False
    return low.value > high.value and _apart(high, low)


def _apart(lower: Quantity, upper: Quantity) -> bool:
    """Whether one figure is above another however both are rounded."""
    below, above = _near(lower), _near(upper)
    return below.high is not None and above.low is not None and below.high < above.low


def _near(quantity: Quantity) -> Interval:
    """Return the numbers a figure stands for, whatever its bound."""
    return loosely(point(quantity.value or ZERO), quantity)


def _end(quantity: Quantity, language: Language) -> Literal["low", "high", ""]:
    """Tell whether a figure is called a lowest or a highest one, by its bound or a word before."""
    if quantity.bound in (">=", "<="):
        return "low" if quantity.bound == ">=" else "high"
    if quantity.bound != "=":
        return ""
    words = language.checks
    if _cue(quantity, words.lowest, language) is not None:
        return "low"
    return "high" if _cue(quantity, words.highest, language) is not None else ""


def _cue(quantity: Quantity, cues: Words, language: Language) -> int | None:
    """Return where one of some words stands before a quantity, with at most a link between."""
    tokens = tokens_of(quantity)
    links = language.checks.links | language.discourse.passives | {":"}
    for at in range(quantity.first - 1, max(quantity.first - 2 - _MOST_LINKS, -1), -1):
        if tokens[at].word in cues:
            return at
        if tokens[at].word not in links:
            return None
    return None


def _is_joined(one: Quantity, other: Quantity, language: Language) -> bool:
    """Whether only words that join two ends, articles and the word for an end part two figures."""
    words, between = language.checks, words_between(one, other)
    joins = language.quantities.joins | words.targets
    known = {
        ",",
        *joins,
        *language.discourse.articles,
        *words.links,
        *words.lowest,
        *words.highest,
        *language.discourse.passives,
    }
    return all(word in known for word in between) and any(word in joins for word in between)


def _is_outside(one: Quantity, other: Quantity, language: Language) -> bool:
    """Whether the mean that is told right behind a range lies outside of it."""
    if one.bound != "range" or one.low is None or one.high is None or other.literal is None:
        return False
    cue = _cue(other, language.checks.averages, language)
    tokens = tokens_of(other)
    if cue is None or other.bound not in ("=", "~"):
        return False
    known = {
        ",",
        *language.quantities.joins,
        *language.discourse.articles,
        *language.discourse.prepositions,
    }
    if any(token.word not in known for token in tokens[one.last : cue]):
        return False
    is_last = other.last >= len(tokens) or tokens[other.last].word in ENDS
    low, high = sorted((one.low, one.high))
    return is_last and not other.literal.meets(loosely(Interval(low, high), one))
