"""
Who is meant where a report tells no name: "the gunman, who is 41" is whoever is called so there.

Inside one story a description is the one person that some report gives both by name and by it. Of
two such persons it may be either, and is held against nobody; of none it is the same person in
every report of the story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import ROLE, SOMEONE, Claim, FacetMatch, Rule
from checker.values import replace

_PERSON = "person"


def is_described(claim: Claim) -> bool:
    """Whether a claim is of somebody without a name, who may be another one in the next story."""
    return claim.facet(ROLE) is not None and claim.facet(_PERSON) is None


def is_named(claim: Claim) -> bool:
    """Whether the words of a report give a claim its person, and no description does."""
    return any(match.name == _PERSON and match.span is not None for match in claim.facets)


def identified(claims: Sequence[Claim], rule: Rule, told: Sequence[str]) -> list[Claim]:
    """
    Name the persons of a rule who are only described; `told` are the stories of the claims.

    What a person was called parts nobody who has a name: the driver of one report is the suspect
    of the next.
    """
    if not {_PERSON, ROLE} <= {facet.name for facet in rule.facets}:
        return list(claims)
    named: dict[tuple[str, str], set[str]] = {}
    for claim, story in zip(claims, told, strict=True):
        person, role = claim.facet(_PERSON), claim.facet(ROLE)
        for called in {role, SOMEONE} - {None} if person else ():
            named.setdefault((story, called or ""), set()).add(person or "")
    return [_identified(claim, story, named) for claim, story in zip(claims, told, strict=True)]


def _identified(claim: Claim, story: str, named: Mapping[tuple[str, str], set[str]]) -> Claim:
    """Give a claim the person that its description stands for in its story."""
    role = claim.facet(ROLE)
    if role is None:
        return claim
    facets = tuple(match for match in claim.facets if match.name != ROLE)
    if not is_described(claim):
        return replace(claim, facets=facets)
    people = named.get((story, role), set())
    if people and role == SOMEONE:
        # Whoever it is, some report names; `elsewhere` asks whether this one does too.
        return replace(claim, facets=facets)
    # A capital keeps what stands for a description apart from every name.
    is_one = not people and role != SOMEONE
    described = f"The {role}" if is_one else f"The {role} of {claim.id}"
    person = next(iter(people)) if len(people) == 1 else described
    return replace(claim, facets=(*facets, FacetMatch(_PERSON, person)))
