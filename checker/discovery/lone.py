"""
Numbers that stand alone of their measure in their reports, and nearly meet.

Where a report gives one sum and no other, and another report of the story gives one close to it,
both are probably of one figure, whatever words tell it. A rule may read one of them: then its words
miss those of the other report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from checker.discovery.numbers import Number, differ, stem_of
from checker.discovery.pairs import Suspicion, most_alike
from checker.languages import load_language
from checker.lookbacks import look_backs
from checker.values import frozen

# Figures of one thing are seldom a third apart; those of two things mostly are more (measured on
# the labelled stories, where seven in ten of what lies closer are of one figure).
_FARTHEST = Decimal(4) / 3
# How many telling words both sentences have. Sums and measures need none: two lone ones that nearly
# meet are seldom of two things. Small counts often are.
_FEWEST_WORDS = {"currency": 0, "dimension": 0, "temperature": 1, "duration": 1, "count": 1}
_SMALL = 10
_WORDS_OF_SMALL = 2
# Lone numbers of one measure in a story; comparing all pairs of more would take long.
_MOST_NUMBERS = 40

Read = Mapping[str, Collection[str]]
"""The ids of the rules that claim something in an article, by its id."""


@frozen
class _Story:
    """The numbers of one measure that the reports of one story give, and the rules they meet."""

    numbers: tuple[Number, ...]
    figures: Mapping[str, frozenset[Decimal]]
    read: Read

    def is_told_with(self, one: Number, other: Number) -> bool:
        """Whether a report gives both figures: then they are two."""
        both = {_value(one), _value(other)}
        return any(both <= told for told in self.figures.values())

    def is_of_rule(self, figure: Number, rules: frozenset[str]) -> bool:
        """Whether another rule reads a figure somewhere: then it is another thing."""
        return any(each.rules - rules for each in self.numbers if _value(each) == _value(figure))


def lone_ones(
    numbers: Iterable[Number], stories: Mapping[str, str], read: Read
) -> Iterator[Suspicion]:
    """Yield pairs of lone figures that nearly meet, of which at most one is read by a rule."""
    groups: dict[tuple[str, ...], list[Number]] = {}
    for number in sorted(numbers, key=lambda each: each.place):
        story = stories.get(number.article.id, "")
        quantity = number.quantity
        if story:
            measure = (story, number.article.language, quantity.kind, quantity.unit)
            groups.setdefault(measure, []).append(number)
    for key in sorted(groups):
        yield from _of_story(_story(groups[key], read))


def _story(numbers: Iterable[Number], read: Read) -> _Story:
    members = tuple(numbers)
    figures: dict[str, set[Decimal]] = {}
    for number in members:
        figures.setdefault(number.article.id, set()).add(_value(number))
    told = {name: frozenset(values) for name, values in figures.items()}
    return _Story(members, told, read)


def _value(number: Number) -> Decimal:
    return abs(number.quantity.value or Decimal(0))


def _of_story(story: _Story) -> Iterator[Suspicion]:
    """Yield the pairs of each rule, and of none, that fit together."""
    if len(story.numbers) > _MOST_NUMBERS:
        return
    found: dict[str, list[tuple[Number, Number]]] = {}
    for pair in combinations(story.numbers, 2):
        if _is_probable(*pair, story):
            rule = next(iter(pair[0].rules | pair[1].rules), "")
            missed_first = sorted(pair, key=lambda each: len(each.rules))
            found.setdefault(rule, []).append((missed_first[0], missed_first[1]))
    for rule in sorted(found):
        suspicion = most_alike(found[rule], rule)
        if suspicion is not None:
            yield suspicion


def _is_probable(one: Number, other: Number, story: _Story) -> bool:
    """Whether two numbers are probably of one figure that two reports tell differently."""
    rules = one.rules | other.rules
    return (
        one.article.id != other.article.id
        and len(rules) <= 1
        and not (one.rules and other.rules)
        and _nearly_meet(one, other)
        and _is_lone(one, other, story, rules)
        and not story.is_told_with(one, other)
        and not any(story.is_of_rule(each, rules) for each in (one, other))
        and _share_enough(one, other)
        and not any(_looks_back(each) for each in (one, other))
    )


def _nearly_meet(one: Number, other: Number) -> bool:
    """Whether two numbers differ by up to a third, and change alike."""
    low, high = sorted((_value(one), _value(other)))
    is_alike = (one.quantity.change or "") == (other.quantity.change or "")
    return is_alike and bool(low) and high <= low * _FARTHEST and differ(one, other)


def _is_lone(one: Number, other: Number, story: _Story, rules: frozenset[str]) -> bool:
    """
    Whether a report gives no other figure of the measure, and none that the rule reads.

    Whoever tells what the rule reads, and this too, tells of two things.
    """
    fewest = min(len(story.figures[each.article.id]) for each in (one, other))
    missed = (each for each in (one, other) if not each.rules)
    return fewest == 1 and all(
        rules.isdisjoint(story.read.get(each.article.id, ())) for each in missed
    )


def _share_enough(one: Number, other: Number) -> bool:
    """Whether the sentences have as many telling words in common as such numbers need; no names."""
    kind = one.quantity.kind
    fewest = _FEWEST_WORDS.get(kind, 1)
    if kind == "count" and min(_value(one), _value(other)) < _SMALL:
        fewest = _WORDS_OF_SMALL
    shared = (one.said & other.said) - one.names - other.names
    return len(shared - {stem_of(one.quantity.unit)}) >= fewest


def _looks_back(number: Number) -> bool:
    """Whether its sentence tells of something earlier as well."""
    sentence = number.article.text[slice(*number.quantity.mention.sentence.span)]
    return any(True for _ in look_backs(sentence, load_language(number.article.language)))
