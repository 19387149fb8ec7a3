"""
Which articles tell one story, so that "12 dead" here is never compared with "12 dead" elsewhere.

An article whose metadata names an event belongs to that event and to nothing else. The others are
joined when they share rare names and were published near one another. A name is a capitalised word
that does not open a sentence; it is rare when few of the articles at hand have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from checker.model import Article

# Two articles on one event share its place and its people; one shared name is chance.
_SHARED_NAMES = 2

# Days between two reports of one event; follow-ups a week later still quote the same toll.
_NEAR_DAYS = 10

# A name in more than this share of the articles tells none of them apart, unless there are few.
_RARE_SHARE = 10
_ALWAYS_RARE = 4
# No list of articles that share a name grows beyond this, so that the work stays linear.
_MOST_SHARING = 40

# A word after another word, a comma or an elided article; the first letter is looked at afterwards,
# and what is plainly small is passed over at once.
_NAME = re.compile(r"(?<=[\w,;] |\w[’'])(?![a-zà-ÿ])[^\W\d_][\w-]{2,}")

# Days and months name no event, though some languages write them with a capital letter.
_DATES = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december"),
    )
)

Stories = Mapping[str, str]


def group_stories(articles: Iterable[Article]) -> Stories:
    """Return the story of every article by its id; the name of a story means nothing by itself."""
    known = sorted(articles, key=lambda article: article.id)
    stories = {article.id: f"event {article.event}" for article in known if article.event}
    unnamed = {article.id: article for article in known if not article.event}
    parents = {name: name for name in unnamed}
    for one, other in _linked(unnamed):
        first, second = sorted((_root(parents, one), _root(parents, other)))
        parents[second] = first
    stories |= {name: f"article {_root(parents, name)}" for name in unnamed}
    return stories


def names_in(article: Article) -> frozenset[str]:
    """Collect the names of an article: capitalised words that do not open a sentence."""
    text = f"{article.title or ''}\n{article.text}"
    names = {name.casefold() for name in _NAME.findall(text) if name[0].isupper()}
    return frozenset(names - _DATES)


def _linked(articles: Mapping[str, Article]) -> Iterable[tuple[str, str]]:
    """Yield pairs of articles with enough rare names in common and near dates."""
    shared: dict[tuple[str, str], int] = {}
    for holders in _rare(articles):
        for position, other in enumerate(holders):
            for one in holders[:position]:
                shared[one, other] = shared.get((one, other), 0) + 1
    for (one, other), count in shared.items():
        dates = (articles[one].published, articles[other].published)
        if count >= _SHARED_NAMES and _near(*dates):
            yield one, other


def _rare(articles: Mapping[str, Article]) -> Iterable[list[str]]:
    """Yield for every rare name the articles that have it."""
    holders: dict[str, list[str]] = {}
    for name in sorted(articles):
        for word in names_in(articles[name]):
            holders.setdefault(word, []).append(name)
    most = min(_MOST_SHARING, max(_ALWAYS_RARE, len(articles) // _RARE_SHARE))
    return (found for found in holders.values() if 1 < len(found) <= most)


def _near(one: date | None, other: date | None) -> bool:
    """Whether two dates are near; an unknown one tells nothing against it."""
    return one is None or other is None or abs((one - other).days) <= _NEAR_DAYS


def _root(parents: dict[str, str], name: str) -> str:
    """Follow the links up to the first article of the story, shortening the way."""
    while parents[name] != name:
        parents[name] = parents[parents[name]]
        name = parents[name]
    return name
