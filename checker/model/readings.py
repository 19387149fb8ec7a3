"""What was read in one article: its quantities, and what the rules made of them."""

from __future__ import annotations

from typing import Literal

from checker.model.numbers import Quantity
from checker.model.text import Article, Skipped
from checker.model.verdicts import Claim
from checker.values import frozen


@frozen
class QuantitiesRead:
    """
    The quantities of one article, in order, and the numbers that were not understood.

    `numbers` counts all that were seen, `understood` those that became quantities.
    """

    article: Article
    quantities: tuple[Quantity, ...]
    skipped: tuple[Skipped, ...]
    numbers: int
    understood: int


@frozen
class Refusal:
    """Why a rule does not speak of a quantity: the first `key` that failed, and what it lacked."""

    rule: str
    key: Literal["unit", "words", "needs", "unless", "facets", "compare"]
    detail: str


@frozen
class Evidence:
    """The words of the text that met the keys `words` and `needs` of a rule."""

    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@frozen
class Reading:
    """
    What the rules made of one article.

    `refusals` pairs each quantity with the reasons of the rules that considered it and did not take
    it. `evidence` pairs the id of each claim with the terms that made it, by key, as written.
    """

    claims: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    refusals: tuple[tuple[Quantity, tuple[Refusal, ...]], ...] = ()
    evidence: tuple[tuple[str, Evidence], ...] = ()


Placed = tuple[QuantitiesRead, Reading]
"""The quantities of one article, and what the rules made of them."""
