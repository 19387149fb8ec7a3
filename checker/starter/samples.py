"""The examples of a drafted rule: the author's sentences, and what can be made of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from checker.model import Quantity, Sample
from checker.pipeline import read_quantities
from checker.starter.plan import Sketch
from checker.starter.seeds import Seed
from checker.trials import article_of

_BOUND_KEYS = {">": "over", ">=": "at-least", "<": "under", "<=": "at-most", "=": "value"}


Facets = Sequence[tuple[str, str]]
"""The names and values of the facets that a sentence tells."""


def examples_of(seeds: Sequence[Seed], facets: Sequence[Facets]) -> tuple[Sketch, ...]:
    """Make examples of every sentence: what it finds, what it must not, and pairs of it."""
    pairs = zip(seeds, facets, strict=True)
    return tuple(sketch for seed, found in pairs for sketch in _of_one(seed, found))


def _of_one(seed: Seed, facets: Facets) -> Iterator[Sketch]:
    sample = seed.sample
    yield Sketch((sample,), finds=finds_of(seed.quantity, facets))
    for other, quantity in _with_another_number(seed):
        yield Sketch((sample, other), verdict="disagree")
        yield Sketch((other,), finds=finds_of(quantity, facets))
    yield Sketch((sample, sample), verdict="agree", is_against=True)
    bare = Sample(f"{seed.quantity.surface}.", sample.lang)
    yield Sketch((bare,), finds="nothing", is_against=True)
    if seed.quantity.kind == "count":
        yield Sketch((_without_number(seed),), finds="nothing", is_against=True)
    if seed.quantity.kind == "age":
        # An age needs no word beside it, so that a bare one is found too; a share is no age.
        yield Sketch((_as_share(seed),), finds="nothing", is_against=True)


def finds_of(quantity: Quantity, facets: Facets) -> str:
    """Write what a claim must say as YAML."""
    told = [*_number(quantity), *facets]
    return "{" + ", ".join(f"{name}: {value}" for name, value in told) + "}"


def _number(quantity: Quantity) -> list[tuple[str, str]]:
    """Return the keys that tell a number; a range has two."""
    if quantity.value is None:
        if quantity.bound == "vague":
            return [("vague", json.dumps(quantity.mention.surface.lower(), ensure_ascii=False))]
        ends = (("low", quantity.low), ("high", quantity.high))
        return [(name, f"{end:f}") for name, end in ends if end is not None]
    key = _BOUND_KEYS.get(quantity.bound, "about")
    if quantity.bound == "~" and "nearly" in quantity.mention.hedges:
        key = "nearly"
    return [(key, f"{quantity.value:f}")]


def _with_another_number(seed: Seed) -> Iterator[tuple[Sample, Quantity]]:
    """Yield the sentence with another number, where that is read as one of its kind."""
    span, text = seed.quantity.mention.span, seed.sample.text
    for stated in _other_numbers(seed.quantity):
        sample = Sample(f"{text[: span.start]}{stated}{text[span.end :]}", seed.sample.lang)
        for quantity in read_quantities(article_of(sample, 0)).quantities:
            is_there = quantity.span.start <= span.start < quantity.span.end
            if is_there and quantity.unit == seed.quantity.unit and _number(quantity):
                yield sample, quantity
                return


def _other_numbers(quantity: Quantity) -> Iterator[str]:
    """Yield other spellings of a number: another first digit, both ends ten times, or digits."""
    stated = quantity.mention.surface
    digits = [at for at, character in enumerate(stated) if character.isdigit()]
    if quantity.bound == "range":
        # Not ten times: 200 would become a year.
        yield re.sub(r"\d+", r"\g<0>00", stated)
    elif digits and quantity.value is not None:
        first = digits[0]
        yield f"{stated[:first]}{(int(stated[first]) + 4) % 9 + 1}{stated[first + 1 :]}"
    elif quantity.bound == "=":
        yield f"{(quantity.value or 0) + 4:f}"


def _as_share(seed: Seed) -> Sample:
    """Return the sentence with a percentage in place of its number."""
    text, span = seed.sample.text, seed.quantity.span
    return Sample(f"{text[: span.start]}64 %{text[span.end :]}", seed.sample.lang)


def _without_number(seed: Seed) -> Sample:
    """Return the sentence of a count with its number left out: "They sent tents."."""
    text, span = seed.sample.text, seed.quantity.mention.span
    left = " ".join(f"{text[: span.start]}{text[span.end :]}".split())
    return Sample(left[:1].upper() + left[1:], seed.sample.lang)
