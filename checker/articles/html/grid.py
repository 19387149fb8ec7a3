"""
The tables of a page: which cell stands in which row and column, whatever spans several.

Cells are noted while the page is read; their places are those of the text that is made of it. What
browsers allow to be left out (`</td>`, `</tr>`, `<tbody>`) may be left out here too.
"""

from __future__ import annotations

import re

from checker.articles.html.scanner import Tag
from checker.model import Cell, Table
from checker.values import field, record

# Wider tables are data, and nobody reads rows that one cell holds together beyond these.
_MOST_COLUMNS, _MOST_ROWS = 200, 100
# What the flow writes between two cells or blocks, before the first character of a cell.
_BETWEEN = re.compile(r"(?:\n\n| \| |\s)?")


@record
class _Draft:
    """A cell while the page is read; `end` is -1 while it is open."""

    start: int
    column: int
    columns: int
    is_header: bool
    end: int = -1


@record
class _Open:
    """A table that has begun; `held` are the cells of earlier rows that reach into later ones."""

    rows: list[list[_Draft]] = field(default_factory=list)
    held: list[tuple[_Draft, int]] = field(default_factory=list)
    cell: _Draft | None = None
    is_head: bool = False

    def close(self, size: int) -> None:
        """End the open cell where the text has grown to."""
        if self.cell is not None:
            self.cell.end = size
        self.cell = None

    def row(self) -> None:
        """Begin a row, in which cells that span rows stand again."""
        self.rows.append([cell for cell, _ in self.held])
        self.held = [(cell, left - 1) for cell, left in self.held if left > 1]

    def add(self, tag: Tag, size: int) -> None:
        """Begin a cell in the first column that is free."""
        if not self.rows:
            self.row()
        row = self.rows[-1]
        columns = min(_count(tag, "colspan"), _MOST_COLUMNS)
        column = _free(row)
        if column >= _MOST_COLUMNS:
            return
        columns = min(columns, _MOST_COLUMNS - column)
        self.cell = _Draft(size, column, columns, tag.name == "th" or self.is_head)
        row.append(self.cell)
        rows = min(_count(tag, "rowspan"), _MOST_ROWS)
        if rows > 1:
            self.held.append((self.cell, rows - 1))


def _free(row: list[_Draft]) -> int:
    """Return the first column that no cell of a row takes; most rows have few cells."""
    taken = sorted((cell.column, cell.columns) for cell in row)
    column = 0
    for start, columns in taken:
        if start > column:
            break
        column = max(column, start + columns)
    return column


def _count(tag: Tag, name: str) -> int:
    """Read how many rows or columns a cell spans."""
    value = (tag.attribute(name) or "").strip()
    return int(value) if value.isdecimal() and int(value[:6]) > 0 else 1


@record
class Grid:
    """Collects the tables of a page; one inside a cell of another is a table of its own."""

    found: list[_Open] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)

    def begin(self, tag: Tag, size: int) -> None:
        """Follow a start tag; `size` is that of the text before it."""
        name = tag.name
        if name == "table":
            self.opened.append(_Open())
            self.found.append(self.opened[-1])
        if not self.opened or name not in _PARTS:
            return
        table = self.opened[-1]
        table.close(size)
        if name == "tr":
            table.row()
        elif name in ("td", "th"):
            table.add(tag, size)
        else:
            table.is_head = name == "thead"
            table.held.clear()

    def end(self, tag: Tag, size: int) -> None:
        """Follow an end tag."""
        if not self.opened or (tag.name not in _PARTS and tag.name != "table"):
            return
        self.opened[-1].close(size)
        if tag.name == "table":
            self.opened.pop()
        elif tag.name == "thead":
            self.opened[-1].is_head = False

    def tables(self, text: str) -> tuple[Table, ...]:
        """Return the tables that have at least two rows, with the places of their cells."""
        for table in self.found:
            table.close(len(text))
        made = (_table(one, text) for one in self.found)
        return tuple(table for table in made if len(table.rows) > 1)


_PARTS = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th"})


def _table(one: _Open, text: str) -> Table:
    known: dict[int, Cell] = {}
    rows = []
    for row in one.rows:
        drafts = sorted(row, key=lambda draft: draft.column)
        cells = (known.setdefault(id(draft), _cell(draft, text)) for draft in drafts)
        rows.append(tuple(cells))
    return Table(tuple(row for row in rows if row))


def _cell(draft: _Draft, text: str) -> Cell:
    """Place a cell in the text, behind what separates it from the one before."""
    start, end = draft.start, max(draft.end, draft.start)
    between = _BETWEEN.match(text, start, end)
    start = between.end() if between else start
    return Cell(min(start, end), end, draft.column, draft.columns, draft.is_header)
