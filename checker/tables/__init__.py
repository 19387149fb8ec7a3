"""
Numbers in tables, which their headers explain: unit, magnitude and noun of a column or row.

`walk` pairs each cell with its headers, `headers` reads what one of them says, `captions` the line
above a table, `cells` gives that to the numbers below; `years` reads counts that look like years.
"""

from __future__ import annotations

from functools import cache, partial

from checker.model import Article, Quantity, Skipped
from checker.tables.cells import Reading, read_cells
from checker.tables.headers import is_total
from checker.tables.walk import Place, places_in
from checker.tables.years import counts_like_years
from checker.text import Page, fold_word
from checker.vocabulary import load_vocabulary

__all__ = ["Place", "is_total", "places_in", "read_tables"]


def read_tables(
    article: Article, quantities: list[Quantity], page: Page
) -> tuple[list[Quantity], list[Skipped]]:
    """Read the numbers of tables with what their headers say, without those in headers."""
    names = partial(_names, article.language)
    counts = counts_like_years(article, quantities, page)
    found = sorted((*quantities, *counts), key=lambda one: one.span) if counts else quantities
    return read_cells(article, found, Reading(page.language, names, page.tokens))


@cache
def _names(code: str) -> frozenset[str]:
    """Return the names of one language, as they are written in a header; nouns are none."""
    names = (name for name in load_vocabulary(code).names if name.type != "noun")
    return frozenset(fold_word(name.term.strip("=*")) for name in names)
