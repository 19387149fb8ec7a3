"""What Babel writes in the format of a locale is read back: decimals, percent, money, units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)
from babel.units import format_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.strategies_of_languages import CODES, quantities_of, readings_of_value

REGIONS = {
    "en": ("en", "en_IN", "en_GB", "en_AU"),
    "fr": ("fr", "fr_CH", "fr_CA", "fr_BE"),
    "de": ("de", "de_CH", "de_AT"),
    "es": ("es", "es_MX", "es_AR"),
    "it": ("it", "it_CH"),
    "pt": ("pt", "pt_PT"),
}
LOCALES = [(code, locale) for code in CODES for locale in REGIONS.get(code, (code,))]
# Units that people write about, by Babel's name and by pint's.
UNITS = {
    "length-kilometer": "kilometer", "length-meter": "meter", "length-centimeter": "centimeter",
    "length-millimeter": "millimeter", "length-mile": "mile", "length-foot": "foot",
    "length-inch": "inch", "mass-kilogram": "kilogram", "mass-gram": "gram",
    "mass-tonne": "metric_ton", "volume-liter": "liter", "volume-cubic-meter": "meter**3",
    "area-square-kilometer": "kilometer**2", "area-square-meter": "meter**2",
    "area-hectare": "hectare", "area-acre": "acre", "duration-second": "second",
    "duration-minute": "minute", "duration-hour": "hour", "duration-day": "day",
    "duration-week": "week", "duration-month": "month", "duration-year": "year",
    "temperature-celsius": "degree_Celsius", "temperature-fahrenheit": "degree_Fahrenheit",
    "power-kilowatt": "kilowatt", "power-megawatt": "megawatt", "power-horsepower": "horsepower",
    "energy-kilowatt-hour": "kilowatt_hour", "speed-kilometer-per-hour": "kilometer/hour",
    "speed-meter-per-second": "meter/second", "concentr-percent": "percent",
}  # fmt: skip
MONEY = ("EUR", "USD", "GBP", "JPY", "CHF", "CNY")

large = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2)
whole = st.integers(-(10**12), 10**12).map(Decimal)
numbers = st.one_of(large, whole, st.integers(0, 12_000).map(Decimal))


@pytest.mark.parametrize(("code", "locale"), LOCALES)
@given(number=numbers)
@settings(max_examples=80)
def test_decimals_are_read_back(code: str, locale: str, number: Decimal) -> None:
    """A number in the format of a locale is one of the readings of its text."""
    text = format_decimal(number, locale=locale, decimal_quantization=False)
    (found,) = quantities_of(code, f"= {text} km")
    assert number in readings_of_value(found)
    assert found.unit == "kilometer"


@pytest.mark.parametrize(("code", "locale"), LOCALES)
@given(number=st.decimals(-999, 9999, allow_nan=False, allow_infinity=False, places=1))
@settings(max_examples=40)
def test_percentages_are_read_back(code: str, locale: str, number: Decimal) -> None:
    """A percentage in the format of a locale keeps its value and its unit."""
    text = format_percent(number / 100, locale=locale, decimal_quantization=False)
    (found,) = quantities_of(code, f"= {text}.")
    assert number in readings_of_value(found)
    assert found.unit == "percent"


@pytest.mark.parametrize(("code", "locale"), LOCALES)
@pytest.mark.parametrize("money", MONEY)
@given(number=numbers.map(abs).filter(lambda number: number >= 2))
@settings(max_examples=25)
def test_money_is_read_back(code: str, locale: str, money: str, number: Decimal) -> None:
    """A sum in the format of a locale keeps value and currency, by sign and by name."""
    for form in ("standard", "name"):
        text = format_currency(
            number, money, locale=locale, currency_digits=False, format_type=form,
            decimal_quantization=False,
        )  # fmt: skip
        (found,) = quantities_of(code, f"= {text}.")
        assert number in readings_of_value(found), text
        assert money == found.unit or money in found.unit_candidates, text


@pytest.mark.parametrize(("code", "locale"), LOCALES)
@given(number=st.integers(2, 999), zeros=st.sampled_from([6, 9, 12]))
@settings(max_examples=40)
def test_magnitudes_are_read_back(code: str, locale: str, number: int, zeros: int) -> None:
    """A number with a magnitude word is that many millions."""
    total = Decimal(number) * 10**zeros
    text = format_compact_decimal(total, format_type="long", locale=locale)
    (found,) = quantities_of(code, f"= {text}.")
    assert found.value == total, text


@pytest.mark.parametrize(("code", "locale"), LOCALES)
@pytest.mark.parametrize(("name", "unit"), UNITS.items())
def test_units_are_read_back(code: str, locale: str, name: str, unit: str) -> None:
    """A unit written out, in the singular or plural that its number asks for, is known."""
    # A Canadian "mille" is a mile, and a thousand everywhere.
    if (locale, name) == ("fr_CA", "length-mile"):
        return
    for number in (Decimal("1.5"), Decimal(2), Decimal(40)):
        text = format_unit(number, name, length="long", locale=locale)
        if name in text:
            # The library knows no word for it.
            continue
        (found,) = quantities_of(code, f"= {text}.")
        assert (found.value, found.unit) == (number, unit), text
