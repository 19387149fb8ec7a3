"""Numbers of one sentence that belong together: parts of one sum, ends of one range, lists."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from checker.model import Language, Span, TokenKind
from checker.quantities.draft import Draft
from checker.values import replace

# "Two hours, 5 minutes, and 3 seconds".
_MOST_LINKS = 2
# How many of the smaller unit make one of the larger, where people say both together.
_SMALLER = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
    ("minute", "second"): 60, ("yard", "foot"): 3, ("foot", "inch"): 12, ("stone", "pound"): 14,
    ("pound", "ounce"): 16, ("kilometer", "meter"): 1000, ("meter", "centimeter"): 100,
    ("kilogram", "gram"): 1000, ("degree", "arcminute"): 60,
}  # fmt: skip
# The unit of a number that follows a larger unit without one: "1 hour thirty", "6 foot 2".
_IMPLIED = {"hour": "minute", "foot": "inch", "stone": "pound", "meter": "centimeter"}
# Nobody leaves the unit of a single digit out, but for feet and stones: "1 h 05", "6 foot 2".
_TWO_DIGITS = frozenset({"hour", "meter"})
# How many parts a bare number behind a sum of money counts: "20 rupees 43".
_CENTS = 100
# Kinds whose parts are said together.
_MIXED = ("duration", "dimension", "age")
_MARKS = frozenset({"±", "+"})


def join(drafts: list[Draft], language: Language) -> None:
    """Join the drafts of one sentence, and let bare numbers take the unit that is theirs."""
    _drop_denominators(drafts)
    _imply_units(drafts, language)
    _add_bare_subunits(drafts, language)
    _add_subunits(drafts, language)
    _add_smaller(drafts, language)
    _join_ends(drafts, language)
    _share_bounds(drafts)
    _share_units(drafts)
    _share_rates(drafts)


def _drop_denominators(drafts: list[Draft]) -> None:
    """Drop the 100,000 of "12 deaths per 100,000 people", which is part of the unit."""
    for place in range(len(drafts) - 1, 0, -1):
        if drafts[place].mention.number_first < drafts[place - 1].last:
            del drafts[place]


def _add_bare_subunits(drafts: list[Draft], language: Language) -> None:
    """Join "20 rupees 43" to one sum of money; behind "and" only where nothing follows."""
    joins = language.quantities.joins
    for place in range(len(drafts) - 1, 0, -1):
        part, whole = drafts[place], drafts[place - 1]
        if whole.kind != "currency" or not part.is_bare or not whole.is_whole:
            continue
        tokens = part.tokens
        between, word = tokens[whole.last : part.first], tokens[part.first].word
        is_worded = whole.last > whole.mention.last and "/" not in whole.unit
        is_last = part.last >= len(tokens) or tokens[part.last].kind == TokenKind.SYMBOL
        is_next = not between or (len(between) == 1 and between[0].word in joins and is_last)
        is_full = tokens[part.first].kind != TokenKind.NUMBER or len(word) == 2
        if is_worded and is_next and is_full and part.can_be_part(_CENTS):
            whole.add(part, _CENTS)
            del drafts[place]


def _imply_units(drafts: Sequence[Draft], language: Language) -> None:
    """Give "thirty" in "1 hour thirty" and "2" in "6-foot-2" the smaller unit."""
    joins = language.quantities.joins
    for whole, part in pairwise(drafts):
        unit = _IMPLIED.get(whole.unit)
        if unit is None or whole.mention.value is None or not part.is_bare:
            continue
        between = part.tokens[whole.last : part.first]
        is_next = not between or (len(between) == 1 and between[0].word == "-")
        if len(between) == 1 and between[0].word in joins:
            is_next = part.last >= len(part.tokens) or part.tokens[part.last].word == "."
        is_spelt = part.tokens[part.first].kind != TokenKind.NUMBER
        surface = part.tokens[part.first].word
        is_full = is_spelt or whole.unit not in _TWO_DIGITS or len(surface) == 2
        if is_next and is_full and part.can_be_part(_SMALLER[whole.unit, unit]):
            part.kind, part.unit = whole.kind, unit


_CENTS = 100


def _add_subunits(drafts: list[Draft], language: Language) -> None:
    """Join "thirteen dollars and forty cents" to one sum of money."""
    words = language.quantities
    for place in range(len(drafts) - 1, 0, -1):
        draft, whole = drafts[place], drafts[place - 1]
        parts = words.subunits.get(draft.unit)
        if draft.is_bare and whole.last == draft.first and whole.is_plain:
            parts = _CENTS
        if not parts or whole.kind != "currency" or whole.unit in words.subunits:
            continue
        between = draft.tokens[whole.last : draft.first]
        if len(between) > 1 or (between and between[0].word not in words.joins):
            continue
        if whole.add(draft, parts):
            del drafts[place]


def _add_smaller(drafts: list[Draft], language: Language) -> None:
    """
    Join "two years and three months" and "5 feet 6 inches" to one quantity.

    A chain is joined whole or not at all: "3 years, 2 months and 14 days" has no exact sum.
    """
    place = 0
    while place < len(drafts):
        end = place + 1
        while end < len(drafts) and _is_linked(drafts[end - 1], drafts[end], language):
            end += 1
        whole = drafts[place]
        steps = [
            (part, _SMALLER.get((one.unit, part.unit), 0))
            for one, part in pairwise(drafts[place:end])
        ]
        if whole.is_whole and all(part.can_be_part(size) for part, size in steps):
            for part, size in steps:
                whole.add_smaller(part, size)
            del drafts[place + 1 : end]
            end = place + 1
        place = end


_LOWER, _UPPER = ("more_than", "at_least"), ("less_than", "at_most")


def _join_ends(drafts: list[Draft], language: Language) -> None:
    """Join "18 months to three years" and "above 10 and below 20" to one range."""
    for place in range(len(drafts) - 1, 0, -1):
        one, two = drafts[place - 1], drafts[place]
        between = two.tokens[one.last : two.first]
        if len(between) != 1 or one.mention.value is None or two.mention.value is None:
            continue
        low, high = one.mention.value, two.mention.value
        word, hedges = between[0].word, (one.mention.hedges, two.mention.hedges)
        if word in language.numbers.ranges.get("", ()) and hedges == ((), ()):
            size = _SMALLER.get((two.unit, one.unit))
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


def _is_linked(whole: Draft, part: Draft, language: Language) -> bool:
    """Whether two quantities of one dimension stand in one chain, the larger unit first."""
    if whole.kind not in _MIXED or part.kind not in _MIXED or whole.unit == part.unit:
        return False
    between = part.tokens[whole.last : part.first]
    if len(between) > _MOST_LINKS or _family(whole.unit) != _family(part.unit):
        return False
    joins = language.quantities.joins
    is_linked = all(token.word in ",-" or token.word in joins for token in between)
    return is_linked and _rank(whole.unit) > _rank(part.unit) > 0


_FAMILIES = (
    ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"),
    ("inch", "foot", "yard", "mile"),
    ("centimeter", "meter", "kilometer"),
    ("ounce", "pound", "stone"),
    ("gram", "kilogram"),
    ("arcsecond", "arcminute", "degree"),
)
_RANKS = {
    unit: (number, rank)
    for number, family in enumerate(_FAMILIES)
    for rank, unit in enumerate(family, start=1)
}


def _rank(unit: str) -> int:
    return _RANKS.get(unit, (0, 0))[1]


def _family(unit: str) -> int:
    return _RANKS.get(unit, (-1, 0))[0]


def _share_bounds(drafts: Sequence[Draft]) -> None:
    """Let a conversion in brackets keep the bound: "more than 100 km (60 miles)"."""
    for before, draft in pairwise(drafts):
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
        draft, following = drafts[place], drafts[place + 1]
        is_listed = draft.is_listed_with(following) or _is_part(draft, following)
        if is_listed or _is_tolerance(draft, following):
            draft.take(following)
    level: Draft | None = None
    moved: Draft | None = None
    for before, draft in pairwise(drafts):
        if before.is_level:
            level = before
        if before.kind in ("count", "currency"):
            moved = before
        if draft.is_bare and (draft.is_reached_by(before) or _is_also_aged(before, draft)):
            draft.take(before)
        elif draft.is_bare and moved is not None and _ends_move(before, draft):
            draft.take(moved)
        elif draft.is_bare and level is not None and (draft.is_compared or draft.is_continued):
            draft.take(level)


def _is_part(draft: Draft, whole: Draft) -> bool:
    """Whether a bare number is some of the `whole` count: "28 of the 32 drones"."""
    tokens, at, language = draft.tokens, draft.last, draft.language
    if not draft.is_bare or whole.kind != "count" or at >= len(tokens):
        return False
    at += tokens[at].word in language.numbers.of
    at += at < len(tokens) and tokens[at].word in language.discourse.articles
    return draft.last < at == whole.first


def _is_also_aged(before: Draft, draft: Draft) -> bool:
    """Whether a bare number is one more age: "aged 12 and 14"."""
    between = draft.tokens[before.last : draft.first]
    joins = draft.language.quantities.joins
    return before.kind == "age" and len(between) == 1 and between[0].word in joins


# "Lost 0.6 %, to end at 7,512".
_MOST_WORDS = 4


def _ends_move(before: Draft, draft: Draft) -> bool:
    """Whether a share moved something to this bare level: "fell 45 points, or 0.6%, to 7,512"."""
    between = draft.tokens[before.last : draft.first]
    if before.kind != "percent" or not 0 < len(between) <= _MOST_WORDS:
        return False
    ranges = draft.language.numbers.ranges.get("", ())
    at = between[0].word == "," and len(between) > 1
    return between[at].kind == TokenKind.WORD and between[at].word in ranges


def _is_tolerance(draft: Draft, following: Draft) -> bool:
    """Whether the second number says how exact the first one is: "125.1 ± 0.2 GeV"."""
    if not draft.is_bare or following.is_bare or draft.last != following.first:
        return False
    return draft.tokens[following.first].word in _MARKS


def _share_rates(drafts: Sequence[Draft]) -> None:
    """Let a sum take the rate that stands behind its conversion: "9 marks (5 euros) a share"."""
    for before, draft in pairwise(drafts):
        between = draft.tokens[before.last : draft.first]
        if len(between) != 1 or between[0].word != "(" or before.kind != draft.kind:
            continue
        before.share_rate(draft)
