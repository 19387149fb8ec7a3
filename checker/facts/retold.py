"""
A figure that a report tells twice, once more exactly: "Four dead", "four, including the gunman".

The headline tells the same figure as the text, and counts the same people. Where no report says
whether the gunman is one of the four, he may be, and "the gunman killed three" is no contradiction.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Claim, FacetMatch, Rule
from checker.values import replace

Key = tuple[str, ...]

# Whoever did it is one more; where several did, their number is seldom told.
_ONE_MORE = 1


def retold(claims: Sequence[Claim], rule: Rule) -> list[Claim]:
    """Give a figure the wider group that the same figure of its own article is told to be of."""
    found = list(claims)
    for facet in rule.facets:
        wider = {value.id for value in facet.values.values() if facet.default in value.parts}
        if wider:
            found = _of_wider(found, FacetMatch(facet.name, facet.default or ""), wider)
    return found


def may_count_more(claims: Sequence[Claim], rule: Rule, homes: Sequence[str]) -> dict[str, str]:
    """
    Return the claims that may count in whoever did it, by id, with the facet that would tell.

    Of "four dead" and "the gunman killed three" that is the first, which tells of no one who did
    it. `homes` are the stories of the claims, in their order.
    """
    found: dict[str, str] = {}
    for facet in rule.facets:
        if not any(facet.default in value.parts for value in facet.values.values()):
            continue
        done: set[tuple[object, ...]] = set()
        untold: list[tuple[str, tuple[object, ...]]] = []
        for claim, home in zip(claims, homes, strict=True):
            match = next((match for match in claim.facets if match.name == facet.name), None)
            value = claim.quantity.value if claim.quantity else None
            if match is None or match.value != facet.default or value is None:
                continue
            _, _, *others = _key(claim, facet.name)
            if match.span is None:
                untold.append((claim.id, (value - _ONE_MORE, home, *others)))
            else:
                done.add((value, home, *others))
        found |= {name: facet.name for name, figure in untold if figure in done}
    return found


def _of_wider(claims: Sequence[Claim], untold: FacetMatch, wider: set[str]) -> list[Claim]:
    """Replace the value of a facet that no word tells by the only wider one of that figure."""
    told: dict[Key, set[FacetMatch]] = {}
    for claim in claims:
        value = claim.facet(untold.name)
        if value in wider:
            key = _key(claim, untold.name)
            told.setdefault(key, set()).add(FacetMatch(untold.name, value))
    return [_retold(claim, untold, told) for claim in claims]


def _retold(claim: Claim, untold: FacetMatch, told: dict[Key, set[FacetMatch]]) -> Claim:
    known = told.get(_key(claim, untold.name), set())
    if claim.facet(untold.name) != untold.value or len(known) != 1:
        return claim
    (only,) = known
    facets = tuple(only if match.name == untold.name else match for match in claim.facets)
    return replace(claim, facets=facets)


def _key(claim: Claim, name: str) -> Key:
    """Return the article, the figure and the other facets of a claim."""
    quantity = claim.quantity
    known = (f"{match.name}={match.value}" for match in claim.facets if match.name != name)
    return claim.article, str(quantity and quantity.expected), *sorted(known)
