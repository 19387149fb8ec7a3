"""Amounts and what stands beside them for the same: in brackets, behind a slash or "or"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._amounts import ends_of
from checker.checks._case import ENDS, Case, tokens_of, words_between
from checker.model import Quantity, Token, TokenKind
from checker.rows import NamedTuple

_KINDS = ("dimension", "temperature", "currency")
_CLOSING = {"(": ")", "[": "]"}
_SEPARATORS = frozenset({"/", ",", ";"})
# As long as the abbreviations of units are: "st", "yds".
_SHORT_UNIT = 3


class Beside(NamedTuple):
    """Two amounts that stand for each other; `is_choice` where the second may be another one."""

    stated: Quantity
    converted: Quantity
    is_choice: bool


def conversions(quantities: tuple[Quantity, ...], case: Case) -> Iterator[Beside]:
    """Yield amounts with their conversions, in brackets, behind a slash or behind "or"."""
    for place, stated in enumerate(quantities[:-1]):
        if stated.kind not in _KINDS or not ends_of(stated) or _is_second_part(stated):
            continue
        following = quantities[place + 1 :]
        for converted in _in_brackets(stated, following, case):
            yield Beside(stated, converted, is_choice=False)
        if _is_restated(stated, following[0], case):
            words = set(words_between(stated, following[0])) - {","}
            is_choice = words <= case.setting.language.checks.alternatives | {"/"}
            yield Beside(stated, following[0], is_choice)


def _is_second_part(stated: Quantity) -> bool:
    """Whether a number with a short word, perhaps a unit, stands before one: "16st 7lb"."""
    before = tokens_of(stated)[max(stated.first - 2, 0) : stated.first]
    kinds = [token.kind for token in before]
    return kinds == [TokenKind.NUMBER, TokenKind.WORD] and len(before[1].word) <= _SHORT_UNIT


def _in_brackets(
    stated: Quantity, following: tuple[Quantity, ...], case: Case
) -> tuple[Quantity, ...]:
    """Return the amounts in the brackets behind one, when they hold nothing else."""
    tokens, at = tokens_of(stated), stated.last
    if at >= len(tokens) or tokens[at].word not in _CLOSING:
        return ()
    closing, found = _CLOSING[tokens[at].word], []
    at += 1
    for quantity in following:
        at = _past_fillers(tokens, at, case)
        if quantity.first != at:
            return ()
        found.append(quantity)
        at = quantity.last
        if at < len(tokens) and tokens[at].word == closing:
            return tuple(found)
        if at >= len(tokens) or tokens[at].word not in _SEPARATORS:
            return ()
        at += 1
    return ()


def _past_fillers(tokens: tuple[Token, ...], at: int, case: Case) -> int:
    """Step over words that only introduce a conversion: "or", "i.e."."""
    words = case.setting.language.checks.restated
    while at < len(tokens) and tokens[at].word in words:
        at += 1
    return at


def _is_restated(stated: Quantity, converted: Quantity, case: Case) -> bool:
    """Whether an amount follows a slash, or stands between commas behind "or"."""
    tokens, words = tokens_of(stated), case.setting.language.checks.restated
    between = [token.word for token in tokens[stated.last : converted.first]]
    after = tokens[converted.last] if converted.last < len(tokens) else None
    if between == ["/"]:
        return after is None or (after.word != "/" and after.kind is not TokenKind.NUMBER)
    is_inserted = len(between) > 1 and between[0] == "," and all(w in words for w in between[1:])
    return is_inserted and (after is None or after.word in ENDS)
