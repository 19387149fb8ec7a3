"""One row of a table as an article: the columns that count, and what they may be called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from checker.errors import InputError, Problem
from checker.inputs.sources import (
    DATE_ADVICE,
    FROM_RECORD,
    KEYS,
    Metadata,
    RawArticle,
    clean_value,
    parse_date,
)
from checker.values import frozen

TEXT_COLUMNS = ("text", "body", "content")
"""The names of the column that holds the text, the best first."""

MISSING_TEXT = f"One column must be called {', '.join(TEXT_COLUMNS[:-1])} or {TEXT_COLUMNS[-1]}."


@frozen
class Columns:
    """The name of the column with the text, and the columns of each field, the best first."""

    text: str
    fields: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return all columns that are read."""
        return (self.text, *(name for _, names in self.fields for name in names))


def find_columns(names: Sequence[str], path: str) -> Columns:
    """
    Find the columns that count, in any case; others are no concern of ours.

    Raises: InputError when no column holds the text.
    """
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(name.strip().casefold(), name)
    text = next((folded[name] for name in TEXT_COLUMNS if name in folded), None)
    if text is None:
        shown = ", ".join(name for name in names if name) or "none"
        advice = f"{MISSING_TEXT} The columns are: {shown[:200]}."
        if "path" in folded:
            advice = "This looks like a table of metadata: use it with --metadata."
        raise InputError(Problem(path, 1, 0, "no column holds the text of the articles", advice))
    fields: dict[str, list[str]] = {}
    for key, name in KEYS.items():
        if key in folded:
            fields.setdefault(name, []).append(folded[key])
    return Columns(text, tuple((name, tuple(found)) for name, found in fields.items()))


def row_article(columns: Columns, row: Mapping[str, object], place: tuple[str, int]) -> RawArticle:
    """
    Make an article of one row; `place` is the path of the table and the number of the row.

    Raises: InputError for a text that is none, and for a wrong date.
    """
    path, number = place
    text = row[columns.text]
    if not isinstance(text, str):
        what = "is empty" if text is None else f"must be text, not {type(text).__name__}"
        raise _error(place, f"`{columns.text}` {what}")
    values = {name: _first(row, names, place) for name, names in columns.fields}
    for value in (text, *values.values()):
        _refuse_broken(value or "", place)
    written = values.pop("published", None)
    published = parse_date(written) if written else None
    if written and published is None:
        raise _error(place, f"`{written}` is not a date", DATE_ADVICE)
    metadata = Metadata(published=published, **values)
    return RawArticle(f"{path}:{number}", text, ((FROM_RECORD, metadata),), is_record=True)


def _first(row: Mapping[str, object], names: Sequence[str], place: tuple[str, int]) -> str | None:
    """Return the first value that says something, as text."""
    for name in names:
        value = row[name]
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and not isinstance(value, str):
            raise _error(place, f"`{name}` must be text, not {type(value).__name__}")
        if value and (cleaned := clean_value(value)):
            return cleaned
    return None


def _refuse_broken(value: str, place: tuple[str, int]) -> None:
    """Refuse bytes that were no text and NUL characters, which no text holds."""
    if "\0" in value:
        raise _error(place, "a NUL character in the row")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(value[error.start])
        what = f"byte 0x{code - 0xDC00:02X} is not UTF-8" if code >= 0xDC80 else "half a character"
        raise _error(place, what, "Re-save the file as UTF-8.") from None


def _error(place: tuple[str, int], message: str, advice: str = "") -> InputError:
    return InputError(Problem(place[0], place[1], 0, message, advice))
