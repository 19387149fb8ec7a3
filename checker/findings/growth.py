"""Whether reports show that a figure grew: from day to day, or within one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from checker.findings.context import Case
from checker.findings.sides import Side
from checker.values import replace


def with_growth(case: Case, sides: Sequence[Side]) -> Case:
    """Note what the `sides` of an event say of its figure: whether it grew, and on which days."""
    if case.rule.kind != "event":
        return case
    is_growing = case.rule.counts_one_event and _grows(sides)
    return replace(case, is_growing=is_growing, restless=_restless_days(sides))


def _grows(sides: Sequence[Side]) -> bool:
    """Whether a figure of a later day lies above one of an earlier day; both in one unit."""
    ends: dict[str, list[tuple[int, int, Decimal]]] = {}
    for side in sides:
        reading, moment = side.expected, side.moment
        if reading is None or moment is None or not side.is_sure:
            continue
        if reading.low is not None:
            ends.setdefault(side.unit, []).append((moment[0], 0, reading.low))
        if reading.high is not None:
            ends.setdefault(side.unit, []).append((moment[1], 1, reading.high))
    return any(_rises(sorted(told)) for told in ends.values())


def _rises(ends: Sequence[tuple[int, int, Decimal]]) -> bool:
    """Whether some lower end lies above an upper end that was reached before it began."""
    least: Decimal | None = None
    for _, is_upper, end in ends:
        if is_upper:
            least = end if least is None else min(least, end)
        elif least is not None and end > least:
            return True
    return False


def _restless_days(sides: Sequence[Side]) -> frozenset[date]:
    """Return the days of publication on which a figure was higher than one told as of before."""
    lowest: dict[date, Decimal] = {}
    highest: dict[date, Decimal] = {}
    for side in sides:
        reading, day = side.expected, side.reported
        if reading is None or day is None or side.group[:2] != ("", "asserted"):
            continue
        if side.group[2] and reading.high is not None:
            lowest[day] = min(reading.high, lowest.get(day, reading.high))
        elif not side.group[2] and reading.low is not None:
            highest[day] = max(reading.low, highest.get(day, reading.low))
    return frozenset(day for day, low in lowest.items() if day in highest and highest[day] > low)
