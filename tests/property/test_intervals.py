"""Laws of interval algebra, each against membership as its oracle."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.errors import IntervalError
from checker.interval import Interval

numbers = st.integers(-40, 40).map(lambda n: Decimal(n) / 4)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw any interval that holds a number."""
    ends = draw(st.lists(numbers, min_size=2, max_size=2).map(sorted))
    low = draw(st.sampled_from([None, ends[0]]))
    high = draw(st.sampled_from([None, ends[1]]))
    try:
        return Interval(low, high, draw(st.booleans()), draw(st.booleans()))
    except IntervalError:
        return Interval(low, high)


@given(intervals(), intervals(), numbers)
def test_intersection_holds_what_both_hold(a: Interval, b: Interval, number: Decimal) -> None:
    both = a.intersection(b)
    assert (both is not None and number in both) == (number in a and number in b)


@given(intervals(), intervals(), numbers)
def test_hull_holds_what_either_holds(a: Interval, b: Interval, number: Decimal) -> None:
    hull = a.hull(b)
    assert hull.covers(a)
    assert hull.covers(b)
    assert number in hull or not (number in a or number in b)


@given(intervals(), intervals())
def test_meeting_is_symmetric_and_needs_a_common_number(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    if a.meets(b):
        common = a.intersection(b)
        assert common is not None
        assert not common.is_point or a.is_point or b.is_point


@given(intervals(), intervals(), intervals())
def test_widening_keeps_what_meets(a: Interval, b: Interval, c: Interval) -> None:
    # A point meets an interval that begins or ends there; two intervals that only touch do not.
    touches = a.is_point and not b.is_point and a.low in (b.low, b.high)
    if a.meets(b):
        wide = a.hull(c)
        assert wide.meets(b) or (touches and wide.intersection(b) is not None)


@given(intervals(), numbers.filter(bool), numbers, numbers)
def test_scaling_moves_every_number(
    a: Interval, factor: Decimal, offset: Decimal, number: Decimal
) -> None:
    assert (number in a) == (number * factor + offset in a.scaled(factor, offset))


@given(intervals(), intervals())
def test_a_gap_means_no_common_number(a: Interval, b: Interval) -> None:
    if a.gap(b) > 0:
        assert a.intersection(b) is None
        assert not a.meets(b)
