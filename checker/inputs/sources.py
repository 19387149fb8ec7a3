"""What the loaders hand to stage 1: an article's bytes, and what is known about it from outside."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from checker.values import field_names, frozen

FROM_TABLE: Final = "metadata file"
FROM_FRONT_MATTER: Final = "front matter"
FROM_RECORD: Final = "record"
FROM_HTML_META: Final = "html meta"
FROM_JSON_LD: Final = "json-ld"
FROM_FILE_NAME: Final = "file name"
FROM_FLAG: Final = "flag"
FROM_TEXT: Final = "text"

PRECEDENCE: Final = (
    FROM_TABLE,
    FROM_FRONT_MATTER,
    FROM_RECORD,
    FROM_HTML_META,
    FROM_JSON_LD,
    FROM_FILE_NAME,
    FROM_FLAG,
    FROM_TEXT,
)
"""Where metadata is looked for, the best place first; `Article.metadata_from` uses these words."""

DATE_ADVICE: Final = "Write the date as year-month-day: 2022-12-20."


@frozen
class Metadata:
    """What one place says about an article; None is "does not say". `lang` is as written there."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    lang: str | None = None
    url: str | None = None
    event: str | None = None


FIELDS: Final = field_names(Metadata)

# People write either word; the later names of a line are other spellings of the first.
KEYS: Final = {name: name for name in FIELDS} | {"date": "published", "language": "lang"}
"""Each key that a table, front matter or record may use, with the field it fills."""


@frozen
class RawArticle:
    """
    One article before stage 1: its bytes, or its text when it was part of a larger file.

    `path` is as the user gave it, `<stdin>` for the standard input; for an article of a JSONL, CSV
    or Parquet file its line or row follows ("news.jsonl:3"). `known` pairs a place of `PRECEDENCE`
    with what it says. The data of a `pdf` is the text of its pages, a form feed between them.
    """

    path: str
    data: bytes | str
    known: tuple[tuple[str, Metadata], ...] = ()
    is_record: bool = False
    form: Literal["text", "html", "pdf"] = "text"


def clean_value(value: str) -> str | None:
    """Return one metadata value on one line; None for the usual ways to say nothing."""
    joined = " ".join(value.split())
    return None if joined in ("", "~", "null") else joined


_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?=$|[T ])")


def parse_date(value: str) -> date | None:
    """Read `2022-12-20` or `20221220`, with or without a time of day; None for all else."""
    found = _DATE.match(value.strip())
    return _calendar_date(found) if found else None


# Few file names hold as many digits, so that this is compiled when used.
_DATE_IN_NAME = (
    r"(?<![0-9A-Za-z])((?:19|20)\d{2})(?P<mark>[-_.]?)(\d{2})(?P=mark)(\d{2})(?![0-9A-SU-Za-z])"
)
_DIGITS_OF_DATE = 8


def date_in_name(name: str) -> date | None:
    """Find the one date that a file name states; None when it states none, or several."""
    if sum(map(str.isdecimal, name)) < _DIGITS_OF_DATE:
        return None
    found = (_calendar_date(match, (1, 3, 4)) for match in re.finditer(_DATE_IN_NAME, name))
    dates = {day for day in found if day is not None}
    return dates.pop() if len(dates) == 1 else None


def _calendar_date(found: re.Match[str], groups: tuple[int, int, int] = (1, 2, 3)) -> date | None:
    """Make a date of three groups of digits; None for a day that no calendar has."""
    year, month, day = (int(found[group]) for group in groups)
    try:
        return date(year, month, day)
    except ValueError:
        return None
