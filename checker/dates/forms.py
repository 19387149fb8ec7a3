"""
Dates as they are written, and the days they mean.

A form keeps what the words say ("24 February": no year); `resolved` asks the day of publication
for the rest. News speak of the past, so a date without a year is the latest that begins at most
`AHEAD_DAYS` after publication, with these exceptions:

- `since` looks back: the latest that begins no later than the day of publication;
- `by` looks ahead: the earliest that is not over on that day;
- `until` looks both ways: the nearest;
- "last March" is over before the month of publication begins, "next March" begins after it;
- a weekday is the latest up to the day of publication; after `by` and `until` the next one;
  "this Friday" the nearest. One written beside a day and month chooses between the two nearest
  years.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Literal

from checker.dates import calendar
from checker.interval import Interval
from checker.model import Period
from checker.rows import NamedTuple

DateRelation = Literal["on", "since", "until", "before", "after", "by"]
Granularity = Literal["day", "week", "month", "season", "year", "relative"]

# The forms are named tuples because seven dataclasses would cost every start five milliseconds.

# A month ahead: in December "in January" is the coming one, "in February" may be either and news
# mostly look back.
AHEAD_DAYS = 31
# 29 February is at most eight years away (1896 to 1904).
_YEARS_BACK = 8


class CalendarForm(NamedTuple):
    """
    A day, month, year or weekday; what was not written is None.

    `shift` is -1 for "last March", 0 for "this Friday", 1 for "next Friday"; `year_shift` is
    that of the year ("March of last year"). `years` is 10 for a decade.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    years: int = 1


class ShiftedForm(NamedTuple):
    """A calendar unit counted from the current one: "last week" is week, -1."""

    unit: str
    shift: int


class SeasonForm(NamedTuple):
    """A northern season by its first month; December to February belongs to December's year."""

    month: int
    year: int | None = None
    shift: int | None = None


class CountedForm(NamedTuple):
    """Time counted from publication: `ago` a point, `past`, `since` and `ahead` a stretch."""

    number: Decimal
    unit: str
    sense: Literal["ago", "past", "ahead", "since"]


class PartForm(NamedTuple):
    """A part of a period: "early November", "the end of last year"."""

    part: str
    whole: CalendarForm | ShiftedForm | SeasonForm


class RangeForm(NamedTuple):
    """From one date to another, both included; the first takes what it lacks from the last."""

    first: CalendarForm
    last: CalendarForm


class UnreadableForm(NamedTuple):
    """A date whose day and month cannot be told apart: 4/5/2022 in English."""


Form = CalendarForm | ShiftedForm | SeasonForm | CountedForm | PartForm | RangeForm | UnreadableForm


def granularity(form: Form) -> Granularity:
    """Name the smallest unit that a form states; counted time is `relative`."""
    match form:
        case CalendarForm(_, month, day, weekday):
            is_day = day is not None or weekday is not None
            return "day" if is_day else "year" if month is None else "month"
        case ShiftedForm(unit):
            return _SHIFTED_GRANULARITY[unit]
        case PartForm(_, whole) | RangeForm(_, whole):
            return granularity(whole)
        case _:
            return _OTHER_GRANULARITY[type(form)]


_OTHER_GRANULARITY: dict[type[Form], Granularity] = {
    SeasonForm: "season",
    CountedForm: "relative",
    UnreadableForm: "day",
}
_SHIFTED_GRANULARITY: dict[str, Granularity] = {
    "day": "day",
    "week": "week",
    "weekend": "week",
    "month": "month",
    "quarter": "month",
    "year": "year",
    "decade": "year",
}

SHIFTED_UNITS = frozenset(_SHIFTED_GRANULARITY)
"""The units that "last", "this" and "next" move."""


def resolved(form: Form, relation: DateRelation, published: date | None) -> Period | None:
    """Return the days a form means, None when they are unknown or in no calendar."""
    try:
        return _resolved(form, relation, published)
    except (ValueError, OverflowError):
        return None


