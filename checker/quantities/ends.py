"""The ends of a quantity: as stated, and in its two readings."""

from __future__ import annotations

import functools
from decimal import Decimal

from checker.interval import Interval
from checker.model import Kind, Language, Mention
from checker.readings import HedgeWidths, readings


def stated_ends(mention: Mention) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends as stated: the value twice for a bare number, None where open."""
    value = mention.value
    if value is None:
        return mention.low, mention.high
    outer = mention.hedges[-1] if mention.hedges else "exact"
    if outer in ("more_than", "at_least"):
        return value, None
    if outer in ("less_than", "at_most"):
        return None, value
    return value, value


@functools.lru_cache(maxsize=16)
def _widths(items: tuple[tuple[str, Decimal], ...]) -> HedgeWidths:
    """Build the widths of a pack once."""
    return HedgeWidths(**dict(items))


_REMEMBERED: dict[object, tuple[Interval | None, Interval | None]] = {}
_MOST_REMEMBERED = 4096


def readings_of(
    mention: Mention, kind: Kind, language: Language
) -> tuple[Interval | None, Interval | None]:
    """Return both readings; those of numbers seen before are remembered, as news repeats them."""
    key = (
        str(mention.value), str(mention.low), str(mention.high), mention.grain, mention.places,
        mention.hedges, mention.form, kind, mention.other, language.code,
    )  # fmt: skip
    known = _REMEMBERED.get(key)
    if known is None:
        widths = _widths(tuple(language.numbers.widths.items()))
        known = readings(mention, kind, widths)
        if len(_REMEMBERED) > _MOST_REMEMBERED:
            _REMEMBERED.clear()
        _REMEMBERED[key] = known
    return known
