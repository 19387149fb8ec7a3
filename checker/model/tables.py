"""Tables as values: rows of cells, each with its place in the text of an article."""

from __future__ import annotations

from checker.rows import NamedTuple
from checker.values import frozen


class Cell(NamedTuple):
    """
    One cell of a table.

    `start` and `end` are offsets into `Article.text`, without the blanks around what the cell
    holds; they are equal where it is empty. `column` counts from 0; `columns` is how many it spans.
    """

    start: int
    end: int
    column: int
    columns: int = 1
    is_header: bool = False


@frozen
class Table:
    """
    A table of an article: its rows with their cells, in order.

    A cell that spans rows stands in each of them. Rows may have fewer cells than others.
    """

    rows: tuple[tuple[Cell, ...], ...]
