"""Laws of the two readings that hold for every number, hedge and kind."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Hedge, Kind, Mention, Sentence, Span
from checker.readings import DEFAULT, HedgeWidths, precision_of, readings

NOWHERE = Sentence(Span(0, 0), ())
HEDGES = tuple(hedge for hedge in get_args(Hedge) if hedge not in ("range", "vague"))
MEASURED = ("currency", "dimension", "percent", "temperature")

kinds = st.sampled_from(get_args(Kind))
hedge_stacks = st.lists(st.sampled_from(HEDGES), max_size=3).map(tuple)
written = st.decimals(
    min_value=Decimal("-1e12"), max_value=Decimal("1e12"), allow_nan=False, allow_infinity=False
).filter(lambda number: number.as_tuple().exponent >= -20)
round_numbers = st.builds(
    lambda digits, zeros: Decimal(digits) * 10**zeros, st.integers(-9999, 9999), st.integers(0, 14)
)
numbers = st.one_of(st.integers(-5000, 5000).map(Decimal), round_numbers, written)
positive = numbers.map(abs).filter(bool)
fractions = st.fractions(min_value=0, max_value=3, max_denominator=20).filter(bool)


def stated(number: Decimal, *hedges: Hedge, form="digits") -> Mention:
    """Build the mention of a number written out in full."""
    grain, places = precision_of(number)
    return _mention(number, None, None, (grain, places), hedges, form)


def ranged(low: Decimal, high: Decimal, *hedges: Hedge) -> Mention:
    """Build the mention of a range."""
    return _mention(None, low, high, (None, None), ("range", *hedges), "range")


def _mention(value, low, high, precision, hedges, form):
    grain, places = precision
    span = Span(0, 0)
    tokens = (0, 0, 0, 0)
    return Mention(
        span, "", value, low, high, grain, places, tuple(hedges), form, "", *tokens, NOWHERE
    )


mentions = st.one_of(
    st.builds(lambda n, h: stated(n, *h), numbers, hedge_stacks),
    st.builds(lambda a, b, h: ranged(a, b, *h), numbers, numbers, hedge_stacks),
    st.builds(
        lambda f, h: stated(Decimal(f.numerator) / f.denominator, *h, form="fraction"),
        fractions,
        hedge_stacks,
    ),
)


@given(mentions, kinds)
def test_literal_covers_expected(mention, kind):
    literal, expected = readings(mention, kind)
    assert literal.covers(expected)


@given(numbers, kinds)
def test_a_bare_number_may_always_be_the_number_itself(number, kind):
    _, expected = readings(stated(number), kind)
    assert number in expected


@given(mentions, kinds, st.sampled_from(["approx", "nearly", "rounding"]))
def test_wider_hedges_never_narrow(mention, kind, which):
    wide = replace(DEFAULT, **{which: getattr(DEFAULT, which) * 2})
    narrow_literal, _ = readings(mention, kind)
    wide_literal, _ = readings(mention, kind, wide)
    assert wide_literal.covers(narrow_literal)


@given(numbers, kinds)
def test_about_is_never_sharper_than_no_hedge_and_that_never_than_exactly(number, kind):
    for reading in (0, 1):
        about = readings(stated(number, "approx"), kind)[reading]
        bare = readings(stated(number), kind)[reading]
        exactly = readings(stated(number, "exact"), kind)[reading]
        assert about.covers(bare)
        assert bare.covers(exactly)


@given(positive, kinds)
def test_at_least_is_more_than_with_its_own_end(number, kind):
    _, above = readings(stated(number, "more_than"), kind)
    _, from_there = readings(stated(number, "at_least"), kind)
    assert number in from_there
    assert number not in above
    assert from_there.covers(above)
    assert from_there.high == above.high


@given(positive, st.sampled_from(["percent", "temperature"]))
def test_bounds_mirror_at_zero(number, kind):
    pairs = [("more_than", "less_than"), ("at_least", "at_most"), ("nearly", "nearly")]
    for hedge, mirrored in pairs:
        for reading in (0, 1):
            interval = readings(stated(number, hedge), kind)[reading]
            mirror = readings(stated(-number, mirrored), kind)[reading]
            assert interval.scaled(Decimal(-1)) == mirror


@given(
    st.integers(1, 9999).map(Decimal),
    st.integers(2, 9),
    st.lists(st.sampled_from(HEDGES), max_size=2),
    st.sampled_from(MEASURED),
)
def test_ten_times_the_number_is_read_as_ten_times_the_reading(number, zeros, hedges, kind):
    # Below a hundred the last digit written stands in the way, so that the law begins there.
    small = readings(stated(number * 10**zeros, *hedges), kind)
    large = readings(stated(number * 10 ** (zeros + 1), *hedges), kind)
    assert large == tuple(interval.scaled(Decimal(10)) for interval in small)


@given(positive, positive, kinds)
def test_a_range_is_expected_as_stated_in_either_order(one, two, kind):
    _, expected = readings(ranged(one, two), kind)
    assert (expected.low, expected.high) == (min(one, two), max(one, two))
    assert readings(ranged(two, one), kind) == readings(ranged(one, two), kind)


@given(numbers.map(abs), hedge_stacks, st.sampled_from(["count", "age", "duration", "currency"]))
def test_a_count_never_reaches_below_zero_by_rounding(number, hedges, kind):
    for interval in readings(stated(number, *hedges), kind):
        assert interval.low is None or interval.low >= 0


@given(st.integers(0, 12), kinds, st.integers(2, 9))
def test_a_plural_means_two_or_more_of_its_unit(power, kind, factor):
    decade = (Decimal(10) ** power, Decimal(10) ** (power + 1))
    mention = _mention(None, *decade, (None, None), ("vague",), "vague")
    literal, expected = readings(mention, kind, HedgeWidths(vague=Decimal(factor)))
    assert (literal.low, literal.high) == (decade[0], None)
    assert (expected.low, expected.high) == (decade[0] * factor, decade[1])
