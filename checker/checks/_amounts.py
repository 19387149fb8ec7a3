"""The numbers a stated one may stand for inside one article, and how far two of them lie apart."""

from __future__ import annotations

from decimal import Context, Decimal

from checker.interval import ZERO, Interval, within
from checker.model import Quantity, TokenKind, Verdict
from checker.rates import Rate
from checker.rows import NamedTuple

# As in the table of readings: a round number is never read as more than a tenth off.
_MOST_ROUNDING = Decimal("0.1")
# Four digits tell apart whatever differs.
_DIGITS = Context(prec=4)
_FACTORS = ((Decimal(1000), "factor-1000"), (Decimal(10), "factor-10"))
_CAUSES = {
    "factor-10": "one is ten times the other",
    "factor-1000": "one is a thousand times the other",
}
VERDICTS: dict[str, Verdict] = {"agree": "agree", "rounding": "unsure", "value": "disagree"}
"""What it means for a report how a figure fits what others come to."""
REASONS = {
    "agree": "the figures agree",
    "rounding": "they agree only if the figures are read loosely",
    "value": "the figures differ",
}
"""The same in words."""
_REASONS = {
    **REASONS,
    "unit": "they agree if nautical miles are meant",
    "rate": "they differ by no more than rates of different dates may",
}


class Reading(NamedTuple):
    """
    The numbers of two amounts in one `unit`: an interval each, for each end where both are ranges.

    `own` is the currency the first was exchanged from at this `rate`.
    """

    pairs: tuple[tuple[Interval, Interval], ...]
    unit: str
    own: str = ""
    rate: Rate | None = None


def ends_of(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return the stated number, or both ends of a range; nothing for a vague count."""
    if quantity.value is not None:
        return (quantity.value,)
    if quantity.bound == "range" and quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    return ()


def around(value: Decimal, quantity: Quantity, further: Decimal = ZERO) -> Interval:
    """
    Return every number that a stated one may stand for: whatever rounds to it.

    That is half of the place of its last digit, or of its last one that is not zero, but of a round
    number at most a tenth. `further` is a share of the number by which it may be off beyond that.
    """
    slack = _slack(value, quantity) + abs(value) * further
    return within(value, slack)


def loosely(numbers: Interval, quantity: Quantity) -> Interval:
    """Return the expected numbers of a figure that may have been rounded twice."""
    half = (quantity.mention.grain or ZERO) / 2
    low = None if numbers.low is None else numbers.low - half
    return Interval(low, None if numbers.high is None else numbers.high + half)


def _slack(value: Decimal, quantity: Quantity) -> Decimal:
    grain = quantity.mention.grain
    if grain is None:
        return abs(value) * _MOST_ROUNDING
    if quantity.value is not None and _is_sum(quantity):
        # "5 ft 10 in" is told to the inch, though 70 inches end in zero.
        return grain / 2
    return max(grain / 2, min(place_of(value) / 2, abs(value) * _MOST_ROUNDING))


def place_of(value: Decimal) -> Decimal:
    """Return the place of the last digit that is not zero: 100 of 4,500; 1 of zero."""
    exponent = value.normalize().as_tuple().exponent if value else 0
    return Decimal((0, (1,), exponent if isinstance(exponent, int) else 0))


def _is_sum(quantity: Quantity) -> bool:
    """Whether it is said in two units: "5 ft 10 in"."""
    own = quantity.mention.sentence.tokens[quantity.first : quantity.last]
    return sum(token.kind is TokenKind.NUMBER for token in own) > 1


def rounded(numbers: Interval) -> Interval:
    """Round both ends of a converted interval to as many digits as a reader needs."""
    return Interval(_few(numbers.low), _few(numbers.high), numbers.low_closed, numbers.high_closed)


def _few(end: Decimal | None) -> Decimal | None:
    return None if end is None else Decimal(f"{_DIGITS.plus(end):f}")


def widest(reading: Reading) -> tuple[Interval, Interval]:
    """Return the pair of ends that lie furthest apart."""
    return max(reading.pairs, key=_gap)


def apart(reading: Reading) -> Decimal:
    """Return the widest gap between ends that belong together, as a share of the larger."""
    return _gap(widest(reading))


def _gap(pair: tuple[Interval, Interval]) -> Decimal:
    one, other = pair
    gap = one.gap(other)
    ends = [abs(end) for end in (one.low, one.high, other.low, other.high) if end is not None]
    return gap / max(ends) if gap else gap


def likely_cause(one: Interval, other: Interval) -> str | None:
    """Name the slip that explains a difference: a factor of ten or a thousand."""
    for factor, name in _FACTORS:
        if one.scaled(factor).meets(other) or other.scaled(factor).meets(one):
            return name
    return None


def reason(said: tuple[Verdict, str], cause: str | None) -> str:
    """Say in words what a verdict rests on, with the likely cause."""
    told = _REASONS[said[1]]
    return f"{told}; {_CAUSES[cause]}" if cause else told
