"""
Groups of one story that few words show to be one, brought together by the figures they give.

Two groups that tell of one place or person and give the same figure of the same thing ("4,120
evacuated", "a magnitude of 6.4") tell one event, unless they are at odds about as much else. A
figure of one digit is of too many events to tell: "three dead" are of any. What is told as of an
earlier event tells nothing here, and that two reports give the ages of two people is no
contradiction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from checker.facts.groups import Group, are_at_odds, is_near, join_each_once, share_a_name
from checker.facts.terms import length_of, product
from checker.model import ROLE, Claim, Rule
from checker.values import field, frozen

Figure = tuple[str, Decimal]
"""What is counted, and how many."""
Figures = Mapping[str, frozenset[Figure]]

# What a figure tells by its digits, zeros at its ends apart. One that two events of a kind would
# hardly share is worth one at least; one that differs takes back as much.
_OF_ONE_DIGIT = Decimal("0.4")
_OF_TWO_DIGITS = Decimal(1)
_OF_MORE = Decimal("1.5")
_ENOUGH = Decimal(1)

# Where more reports than these count a thing, what one of them alone says may be of another event.
_FEWEST_AGAINST = 2

# The cosine of two groups of which figures may tell that they are one.
_ALIKE = 0.05
# How much more alike the one of two equally fitting groups must be.
_CLEARLY = 1.5

# To stay linear, a figure that more groups give than these leads to none.
_MOST_SHARING = 40
_ROUNDS = 3

# A claim with one of these facets is of somebody, of whom there may be several.
_PERSON = "person"
_PRODUCT = "product"

_SHARP = frozenset({"=", "~"})
_MAGNITUDE = "magnitude"

Entry = tuple[Decimal, float, int, int]


@frozen
class Counts:
    """By article, the sharp figures it gives as news and the magnitude of its earthquake."""

    figures: Figures = field(default_factory=dict)
    strengths: Mapping[str, Decimal] = field(default_factory=dict)


def counts_of(claims: Sequence[Claim], rules: Mapping[str, Rule]) -> Counts:
    """Return what the reports count; the magnitude that one gives first is that of its quake."""
    strengths: dict[str, Decimal] = {}
    for claim in sorted(claims, key=lambda claim: claim.order):
        is_measured = claim.rule in rules and rules[claim.rule].unit == _MAGNITUDE
        value = claim.quantity.value if claim.quantity else None
        if is_measured and value is not None:
            strengths.setdefault(claim.article, value)
    return Counts(_figures_of(claims, rules), strengths)


def _figures_of(claims: Iterable[Claim], rules: Mapping[str, Rule]) -> Figures:
    found: dict[str, set[Figure]] = {}
    for claim in claims:
        rule, quantity = rules.get(claim.rule), claim.quantity
        if rule is None or claim.repeats is not None or claim.is_before:
            continue
        if quantity is not None and quantity.value is not None and quantity.bound in _SHARP:
            figure = _counted(claim, rule), quantity.value.normalize()
            found.setdefault(claim.article, set()).add(figure)
    return {name: frozenset(figures) for name, figures in found.items()}


def _counted(claim: Claim, rule: Rule) -> str:
    """Name what a claim counts: its rule, its unit and the facets that are no names."""
    is_of_somebody = any(f.type == _PERSON and f.name != _PRODUCT for f in rule.facets)
    closed = {facet.name for facet in rule.facets if facet.values} - {ROLE}
    known = sorted(
        f"{match.name}={match.value}"
        for match in claim.facets
        if match.name in closed and not is_of_somebody
    )
    unit = claim.quantity.unit if claim.quantity else ""
    return "\x1f".join([_PERSON if is_of_somebody else "", rule.id, str(unit), *known])


def reunited(groups: Iterable[Group], figures: Figures) -> list[Group]:
    """Join the groups whose figures tell that they are of one event."""
    found = dict(enumerate(groups))
    for _ in range(_ROUNDS):
        if not _join(found, figures):
            break
    return list(found.values())


def _join(groups: dict[int, Group], figures: Figures) -> bool:
    """Let each group join one other at most; those that agree most come first."""
    told = {number: _told(group, figures) for number, group in groups.items()}
    partners: dict[int, list[Entry]] = {}
    for one, other in _candidates(told):
        fit = _fit(groups[one], groups[other], _worth(told[one], told[other]))
        if fit is not None:
            partners.setdefault(one, []).append((*fit, one, other))
            partners.setdefault(other, []).append((*fit, other, one))
    firsts = {one: _first(entries, told) for one, entries in partners.items()}
    wanted = sorted(first for first in firsts.values() if first is not None)
    pairs = (first[-2:] for first in wanted if firsts[first[-1]] is not None)
    return join_each_once(groups, pairs)


def _first(entries: Sequence[Entry], told: Mapping[int, frozenset[Figure]]) -> Entry | None:
    """Return the partner that fits a group best; None where one of another event fits as well."""
    first, *others = sorted(entries)
    rivals = [entry for entry in others if not _is_clear(first, entry)]
    if any(_against(told[first[-1]], told[rival[-1]]) for rival in rivals):
        return None
    return first


def _told(group: Group, figures: Figures) -> frozenset[Figure]:
    """Return the figures of a group, but for one that a single report gives against several."""
    given = Counter(figure for name in group.members for figure in figures.get(name, ()))
    telling = Counter(counted for name in group.members for counted in _things(name, figures))
    return frozenset(
        figure
        for figure, reports in given.items()
        if reports > 1 or telling[figure[0]] <= _FEWEST_AGAINST
    )


def _things(name: str, figures: Figures) -> set[str]:
    """Return what a report gives figures of."""
    return {counted for counted, _ in figures.get(name, ())}


def _candidates(told: Mapping[int, frozenset[Figure]]) -> list[tuple[int, int]]:
    """Return the pairs of groups that give some figure in common."""
    holders: dict[Figure, list[int]] = {}
    for number, known in sorted(told.items()):
        for figure in known:
            holders.setdefault(figure, []).append(number)
    pairs = set[tuple[int, int]]()
    for held in holders.values():
        if len(held) <= _MOST_SHARING:
            pairs |= {(one, other) for place, one in enumerate(held) for other in held[place + 1 :]}
    return sorted(pairs)


def _worth(one: frozenset[Figure], other: frozenset[Figure]) -> Decimal:
    """Return what two groups have in common by their figures, less what they are at odds about."""
    agreed = sum((_telling(value) for _, value in one & other), Decimal(0))
    against = _against(one, other)
    return agreed - against if agreed >= max(_ENOUGH, Decimal(against)) else Decimal(-1)


def _against(one: frozenset[Figure], other: frozenset[Figure]) -> int:
    """Return of how many things two groups give figures of which none is shared."""
    settled = {counted for counted, _ in one & other}
    both = {counted for counted, _ in one} & {counted for counted, _ in other}
    return sum(1 for counted in both - settled if not counted.startswith(_PERSON))


def _telling(value: Decimal) -> Decimal:
    digits = len("".join(map(str, value.as_tuple().digits)).strip("0"))
    if digits <= 1:
        return _OF_ONE_DIGIT
    return _OF_TWO_DIGITS if digits == len("34") else _OF_MORE


def _fit(one: Group, other: Group, worth: Decimal) -> tuple[Decimal, float] | None:
    """Return how little speaks for joining two groups; None where something speaks against it."""
    if worth < 0 or not is_near(one, other) or not share_a_name(one, other):
        return None
    alike = product(one.total, other.total) / (length_of(one.total) * length_of(other.total))
    return None if alike < _ALIKE or are_at_odds(one, other) else (-worth, -alike)


def _is_clear(first: Entry, second: Entry) -> bool:
    """Whether the first of two partners fits better than the second, or is much more alike."""
    return first[0] < second[0] or first[1] <= _CLEARLY * second[1]