def _resolved(form: Form, relation: DateRelation, today: date | None) -> Period | None:
    period: Period | None = None
    match form:
        case CalendarForm():
            period = _calendar(form, relation, today)
        case RangeForm():
            period = _range(form, relation, today)
        case PartForm(part, whole):
            period = _resolved(whole, relation, today)
            period = period and calendar.part_of(period, part, today)
        case SeasonForm():
            period = _season(form, today)
        case ShiftedForm() if today is not None:
            period = _shifted(form, today)
        case CountedForm() if today is not None:
            period = _counted(form, today)
    return period


# --------------------------------------------------------------------------- days, months, years


def _calendar(form: CalendarForm, relation: DateRelation, today: date | None) -> Period | None:
    year = form.year
    if year is None and form.year_shift is not None and today is not None:
        year = today.year + form.year_shift
    if year is not None:
        return _in_year(form, year)
    if today is None:
        return None
    if form.month is None and form.day is None:
        return _weekday(form, relation, today)
    if form.month is None:
        return _numbered_weekday(form, today)
    return _without_year(form, relation, today)


def _in_year(form: CalendarForm, year: int) -> Period | None:
    """Return the period of a form in a known year, None for 29 February of most."""
    if form.month is None:
        return calendar.year_period(year, form.years)
    whole = calendar.month_period(year, form.month)
    if form.day is None:
        return whole
    if form.day > whole.last.day:
        return None
    return calendar.day_period(date(year, form.month, form.day))


def _without_year(form: CalendarForm, relation: DateRelation, today: date) -> Period | None:
    years = range(max(today.year - _YEARS_BACK, 1), min(today.year + _YEARS_BACK, 9999) + 1)
    periods = [period for year in years if (period := _in_year(form, year)) is not None]
    this_month = calendar.month_period(today.year, today.month)
    if form.shift == 0:
        return next((period for period in periods if period.first.year == today.year), None)
    if form.shift == -1:
        return _latest(periods, lambda period: period.last < this_month.first)
    if form.shift == 1:
        return _earliest(periods, lambda period: period.first > this_month.last)
    if relation == "by":
        return _earliest(periods, lambda period: period.last >= today)
    if relation == "until":
        return min(periods, key=lambda period: _distance(period, today), default=None)
    ahead = 0 if relation == "since" else AHEAD_DAYS
    latest = _latest(periods, lambda period: period.first <= calendar.shifted(today, ahead))
    return _on_weekday(form, latest, periods)


def _on_weekday(form: CalendarForm, latest: Period | None, periods: list[Period]) -> Period | None:
    """Prefer the date of the following year when only that one falls on the written weekday."""
    if latest is None or form.weekday is None or latest.first.isoweekday() == form.weekday:
        return latest
    following = _earliest(periods, lambda period: period.first > latest.first)
    if following is not None and following.first.isoweekday() == form.weekday:
        return following
    return latest


def _latest(periods: list[Period], is_wanted: Callable[[Period], bool]) -> Period | None:
    return next((period for period in reversed(periods) if is_wanted(period)), None)


def _earliest(periods: list[Period], is_wanted: Callable[[Period], bool]) -> Period | None:
    return next((period for period in periods if is_wanted(period)), None)


def _distance(period: Period, day: date) -> int:
    """Return the days between `day` and the nearest day of `period`."""
    return max((period.first - day).days, (day - period.last).days, 0)


# --------------------------------------------------------------------------- weekdays


def _weekday(form: CalendarForm, relation: DateRelation, today: date) -> Period | None:
    if form.weekday is None:
        return None
    back = (today.isoweekday() - form.weekday) % 7
    if form.shift == 1:
        days = 7 - back
    elif form.shift == -1:
        days = -(back or 7)
    elif form.shift == 0:
        days = -back if back <= 3 else 7 - back
    elif relation in ("by", "until"):
        days = (7 - back) % 7
    else:
        days = -back
    return calendar.day_period(calendar.shifted(today, days))


