"""What some new claims could meet in an archive: only that is read from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from heapq import nlargest

from checker.archive.extract import article_of, is_told, named_article, same_text, signature_of
from checker.archive.rows import read_claim
from checker.archive.store import Store, listed
from checker.articles.identifiers import Naming, unique_ids
from checker.errors import UsageError
from checker.facts.terms import product, vectors
from checker.judging import Past, languages_of
from checker.model import Article, Claim, Rule
from checker.values import replace

# Reports of one story follow each other within so many days, as in `checker.facts.stories`.
_NEAR = timedelta(days=10)

# Of all reports near a new one, so many that are most like it may tell its story.
_MOST_TOLD = 60

# Beyond so many different signatures of a rule all its claims are read.
_MOST_SIGNATURES = 2_000

# Lists of values come as JSON, which needs no query to be put together.
_BY_PATH = "SELECT text FROM members WHERE path IN (SELECT value FROM json_each(?))"
_BY_COPY = "SELECT key FROM texts WHERE same IN (SELECT value FROM json_each(?))"
_OF_STEM = (
    "SELECT t.key, m.path, t.given_id FROM members m JOIN texts t ON t.key = m.text "
    "WHERE m.is_used AND (m.stem IN (SELECT value FROM json_each(?)) "
    "OR m.id IN (SELECT value FROM json_each(?))) "
    "AND t.key NOT IN (SELECT value FROM json_each(?))"
)
_USED = "SELECT number FROM members WHERE is_used AND text IN (SELECT value FROM json_each(?))"
_TOLD = (
    "SELECT key FROM placed "
    "WHERE rule IN (SELECT value FROM json_each(?)) AND text IN (SELECT value FROM json_each(?))"
)
_OF_RULE = "SELECT key FROM placed WHERE rule = ? AND signature IN (SELECT value FROM json_each(?))"
_NEAR_BY = (
    "SELECT DISTINCT p.text FROM placed p JOIN texts t ON t.key = p.text "
    "WHERE p.rule IN (SELECT value FROM json_each(?)) AND coalesce(t.published BETWEEN ? AND ?, 1)"
)
_ARTICLES = (
    "SELECT t.key, m.id, m.path, t.language, t.published, t.outlet, t.title, t.url, t.event, "
    "t.metadata_from FROM texts t JOIN members m ON m.text = t.key AND m.is_used "
    "WHERE t.key IN (SELECT text FROM placed WHERE key IN (SELECT value FROM json_each(?)))"
)
_CLAIMS = (
    "SELECT key, text, content FROM placed "
    "WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key"
)
_TOLD_FIRST = (
    "SELECT key, language, published, outlet, title, url, event, metadata_from, opening "
    "FROM texts WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key"
)
_OPENINGS = "SELECT key, opening FROM texts WHERE key IN (SELECT value FROM json_each(?))"
_PARAGRAPHS = (
    "SELECT key, paragraph FROM placed "
    "WHERE paragraph IS NOT NULL AND key IN (SELECT value FROM json_each(?))"
)


def refuse_outdated(store: Store, key: str) -> None:
    """Raise UsageError for a store that was made with other rules or settings than `key` names."""
    found = store.setting("key")
    if found is None:
        raise UsageError(f"{store.path} is not complete: run `checker index` again")
    if found != key:
        raise UsageError(
            f"{store.path} was made with other rules, settings or another version: "
            "run `checker index` again"
        )


class Meeting:
    """One archive, seen from some articles that stand outside of it or are new in it."""

    def __init__(self, store: Store, rules: Mapping[str, Rule]) -> None:
        """Take an open archive and the rules in use."""
        self.store = store
        self.rules = rules
        self.hidden: set[int] = set()
        self.keys: dict[str, int] = {}
        self.names: dict[int, str] = {}

    def named(self, articles: Sequence[Article]) -> list[Article]:
        """
        Leave out of the archive what the articles are themselves, and give them ids of their own.

        An article is in the archive when it has the same path or is a copy of one there.
        """
        paths = listed(self.store.stored(article.path) for article in articles)
        copies = listed(same_text(article) for article in articles)
        for query, values in ((_BY_PATH, paths), (_BY_COPY, copies)):
            self.hidden.update(key for (key,) in self.store.rows(query, (values,)))
        return self._apart(articles)

    def _apart(self, articles: Sequence[Article]) -> list[Article]:
        """Give ids as if the archive had been read too, also to what bears a like name in it."""
        stems = listed(name for one in articles for name in (one.id, Naming(one.path).shortest))
        rows = self.store.rows(_OF_STEM, (stems, stems, listed(self.hidden)))
        others = {self.store.shown(path): key for key, path, _ in rows}
        alike = [named_article(self.store.shown(path), given) for _, path, given in rows]
        named, _ = unique_ids([*articles, *alike])
        kept = {article.path: article.id for article in named[len(articles) :]}
        # What an article at hand has the given id of is not compared with, as `unique_ids` says.
        self.hidden.update(key for path, key in others.items() if path not in kept)
        self.names = {others[path]: name for path, name in kept.items()}
        return named[: len(articles)]

    def past(self, claims: Sequence[Claim], articles: Sequence[Article]) -> Past:
        """Read what the claims of some articles could meet."""
        new = [claim for claim in claims if claim.rule in self.rules]
        keys = set(self._by_facets(new))
        near = self._near(new, articles)
        told = sorted(near - self.hidden)
        if told:
            values = listed(self._asked(new)), listed(told)
            keys.update(key for (key,) in self.store.rows(_TOLD, values))
        return self._read(sorted(keys), told)

    def _asked(self, new: Sequence[Claim]) -> list[str]:
        """Return the rules of claims that may ask for a story."""
        return sorted({claim.rule for claim in new if is_told(self.rules[claim.rule])})

    def _by_facets(self, new: Sequence[Claim]) -> Iterator[int]:
        """Yield the claims that no facet parts from the new ones, at any distance."""
        for name in sorted({claim.rule for claim in new}):
            rule = self.rules[name]
            if rule.compare.scope == "story":
                continue
            own = {tuple(signature_of(claim, rule)) for claim in new if claim.rule == name}
            rows = self.store.rows("SELECT DISTINCT signature FROM placed WHERE rule = ?", (name,))
            known = {text: tuple(map(tuple, json.loads(text))) for (text,) in rows}
            met = known if len(known) > _MOST_SIGNATURES else _reached(own, known)
            yield from (key for (key,) in self.store.rows(_OF_RULE, (name, listed(met))))

    def _near(self, new: Sequence[Claim], articles: Sequence[Article]) -> set[int]:
        """Return the texts that may tell one story with the articles."""
        asked = self._asked(new)
        holders = {claim.article for claim in new if claim.rule in asked}
        tellers = [article for article in articles if article.id in holders]
        if not tellers:
            return set()
        days = {article.published for article in tellers}
        keys = self._of_days(days, asked)
        return self._likely(keys - self.hidden, tellers)

    def _likely(self, keys: set[int], tellers: Sequence[Article]) -> set[int]:
        """Keep the texts that are most like one of the articles."""
        if len(keys) <= _MOST_TOLD:
            return keys
        rows = self.store.rows(_TOLD_FIRST, (listed(keys),))
        old = [article_of("", str(key), row) for key, *row in rows]
        known = vectors([*tellers, *old], languages_of([*tellers, *old]))
        found: set[int] = set()
        for article in tellers:
            alike = ((product(known[article.id], known[one.id]), int(one.id)) for one in old)
            found.update(key for _, key in nlargest(_MOST_TOLD, alike))
        return found

    def _of_days(self, days: set[date | None], asked: Sequence[str]) -> set[int]:
        """Return the texts with claims of some rules that appeared near some days."""
        spans = [(str(day - _NEAR), str(day + _NEAR)) for day in days if day is not None]
        everywhere = [("", "~")] if None in days else spans
        return {
            key
            for first, last in everywhere
            for (key,) in self.store.rows(_NEAR_BY, (listed(asked), first, last))
        }

    def _read(self, keys: Sequence[int], told: Sequence[int]) -> Past:
        texts = {
            key: article_of(self.store.shown(path), self.names.get(key) or str(name), (*row, None))
            for key, name, path, *row in self.store.rows(_ARTICLES, (listed(keys),))
            if key not in self.hidden
        }
        claims: list[Claim] = []
        for key, text, content in self.store.rows(_CLAIMS, (listed(keys),)):
            if text in texts:
                claims.append(read_claim(content, texts[text]))
                self.keys[claims[-1].id] = key
        openings = self.store.rows(_OPENINGS, (listed(told),))
        [(size,)] = self.store.rows("SELECT count(*) FROM members WHERE is_used")
        return Past(
            claims=tuple(claims),
            articles=tuple(texts.values()),
            told=tuple(replace(texts[key], text=text) for key, text in openings if key in texts),
            paragraphs=self._paragraphs,
            size=size - self._hidden_count(),
        )

    def _hidden_count(self) -> int:
        return len(self.store.rows(_USED, (listed(self.hidden),)))

    def _paragraphs(self, claims: Iterable[str]) -> Mapping[str, str]:
        """Look up the text around claims, by their ids."""
        keys = {self.keys[name]: name for name in claims if name in self.keys}
        found = self.store.rows(_PARAGRAPHS, (listed(keys),))
        return {keys[key]: text for key, text in found}


def _reached(
    own: Iterable[tuple[tuple[str, str], ...]], known: Mapping[str, tuple[tuple[str, str], ...]]
) -> list[str]:
    """Return the signatures that agree with some of `own`, or with one that does, and so on."""
    left = {text: dict(signature) for text, signature in known.items()}
    waiting = [dict(signature) for signature in own]
    reached: list[str] = []
    while waiting and left:
        one = waiting.pop()
        for text, other in list(left.items()):
            if all(other.get(name, value) == value for name, value in one.items()):
                waiting.append(left.pop(text))
                reached.append(text)
    return reached
