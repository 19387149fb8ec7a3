"""A whole and its parts: what the parts come to, and whether that can be the whole."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from checker.interval import ZERO, Interval, point
from checker.model import Quantity, Verdict
from checker.rows import NamedTuple

Fit = Literal["agree", "rounding", "sum", "part-exceeds-whole"]
"""How parts fit a whole: by what is meant, only if read loosely, or not at all."""

VERDICTS: dict[Fit, Verdict] = {
    "agree": "agree",
    "rounding": "unsure",
    "sum": "disagree",
    "part-exceeds-whole": "disagree",
}
"""What each of them means for a report."""


class Amount(NamedTuple):
    """
    A number as one of several that are added up.

    `strict` holds what a careful writer means by it, `loose` all that it may be read as.
    """

    strict: Interval
    loose: Interval


def amount_of(quantity: Quantity) -> Amount | None:
    """Return a quantity as an amount; None for a vague one, and for a change."""
    if quantity.expected is None or quantity.literal is None or quantity.change is not None:
        return None
    if quantity.bound == "vague":
        return None
    return Amount(quantity.expected, quantity.literal)


def total(parts: Iterable[Amount]) -> Amount:
    """Add amounts up; an end that one of them leaves open is open in the sum."""
    strict = loose = point(ZERO)
    for part in parts:
        strict, loose = _plus(strict, part.strict), _plus(loose, part.loose)
    return Amount(strict, loose)


def fit_of(whole: Amount, parts: Iterable[Amount], *, is_complete: bool) -> Fit:
    """
    Hold parts against their whole, all in one unit, such as the rows of a table and its last one.

    They must add up to the whole when they are all there is of it, and else to no more than it.
    """
    added = total(parts)
    if is_complete:
        if added.strict.meets(whole.strict):
            return "agree"
        return "rounding" if added.loose.meets(whole.loose) else "sum"
    if not _is_above(added.strict, whole.strict):
        return "agree"
    return "part-exceeds-whole" if _is_above(added.loose, whole.loose) else "rounding"


def _plus(one: Interval, other: Interval) -> Interval:
    low, high = _added(one.low, other.low), _added(one.high, other.high)
    return Interval(
        low, high, one.low_closed and other.low_closed, one.high_closed and other.high_closed
    )


def _added(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _is_above(one: Interval, other: Interval) -> bool:
    """Whether every number of one interval is above all of another."""
    return one.low is not None and other.high is not None and one.low > other.high
