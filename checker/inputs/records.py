"""JSONL: one article a line, `{"id", "text", "lang", "date"}` and the other metadata keys."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from checker.errors import InputError, Problem
from checker.inputs.decoding import decode
from checker.inputs.sources import (
    DATE_ADVICE,
    FROM_RECORD,
    KEYS,
    Metadata,
    RawArticle,
    clean_value,
    parse_date,
)

_SHAPE = 'Each line is an object such as {"id": "a1", "text": "…", "lang": "en"}.'


def read_records(data: bytes, path: str) -> tuple[list[RawArticle], list[Problem]]:
    """
    Read every line of a JSONL file; a line that is wrong is a problem, the others are still read.

    The path of each article is that of the file with the line number: `news.jsonl:3`.
    """
    try:
        text = decode(data, path)
    except InputError as error:
        return [], [error.problem]
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                articles.append(_record(line.rstrip("\r"), path, number))
            except InputError as error:
                problems.append(error.problem)
    return articles, problems


def _record(line: str, path: str, number: int) -> RawArticle:
    """Read one line. Raises: InputError with line and column."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise _error(path, (number, error.pos + 1), f"this is not JSON: {error.msg}") from None
    except (RecursionError, ValueError):
        raise _error(path, (number, 1), "this JSON is nested too deep or too large") from None
    if not isinstance(record, dict):
        raise _error(path, (number, 1), "an object is wanted here", _SHAPE)
    text = record.get("text")
    if not isinstance(text, str):
        message = "`text` must be text" if "text" in record else "`text` is missing"
        raise _error(path, (number, _column(line, "text")), message, _SHAPE)
    place = (path, number, line)
    values = {field: _value(record, key, place) for key, field in _known(record).items()}
    _refuse_half_characters((text, *values.values()), place)
    written = values.pop("published", None)
    published = _day(written, place) if written else None
    metadata = Metadata(published=published, **values)
    return RawArticle(f"{path}:{number}", text, ((FROM_RECORD, metadata),), is_record=True)


Place = tuple[str, int, str]
"""Path, line number, and the line itself."""


def _known(record: dict[str, Any]) -> dict[str, str]:
    """Return the metadata keys of a record with their fields; the main spelling comes last."""
    keys = sorted(KEYS.keys() & record.keys(), key=lambda key: (KEYS[key] == key, key))
    return {key: KEYS[key] for key in keys if record[key] is not None}


def _value(record: dict[str, Any], key: str, place: Place) -> str | None:
    """Return one metadata value as text; numbers may be identifiers."""
    value = record[key]
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return clean_value(value)
    path, number, line = place
    raise _error(path, (number, _column(line, key)), f"`{key}` must be text")


def _day(value: str, place: Place) -> date:
    """Read the date of publication."""
    day = parse_date(value)
    if day is None:
        path, number, line = place
        column = max(_column(line, "date"), _column(line, "published"))
        raise _error(path, (number, column), f"`{value}` is not a date", DATE_ADVICE)
    return day


def _refuse_half_characters(values: tuple[str | None, ...], place: Place) -> None:
    r"""Refuse escapes such as \ud83d without their second half: no file can hold such text."""
    path, number, line = place
    for value in values:
        try:
            (value or "").encode("utf-8")
        except UnicodeEncodeError as error:
            half = f"\\u{ord((value or '')[error.start]):04x}"
            column = max(line.lower().find(half) + 1, 1)
            raise _error(path, (number, column), f"{half} is half a character") from None


def _column(line: str, key: str) -> int:
    return max(line.find(f'"{key}"') + 1, 1)


def _error(path: str, place: tuple[int, int], message: str, advice: str = "") -> InputError:
    return InputError(Problem(path, place[0], place[1], message, advice))
