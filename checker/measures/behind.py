"""The unit behind a number: "5 km", "15-month", "three full days"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures.marks import MARKS, behind_dash, marked
from checker.measures.table import Measure, measure_at
from checker.model import Language, Token, TokenKind
from checker.phrases import touches


def measure_after(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the unit behind a number that ends at `index`: "5 km", "15-month"."""
    size = len(tokens)
    if index >= size:
        return None
    word = tokens[index].word
    at = index
    if word == "-":
        is_tight = touches(tokens, index) and touches(tokens, index + 1)
        if not is_tight and not _is_set_apart(tokens, index, language, text):
            return None
        at = index + 1
    elif word in language.numbers.of and measure_at(tokens, index, language, text) is None:
        # "3 millions de tonnes", but "12 vom Hundert".
        at = index + 1
    elif word in MARKS:
        return marked(tokens, index, language, text)
    measure = measure_at(tokens, at, language, text)
    if measure is None:
        return _behind_adjective(tokens, index, language, text)
    is_short = measure.last == index + 1 and len(word) <= 2
    is_stop = is_short and word in language.quantities.stops and not touches(tokens, index)
    # "12 F-16 jets" holds no degrees.
    is_name = text[tokens[at].start].isupper() and _is_model(tokens, measure)
    # "12 in all" holds no inches, and neither does "1-in-100".
    is_word = is_stop and not _is_inch(tokens, index, language)
    is_word = is_word or (at > index and _joins_number(tokens, measure, language))
    if is_name or is_word or _is_of_next(tokens, measure):
        return None
    return measure if at == index else measure._replace(first=index)


# "5 - in the end": short words are rarely units behind a dash.
_LONGER = 3


def _is_set_apart(tokens: Sequence[Token], index: int, language: Language, text: str) -> bool:
    """Whether a hyphen between spaces joins a singular unit to its noun: "a 30 - year bond"."""
    if touches(tokens, index) or touches(tokens, index + 1):
        return False
    unit = measure_at(tokens, index + 1, language, text)
    if unit is None or unit.last >= len(tokens) or unit.kind not in ("duration", "dimension"):
        return False
    word, words = tokens[unit.last - 1].word, language.quantities
    following = tokens[unit.last]
    is_noun = following.kind == TokenKind.WORD and following.word not in words.stops
    is_noun = is_noun or following.word == "-"
    is_singular = not word.endswith(tuple(language.dates.plural_endings))
    return is_noun and is_singular and len(word) >= _LONGER


def _is_of_next(tokens: Sequence[Token], sign: Measure) -> bool:
    """Whether a sign touches only the number behind it: "12 $50 notes"."""
    if sign.kind != "currency" or not touches(tokens, sign.last) or touches(tokens, sign.first):
        return False
    return tokens[sign.last].kind == TokenKind.NUMBER


def _behind_adjective(
    tokens: Sequence[Token], index: int, language: Language, text: str
) -> Measure | None:
    """Return the unit behind an adjective or mark: "three full days", "trois longues heures"."""
    word = tokens[index].word
    if word in (",", "."):
        return behind_dash(tokens, index, language, text)
    if word not in language.quantities.adjectives:
        return None
    measure = measure_at(tokens, index + 1, language, text)
    is_time = measure is not None and measure.kind == "duration"
    return measure._replace(first=index) if measure is not None and is_time else None


def _is_inch(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """
    Whether a short unit that is a function word too ("in") is the unit.

    It is at the end of the sentence, or behind a number that follows a unit ("6 ft 2 in").
    """
    following = tokens[index + 1].word if index + 1 < len(tokens) else "."
    if following in (".", ")"):
        return True
    entries = language.quantities.units.get(tokens[index - 2].word, ()) if index >= 2 else ()
    is_length = index > 2 and any(payload[1] == "dimension" for _, payload in entries)
    is_length = is_length and tokens[index - 3].kind == TokenKind.NUMBER
    return is_length and tokens[index - 1].word.isdecimal()


def _joins_number(tokens: Sequence[Token], unit: Measure, language: Language) -> bool:
    """Whether a function word that is a unit too is joined to a number: "a 1-in-100 risk"."""
    last = unit.last
    if tokens[unit.first].word not in language.quantities.stops or last + 1 >= len(tokens):
        return False
    is_joined = tokens[last].word == "-" and touches(tokens, last) and touches(tokens, last + 1)
    return is_joined and tokens[last + 1].kind == TokenKind.NUMBER


def _is_model(tokens: Sequence[Token], measure: Measure) -> bool:
    """Whether a unit of one letter begins a name: "12 F-16 jets"."""
    first, last = measure.first, measure.last
    if len(tokens[first].word) > 1 or last >= len(tokens) or tokens[last].word != "-":
        return False
    return touches(tokens, last) and touches(tokens, last + 1) and not touches(tokens, first)
