"""The sentence that explains a verdict: both readings in one unit, the dates, and why."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.findings.sides import Side, period_of
from checker.interval import Interval
from checker.model import Period

if TYPE_CHECKING:
    from checker.findings.context import Case
    from checker.findings.kinds import Outcome

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_MAGNITUDES = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
# Digits that a figure keeps which only a conversion made long; the report has it in full.
_DIGITS = 5
_MOST_DIGITS = 7
# Adjectives and collective nouns that count as they are: "15 dead", "three aircraft".
_UNCHANGED = frozenset(
    {
        "percent",
        "dead",
        "killed",
        "wounded",
        "injured",
        "hurt",
        "missing",
        "captured",
        "homeless",
        "displaced",
    }
    | {"aircraft", "spacecraft", "hovercraft", "sheep", "deer", "fish", "cattle", "offspring"}
    | {"personnel", "staff", "police", "equipment", "ammunition", "infantry"}
)
_IRREGULAR = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
}

# They end like a word above and still take an "s".
_REGULAR = frozenset({"human", "german", "roman", "ottoman", "norman", "shaman", "talisman"})

_REASONS = {
    "agree": "the readings meet",
    "converted": "the same amount once exchanged",
    "grows": "the later figure is higher, as a running total may be",
    "superseded": "the later figure takes the place of the earlier one",
    "rounding": "they meet only if the numbers are read loosely",
    "bounds": "a bound leaves room for the other figure, though not as bounds are usually meant",
    "vague": "the words are too vague to compare",
    "date": "the figures differ, and it is not known that they are of one date and one start",
    "rate": "no exchange rate is known for the date",
    "unit": "it is not known that they are in the same unit",
    "facet event": "the figures lie so far apart that they may be of two events",
    "facet polarity": "one of the figures is denied, planned or sought, not asserted",
    "window": "the dates lie too far apart to compare",
    "value": "the figures differ",
    "falls": "the later figure is lower, which a running total cannot be",
    "jump": "the later figure is higher than a running total could have become in that time",
    "stale": "the figures differ; the duration would have been right at an earlier date",
}
_STAGES = {"": "", "first": "told as a first figure", "earlier": "told as an earlier figure"}
_CAUSES = {
    "factor-10": "one is ten times the other",
    "factor-1000": "one is a thousand times the other",
    "currency-swap": "the same figure stands in two currencies",
    "digits-swapped": "two digits have changed places",
}


def sentence(outcome: Outcome, case: Case) -> str:
    """Explain an outcome in one neutral sentence, or in the rule's own for a disagreement."""
    is_later = outcome.because == "superseded" and _is_same_date(outcome)
    one, other = (described(side, case, is_later) for side in spokesmen(outcome))
    reason = _reason(outcome)
    own = case.rule.message
    if own and outcome.verdict == "disagree":
        known = {"a": one, "b": other, "reason": reason, "because": outcome.because}
        return _filled(own, {**known, "verdict": outcome.verdict, "title": case.rule.title})
    return f"{_capital(one)} and {other}: {reason}."


def spokesmen(outcome: Outcome) -> tuple[Side, Side]:
    """Choose the claims to quote: of two strata that lie apart, those furthest apart."""
    one, other = outcome.one, outcome.other
    if len(one.sides) == len(other.sides) == 1:
        return one.sides[0], other.sides[0]
    if one.expected is None or other.expected is None or one.expected.meets(other.expected):
        return one.side, other.side
    is_below = one.expected.gap(other.expected) == 0 or _end(one.expected) < _end(other.expected)
    lower, upper = (one, other) if is_below else (other, one)
    low = min(lower.sides, key=lambda side: (*_upper_end(side), side.tier, side.claim.id))
    high = min(upper.sides, key=lambda side: (*_lower_end(side), side.tier, side.claim.id))
    return (low, high) if is_below else (high, low)


def _end(reading: Interval) -> Decimal:
    """Return an end to tell by which of two readings that lie apart is above."""
    end = reading.high if reading.high is not None else reading.low
    return Decimal(0) if end is None else end


def _upper_end(side: Side) -> tuple[bool, Decimal]:
    end = side.expected.high if side.expected else None
    return end is None, end or Decimal(0)


def _lower_end(side: Side) -> tuple[bool, Decimal]:
    end = side.expected.low if side.expected else None
    return end is None, -(end or Decimal(0))


def described(side: Side, case: Case, is_report: bool = False) -> str:
    """Say what a claim states: its reading, its date or that of its report, and who says so."""
    if case.is_elapsed:
        return _began(side)
    reading = side.expected
    words = f"“{_surface(side)}”" if reading is None else measured(reading, side.unit)
    when = f"reported {day(side.reported)}" if is_report and side.reported else _when(side)
    details = [text for text in (when, _STAGES[side.group[2]], _voice(side)) if text]
    return f"{words} ({', '.join(details)})" if details else words


def agreement(core: Interval | None, unit: str, count: int) -> str:
    """Say that all claims of a fact agree."""
    what = f": {measured(core, unit)}" if core is not None and unit != "day" else ""
    return f"{count} claims agree{what}."


