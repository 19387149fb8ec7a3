"""Which numbers can be measured in the unit of a rule: an age in years, a magnitude below ten."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.claims.counted import is_step
from checker.model import Quantity, Rule
from checker.units import is_unit

# Nobody is older, and a house number or a page rarely stands beside a name.
_OLDEST = 120
# No earthquake can be stronger, on any scale of magnitude: "quake toll reaches 4,000".
_STRONGEST = 10
# Grams in a litre of blood: nobody lives who has had more.
_MOST_ALCOHOL = 10

SameDimension = Callable[[str, str], bool]
"""What says whether two units measure the same."""


def unit_fits(quantity: Quantity, rule: Rule, same_dimension: SameDimension) -> bool:
    """Whether a quantity can be measured in the unit of the rule."""
    kind, unit = quantity.kind, rule.unit
    if unit in ("currency", "age"):
        return kind == unit or (unit == "age" and _is_apposed(quantity))
    if kind == "age" and rule.kind != "elapsed":
        return False
    if unit in _OWN_UNITS:
        return _OWN_UNITS[unit](quantity)
    if unit == "magnitude" and kind in ("count", "number"):
        return _may_be_magnitude(quantity)
    is_rate = rule.kind == "rate"
    is_measured = is_unit(unit) or (not is_rate and is_unit(unit.partition("/")[0]))
    if is_measured or kind not in ("count", "number"):
        return bool(quantity.unit) and same_dimension(quantity.unit, unit)
    return ("/" in quantity.unit) == is_rate and (is_rate or is_integral(quantity))


def is_integral(quantity: Quantity) -> bool:
    """Whether a number has no decimals: nobody counts 6.2 or half of them."""
    value = quantity.value
    return value is None or value == value.to_integral_value()


def _may_be_magnitude(quantity: Quantity) -> bool:
    """
    Whether a number may be a magnitude: "a 5.6 quake", "5.6 on the Richter scale".

    The words of the rule say what it measures; a toll that stands beside them is higher, and
    whole numbers in words, or with a plural, count the quakes: "three quakes", "one measuring 6.1".
    """
    stated = quantity.value if quantity.value is not None else quantity.low
    if quantity.kind == "count" and is_integral(quantity):
        is_worded = quantity.mention.form == "words"
        if is_worded or quantity.noun.rpartition(" ")[2] != quantity.unit:
            return False
    return "/" not in quantity.unit and (stated is None or stated <= _STRONGEST)


def _may_be_percent(quantity: Quantity) -> bool:
    """Whether a number is a share: "40 percent", "two fifths", but no "quarter point"."""
    if quantity.unit.endswith("_point"):
        return False
    if quantity.mention.form == "fraction":
        return quantity.kind == "percent" or quantity.head is None
    return quantity.kind == "percent" and not is_step(quantity)


def _may_be_blood_alcohol(quantity: Quantity) -> bool:
    """Whether a share may be alcohol in blood: "0.16", "1.6 per mille", "1.6 g/l"."""
    stated = quantity.value if quantity.value is not None else quantity.low
    if stated is None:
        return False
    if quantity.kind in ("percent", "number") and quantity.unit != "permille":
        return 0 < stated < 1
    return quantity.unit in ("permille", "gram/liter") and 0 < stated < _MOST_ALCOHOL


# Units of the rules that several kinds of number can be told in, and what tells that one may be.
_OWN_UNITS: Mapping[str, Callable[[Quantity], bool]] = {
    "average": lambda quantity: quantity.kind in ("count", "number"),
    "blood_alcohol": _may_be_blood_alcohol,
    "percent": _may_be_percent,
}


def _is_apposed(quantity: Quantity) -> bool:
    """Whether a whole number could be an age beside a name: "Ana Ruiz, 34", "34 ans"."""
    is_bare = quantity.kind == "number" or (quantity.kind == "duration" and quantity.unit == "year")
    is_bare &= quantity.mention.form in ("digits", "words")
    value = quantity.value
    if not is_bare or value is None or not is_integral(quantity):
        return False
    return not quantity.mention.hedges and 0 < value < _OLDEST
