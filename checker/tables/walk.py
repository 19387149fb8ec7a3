"""Which headers each cell of a table stands under and behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.model import Cell, Span, Table
from checker.rows import NamedTuple

# Longer text in the first row is no header where nothing says that it is one.
_LONGEST_HEADER = 60
# Headers stand upon each other in a few rows at most.
_MOST_LEVELS = 4


class Place(NamedTuple):
    """
    A cell with its headers.

    `above` are those of its column, the nearest first; `beside` those of its row; `section` is the
    header that stands across the table above its row, if one does. `corner` is the header above
    those of the rows. `row` counts the rows with cells, from 0;
    `around` is the stretch of its row.
    """

    cell: Cell
    above: tuple[Cell, ...]
    beside: tuple[Cell, ...]
    section: Cell | None
    corner: Cell | None
    row: int
    around: Span


def places_in(table: Table, text: str, is_number: Callable[[Cell], bool]) -> Iterator[Place]:
    """Yield the cells of a table that are no headers, row by row."""
    columns: dict[int, tuple[Cell, ...]] = {}
    section: Cell | None = None
    has_headers = any(cell.is_header for row in table.rows for cell in row)
    was_header, count, end = False, 0, 0
    for number, row in enumerate(table.rows):
        cells = [cell for cell in row if cell.start < cell.end]
        if not cells:
            continue
        if all(cell.is_header for cell in cells) or (
            number == 0 and not has_headers and _is_like_headers(cells, text)
        ):
            if len(cells) == 1 and columns and not was_header:
                section = cells[0]
            else:
                columns = _under(columns if was_header else {}, row)
                section = section if was_header else None
                was_header = True
            continue
        was_header = False
        # A cell that spans rows stands in each of them, but only its own row is quoted.
        own = [cell for cell in cells if cell.start >= end] or cells
        around = Span(own[0].start, own[-1].end)
        end = max(end, around.end)
        beside = tuple(cell for cell in cells if cell.is_header)
        if not beside and cells[0].column == 0 and not is_number(cells[0]):
            beside = (cells[0],)
        corner = next(iter(columns.get(0, ())), None)
        for cell in cells:
            if cell not in beside:
                above = columns.get(cell.column, ())
                yield Place(cell, above, beside, section, corner, count, around)
        count += 1


def _is_like_headers(cells: list[Cell], text: str) -> bool:
    """Whether a first row holds short words alone, as headers do."""
    if len(cells) < 2:
        return False
    said = [text[cell.start : cell.end] for cell in cells]
    return all(len(one) <= _LONGEST_HEADER and not any(map(str.isdigit, one)) for one in said)


def _under(columns: dict[int, tuple[Cell, ...]], row: tuple[Cell, ...]) -> Headers:
    """Put a row of headers below those that stand above it."""
    under = dict(columns)
    for cell in row:
        for column in range(cell.column, cell.column + cell.columns):
            others = tuple(one for one in columns.get(column, ()) if one is not cell)
            own = (cell,) if cell.start < cell.end else ()
            under[column] = (*own, *others)[:_MOST_LEVELS]
    return under


Headers = dict[int, tuple[Cell, ...]]
"""The headers of each column, the nearest to its cells first."""
