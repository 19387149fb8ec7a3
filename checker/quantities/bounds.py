"""Bounds of two numbers that are one: ends of one range, and a bound that a conversion keeps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from checker.model import Language, Span
from checker.quantities.draft import Draft
from checker.quantities.parts import SMALLER
from checker.values import replace

# "More than 10, but less than 20".
_MOST_WORDS = 2
_LOWER, _UPPER = ("more_than", "at_least"), ("less_than", "at_most")


def join_ends(drafts: list[Draft], language: Language) -> None:
    """Join "18 months to three years" and "above 10 and below 20" to one range."""
    for place in range(len(drafts) - 1, 0, -1):
        one, two = drafts[place - 1], drafts[place]
        ends = _ends(one, two, language)
        if ends is not None:
            _make_range(one, two, ends)
            del drafts[place]


def _ends(one: Draft, two: Draft, language: Language) -> tuple[Decimal, Decimal] | None:
    """Return the ends of the range that two drafts are, in the order told; None for none."""
    between = two.tokens[one.last : two.first]
    if not 0 < len(between) <= _MOST_WORDS:
        return None
    low, high, words = one.mention.value, two.mention.value, language.numbers
    if low is None or high is None:
        return None
    if one.mention.hedges and two.mention.hedges:
        is_joined = between[0].word in words.bound_joins and (
            len(between) == 1 or between[1].word in words.bound_joins | words.of
        )
        return (min(low, high), max(low, high)) if is_joined and _are_bounds(one, two) else None
    if len(between) > 1 or one.mention.hedges or two.mention.hedges:
        return None
    size = SMALLER.get((two.unit, one.unit))
    opener = one.tokens[one.first - 1].word if one.first else ""
    # "18 months to three years", "between 30 minutes and 2 hours".
    middles = (*words.ranges.get("", ()), *words.ranges.get(opener, ()))
    if between[0].word not in middles or one.kind != "duration" or size is None:
        return None
    return (low, high * size) if low < high * size else None


def _are_bounds(one: Draft, two: Draft) -> bool:
    """Whether two bounds enclose numbers of one unit: "more than 10 and less than 20 km"."""
    if one.unit != two.unit and not one.is_bare and not two.is_bare:
        return False
    if one.change != two.change:
        return False
    lower, upper = sorted((one.mention, two.mention), key=lambda mention: mention.value or 0)
    is_wide = lower.value != upper.value
    return is_wide and lower.hedges[-1] in _LOWER and upper.hedges[-1] in _UPPER


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
    """Let conversions in brackets keep the bound: "under 296 hp (224 kW / 300 PS)"."""
    is_inside = False
    for before, draft in pairwise(drafts):
        between = draft.tokens[before.last : draft.first]
        marks = ("(", "/", ",", ";") if is_inside else ("(",)
        is_inside = False
        if len(between) != 1 or between[0].word not in marks or before.kind != draft.kind:
            continue
        is_inside = True
        if draft.mention.hedges or before.mention.value is None or draft.mention.value is None:
            continue
        if draft.kind not in ("count", "number"):
            draft.mention = replace(draft.mention, hedges=before.mention.hedges)


# "£2bn of its own stock".
_LONGEST_OBJECT = 4


def _is_sum_of(money: Draft, draft: Draft) -> bool:
    """Whether only what a sum is spent on stands between it and `draft`: "€1bn of stock over"."""
    between = [token.word for token in draft.tokens[money.last : draft.first]]
    if between == [","]:
        return money.kind == "currency"
    is_short = money.kind == "currency" and 1 < len(between) <= _LONGEST_OBJECT
    words = draft.language
    if not is_short or between[0] not in {*words.numbers.of, *words.discourse.prepositions}:
        return False
    return all(token.isalpha() and token not in words.quantities.verbs for token in between)


def free_spans(drafts: Sequence[Draft]) -> None:
    """Read "over" behind an amount as the time that it takes: "£75bn over six years"."""
    for before, draft in pairwise(drafts):
        mention, words = draft.mention, draft.language
        if draft.kind != "duration" or "more_than" not in mention.hedges:
            continue
        if draft.first != before.last and not _is_sum_of(before, draft):
            continue
        is_word = mention.number_first - mention.first == 1
        word = draft.tokens[draft.first].word
        following = draft.tokens[draft.last].word if draft.last < len(draft.tokens) else ""
        is_date = following in words.quantities.each_stops
        if is_word and word in words.discourse.prepositions and not is_date:
            hedges = tuple(hedge for hedge in mention.hedges if hedge != "more_than")
            draft.mention = replace(mention, hedges=hedges)
