"""When two figures of one thing can be held against each other, and when they may be one."""

from __future__ import annotations

from checker.model import Claim, Quantity


def meet(one: Claim, other: Claim) -> bool:
    """Whether two figures of one article may be one."""
    first, second = one.quantity, other.quantity
    if first is None or second is None or first.expected is None or second.expected is None:
        return True
    return not is_alike(first, second) or first.expected.meets(second.expected)


def is_alike(one: Quantity, other: Quantity) -> bool:
    """
    Whether two quantities of one rule can be held against each other as they stand.

    Counts can whatever noun each has: a rule takes "12 miners" and "12 people" for one thing.
    """
    return one.unit == other.unit or not _COUNTS.isdisjoint((one.kind, other.kind))


_COUNTS = frozenset({"count", "number"})
