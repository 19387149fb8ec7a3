"""
Who is meant where a report tells no name: "the gunman, who is 41" is whoever is called so there.

Inside one story a description is the one person that some report gives both by name and by it. Of
two such persons it may be either, and is held against nobody; of none it is the same person in
every report of the story. Whoever is of quite another age is another person: a child that one
report calls the victim, and a man of whose death another tells by name, are two.

What somebody is called by any noun ("a baker of 61") tells the less: where some report speaks of
two bakers, none is known, and whoever a report introduces beside those it names is none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from checker.model import ANOTHER, CALLED, ROLE, SOMEONE, UNKNOWN, Claim, FacetMatch, Rule
from checker.values import replace

_PERSON = "person"

# Reports that tell the age of one person differ by so many years at most; of two further apart,
# nothing but a name tells that they are of one.
_NEAR_AGES = 5

# Of these nothing but their own report tells anything.
_NOBODY = frozenset({SOMEONE, UNKNOWN, ANOTHER})

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
    called = _called(claims, told, ROLE)
    several = _several(claims, told)
    found = [
        _identified(claim, called.get(key, []), is_one=key not in several)
        for claim, story in zip(claims, told, strict=True)
        for key in [(story, claim.facet(ROLE) or "")]
    ]
    return _by_calling(found, told, [claim.facet(ROLE) for claim in claims])


def _called(
    claims: Sequence[Claim], told: Sequence[str], name: str
) -> dict[tuple[str, str], list[tuple[str, Decimal | None]]]:
    """Return by story who is called so, by a facet that tells it; SOMEONE is whoever has a name."""
    called: dict[tuple[str, str], list[tuple[str, Decimal | None]]] = {}
    for claim, story in zip(claims, told, strict=True):
        person = claim.facet(_PERSON) or ""
        for value in {claim.facet(name), SOMEONE if person else None} - {None}:
            called.setdefault((story, value or ""), []).append((person, _age(claim)))
    return called


def _by_calling(
    claims: Sequence[Claim], told: Sequence[str], roles: Sequence[str | None]
) -> list[Claim]:
    """Name those who are told by any noun alone; `roles` are those that the claims had."""
    called = _called(claims, told, CALLED)
    named = {story for claim, story in zip(claims, told, strict=True) if claim.facet(_PERSON)}
    times = _ages_told(claims, told, CALLED)
    several = {key[:2] for key, ages in times.items() if len(ages) > 1}
    return [
        _with_calling(
            claim,
            [] if key in several else called.get(key, []),
            is_one=key not in several,
            role="" if role == SOMEONE and story not in named else role,
        )
        for claim, story, role in zip(claims, told, roles, strict=True)
        for key in [(story, claim.facet(CALLED) or "")]
    ]


def _with_calling(claim: Claim, told: _Ages, *, is_one: bool, role: str | None) -> Claim:
    """Give a claim the person that a noun stands for; `told` are all who are called so."""
    calling = claim.facet(CALLED)
    if calling is None:
        return claim
    facets = tuple(match for match in claim.facets if match.name != CALLED)
    if claim.facet(_PERSON) is not None:
        return replace(claim, facets=facets)
    named = {name for name, _ in told if name}
    near = {name for name, age in told if name and _are_near(age, _age(claim))}
    person = f"The {calling} of {claim.id}"
    if role != ANOTHER and len(near) == 1:
        person = next(iter(near))
    elif role == SOMEONE:
        return replace(claim, facets=facets)
    elif is_one and not near and not (role == ANOTHER and named):
        person = f"The {calling}{_told_apart(_age(claim), told)}"
    return replace(claim, facets=(*facets, FacetMatch(_PERSON, person)))


def _ages_told(
    claims: Sequence[Claim], told: Sequence[str], name: str
) -> dict[tuple[str, str, str], set[Decimal | None]]:
    """Return the ages that each report gives those called so, by story, calling and article."""
    values: dict[tuple[str, str, str], set[Decimal | None]] = {}
    for claim, story in zip(claims, told, strict=True):
        value = claim.facet(name)
        if value is not None:
            values.setdefault((story, value, claim.article), set()).add(_age(claim))
    return values


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
    is_open = role in (SOMEONE, ANOTHER) and claim.facet(CALLED) is not None
    if not claim.is_described:
        return replace(claim, facets=facets)
    if is_open or (role == SOMEONE and any(name for name, _ in told)):
        # Whoever it is, some report names; `elsewhere` asks whether this one does too.
        return replace(claim, facets=facets)
    people = {name for name, age in told if name and _are_near(age, _age(claim))}
    # A capital keeps what stands for a description apart from every name.
    is_alone = is_one and not people and role not in _NOBODY
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
