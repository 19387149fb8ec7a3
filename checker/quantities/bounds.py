"""Bounds of two numbers that are one: ends of one range, and a bound that a conversion keeps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from checker.model import Language, Span
from checker.quantities.draft import Draft
from checker.quantities.parts import SMALLER
from checker.values import replace

_LOWER, _UPPER = ("more_than", "at_least"), ("less_than", "at_most")


def join_ends(drafts: list[Draft], language: Language) -> None:
    """Join "18 months to three years" and "above 10 and below 20" to one range."""
    for place in range(len(drafts) - 1, 0, -1):
        one, two = drafts[place - 1], drafts[place]
        between = two.tokens[one.last : two.first]
        if len(between) != 1 or one.mention.value is None or two.mention.value is None:
            continue
        low, high = one.mention.value, two.mention.value
        word, hedges = between[0].word, (one.mention.hedges, two.mention.hedges)
        if word in language.numbers.ranges.get("", ()) and hedges == ((), ()):
            size = SMALLER.get((two.unit, one.unit))
            if size is None or low >= high * size or one.kind != "duration":
                continue
            high *= size
        elif word not in language.quantities.joins or not _are_ends(one, two):
            continue
        _make_range(one, two, (low, high))
        del drafts[place]


def _are_ends(one: Draft, two: Draft) -> bool:
    """Whether two bounds enclose numbers of one unit: "more than 10 and less than 20 km"."""
    low, high = one.mention.value, two.mention.value
    if low is None or high is None or low >= high:
        return False
    is_one = one.unit == two.unit or one.is_bare or two.is_bare
    hedges = one.mention.hedges[-1:], two.mention.hedges[-1:]
    return is_one and all(
        end and end[0] in bounds for end, bounds in zip(hedges, (_LOWER, _UPPER), strict=True)
    )


def _make_range(one: Draft, two: Draft, ends: tuple[Decimal, Decimal]) -> None:
    """Make the first draft the range between both, in its own unit or else the second one's."""
    mention, last = one.mention, two.mention
    span = Span(mention.span.start, last.span.end)
    one.mention = replace(
        mention,
        value=None,
        low=ends[0],
        high=ends[1],
        form="range",
        hedges=("range",),
        span=span,
        surface=one.text[span.start : span.end],
        last=last.last,
    )
    one.last = two.last
    if one.is_bare:
        one.take(two)


def share_bounds(drafts: Sequence[Draft]) -> None:
    """Let a conversion in brackets keep the bound: "more than 100 km (60 miles)"."""
    for before, draft in pairwise(drafts):
        between = draft.tokens[before.last : draft.first]
        if len(between) != 1 or between[0].word != "(" or before.kind != draft.kind:
            continue
        if draft.mention.hedges or before.mention.value is None or draft.mention.value is None:
            continue
        if draft.kind not in ("count", "number"):
            draft.mention = replace(draft.mention, hedges=before.mention.hedges)
