"""Parquet with one article a row, through pyarrow (the extra `parquet`), batch by batch."""

from __future__ import annotations

from typing import Any

from checker.errors import InputError, Problem
from checker.inputs.folders import shown
from checker.inputs.rows import find_columns, row_article
from checker.inputs.sources import RawArticle

# Rows that are unpacked at one time.
_BATCH = 1000

_INSTALL = "Install it with: pip install 'checker[parquet]'"


def read_parquet(path: str) -> tuple[list[RawArticle], list[Problem]]:
    """
    Read every row of a Parquet file; a row that is wrong is a problem, the others are still read.

    The path of each article is that of the file with the number of its row, from 1:
    `news.parquet:12`. Raises: OSError when the file cannot be read.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        message = "reading Parquet needs pyarrow"
        return [], [Problem(shown(path), 0, 0, message, _INSTALL)]
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    with open(path, "rb") as file:
        try:
            _read_rows(parquet.ParquetFile(file), shown(path), (articles, problems))
        except InputError as error:
            problems.append(error.problem)
        except (pa.ArrowException, ValueError) as error:
            reason = str(error).partition("\n")[0]
            problems.append(Problem(shown(path), 0, 0, f"this is not a Parquet file: {reason}"))
    return articles, problems


def _read_rows(
    file: Any,  # noqa: ANN401 - pyarrow has no types
    path: str,
    made: tuple[list[RawArticle], list[Problem]],
) -> None:
    """Add the articles and problems of all rows. Raises: InputError without a text column."""
    articles, problems = made
    columns = find_columns(file.schema_arrow.names, path)
    number = 0
    for batch in file.iter_batches(batch_size=_BATCH, columns=list(columns.names)):
        for row in batch.to_pylist():
            number += 1
            try:
                articles.append(row_article(columns, row, (path, number)))
            except InputError as error:
                problems.append(error.problem)
