"""
Who is meant where a report tells no name: "the gunman, who is 41" is whoever is called so there.

Inside one story a description is the one person that some report gives both by name and by it. Of
two such persons it may be either, and is held against nobody; of none it is the same person in
every report of the story. Whoever is of quite another age is another person: a child that one
report calls the victim, and a man of whose death another tells by name, are two.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from checker.model import ROLE, SOMEONE, Claim, FacetMatch, Rule
from checker.values import replace

_PERSON = "person"

# Reports that tell the age of one person differ by so many years at most; of two further apart,
# nothing but a name tells that they are of one.
_NEAR_AGES = 5

_Ages = Sequence[tuple[str, Decimal | None]]
"""Who is called so in a story, the name empty where there is none, with the age a report gives."""


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
    called: dict[tuple[str, str], list[tuple[str, Decimal | None]]] = {}
    for claim, story in zip(claims, told, strict=True):
        person, role = claim.facet(_PERSON) or "", claim.facet(ROLE)
        for name in {role, SOMEONE if person else None} - {None}:
            called.setdefault((story, name or ""), []).append((person, _age(claim)))
    several = _several(claims, told)
    return [
        _identified(claim, called.get(key, []), is_one=key not in several)
        for claim, story in zip(claims, told, strict=True)
        for key in [(story, claim.facet(ROLE) or "")]
    ]


def _several(claims: Sequence[Claim], told: Sequence[str]) -> set[tuple[str, str]]:
    """Return by story the descriptions by which one report tells of two: a man, 25, a man, 31."""
    values: dict[tuple[str, str, str], set[Decimal | None]] = {}
    for claim, story in zip(claims, told, strict=True):
        if claim.is_described:
            key = (story, claim.facet(ROLE) or "", claim.article)
            values.setdefault(key, set()).add(_age(claim))
    return {(story, role) for (story, role, _), ages in values.items() if len(ages) > 1}


def _age(claim: Claim) -> Decimal | None:
    """Return the age that a claim tells; None where it is a range or vague."""
    return claim.quantity.value if claim.quantity is not None else None


def _identified(claim: Claim, told: _Ages, *, is_one: bool) -> Claim:
    """Give a claim the person that its description stands for; `told` are all called so."""
    role = claim.facet(ROLE)
    if role is None:
        return claim
    facets = tuple(match for match in claim.facets if match.name != ROLE)
    if not claim.is_described:
        return replace(claim, facets=facets)
    if role == SOMEONE and any(name for name, _ in told):
        # Whoever it is, some report names; `elsewhere` asks whether this one does too.
        return replace(claim, facets=facets)
    people = {name for name, age in told if name and _are_near(age, _age(claim))}
    # A capital keeps what stands for a description apart from every name.
    is_alone = is_one and not people and role != SOMEONE
    described = (
        f"The {role}{_told_apart(_age(claim), told)}" if is_alone else f"The {role} of {claim.id}"
    )
    person = next(iter(people)) if is_one and len(people) == 1 else described
    return replace(claim, facets=(*facets, FacetMatch(_PERSON, person)))


def _are_near(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two ages may be of one person; an age that is not known may be any."""
    return one is None or other is None or abs(one - other) <= _NEAR_AGES


def _told_apart(age: Decimal | None, told: _Ages) -> str:
    """Return what tells one of several persons of one description by the age: "", " (12)"."""
    ages = sorted({other for name, other in told if other is not None and not name})
    starts = [age for before, age in pairwise(ages) if age - before > _NEAR_AGES]
    own = max((start for start in starts if age is not None and start <= age), default=None)
    return "" if own is None else f" ({own})"
