"""
Read what the user names: files, folders, the standard input, and the metadata table.

`read_inputs` opens every file and gives `RawArticle`s; `checker.articles.parse_articles` makes
articles of them. Files that hold many articles (JSONL, CSV, Parquet) and PDFs have a module each.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from checker.errors import Problem
from checker.inputs.decoding import decode
from checker.inputs.folders import PAGE_EXTENSIONS, STDIN, find_files, shown, unreadable
from checker.inputs.sources import FROM_FLAG, Metadata, RawArticle
from checker.inputs.tables import Tables, load_tables
from checker.model import Skipped
from checker.values import frozen, replace

__all__ = [
    "InputOptions",
    "InputsRead",
    "Metadata",
    "RawArticle",
    "Tables",
    "decode",
    "load_tables",
    "read_inputs",
]


@frozen
class InputOptions:
    """
    How to read: the path of a metadata table, and what to assume where nothing else says it.

    `exclude` are patterns of paths below a folder. `stdin` is what `-` reads, by default the
    process's standard input, as text or JSONL. `languages` are the supported codes, by default all
    that have a pack.
    """

    metadata: str | None = None
    lang: str | None = None
    outlet: str | None = None
    published: date | None = None
    event: str | None = None
    exclude: tuple[str, ...] = ()
    stdin: bytes | None = None
    stdin_format: Literal["text", "jsonl"] = "text"
    languages: tuple[str, ...] = ()


@frozen
class InputsRead:
    """Raw articles in order, what stage 1 looks up, and what was not read, with the reason."""

    articles: tuple[RawArticle, ...]
    tables: Tables
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_inputs(paths: Sequence[str], options: InputOptions | None = None) -> InputsRead:
    """
    Read all `paths`; what cannot be read is a problem, and the others are still read.

    `-` is the standard input. Folders are read with all below them, by name.
    """
    options = options or InputOptions()
    found = find_files(paths, options.exclude)
    problems = found.problems
    articles: list[RawArticle] = []
    for path in found.files:
        made, faults = read_file(path, options)
        articles.extend(made)
        problems.extend(faults)
    described = tuple(articles)
    if options.metadata is not None:
        from checker.inputs.table import with_table

        described, faults = with_table(described, options.metadata)
        problems.extend(faults)
    tables = load_tables(options.languages)
    return InputsRead(described, tables, tuple(found.skipped), tuple(problems))


def read_file(path: str, options: InputOptions) -> tuple[list[RawArticle], list[Problem]]:
    """Read the articles of one file, with what the options say about all articles."""
    try:
        made, faults = _raw_articles(path, options)
    except OSError as error:
        return [], [unreadable(path, error)]
    return _with_flags(made, options), faults


def _stdin(options: InputOptions) -> bytes:
    """Read the standard input. Raises: OSError when the process was started without one."""
    if options.stdin is not None:
        return options.stdin
    if sys.stdin is None:
        raise OSError("the standard input is closed")
    return sys.stdin.buffer.read()


def _raw_articles(path: str, options: InputOptions) -> tuple[list[RawArticle], list[Problem]]:
    """Cut a file into articles: several for the formats of records, one for all else."""
    extension = Path(path).suffix.lower()
    if path == STDIN:
        extension = ".jsonl" if options.stdin_format == "jsonl" else ""
    if extension in (".csv", ".tsv"):
        from checker.inputs.spreadsheet import read_spreadsheet

        return read_spreadsheet(path)
    if extension == ".parquet":
        from checker.inputs.parquet import read_parquet

        return read_parquet(path)
    if extension == ".pdf":
        from checker.inputs.pdf import read_pdf

        return read_pdf(path)
    data = _stdin(options) if path == STDIN else Path(path).read_bytes()
    if extension in (".jsonl", ".ndjson"):
        from checker.inputs.records import read_records

        return read_records(data, shown(path))
    form: Literal["html", "text"] = "html" if extension in PAGE_EXTENSIONS else "text"
    return [RawArticle(shown(path), data, form=form)], []


def _with_flags(articles: list[RawArticle], options: InputOptions) -> list[RawArticle]:
    """Add what the options say about all articles."""
    flags = Metadata(
        outlet=options.outlet, published=options.published, lang=options.lang, event=options.event
    )
    if flags == Metadata():
        return articles
    return [replace(raw, known=(*raw.known, (FROM_FLAG, flags))) for raw in articles]
