"""
Conversion by look-up: factor, offset and dimension of every unit, without loading pint.

`checker/data/units.json` holds what pint says about the names in `checker/units.txt`; prefixes and
products are worked out here. Any other name is a counted noun with a dimension of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from checker.interval import ZERO, Interval
from checker.rows import NamedTuple

ONE = Decimal(1)

TABLE = Path(__file__).parent.parent / "data" / "units.json"

# Converted numbers keep this many digits: fewer than factors have, so that the rounding of a factor
# such as 5/9 is gone from the result (32 degrees Fahrenheit are 0 degrees Celsius, not 1e-26).
_DIGITS = 22

# One factor of a unit: an optional sign of product or quotient, a name, an optional power.
_FACTOR = r"\s*(\*(?!\*)|/)?\s*([^*/]+?)\s*(?:\*\*\s*(-?\d{1,2}))?\s*(?=[*/]|$)"


class Conversion(NamedTuple):
    """
    A number x of the unit is `x * factor + offset` of `base`.

    `dimension` says what is measured, as `[length]**3 [time]**-1`; numbers can be compared only
    when theirs are equal. `base` is the product of base units with that dimension.
    """

    base: str
    dimension: str
    factor: Decimal = ONE
    offset: Decimal = ZERO


def convert(interval: Interval, from_unit: str, to_unit: str) -> Interval | None:
    """Give an interval in another unit; None when the dimensions differ."""
    if from_unit == to_unit:
        return interval
    source, target = conversion(from_unit), conversion(to_unit)
    if source.dimension != target.dimension:
        return None
    low = None if interval.low is None else _converted(interval.low, source, target)
    high = None if interval.high is None else _converted(interval.high, source, target)
    return Interval(low, high, interval.low_closed, interval.high_closed)


def same_dimension(one: str, other: str) -> bool:
    """Whether two units measure the same, so that a number in one can be given in the other."""
    return one == other or conversion(one).dimension == conversion(other).dimension


def conversion_table(units: Iterable[str]) -> dict[str, Conversion]:
    """Give the conversion of every unit."""
    return {unit: conversion(unit) for unit in units}


def is_unit(name: str) -> bool:
    """Whether a single name is a unit of measurement, not a counted noun or a currency."""
    return _measure(name) is not None


@cache
def conversion(unit: str) -> Conversion:
    """Give the conversion of one unit: `mile`, `kilometer/hour`, `USD`, `drone/day`, or ``."""
    factor, powers, bases = ONE, dict[str, int](), dict[str, str]()
    factors = factors_of(unit)
    for name, power in factors:
        known = _measure(name)
        if known is None:
            known = _Measure(ONE, ZERO, ((f"[{name}]", 1),))
            bases[f"[{name}]"] = name
        if len(factors) == 1 and power == 1:
            return _named(known.factor, known.offset, dict(known.powers), bases)
        factor *= known.factor**power
        for dimension, exponent in known.powers:
            powers[dimension] = powers.get(dimension, 0) + exponent * power
    return _named(factor, ZERO, powers, bases)


@cache
def factors_of(unit: str) -> tuple[tuple[str, int], ...]:
    """Split a unit into names and powers: `meter**3/second` is meter 3, second -1."""
    if unit.isidentifier():
        # Nearly all units are one name, for which the pattern need not be compiled.
        return ((unit, 1),)
    pattern = re.compile(_FACTOR)
    factors: list[tuple[str, int]] = []
    end = 0
    while end < len(unit):
        found = pattern.match(unit, end)
        if found is None or (found[1] is None) != (end == 0):
            # What does not read as a product is the name of one counted thing.
            return ((unit.strip(), 1),)
        power = int(found[3] or 1) * (-1 if found[1] == "/" else 1)
        if found[2] != "1" and power:
            factors.append((found[2], power))
        end = found.end()
    return tuple(factors)


class _Measure(NamedTuple):
    """A unit of measurement: factor and offset to base units, and powers of dimensions."""

    factor: Decimal
    offset: Decimal
    powers: tuple[tuple[str, int], ...]


@cache
def _shipped() -> Mapping[str, Any]:
    """Read the table."""
    content: Mapping[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return content


@cache
def _measure(name: str) -> _Measure | None:
    """Look a name up, then without its prefix, then without its plural s."""
    found = _direct(name) or _prefixed(name)
    if found is None and name.endswith("s") and len(name) > 2:
        found = _direct(name[:-1]) or _prefixed(name[:-1])
    return found


def _direct(name: str) -> _Measure | None:
    """Look a name up as it stands."""
    row = _shipped()["units"].get(name)
    if row is None:
        return None
    factor, dimension, *offset = row
    powers = tuple(_power(part) for part in dimension.split())
    return _Measure(Decimal(factor), Decimal(offset[0]) if offset else ZERO, powers)


def _prefixed(name: str) -> _Measure | None:
    """Look a name up without its prefix; a unit with an offset takes none."""
    for prefix, size in _shipped()["prefixes"].items():
        if name.startswith(prefix):
            unit = _direct(name[len(prefix) :])
            if unit is not None and not unit.offset:
                return _Measure(unit.factor * Decimal(size), ZERO, unit.powers)
    return None


def _power(part: str) -> tuple[str, int]:
    """Read `[length]**3` or `[length]`."""
    dimension, _, power = part.partition("**")
    return dimension, int(power or 1)


def _named(
    factor: Decimal, offset: Decimal, powers: Mapping[str, int], bases: Mapping[str, str]
) -> Conversion:
    """Write dimension and base unit out, in one order whatever the order of the factors."""
    known = {**_shipped()["bases"], **bases}
    present = sorted((dimension, power) for dimension, power in powers.items() if power)
    dimension = " ".join(_raised(name, power) for name, power in present)
    base = " ".join(_raised(known[name], power) for name, power in present)
    return Conversion(base, dimension, factor, offset)


def _raised(name: str, power: int) -> str:
    return name if power == 1 else f"{name}**{power}"


def _converted(number: Decimal, source: Conversion, target: Conversion) -> Decimal:
    """Convert one number, and drop what only the rounding of factors added."""
    scaled = number * source.factor
    result = (scaled + source.offset - target.offset) / target.factor
    largest = max(abs(scaled), abs(source.offset), abs(target.offset)) / target.factor
    if not largest:
        return ZERO
    place = largest.adjusted() - _DIGITS
    exponent = result.as_tuple().exponent
    if isinstance(exponent, int) and exponent < place:
        result = result.quantize(Decimal((0, (1,), place)))
    whole = result.to_integral_value()
    return whole if whole == result else result.normalize()
