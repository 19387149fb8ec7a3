"""A part that stands for its whole: "divers found 31 bodies" where nothing else is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Claim, Facet, FacetMatch, FacetValue, Rule
from checker.values import replace


def with_wholes(claims: Sequence[Claim], rules: Mapping[str, Rule]) -> list[Claim]:
    """
    Tell a part by the name of its whole in an article that tells no more of either.

    Who has found 31 bodies of 46 dead, or still looks for people, tells both; whoever counts only
    bodies says by them how many died.
    """
    told = {(claim.rule, facet.name, facet.value) for claim in claims for facet in claim.facets}
    better = {
        (rule, facet.name, part.id): whole
        for rule in {claim.rule for claim in claims}
        for facet in rules[rule].facets
        for part, whole in _standing(facet)
        if not any((rule, facet.name, name) in told for name in (whole, *part.whole_unless))
    }
    return [_renamed(claim, better) for claim in claims] if better else list(claims)


def _standing(facet: Facet) -> Iterator[tuple[FacetValue, str]]:
    """Yield the parts that may stand for a whole, each with the first whole that has it."""
    for part in facet.values.values():
        wholes = (whole.id for whole in facet.values.values() if part.id in whole.parts)
        whole = next(wholes, None) if part.whole_unless else None
        if whole is not None:
            yield part, whole


def _renamed(claim: Claim, better: Mapping[tuple[str, str, str], str]) -> Claim:
    """Give a claim the names of wholes for those of its parts."""
    facets = tuple(
        FacetMatch(f.name, better.get((claim.rule, f.name, f.value), f.value), f.span)
        for f in claim.facets
    )
    return claim if facets == claim.facets else replace(claim, facets=facets)
