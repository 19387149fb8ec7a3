"""Laws of exchange rates: there and back, by way of a third currency, never from the future."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.rates import ecb, load_rates

RATES = load_rates()
codes = st.sampled_from(["EUR", *sorted(ecb._daily().keys() - {"days"})])
days = st.dates(date(1998, 1, 1), date(2027, 12, 31))


@given(codes, codes, days)
def test_there_and_back_is_one(source, target, on):
    there, back = RATES.rate(source, target, on), RATES.rate(target, source, on)
    assert (there is None) == (back is None)
    assume(there is not None)
    assert abs(there.factor * back.factor - 1) < Decimal("1e-6")
    assert there.on == back.on


@given(codes, codes, codes, days)
def test_a_third_currency_changes_nothing_on_the_same_day(one, two, three, on):
    first, second = RATES.rate(one, two, on), RATES.rate(two, three, on)
    direct = RATES.rate(one, three, on)
    assume(first is not None and second is not None and direct is not None)
    assume(first.on == second.on == direct.on)
    assert abs(first.factor * second.factor / direct.factor - 1) < Decimal("1e-6")


@given(codes, codes, days)
def test_a_rate_is_of_the_day_or_the_week_before_or_the_month(source, target, on):
    rate = RATES.rate(source, target, on)
    assume(rate is not None)
    if rate.method == "daily":
        assert 0 <= (on - rate.on.first).days <= 7
    else:
        assert rate.on.first <= on <= rate.on.last
