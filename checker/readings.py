"""
The two readings of a stated number: what its words allow, and what a cooperative writer means.

This is the table of readings, one function a row. Numbers stay in the unit they were stated in;
nothing is converted. Choices the table leaves open stand in `docs/decisions/0002-readings.md`.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal, localcontext

from checker.interval import Interval, point, within
from checker.model import Hedge, Kind, Mention
from checker.rows import NamedTuple
from checker.values import frozen, replace

ZERO, HALF, ONE, TEN, HUNDRED = Decimal(0), Decimal("0.5"), Decimal(1), Decimal(10), Decimal(100)

# Decimal's default context keeps 28 digits; a longer number than this is read in a wider one.
_SAFE_DIGITS = 20

# Denominators tried when a fraction in words is recovered from its value.
_LARGEST_DENOMINATOR = 100

# Kinds that cannot be negative, so that no reading of a positive number reaches below zero.
_NEVER_NEGATIVE: frozenset[Kind] = frozenset({"count", "age", "duration", "currency", "dimension"})

Reading = tuple[Interval | None, Interval | None]


@frozen
class HedgeWidths:
    """
    How far each hedge reaches, as fractions of the value; language packs and projects override it.

    `approx` and `nearly` are how far the loosest reading of "about X" and "nearly X" goes;
    `rounding` caps half a place ("at most 10 % of the value"); the two `fraction` widths are those
    of a fraction in words; `vague` is how many of its unit a plural means at least ("hundreds": 2).
    """

    approx: Decimal = Decimal("0.2")
    nearly: Decimal = Decimal("0.2")
    rounding: Decimal = Decimal("0.1")
    fraction_literal: Decimal = Decimal("0.1")
    fraction_expected: Decimal = Decimal("0.05")
    vague: Decimal = Decimal(2)


DEFAULT = HedgeWidths()


def readings(mention: Mention, kind: Kind, widths: HedgeWidths = DEFAULT) -> Reading:
    """
    Return the literal and the expected interval of a mention, in its stated unit.

    Both are None for words without a number ("few"). The literal one always covers the expected.
    """
    stated = (mention.value, mention.low, mention.high)
    digits = max([_digits(number) for number in stated if number is not None], default=0)
    if digits <= _SAFE_DIGITS:
        return _readings(mention, kind, widths)
    with localcontext() as context:
        context.prec = 2 * digits + _SAFE_DIGITS
        return _readings(mention, kind, widths)


def last_place(value: Decimal) -> Decimal:
    """Return the place of the last non-zero digit: 100 for 300, 0.1 for 2.30, 1 for zero."""
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or not value:
        return ONE
    zeros = 0
    while not digits[-1 - zeros]:
        zeros += 1
    return _ten_to(exponent + zeros)


def grain_of(value: Decimal, last_digit_place: Decimal) -> Decimal:
    """
    Return the place of the last digit meant: 10 for 300, 1 for 3, 0.01 for 2.30.

    `last_digit_place` is the place of the last digit written: 1 for a whole number, also before a
    magnitude word ("3 million" is read as 3,000,000), 0.01 for "2.30", 10 million for "2.30 bn".
    """
    if last_digit_place < 1:
        return last_digit_place
    return max(min(last_place(value), _second_digit(value)), last_digit_place)


def precision_of(written: Decimal, scale: Decimal = ONE) -> tuple[Decimal, Decimal]:
    """
    Return grain and place of the last non-zero digit of `written` times `scale`.

    `written` keeps the decimals of the text (`Decimal("2.30")`), all of which count; `scale` is the
    magnitude word (10**9), expanded before a whole number's grain is taken.
    """
    exponent = written.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        place = _ten_to(exponent) * scale
        return place, place
    value = written if scale == ONE else written * scale
    return grain_of(value, ONE), last_place(value)


class _Scale(NamedTuple):
    """
    What the number was written with: the `place` of its last digit, its `grain`, its widths.

    `denominator` is that of a fraction in words below one, whose multiples take the part of round
    numbers; 0 for every other number. `is_fraction` widens by fractions of the value alone.
    """

    place: Decimal
    grain: Decimal
    widths: HedgeWidths
    is_fraction: bool = False
    denominator: int = 0

    def slack(self, end: Decimal) -> Decimal:
        """Return the table's h at one end: half the place, at most a tenth of the number."""
        cap = abs(end) * self.widths.rounding
        return cap if self.is_fraction else min(self.place / 2, cap)

    def above(self, end: Decimal) -> Decimal:
        """Return where "more than `end`" stops: just short of what else would have been said."""
        return -self._neighbour(-end)

    def below(self, end: Decimal) -> Decimal:
        """Return where "less than `end`" stops, the mirror image of `above`."""
        return self._neighbour(end)

    def _neighbour(self, end: Decimal) -> Decimal:
        """Return the next round number below `end`, plus half its grain."""
        if self.denominator:
            round_number, half_grain = self._fraction_below(end)
        else:
            # A number that ends in no zero has the next ten of its last place as its neighbour, and
            # reaches right up to it: more than 93 is (93, 100).
            step = self.place if self.place > 1 else self.place * TEN
            steps = (end / step).to_integral_value(ROUND_CEILING) - 1
            round_number = steps * step
            half_grain = self._grain_at(round_number) / 2 if self.place > 1 else ZERO
        reached = round_number + half_grain if round_number else ZERO
        return reached if reached < end else round_number

    def _fraction_below(self, end: Decimal) -> tuple[Decimal, Decimal]:
        """Return the next multiple of one part of the fraction below `end`, and half its grain."""
        parts = end * self.denominator
        nearest = parts.to_integral_value()
        # A third is not a finite decimal, so that its multiples are only nearly whole numbers.
        if abs(parts - nearest) < Decimal("1e-9"):
            parts = nearest
        multiple = (parts.to_integral_value(ROUND_CEILING) - 1) / self.denominator
        return multiple, abs(multiple) * self.widths.fraction_expected

    def _grain_at(self, round_number: Decimal) -> Decimal:
        """Return the grain of a neighbour, written as precisely as the number itself was."""
        if not round_number:
            return ZERO
        return max(min(self.place, _second_digit(round_number)), self.grain)


