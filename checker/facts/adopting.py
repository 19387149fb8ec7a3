"""
Reports left over, given to the one group they are clearly most like.

Two terse reports of one event may have next to nothing in common, though each repeats words of
what all others tell together. A report, or a pair of them, is held against each group as a whole.
It joins the one it is most like, unless another one comes near: what fits two events stays alone.
A group with which it has one name in common, or two words, is none that it could fit; nor is one
whose towns and persons are all others than its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.facts.groups import (
    FEWEST_SHARED,
    NAME_SHARED,
    Group,
    are_at_odds,
    is_near,
    join_each_once,
    name_apart,
    share_a_name,
)
from checker.facts.seats import Seats
from checker.facts.terms import is_exact, length_of, most_telling, product

# More reports than these tell a story of their own.
_LARGEST = 2

# The cosine of a report and a group, and how much more it must be than that of the next group.
_ALIKE = 0.08
_CLEARLY = 1.5

# Names that so many reports tell part a group from what it could adopt.
_FEWEST_TELLING = 2

# So often groups grow by what they adopt, which makes them known to others.
_ROUNDS = 3

# To stay linear, a group is sought by its most telling terms, and a term that more groups have than
# these leads to none.
_TELLING = 40
_MOST_SHARING = 40

Near = list[tuple[float, int]]


def adopted(groups: Iterable[Group], names: frozenset[str], seats: Seats) -> list[Group]:
    """
    Join what is left over with the groups that it fits.

    `names` are the terms that are such, and `seats` those of them by which events are known.
    """
    found = dict(enumerate(groups))
    for _ in range(_ROUNDS):
        if not _Round(found, names, seats).join():
            break
    return list(found.values())


class _Round:
    """The groups as they stand, by number, and what is asked of all of them."""

    def __init__(self, groups: dict[int, Group], names: frozenset[str], seats: Seats) -> None:
        self.groups = groups
        self.names = names
        self.seats = seats
        self.lengths = {number: length_of(group.total) for number, group in groups.items()}
        self.holders: dict[str, list[int]] = {}
        for number, group in groups.items():
            for term in _telling(group):
                self.holders.setdefault(term, []).append(number)

    def join(self) -> bool:
        """Let each group that is small join one other; the most alike come first."""
        wanted: list[tuple[float, int, int]] = []
        for number, group in self.groups.items():
            if len(group.members) <= _LARGEST:
                near = sorted(self._near(number))
                if near and _is_clear(near) and _may_join(group, self.groups[near[0][1]]):
                    wanted.append((near[0][0], number, near[0][1]))
        return join_each_once(self.groups, ((one, other) for _, one, other in sorted(wanted)))

    def _near(self, number: int) -> Near:
        """Return how unlike the groups are that one could fit, and which ones these are."""
        own = self.groups[number]
        shared: Counter[int] = Counter()
        for term in _telling(own):
            worth = NAME_SHARED if term in self.names or is_exact(term) else 1
            held = self.holders.get(term, ())
            for other in held if len(held) <= _MOST_SHARING else ():
                shared[other] += worth
        found: Near = []
        for other, worth in shared.items():
            could_fit = other != number and worth >= FEWEST_SHARED
            if could_fit and is_near(own, self.groups[other]):
                found.append((-self._alike(number, other), other))
        return found

    def _alike(self, one: int, other: int) -> float:
        """Return the cosine of two groups, the more the names tell that they are of one event."""
        first, second = self.groups[one], self.groups[other]
        lengths = self.lengths[one] * self.lengths[other]
        return self.seats.likeness(first, second) * product(first.total, second.total) / lengths


def _is_clear(near: Near) -> bool:
    """Whether the first group is alike enough, and much more so than the second."""
    best = -near[0][0]
    second = -near[1][0] if len(near) > 1 else 0.0
    return best >= max(_ALIKE, _CLEARLY * second)


def _may_join(group: Group, other: Group) -> bool:
    """Whether no names part a group from the one it is most like."""
    is_apart = name_apart(group, other) or are_at_odds(group, other, _FEWEST_TELLING)
    return share_a_name(group, other) and not is_apart


def _telling(group: Group) -> list[str]:
    """Return the most telling terms of a group."""
    return most_telling(group.total, _TELLING)
