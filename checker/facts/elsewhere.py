"""
What a report tells of a place, person or firm that another one never writes is told of another.

"In Nice, 60 flights were cancelled" and "140 flights were cancelled" may be of one airport only if
the second report names Nice somewhere. A claim without the name stays open where its report has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.facts.clusters import Signature, compatible
from checker.facts.doubts import Stories, story_of
from checker.facts.openings import told_first
from checker.model import Article, Claim, FacetMatch, Rule
from checker.values import replace

ELSEWHERE = "elsewhere"
"""The value of a facet of which only this is known: it is none of those that others name."""

_PRODUCT = "product"
_NAMED = frozenset({"place", "person", "organisation"})

# Names are told apart by so many letters, for their endings and their spelling abroad ("Lisbonne").
_STEM = 4
# Shorter words ("de", "la") are of any name.
_SHORTEST = 3

_WORD = re.compile(r"[^\W_]+")
# What may be the name of a model, "Zephyr 2": a word with a number, and how any such one is noted.
_WITH_NUMBER = re.compile(r"([^\W\d_]+) (\d{1,2})\b")
_NUMBERED = "#"
Words = Callable[[str], frozenset[str] | None]
"""What returns the words of an article by its id, cut to what names are told apart by."""


def set_apart(claims: Sequence[Claim], rule: Rule, stories: Stories, words: Words) -> list[Claim]:
    """Mark the claims that are of none of the names which others of their story give."""
    names = [facet.name for facet in rule.facets if facet.type in _NAMED]
    found = list(claims)
    for name in names:
        told = _told(found, name, stories)
        found = [_marked(claim, name, told.get(story_of(claim, stories)), words) for claim in found]
    return found


def with_products(
    claims: Sequence[Claim], rule: Rule, stories: Stories, words: Words
) -> list[Claim]:
    """
    Give a figure without a product the one of its story's products that its report writes of.

    A report that writes of two of them ("the Zephyr One", "the Zephyr Mini") leaves it open.
    """
    if rule.facet(_PRODUCT) is None:
        return list(claims)
    told: dict[str, set[str]] = {}
    for claim in claims:
        value = claim.facet(_PRODUCT)
        told.setdefault(story_of(claim, stories), set()).update([value] if value else [])
    return [_with_product(claim, told[story_of(claim, stories)], words) for claim in claims]


def _with_product(claim: Claim, products: set[str], words: Words) -> Claim:
    own = words(claim.article) if claim.facet(_PRODUCT) is None else None
    found = [name for name in products if own is not None and _is_written(name, own)]
    if len(found) != 1:
        return claim
    return replace(claim, facets=(*claim.facets, FacetMatch(_PRODUCT, found[0])))


def _is_written(product: str, own: frozenset[str]) -> bool:
    """
    Whether a report has the last word of a product's name, and another one where it has more.

    One that writes "Zephyr 2" tells of that, and of no "Zephyr".
    """
    *others, last = product.split()
    if last.isdigit() and others:
        return f"{others[-1][:_STEM]} {last}" in own
    of_others = _stems(" ".join(others))
    is_last = (
        bool(_stems(last)) and _stems(last) <= own and f"{last[:_STEM]} {_NUMBERED}" not in own
    )
    return is_last and (not of_others or not of_others.isdisjoint(own))


def _told(claims: Sequence[Claim], name: str, stories: Stories) -> dict[str, set[str]]:
    """Return by story what the values of a facet that some claim gives are told by."""
    told: dict[str, set[str]] = {}
    for claim in claims:
        value = claim.facet(name)
        if value is not None:
            told.setdefault(story_of(claim, stories), set()).update(_stems(value))
    return told


def _marked(claim: Claim, name: str, told: set[str] | None, words: Words) -> Claim:
    if told is None or claim.facet(name) is not None:
        return claim
    own = words(claim.article)
    if own is None or not own.isdisjoint(told):
        return claim
    return replace(claim, facets=(*claim.facets, FacetMatch(name, ELSEWHERE)))


def may_be_named(facts: Sequence[Signature], rule: Rule) -> Iterator[tuple[int, int, str]]:
    """
    Yield each fact of somebody whom its report never names, with the one fact that may be his.

    Facts are given by their facets and told by their places, the facet that would tell comes last.
    "A climber fell 200 metres" may be of the one climber that other reports name; a place or a firm
    that a report never writes is another.
    """
    people = [facet.name for facet in rule.facets if facet.type == "person"]
    for name in (name for name in people if name != _PRODUCT):
        known = [dict(facets) for facets in facts]
        named = [n for n, own in enumerate(known) if own.get(name, ELSEWHERE) != ELSEWHERE]
        if len({known[n][name] for n in named}) != 1:
            continue
        for number, own in enumerate(known):
            bare = {other: value for other, value in own.items() if other != name}
            fits = [n for n in named if compatible(bare, known[n])]
            if own.get(name) == ELSEWHERE and len(fits) == 1:
                yield number, fits[0], name


def nameless(claim: Claim, name: str) -> Claim:
    """Return a claim that says nothing of a facet, where it was said to be of none of the names."""
    return replace(claim, facets=tuple(match for match in claim.facets if match.name != name))


def reader(articles: Mapping[str, Article]) -> Words:
    """Return what looks up the words of an article, each read once; None for one not at hand."""
    read: dict[str, frozenset[str] | None] = {}

    def words(name: str) -> frozenset[str] | None:
        if name not in read:
            article = articles.get(name)
            read[name] = _words_of(article) if article and article.text else None
        return read[name]

    return words


def _words_of(article: Article) -> frozenset[str]:
    text = f"{article.title or ''}\n{told_first(article)}"
    numbered = ((word[:_STEM], number) for word, number in _WITH_NUMBER.findall(text.casefold()))
    models = {f"{word} {end}" for word, number in numbered for end in (number, _NUMBERED)}
    return frozenset(_stems(text) | models)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST}
