"""A drafted rule before it is written down."""

from __future__ import annotations

from checker.model import Sample
from checker.starter.kinds import Guess
from checker.starter.seeds import Seed
from checker.values import frozen


@frozen
class Sketch:
    """One example: its texts and what they must give, `finds` as YAML; against or for the rule."""

    samples: tuple[Sample, ...]
    finds: str = ""
    verdict: str = ""
    is_against: bool = False


@frozen
class Plan:
    """Everything that a drafted rule says."""

    name: str
    seeds: tuple[Seed, ...]
    guess: Guess
    facets: tuple[tuple[str, str], ...] = ()
    examples: tuple[Sketch, ...] = ()
