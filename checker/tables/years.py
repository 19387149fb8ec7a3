"""Numbers of four digits in a column of counts: what would be a year anywhere else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.model import Article, Cell, Mention, Quantity, Sentence, Span, Table
from checker.quantities.ends import readings_of
from checker.readings import precision_of
from checker.tables.walk import places_in
from checker.text import Page

_LIKE_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")


def counts_like_years(
    article: Article, quantities: Sequence[Quantity], page: Page
) -> list[Quantity]:
    """
    Read the cells that hold four digits and nothing else, where their column counts.

    A column counts if every cell of it is a number, and one of them can be no year. The headers of
    its rows must be no numbers: behind them the years of a list may stand.
    """
    found = []
    starts = [one.span.start for one in quantities] if article.tables else []
    for table in article.tables:
        for cell in _cells(article, table, (quantities, starts)):
            tokens = page.tokens(Span(cell.start, cell.end))
            if len(tokens) == 1:
                sentence = Sentence(Span(cell.start, cell.end), tokens)
                found.append(_quantity(sentence, article.text, page))
    return found


def _cells(
    article: Article, table: Table, known: tuple[Sequence[Quantity], Sequence[int]]
) -> Iterator[Cell]:
    """Yield the cells of a table that look like years and are none; `known` with their starts."""
    quantities, starts = known
    columns: dict[int, list[tuple[Cell, Quantity | None]]] = {}

    def number(cell: Cell) -> Quantity | None:
        at = bisect_left(starts, cell.start)
        is_inside = at < len(starts) and starts[at] < cell.end
        return quantities[at] if is_inside else None

    for place in places_in(table, article.text, lambda cell: number(cell) is not None):
        if place.cell.columns == 1:
            columns.setdefault(place.cell.column, []).append((place.cell, number(place.cell)))
    for column in columns.values():
        years = [cell for cell, one in column if one is None and _is_like_year(article, cell)]
        counts = [one for _, one in column if one is not None and _is_plain(one)]
        if years and counts and len(years) + len(counts) == len(column):
            yield from years


def _is_like_year(article: Article, cell: Cell) -> bool:
    return bool(_LIKE_YEAR.fullmatch(article.text, cell.start, cell.end))


def _is_plain(quantity: Quantity) -> bool:
    """Whether a number is one that stands for itself: no percentage, no price, no range."""
    return quantity.kind == "number" and not quantity.unit and quantity.bound == "="


def _quantity(sentence: Sentence, text: str, page: Page) -> Quantity:
    """Make a bare number of a cell."""
    span = sentence.span
    surface = text[span.start : span.end]
    value = Decimal(surface)
    grain, places = precision_of(value)
    mention = Mention(
        span=span,
        surface=surface,
        value=value,
        low=None,
        high=None,
        grain=grain,
        places=places,
        hedges=(),
        form="digits",
        via="table",
        first=0,
        last=1,
        number_first=0,
        number_last=1,
        sentence=sentence,
    )
    literal, expected = readings_of(mention, "number", page.language)
    return Quantity(
        mention, "number", "", literal, expected, span, surface, 0, 1,
        value=value, low=value, high=value,
    )  # fmt: skip
