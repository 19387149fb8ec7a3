"""
Which articles tell one story, so that "12 dead" here is never compared with "12 dead" elsewhere.

An article whose metadata names an event belongs to that event and to nothing else. The others are
gathered by what their openings have in common: names count fully, other words half, and each the
more the fewer articles have it. Two groups become one when their articles are, on average, alike
enough, have a name in common and were published near one another. What "alike enough" means does
not hang on how many articles are at hand: rarity is reckoned as if many others, of other stories,
stood beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from heapq import heapify, heappop, heappush
from math import fsum, log, sqrt

from checker.facts.doubts import Stories
from checker.model import NEAR_DAYS, Article
from checker.values import field, record

Vector = dict[str, float]
Entry = tuple[float, int, int]

# The event is told at the beginning; further down stand the background and other events.
_OPENING = 3_000

# Cosines, averaged over the pairs of two groups. Reports of one event that few words tell lie
# around 0.25, those of two unrelated events under 0.1 (nineteen in twenty).
_ALIKE = 0.10

# Rarity is reckoned as if so many other articles were at hand, so that a term of two articles among
# two is as telling as one of two among a hundred.
_OTHERS = 200

# A word that is no name tells half as much: many events have "fire" and "police" in common.
_PLAIN = 0.5

# Words are told apart by so many letters: "explosion" and "explosive" are one in any language.
_STEM = 6
_SHORTEST = 3

# A text with fewer names than these is told by its other words alone.
_FEWEST_NAMES = 2

# To stay linear, articles are first sought by their most telling terms, and a term that very many
# have leads from each of them to the next few only.
_TELLING = 20
_MOST_SHARING = 40

# Two articles have so much in common at least: two names, three other words, or a name and one.
_NAME_SHARED, _FEWEST_SHARED = 2, 3

# A bound keeps a hostile text of ever new words from filling the memory.
_WORDS_REMEMBERED = 50_000
_WORD = re.compile(r"[^\W_][\w'’-]*")
# A capital after another word or a comma: not one that merely opens a sentence.
_INSIDE = re.compile(r"(?<=[\w,;] |\w[’'])[^\W\d_][\w-]{2,}")


@record
class _Group:
    """Articles of one story so far: the sum of their vectors, first and last day, and the names."""

    names: list[str]
    total: Vector
    days: tuple[date, date] | None
    known: frozenset[str]
    near: set[int] = field(default_factory=set)


def group_stories(
    articles: Iterable[Article],
    common: Mapping[str, frozenset[str]] | None = None,
    told: Mapping[str, Vector] | None = None,
) -> Stories:
    """
    Return the story of every article by its id; the name of a story means nothing by itself.

    `common` holds by language the words that tell nothing: function words, months, weekdays.
    `told` are the vectors of the articles, where they are known already.
    """
    known = sorted(articles, key=lambda article: article.id)
    stories = {article.id: f"event {article.event}" for article in known if article.event}
    unnamed = [article for article in known if not article.event]
    found = vectors(unnamed, common or {}) if told is None else told
    for group in _gathered(unnamed, found, _names(unnamed)):
        stories |= dict.fromkeys(group, f"article {min(group)}")
    return stories


def shared_terms(one: Vector, other: Vector, most: int = 5) -> list[str]:
    """Name what two articles have in common, the most telling first."""
    shared = {term: one[term] * other[term] for term in one if term in other}
    return sorted(shared, key=lambda term: (-shared[term], term))[:most]


def vectors(articles: Iterable[Article], common: Mapping[str, frozenset[str]]) -> dict[str, Vector]:
    """Return for every article how telling each of its terms is, as a vector of length one."""
    terms = {a.id: _terms(a, common.get(a.language, frozenset())) for a in articles}
    holders = Counter(term for weights in terms.values() for term in weights)
    others = len(terms) + _OTHERS
    found: dict[str, Vector] = {}
    for name, weights in terms.items():
        told = {term: weight * log(others / holders[term]) for term, weight in weights.items()}
        length = sqrt(sum(value * value for value in told.values())) or 1.0
        found[name] = {term: value / length for term, value in told.items()}
    return found


def _terms(article: Article, common: frozenset[str]) -> Vector:
    """Weigh the words of an opening: names and figures fully, other words by half."""
    text = _opening(article)
    names = set(_capitals(text))
    weights: Vector = {}
    for word in _WORD.findall(text):
        plain = word.casefold()
        if len(plain) < _SHORTEST or plain in common or plain.isdigit():
            continue
        stem = _stem(word)
        weights[stem] = 1.0 if stem in names or stem[0].isdigit() else _PLAIN
    return weights


def _capitals(text: str) -> list[str]:
    """Return the words written with a capital inside a sentence."""
    return [_stem(word) for word in _INSIDE.findall(text) if word[0].isupper()]


def _names(articles: Iterable[Article]) -> frozenset[str]:
    """Return the words that are names: more often with a capital than without, over all texts."""
    large, small = Counter[str](), Counter[str]()
    for article in articles:
        text = _opening(article)
        large.update(set(_capitals(text)))
        small.update({_stem(word) for word in _WORD.findall(text) if word[0].islower()})
    return frozenset(word for word, count in large.items() if count > small[word])


def _opening(article: Article) -> str:
    """Return title and opening, without front matter, boilerplate and repeated paragraphs."""
    return "\n".join([article.title or "", told_first(article)])[:_OPENING]


def told_first(article: Article) -> str:
    """Return what of a text can tell its story; as a text of its own it tells the same."""
    parts, start = [], 0
    for mark in article.marks:
        parts.append(article.text[start : mark.span.start])
        start = mark.span.end
    parts.append(article.text[start : start + _OPENING])
    return "\n".join(parts)[:_OPENING]


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _stem(word: str) -> str:
    bare = word.casefold().replace("’", "'")
    return bare.split("'")[-1 if bare.find("'") <= 1 else 0][:_STEM]


def _gathered(
    articles: list[Article], told: Mapping[str, Vector], names: frozenset[str]
) -> Iterable[list[str]]:
    """Join the two groups that are most alike, again and again, while any are alike enough."""
    days = {a.id: (a.published, a.published) if a.published else None for a in articles}
    groups = {
        index: _Group([a.id], dict(told[a.id]), days[a.id], names.intersection(told[a.id]))
        for index, a in enumerate(articles)
    }
    queue: list[Entry] = []
    vectors_of = [told[a.id] for a in articles]
    for one, other in _candidates(articles, vectors_of, names):
        queue += _related(groups, one, other)
    heapify(queue)
    fresh = len(groups)
    while queue:
        _, one, other = heappop(queue)
        if one in groups and other in groups:
            groups[fresh] = _joined(groups.pop(one), groups.pop(other))
            for neighbour in sorted(groups[fresh].near & groups.keys()):
                for entry in _related(groups, neighbour, fresh):
                    heappush(queue, entry)
            fresh += 1
    return [group.names for group in groups.values()]


def _candidates(
    articles: list[Article], told: list[Vector], names: frozenset[str]
) -> list[tuple[int, int]]:
    """Return pairs near in time that have a few of their most telling terms in common."""
    days = [a.published.toordinal() if a.published else _ALWAYS for a in articles]
    holders: dict[str, list[int]] = {}
    for index in sorted(range(len(articles)), key=lambda index: (days[index], index)):
        vector = told[index]
        for term in sorted(vector, key=lambda term: (-vector[term], term))[:_TELLING]:
            holders.setdefault(term, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for term, found in holders.items():
        worth = _NAME_SHARED if term in names else 1
        for pair in _neighbours(found, days):
            shared[pair] += worth
    return [pair for pair, count in shared.items() if count >= _FEWEST_SHARED]


def _neighbours(found: list[int], days: list[int]) -> Iterator[tuple[int, int]]:
    """Pair each article with the next by day; those without a day come last and may be any."""
    reach = len(found) if len(found) <= _MOST_SHARING else _MOST_SHARING // 4
    for place, one in enumerate(found):
        last = days[one] + NEAR_DAYS
        for other in found[place + 1 : place + 1 + reach]:
            if last < days[other] < _ALWAYS:
                continue
            yield (one, other) if one < other else (other, one)


# Later than any day.
_ALWAYS = date.max.toordinal() + 1


def _related(groups: dict[int, _Group], one: int, other: int) -> Iterable[Entry]:
    """Yield the entry of two groups that are alike enough; the most alike are smallest."""
    first, second = groups[one], groups[other]
    first.near.add(other)
    second.near.add(one)
    # What takes longest comes last: most pairs are told apart by their days.
    if _near(first.days, second.days) and _share_a_name(first, second):
        alike = product(first.total, second.total) / (len(first.names) * len(second.names))
        if alike >= _ALIKE:
            yield -alike, one, other


def _joined(one: _Group, other: _Group) -> _Group:
    """Make one group of two."""
    large, small = (one, other) if len(one.total) >= len(other.total) else (other, one)
    for term, value in small.total.items():
        large.total[term] = large.total.get(term, 0.0) + value
    days = [day for pair in (one.days, other.days) if pair for day in pair]
    span = (min(days), max(days)) if days else None
    names = [*one.names, *other.names]
    return _Group(names, large.total, span, one.known | other.known, one.near | other.near)


def _share_a_name(one: _Group, other: _Group) -> bool:
    """Whether two groups name the same place or person; one that names hardly any may fit any."""
    if min(len(one.known), len(other.known)) < _FEWEST_NAMES:
        return True
    return not one.known.isdisjoint(other.known)


def product(one: Vector, other: Vector) -> float:
    """Return the inner product of two vectors: how alike two articles are."""
    # An exact sum does not hang on the order of terms, which a set does not keep.
    return fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def _near(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    """Whether two groups were published near one another; unknown days tell nothing against it."""
    if one is None or other is None:
        return True
    return (max(one[0], other[0]) - min(one[1], other[1])).days <= NEAR_DAYS
