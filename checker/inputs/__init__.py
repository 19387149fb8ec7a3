"""
Read what the user names: files, folders, the standard input, and the metadata table.

`read_inputs` opens every file and gives `RawArticle`s; `checker.articles.parse_articles` makes
articles of them. HTML, CSV and Parquet (one module each beside `records`) belong here too.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from checker.errors import Problem
from checker.inputs.decoding import decode
from checker.inputs.folders import STDIN, find_files, shown, unreadable
from checker.inputs.sources import FROM_FLAG, Metadata, RawArticle
from checker.inputs.tables import Tables, load_tables
from checker.model import Skipped
from checker.values import frozen

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
        try:
            data = _stdin(options) if path == STDIN else Path(path).read_bytes()
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        made, faults = _raw_articles(data, path, options)
        articles.extend(made)
        problems.extend(faults)
    described = tuple(articles)
    if options.metadata is not None:
        from checker.inputs.table import with_table

        described, faults = with_table(described, options.metadata)
        problems.extend(faults)
    tables = load_tables(options.languages)
    return InputsRead(described, tables, tuple(found.skipped), tuple(problems))


def _stdin(options: InputOptions) -> bytes:
    return sys.stdin.buffer.read() if options.stdin is None else options.stdin


def _raw_articles(
    data: bytes, path: str, options: InputOptions
) -> tuple[list[RawArticle], list[Problem]]:
    """Cut a file into articles: one a line for JSONL, one a file for all else."""
    is_jsonl = path.lower().endswith((".jsonl", ".ndjson"))
    if is_jsonl or (path == STDIN and options.stdin_format == "jsonl"):
        from checker.inputs.records import read_records

        made, problems = read_records(data, shown(path))
    else:
        made, problems = [RawArticle(shown(path), data)], []
    flags = Metadata(
        outlet=options.outlet, published=options.published, lang=options.lang, event=options.event
    )
    if flags == Metadata():
        return made, problems
    return [
        RawArticle(raw.path, raw.data, (*raw.known, (FROM_FLAG, flags)), raw.is_record)
        for raw in made
    ], problems
