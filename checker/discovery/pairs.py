"""Which numbers that no rule claims are probably of one thing, and are not alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from checker.discovery.numbers import Number, differ, stem_of
from checker.values import frozen

# Of the telling words of the shorter sentence, so many are in the other one too: two reports of one
# thing repeat each other's words.
_ALIKE = 1 / 3
# Beyond the noun and what happens, so many words tell that it is one thing.
_FURTHER = 1
# A figure told in so many ways is not one figure but many.
_MOST_FIGURES = 3
# A sum or a length may be told with another verb where nearly all other words are the same.
_VERY_ALIKE = 0.6
_MANY = 4
# Numbers under one key; more are a table or a list, and comparing all pairs would take long.
_MOST_NUMBERS = 40


@frozen
class Suspicion:
    """
    Numbers that probably are of one thing; the first two are the most alike that differ.

    `rule` is the id of the rule that reads the `other` and not the one; empty where none reads any.
    """

    one: Number
    other: Number
    numbers: tuple[Number, ...]
    rule: str = ""


def suspicions(numbers: Iterable[Number], stories: Mapping[str, str]) -> Iterator[Suspicion]:
    """Yield what probably disagrees, each story by itself, in an order of its own."""
    told: dict[tuple[str, ...], list[Number]] = {}
    loose: dict[tuple[str, ...], list[Number]] = {}
    reports: dict[_Figure, set[str]] = {}
    for number in sorted(numbers, key=lambda each: each.place):
        story = stories.get(number.article.id, "")
        if not story:
            continue
        reports.setdefault(_figure(number, story), set()).add(number.article.id)
        loose.setdefault((story, *number.measure), []).append(number)
        if number.events:
            told.setdefault((story, *number.key), []).append(number)
    found = [(key, _suspicion(_sure(told[key]))) for key in sorted(told)]
    seen = {number.place for _, each in found if each for number in each.numbers}
    others = [(key, _retold(loose[key], seen)) for key in sorted(loose)]
    for key, each in (*found, *others):
        if each is not None and not _is_of_two_events(each, key[0], reports):
            yield each


def _retold(numbers: Sequence[Number], seen: Collection[object]) -> Suspicion | None:
    """
    Return two sums or measures of nearly the same words, though other verbs go with them.

    "A plan to save 12 million, said the minister" and "the minister presented a plan to save 21
    million" are of one plan. A number that is so much like two others is told of neither.
    """
    left = [each for each in numbers if each.quantity.kind != "count" and each.place not in seen]
    if len(left) > _MOST_NUMBERS:
        return None
    pairs = [pair for pair in combinations(left, 2) if _is_retold(*pair)]
    if len(pairs) != 1 or not differ(*pairs[0]):
        return None
    return Suspicion(*pairs[0], pairs[0])


def _is_retold(one: Number, other: Number) -> bool:
    """Whether two articles tell two numbers in nearly the same words."""
    is_other = one.article.id != other.article.id
    is_alike = alike(one, other) >= _VERY_ALIKE and len(one.said & other.said) >= _MANY
    return is_other and is_alike and _is_one_thing(one, other)


_Figure = tuple[str, str, object]


def _figure(number: Number, story: str) -> _Figure:
    return story, number.quantity.unit, number.quantity.value


def _is_of_two_events(found: Suspicion, story: str, reports: Mapping[_Figure, set[str]]) -> bool:
    """
    Whether each of two figures has several reports for it.

    So are two events told, a capture and the next one; one report that stands against the others
    is what a disagreement looks like (`checker.facts.figures`).
    """
    several = [len(reports[_figure(each, story)]) > 1 for each in (found.one, found.other)]
    return all(several)


def _sure(numbers: Sequence[Number]) -> list[Number]:
    """
    Leave out the numbers of articles that give two different ones under one key.

    Who tells of 12 boats sunk and of 40 boats sunk tells of two things, and no word here which.
    """
    by_article: dict[str, list[Number]] = {}
    for number in numbers:
        by_article.setdefault(number.article.id, []).append(number)
    return [
        members[0]
        for members in by_article.values()
        if not any(differ(members[0], other) for other in members[1:])
    ]


def _suspicion(numbers: Sequence[Number]) -> Suspicion | None:
    """Return the two numbers that are most alike and differ, with all that are of their thing."""
    if not 2 <= len(numbers) <= _MOST_NUMBERS:
        return None
    pairs = [pair for pair in combinations(numbers, 2) if _is_one_thing(*pair)]
    return most_alike(pairs)


def most_alike(pairs: Sequence[tuple[Number, Number]], rule: str = "") -> Suspicion | None:
    """Return the two numbers that are most alike and differ, with all that the pairs hold."""
    differing = [pair for pair in pairs if differ(*pair)]
    if not differing:
        return None
    one, other = max(differing, key=lambda pair: (alike(*pair), *_names(pair)))
    chosen = {one.place: one, other.place: other}
    near = [pair for pair in pairs if any(each.place in chosen for each in pair)]
    together = (*chosen.values(), *_others(near, chosen))
    figures = {number.quantity.value for number in together}
    return Suspicion(one, other, together, rule) if len(figures) <= _MOST_FIGURES else None


def _others(pairs: Iterable[Sequence[Number]], known: Collection[object]) -> tuple[Number, ...]:
    """Return the numbers of pairs that are not `known`, each once, in order."""
    others = {each.place: each for pair in pairs for each in pair if each.place not in known}
    return tuple(others[place] for place in sorted(others))


def _names(pair: Sequence[Number]) -> tuple[str, ...]:
    return tuple(number.article.id for number in pair)


def _is_one_thing(one: Number, other: Number) -> bool:
    """Whether the words around two numbers say that they are probably of one thing."""
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    if one.quantity.kind != "count" and not _of_one_subject(one, other):
        return False
    known = {stem_of(one.quantity.unit), *one.events[:1], *one.modifiers}
    further = (one.said & other.said) - known
    return len(further) >= _FURTHER and alike(one, other) >= _ALIKE


def _of_one_subject(one: Number, other: Number) -> bool:
    """Whether what one sum or measure is tied to ("a fee of") is told of the other too."""
    first, second = one.things[:1], other.things[:1]
    return not {*first}.isdisjoint(other.things) or not {*second}.isdisjoint(one.things)


def alike(one: Number, other: Number) -> float:
    """Return the share of the words of the shorter sentence that both have."""
    fewest = min(len(one.said), len(other.said))
    return len(one.said & other.said) / fewest if fewest else 0.0
