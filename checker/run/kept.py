"""
What was read in articles, kept between runs: one that did not change is not read again.

Each set of paths has one file in the cache, which holds what its last run read. What is kept hangs
on the code and all data of the tool, on the rules, on what the project decides, and on the article
with all that is known about it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from checker import __version__
from checker.archive.rows import (
    JSON,
    claim_from_json,
    claim_to_json,
    finding_from_json,
    finding_to_json,
)
from checker.cache import keep, kept, key_of, states
from checker.model import (
    Article,
    Finding,
    Placed,
    QuantitiesRead,
    Reading,
    Skipped,
    Span,
)
from checker.values import field_names
from checker.work import SLOW_PATTERN

Done = tuple[Placed, tuple[Finding, ...]]
"""What was read in one article, in brief, and what checks found inside it."""

# More articles than these are an archive, which `checker index` keeps.
_MOST = 1_000

_KIND = "read"


class Kept:
    """
    What the last run over some paths read, for the next one.

    `state` names all that reading hangs on besides the articles; nothing is kept where it is empty.
    """

    def __init__(self, paths: Sequence[str], state: str) -> None:
        """Open what was kept of the paths, as seen from the current folder."""
        self.state = state
        self._name = key_of(os.getcwd(), *paths) if state else ""
        self._before: dict[str, JSON] = self._opened()
        self._now: dict[str, JSON] = {}
        self._is_new = False

    def _opened(self) -> dict[str, JSON]:
        saved = kept(_KIND, self._name) if self._name else None
        if not isinstance(saved, dict) or saved.get("state") != self.state:
            return {}
        articles = saved.get("articles")
        return articles if isinstance(articles, dict) else {}

    def name(self, article: Article, ignored: frozenset[str]) -> str:
        """Name an article by all that is known about it, and by the rules `ignored` in it."""
        if not self._name:
            return ""
        known = [repr(getattr(article, name)) for name in field_names(article) if name != "text"]
        return key_of(article.text, *known, *sorted(ignored))

    def read(self, name: str, article: Article) -> Done | None:
        """Return what was read in an article of a name the last time; None where it is unknown."""
        saved = self._before.get(name)
        if saved is None:
            return None
        try:
            done = _done(saved, article)
        except (ValueError, TypeError, KeyError, ArithmeticError):
            # Somebody wrote to the file: the article is read again.
            return None
        self._now[name] = saved
        return done

    def note(self, name: str, done: Done) -> None:
        """Keep what was read in the article of a name, unless another run may find more."""
        is_whole = not any(SLOW_PATTERN in skip.reason for skip in done[0][1].skipped)
        if self._name and is_whole and len(self._now) <= _MOST:
            self._now[name] = _saved(done)
            self._is_new = True

    def close(self) -> None:
        """Write what this run read, where that is not what was there before."""
        is_other = self._is_new or len(self._now) < len(self._before)
        if self._name and is_other and len(self._now) <= _MOST:
            keep(_KIND, self._name, {"state": self.state, "articles": self._now})


NOTHING_KEPT = Kept((), "")


def state_of(*parts: str) -> str:
    """
    Name all that reading hangs on: the state of every file of the tool, and `parts`.

    Empty where these files cannot be looked at, as in an archive of modules.
    """
    root = os.path.dirname(os.path.dirname(__file__))
    try:
        return key_of(__version__, *sorted(states(root)), *parts)
    except OSError:
        return ""


def _saved(done: Done) -> JSON:
    (read, reading), findings = done
    return [
        [read.numbers, read.understood],
        [_skip_to_json(skip) for skip in read.skipped],
        [claim_to_json(claim) for claim in reading.claims],
        [_skip_to_json(skip) for skip in reading.skipped],
        [finding_to_json(finding) for finding in findings],
    ]


def _done(saved: JSON, article: Article) -> Done:
    (numbers, understood), unread, claims, skipped, findings = saved
    missed = tuple(_skip(skip, article) for skip in unread)
    reading = Reading(
        tuple(claim_from_json(claim, article) for claim in claims),
        tuple(_skip(skip, article) for skip in skipped),
    )
    read = QuantitiesRead(article, (), missed, numbers, understood)
    return (read, reading), tuple(finding_from_json(finding, article) for finding in findings)


def _skip_to_json(skip: Skipped) -> JSON:
    return [skip.stage, skip.reason, skip.span, skip.text]


def _skip(saved: JSON, article: Article) -> Skipped:
    stage, reason, span, text = saved
    return Skipped(stage, article.id, reason, Span(*span) if span else None, text)
