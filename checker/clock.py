"""Hours of the day and years without a century: bare numbers that are times and no quantities."""

from __future__ import annotations

from collections.abc import Sequence

from checker.measures import measure_at
from checker.model import Language, Token, TokenKind
from checker.model.language import NumberWords
from checker.nouns import Written, is_plural, noun_phrase
from checker.numerals import Numeral
from checker.phrases import phrase_at, phrase_before, touches

_HOURS_A_DAY = 24


def is_hour(tokens: Sequence[Token], numeral: Numeral, language: Language, text: str) -> bool:
    """Whether a number is an hour of the day: "5 pm", "à 14 heures", "17 h 30", "alle 14"."""
    words, last = language.numbers, numeral.last
    if phrase_at(words.times_after, tokens, last) is not None:
        return True
    if _is_before_time(tokens, last, words):
        return True
    value = numeral.value
    if value is None or not 0 <= value <= _HOURS_A_DAY:
        return False
    before = tokens[numeral.first - 1].word if numeral.first else ""
    if before in words.clock_before and not is_followed(tokens, last, language, text):
        return True
    has_hours = last < len(tokens) and tokens[last].word in words.hours
    return has_hours and _is_told(tokens, numeral, language, text)


def _is_told(tokens: Sequence[Token], numeral: Numeral, language: Language, text: str) -> bool:
    """Whether the words around a number of hours make it one of the day."""
    words, last = language.numbers, numeral.last
    before = tokens[numeral.first - 1].word if numeral.first else ""
    if _has_minutes(tokens, last + 1):
        return not _lasts(tokens, numeral, language, text)
    is_opened = _is_opening(tokens, numeral.first, words)
    is_opened = is_opened or _is_opening(tokens, numeral.first - 3, words)
    is_opened = is_opened or _is_dashed(tokens, last, language)
    is_opened = is_opened or _is_dashed(tokens, numeral.first - 2, language)
    is_timed = before in words.times_before and not _is_of_noun(tokens, last + 1, language, text)
    return is_timed or is_opened or _is_from(tokens, numeral, language)


def _is_of_noun(tokens: Sequence[Token], at: int, language: Language, text: str) -> bool:
    """Whether hours are filled with something: "après neuf heures | de siège", but "de Paris"."""
    if at + 1 >= len(tokens) or tokens[at].word not in language.numbers.of:
        return False
    noun = tokens[at + 1]
    is_plain = noun.kind is TokenKind.WORD and not text[noun.start].isupper()
    return is_plain and noun.word not in language.discourse.articles


def _is_dashed(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether "h-18h" stands at `at` and no work or sleep of so many hours follows."""
    words, end = language.numbers, at + 4
    if at < 1 or end > len(tokens) or tokens[at + 1].word not in ("-", "–"):
        return False
    if tokens[at].word not in words.hours or tokens[at + 3].word not in words.hours:
        return False
    is_number = tokens[at + 2].kind == tokens[at - 1].kind == TokenKind.NUMBER
    following = tokens[end].word if end < len(tokens) else ""
    return is_number and following not in words.of and following not in language.quantities.per


def _is_from(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Whether a bound begins as times do and nothing goes on: "à partir de 10 heures"."""
    words, last = language.numbers, numeral.last + 1
    hedge = phrase_before(words.hedges_before, tokens, numeral.first)
    if hedge is None or hedge[1] != "at_least" or tokens[hedge[0]].word not in words.times_before:
        return False
    # "À partir de 8 heures de travail", "par semaine".
    following = tokens[last].word if last < len(tokens) else ""
    return following not in words.of and following not in language.quantities.per


def _is_before_time(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether a range of hours goes on at `at`: "between 8 and 10 pm"."""
    if at + 2 >= len(tokens) or tokens[at + 1].kind != TokenKind.NUMBER:
        return False
    is_between = any(tokens[at].word in middles for middles in words.ranges.values())
    return is_between and phrase_at(words.times_after, tokens, at + 2) is not None


def _lasts(tokens: Sequence[Token], numeral: Numeral, language: Language, text: str) -> bool:
    """Whether hours with minutes are a duration: "dure 2 h 30", "1 h 45 min", "2h30m"."""
    words = language.numbers
    minutes = measure_at(tokens, numeral.last + 2, language, text)
    if minutes is not None and (minutes.unit == "minute" or tokens[minutes.first].word == "m"):
        return True
    hedge = phrase_before(words.hedges_before, tokens, numeral.first)
    first = numeral.first if hedge is None else hedge[0]
    return phrase_before(words.lasting, tokens, first) is not None


def _is_opening(tokens: Sequence[Token], first: int, words: NumberWords) -> bool:
    """Whether "de 9 h à 18 h" stands around the index of its 9; durations name hours once."""
    if first < 1 or first + 4 >= len(tokens):
        return False
    middles = words.ranges.get(tokens[first - 1].word, ())
    is_range = tokens[first + 2].word in middles and tokens[first + 3].kind == TokenKind.NUMBER
    has_hours = tokens[first + 1].word in words.hours and tokens[first + 4].word in words.hours
    return is_range and has_hours and phrase_before(words.lasting, tokens, first - 1) is None


def _has_minutes(tokens: Sequence[Token], index: int) -> bool:
    """Whether the minutes of "17 h 30" stand at `index`."""
    if index >= len(tokens) or tokens[index].kind != TokenKind.NUMBER:
        return False
    return len(tokens[index].word) == 2


def is_short_year(tokens: Sequence[Token], numeral: Numeral, language: Language, text: str) -> bool:
    """Whether two digits behind an apostrophe are a year: "negli anni '90", "the class of '68"."""
    first, last = numeral.first, numeral.last
    if _is_of_month(tokens, numeral, language):
        return not is_followed(tokens, last, language, text)
    if first < 2 or last - first != 1 or len(tokens[first].word) != 2:
        return False
    is_cut = tokens[first - 1].word == "'" and touches(tokens, first)
    if not is_cut or touches(tokens, first - 1) or tokens[first - 2].kind != TokenKind.WORD:
        return False
    return not is_followed(tokens, last, language, text)


_DAYS_A_MONTH = 31
_YEAR_DIGITS = 2


def _is_of_month(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Whether two digits that are no day stand behind a month: "mai 68", "mayo del 68"."""
    at, value = numeral.first - 1, numeral.value
    if at < 0 or value is None or value <= _DAYS_A_MONTH:
        return False
    if not language.quantities.is_head_first or len(tokens[numeral.first].word) != _YEAR_DIGITS:
        return False
    at -= at > 0 and tokens[at].word in language.discourse.belonging
    return "month" in language.dates.terms.get(tokens[at].word, {})


def is_followed(tokens: Sequence[Token], index: int, language: Language, text: str) -> bool:
    """Whether a unit or a plural stands at `index`, so that the number before it counts."""
    if index >= len(tokens):
        return False
    if measure_at(tokens, index, language, text) is not None:
        return True
    phrase = noun_phrase(Written(tokens, text), index, language, False)
    return phrase is not None and is_plural(tokens[phrase.head].word, language.quantities)
