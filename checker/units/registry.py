"""The pint registry, built when first asked for, once a process: the only place that knows pint."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from checker.errors import UnitError
from checker.units.table import factors_of, is_unit

if TYPE_CHECKING:
    import pint

    from checker.model import Quantity

DEFINITIONS = Path(__file__).parent.parent / "units.txt"

_CODE = re.compile(r"[A-Z]{3}")
_NO_NAME = re.compile(r"\W+")

_registry: pint.UnitRegistry[Any] | None = None
_nouns: set[str] = set()
# A registry is not built and not added to by two threads at once; conversions need no lock.
_building = Lock()


def new_registry(number: type[Decimal | Fraction]) -> pint.UnitRegistry[Any]:
    """Build a registry of `units.txt` alone that counts in `number`."""
    import pint

    return pint.UnitRegistry(DEFINITIONS, non_int_type=number)


def registry() -> pint.UnitRegistry[Any]:
    """Return the registry of this process; magnitudes are Decimal."""
    global _registry  # noqa: PLW0603  one registry a process is what pint asks for
    with _building:
        if _registry is None:
            _registry = new_registry(Decimal)
        return _registry


def quantity_of(quantity: Quantity) -> pint.Quantity[Any]:
    """
    Give the stated value of a quantity as a pint quantity.

    Raises: UnitError for a quantity without a single value or with an ambiguous currency.
    """
    value = quantity.mention.value if quantity.value is None else quantity.value
    if value is None:
        raise UnitError(f"{quantity.surface!r} states no single value")
    factors = factors_of(quantity.unit)
    if quantity.kind == "currency" and not any(_CODE.fullmatch(name) for name, _ in factors):
        raise UnitError(f"{quantity.unit!r} in {quantity.surface!r} may be several currencies")
    units = registry()
    is_counted = quantity.kind == "count" and len(factors) == 1
    powers = {_define(name, is_counted): power for name, power in factors}
    return units.Quantity(value, units.UnitsContainer(powers))


def _define(name: str, is_counted: bool) -> str:
    """
    Return the name of a unit in the registry, after adding the noun it does not know.

    A counted noun that is also a unit (500 stones) gets a name of its own. A compound counts its
    nouns and measures with its units (50 drones a night).
    """
    units = registry()
    if _CODE.fullmatch(name) and name in units:
        return name
    if is_unit(name) and not is_counted:
        return str(units.get_name(name))
    return _added(units, f"counted_{name}" if is_unit(name) else name)


def _added(units: pint.UnitRegistry[Any], name: str) -> str:
    """Give a noun its own dimension, under a name that is an identifier."""
    identifier = _NO_NAME.sub("_", name).strip("_")
    if not identifier.isidentifier():
        identifier = f"counted_{identifier}"
    with _building:
        # Asking pint would take "fils" for the plural of "fil".
        if identifier not in _nouns:
            units.define(f"{identifier} = [{identifier}]")
            _nouns.add(identifier)
    return identifier
