"""
Exchange rates by date: the shipped table of the ECB's reference rates, and a user's own.

Nothing is read before the first question. Where the shipped files come from, how they are built and
under which terms they are used stands in `checker/data/README.md`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from checker.model import Period
from checker.rates.ecb import DIGITS, Rate, ecb_rate
from checker.rates.own import Given, read_rates
from checker.rows import NamedTuple

__all__ = ["Given", "Rate", "Rates", "load_rates"]

_CODE = re.compile(r"[A-Z]{3}")


class Rates(NamedTuple):
    """The rates a run may use: those `given` by the user first, then those of the ECB."""

    given: tuple[Given, ...] = ()

    def rate(self, source: str, target: str, on: date | Period | None) -> Rate | None:
        """
        Return the rate between two ISO 4217 codes on a day, or over a period; None when unknown.

        For a day: that day's, else that of the last business day within a week, else the month's
        mean. For a longer period: the mean of its months. Never a rate from outside the data, and
        none for an unknown date or a name that several currencies share (`dollar`).
        """
        if on is None or not (_CODE.fullmatch(source) and _CODE.fullmatch(target)):
            return None
        period = on if isinstance(on, Period) else Period(on, on)
        if source == target:
            return Rate(Decimal(1), period, "daily", "the same currency")
        return self._direct(source, target, period) or self._across(source, target, period)

    def _direct(self, source: str, target: str, on: Period) -> Rate | None:
        """Return the user's rate for this very pair, else the ECB's."""
        return self._own(source, target, on) or ecb_rate(source, target, on)

    def _own(self, source: str, target: str, on: Period) -> Rate | None:
        """Return the user's rate for this very pair: a day's before a month's, the latest first."""
        pairs = {(source, target), (target, source)}
        fitting = [row for row in self.given if (row.base, row.quote) in pairs and row.fits(on)]
        if not fitting:
            return None
        row = max(fitting, key=lambda row: (row.is_daily, row.on.first))
        factor = row.factor if row.base == source else DIGITS.divide(Decimal(1), row.factor)
        return Rate(factor, row.on, "user", row.source)

    def _across(self, source: str, target: str, on: Period) -> Rate | None:
        """Return a rate by way of a third currency for which the user gave one of the two rates."""
        others = {code for row in self.given for code in (row.base, row.quote)} - {source, target}
        for other in sorted(others):
            first, second = self._direct(source, other, on), self._direct(other, target, on)
            if first is not None and second is not None:
                factor = DIGITS.multiply(first.factor, second.factor)
                own = first if first.method == "user" else second
                return Rate(factor, own.on, "user", f"{first.source}; {second.source}")
        return None


def load_rates(extra_csv: str | None = None) -> Rates:
    """
    Return the rates of a run, with those of a user's CSV file where one is named.

    The file has the columns date (a day or a month), base, quote, rate and, if wanted, source: one
    unit of base is `rate` units of quote. Raises: DataFileError with every fault of the file.
    """
    return Rates() if extra_csv is None else Rates(read_rates(extra_csv))