def measured(interval: Interval, unit: str) -> str:
    """Write an interval with its unit: `295 to 305 drones`, `more than 300 drones`."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return f"any number of {plural(unit)}"
    if high is None and low is not None:
        words = f"{'at least' if interval.low_closed else 'more than'} {number(low)}"
    elif low is None and high is not None:
        words = f"{'at most' if interval.high_closed else 'less than'} {number(high)}"
    elif low == high and low is not None:
        return (
            f"{number(low)} {unit if abs(low) == 1 and '/' not in unit else plural(unit)}".strip()
        )
    else:
        words = _between(low or Decimal(0), high or Decimal(0))
    return f"{words} {plural(unit)}".strip()


def number(value: Decimal) -> str:
    """Write a number in groups of three digits, large round ones with their magnitude."""
    value = _rounded(value)
    for size, name in _MAGNITUDES:
        scaled = value / size
        if abs(scaled) >= 1 and int(scaled.normalize().as_tuple().exponent) >= -3:
            return f"{_plain(scaled)} {name}"
    return _plain(value)


def plural(unit: str) -> str:
    """Return the plural of an English count noun; symbols and codes stay as they are."""
    if "/" in unit:
        counted, _, per = unit.rpartition("/")
        return f"{plural(counted.strip())} per {per.strip()}"
    for singular, many in _IRREGULAR.items():
        if unit.endswith(singular) and unit not in _REGULAR:
            return unit.removesuffix(singular) + many
    if unit in _UNCHANGED or not unit.isalpha() or not unit.islower() or unit.endswith("s"):
        return unit
    if unit.endswith(("x", "ch", "sh")):
        return unit + "es"
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return unit[:-1] + "ies"
    return unit + "s"


def day(value: date) -> str:
    """Write a date as 20 December 2022, whatever the locale."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def dates(period: Period) -> str:
    """Write a period: a day, a month, a year, or its first and last day."""
    if period.first == period.last:
        return day(period.first)
    text = str(period)
    if "/" in text:
        return f"{day(period.first)} to {day(period.last)}"
    return f"{_MONTHS[period.first.month - 1]} {text[:4]}" if "-" in text else text


def _reason(outcome: Outcome) -> str:
    """Give the reason in words, with the likely cause."""
    name = outcome.because.removeprefix("facet ")
    default = f"they may not be of the same {name}, which one of them leaves open"
    reason = _REASONS.get(outcome.because, default)
    reason += _rates(outcome)
    cause = _CAUSES.get(outcome.cause or "", "")
    return f"{reason}; {cause}" if cause else reason


def _rates(outcome: Outcome) -> str:
    """Name every exchange rate that was used: figure, date, source."""
    texts = []
    for side in spokesmen(outcome):
        rate = side.rate
        if rate is not None:
            per = f"{_plain(_rounded(rate.factor))} {side.unit} per {side.currency}"
            texts.append(f"{per} ({rate.method}, {dates(rate.on)}, {rate.source})")
    return f" at {' and '.join(texts)}" if texts else ""


def _is_same_date(outcome: Outcome) -> bool:
    """Whether two figures are about one date, so that only their reports have an order."""
    return outcome.one.side.claim.as_of == outcome.other.side.claim.as_of


def _began(side: Side) -> str:
    """Say when something began, by an elapsed time or by the date of the event itself."""
    claim = side.claim
    if claim.anchor and claim.as_of is not None:
        return f"a start on {dates(claim.as_of)}"
    start = period_of(side.expected) if side.expected and side.unit == "day" else None
    told = f"“{_surface(side)}”"
    if claim.as_of is not None:
        told += f" by {dates(claim.as_of)}"
    implied = f" (a start between {day(start.first)} and {day(start.last)})" if start else ""
    return told + implied


def _when(side: Side) -> str:
    claim = side.claim
    parts = [f"since {dates(claim.since)}"] if claim.since else []
    return ", ".join([*parts, dates(claim.as_of)] if claim.as_of else parts)


def _voice(side: Side) -> str:
    claim = side.claim
    if claim.polarity != "asserted":
        return f"{claim.polarity} by {claim.speaker}" if claim.speaker else claim.polarity
    return f"says {claim.speaker}" if claim.speaker else ""


def _surface(side: Side) -> str:
    return " ".join(side.claim.quantity.surface.split()) if side.claim.quantity else ""


def _between(low: Decimal, high: Decimal) -> str:
    """Write two ends; a magnitude word that both share is written once."""
    first, second = number(low), number(high)
    name = second.rpartition(" ")[2]
    if " " in second and first.endswith(f" {name}"):
        first = first.removesuffix(f" {name}")
    return f"{first} to {second}"


def _rounded(value: Decimal) -> Decimal:
    """Round what is longer than anyone writes; whole numbers stay as they are."""
    if value == value.to_integral_value() or len(value.as_tuple().digits) <= _MOST_DIGITS:
        return value
    return value.quantize(Decimal((0, (1,), value.adjusted() - _DIGITS + 1)))


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def _capital(text: str) -> str:
    """Begin a sentence with a capital letter; nothing but the first letter changes."""
    return text[:1].upper() + text[1:]


def _filled(template: str, known: dict[str, str]) -> str:
    """Fill a rule's own sentence; a name it does not know stays as written, nothing is run."""
    return re.sub(r"\{([a-z]+)\}", lambda found: known.get(found[1], found[0]), template)