def _readings(mention: Mention, kind: Kind, widths: HedgeWidths) -> Reading:
    """Build the inner reading, let each hedge work on its ends, keep literal around expected."""
    scale = _scale(mention, widths)
    hedges = tuple(hedge for hedge in mention.hedges if hedge not in ("range", "vague"))
    if mention.form == "vague":
        inner = _vague(mention, widths)
    elif mention.value is None:
        inner = _range(mention, scale)
    elif hedges:
        inner = (point(mention.value), point(mention.value))
    else:
        inner = _bare(mention.value, kind, scale)
    if inner is None:
        return None, None
    literal, expected = inner
    for number, hedge in enumerate(hedges):
        literal, expected = _loose(literal, hedge, scale), _meant(expected, hedge, scale)
        if number == 0 and hedge == "approx" and mention.value is not None:
            # Saying "about" never makes a number sharper than leaving it out.
            bare = _bare(mention.value, kind, scale)
            literal, expected = literal.hull(bare[0]), expected.hull(bare[1])
    expected = _tidy(_not_negative(expected, mention, kind))
    literal = _not_negative(literal, mention, kind).hull(expected)
    return _tidy(_with_other(literal, mention, kind, widths)), expected


def _bare(value: Decimal, kind: Kind, scale: _Scale) -> tuple[Interval, Interval]:
    """Read a number without a hedge."""
    if scale.is_fraction:
        widths = scale.widths
        loose = within(value, abs(value) * widths.fraction_literal)
        return loose, within(value, abs(value) * widths.fraction_expected)
    is_whole = scale.grain >= 1 and value == value.to_integral_value()
    is_round = abs(value) >= HUNDRED and last_place(value) >= TEN
    loose = within(value, max(scale.slack(value), scale.grain / 2))
    if is_whole and kind in ("count", "number") and not is_round:
        return point(value), point(value)
    if is_whole and kind in ("age", "duration"):
        completed = Interval(value - HALF, value + 1, True, False)
        return (completed.hull(loose) if is_round else completed), completed
    return loose, within(value, scale.grain / 2)


def _range(mention: Mention, scale: _Scale) -> tuple[Interval, Interval] | None:
    """Read "A to B"; None when an end is missing."""
    if mention.low is None or mention.high is None:
        return None
    low, high = sorted((mention.low, mention.high))
    loose = Interval(low - scale.slack(low), high + scale.slack(high))
    return loose, Interval(low, high)


def _vague(mention: Mention, widths: HedgeWidths) -> tuple[Interval, Interval] | None:
    """Read "hundreds", "dozens"; None for "few", which has no number."""
    if mention.low is None:
        return None
    expected = Interval(mention.low * widths.vague, mention.high, True, False)
    return Interval(mention.low, None), expected


def _loose(inner: Interval, hedge: Hedge, scale: _Scale) -> Interval:
    """Let a hedge work on the ends of a literal reading."""
    match hedge:
        case "approx":
            return _stretched(inner, scale.widths.approx)
        case "nearly":
            return _towards_zero(inner, scale.widths.nearly)
        case "more_than" | "at_least":
            return Interval(inner.low, None, inner.low_closed)
        case "less_than" | "at_most":
            return Interval(None, inner.high, False, inner.high_closed)
        case _:
            return inner


