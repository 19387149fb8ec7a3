"""
Write `checker/data/units.json` from `checker/units.txt`: `python -m checker.units.build`.

Pint reads the definitions and counts in fractions; factors that do not end sooner are written with
34 digits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from checker.units.registry import DEFINITIONS, new_registry
from checker.units.table import TABLE

# The digits of IEEE 754 decimal128; results are rounded to fewer.
_DIGITS = 34

# Pint refuses to convert 3 degrees warmer to 3 degrees, although it gives both one dimension.
_DIFFERENCE = "[temperature_difference]"

_PREFIX = re.compile(r"^(\w+)- =", re.MULTILINE)


def compiled() -> dict[str, Any]:
    """Return the table: base unit of each dimension, size of each prefix, row of each unit."""
    registry = new_registry(Fraction)
    prefixes = _PREFIX.findall(DEFINITIONS.read_text(encoding="utf-8"))
    kilo = {name: registry.Quantity(Fraction(1), f"{name}meter") for name in prefixes}
    bases, units = {_DIFFERENCE: "delta_degree_Celsius"}, {}
    names = set(registry)
    for name in sorted(names):
        # Unknown names are dimensions of their own and need no row; prefixes are cut off later.
        if _is_currency(name) or _is_prefixed(name, prefixes, names) or name.startswith("Δ"):
            continue
        one = registry.Quantity(Fraction(1), name).to_root_units()
        zero = registry.Quantity(Fraction(0), name).to_root_units().magnitude
        dimension = _DIFFERENCE if name.startswith("delta_") else _written_out(one.dimensionality)
        units[name] = [_written(one.magnitude - zero), dimension]
        units[name] += [_written(zero)] if zero else []
        if [power for _, power in one.unit_items()] == [1]:
            bases.setdefault(dimension, str(one.units))
    sizes = {name: _written(one.to("meter").magnitude) for name, one in kilo.items()}
    return {"bases": dict(sorted(bases.items())), "prefixes": sizes, "units": units}


def write() -> None:
    """Write the table, one row a line, so that a change shows as such."""
    parts = []
    for part, rows in compiled().items():
        lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(row)}" for k, row in rows.items())
        parts.append(f"{json.dumps(part)}: {{\n{lines}\n}}")
    TABLE.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def _written_out(dimensions: Mapping[str, Any]) -> str:
    """Write a dimension as `[length]**3 [time]**-1`."""
    powers = sorted(dimensions.items())
    return " ".join(base if power == 1 else f"{base}**{power}" for base, power in powers)


def _is_currency(name: str) -> bool:
    """Whether a name is that of a currency: every other unit has lower-case letters."""
    return len(name) == 3 and name.isupper() and name.isalpha()


def _is_prefixed(name: str, prefixes: Iterable[str], names: AbstractSet[str]) -> bool:
    """Whether pint made a name up from a prefix and a unit when it read a definition."""
    return any(name.startswith(p) and name[len(p) :] in names for p in prefixes)


def _written(number: Fraction) -> str:
    """Write a fraction as a decimal: exactly where that takes no more digits than we keep."""
    with localcontext() as context:
        context.prec = _DIGITS
        return str((Decimal(number.numerator) / Decimal(number.denominator)).normalize())


if __name__ == "__main__":
    write()
