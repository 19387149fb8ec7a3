"""Intervals of exact numbers: open, closed or unbounded ends, and how two of them meet."""

from __future__ import annotations

from decimal import Context, Decimal

from checker.errors import IntervalError
from checker.values import frozen

ZERO = Decimal(0)

# Decimal's default context rounds to 28 digits; no number of a text is as long as this.
_WIDE = Context(prec=10_000)


@frozen
class Interval:
    """
    Every number between `low` and `high`; None is unbounded, and an unbounded end is open.

    `low_closed` and `high_closed` say whether an end belongs to the interval.
    Raises: IntervalError for ends in the wrong order and for the empty interval.
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        """Refuse the empty interval; write unbounded ends as open ones."""
        if self.low is None:
            object.__setattr__(self, "low_closed", False)
        if self.high is None:
            object.__setattr__(self, "high_closed", False)
        elif self.low is not None and self.low >= self.high:
            is_point = self.low == self.high and self.low_closed and self.high_closed
            if not is_point:
                raise IntervalError(f"no number lies in {self}")

    def __str__(self) -> str:
        """Write it as mathematics does: `[295, 305]`, `(300, ∞)`."""
        left = "[" if self.low_closed else "("
        right = "]" if self.high_closed else ")"
        low = "−∞" if self.low is None else f"{self.low:,f}"
        high = "∞" if self.high is None else f"{self.high:,f}"
        return f"{left}{low}, {high}{right}"

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one number."""
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are numbers."""
        return self.low is not None and self.high is not None

    def __contains__(self, number: Decimal) -> bool:
        """Whether `number` lies inside, respecting open ends."""
        if self.low is not None and (
            number < self.low or (number == self.low and not self.low_closed)
        ):
            return False
        return self.high is None or number < self.high or (number == self.high and self.high_closed)

    def meets(self, other: Interval) -> bool:
        """Whether both share more than a boundary point, or one is a point inside the other."""
        if self.is_point:
            return self.low is not None and self.low in other
        if other.is_point:
            return other.low is not None and other.low in self
        low = _larger(self.low, other.low)
        high = _smaller(self.high, other.high)
        return low is None or high is None or low < high

    def covers(self, other: Interval) -> bool:
        """Whether every number of `other` lies inside."""
        return _low_key(self) <= _low_key(other) and _high_key(self) >= _high_key(other)

    def intersection(self, other: Interval) -> Interval | None:
        """Return the numbers of both, or None when there are none."""
        first = self if _low_key(self) >= _low_key(other) else other
        last = self if _high_key(self) <= _high_key(other) else other
        try:
            return Interval(first.low, last.high, first.low_closed, last.high_closed)
        except IntervalError:
            return None

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that covers both."""
        first = self if _low_key(self) <= _low_key(other) else other
        last = self if _high_key(self) >= _high_key(other) else other
        if first is last:
            return first
        return Interval(first.low, last.high, first.low_closed, last.high_closed)

    def scaled(self, factor: Decimal, offset: Decimal = ZERO) -> Interval:
        """Map every number x to `x * factor + offset`; a negative factor swaps the ends."""
        low = None if self.low is None else _WIDE.fma(self.low, factor, offset)
        high = None if self.high is None else _WIDE.fma(self.high, factor, offset)
        if factor < 0:
            return Interval(high, low, self.high_closed, self.low_closed)
        if factor == 0:
            raise IntervalError("an interval cannot be scaled by zero")
        return Interval(low, high, self.low_closed, self.high_closed)

    def gap(self, other: Interval) -> Decimal:
        """Return the distance between the nearest ends; zero when they touch or overlap."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return ZERO


def point(number: Decimal) -> Interval:
    """Return the interval of one number."""
    return Interval(number, number)


def within(number: Decimal, slack: Decimal) -> Interval:
    """Return everything within `slack` of a number, both ends included."""
    return Interval(number - slack, number + slack)


def _larger(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return b if a is None else a if b is None else max(a, b)


def _smaller(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return b if a is None else a if b is None else min(a, b)


def _low_key(interval: Interval) -> tuple[int, Decimal, int]:
    """Order lower ends from widest to narrowest: unbounded first, closed before open."""
    if interval.low is None:
        return (0, ZERO, 0)
    return (1, interval.low, 0 if interval.low_closed else 1)


def _high_key(interval: Interval) -> tuple[int, Decimal, int]:
    """Order upper ends from narrowest to widest: open before closed, unbounded last."""
    if interval.high is None:
        return (1, ZERO, 0)
    return (0, interval.high, 1 if interval.high_closed else 0)
