"""A day in a data file, written one way only: 2022-12-20."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from checker.schema.shapes import Custom


def _day(text: str) -> str:
    """Check a date; it stays text so that what is compiled can be kept as JSON."""
    # `fromisoformat` alone also takes 20221220 and 2022-W51-2.
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise ValueError(f"there is no day `{text}`") from None
    raise ValueError(f"expected a day such as 2022-12-20, found `{text[:40]}`")


DAY: Final = Custom(_day, {"type": "string", "format": "date"})
"""The shape of a day; what it gives is text."""
