"""
Figures that a report gives place by place: each is held against those of its own place alone.

"12 dead in Ostra and 7 in Vero", "40 dead, of them 12 in Ostra": a place that one report of a story
tells apart is a part of the event, and a figure of it is no other report's figure of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from checker.facts.alike import MOST_FIGURES, is_dispute, meet
from checker.model import PLACE, Claim, FacetMatch, Rule
from checker.values import replace

# The value of the place of a whole, as readers see it.
_ALL = "all places"


def by_place(claims: Sequence[Claim], rule: Rule, homes: Sequence[str]) -> list[Claim]:
    """
    Give each figure the place it is of, where some report of its story tells that place apart.

    `homes` are the stories of the claims, in their order. Where a rule has a facet for the place,
    figures of no place are then of none of those. A rule that has facets for countries compares by
    these.
    """
    types = {facet.type: facet for facet in rule.facets}
    if rule.kind != "event" or "country" in types:
        return list(claims)
    place = types.get("place")
    if place is not None and (place.default or place.required):
        return list(claims)
    name = place.name if place else PLACE
    told: dict[tuple[str, ...], list[Claim]] = {}
    for claim, home in zip(claims, homes, strict=True):
        known = (f"{match.name}={match.value}" for match in claim.facets if match.name != name)
        told.setdefault((home, claim.article, *known), []).append(claim)
    parted: dict[str, set[str]] = {}
    for (home, *_), members in told.items():
        parted.setdefault(home, set()).update(_parts(members[:MOST_FIGURES], name))
    return [_placed(claim, name, parted[home]) for claim, home in zip(claims, homes, strict=True)]


def _parts(members: Sequence[Claim], name: str) -> set[str]:
    """Return the places that figures of one article for one thing are told apart by."""
    found = {place for claim in members for place in claim.apart}
    for one, other in combinations(members, 2):
        places = {_place(one, name), _place(other, name)}
        if len(places) == 1 or meet(one, other) or ("" in places and is_dispute(one, other)):
            continue
        if "" not in places or _is_part(one, other, name):
            found |= places - {""}
    return found


def _is_part(one: Claim, other: Claim, name: str) -> bool:
    """
    Whether, of two figures, the one of a place is a part of the one of none.

    It is the smaller, and stands in the sentence of the other or in one that the place opens.
    """
    part, whole = (one, other) if _place(one, name) else (other, one)
    small, large = part.quantity, whole.quantity
    if small is None or large is None or small.expected is None or large.expected is None:
        return False
    high, low = small.expected.high, large.expected.low
    is_beside = part.quote == whole.quote or bool(part.within) or name != PLACE
    return is_beside and high is not None and low is not None and high <= low


def _placed(claim: Claim, name: str, parted: set[str]) -> Claim:
    """Give a claim its place by the name that others know it by: "Ostra" for "Ostra Province"."""
    if not parted or claim.facet(name) is not None:
        return claim
    words = set(_place(claim, name).split())
    known = [place for place in parted if words.issuperset(place.split())]
    if not known:
        return claim if name == PLACE else _with(claim, name, _ALL)
    return _with(claim, name, max(known, key=lambda place: (-len(place.split()), place)))


def _with(claim: Claim, name: str, place: str) -> Claim:
    return replace(claim, facets=(*claim.facets, FacetMatch(name, place)))


def _place(claim: Claim, name: str) -> str:
    return claim.facet(name) or claim.at or claim.within
