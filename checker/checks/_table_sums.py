"""The row and the column of a table that add up the others, held against what these come to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks._case import Case
from checker.checks._sums import Amount, Fit, fit_of, total
from checker.interval import ZERO, within
from checker.model import Cell, Quantity, Table
from checker.rows import NamedTuple
from checker.tables import Place, is_total, places_in

# What numbers of these kinds come to is their sum; ages and temperatures have a mean.
_ADDED = frozenset({"count", "number", "currency", "dimension", "percent"})
_COUNTED = frozenset({"count", "number"})
_HUNDRED = Decimal(100)
# A table may list only the largest of what its total counts. So a total that is this share away
# from the sum is believed to be another thing, unless the sums beside it are right.
_NEAR = Decimal("0.1")
# Where at least so many of the rows add up, and half of them, the others should too.
_FEWEST_ROWS = 2
# One table tells no reader more than this.
_MOST = 20


class Sum(NamedTuple):
    """A total with the numbers it should add up, and what these come to."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    fit: Fit
    stated: Amount
    added: Amount


class _Row(NamedTuple):
    """A row of numbers by column; a cell with no single exact number is None."""

    label: str
    is_total: bool
    cells: dict[int, Quantity | None]
    section: Cell | None


def table_sums(case: Case) -> Iterator[Sum]:
    """Yield the totals of the tables of an article that were held against their parts."""
    starts = [quantity.span.start for quantity in case.quantities]
    for table in case.article.tables:
        rows, totals = _read(case, table, starts)
        columns = [found for one in _of_columns(rows) if (found := _added(*one)) is not None]
        across = [found for one in _of_rows(rows, totals) if (found := _added(*one)) is not None]
        told = [*_believed_columns(columns), *_believed_rows(across)]
        yield from sorted(told, key=lambda one: one.fit == "agree")[:_MOST]


def _read(case: Case, table: Table, starts: Sequence[int]) -> tuple[list[_Row], frozenset[int]]:
    """Return the rows of a table that hold numbers, and the columns that add up others."""
    text, language = case.article.text, case.setting.language

    def inside(cell: Cell) -> Sequence[Quantity]:
        return case.quantities[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]

    def adds_up(cells: Sequence[Cell]) -> bool:
        return any(is_total(text[cell.start : cell.end], language) for cell in cells)

    rows: dict[int, list[Place]] = {}
    totals: set[int] = set()
    for place in places_in(table, text, lambda cell: bool(inside(cell))):
        rows.setdefault(place.row, []).append(place)
        if adds_up(place.above[:1]):
            totals.add(place.cell.column)
    made = []
    for places in rows.values():
        first = places[0]
        label = " ".join(text[cell.start : cell.end] for cell in first.beside)
        cells = {one.cell.column: _number(one, inside(one.cell)) for one in places}
        made.append(_Row(label, adds_up(first.beside), cells, first.section))
    return made, frozenset(totals)


def _number(place: Place, inside: Sequence[Quantity]) -> Quantity | None:
    """Return the number of a cell that holds no other, and nothing that loosens it."""
    if len(inside) != 1 or place.cell.columns > 1:
        return None
    (one,) = inside
    is_exact = one.value is not None and one.bound == "=" and one.change is None
    return one if is_exact and one.kind in _ADDED and "/" not in one.unit else None


Told = tuple[Quantity, tuple[Quantity, ...]]
"""A total and what it should add up."""


def _of_columns(rows: Sequence[_Row]) -> Iterator[Told]:
    """Yield the cells of the one row of totals, at either end, with those of their columns."""
    ends = [place for place, row in enumerate(rows) if row.is_total]
    if len(ends) != 1 or ends[0] not in (0, len(rows) - 1) or _is_nested(rows):
        return
    whole = rows[ends[0]]
    others = [row for row in rows if row is not whole]
    for column, number in whole.cells.items():
        parts = [row.cells.get(column) for row in others]
        known = tuple(part for part in parts if part is not None)
        if number is not None and len(known) == len(parts) > 1:
            yield number, known


def _is_nested(rows: Sequence[_Row]) -> bool:
    """Whether some rows are parts of others: "of which in London", or below several headings."""
    starts = [row.label[:1] for row in rows if not row.is_total]
    is_mixed = any(map(str.islower, starts)) and not all(map(str.islower, starts))
    return is_mixed or len({row.section for row in rows}) > 1


def _of_rows(rows: Sequence[_Row], totals: frozenset[int]) -> Iterator[Told]:
    """Yield the cells of the one column of totals with those of their rows."""
    if len(totals) != 1:
        return
    (column,) = totals
    for row in rows:
        parts = [one for at, one in row.cells.items() if at != column]
        known = tuple(part for part in parts if part is not None)
        number = row.cells.get(column)
        is_last = column in (min(row.cells), max(row.cells))
        if number is not None and is_last and len(known) == len(parts) > 1:
            yield number, known


def _added(whole: Quantity, parts: tuple[Quantity, ...]) -> Sum | None:
    """Add parts up; None where they are not of one unit, or the total is their mean."""
    everything = (whole, *parts)
    kinds = {one.kind for one in everything}
    if not kinds <= _COUNTED and (len(kinds) > 1 or len({one.unit for one in everything}) > 1):
        return None
    values = [one.value for one in parts if one.value is not None]
    if whole.value is None or min(values) <= whole.value <= max(values):
        return None
    if whole.kind == "percent" and whole.value != _HUNDRED:
        return None
    stated, amounts = _amount(whole), [_amount(one) for one in parts]
    fit = fit_of(stated, amounts, is_complete=True)
    return Sum(whole, parts, fit, stated, total(amounts))


def _amount(quantity: Quantity) -> Amount:
    """
    Return what rounds to a number in a table, where the last digit written counts, zeros too.

    Things that are counted one by one are exact.
    """
    value = quantity.value or ZERO
    digits = "".join(filter(str.isdecimal, quantity.mention.surface))
    written = abs(value) / int(digits) if digits and int(digits) else ZERO
    if quantity.kind == "count" and written == 1:
        written = ZERO
    return Amount(within(value, written / 2), within(value, written))


def _believed_columns(sums: Sequence[Sum]) -> Iterator[Sum]:
    """Yield sums that are right, and wrong ones beside these, or of which little is missing."""
    is_sum = any(one.fit == "agree" and one.whole.kind != "percent" for one in sums)
    for one in sums:
        if one.fit == "agree" or is_sum or (one.whole.kind != "percent" and _is_near(one)):
            yield one


def _is_near(one: Sum) -> bool:
    value, low, high = one.whole.value, one.added.strict.low, one.added.strict.high
    if not value or low is None or high is None:
        return False
    return min(abs(value - low), abs(value - high)) <= abs(value) * _NEAR


def _believed_rows(sums: Sequence[Sum]) -> Sequence[Sum]:
    """Return the sums of rows where most are right."""
    right = sum(one.fit == "agree" for one in sums)
    return sums if right >= _FEWEST_ROWS and 2 * right >= len(sums) else ()
