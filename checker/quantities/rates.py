"""Rates: the unit behind what is measured, "missions par jour", "12 deaths per 100,000"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.measures import Measure, measure_at
from checker.model import Language, Token, TokenKind
from checker.model.language import QuantityWords, Words
from checker.nouns import Written, noun_phrase, singular
from checker.phrases import phrase_at
from checker.quantities.draft import Draft
from checker.units import same_dimension

# What a rate is told for: "12 deaths per 100,000".
_WHOLES = {
    Decimal(100): "hundred", Decimal(1000): "thousand", Decimal(10**4): "ten_thousand",
    Decimal(10**5): "hundred_thousand", Decimal(10**6): "million", Decimal(10**9): "billion",
}  # fmt: skip

# Fuel is told for a hundred kilometres, food for a hundred grams.
_HUNDREDS = frozenset({"kilometer", "mile", "gram", "milliliter"})
_RATED = frozenset({"count", "currency", "dimension"})
_SHORT = frozenset({"day", "hour"})


def add_rate(draft: Draft) -> None:
    """Add the unit of a rate: "missions par jour" is mission/day."""
    if draft.kind in ("age", "temperature") or draft.mention.form == "fraction":
        return
    if _is_gross(draft):
        draft.last += 1
    found = (
        _told(draft)
        or _per_hundred(draft, draft.last)
        or _rate_at(draft, draft.last)
        or _rate_behind_noun(draft)
    )
    found = found or _told_by_adjective(draft)
    if found is not None and (draft.unit or found[1] in _WHOLES.values()):
        draft.last, unit = found
        draft.unit = f"{draft.unit or 1}/{unit}"


def _is_gross(draft: Draft) -> bool:
    """Whether a word says how a sum is meant: "1 800 euros bruts par mois"."""
    is_inside = draft.kind == "currency" and draft.last < len(draft.tokens)
    words = draft.language.quantities.sum_adjectives
    return is_inside and draft.tokens[draft.last].word in words


def _told_by_adjective(draft: Draft) -> tuple[int, str] | None:
    """Return the rate that an adjective tells: "300 daily cases", "300 pesos mensuales"."""
    words, tokens = draft.language.quantities.rate_adjectives, draft.tokens
    if draft.kind not in _RATED:
        return None
    for at in range(draft.mention.number_last, min(draft.last + 1, len(tokens))):
        unit = words.get(tokens[at].word)
        if unit is None or at == draft.head:
            continue
        # Two yearly reports are no rate.
        is_rate = draft.kind != "count" or unit in _SHORT
        return (max(draft.last, at + 1), unit) if is_rate else None
    return None


def _rate_at(draft: Draft, index: int) -> tuple[int, str] | None:
    """Return where the rate that begins at `index` ends, and its unit."""
    found = _rate_after(draft.tokens, index, draft.language, draft.text)
    if found is None:
        return _on_base(draft, index)
    if found[1]:
        return found
    following = draft.following
    if following is not None and following.number_first == found[0]:
        # "12 deaths per 100,000 people".
        whole = _WHOLES.get(following.value) if following.value is not None else None
        phrase = noun_phrase(
            Written(draft.tokens, draft.text), following.number_last, draft.language, False
        )
        last = following.number_last if phrase is None else phrase.last
        return None if whole is None else (last, whole)
    return _over_noun(draft, found[0])


def _over_noun(draft: Draft, at: int) -> tuple[int, str] | None:
    """Return the rate over the noun or magnitude at `at`, and where it ends."""
    tokens, words = draft.tokens, draft.language.quantities
    if at < len(tokens) and tokens[at].word in draft.language.numbers.scales:
        scaled = _of_scale(draft, at)
        if scaled is not None or tokens[at - 1].word not in words.per:
            return scaled
    phrase = noun_phrase(Written(tokens, draft.text), at, draft.language, True)
    if phrase is None:
        return None
    head = phrase.head if words.is_head_first else phrase.first
    if words.is_head_first and draft.text[tokens[head].start].isupper():
        # "Évaluée à 2 millions par Forbes".
        return None
    word = tokens[head].word
    return head + 1, word if word in words.each_nouns else singular(word, words)


def _per_hundred(draft: Draft, index: int) -> tuple[int, str] | None:
    """
    Return the rate of what is told for a hundred units: "7 l/100 km", "60 kcal pour 100 g".

    Behind a stroke a length beside another one is the same once more: "161 km / 100 miles".
    """
    following, tokens, language = draft.following, draft.tokens, draft.language
    if following is None or following.value != 100 or not 1 <= following.number_first - index <= 3:
        return None
    words = language.quantities.per
    if draft.kind in _RATED:
        words = words | language.quantities.per_hundred
    if any(token.word not in words for token in tokens[index : following.number_first]):
        return None
    unit = measure_at(tokens, following.number_last, language, draft.text)
    if unit is None or unit.unit not in _HUNDREDS or same_dimension(draft.unit, unit.unit):
        return None
    return unit.last, f"hundred_{unit.unit}"


def _of_scale(draft: Draft, at: int) -> tuple[int, str] | None:
    """Return the rate over a magnitude at `at`: "12 cas par million d'habitants"."""
    tokens, words = draft.tokens, draft.language.numbers
    size = Decimal(words.scales[tokens[at].word])
    if size not in _WHOLES:
        return None
    start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].word in words.of)
    phrase = noun_phrase(Written(tokens, draft.text), start, draft.language, False)
    if phrase is None or phrase.unit not in draft.language.quantities.bases:
        return None
    return phrase.last, _WHOLES[size]


def _told(draft: Draft) -> tuple[int, str] | None:
    """Return a rate that words tell by themselves: "15 euros de l'heure"."""
    return phrase_at(draft.language.quantities.rates, draft.tokens, draft.last)


def _on_base(draft: Draft, index: int) -> tuple[int, str] | None:
    """Return the rate of "12 morts pour 100 000 habitants", by the nouns that make it one."""
    following, words = draft.following, draft.language.quantities
    if following is None or following.number_first != index + 1 or following.value is None:
        return None
    whole = _WHOLES.get(following.value)
    if whole is None or draft.tokens[index].word not in words.per_base:
        return None
    written = Written(draft.tokens, draft.text)
    phrase = noun_phrase(written, following.number_last, draft.language, False)
    if phrase is None:
        return following.number_last, whole
    return (phrase.last, whole) if phrase.unit in words.bases else None


def _rate_behind_noun(draft: Draft) -> tuple[int, str] | None:
    """Return the rate behind what is measured: "300 barrels of oil per day"."""
    tokens, at = draft.tokens, draft.last
    if draft.kind not in ("count", "dimension") or at + 2 >= len(tokens):
        return None
    is_of = tokens[at].word in draft.language.numbers.of
    # "12 Liter Regen pro Quadratmeter".
    is_beside = draft.kind == "dimension" and draft.language.quantities.has_capital_nouns
    if not is_of and not (is_beside and draft.text[tokens[at].start].isupper()):
        return None
    at += is_of
    found = _rate_at(draft, at + 1) if tokens[at].kind == TokenKind.WORD else None
    return found if found is not None and found[1] else None


def share_rate(draft: Draft, converted: Draft) -> None:
    """Take the rate behind the bracket that holds the `converted` sum: "9 (5 euros) a day"."""
    at = converted.last
    if at >= len(draft.tokens) or draft.tokens[at].word != ")" or "/" in draft.unit:
        return
    found = _rate_at(converted, at + 1)
    if found is not None and "/" not in converted.unit:
        draft.unit, converted.unit = f"{draft.unit}/{found[1]}", f"{converted.unit}/{found[1]}"


def _rate_after(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> tuple[int, str] | None:
    """
    Return where a rate that begins at `index` ends, and its unit: "per day", "/h", "a night".

    The unit is "" for a rate over something that is no unit; the caller reads its noun at the end
    returned. An article may stand before a unit, but not before one of time that goes on.
    """
    words = language.quantities
    if index >= len(tokens):
        return None
    word = tokens[index].word
    at = index
    if word == "-" and index + 1 < len(tokens):
        # "£200-a-week", "$90-per-plate".
        is_rate = tokens[index + 1].word in words.each or tokens[index + 1].word in words.per
        at, word = (index + 1, tokens[index + 1].word) if is_rate else (at, word)
    is_free = word in words.per
    if not is_free and word not in words.each:
        return None
    at += 1
    if not is_free and at < len(tokens) and tokens[at].word in words.per:
        # "Por cada".
        at, is_free = at + 1, True
    if at < len(tokens) and tokens[at].word == "-":
        at += 1
    indefinite = language.numbers.articles
    start, is_definite = at, word in language.discourse.articles and word not in indefinite
    has_article = at < len(tokens) and tokens[at].word in language.discourse.articles
    if has_article and not is_definite and tokens[at].word not in indefinite:
        # "A la semana", but "una tonnellata a un chilometro".
        at, is_definite = at + 1, True
    measure = measure_at(tokens, at, language, text)
    if measure is not None and word != "/" and _is_preposition(tokens, at, measure.last, language):
        measure = None
    if measure is not None and measure.kind in ("duration", "dimension"):
        is_date = not is_free and _goes_on(tokens, measure.last, words.each_stops)
        is_time = is_definite and measure.kind == "duration"
        is_date = is_date or (is_time and _has_adjective(tokens, measure, words))
        return None if is_date else (measure.last, measure.unit)
    if not is_free:
        following = tokens[at].word if at < len(tokens) else ""
        is_each = following in words.each_nouns or following in language.numbers.scales
        # "0,95 dollar l'action", but "il paie 300 euros la place de Paul".
        is_tight = word.endswith("'")
        return (at, "") if is_each and (is_tight or not is_definite) else None
    is_rate = word != "/" and start < len(tokens) and tokens[start].word not in words.per_stops
    return (start, "") if is_rate else None


def _is_preposition(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether a unit is a preposition of the word behind it: "$10,000 each | in damages"."""
    follows = tokens[last].kind if last < len(tokens) else None
    is_word = last == first + 1 and tokens[first].word in language.discourse.prepositions
    return is_word and follows is TokenKind.WORD


def _has_adjective(tokens: Sequence[Token], unit: Measure, words: QuantityWords) -> bool:
    """Whether an adjective follows a unit of time, which makes it a date: "la semaine dernière"."""
    following = tokens[unit.last] if unit.last < len(tokens) else None
    return (
        following is not None
        and following.kind == TokenKind.WORD
        and following.word not in words.stops
    )


def _goes_on(tokens: Sequence[Token], index: int, stops: Words) -> bool:
    """Whether what follows makes a date of a unit: "a year ago", "im Jahr 2022"."""
    if index >= len(tokens) or not stops:
        return False
    return tokens[index].kind == TokenKind.NUMBER or tokens[index].word in stops
