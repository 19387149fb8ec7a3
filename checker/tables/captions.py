"""The unit that the line above a table gives to all of it: "Budget by town (£m)"."""

from __future__ import annotations

import re

from checker.model import Language, Table
from checker.tables.headers import Unit, is_total, read_header
from checker.text import fold_word

# What a bracket with a figure holds is no unit: "(£3m)".
_FIGURES = re.compile(r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]")
_ROLES = frozenset({"month", "weekday"})
# A longer line is a paragraph.
_LONGEST = 300
_AROUND = " \t\n\r|*_#>"


def caption_unit(text: str, table: Table, language: Language) -> Unit | None:
    """Return the unit that the line right above a table gives, or None."""
    start = next((cell.start for row in table.rows for cell in row if cell.start < cell.end), 0)
    line = text[max(start - _LONGEST, 0) : start].rstrip(_AROUND).rpartition("\n")[2]
    said = _FIGURES.sub("", line).strip(_AROUND + ".:;–—-")
    return read_header(said, language).unit if said else None


def says_when(header: str, language: Language) -> bool:
    """Whether a header names no kind of thing: a year, a month, or a total."""
    if is_total(header, language):
        return True
    words = fold_word(header).replace(".", " ").split()
    return all(any(map(str.isdigit, word)) or _is_calendar(word, language) for word in words)


def _is_calendar(word: str, language: Language) -> bool:
    return not _ROLES.isdisjoint(language.dates.terms.get(word, {}))
