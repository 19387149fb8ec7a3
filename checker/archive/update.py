"""An archive brought up to date: what is new is extracted, what is gone leaves, the rest stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from checker.archive.extract import Extracted, Extractor, fault_of, named_article
from checker.archive.store import Store
from checker.articles.identifiers import Naming, unique_ids
from checker.errors import Problem
from checker.inputs.sources import RawArticle
from checker.model import Skipped
from checker.values import frozen, replace
from checker.work import SLOW

if TYPE_CHECKING:
    import sqlite3

# Articles whose rows are kept in one transaction: what a killed run loses at most.
_BATCH = 256

Work = Callable[[Iterable[tuple[RawArticle, str]]], Iterator[Extracted]]
"""Extracts articles, each with its digest; perhaps several at a time, in any order."""

Members = list[tuple[str, str]]
"""The paths of an archive, as it names them, with the digests of their texts."""


@frozen
class Updated:
    """
    What became of an archive: counts of its articles, and what could not be read.

    `left` counts the articles that are in it no more.
    """

    articles: int
    added: int
    kept: int
    left: int
    claims: int
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()


_HELD = "SELECT path, digest FROM members JOIN texts ON key = text ORDER BY number"


def update(
    store: Store, raws: Callable[[], Iterable[RawArticle]], extractor: Extractor, work: Work
) -> Updated:
    """
    Make a store hold exactly the articles that `raws` gives, which may be asked for again.

    Two runs at once do no harm: each adds texts, then says what the archive holds; the last wins.
    """
    _forget_slow(store)
    before: dict[str, str] = dict(store.rows(_HELD))
    while True:
        members = _extracted(store, raws(), extractor, work)
        if _settled(store, members, extractor.key):
            break
    now = dict(members)
    kept = sum(before.get(path) == name for path, name in now.items())
    skipped, problems = _faults(store)
    [(claims,)] = store.rows("SELECT count(*) FROM claims")
    return Updated(
        articles=len(now),
        added=len(now) - kept,
        kept=kept,
        left=len(before.keys() - now.keys()),
        claims=claims,
        skipped=skipped,
        problems=(*problems, *_clashes(store)),
    )


def _forget_slow(store: Store) -> None:
    """Try what took too long once more."""
    slow = store.rows("SELECT key FROM texts WHERE fault LIKE ?", (f"%{SLOW}%",))
    if slow:
        with store.transaction() as inside:
            inside.executemany("DELETE FROM members WHERE text = ?", slow)
            inside.executemany("DELETE FROM texts WHERE key = ?", slow)


def _extracted(
    store: Store, raws: Iterable[RawArticle], extractor: Extractor, work: Work
) -> Members:
    """Add the texts that the store does not have, and list all."""
    known = {name for (name,) in store.rows("SELECT digest FROM texts")}
    members: Members = []

    def missing() -> Iterator[tuple[RawArticle, str]]:
        for raw in raws:
            name = extractor.digest_of(raw)
            members.append((store.stored(raw.path), name))
            if name not in known:
                known.add(name)
                yield raw, name

    batch: list[Extracted] = []
    for extracted in work(missing()):
        batch.append(extracted)
        if len(batch) >= _BATCH:
            store.add(batch)
            batch = []
    if batch:
        store.add(batch)
    return list(dict(members).items())


def _settled(store: Store, members: Members, key: str) -> bool:
    """
    Say what the archive holds, and remove the texts that nothing holds any more.

    False when another run has removed texts of this one meanwhile; they are extracted again.
    """
    held = store.rows(_HELD)
    if held == members and store.setting("key") == key:
        return True
    with store.transaction() as inside:
        keys = dict(inside.execute("SELECT digest, key FROM texts").fetchall())
        if any(name not in keys for _, name in members):
            return False
        inside.execute("DELETE FROM members")
        rows = [(path, Naming(path).shortest, keys[name]) for path, name in members]
        inside.executemany(
            "INSERT INTO members (path, id, stem, text, is_used) VALUES (?, '', ?, ?, 0)", rows
        )
        inside.execute("DELETE FROM placed WHERE text NOT IN (SELECT text FROM members)")
        inside.execute("DELETE FROM texts WHERE key NOT IN (SELECT text FROM members)")
        inside.executemany("UPDATE members SET id = ?, is_used = 1 WHERE number = ?", _ids(inside))
        inside.execute("INSERT OR REPLACE INTO settings VALUES ('key', ?)", (key,))
    return True


_NAMED = (
    "SELECT number, path, same, given_id FROM members JOIN texts ON key = text "
    "WHERE fault IS NULL ORDER BY number"
)


def _ids(inside: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Yield the ids of the articles that can be read and are no copies of another."""
    rows = inside.execute(_NAMED).fetchall()
    named, _ = _unique(rows)
    seen: set[str] = set()
    for number, path, same, _ in rows:
        if path in named and same not in seen:
            seen.add(same)
            yield named[path], number


def _clashes(store: Store) -> Sequence[Problem]:
    """Tell of ids that metadata gave twice."""
    given = [row for row in store.rows(_NAMED) if row[3] is not None]
    _, problems = _unique(given)
    return [replace(problem, path=store.shown(problem.path)) for problem in problems]


def _unique(
    rows: Sequence[tuple[int, str, str, str | None]],
) -> tuple[dict[str, str], Sequence[Problem]]:
    """Give each article an id of its own, by its path."""
    articles = [named_article(path, given) for _, path, _, given in rows]
    unique, problems = unique_ids(articles)
    return {article.path: article.id for article in unique}, problems


def _faults(store: Store) -> tuple[tuple[Skipped, ...], tuple[Problem, ...]]:
    """Say of every article that could not be read why."""
    query = (
        "SELECT path, fault FROM members JOIN texts ON key = text WHERE fault IS NOT NULL "
        "ORDER BY number"
    )
    told = [fault_of(fault, store.shown(path)) for path, fault in store.rows(query)]
    skipped = tuple(each for each in told if isinstance(each, Skipped))
    return skipped, tuple(each for each in told if isinstance(each, Problem))
