"""
Calendar arithmetic: counting back from a day, elapsed time, and the periods that words name.

Every function is pure; days that the calendar cannot hold stop at its first or last day.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from checker.interval import Interval
from checker.model import Period

# The mean of the Gregorian calendar's cycle of 400 years: 146,097 days in 4,800 months.
MEAN_MONTH_DAYS = Decimal("30.436875")

_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
# Days in so many units, as two whole numbers, because a 24th has no exact decimal.
_UNIT_DAYS = {
    "second": (1, 86_400),
    "minute": (1, 1_440),
    "hour": (1, 24),
    "day": (1, 1),
    "week": (7, 1),
}

TIME_UNITS = frozenset({*_UNIT_MONTHS, *_UNIT_DAYS})
"""Every unit that can be counted back: second to century, singular English names as in pint."""

# Beyond this many years every date is out of the calendar, whatever the day it is counted from.
_MOST_MONTHS = Decimal(12 * 10_000)
_MOST_DAYS = Decimal(366 * 10_000)


def shifted(day: date, days: int) -> date:
    """Return the day `days` later (earlier when negative), kept inside the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def month_length(year: int, month: int) -> int:
    """Return the days of a month; the standard calendar module is slow to import."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def months_before(day: date, months: Decimal) -> date:
    """
    Return the day `months` completed months before `day`.

    Whole months keep the day of the month, or take the last day of a shorter one: one month before
    31 March is 28 (or 29) February. A fraction counts in mean months and is rounded down to whole
    days, so that half a month is 15 days. Negative months lead forward.
    """
    return _counted_back(day, months, "month", ROUND_FLOOR)[0]


def counted_back(day: date, count: Decimal, unit: str) -> date:
    """
    Return the day `count` units before `day`, parts of a day rounded away from it.

    A negative `count` leads forward. Raises: ValueError for a unit that is none of time.
    """
    return _counted_back(day, count, unit, ROUND_CEILING if count > 0 else ROUND_FLOOR)[0]


def start_period(as_of: date, duration: Interval, unit: str) -> Period:
    """
    Return every day on which something that had lasted `duration` by `as_of` may have begun.

    `unit` is one of `TIME_UNITS`. Ends of the interval that belong to it give days that belong to
    the period: [15, 16) months by 2023-05-15 gives 2022-01-16 to 2022-02-15. Parts of a day are
    rounded outward, so that no possible start is lost; an interval too narrow to hold a whole day
    gives the days of its ends. Unbounded durations reach the first day of the calendar; a negative
    low end counts as zero, for what has lasted began no later than `as_of`.
    Raises: ValueError for a unit that is none of time.
    """
    first, last = date.min, as_of
    first_open = last_open = False
    if duration.high is not None:
        first, is_exact = _counted_back(as_of, duration.high, unit, ROUND_CEILING)
        first_open = is_exact and not duration.high_closed
    if duration.low is not None and duration.low > 0:
        last, is_exact = _counted_back(as_of, duration.low, unit, ROUND_FLOOR)
        last_open = is_exact and not duration.low_closed
    inside = (shifted(first, int(first_open)), shifted(last, -int(last_open)))
    if inside[0] <= inside[1]:
        return Period(*inside)
    return Period(min(first, last), max(first, last))


def elapsed(start: Period, as_of: date, unit: str) -> Interval:
    """
    Return the completed time, in `unit`, between a start somewhere in `start` and `as_of`.

    Both ends are included and exact to a mean month's fraction: from 2022-02-24 to 2023-05-15 are
    14 months and 21 days, hence 14.68... months. A start after `as_of` gives a negative number.
    Raises: ValueError for a unit that is none of time.
    """
    ends = sorted(_time_between(day, as_of, unit) for day in (start.first, start.last))
    return Interval(ends[0], ends[1])


def day_period(day: date) -> Period:
    """Return the period of one day."""
    return Period(day, day)


def month_period(year: int, month: int) -> Period:
    """Return the whole of a month."""
    return Period(date(year, month, 1), date(year, month, month_length(year, month)))


def year_period(year: int, years: int = 1) -> Period:
    """Return a whole year, or the years that begin with it."""
    return Period(date(year, 1, 1), date(min(year + years - 1, date.max.year), 12, 31))


def months_later(period: Period, months: int) -> Period | None:
    """Return the month `months` after that in which `period` begins, None outside the calendar."""
    number = period.first.year * 12 + period.first.month - 1 + months
    year, month = divmod(number, 12)
    return month_period(year, month + 1) if 1 <= year <= date.max.year else None


def week_period(day: date) -> Period:
    """Return the week of `day`, Monday to Sunday (ISO 8601)."""
    monday = shifted(day, -day.weekday())
    return Period(monday, shifted(monday, 6))


# Shares of a period: the first and the last twelfth, half-open. "Early", "mid" and "late" are
# thirds: no source agrees on more, and a third keeps "early November" apart from "mid-November".
_TWELFTHS = {
    "start": (0, 4),
    "middle": (4, 8),
    "end": (8, 12),
    "half 1": (0, 6),
    "half 2": (6, 12),
    "quarter 1": (0, 3),
    "quarter 2": (3, 6),
    "quarter 3": (6, 9),
    "quarter 4": (9, 12),
}

PARTS = frozenset({*_TWELFTHS, "earlier", "later"})
"""Every part of a period that `part_of` knows."""


def part_of(period: Period, part: str, today: date | None) -> Period:
    """
    Return a part of a period; `earlier` and `later` divide it at `today`.

    A year is divided by months, anything else by days, the later part taking what is left over.
    """
    if part in ("earlier", "later"):
        if today is None or not period.first <= today <= period.last:
            return period
        return Period(period.first, today) if part == "earlier" else Period(today, period.last)
    low, high = _TWELFTHS[part]
    year = period.first.year
    if period == year_period(year):
        return Period(date(year, low + 1, 1), month_period(year, high).last)
    days = period.last.toordinal() - period.first.toordinal() + 1
    first, after = days * low // 12, days * high // 12
    return Period(shifted(period.first, first), shifted(period.first, max(after - 1, first)))


def _counted_back(day: date, count: Decimal, unit: str, rounding: str) -> tuple[date, bool]:
    """Return the day `count` units before `day`, and whether no part of a day was rounded."""
    if unit in _UNIT_MONTHS:
        months = _kept_within(count * _UNIT_MONTHS[unit], _MOST_MONTHS)
        whole = int(months.to_integral_value(ROUND_FLOOR))
        days = (months - whole) * MEAN_MONTH_DAYS
        start = _whole_months_before(day, whole)
    elif unit in _UNIT_DAYS:
        whole, parts = _UNIT_DAYS[unit]
        days, start = _kept_within(count * whole / parts, _MOST_DAYS), day
    else:
        raise ValueError(f"{unit!r} is no unit of time")
    rounded = days.to_integral_value(rounding)
    return shifted(start, -int(rounded)), rounded == days


def _kept_within(number: Decimal, most: Decimal) -> Decimal:
    return min(max(number, -most), most)


def _whole_months_before(day: date, months: int) -> date:
    """Go back whole months, to the last day of the month where it is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def _time_between(start: date, end: date, unit: str) -> Decimal:
    """Return the units from `start` to `end`, the part of a month counted in mean months."""
    days = Decimal(end.toordinal() - start.toordinal())
    if unit in _UNIT_DAYS:
        whole, parts = _UNIT_DAYS[unit]
        return days * parts / whole
    if unit not in _UNIT_MONTHS:
        raise ValueError(f"{unit!r} is no unit of time")
    if days < 0:
        return -_time_between(end, start, unit)
    months = (end.year - start.year) * 12 + end.month - start.month
    if _whole_months_before(end, months) < start:
        months -= 1
    left = _whole_months_before(end, months).toordinal() - start.toordinal()
    # A long month's last days must not make a full month before it is complete.
    part = min(Decimal(left) / MEAN_MONTH_DAYS, Decimal("0.99"))
    return (months + part) / _UNIT_MONTHS[unit]
