"""The euro reference rates of the European Central Bank, from the files shipped in `data/`."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Context, Decimal
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

from checker.model import Period
from checker.rows import NamedTuple

FOLDER = Path(__file__).parent.parent / "data"
SOURCE = "European Central Bank, euro foreign exchange reference rates"

# Published rates have five or six digits; more in a quotient of two would be pretence.
DIGITS = Context(prec=8)

# A weekend with holidays around it is over within this many days; an older rate is no longer one of
# the day that was asked for.
LONGEST_GAP = 7

# Over more months than this the mean says little about any day of them.
_MOST_MONTHS = 12

Method = Literal["daily", "monthly", "user"]


class Rate(NamedTuple):
    """
    One unit of the source currency is `factor` units of the target currency.

    `on` is the day whose rate it is, or the months whose mean; `method` says which of the two, or
    that the user gave it. `source` names who published it.
    """

    factor: Decimal
    on: Period
    method: Method
    source: str


def ecb_rate(source: str, target: str, on: Period) -> Rate | None:
    """Return a cross rate through the euro, on a day or as the mean of months; None if unknown."""
    if not {source, target} <= _daily().keys() | {"EUR"}:
        return None
    if on.first != on.last:
        return _over_months(source, target, on)
    daily = _on_day(source, target, on.first)
    if daily is not None or not (_is_within(source, on.first) and _is_within(target, on.first)):
        return daily
    return _over_months(source, target, on)


def _on_day(source: str, target: str, on: date) -> Rate | None:
    """Return the rate of the last business day up to `on` that has both, within a week."""
    days, wanted = _days(), on.toordinal()
    index = bisect_right(days, wanted) - 1
    while index >= 0 and days[index] >= wanted - LONGEST_GAP:
        per_source, per_target = _quote(source, index), _quote(target, index)
        if per_source and per_target:
            day = date.fromordinal(days[index])
            return Rate(DIGITS.divide(per_target, per_source), Period(day, day), "daily", SOURCE)
        index -= 1
    return None


def _over_months(source: str, target: str, on: Period) -> Rate | None:
    """Return the mean over the months that `on` touches, when every one of them has a mean."""
    months = list(_months(on))
    if len(months) > _MOST_MONTHS:
        return None
    per_source, per_target = _total(source, months), _total(target, months)
    if per_source is None or per_target is None:
        return None
    last = date.fromordinal(_first_day(months[-1] + 1).toordinal() - 1)
    factor = DIGITS.divide(per_target, per_source)
    return Rate(factor, Period(_first_day(months[0]), last), "monthly", SOURCE)


def _total(code: str, months: Iterable[int]) -> Decimal | None:
    """Add up the means of months, when every one of them has a mean."""
    total = Decimal(0)
    for month in months:
        mean = _mean(code, month)
        if mean is None:
            return None
        total += mean
    return total


def _is_within(code: str, day: date) -> bool:
    """Whether a day lies between the first and the last rate of a currency."""
    quotes = [1] * len(_days()) if code == "EUR" else _column(code)[1]
    known = [index for index, quote in enumerate(quotes) if quote is not None]
    return _days()[known[0]] <= day.toordinal() <= _days()[known[-1]]


def _months(on: Period) -> Iterator[int]:
    """Give the number of each month that a period touches, January of the year 0 being 0."""
    yield from range(_month_number(on.first), _month_number(on.last) + 1)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _mean(code: str, month: int) -> Decimal | None:
    """Return the mean of a month in units for one euro."""
    if code == "EUR":
        return Decimal(1)
    table = _monthly()
    index = month - _month_number(date.fromisoformat(f"{table['first']}-01"))
    means: list[str] = table["per_euro"][code].split(" ")
    if not 0 <= index < len(means) or means[index] == "-":
        return None
    return Decimal(means[index])


def _quote(code: str, index: int) -> Decimal | None:
    """Return a day's rate in units for one euro."""
    if code == "EUR":
        return Decimal(1)
    places, quotes = _column(code)
    units = quotes[index]
    return None if units is None else Decimal(units).scaleb(-places)


@cache
def _monthly() -> Mapping[str, Any]:
    """Read the table of means; it also says which currencies there are."""
    content: Mapping[str, Any] = json.loads(
        (FOLDER / "rates-monthly.json").read_text(encoding="ascii")
    )
    return content


@cache
def _daily() -> Mapping[str, bytes]:
    """Read the blocks of the daily table, still compressed."""
    head, _, body = (FOLDER / "rates-daily.bin").read_bytes().partition(b"\n")
    sizes: Mapping[str, int] = json.loads(head)
    ends = list(accumulate(sizes.values()))
    return {
        name: body[end - size : end] for (name, size), end in zip(sizes.items(), ends, strict=True)
    }


@cache
def _days() -> list[int]:
    """Return the ordinals of the days that have rates."""
    return list(accumulate(int(gap) for gap in _unpacked("days")))


@cache
def _column(code: str) -> tuple[int, list[int | None]]:
    """Return a currency's number of decimals, and its quotes in units of the last decimal."""
    places, *differences = _unpacked(code)
    quotes: list[int | None] = []
    last = 0
    for difference in differences:
        last += int(difference or 0)
        quotes.append(last if difference else None)
    return int(places), quotes


def _unpacked(block: str) -> list[str]:
    import zlib

    return zlib.decompress(_daily()[block]).decode("ascii").split(",")
