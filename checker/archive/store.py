"""
The tables of an archive: one SQLite file, changed in transactions only.

What was extracted from a text is kept under a digest of the text and of all that extraction hangs
on; `members` says which texts the archive holds at present, and is replaced as a whole, so that a
reader never sees half an archive. A run that was killed leaves texts that the next one uses, or
removes. Nothing but these functions writes to the file.

For readers there are two views: `articles` and `claims`, one row each (docs/archive.md).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from checker.errors import UsageError

if TYPE_CHECKING:
    import sqlite3

Row = tuple[Any, ...]

# "chkr"; SQLite keeps it in the head of a file to tell whose it is.
_APPLICATION = 0x63686B72
_VERSION = 2
_MARKS = ("application_id", "user_version")
_UNMARKED = [0, 0]

# Seconds to wait for another writer; its longest transaction takes a few.
_PATIENCE = 120

_HEAD = b"SQLite format 3\0"

_TABLES = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE texts (
  key INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, same TEXT, language TEXT, published TEXT,
  outlet TEXT, title TEXT, url TEXT, event TEXT, given_id TEXT, metadata_from TEXT, opening TEXT,
  fault TEXT
);
CREATE TABLE placed (
  key INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES texts (key), rule TEXT NOT NULL,
  signature TEXT NOT NULL, place TEXT NOT NULL, line INTEGER, "column" INTEGER, surface TEXT,
  quote TEXT, value REAL, low REAL, high REAL, unit TEXT, kind TEXT, facets TEXT, speaker TEXT,
  as_of TEXT, since TEXT, polarity TEXT, paragraph TEXT, content TEXT NOT NULL
);
CREATE INDEX placed_text ON placed (text);
CREATE INDEX placed_rule ON placed (rule, signature);
CREATE TABLE members (
  number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, id TEXT NOT NULL, stem TEXT NOT NULL,
  text INTEGER NOT NULL REFERENCES texts (key), is_used INTEGER NOT NULL
);
CREATE INDEX members_stem ON members (stem);
CREATE INDEX members_text ON members (text);
CREATE VIEW articles AS
  SELECT m.id, m.path, t.title, t.outlet, t.published, t.language, t.event, t.url
  FROM members m JOIN texts t ON t.key = m.text WHERE m.is_used;
CREATE VIEW claims AS
  SELECT m.id || p.place AS id, p.rule, m.id AS article, m.path, p.line, p."column",
    p.surface AS text, p.quote, p.value, p.low, p.high, p.unit, p.kind, p.facets, p.speaker,
    p.as_of, p.since, p.polarity, t.outlet, t.published, t.language
  FROM placed p JOIN members m ON m.text = p.text JOIN texts t ON t.key = p.text WHERE m.is_used;
"""

_TEXT = (
    "INSERT OR IGNORE INTO texts (digest, same, language, published, outlet, title, url, event, "
    "given_id, metadata_from, opening, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CLAIM = (
    'INSERT INTO placed (text, rule, signature, place, line, "column", surface, quote, value, low, '
    "high, unit, kind, facets, speaker, as_of, since, polarity, paragraph, content) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def is_store(path: str) -> bool:
    """Whether a file is a SQLite file: no article begins like one."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_HEAD)) == _HEAD
    except (OSError, ValueError):
        return False


class Store:
    """An open archive; paths in it are relative to the folder of its file."""

    def __init__(self, path: str, *, is_writer: bool = False) -> None:
        """
        Open the file, which a writer may create; without a path, one in memory.

        Raises: UsageError for a file that is something else, or of another version.
        """
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
        if os.path.exists(path) and os.path.getsize(path) and not is_store(path):
            raise UsageError(f"{path} is no index of an archive, and is left alone")
        with _faults(path):
            self._connection = self._connect(is_writer=is_writer)

    def _connect(self, *, is_writer: bool) -> sqlite3.Connection:
        import sqlite3
        from urllib.parse import quote

        # A reader may have to undo what a killed writer left behind.
        usual = "rw" if os.access(self.path, os.W_OK) else "ro"
        place = f"file:{quote(os.path.abspath(self.path))}?mode={'rwc' if is_writer else usual}"
        place = place if self.path else ":memory:"
        # No transaction begins by itself; every one here has a beginning and an end.
        opened = sqlite3.connect(place, uri=True, timeout=_PATIENCE, isolation_level=None)
        try:
            self._check(opened, is_writer=is_writer)
        except BaseException:
            opened.close()
            raise
        return opened

    def _check(self, opened: sqlite3.Connection, *, is_writer: bool) -> None:
        """Make the tables of a new file; refuse one that is not ours."""
        if is_writer and _marks(opened) == _UNMARKED:
            _make_tables(opened)
        application, version = _marks(opened)
        if application != _APPLICATION:
            raise UsageError(f"{self.path} is no index of an archive, and is left alone")
        if version != _VERSION:
            raise UsageError(
                f"{self.path} was made by another version: delete it and run `checker index` again"
            )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with _faults(self.path):
            return self._connection.execute(query, values).fetchall()

    def setting(self, name: str) -> str | None:
        """Return what the store was made with, or None."""
        found = self.rows("SELECT value FROM settings WHERE name = ?", (name,))
        return str(found[0][0]) if found else None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do all of what is inside, or nothing; other writers wait."""
        with _faults(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def add(self, extracted: Iterable[tuple[Row, Sequence[Row]]]) -> None:
        """Keep what was extracted from some texts; a text that is there already stays."""
        with self.transaction() as inside:
            for text, claims in extracted:
                done = inside.execute(_TEXT, text)
                if done.rowcount:
                    key = done.lastrowid
                    inside.executemany(_CLAIM, [(key, *claim) for claim in claims])

    def shown(self, path: str) -> str:
        """Return a path of the archive as seen from the folder of the command."""
        return path if os.path.isabs(path) else os.path.relpath(os.path.join(self.folder, path))

    def stored(self, path: str) -> str:
        """Return a path as the archive names it, the inverse of `shown`."""
        return path if os.path.isabs(path) else os.path.relpath(path, self.folder)


def _marks(opened: sqlite3.Connection) -> list[int]:
    """Return what tells our files from others: the number of the application and of its version."""
    return [opened.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]


def _make_tables(opened: sqlite3.Connection) -> None:
    """Make the tables of an empty file, unless another writer does so while this one waits."""
    opened.execute("BEGIN IMMEDIATE")
    is_empty = not opened.execute("SELECT 1 FROM sqlite_master").fetchone()
    if is_empty and _marks(opened) == _UNMARKED:
        for statement in _TABLES.split(";\n"):
            opened.execute(statement)
        for name, value in zip(_MARKS, (_APPLICATION, _VERSION), strict=True):
            opened.execute(f"PRAGMA {name} = {value}")
    opened.execute("COMMIT")


def listed(values: Iterable[Any]) -> str:
    """Write values for `IN (SELECT value FROM json_each(?))`, which takes any number of them."""
    return json.dumps(sorted(set(values)))


@contextmanager
def _faults(path: str) -> Iterator[None]:
    """Say what is wrong with the file in our own words."""
    import sqlite3

    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise UsageError(f"{path} is being written by another process") from error
        raise UsageError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise UsageError(f"{path} is damaged ({error}): delete it and index again") from error
