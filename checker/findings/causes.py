"""What may lie behind a disagreement: a slipped factor, a swapped currency or swapped digits."""

from __future__ import annotations

from decimal import Decimal

from checker.findings.strata import Stratum

# A slip of one place, and the step from million to billion or from milliard to billion.
_FACTORS = ((Decimal(1000), "factor-1000"), (Decimal(10), "factor-10"))


def likely_cause(one: Stratum, other: Stratum) -> str | None:
    """Name the likely cause of a difference, or None when no usual slip explains it."""
    if _is_currency_swap(one, other):
        return "currency-swap"
    if one.expected is None or other.expected is None or one.is_one_sided or other.is_one_sided:
        return None
    for factor, name in _FACTORS:
        if one.expected.scaled(factor).meets(other.expected):
            return name
        if other.expected.scaled(factor).meets(one.expected):
            return name
    return "digits-swapped" if _is_digit_swap(one, other) else None


def swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by two neighbouring digits that changed places."""
    first, second = _digits(one), _digits(other)
    if len(first) != len(second):
        return False
    places = [place for place, digit in enumerate(first) if digit != second[place]]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    left, right = places
    return first[left] == second[right] and first[right] == second[left]


def _digits(number: Decimal) -> str:
    """Write a number in full, without zeros after the point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_currency_swap(one: Stratum, other: Stratum) -> bool:
    """Whether the same figure is given in two currencies."""
    first, second = one.side.claim.quantity, other.side.claim.quantity
    if first is None or second is None or first.expected is None or second.expected is None:
        return False
    if first.kind != "currency" or second.kind != "currency" or first.unit == second.unit:
        return False
    return first.expected.meets(second.expected)


def _is_digit_swap(one: Stratum, other: Stratum) -> bool:
    first, second = one.side.claim.quantity, other.side.claim.quantity
    if first is None or second is None or first.value is None or second.value is None:
        return False
    return one.side.unit == other.side.unit and swapped(first.value, second.value)
