"""Units: the shipped table, conversions a reader can check by hand, and the way to pint."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from threading import Thread

import pytest

from checker.errors import CheckerError, UnitError
from checker.interval import Interval, point
from checker.model import Mention, Quantity, Sentence, Span
from checker.units import (
    conversion,
    conversion_table,
    convert,
    is_unit,
    registry,
    same_dimension,
    to_pint,
)
from checker.units.build import compiled
from checker.units.table import TABLE, factors_of

NOWHERE = Span(0, 0)


def quantity(value: str | None, unit: str, kind="dimension") -> Quantity:
    number = None if value is None else Decimal(value)
    precision = (None, None, None, None)
    tokens = (0, 0, 0, 0)
    sentence = Sentence(NOWHERE, ())
    mention = Mention(NOWHERE, "", number, *precision, (), "digits", "test", *tokens, sentence)
    return Quantity(mention, kind, unit, None, None, NOWHERE, f"{value} {unit}", 0, 0)


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("5", "mile", "kilometer", "8.04672"),
        ("100", "kilometer/hour", "mile/hour", "62.13711922373339696174"),
        ("3", "foot", "yard", "1"),
        ("32", "degree_Fahrenheit", "degree_Celsius", "0"),
        ("212", "degree_Fahrenheit", "degree_Celsius", "100"),
        ("-40", "degree_Celsius", "degree_Fahrenheit", "-40"),
        ("9", "delta_degree_Fahrenheit", "delta_degree_Celsius", "5"),
        ("1", "oil_barrel", "liter", "158.987294928"),
        ("500000", "barrel/day", "oil_barrel/week", "3500000"),
        ("50", "drone/night", "drone/day", "50"),
        ("7", "mission/week", "mission/day", "1"),
        ("15", "kiloton", "tonne", "15000"),
        ("1", "short_ton", "kilogram", "907.18474"),
        ("1", "kiloton", "kilogram", "1000000"),
        ("1", "decade", "year", "10"),
        ("18", "month", "year", "1.5"),
        ("2", "hectare", "meter**2", "20000"),
        ("1", "acre", "square_foot", "43560"),
        ("1", "gigabyte", "megabit", "8000"),
        ("25", "basis_point", "percent", "0.25"),
        ("90", "degree", "turn", "0.25"),
        ("3600", "1/hour", "hertz", "1"),
        ("80", "USD/barrel", "USD/oil_barrel", "80"),
        ("1", "barrel*mile", "mile*barrel", "1"),
        ("12", "kilometres", "km", "12"),
    ],
)
def test_a_number_converts_as_worked_by_hand(value, source, target, expected):
    converted = convert(point(Decimal(value)), source, target)
    assert converted is not None
    assert same_dimension(source, target)
    assert abs(converted.low - Decimal(expected)) <= abs(Decimal(expected)) * Decimal("1e-20")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("percent", "degree"),
        ("percent", "byte"),
        ("percent", ""),
        ("byte", "degree"),
        ("drone", "tank"),
        ("drone", ""),
        ("drone", "drone/day"),
        ("drones", "drone"),
        ("USD", "EUR"),
        ("USD", "dollar"),
        ("dollar", "pound"),
        ("GBP", "pound"),
        ("sievert", "gray"),
        ("becquerel", "hertz"),
        ("kilometer", "kilometer/hour"),
        ("tonne", "tonne_of_TNT"),
        ("decibel", "percent"),
        ("degree_Celsius", "degree"),
        ("degree_Celsius", "delta_degree_Celsius"),
        ("kelvin", "delta_degree_Fahrenheit"),
    ],
)
def test_what_measures_different_things_is_not_converted(one, other):
    assert convert(point(Decimal(1)), one, other) is None
    assert convert(point(Decimal(1)), other, one) is None
    assert not same_dimension(one, other)


def test_ends_keep_their_kind():
    half_open = Interval(Decimal(32), Decimal(212), False, True)
    assert convert(half_open, "degree_Fahrenheit", "degree_Celsius") == Interval(
        Decimal(0), Decimal(100), False, True
    )
    unbounded = Interval(Decimal(1), None)
    assert convert(unbounded, "mile", "meter") == Interval(Decimal("1609.344"), None)


def test_the_same_unit_is_never_touched():
    long = point(Decimal("0.12345678901234567890123456789"))
    assert convert(long, "pin", "pin") is long


@pytest.mark.parametrize("noun", ["drone", "pin", "dam", "cat", "mine", "shake", "grade", "candle"])
def test_a_counted_noun_is_not_read_as_a_unit(noun):
    assert not is_unit(noun)
    assert conversion(noun).dimension == f"[{noun}]"


@pytest.mark.parametrize("name", ["mile", "miles", "feet", "kilowatt_hour", "MWh", "milliampere"])
def test_a_unit_is_known_in_singular_plural_and_with_prefix(name):
    assert is_unit(name)


@pytest.mark.parametrize("name", ["kilodegree_Celsius", "USD", "dollar", "", "mile/hour"])
def test_what_is_no_single_unit_of_measurement(name):
    assert not is_unit(name)


@pytest.mark.parametrize(
    ("unit", "factors"),
    [
        ("", ()),
        ("drone", (("drone", 1),)),
        ("meter**3/second", (("meter", 3), ("second", -1))),
        ("foot * force_pound", (("foot", 1), ("force_pound", 1))),
        ("1/second**2", (("second", -2),)),
        ("armoured vehicle/day", (("armoured vehicle", 1), ("day", -1))),
        ("either//or", (("either//or", 1),)),
        ("/day", (("/day", 1),)),
        ("a*", (("a*", 1),)),
    ],
)
def test_a_unit_is_split_into_names_and_powers(unit, factors):
    assert factors_of(unit) == factors


def test_base_and_dimension_do_not_depend_on_the_order_of_factors():
    assert conversion("USD/barrel").dimension == "[USD] [length]**-3"
    assert conversion("hour*watt") == conversion("watt*hour")
    assert conversion("meter/meter") == conversion("")


def test_the_table_of_several_units():
    table = conversion_table(["mile", "drone"])
    assert list(table) == ["mile", "drone"]
    assert (table["mile"].base, table["mile"].factor) == ("meter", Decimal("1609.344"))
    assert (table["drone"].base, table["drone"].factor) == ("drone", 1)


def test_the_shipped_table_is_what_pint_says():
    assert json.loads(TABLE.read_text(encoding="utf-8")) == compiled()


def test_every_currency_is_a_dimension_of_its_own():
    units = registry.registry()
    codes = [name for name in units if len(name) == 3 and name.isalpha() and name.isupper()]
    dimensions = {str(units.get_dimensionality(code)) for code in codes}
    assert len(codes) > 150
    assert len(dimensions) == len(codes)
    assert all(conversion(code).dimension == f"[{code}]" for code in codes)


def test_a_measured_quantity_in_pint():
    five_miles = to_pint(quantity("5", "mile"))
    assert five_miles.magnitude == Decimal(5)
    assert isinstance(five_miles.magnitude, Decimal)
    assert str(five_miles.units) == "mile"
    assert five_miles.to("kilometer").magnitude == Decimal("8.04672")
    assert quantity("5", "mile").to_pint() == five_miles


def test_temperatures_money_and_shares_in_pint():
    assert to_pint(quantity("20", "degree_Celsius", "temperature")).to("kelvin").magnitude == (
        Decimal("293.15")
    )
    assert str(to_pint(quantity("231", "GBP", "currency")).units) == "GBP"
    assert str(to_pint(quantity("80", "USD/oil_barrel", "currency")).units) == "USD / oil_barrel"
    assert str(to_pint(quantity("35", "percent", "percent")).units) == "percent"
    assert to_pint(quantity("42", "", "number")).dimensionless


def test_counted_nouns_in_pint_never_add_up():
    drones = to_pint(quantity("300", "drone", "count"))
    tanks = to_pint(quantity("20", "tank", "count"))
    assert drones + to_pint(quantity("100", "drone", "count")) == to_pint(
        quantity("400", "drone", "count")
    )
    assert not drones.is_compatible_with(tanks)


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("véhicule blindé", "véhicule_blindé"),
        ("дрон", "дрон"),
        ("fils", "fils"),
        ("fil", "fil"),
        ("14-year-old", "counted_14_year_old"),
        ("stone", "counted_stone"),
        ("", "dimensionless"),
        ("%$", "counted_"),
    ],
)
def test_any_noun_has_a_name_in_pint(noun, name):
    assert str(to_pint(quantity("3", noun, "count")).units) == name


def test_a_compound_of_noun_and_unit_in_pint():
    sorties = to_pint(quantity("70", "sortie/week", "count"))
    assert sorties.to("sortie/day").magnitude == 10


@pytest.mark.parametrize(
    ("value", "unit", "kind"),
    [
        (None, "drone", "count"),
        ("231", "pound", "currency"),
        ("5", "dollar", "currency"),
        ("80", "dollar/barrel", "currency"),
    ],
)
def test_no_pint_quantity_without_one_value_and_one_unit(value, unit, kind):
    with pytest.raises(UnitError):
        to_pint(quantity(value, unit, kind))
    assert issubclass(UnitError, CheckerError)


def test_threads_share_one_registry(monkeypatch):
    monkeypatch.setattr(registry, "_registry", None)
    monkeypatch.setattr(registry, "_nouns", set())
    found = []
    threads = [
        Thread(target=lambda: found.append(to_pint(quantity("1", "balloon", "count"))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert sum(found) == to_pint(quantity("8", "balloon", "count"))


def test_conversion_never_loads_pint():
    code = (
        "import sys; from decimal import Decimal; from checker.interval import point;"
        "from checker.units import convert; convert(point(Decimal(1)), 'mile', 'km');"
        "print('pint' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
