"""The examples of a drafted rule: the author's sentences, and what can be made of them."""

from __future__ import annotations

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
    yield Sketch((sample,), finds=_finds(seed.quantity, facets))
    for other, quantity in _with_another_number(seed):
        yield Sketch((sample, other), verdict="disagree")
        yield Sketch((other,), finds=_finds(quantity, facets))
    yield Sketch((sample, sample), verdict="agree", is_against=True)
    bare = Sample(f"{seed.quantity.surface}.", sample.lang)
    yield Sketch((bare,), finds="nothing", is_against=True)
    if seed.quantity.kind == "count":
        yield Sketch((_without_number(seed),), finds="nothing", is_against=True)


def _finds(quantity: Quantity, facets: Facets) -> str:
    """Write what a claim must say as YAML."""
    key = _BOUND_KEYS.get(quantity.bound, "about")
    if quantity.bound == "~" and "nearly" in quantity.mention.hedges:
        key = "nearly"
    told = [(key, f"{quantity.value:f}"), *facets]
    return "{" + ", ".join(f"{name}: {value}" for name, value in told) + "}"


def _with_another_number(seed: Seed) -> Iterator[tuple[Sample, Quantity]]:
    """Yield the sentence with another first digit, where that is read as a number of its kind."""
    mention, text = seed.quantity.mention, seed.sample.text
    digits = [at for at, character in enumerate(mention.surface) if character.isdigit()]
    start = mention.span.start
    if digits:
        first = start + digits[0]
        changed = text[:first] + str((int(text[first]) + 4) % 9 + 1) + text[first + 1 :]
    elif seed.quantity.bound == "=":
        changed = f"{text[:start]}{(seed.quantity.value or 0) + 4:f}{text[mention.span.end :]}"
    else:
        return
    sample = Sample(changed, seed.sample.lang)
    for quantity in read_quantities(article_of(sample, 0)).quantities:
        if quantity.span.start == seed.quantity.span.start and quantity.value is not None:
            yield sample, quantity


def _without_number(seed: Seed) -> Sample:
    """Return the sentence of a count with its number left out: "They sent tents."."""
    text, span = seed.sample.text, seed.quantity.mention.span
    left = " ".join(f"{text[: span.start]}{text[span.end :]}".split())
    return Sample(left[:1].upper() + left[1:], seed.sample.lang)
