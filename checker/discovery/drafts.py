"""Drafts for numbers that probably are of one thing: a rule of their own, or an example for one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from checker.discovery.numbers import Number
from checker.discovery.pairs import Suspicion
from checker.errors import UsageError
from checker.model import Rule, Sample
from checker.rates import Rates
from checker.rules import load_rules
from checker.starter import draft_example, draft_rule
from checker.values import frozen, replace

# Sentences are offered to the draft together, then one by one.
_TRIES = ((0, 1), (0,), (1,))
# Any word may tell of such a number.
_ALL = r"""
id: any-number
title: Any number
unit: {unit}
kind: event
words:
  {lang}: ['/[^\W\d]+/']
"""


@frozen
class Draft:
    """A rule that compares some numbers, and what is offered to whoever writes rules."""

    rule: Rule
    text: str


def drafts(suspicion: Suspicion, known: Mapping[str, Rule], rates: Rates) -> Iterator[Draft]:
    """Yield rules for two numbers; some sentences give none. `known` are those there are."""
    if suspicion.rule:
        yield _wider(suspicion, known[suspicion.rule].title)
        return
    numbers = (suspicion.one, suspicion.other)
    samples = [_sample(number) for number in numbers]
    places = [n.quantity.span.start - n.quantity.mention.sentence.span.start for n in numbers]
    for tried in _TRIES:
        try:
            draft = _draft([samples[n] for n in tried], [places[n] for n in tried], rates)
            if draft.rule.id in known:
                name = f"{draft.rule.id}-found"
                draft = _draft([samples[n] for n in tried], [places[n] for n in tried], rates, name)
        except UsageError:
            continue
        yield draft


def _draft(samples: Sequence[Sample], places: Sequence[int], rates: Rates, name: str = "") -> Draft:
    """Draft and load a rule. Raises: UsageError when none can be made of these sentences."""
    text = draft_rule(samples, rates, name, places)
    path = text.partition("\nid: ")[2].partition("\n")[0] + ".yaml"
    (rule,) = load_rules({path: text}).rules
    return Draft(rule, text)


def _sample(number: Number) -> Sample:
    text = number.article.text[slice(*number.quantity.mention.sentence.span)]
    return Sample(text, number.article.language)


def _wider(suspicion: Suspicion, title: str) -> Draft:
    """
    Draft an example of what a rule misses.

    A rule that asks for no words compares the two: by the measure, by who says so, and when.
    """
    missed, read = suspicion.one, suspicion.other
    text = draft_example(_sample(missed), missed.quantity, suspicion.rule, read.quantity.surface)
    return Draft(_any_of(missed, title), text)


def _any_of(number: Number, title: str) -> Rule:
    """Return a rule that reads every number of a measure, whatever its sentence says."""
    quantity = number.quantity
    unit = "currency" if quantity.kind == "currency" else quantity.unit
    told = {"unit": json.dumps(unit, ensure_ascii=False), "lang": number.article.language}
    (rule,) = load_rules({"any-number.yaml": _ALL.format(**told)}).rules
    return replace(rule, title=title)
