"""The metadata table: a CSV file with a `path` column and one row an article."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from checker.errors import InputError, Problem
from checker.inputs.decoding import decode
from checker.inputs.folders import shown, unreadable
from checker.inputs.sources import (
    DATE_ADVICE,
    FROM_TABLE,
    KEYS,
    Metadata,
    RawArticle,
    clean_value,
    parse_date,
)
from checker.values import frozen, replace

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


@frozen
class Row:
    """One row: the path it names, its line in the table, and what it says."""

    path: str
    line: int
    metadata: Metadata


def with_table(
    articles: Sequence[RawArticle], path: str
) -> tuple[tuple[RawArticle, ...], list[Problem]]:
    """Give each article what the table at `path` says; faults of the table are problems."""
    rows, problems = read_table(path)
    names = _Names(articles, Path(path).parent)
    said: dict[int, Row] = {}
    for row in rows:
        fault = _join(row, names, said)
        if fault:
            problems.append(Problem(shown(path), row.line, 1, *fault))
    joined = (
        replace(article, known=((FROM_TABLE, said[number].metadata), *article.known))
        if number in said
        else article
        for number, article in enumerate(articles)
    )
    return tuple(joined), sorted(problems, key=lambda problem: (problem.line, problem.column))


def read_table(path: str) -> tuple[list[Row], list[Problem]]:
    """Read every row of a metadata table; rows and columns that are wrong are problems."""
    try:
        lines = _LINE.findall(decode(Path(path).read_bytes(), shown(path)))
    except OSError as error:
        return [], [unreadable(path, error)]
    except InputError as error:
        return [], [error.problem]
    problems: list[Problem] = []
    columns: list[str] | None = None
    rows: list[Row] = []
    for line, cells in _cells(lines, shown(path), problems):
        if columns is None:
            columns = cells
            problems.extend(_header_problems(cells, shown(path), line))
        elif any(cells):
            place = _Place(shown(path), line, lines[line - 1].rstrip("\r\n"))
            row = _row(columns, cells, place, problems)
            if row is not None:
                rows.append(row)
    if columns is None and not problems:
        problems.append(Problem(shown(path), 0, 0, "the metadata table is empty"))
    return rows, problems


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """Ask the schema module, whose import only a faulty table is worth."""
    from checker.schema import nearest

    return nearest(word, known)


def _cells(lines: list[str], path: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it begins on; what is no CSV ends the table."""
    header = lines[0] if lines else ""
    # Spreadsheets write semicolons where the comma is the decimal mark.
    marks = {mark: header.count(mark) for mark in ",;\t"}
    reader = csv.reader(lines, strict=True, delimiter=max(marks, key=lambda mark: marks[mark]))
    line = 1
    try:
        for cells in reader:
            yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        advice = "Is a quotation mark opened and not closed?" if '"' in lines[line - 1] else ""
        problems.append(Problem(path, line, 1, f"this is not CSV: {error}", advice))


def _header_problems(columns: list[str], path: str, line: int) -> Iterator[Problem]:
    """Yield what is wrong with the names of the columns."""
    source = ",".join(columns)
    known = ("path", *KEYS)
    for number, name in enumerate(columns):
        column = len(",".join(columns[:number])) + (2 if number else 1)
        width = max(len(name), 1)
        if name not in known:
            close = _nearest(name, known)
            advice = f"Did you mean `{close}`? " if close else ""
            advice += f"Known columns: {', '.join(known)}."
            yield Problem(path, line, column, f"unknown column `{name}`", advice, source, width)
        elif name in columns[:number]:
            message = f"the column `{name}` is given twice"
            yield Problem(path, line, column, message, "Keep one of the two.", source, width)
    if "path" not in columns:
        yield Problem(path, line, 1, "the column `path` is missing", "It names each row's article.")


@frozen
class _Place:
    """Where a row stands: path, line, and that line."""

    path: str
    line: int
    source: str

    def problem(self, message: str, advice: str, cell: str = "") -> Problem:
        """Point at a cell, or at the line when the cell is not seen in it."""
        column = max(self.source.find(cell) + 1, 1) if cell else 1
        width = len(cell) if cell and cell in self.source else 1
        return Problem(self.path, self.line, column, message, advice, self.source, width)


def _row(
    columns: list[str], cells: list[str], place: _Place, problems: list[Problem]
) -> Row | None:
    """Read one row; a wrong date is a problem, and the rest of its row still counts."""
    if len(cells) != len(columns):
        cell = "cell" if len(cells) == 1 else "cells"
        message = f"{len(cells)} {cell} where the header has {len(columns)}"
        problems.append(place.problem(message, "Put quotes around a value that holds a comma."))
        return None
    values = dict(zip(columns, cells, strict=True))
    if not values.get("path"):
        if "path" in values:
            problems.append(place.problem("the row names no path", "Fill its `path` cell."))
        return None
    found: dict[str, str] = {}
    for key, field in KEYS.items():
        value = clean_value(values.get(key, ""))
        if value is not None:
            found.setdefault(field, value)
    written = found.pop("published", None)
    published = parse_date(written) if written else None
    if written and published is None:
        problems.append(place.problem(f"`{written}` is not a date", DATE_ADVICE, written))
    return Row(values["path"], place.line, Metadata(published=published, **found))


class _Names:
    """Which article a path of the table means."""

    def __init__(self, articles: Sequence[RawArticle], folder: Path) -> None:
        """Index `articles` by place and by file name; `folder` holds the table."""
        self.folder = folder
        self.by_place: dict[str, int] = {}
        self.by_name: dict[str, list[int]] = {}
        for number, article in enumerate(articles):
            if not article.is_record:
                self.by_place.setdefault(os.path.realpath(article.path), number)
                self.by_place.setdefault(article.path, number)
                self.by_name.setdefault(re.split(r"[\\/]", article.path)[-1], []).append(number)

    def places(self, path: str) -> tuple[str, str]:
        """Return the two files a path may mean: from the table's folder, from the current one."""
        # Tables made on Windows write backslashes.
        written = Path(path if "/" in path else path.replace("\\", "/"))
        return os.path.realpath(self.folder / written), os.path.realpath(written)

    def find(self, path: str) -> list[int]:
        """Return the numbers of the articles that `path` may mean."""
        if path in ("-", "<stdin>"):
            return [self.by_place["<stdin>"]] if "<stdin>" in self.by_place else []
        for place in self.places(path):
            if place in self.by_place:
                return [self.by_place[place]]
        return self.by_name.get(path, [])

    def exists(self, path: str) -> bool:
        """Whether a file of this path exists, though it is not among the articles."""
        return path in ("-", "<stdin>") or any(Path(place).exists() for place in self.places(path))


def _join(row: Row, names: _Names, said: dict[int, Row]) -> tuple[str, str] | None:
    """Note what a row says about its article; return message and advice when it has none."""
    found = names.find(row.path)
    if len(found) > 1:
        return f"`{row.path}` names {len(found)} articles", "Write the path with its folder."
    if not found:
        # A table may describe an archive of which only a part is read today.
        if names.exists(row.path):
            return None
        close = _nearest(row.path, names.by_name)
        advice = f"Did you mean `{close}`? " if close else ""
        advice += "Paths start at the table's folder or the current one."
        return f"`{row.path}` names no article", advice
    before = said.setdefault(found[0], row)
    if before is not row:
        return f"`{row.path}` is described twice", f"The first time is on line {before.line}."
    return None
