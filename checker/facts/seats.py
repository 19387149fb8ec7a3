"""
The towns and persons by which an event is known, and what they tell of two groups of reports.

A name that several reports tell is where their event took place, or whom it befell. Groups that
have such a name in common are of one event sooner than their other words say. Groups that each have
some, of which no report tells one of either together, are of two: a raid on one port and a raid
on another are told in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations

from checker.facts.groups import Group

# So many reports tell such a name; fewer may quote one witness.
_FEWEST = 4

# A name that such a part of the reports of either group tells is one that both are about. One
# report of many that names another event as well does not make it theirs.
_SHARE_TELLING = 5

MOST_ALIKE = 1.5
"""How much more alike two groups are that share such a name."""
# Two that have none in common are so much less so.
_APART = 0.3


class Seats:
    """The names that several reports tell, each with the reports that do."""

    def __init__(self, told: Mapping[str, Iterable[str]]) -> None:
        """Take the towns and persons that each report tells as news, by its id."""
        holders: dict[str, set[str]] = {}
        for report, names in told.items():
            for name in names:
                holders.setdefault(name, set()).add(report)
        self._holders = {name: held for name, held in holders.items() if len(held) >= _FEWEST}

    def likeness(self, one: Group, other: Group) -> float:
        """Return how much more alike two groups are than their words, or how much less."""
        first, second = (group.narrow & self._holders.keys() for group in (one, other))
        if not first or not second:
            return 1.0
        if any(_is_told(name, one) and _is_told(name, other) for name in first & second):
            is_of_two = self._is_of_two(one, first) or self._is_of_two(other, second)
            return 1.0 if is_of_two else MOST_ALIKE
        return 1.0 if self._are_told_together(first, second) else _APART

    def _is_of_two(self, group: Group, names: AbstractSet[str]) -> bool:
        """Whether a report that stands alone tells two names that no other tells together."""
        held = self._holders
        pairs = combinations(names, 2) if len(group.members) == 1 else ()
        return any(len(held[one] & held[other]) == 1 for one, other in pairs)

    def _are_told_together(self, first: AbstractSet[str], second: AbstractSet[str]) -> bool:
        """Whether a report tells a name of the first and one of the second."""
        held = self._holders
        return any(not held[one].isdisjoint(held[other]) for one in first for other in second)


def _is_told(name: str, group: Group) -> bool:
    return group.news[name] * _SHARE_TELLING >= len(group.members)
