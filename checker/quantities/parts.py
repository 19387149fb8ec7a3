"""Parts of one sum, "5 feet 6 inches", "1 hour thirty", and of one count, "40, 11 of them"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.model import Language, Token, TokenKind
from checker.nouns import is_plural
from checker.phrases import phrase_before, touches
from checker.quantities.draft import Draft
from checker.quantities.rates import add_rate
from checker.units import conversion

# "Two hours, 5 minutes, and 3 seconds".
_MOST_LINKS = 2
# How many of the smaller unit make one of the larger, where people say both together.
SMALLER = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
    ("minute", "second"): 60, ("yard", "foot"): 3, ("foot", "inch"): 12, ("stone", "pound"): 14,
    ("pound", "ounce"): 16, ("kilometer", "meter"): 1000, ("meter", "centimeter"): 100,
    ("kilogram", "gram"): 1000, ("degree", "arcminute"): 60,
}  # fmt: skip
# The unit of a number that follows a larger unit without one: "1 hour thirty", "6 foot 2".
_IMPLIED = {
    "hour": "minute", "foot": "inch", "stone": "pound", "meter": "centimeter", "kilogram": "gram",
}  # fmt: skip
# All digits are written but behind feet and stones: "1 h 05", "1 m 80", "2 kg 500", "6 foot 2".
_FULL = {"hour": 2, "meter": 2, "kilogram": 3}
# How many parts a bare number behind a sum of money counts: "20 rupees 43".
_CENTS = 100
# Kinds whose parts are said together.
_MIXED = ("duration", "dimension", "age")


def imply_units(drafts: Sequence[Draft], language: Language) -> None:
    """Give "thirty" in "1 hour thirty" and "2" in "6-foot-2" the smaller unit."""
    joins = language.quantities.joins
    for whole, part in pairwise(drafts):
        unit = _IMPLIED.get(whole.unit)
        if _has_minutes(whole, part):
            part.kind, part.unit = whole.kind, "minute"
        elif _are_minutes(whole, part):
            whole.kind, whole.unit = part.kind, "minute"
        if unit is None or whole.mention.value is None or not part.is_bare:
            continue
        between = part.tokens[whole.last : part.first]
        is_next = not between or (len(between) == 1 and between[0].word == "-")
        if len(between) == 1 and between[0].word in joins:
            is_next = part.last >= len(part.tokens) or part.tokens[part.last].word == "."
        is_spelt = part.tokens[part.first].kind != TokenKind.NUMBER
        surface = part.tokens[part.first].word
        is_full = is_spelt or len(surface) == _FULL.get(whole.unit, len(surface))
        if is_next and is_full and part.can_be_part(SMALLER[whole.unit, unit]):
            part.kind, part.unit = whole.kind, unit


def _has_minutes(whole: Draft, part: Draft) -> bool:
    """Whether the metres right behind hours are minutes: "2h 15m"."""
    is_next = whole.unit == "hour" and part.unit == "meter" and whole.last == part.first
    return is_next and part.tokens[part.last - 1].word == "m" and part.can_be_part(60)


def _are_minutes(whole: Draft, part: Draft) -> bool:
    """Whether metres that touch seconds are minutes: "5m10s"."""
    is_metre = whole.unit == "meter" and whole.tokens[whole.last - 1].word == "m"
    return is_metre and part.unit == "second" and touches(whole.tokens, whole.last)


# Behind seconds stand hundredths or thousandths, all their digits written: "9 secondes 58".
_HUNDREDTHS = (2, 3)


def add_hundredths(drafts: list[Draft], language: Language) -> None:
    """Join "9 secondes 58" to one time of 9.58 seconds; behind "and" only where nothing follows."""
    joins = language.quantities.joins
    for place in range(len(drafts) - 1, 0, -1):
        part, whole = drafts[place], drafts[place - 1]
        word = part.tokens[part.first].word
        is_full = word.isdecimal() and len(word) in _HUNDREDTHS and part.last == part.first + 1
        if whole.unit != "second" or not (part.is_bare and whole.is_whole and is_full):
            continue
        between = part.tokens[whole.last : part.first]
        is_joined = len(between) == 1 and between[0].word in joins
        is_last = part.last >= len(part.tokens) or part.tokens[part.last].kind == TokenKind.SYMBOL
        if (not between or (is_joined and is_last)) and whole.add(part, 10 ** len(word)):
            del drafts[place]


def add_bare_subunits(drafts: list[Draft], language: Language) -> None:
    """Join "20 rupees 43" to one sum of money; behind "and" only where nothing follows."""
    joins = language.quantities.joins | language.numbers.points
    for place in range(len(drafts) - 1, 0, -1):
        part, whole = drafts[place], drafts[place - 1]
        if whole.kind != "currency" or not part.is_bare or not whole.is_whole:
            continue
        tokens = part.tokens
        between, word = tokens[whole.last : part.first], tokens[part.first].word
        is_worded = whole.last > whole.mention.last and "/" not in whole.unit
        is_worded = is_worded and whole.unit not in language.quantities.subunits
        is_last = part.last >= len(tokens) or tokens[part.last].kind == TokenKind.SYMBOL
        # "Un euro e cinquanta al litro".
        is_last = is_last or tokens[part.last].word in language.quantities.each
        is_next = not between or (len(between) == 1 and between[0].word in joins and is_last)
        is_full = tokens[part.first].kind != TokenKind.NUMBER or len(word) == 2
        if is_worded and is_next and is_full and part.can_be_part(_CENTS):
            whole.add(part, _CENTS)
            add_rate(whole)
            del drafts[place]


def add_subunits(drafts: list[Draft], language: Language) -> None:
    """Join "thirteen dollars and forty cents" to one sum of money."""
    words = language.quantities
    joins = words.joins | language.numbers.points
    for place in range(len(drafts) - 1, 0, -1):
        draft, whole = drafts[place], drafts[place - 1]
        parts = words.subunits.get(draft.unit)
        if draft.is_bare and whole.last == draft.first and whole.is_plain:
            parts = _CENTS
        if not parts or whole.kind != "currency" or whole.unit in words.subunits:
            continue
        if "/" in whole.unit:
            # "5 cents a mile and 10 cents a stop".
            continue
        between = draft.tokens[whole.last : draft.first]
        if len(between) > 1 or (between and between[0].word not in joins):
            continue
        if whole.add(draft, parts):
            del drafts[place]


def add_smaller(drafts: list[Draft], language: Language) -> None:
    """
    Join "two years and three months" and "5 feet 6 inches" to one quantity.

    A chain is joined whole or not at all. Months and years have no fixed number of days: "3 years,
    2 months and 14 days" are told in years, as exactly as a day is a part of them.
    """
    place = 0
    while place < len(drafts):
        end = place + 1
        while end < len(drafts) and _is_linked(drafts[end - 1], drafts[end], language):
            end += 1
        if end > place + 1 and (
            _add_exactly(drafts[place:end]) or _add_on_average(drafts[place:end])
        ):
            del drafts[place + 1 : end]
            end = place + 1
        place = end


def _add_exactly(chain: Sequence[Draft]) -> bool:
    """Add a chain up in its smallest unit, where each unit is so many of the next one."""
    whole = chain[0]
    steps = [(part, SMALLER.get((one.unit, part.unit), 0)) for one, part in pairwise(chain)]
    fits = whole.is_whole and all(part.can_be_part(size) for part, size in steps)
    for part, size in steps if fits else ():
        whole.add_smaller(part, size)
    return fits


# Units of which people say several, the larger ones first, and of which none is a mere era.
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})


def _add_on_average(chain: Sequence[Draft]) -> bool:
    """Add a chain of times up in its largest unit, with years and months as long as on average."""
    whole, last = chain[0], chain[-1]
    between = [token.word for token in last.tokens[chain[-2].last : last.first]]
    units = [draft.unit for draft in chain]
    if between == [","] or not whole.is_whole or not _TIMES.issuperset(units):
        # "Within 3 years, 12 days a month".
        return False
    lengths = [conversion(unit).factor for unit in units]
    steps = zip(chain[1:], pairwise(lengths), strict=True)
    if not all(part.can_be_part(before / length) for part, (before, length) in steps):
        return False
    whole.add_shares(chain[1:], [length / lengths[0] for length in lengths[1:]])
    return True


def _is_linked(whole: Draft, part: Draft, language: Language) -> bool:
    """Whether two quantities of one dimension stand in one chain, the larger unit first."""
    if whole.kind not in _MIXED or part.kind not in _MIXED or whole.unit == part.unit:
        return False
    between = part.tokens[whole.last : part.first]
    if len(between) > _MOST_LINKS or _family(whole.unit) != _family(part.unit):
        return False
    joins = language.quantities.joins
    opener = part.tokens[whole.first - 1].word if whole.first else ""
    # "Between 2 hours and 30 minutes" tells two ends.
    ends = language.numbers.ranges.get(opener, ()) if opener else ()
    is_linked = all(
        token.word in ",-" or (token.word in joins and token.word not in ends) for token in between
    )
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


# Kinds of which people tell parts without saying once more what they are.
_PARTED = ("count", "currency", "dimension", "duration")
# "900 million euros of aid, 350 million of them": what may still be told of the whole.
_MOST_TOLD = 3


def is_included(whole: Draft, draft: Draft, floor: int) -> bool:
    """
    Whether it says how much of the `whole` amount: "900 millions d'euros, dont 350 millions".

    What is told of the whole since begins at `floor`.
    """
    tokens, language = draft.tokens, draft.language
    found = phrase_before(language.checks.includes, tokens, draft.first, floor)
    if found is None or whole.kind not in _PARTED or not _is_smaller(draft, whole):
        return False
    between = tokens[floor : found[0]]
    if len(between) > _MOST_TOLD + 1:
        return False
    if between and between[-1].word in ",(":
        between = between[:-1]
    elif between and whole.kind != "duration":
        return False
    if any(token.kind != TokenKind.WORD or _is_countable(token, whole) for token in between):
        return False
    before = tokens[whole.first - 1].word if whole.first else ""
    # "15 buts en 20 matchs, dont 3" are parts of what was counted first.
    return whole.kind != "count" or before not in language.discourse.places


def _is_smaller(draft: Draft, whole: Draft) -> bool:
    """Whether a number is less than that of the `whole`."""
    value, all_of_it = draft.mention.value, whole.mention.value
    return value is not None and all_of_it is not None and 0 < value < all_of_it


def is_far_part(whole: Draft, before: Draft, draft: Draft) -> bool:
    """Whether it parts a sum with a share or time behind it: "5 euros sur 3 ans, dont 2"."""
    is_between = before.kind in ("percent", "duration") and before is not whole
    return is_between and is_included(whole, draft, before.last)


# "De los cuales".
_LONGEST_PARTITIVE = 3


def is_of_them(whole: Draft, draft: Draft) -> bool:
    """
    Whether words behind a number make it some of the `whole`: "40 came, 11 of them in lorries".

    What they are told to be is a count of its own: "14 of them children".
    """
    tokens, first, language = draft.tokens, draft.last, draft.language
    if whole.kind != "count" or not _is_smaller(draft, whole):
        return False
    for end in range(first + 1, min(first + _LONGEST_PARTITIVE, len(tokens)) + 1):
        found = phrase_before(language.checks.partitives, tokens, end, first)
        if found is not None and found[0] == first:
            is_end = end >= len(tokens) or tokens[end].kind == TokenKind.SYMBOL
            return is_end or tokens[end].word in language.discourse.prepositions
    return False


def _is_countable(token: Token, whole: Draft) -> bool:
    """Whether a word between a whole and its part may be what the part counts instead."""
    words = whole.language.quantities
    if words.has_capital_nouns and not whole.text[token.start].isupper():
        return False
    return token.word not in words.stops and is_plural(token.word, words)
