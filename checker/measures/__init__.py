"""Units and currencies in tokens: the sign before a number, the unit and the rate behind it."""

from __future__ import annotations

from checker.measures.around import (
    before_article,
    bounds_next,
    change_before,
    has_smaller,
    hedge_after,
)
from checker.measures.behind import measure_after
from checker.measures.table import Measure, measure_at, sign_before

__all__ = [
    "Measure",
    "before_article",
    "bounds_next",
    "change_before",
    "has_smaller",
    "hedge_after",
    "measure_after",
    "measure_at",
    "sign_before",
]
