"""
A count for one stretch of time, told with what it comes to in another.

"50 cars a day, or 1,500 a month", "50 shells a day, 1,500 in a month", "50 shells a day for 30
days, 1,500 in all". A day may have six to 24 hours, a week five to seven days, a month 20 to 31 and
a year 200 to 366, because people work and machines rest. Behind a mere comma only what is too much
is told: "five visits a day, 20 a week" are two limits. Prices and pay are left alone; who stays
longer pays less.

Differs:
- en: The plant makes 50 cars a day, or 3,000 cars a month.
- en: The army fires 50 shells a day, 3,500 in a month.
- en: The army fired 50 shells a day for 30 days, 3,500 in all.
- en: The mine yields 100 tonnes a day, or 65,000 tonnes a year.
- fr: L'usine fabrique 50 voitures par jour, soit 3 000 par mois.
- fr: L'armée tire 50 obus par jour, soit 3 500 en un mois.

Agrees:
- en: The plant makes 50 cars a day, or 1,500 cars a month.
- en: The army fires 50 shells a day, 1,500 in a month.
- en: The army fired 50 shells a day for 30 days, 1,500 in all.
- en: The mine yields 100 tonnes a day, or 36,500 tonnes a year.
- fr: L'usine fabrique 50 voitures par jour, soit 1 500 par mois.
- fr: L'armée tire 50 obus par jour, soit 1 500 en un mois.

Left alone:
- en: Members make five visits a day, 20 visits a week.
- en: Bicycles cost £5 an hour, or £30 a day.
- en: The plant makes 50 cars a day, or 3,000 lorries a month.
- en: The plant makes 50 cars a day, or 3,000 cars a month in winter.
- fr: L'usine fabrique 50 voitures par jour, soit 3 000 camions par mois.
- fr: Les vélos coûtent 5 euros par heure, soit 30 euros par jour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks._amounts import REASONS, VERDICTS, rounded
from checker.checks._case import (
    ENDS,
    Case,
    Judgement,
    Side,
    finding_of,
    is_figure,
    tokens_of,
    words_between,
)
from checker.checks._parts import Listing
from checker.findings.wording import measured
from checker.interval import Interval
from checker.measures import measure_at
from checker.model import Finding, Quantity, Token
from checker.rows import NamedTuple

TITLE = "A rate and what it comes to"

# How many of the first there are in the second, by the clock and by the hours of work.
_FACTORS = {
    ("second", "minute"): (60, 60),
    ("minute", "hour"): (60, 60),
    ("minute", "day"): (360, 1440),
    ("hour", "day"): (6, 24),
    ("hour", "week"): (30, 168),
    ("hour", "month"): (120, 744),
    ("hour", "year"): (1200, 8784),
    ("day", "week"): (5, 7),
    ("day", "month"): (20, 31),
    ("day", "year"): (200, 366),
    ("week", "month"): (4, 5),
    ("week", "year"): (40, 53),
    ("month", "year"): (10, 13),
}
_KINDS = ("count", "number", "dimension")


class _Total(NamedTuple):
    """
    A number for a longer stretch than that of a rate, and how many of the shorter it has.

    `is_told` says that it is told as that of the rate, and may be no limit of its own.
    """

    quantity: Quantity
    times: Interval
    is_told: bool


def check(case: Case) -> Iterator[Finding]:
    """Hold every rate against what stands beside it for another stretch of time."""
    for quantities in case.sentences():
        for place, rate in enumerate(quantities[:-1]):
            if rate.kind in _KINDS and _is_sharp(rate) and "/" in rate.unit:
                following = quantities[place + 1 :]
                total = _in_all(rate, following, case) or _beside(rate, following, case)
                found = _judged(case, rate, total) if total is not None else None
                if found is not None:
                    yield found


def _is_sharp(quantity: Quantity) -> bool:
    return is_figure(quantity) and quantity.expected is not None


def _beside(rate: Quantity, following: Sequence[Quantity], case: Case) -> _Total | None:
    """Read "or 1,500 a month", "1,500 in a month" right behind a rate."""
    told = following[0]
    is_told = _is_told(words_between(rate, told), case)
    stretch, end = _stretch(told, following, case)
    if is_told is None or not stretch or not _is_of(told, rate) or not _is_end(told, end):
        return None
    factors = _FACTORS.get((_split(rate)[1], stretch))
    return None if factors is None else _Total(told, _times(*factors), is_told)


def _is_told(between: tuple[str, ...], case: Case) -> bool | None:
    """Whether words such as "or" join two numbers; None where more than a comma parts them."""
    words = case.setting.language.checks.restated
    if not between or between[0] not in (",", "(") or any(w not in words for w in between[1:]):
        return None
    return between[0] == "(" or len(between) > 1


def _split(rate: Quantity) -> tuple[str, str]:
    """Split a rate into what is counted and its stretch of time."""
    counted, _, per = rate.unit.rpartition("/")
    return counted, per


def _is_of(told: Quantity, rate: Quantity) -> bool:
    """Whether a number counts what a rate does, or leaves that unsaid."""
    is_known = told.unit in ("", rate.unit, _split(rate)[0]) or _split(told)[0] == _split(rate)[0]
    return is_known and told.kind in _KINDS and _is_sharp(told)


def _stretch(told: Quantity, following: Sequence[Quantity], case: Case) -> tuple[str, int]:
    """Return the stretch of time a number is told for, and where that ends; else nothing."""
    tokens = tokens_of(told)
    ahead = _each(tokens, told.last, case)
    if ahead is not None:
        return ahead
    at = told.last
    if at < len(tokens) and tokens[at].word in case.setting.language.discourse.prepositions:
        one = following[1] if len(following) > 1 else None
        if one is not None and one.first == at + 1 and one.kind == "duration" and one.value == 1:
            return one.unit, one.last
        return _each(tokens, at + 1, case) or ("", at)
    return _split(told)[1], told.last


def _each(tokens: Sequence[Token], at: int, case: Case) -> tuple[str, int] | None:
    """Read "a month", "per month": its unit, and where it ends."""
    language = case.setting.language
    words = language.quantities.per | language.quantities.each
    if at + 1 >= len(tokens) or tokens[at].word not in words:
        return None
    measure = measure_at(tokens, at + 1, language, case.article.text)
    is_time = measure is not None and measure.kind == "duration"
    return (measure.unit, measure.last) if measure is not None and is_time else None


def _is_end(told: Quantity, end: int) -> bool:
    """Whether nothing follows that may say more of a number."""
    tokens = tokens_of(told)
    return end >= len(tokens) or tokens[end].word in ENDS


def _in_all(rate: Quantity, following: Sequence[Quantity], case: Case) -> _Total | None:
    """Read "for 30 days, 1,500 in all" right behind a rate."""
    if len(following) < 2 or following[0].kind != "duration":
        return None
    stretch, told = following[:2]
    prepositions = case.setting.language.discourse.prepositions
    is_for = all(word in prepositions for word in words_between(rate, stretch))
    if not is_for or stretch.value is None or not _is_of(told, rate):
        return None
    start = Listing((rate, *following), case.setting.language).total_start(told)
    if start is None or [token.word for token in tokens_of(told)[stretch.last : start]] != [","]:
        return None
    per = _split(rate)[1]
    factors = (1, 1) if per == stretch.unit else _FACTORS.get((per, stretch.unit))
    if factors is None or stretch.bound != "=":
        return None
    return _Total(told, _times(*factors).scaled(stretch.value), is_told=True)


def _times(least: int, most: int) -> Interval:
    return Interval(Decimal(least), Decimal(most))


def _judged(case: Case, rate: Quantity, total: _Total) -> Finding | None:
    """Judge a total by its rate; None where it is too small for one, but may be a limit."""
    told = total.quantity
    strict = _product(rate.expected, total.times)
    loose = _product(rate.literal, total.times)
    if strict is None or loose is None or told.expected is None or told.literal is None:
        return None
    if told.expected.meets(strict):
        because = "agree"
    elif told.literal.meets(loose):
        because = "rounding"
    else:
        is_less = (told.value or 0) < (strict.low or 0)
        if is_less and not total.is_told:
            return None
        because = "value"
    worked, unit = rounded(strict), _split(rate)[0].replace("_", " ")
    message = (
        f"“{rate.surface}” comes to {measured(worked, unit)}, and “{told.surface}” is told: "
        f"{REASONS[because]}."
    )
    sides = (Side(rate, worked), Side(told, told.expected))
    return finding_of(case, sides, Judgement(VERDICTS[because], because, message, unit))


def _product(rate: Interval | None, times: Interval) -> Interval | None:
    """Multiply a rate by how often it is told to go on."""
    if rate is None or not rate.is_bounded or not times.is_bounded:
        return None
    low, high = rate.low or Decimal(0), rate.high or Decimal(0)
    return Interval(low * (times.low or 0), high * (times.high or 0)) if low > 0 else None
