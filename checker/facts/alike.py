"""When two figures of one thing can be held against each other, and when they may be one."""

from __future__ import annotations

from checker.model import Claim, Quantity

MOST_FIGURES = 24
"""Figures of one article that are held against each other; a longer list is a table."""


def meet(one: Claim, other: Claim) -> bool:
    """Whether two figures of one article may be one."""
    first, second = one.quantity, other.quantity
    if first is None or second is None or first.expected is None or second.expected is None:
        return True
    return not is_alike(first, second) or first.expected.meets(second.expected)


def agree(one: Claim, other: Claim) -> bool:
    """Whether the expected readings of two claims meet; those of two units are not asked."""
    first, second = one.quantity, other.quantity
    if first is None or second is None or first.expected is None or second.expected is None:
        return False
    return is_alike(first, second) and first.expected.meets(second.expected)


def is_dispute(one: Claim, other: Claim) -> bool:
    """Whether two who speak contradict each other, or one figure took the place of the other."""
    is_of_two = bool(one.speaker and other.speaker) and one.speaker != other.speaker
    # "In neighbouring Ostra, the mayor said": that is of another place.
    is_of_two &= one.within == other.within
    return is_of_two or one.is_before != other.is_before


def is_alike(one: Quantity, other: Quantity) -> bool:
    """
    Whether two quantities of one rule can be held against each other as they stand.

    Counts can whatever noun each has: a rule takes "12 miners" and "12 people" for one thing.
    """
    return one.unit == other.unit or not _COUNTS.isdisjoint((one.kind, other.kind))


_COUNTS = frozenset({"count", "number"})
