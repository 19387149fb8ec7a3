"""The shipped table answers as pint does, for every unit, product and magnitude."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.interval import Interval, point
from checker.units import conversion, convert
from checker.units.registry import new_registry
from checker.units.table import TABLE

REGISTRY = new_registry(Fraction)
CONTENT = json.loads(TABLE.read_text(encoding="utf-8"))
# Differences of temperature are kept apart from temperatures more strictly than pint does.
NAMES = sorted(n for n in CONTENT["units"] if not n.startswith(("delta_", "Δ")))
SCALED = sorted(name for name in NAMES if len(CONTENT["units"][name]) == 2)

names = st.sampled_from(NAMES)
scaled = st.one_of(
    st.sampled_from(SCALED),
    st.builds(str.__add__, st.sampled_from(sorted(CONTENT["prefixes"])), st.sampled_from(SCALED)),
)
powers = st.sampled_from(["", "**2", "**3", "**-1"])
products = st.builds(
    lambda one, power, sign, other: f"{one}{power}{sign}{other}",
    scaled,
    powers,
    st.sampled_from(["*", "/"]),
    scaled,
)
units = st.one_of(names, scaled, products)
magnitudes = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)


def pints(number: Decimal, source: str, target: str) -> Fraction | None:
    """Ask pint for a conversion in fractions."""
    quantity = REGISTRY.Quantity(Fraction(number), _unit(source))
    if quantity.dimensionality != REGISTRY.get_dimensionality(_unit(target)):
        return None
    return Fraction(quantity.to(_unit(target)).magnitude)


def _unit(name: str):
    return REGISTRY.parse_units(name, as_delta=False)


@given(magnitudes, st.data())
def test_the_table_converts_as_pint_does(number, data):
    source = data.draw(units)
    alike = [name for name in NAMES if conversion(name).dimension == conversion(source).dimension]
    target = data.draw(st.one_of(st.sampled_from([source, *alike]), units))
    converted = convert(point(number), source, target)
    answer = pints(number, source, target)
    assert (converted is None) == (answer is None)
    assume(answer is not None)
    error = abs(Fraction(converted.low) - answer)
    # Offsets are of the order of hundreds; next to them a result near zero has no digits left.
    size = max(abs(answer), abs(pints(Decimal(0), source, target)), Fraction(1, 10**30))
    assert error <= size / 10**19


@given(units, units)
def test_dimensions_are_equal_exactly_when_pints_are(one, other):
    same = REGISTRY.get_dimensionality(_unit(one)) == REGISTRY.get_dimensionality(_unit(other))
    assert (conversion(one).dimension == conversion(other).dimension) == same


@given(magnitudes, st.sampled_from(SCALED), st.data())
def test_there_and_back_again(number, source, data):
    same = [name for name in SCALED if conversion(name).dimension == conversion(source).dimension]
    target = data.draw(st.sampled_from(same))
    back = convert(convert(point(number), source, target), target, source)
    assert abs(back.low - number) <= abs(number) * Decimal("1e-19")


@given(magnitudes, magnitudes, units)
def test_order_survives_conversion(one, other, unit):
    base = conversion(unit)
    low, high = sorted((one, other))
    converted = convert(Interval(low, high), unit, base.base.replace(" ", "*"))
    assert converted is not None
    assert converted.low <= converted.high


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text_is_a_unit_with_a_dimension(one, other):
    for unit in (one, f"{one}/{other}"):
        assert conversion(unit) == conversion(unit)
        assert convert(point(Decimal(3)), unit, unit) == point(Decimal(3))
