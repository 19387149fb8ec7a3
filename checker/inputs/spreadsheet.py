"""CSV with one article a row, read row by row; the first row names the columns."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import TextIO

from checker.errors import InputError, Problem
from checker.inputs.folders import shown
from checker.inputs.rows import MISSING_TEXT, Columns, find_columns, row_article
from checker.inputs.sources import RawArticle

# Above every article; the limit of the csv module, 131,072, is below some.
_LONGEST_CELL = 1 << 26


def read_spreadsheet(path: str) -> tuple[list[RawArticle], list[Problem]]:
    """
    Read every row of a CSV file; a row that is wrong is a problem, the others are still read.

    The path of each article is that of the file with the line on which its row begins:
    `news.csv:12`. Raises: OSError when the file cannot be read.
    """
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    # One setting serves the whole process, so that it is put back.
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with open(path, encoding=_encoding(path), errors="surrogateescape", newline="") as file:
            for made in _rows(file, shown(path)):
                (articles if isinstance(made, RawArticle) else problems).append(made)  # type: ignore[arg-type]
    except UnicodeError as error:
        # UTF-16 and UTF-32; wrong bytes in UTF-8 are told row by row.
        message = f"its byte-order mark is wrong: {error}"
        problems.append(Problem(shown(path), 0, 0, message, "Re-save the file as UTF-8."))
    finally:
        csv.field_size_limit(before)
    return articles, problems


def _encoding(path: str) -> str:
    """Return UTF-8, or the encoding that the byte-order mark names."""
    with open(path, "rb") as file:
        head = file.read(4)
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def _rows(file: TextIO, path: str) -> Iterator[RawArticle | Problem]:
    """Yield the article of each row, or what is wrong with the row."""
    header = file.readline()
    file.seek(0)
    # Spreadsheets write semicolons where the comma is the decimal mark.
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(file, strict=True, delimiter=delimiter)
    names: list[str] | None = None
    columns: Columns | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Problem(path, line, 0, f"this row is not CSV: {error}")
            continue
        if cells is None:
            break
        if not any(cells):
            continue
        try:
            if names is None or columns is None:
                names, columns = cells, find_columns(cells, path)
            else:
                yield _article(names, columns, cells, (path, line))
        except InputError as error:
            yield error.problem
            if columns is None:
                return
    if names is None:
        yield Problem(path, 0, 0, "the table is empty", MISSING_TEXT)


def _article(
    names: list[str], columns: Columns, cells: list[str], place: tuple[str, int]
) -> RawArticle:
    """Make an article of a row. Raises: InputError for a row that does not fit the header."""
    if len(cells) != len(names):
        message = f"{len(cells)} cells where the header has {len(names)}"
        advice = "Put quotes around a value that holds the separator."
        raise InputError(Problem(*place, 0, message, advice))
    row: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=True):
        row.setdefault(name, cell)
    return row_article(columns, row, place)
