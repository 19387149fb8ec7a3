"""A group of reports of one story so far, and what keeps two of them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from checker.facts.compass import Region, lie_apart
from checker.facts.terms import Vector
from checker.model import NEAR_DAYS
from checker.values import field, record

NAME_SHARED, FEWEST_SHARED = 2, 3
"""What a shared name counts, and how much is shared at least: two names, or a name and a word."""

# What a group is about is a name that half of its reports tell as news, and three at least: two
# reports have many a name in common (a speaker, an agency's town) that the third never heard of.
_FEWEST_TELLING = 3
_SHARE_TELLING = 2

# Agencies that measure one quake differ by less; a main shock and its aftershocks by more.
_OTHER_QUAKE = Decimal("0.8")

# A text with fewer names than these is told by its other words alone.
_FEWEST_NAMES = 2


@record
class Group:
    """
    Reports of one story so far, by their ids.

    `total` is the sum of their vectors, `days` the first and last they were published on, `known`
    the names in them and `news` how many tell each name as news. `strengths` are the least and the
    greatest magnitude of their earthquakes, `regions` the ends of places that they tell, `narrow`
    the names they tell of somebody or some place less than a country. `near` are the groups they
    have been held against.
    """

    members: list[str]
    total: Vector
    days: tuple[date, date] | None
    known: frozenset[str]
    news: Counter[str]
    strengths: tuple[Decimal, Decimal] | None = None
    regions: frozenset[Region] = frozenset()
    narrow: frozenset[str] = frozenset()
    near: set[int] = field(default_factory=set)


def joined(one: Group, other: Group) -> Group:
    """Make one group of two."""
    large, small = (one, other) if len(one.total) >= len(other.total) else (other, one)
    for term, value in small.total.items():
        large.total[term] = large.total.get(term, 0.0) + value
    large.news.update(small.news)
    days = [day for pair in (one.days, other.days) if pair for day in pair]
    strengths = [value for pair in (one.strengths, other.strengths) if pair for value in pair]
    return Group(
        [*one.members, *other.members],
        large.total,
        (min(days), max(days)) if days else None,
        one.known | other.known,
        large.news,
        (min(strengths), max(strengths)) if strengths else None,
        one.regions | other.regions,
        one.narrow | other.narrow,
        one.near | other.near,
    )


def join_each_once(groups: dict[int, Group], pairs: Iterable[tuple[int, int]]) -> bool:
    """Let the first of each pair join the second, in order, each group once; say if any did."""
    taken = set[int]()
    for one, other in pairs:
        if taken.isdisjoint((one, other)):
            groups[other] = joined(groups[other], groups.pop(one))
            taken |= {one, other}
    return bool(taken)


def is_near(one: Group, other: Group) -> bool:
    """
    Whether two groups were published near one another, and tell what may be of one place.

    Earthquakes that they measure may be one, and they lie at no opposite ends of a country.
    What is not known tells nothing against it.
    """
    if one.strengths and other.strengths:
        weak, strong = sorted((one.strengths, other.strengths))
        if strong[0] - weak[1] >= _OTHER_QUAKE:
            return False
    if lie_apart(one.regions, other.regions):
        return False
    if one.days is None or other.days is None:
        return True
    return (max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])).days <= NEAR_DAYS


def name_apart(one: Group, other: Group) -> bool:
    """Whether each of two groups names a town or a person, but none that both do."""
    return bool(one.narrow and other.narrow) and one.narrow.isdisjoint(other.narrow)


def share_a_name(one: Group, other: Group) -> bool:
    """Whether two groups name the same place or person; one that names hardly any may fit any."""
    if min(len(one.news), len(other.news)) < _FEWEST_NAMES:
        return True
    return not one.known.isdisjoint(other.known)


def are_at_odds(one: Group, other: Group, fewest: int = _FEWEST_TELLING, names: int = 1) -> bool:
    """
    Whether each of two groups is about somebody or some place that the other never names.

    So many reports of a group, and half of them, tell the name as news: `fewest`. `names` are as
    many as it takes.
    """
    return len(_own(one, other, fewest)) >= names <= len(_own(other, one, fewest))


def _own(group: Group, other: Group, fewest: int) -> list[str]:
    """Return the names that a group is about and the other one never tells."""
    needed = max(fewest, len(group.members) / _SHARE_TELLING)
    if len(group.members) < fewest:
        return []
    return [
        name for name, count in group.news.items() if count >= needed and name not in other.news
    ]
