"""Intervals: ends, membership, meeting, and the algebra the verdicts rest on."""

from decimal import Decimal

import pytest

from checker.errors import IntervalError
from checker.interval import Interval, point


def iv(low: str | None, high: str | None, ends: str = "[]") -> Interval:
    """Write an interval shortly; `ends` are its two brackets."""
    return Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        ends[0] == "[",
        ends[1] == "]",
    )


@pytest.mark.parametrize(
    ("a", "b", "meets"),
    [
        (iv("295", "305"), iv("300", "395", "(]"), True),
        (iv("295", "305"), iv("305", "315"), False),
        (iv("300", "395", "()"), iv("395", "405"), False),
        (point(Decimal(300)), iv("300", "395"), True),
        (point(Decimal(300)), iv("300", "395", "()"), False),
        (point(Decimal(300)), point(Decimal(300)), True),
        (point(Decimal(300)), point(Decimal(301)), False),
        (iv("100", None), iv("200", "1000", "[)"), True),
        (iv(None, "5"), iv("5", None), False),
        (Interval(None, None), point(Decimal(-7)), True),
    ],
)
def test_meeting_needs_more_than_a_boundary_point(a: Interval, b: Interval, meets: bool) -> None:
    assert a.meets(b) is meets
    assert b.meets(a) is meets


@pytest.mark.parametrize(
    ("interval", "number", "inside"),
    [
        (iv("1", "2"), "1", True),
        (iv("1", "2", "(]"), "1", False),
        (iv("1", "2", "[)"), "2", False),
        (iv(None, "2"), "-1000000", True),
        (iv("1", None), "0.999", False),
    ],
)
def test_open_ends_do_not_belong(interval: Interval, number: str, inside: bool) -> None:
    assert (Decimal(number) in interval) is inside


@pytest.mark.parametrize(("low", "high", "ends"), [("2", "1", "[]"), ("1", "1", "[)")])
def test_the_empty_interval_is_refused(low: str, high: str, ends: str) -> None:
    with pytest.raises(IntervalError, match="no number lies in"):
        iv(low, high, ends)


def test_an_unbounded_end_is_written_as_an_open_one() -> None:
    assert Interval(None, Decimal(1)) == Interval(None, Decimal(1), low_closed=False)


def test_intersection_takes_the_narrower_end_of_each_side() -> None:
    assert iv("1", "5").intersection(iv("1", "3", "()")) == iv("1", "3", "()")
    assert iv("1", "2").intersection(iv("2", "3")) == point(Decimal(2))
    assert iv("1", "2", "[)").intersection(iv("2", "3")) is None


def test_hull_and_covers() -> None:
    hull = iv("1", "2", "(]").hull(iv("1", "1.5"))
    assert hull == iv("1", "2")
    assert hull.covers(iv("1", "2", "()"))
    assert not iv("1", "2", "()").covers(hull)
    assert Interval(None, None).covers(hull)


def test_a_negative_factor_swaps_the_ends() -> None:
    assert iv("1", "2", "[)").scaled(Decimal(-2)) == iv("-4", "-2", "(]")
    with pytest.raises(IntervalError):
        iv("1", "2").scaled(Decimal(0))


@pytest.mark.parametrize(
    ("a", "b", "gap"),
    [
        (iv("1", "2"), iv("5", "6"), "3"),
        (iv("1", None), iv("5", "6"), "0"),
        (iv("1", "2"), iv("2", "6", "(]"), "0"),
    ],
)
def test_gap_lies_between_the_nearest_ends(a: Interval, b: Interval, gap: str) -> None:
    assert a.gap(b) == b.gap(a) == Decimal(gap)


def test_it_is_written_as_mathematics_does() -> None:
    assert str(iv("300", None, "()")) == "(300, ∞)"
    assert str(iv("2300000000", "2400000000", "[)")) == "[2,300,000,000, 2,400,000,000)"
