"""How two readings stand to each other: they meet, only loosely meet, or lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from checker.findings.context import Case
from checker.findings.strata import Stratum
from checker.interval import Interval, point
from checker.model import Tolerance
from checker.rows import NamedTuple

ZERO = Decimal(0)


class Standing(NamedTuple):
    """
    `meet`, `loose` or `apart`, with the reason for `loose`: `rounding`, `bounds` or `vague`.

    `rises` says whether the second reading lies above the first; None when neither is above.
    """

    how: Literal["meet", "loose", "apart"]
    because: str = ""
    rises: bool | None = None


def standing(one: Stratum, other: Stratum, case: Case) -> Standing:
    """
    Compare two strata in one unit.

    A tolerance bounds the gap between the nearest ends: what lies within it by the expected
    readings meets, by the literal ones is loose. Vague words never lie apart from anything.
    """
    if one.expected is None or other.expected is None:
        return Standing("loose", "vague")
    if one.expected.meets(other.expected):
        return Standing("meet")
    rises = _is_above(other.expected, one.expected)
    if one.is_vague or other.is_vague:
        return Standing("loose", "vague", rises)
    is_bound = one.is_one_sided or other.is_one_sided
    if not is_bound and _is_tolerated(one, other, (one.expected, other.expected), case):
        return Standing("meet")
    literal = one.literal or one.expected, other.literal or other.expected
    if literal[0].meets(literal[1]) or _is_tolerated(one, other, literal, case):
        return Standing("loose", "bounds" if is_bound else "rounding", rises)
    return Standing("apart", "", rises)


def _is_tolerated(
    one: Stratum, other: Stratum, readings: tuple[Interval, Interval], case: Case
) -> bool:
    """Whether the gap between two readings is no wider than the rule accepts."""
    first, second = readings
    if not case.has_tolerance:
        return False
    widest = max(_allowances(one, other, readings, case), default=ZERO)
    return widest > 0 and first.gap(second) <= widest


def _allowances(
    one: Stratum, other: Stratum, readings: tuple[Interval, Interval], case: Case
) -> Iterator[Decimal]:
    """Yield what each tolerance of the rule accepts, in the unit of the readings."""
    is_exchanged = one.is_exchanged or other.is_exchanged
    for tolerance in case.rule.compare.tolerances:
        if not tolerance.amount:
            continue
        if tolerance.kind == "relative" or (tolerance.kind == "fx" and is_exchanged):
            yield tolerance.amount * _size(one, other, readings, case)
        elif tolerance.kind == "absolute":
            yield _absolute(tolerance, one.side.unit, case)


def _size(one: Stratum, other: Stratum, readings: tuple[Interval, Interval], case: Case) -> Decimal:
    """Return the larger of the two nearest ends; of elapsed times, the longer of two durations."""
    ends = [end for reading in readings for end in (reading.low, reading.high) if end is not None]
    first, second = readings
    if first.high is not None and second.low is not None and first.high <= second.low:
        ends = [first.high, second.low]
    elif second.high is not None and first.low is not None:
        ends = [second.high, first.low]
    if case.is_elapsed:
        days = [stratum.side.claim.as_of for stratum in (one, other)]
        reports = [Decimal(period.last.toordinal()) for period in days if period is not None]
        return max((abs(report - min(ends)) for report in reports), default=ZERO)
    return max((abs(end) for end in ends), default=ZERO)


def _absolute(tolerance: Tolerance, unit: str, case: Case) -> Decimal:
    """Convert an absolute tolerance; one in a unit of another kind accepts nothing."""
    width = point(tolerance.amount)
    if tolerance.unit in (unit, ""):
        return tolerance.amount
    # Two readings of one width from zero: a scale with an offset (temperature) is only stretched.
    converted = case.context.convert(width, tolerance.unit, unit)
    origin = case.context.convert(point(ZERO), tolerance.unit, unit)
    if converted is None or origin is None or converted.low is None or origin.low is None:
        return ZERO
    return abs(converted.low - origin.low)


def _is_above(upper: Interval, lower: Interval) -> bool | None:
    """Whether one reading lies above another; None when they overlap."""
    if lower.high is not None and upper.low is not None and lower.high <= upper.low:
        return True
    if upper.high is not None and lower.low is not None and upper.high <= lower.low:
        return False
    return None