def _meant(inner: Interval, hedge: Hedge, scale: _Scale) -> Interval:
    """Let a hedge work on the ends of an expected reading."""
    low, high = inner.low, inner.high
    match hedge:
        case "approx":
            low = None if low is None else low - scale.slack(low)
            high = None if high is None else high + scale.slack(high)
            return Interval(low, high, inner.low_closed, inner.high_closed)
        case "nearly":
            return _just_short(inner, scale)
        case "more_than" | "at_least":
            closed = inner.low_closed and hedge == "at_least"
            return Interval(low, None if high is None else scale.above(high), closed, False)
        case "less_than" | "at_most":
            closed = inner.high_closed and hedge == "at_most"
            return Interval(None if low is None else scale.below(low), high, False, closed)
        case _:
            return inner


def _stretched(inner: Interval, share: Decimal) -> Interval:
    """Move both ends outwards by a share of themselves."""
    low = None if inner.low is None else inner.low - abs(inner.low) * share
    high = None if inner.high is None else inner.high + abs(inner.high) * share
    return Interval(low, high, inner.low_closed, inner.high_closed)


def _towards_zero(inner: Interval, share: Decimal) -> Interval:
    """Move the end nearer to zero still nearer: nearly 15 may be 12, nearly -15 may be -12."""
    if inner.low is not None and inner.low >= 0:
        return Interval(inner.low - inner.low * share, inner.high, True, inner.high_closed)
    if inner.high is not None and inner.high < 0:
        return Interval(inner.low, inner.high - inner.high * share, inner.low_closed, True)
    return inner


def _just_short(inner: Interval, scale: _Scale) -> Interval:
    """Move the end nearer to zero by half a place, and exclude the far one; zero stays zero."""
    if inner.low is not None and inner.low >= 0:
        slack = scale.slack(inner.low)
        is_open = bool(slack) or not inner.is_point
        closed = inner.high_closed and not is_open
        return Interval(inner.low - slack, inner.high, True, closed)
    if inner.high is not None and inner.high < 0:
        return Interval(inner.low, inner.high + scale.slack(inner.high), False, True)
    return inner


def _scale(mention: Mention, widths: HedgeWidths) -> _Scale:
    """Say how precisely a mention was written; fill in what the mention does not know."""
    grain, place = mention.grain, mention.places
    if grain is None or place is None:
        numbers = [n for n in (mention.value, mention.low, mention.high) if n is not None] or [ONE]
        precisions = [precision_of(number) for number in numbers]
        grain = grain or min(grain for grain, _ in precisions)
        place = place or min(place for _, place in precisions)
    if mention.form != "fraction" or mention.value is None:
        return _Scale(place, grain, widths)
    return _Scale(place, grain, widths, True, _denominator(mention.value))


def _denominator(value: Decimal) -> int:
    """Return the n of a fraction k/n in words; 0 when it is no proper fraction."""
    if not 0 < abs(value) < 1:
        return 0
    for denominator in range(2, _LARGEST_DENOMINATOR + 1):
        parts = value * denominator
        if abs(parts - parts.to_integral_value()) < Decimal("1e-9"):
            return denominator
    return 0


def _with_other(literal: Interval, mention: Mention, kind: Kind, widths: HedgeWidths) -> Interval:
    """Stretch the literal reading over the second reading of an undecided separator."""
    if mention.other is None:
        return literal
    grain, places = precision_of(mention.other)
    other = replace(mention, value=mention.other, other=None, grain=grain, places=places)
    second, _ = readings(other, kind, widths)
    return literal if second is None else literal.hull(second)


def _not_negative(interval: Interval, mention: Mention, kind: Kind) -> Interval:
    """Cut off the negative part that rounding alone would give to a count, a length or a price."""
    stated = mention.low if mention.value is None else mention.value
    if kind not in _NEVER_NEGATIVE or stated is None or stated < 0:
        return interval
    if interval.low is None or interval.low >= 0 or (interval.high or ONE) < 0:
        return interval
    return Interval(ZERO, interval.high, True, interval.high_closed or not interval.high)


def _second_digit(value: Decimal) -> Decimal:
    """Return the place of the second significant digit: 10 for 300; 0.1 for zero, as for one."""
    return _ten_to((value.adjusted() if value else 0) - 1)


def _ten_to(exponent: int) -> Decimal:
    """Return a power of ten, exactly."""
    return Decimal((0, (1,), exponent))


def _digits(number: Decimal) -> int:
    """Count the digits it takes to write a number out in full."""
    exponent = number.as_tuple().exponent
    return number.adjusted() + 1 - min(0, exponent if isinstance(exponent, int) else 0)


def _tidy(interval: Interval) -> Interval:
    """Write both ends without zeros after the decimal point, as a report shows them."""
    if interval.is_point:
        return interval
    low, high = _without_zeros(interval.low), _without_zeros(interval.high)
    if low is interval.low and high is interval.high:
        return interval
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _without_zeros(number: Decimal | None) -> Decimal | None:
    """Drop zeros that stand after the decimal point."""
    if number is None:
        return None
    whole = number.to_integral_value()
    if number != whole:
        return number.normalize()
    # What is written without zeros already stays the very same number.
    return number if number.as_tuple().exponent == 0 else whole
