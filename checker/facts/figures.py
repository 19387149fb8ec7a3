"""
What the figures of a story say about it: two groups of reports that share none are two stories.

Two earthquakes on one island are told in the same words. But the reports of one agree with one
another on some figure (the dead, the villages, the magnitude), while those of the other agree among
themselves on others. Where two such groups, each of several reports, have no figure in common and
contradict each other, they are taken for two events. A single report with a figure of its own is
none: that is what a disagreement looks like.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from checker.facts.alike import agree
from checker.facts.doubts import Stories
from checker.facts.terms import Vector, product
from checker.model import Claim

# A group of reports as small as this may simply repeat one source's error.
_FEWEST = 3

# Different readings of one figure that are held against each other; beyond, it tells nothing.
_MOST_READINGS = 64

Key = tuple[str, ...]


def divided(
    stories: Stories, told: Mapping[Key, Sequence[Claim]], vectors: Mapping[str, Vector]
) -> Stories:
    """
    Split the stories whose reports fall into groups with figures of their own.

    `told` are the claims by what they are about, so that those of one key and one story may be
    compared; `vectors` place the reports that have too few figures.
    """
    by_story: dict[str, list[list[Claim]]] = {}
    for claims in told.values():
        shared: dict[str, list[Claim]] = {}
        for claim in claims:
            shared.setdefault(stories.get(claim.article, ""), []).append(claim)
        for story, members in shared.items():
            if story.startswith("article ") and len(members) > 1:
                by_story.setdefault(story, []).append(members)
    found = dict(stories)
    for story, figures in by_story.items():
        found |= _split(story, figures, stories, vectors)
    return found


def _split(
    story: str, figures: list[list[Claim]], stories: Stories, vectors: Mapping[str, Vector]
) -> dict[str, str]:
    """Return the new stories of the reports of one story; nothing when it stays one."""
    parents: dict[str, str] = {}
    against: set[tuple[str, str]] = set()
    for claims in figures:
        _compare(claims, parents, against)
    groups: dict[str, list[str]] = {}
    for name in sorted(parents):
        groups.setdefault(_root(parents, name), []).append(name)
    large = [members for members in groups.values() if len(members) >= _FEWEST]
    foes = {(_root(parents, one), _root(parents, other)) for one, other in against}
    roots = [_root(parents, members[0]) for members in large]
    return _parted(story, large, stories, vectors) if _all_against(roots, foes) else {}


def _parted(
    story: str, groups: Sequence[Sequence[str]], stories: Stories, vectors: Mapping[str, Vector]
) -> dict[str, str]:
    """Return the new stories of the reports of one story, each at home in one of the groups."""
    if len(groups) <= 1:
        return {}
    seeds = {name: number for number, members in enumerate(groups) for name in members}
    others = [name for name, its in stories.items() if its == story and name not in seeds]
    for name in others:
        seeds[name] = _nearest(name, groups, vectors)
    return {name: f"{story}, {number + 1}" for name, number in seeds.items()}


def _compare(
    claims: Sequence[Claim], parents: dict[str, str], against: set[tuple[str, str]]
) -> None:
    """Join the reports whose figures meet, and note those whose figures exclude each other."""
    sharp: dict[object, list[Claim]] = {}
    soft: list[Claim] = []
    for claim in claims:
        quantity = claim.quantity
        parents.setdefault(claim.article, claim.article)
        if quantity is None or quantity.expected is None or quantity.bound == "vague":
            continue
        if quantity.bound == "=":
            sharp.setdefault((quantity.expected, quantity.unit), []).append(claim)
        else:
            soft.append(claim)
    for members in sharp.values():
        for one in members[1:]:
            _join(parents, members[0].article, one.article)
    firsts = [members[0] for members in sharp.values()][:_MOST_READINGS]
    for one, other in combinations(firsts, 2):
        if agree(one, other):
            _join(parents, one.article, other.article)
        else:
            against.add((one.article, other.article))
    for claim in soft:
        _join_only(claim, firsts, parents)


def _join_only(claim: Claim, firsts: Sequence[Claim], parents: dict[str, str]) -> None:
    """Join a report that gives a bound or a range to the one group whose figure it allows."""
    met = {_root(parents, one.article) for one in firsts if agree(claim, one)}
    if len(met) == 1:
        _join(parents, claim.article, met.pop())


def _all_against(roots: Sequence[str], foes: set[tuple[str, str]]) -> bool:
    """Whether every two groups contradict each other."""
    return all(
        (one, other) in foes or (other, one) in foes for one, other in combinations(roots, 2)
    )


def _nearest(name: str, groups: Iterable[Sequence[str]], vectors: Mapping[str, Vector]) -> int:
    """Return the number of the group whose reports are most like one."""
    own = vectors.get(name, {})
    alike = [
        sum(product(own, vectors.get(other, {})) for other in members) / len(members)
        for members in groups
    ]
    return max(range(len(alike)), key=lambda number: (alike[number], -number))


def _join(parents: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first


def _root(parents: dict[str, str], name: str) -> str:
    """Follow the links up to the first article of the group, shortening the way."""
    parents.setdefault(name, name)
    while parents[name] != name:
        parents[name] = parents[parents[name]]
        name = parents[name]
    return name
