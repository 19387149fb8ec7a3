"""The beginning of a report, where it tells its event; further down stand others."""

from __future__ import annotations

from checker.model import Article

OPENING = 3_000
"""So many characters of a report tell its story."""


def told_first(article: Article) -> str:
    """Return what of a text can tell its story; as a text of its own it tells the same."""
    parts, start = [], 0
    for mark in article.marks:
        parts.append(article.text[start : mark.span.start])
        start = mark.span.end
    parts.append(article.text[start : start + OPENING])
    return "\n".join(parts)[:OPENING]
