"""
Groups of one story that few words show to be one, brought together by a name that no other tells.

Of a town or a person that only two groups name as news, or one group and a few reports that stand
alone, all tell the same event, as far as they are a little alike in other words and are not about
different names. One of two is small: what two large groups have in common is as a rule a place that
saw two events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.facts.groups import (
    FEWEST_SHARED,
    Group,
    are_at_odds,
    is_near,
    join_each_once,
    share_a_name,
)
from checker.facts.terms import length_of, product

# The smaller group has so many reports at most.
_LARGEST = 4

# So many reports that stand alone may tell the name of a group; what more tell is too well known.
_MOST_ALONE = 5
# More reports than these are a story, which several others may join.
_PAIR = 2

# The cosine of two groups of which a name tells that they are one.
_ALIKE = 0.07

# How much more alike the first of two partners is.
_CLEARLY = 1.5

_ROUNDS = 5

Entry = tuple[float, int, int]


def sharing(groups: Iterable[Group]) -> list[Group]:
    """Join two groups that alone tell some name, again and again."""
    found = dict(enumerate(groups))
    for _ in range(_ROUNDS):
        if not _join(found):
            break
    return list(found.values())


def _join(groups: dict[int, Group]) -> bool:
    """Let each group join one other at most; the most alike come first."""
    partners: dict[int, list[Entry]] = {}
    for alike, one, other in _entries(groups):
        partners.setdefault(one, []).append((-alike, one, other))
        partners.setdefault(other, []).append((-alike, other, one))
    firsts = {number: _first(entries, groups) for number, entries in partners.items()}
    wanted = [
        first
        for first in sorted(first for first in firsts.values() if first is not None)
        if firsts[first[-1]] is not None or len(groups[first[-1]].members) > _PAIR
    ]
    return join_each_once(groups, ((one, other) for _, one, other in wanted))


def _first(entries: Sequence[Entry], groups: Mapping[int, Group]) -> Entry | None:
    """Return the partner a group is most like; None where one of another event fits as well."""
    first, *others = sorted(entries)
    rivals = [entry for entry in others if first[0] > _CLEARLY * entry[0]]
    if any(not share_a_name(groups[first[-1]], groups[rival[-1]]) for rival in rivals):
        return None
    return first


def _entries(groups: Mapping[int, Group]) -> Iterable[Entry]:
    """Yield the pairs that may be joined, with how alike they are."""
    for one, other in _alone_together(groups):
        first, second = groups[one], groups[other]
        is_small = min(len(first.members), len(second.members)) <= _LARGEST
        # A name and nothing else is of any event at a place.
        is_told = len(first.total.keys() & second.total.keys()) >= FEWEST_SHARED - 1
        if is_small and is_told and is_near(first, second) and not _are_two(first, second):
            lengths = length_of(first.total) * length_of(second.total)
            alike = product(first.total, second.total) / lengths
            if alike >= _ALIKE:
                yield alike, one, other


def _are_two(one: Group, other: Group) -> bool:
    """Whether two groups are about different names: one that many tell, or two that two tell."""
    return are_at_odds(one, other) or are_at_odds(one, other, fewest=2, names=2)


def _alone_together(groups: Mapping[int, Group]) -> list[tuple[int, int]]:
    """
    Return the pairs of groups that tell a name as news which no third one tells.

    Reports that stand alone are no third one, unless they are many.
    """
    holders: dict[str, list[int]] = {}
    for number, group in sorted(groups.items()):
        for name in group.news:
            holders.setdefault(name, []).append(number)
    pairs = {(held[0], held[1]) for held in holders.values() if len(held) == 2}
    for held in holders.values():
        large = [number for number in held if len(groups[number].members) > 1]
        if len(large) == 1 and 2 < len(held) <= _MOST_ALONE + 1:
            others = (number for number in held if number not in large)
            pairs |= {(min(large[0], number), max(large[0], number)) for number in others}
    return sorted(pairs)
