"""
A figure that a report tells twice, once more exactly: "Four dead", "four, including the gunman".

The headline tells the same figure as the text, and counts the same people.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Claim, FacetMatch, Rule
from checker.values import replace

Key = tuple[str, ...]


def retold(claims: Sequence[Claim], rule: Rule) -> list[Claim]:
    """Give a figure the wider group that the same figure of its own article is told to be of."""
    found = list(claims)
    for facet in rule.facets:
        wider = {value.id for value in facet.values.values() if facet.default in value.parts}
        if wider:
            found = _of_wider(found, FacetMatch(facet.name, facet.default or ""), wider)
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
