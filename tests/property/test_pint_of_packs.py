"""Every unit of every pack is pint's, with pint's size, and makes a pint quantity."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.languages import load_language
from checker.units import conversion
from checker.units.registry import new_registry
from tests.property.strategies_of_languages import CODES, quantities_of

REGISTRY = new_registry(Fraction)
# What says something else first: thousands, knots, per cent, the month of July.
AMBIGUOUS = {
    ("K", "kelvin"),
    ("kt", "kiloton"),
    ("pc", "parsec"),
    ("julio", "joule"),
}
MEASURED = ("dimension", "duration", "temperature", "percent")


def terms() -> list[tuple[str, str, str]]:
    """List language, term and unit of every measured unit of every pack."""
    listed = set()
    for code in CODES:
        for first, entries in load_language(code).quantities.units.items():
            for rest, (unit, kind, spelt) in entries:
                if kind in MEASURED:
                    words = " ".join((first, *rest)).replace("' ", "'")
                    written = spelt[0] if spelt else words
                    listed.add((code, written, unit))
    return sorted(listed)


UNITS = sorted({(code, unit) for code, _, unit in terms()})


@pytest.mark.parametrize("unit", sorted({unit for _, unit in UNITS}))
def test_pint_knows_the_unit_and_agrees_on_its_size(unit: str) -> None:
    """The shipped table and pint give one size and one dimension."""
    shipped = conversion(unit)
    one = REGISTRY.Quantity(Fraction(1), _unit(unit))
    root = one.to_root_units()
    factor = Fraction(root.magnitude) - Fraction(shipped.offset)
    assert abs(factor - Fraction(shipped.factor)) <= abs(factor) / 10**15
    assert "[" in shipped.dimension or unit in ("percent", "permille") or not shipped.dimension


@pytest.mark.parametrize("code", CODES)
def test_every_unit_makes_a_pint_quantity(code: str) -> None:
    """Each term behind a number gives a quantity that pint can hold, in the stated unit."""
    listed = [(term, unit) for own, term, unit in terms() if own == code]
    assert [row for row in listed if row not in AMBIGUOUS and not is_measured(code, *row)] == []


def is_measured(code: str, term: str, unit: str) -> bool:
    """Whether a term behind a number gives a quantity that pint holds; a letter may lean on it."""
    for space in (" ", ""):
        for quantity in quantities_of(code, f"= 12{space}{term} ."):
            if quantity.kind in MEASURED:
                held = quantity.to_pint()
                return held.magnitude == 12 and is_same(str(held.units), unit)
    return False


def is_same(one: str, two: str) -> bool:
    """Whether pint gives two units one dimension."""
    return REGISTRY.get_dimensionality(_unit(one)) == REGISTRY.get_dimensionality(_unit(two))


def _unit(name: str):
    return REGISTRY.parse_units(name, as_delta=False)
