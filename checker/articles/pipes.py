"""
Markdown tables: lines of cells between pipes, below a header and a line of hyphens.

As GitHub reads them: pipes at the ends of a line may be left out, a backslash before a pipe makes
it part of the cell, and a row may have fewer or more cells than the header. Each line is looked at
once, so that the time is linear whatever the text holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Cell, Table

# The second line of every table; others than these characters it does not hold.
_DELIMITER = re.compile(r"^[ \t>]*[|:-][|:\- \t]*\r?$", re.MULTILINE)
_RULE = re.compile(r":?-+:?")
_PIPE = re.compile(r"(?<!\\)\|")
# Wider tables are data, not what readers are shown.
_MOST_COLUMNS = 200


def find_tables(text: str) -> tuple[Table, ...]:
    """Return the tables of a text, in order."""
    if "|" not in text or "-" not in text:
        return ()
    tables, end = [], 0
    for line in _DELIMITER.finditer(text):
        if line.start() < end or "|" not in line.group():
            continue
        found = _table_at(text, line, end)
        if found is not None:
            table, end = found
            tables.append(table)
    return tuple(tables)


def _table_at(text: str, rule: re.Match[str], floor: int) -> tuple[Table, int] | None:
    """Return the table around a line of hyphens, and where it ends."""
    first = text.rfind("\n", floor, max(rule.start() - 1, floor)) + 1
    first = max(first, floor)
    header = _cells(text, first, max(rule.start() - 1, first), is_header=True)
    rules = _cells(text, rule.start(), rule.end())
    is_rule = all(_RULE.fullmatch(text, cell.start, cell.end) for cell in rules)
    if not is_rule or len(header) != len(rules) or len(header) > _MOST_COLUMNS:
        return None
    rows, end = [header], rule.end()
    for start, stop in _lines(text, rule.end() + 1):
        if "|" not in text[start:stop]:
            break
        rows.append(_cells(text, start, stop)[:_MOST_COLUMNS])
        end = stop
    return Table(tuple(rows)), end


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where each line from an offset on begins and ends."""
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _cells(text: str, start: int, stop: int, *, is_header: bool = False) -> tuple[Cell, ...]:
    """Cut a line into cells, without blanks and the pipes at its ends."""
    start, stop = _stripped(text, start, stop, " \t\r>")
    if start < stop and text[start] == "|":
        start += 1
    if start < stop and text[stop - 1] == "|" and text[stop - 2 : stop - 1] != "\\":
        stop -= 1
    cells: list[Cell] = []
    at = start
    for end in [*(pipe.start() for pipe in _PIPE.finditer(text, start, stop)), stop]:
        cells.append(Cell(*_stripped(text, at, end, " \t*_`"), len(cells), is_header=is_header))
        at = end + 1
    return tuple(cells)


def _stripped(text: str, start: int, stop: int, blanks: str) -> tuple[int, int]:
    """Leave out blanks at both ends of a stretch."""
    while start < stop and text[start] in blanks:
        start += 1
    while stop > start and text[stop - 1] in blanks:
        stop -= 1
    return start, stop
