"""The kinds that a whole is made of, which no dictionary knows: "48 vehicles: 31 buses"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.checks._case import ENDS, tokens_of, word_at
from checker.interval import ZERO
from checker.model import Language, Quantity

# How far the kinds of a whole may be off its number, as a share of it, to be its kinds at all.
_NEAR = Decimal("0.2")
SMALLEST_SUM = Decimal(10_000)
"""Below this, money is a price rather than a sum: "£300: £150 for adults, £80 for children"."""


def are_kinds(whole: Quantity, items: Sequence[Quantity], language: Language) -> bool:
    """
    Whether a list may tell of what kinds a whole is: "48 vehicles: 31 buses, 12 vans".

    Nobody knows which nouns name kinds of another one. So every item must be smaller, of a noun of
    its own, and together they must come near the whole. "A crew of 14" counts, too. Money must be a
    sum, each part of it for something, and no verb may follow the last item.
    """
    is_alike = _are_counted(whole, items, language) or _is_sum(whole, items, language)
    return is_alike and not _has_verb(items[-1], language) and are_near(whole, items)


def are_near(whole: Quantity, items: Sequence[Quantity]) -> bool:
    """Whether numbers are all smaller than a whole, and together come near it."""
    values = [one.value for one in items if one.value is not None]
    if whole.value is None or len(values) < len(items) or max(values) >= whole.value:
        return False
    return abs(sum(values) - whole.value) <= whole.value * _NEAR


def _are_counted(whole: Quantity, items: Sequence[Quantity], language: Language) -> bool:
    """Whether every item counts something of its own."""
    units = {one.unit for one in items} | {whole.unit}
    before = word_at(tokens_of(whole), whole.first - 1)
    is_group = whole.kind == "number" and before in language.discourse.belonging
    is_counted = (whole.kind == "count" or is_group) and all(one.kind == "count" for one in items)
    return is_counted and len(units) > len(items)


def _is_sum(whole: Quantity, items: Sequence[Quantity], language: Language) -> bool:
    """Whether a large sum of money is followed by sums for something."""
    is_money = whole.kind == "currency" and {one.unit for one in items} == {whole.unit}
    leads = language.discourse.prepositions
    are_placed = all(word_at(tokens_of(one), one.last) in leads for one in items)
    return is_money and are_placed and (whole.value or ZERO) >= SMALLEST_SUM


def _has_verb(last: Quantity, language: Language) -> bool:
    """Whether a verb follows the last item: "20 adults and 10 children were on board"."""
    verbs = language.discourse.passives | language.discourse.auxiliaries
    for token in tokens_of(last)[last.last :]:
        if token.word in ENDS:
            return False
        if token.word in verbs:
            return True
    return False
