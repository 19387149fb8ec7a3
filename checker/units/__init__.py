"""
Units: what one is in terms of others, from a table that pint compiled once.

Only `registry` knows pint, and only `to_pint` loads it: a check asks the shipped table instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.errors import UnitError
from checker.units.table import (
    Conversion,
    conversion,
    conversion_table,
    convert,
    is_unit,
    same_dimension,
)

if TYPE_CHECKING:
    import pint

    from checker.model import Quantity

__all__ = [
    "Conversion",
    "UnitError",
    "conversion",
    "conversion_table",
    "convert",
    "is_unit",
    "same_dimension",
    "to_pint",
]


def to_pint(quantity: Quantity) -> pint.Quantity[Any]:
    """
    Give the stated value of a quantity as a pint quantity with a Decimal magnitude.

    A counted noun becomes a unit of its own dimension. Raises: UnitError for a quantity without a
    single value ("hundreds", "12 to 15") or with a currency that several countries share.
    """
    from checker.units.registry import quantity_of

    return quantity_of(quantity)
