"""
Stage 3: what each mention measures: its unit or counted noun, its two readings, whether it changes.

Tokens are looked up in the tables of the language pack; neither pint nor a regular expression runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from checker.model import Language, Mention, Quantity
from checker.quantities.draft import Draft
from checker.values import replace

__all__ = ["find_quantities"]


def find_quantities(mentions: Iterable[Mention], language: Language, text: str) -> list[Quantity]:
    """
    Return one quantity a mention, in order.

    `text` is the article's, for the spelling of symbols and of the counted noun phrase.
    """
    found: list[Quantity] = []
    for _, group in groupby(mentions, key=lambda mention: mention.sentence.span.start):
        members = tuple(group)
        drafts = [
            Draft(mention, language, text, following)
            for mention, following in zip(members, (*members[1:], None), strict=True)
        ]
        for draft in drafts:
            draft.measure()
        if len(drafts) > 1:
            _join(drafts, language)
        found += [draft.quantity() for draft in drafts]
    return found


def _join(drafts: list[Draft], language: Language) -> None:
    """Let the numbers of one sentence share units and bounds, or become one quantity."""
    _add_subunits(drafts, language)
    _add_smaller(drafts, language)
    _share_bounds(drafts)
    _share_units(drafts)


def _add_subunits(drafts: list[Draft], language: Language) -> None:
    """Join "thirteen dollars and forty cents" to one sum of money."""
    words = language.quantities
    for place in range(len(drafts) - 1, 0, -1):
        draft, whole = drafts[place], drafts[place - 1]
        parts = words.subunits.get(draft.unit)
        if not parts or whole.kind != "currency" or whole.unit in words.subunits:
            continue
        between = draft.tokens[whole.last : draft.first]
        if len(between) > 1 or (between and between[0].word not in words.joins):
            continue
        if whole.add(draft, parts):
            del drafts[place]


# "Two hours, 5 minutes, and 3 seconds".
_MOST_LINKS = 2
# How many of the smaller unit make one of the larger, where people say both together.
_SMALLER = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
    ("minute", "second"): 60, ("yard", "foot"): 3, ("foot", "inch"): 12, ("stone", "pound"): 14,
    ("pound", "ounce"): 16, ("kilometer", "meter"): 1000, ("meter", "centimeter"): 100,
    ("kilogram", "gram"): 1000,
}  # fmt: skip


def _add_smaller(drafts: list[Draft], language: Language) -> None:
    """Join "two years and three months" and "5 feet 6 inches" to one quantity."""
    place = 1
    while place < len(drafts):
        whole, part = drafts[place - 1], drafts[place]
        size = _SMALLER.get((whole.unit, part.unit))
        between = part.tokens[whole.last : part.first] if size is not None else ()
        joins = language.quantities.joins
        is_joined = len(between) <= _MOST_LINKS and all(
            token.word == "," or token.word in joins for token in between
        )
        if size is not None and is_joined and whole.add_smaller(part, size):
            del drafts[place]
        else:
            place += 1


def _share_bounds(drafts: Sequence[Draft]) -> None:
    """Let a conversion in brackets keep the bound: "more than 100 km (60 miles)"."""
    for place in range(1, len(drafts)):
        draft, before = drafts[place], drafts[place - 1]
        between = draft.tokens[before.last : draft.first]
        if len(between) != 1 or between[0].word != "(" or before.kind != draft.kind:
            continue
        if draft.mention.hedges or before.mention.value is None or draft.mention.value is None:
            continue
        if draft.kind not in ("count", "number"):
            draft.mention = replace(draft.mention, hedges=before.mention.hedges)


def _share_units(drafts: Sequence[Draft]) -> None:
    """Let bare numbers take the unit of their list ("8 or 9 euros") or of what they meet."""
    for place in range(len(drafts) - 2, -1, -1):
        if drafts[place].is_listed_with(drafts[place + 1]):
            drafts[place].take(drafts[place + 1])
    level: Draft | None = None
    for before, draft in pairwise(drafts):
        if before.is_level:
            level = before
        if draft.is_bare and draft.is_reached_by(before):
            draft.take(before)
        elif draft.is_bare and level is not None and (draft.is_compared or draft.is_continued):
            draft.take(level)