def _numbered_weekday(form: CalendarForm, today: date) -> Period | None:
    """Return the nearest "Monday 12" of the last and next weeks, looking back first."""
    for days in (*range(0, -32, -1), *range(1, AHEAD_DAYS)):
        day = calendar.shifted(today, days)
        if day.day == form.day and day.isoweekday() == form.weekday:
            return calendar.day_period(day)
    return None


# --------------------------------------------------------------------------- ranges


def _range(form: RangeForm, relation: DateRelation, today: date | None) -> Period | None:
    first, last = form.first, form.last
    if first.month is None and first.day is not None:
        first = first._replace(month=last.month)
    if last.year is None and first.year is not None:
        last = last._replace(year=first.year + int(_is_earlier(last, first)))
    end = _calendar(last, relation, today)
    if end is None:
        return None
    if first.year is None:
        first = first._replace(year=end.last.year - int(_is_earlier(last, first)))
    start = _calendar(first, relation, today)
    if start is None or start.first > end.last:
        return None
    return Period(start.first, end.last)


def _is_earlier(one: CalendarForm, other: CalendarForm) -> bool:
    """Whether `one` comes before `other` within a year."""
    return (one.month or 0, one.day or 0) < (other.month or 0, other.day or 0)


# --------------------------------------------------------------------------- counted from today


def _shifted(form: ShiftedForm, today: date) -> Period | None:
    shift = form.shift
    match form.unit:
        case "day":
            return calendar.day_period(calendar.shifted(today, shift))
        case "week":
            return calendar.week_period(calendar.shifted(today, 7 * shift))
        case "weekend":
            week = calendar.week_period(calendar.shifted(today, 7 * shift))
            return Period(calendar.shifted(week.last, -1), week.last)
        case "month" | "quarter":
            return _shifted_months(today, shift, 1 if form.unit == "month" else 3)
        case _:
            years = 10 if form.unit == "decade" else 1
            return calendar.year_period((today.year // years + shift) * years, years)


def _shifted_months(today: date, shift: int, months: int) -> Period | None:
    """Return the month or quarter `shift` away; a quarter is three months from January on."""
    begun = calendar.month_period(today.year, (today.month - 1) // months * months + 1)
    first = calendar.months_later(begun, months * shift)
    last = calendar.months_later(begun, months * shift + months - 1)
    return first and last and Period(first.first, last.last)


def _season(form: SeasonForm, today: date | None) -> Period | None:
    if form.year is not None:
        return _season_of(form.year, form.month)
    if today is None or form.shift is None:
        return None
    seasons = [_season_of(year, form.month) for year in range(today.year - 2, today.year + 3)]
    if form.shift == -1:
        return _latest(seasons, lambda season: season.last < today)
    if form.shift == 1:
        return _earliest(seasons, lambda season: season.first > today)
    return min(seasons, key=lambda season: _distance(season, today))


def _season_of(year: int, month: int) -> Period:
    """Return the three months from `month` of `year` on."""
    first = calendar.month_period(year, month)
    last = calendar.months_later(first, 2)
    return first if last is None else Period(first.first, last.last)


def _counted(form: CountedForm, today: date) -> Period:
    """
    Return the days of counted time.

    "Three weeks ago" and "for three weeks" state completed weeks, as an age does: at least two and
    a half (the writer rounds up late in a week), less than four; days are counted exactly.
    """
    count = form.number
    if form.sense == "past":
        return Period(calendar.counted_back(today, count, form.unit), today)
    if form.sense == "ahead":
        return Period(today, calendar.counted_back(today, -count, form.unit))
    if form.unit in ("second", "minute", "hour", "day"):
        return calendar.start_period(today, Interval(count, count), form.unit)
    completed = Interval(count - Decimal("0.5"), count + 1, True, False)
    return calendar.start_period(today, completed, form.unit)
