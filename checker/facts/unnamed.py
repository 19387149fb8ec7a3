"""
Whom a term or a sum is for where a report names nobody: the one person of the story's trial.

In a story that names one person it may be of that one, as far as the report writes the name; in
one that names nobody it is of the same person in every report. Where one report tells two figures,
or the story names two persons, nothing tells which is meant, and it is held against nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import ROLE, Claim, FacetMatch, Rule
from checker.values import replace

# Whoever is told by no other one: "a former priest".
_DEFENDANT = "defendant"

_Key = tuple[str, ...]
"""A story, and what else parts the figures in it: "suspended"."""


def with_unnamed(claims: Sequence[Claim], rule: Rule, told: Sequence[str]) -> list[Claim]:
    """Say who is meant by the claims of nobody by name; `told` are the stories of the claims."""
    person = next((facet.name for facet in rule.facets if facet.type == "person"), None)
    role = rule.facet(ROLE)
    if person is None or role is None or _DEFENDANT not in role.values:
        return list(claims)
    keys = [
        (story, *(match.value for match in claim.facets if match.name not in (person, ROLE)))
        for claim, story in zip(claims, told, strict=True)
    ]
    several = _several(claims, keys)
    names: dict[_Key, set[str]] = {}
    for claim, key in zip(claims, keys, strict=True):
        names.setdefault(key, set()).update(filter(None, [claim.facet(person)]))
    return [
        _identified(claim, person, names[key], is_one=key not in several and len(names[key]) <= 1)
        for claim, key in zip(claims, keys, strict=True)
    ]


def _several(claims: Sequence[Claim], keys: Sequence[_Key]) -> set[_Key]:
    """Return where one report tells two figures: of the leader and of a helper."""
    values: dict[tuple[_Key, str], set[object]] = {}
    for claim, key in zip(claims, keys, strict=True):
        figure = claim.quantity and (claim.quantity.value, claim.quantity.low)
        values.setdefault((key, claim.article), set()).add(figure)
    return {key for (key, _), figures in values.items() if len(figures) > 1}


def _identified(claim: Claim, person: str, names: set[str], *, is_one: bool) -> Claim:
    """Give a claim of nobody by name its person, or leave it open where others name the one."""
    role = claim.facet(ROLE)
    if role is None:
        return claim
    facets = tuple(match for match in claim.facets if match.name != ROLE)
    is_open = is_one and bool(names) and role == _DEFENDANT
    if is_open:
        return replace(claim, facets=facets)
    # A capital keeps what stands for a description apart from every name.
    whole = f"The {role}" if is_one else f"The {role} of {claim.id}"
    return replace(claim, facets=(*facets, FacetMatch(person, whole)))
