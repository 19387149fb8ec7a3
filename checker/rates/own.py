"""A user's own exchange rates: a CSV file, checked line by line, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from checker.errors import DataFileError, Problem
from checker.model import Period
from checker.rates.ecb import LONGEST_GAP
from checker.rows import NamedTuple

COLUMNS = ("date", "base", "quote", "rate", "source")
REQUIRED = COLUMNS[:4]

_CODE = re.compile(r"[A-Z]{3}")
_MONTH = re.compile(r"\d{4}-\d{2}")

Row = Mapping[str | None, str | None]


class Given(NamedTuple):
    """A rate of the user's own: one `base` is `factor` `quote`, on a day or over a month."""

    on: Period
    base: str
    quote: str
    factor: Decimal
    source: str

    @property
    def is_daily(self) -> bool:
        """Whether it is the rate of one day."""
        return self.on.first == self.on.last

    def fits(self, on: Period) -> bool:
        """Whether it may be used for `on`: a month for its days, a day for itself and a week."""
        if not self.is_daily:
            return self.on.first <= on.first and on.last <= self.on.last
        age = on.first.toordinal() - self.on.first.toordinal()
        return on.first == on.last and 0 <= age <= LONGEST_GAP


def read_rates(path: str) -> tuple[Given, ...]:
    """Read a user's rates. Raises: DataFileError with every fault of the file."""
    import csv

    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataFileError([Problem(path, 0, 0, f"cannot be read: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise DataFileError([Problem(path, 0, 0, "is not UTF-8 text")]) from error
    lines = [*text.splitlines(), ""]
    rows: list[Given] = []
    problems: list[Problem] = []
    try:
        reader = csv.DictReader(lines[:-1], strict=True, skipinitialspace=True)
        problems += _head_problems(path, reader.fieldnames or (), lines[0])
        for row in () if problems else reader:
            number = reader.line_num
            given, faults = _read_row(row, Path(path).name)
            problems += [Problem(path, number, 1, *fault, lines[number - 1]) for fault in faults]
            rows += [given] if given else []
    except csv.Error as error:
        problems.append(Problem(path, reader.line_num, 1, f"is not CSV: {error}"))
    if problems:
        raise DataFileError(problems)
    return tuple(rows)


def _head_problems(path: str, columns: Sequence[str], line: str) -> list[Problem]:
    """Check the names of the columns."""
    wanted = f"The columns are {', '.join(REQUIRED)} and, if wanted, source."
    missing = [f"the column {name!r} is missing" for name in REQUIRED if name not in columns]
    unknown = [f"the column {name!r} is not known" for name in columns if name not in COLUMNS]
    return [Problem(path, 1, 1, message, wanted, line) for message in missing + unknown]


def _read_row(row: Row, source: str) -> tuple[Given | None, list[tuple[str, str]]]:
    """Return the rate of a row, or what is wrong with it and what to do about it."""
    written = [row.get(name) for name in REQUIRED]
    if None in row or None in written:
        return None, [("the line has too many or too few fields", "Quote fields with a comma.")]
    day, base, quote, rate = (str(field) for field in written)
    on, factor = _period(day), _number(rate)
    faults = [
        (f"{code!r} is no currency", "Write its ISO 4217 code: UAH.")
        for code in (base, quote)
        if not _CODE.fullmatch(code)
    ]
    if base == quote:
        faults.append(("base and quote are the same currency", ""))
    if on is None:
        faults.append((f"{day!r} is no date", "Write 2022-08-24, or 2022-08 for a month."))
    if factor is None:
        faults.append((f"{rate!r} is no rate", "Write a number above zero: 36.57."))
    if faults or on is None or factor is None:
        return None, faults
    return Given(on, base, quote, factor, row.get("source") or source), []


def _period(text: str) -> Period | None:
    """Read a day or a month; None for anything else."""
    try:
        if not _MONTH.fullmatch(text):
            day = date.fromisoformat(text)
            return Period(day, day) if text == day.isoformat() else None
        first = date.fromisoformat(f"{text}-01")
        next_month = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return Period(first, date.fromordinal(next_month.toordinal() - 1))
    except ValueError:
        return None


def _number(text: str) -> Decimal | None:
    """Read a positive number with a decimal point; None for anything else."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number > 0 else None
