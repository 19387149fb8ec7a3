"""Numbers, intervals, dates and counts as a reader would write them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.interval import Interval
    from checker.model import Claim, Coverage, Quantity

# Digits that a magnitude word may leave behind the point: 2.345 million, but 2,345,678.
_PLACES = 3
_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))
# More digits than this are no figure anyone reads; they are given as a power of ten.
_LONGEST = 33
# A ninth has no last digit: what nobody wrote is cut, and the cut is shown.
_LONGEST_PLACES, _SHOWN_PLACES = 6, 4


def number(value: Decimal) -> str:
    """Write a number in groups of digits, with a magnitude word when it loses none; `0.1111…`."""
    if abs(value.adjusted()) > _LONGEST:
        return f"{value:E}".replace("-", "−")
    sign = "−" if value < 0 else ""
    # Text, not arithmetic: the decimal context would round what is longer than its precision.
    whole, _, places = f"{value.copy_abs():f}".partition(".")
    places = places.rstrip("0")
    if len(places) > _LONGEST_PLACES:
        return f"{sign}{_pointed(whole, places[:_SHOWN_PLACES])}…"
    for power, name in _MAGNITUDES:
        zeros = len(whole) - len(whole.rstrip("0"))
        if not places and len(whole) > power and zeros >= power - _PLACES:
            return f"{sign}{_pointed(whole[:-power], whole[-power:].rstrip('0'))} {name}"
    return sign + _pointed(whole, places)


def _pointed(whole: str, places: str) -> str:
    return f"{int(whole):,}{'.' if places else ''}{places}"


def interval(numbers: Interval) -> str:
    """Write an interval in words and signs: `295 to 305`, `>300 to <395`, `≥300`, `300`."""
    if numbers.low is None and numbers.high is None:
        return "any number"
    if numbers.high is None:
        return f"{'≥' if numbers.low_closed else '>'}{number(_end(numbers.low))}"
    if numbers.low is None:
        return f"{'≤' if numbers.high_closed else '<'}{number(numbers.high)}"
    if numbers.low == numbers.high:
        return number(numbers.low)
    low = f"{'' if numbers.low_closed else '>'}{number(numbers.low)}"
    high = f"{'' if numbers.high_closed else '<'}{number(numbers.high)}"
    return f"{_shared(low, high)} to {high}"


def _end(value: Decimal | None) -> Decimal:
    return Decimal(0) if value is None else value


def _shared(low: str, high: str) -> str:
    """Leave out the magnitude word that both ends share: `230.5 to 231.5 million`."""
    name = high.rpartition(" ")[2]
    return low.removesuffix(f" {name}") if " " in high and low.endswith(f" {name}") else low


def counted(count: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: `1 article`, `2,000 articles`."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def coverage(seen: Coverage) -> str:
    """Say what was looked at, in one line."""
    skipped = f", {seen.articles_skipped:,} skipped" if seen.articles_skipped else ""
    beside = f" and compared with {seen.archive:,} of the archive" if seen.archive else ""
    return (
        f"{counted(seen.articles, 'article')} read{skipped}{beside}; "
        f"{counted(seen.numbers, 'number')} seen, {seen.understood:,} understood, "
        f"{seen.matched:,} matched by a rule, {seen.compared:,} compared"
    )


def measured(quantity: Quantity) -> str:
    """Write the reading of a quantity with its unit: `295 to 305 drone`."""
    reading = interval(quantity.expected) if quantity.expected else "no number"
    return f"{reading} {quantity.unit}".strip()


def as_of(claim: Claim) -> str:
    """Say which day a claim speaks of, and since when it counts."""
    parts = []
    if claim.since:
        parts.append(f"since {claim.since}")
    if claim.as_of:
        source = "published " if claim.as_of_from == "published" else ""
        parts.append(f"{source}{claim.as_of}")
    return "; ".join(parts) or "no date"


def said_by(claim: Claim) -> str:
    """Name the speaker and the outlet of a claim."""
    return f"{claim.speaker}, in {claim.source}" if claim.speaker else claim.source
