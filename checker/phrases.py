"""Look terms of several words up in the tokens of a sentence: one dictionary access a token."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from checker.model import Token, TokenKind
from checker.model.language import Phrases

# A term of so many other words is known by its ends.
_ENDS = 2


def phrase_at(table: Phrases, tokens: Sequence[Token], index: int) -> tuple[int, Any] | None:
    """
    Return where the longest term that begins at `index` ends, and what it stands for.

    `table` is keyed by first words; the end is half-open.
    """
    if index >= len(tokens):
        return None
    entries = table.get(tokens[index].word)
    if entries is None:
        return None
    # Most entries are settled by the one word beside, whatever their length.
    beside = tokens[index + 1].word if index + 1 < len(tokens) else ""
    for rest, payload in entries:
        if not rest:
            return index + 1, payload
        if rest[0] == beside:
            last = index + 1 + len(rest)
            # Both ends are looked at first: many terms differ in one word.
            is_end = last <= len(tokens) and tokens[last - 1].word == rest[-1]
            if is_end and (len(rest) <= _ENDS or reads(tokens, index + 1, rest)):
                return last, payload
    return None


def phrase_before(
    table: Phrases, tokens: Sequence[Token], end: int, floor: int = 0
) -> tuple[int, Any] | None:
    """
    Return where the longest term that ends right before `end` begins, and what it stands for.

    `table` is keyed by last words; nothing before the token `floor` is used.
    """
    if end <= floor:
        return None
    entries = table.get(tokens[end - 1].word)
    if entries is None:
        return None
    beside = tokens[end - 2].word if end - 2 >= floor else ""
    for rest, payload in entries:
        if not rest:
            return end - 1, payload
        if rest[-1] == beside:
            first = end - 1 - len(rest)
            is_end = first >= floor and tokens[first].word == rest[0]
            if is_end and (len(rest) <= _ENDS or reads(tokens, first, rest)):
                return first, payload
    return None


def reads(tokens: Sequence[Token], index: int, words: Sequence[str]) -> bool:
    """Whether the tokens from `index` on are exactly `words`."""
    # A generator inside all() would cost more than the comparisons.
    return [token.word for token in tokens[index : index + len(words)]] == list(words)


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at `index` follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


# One space, and perhaps something that nobody sees.
GAP = 2


def is_beside(tokens: Sequence[Token], index: int) -> bool:
    """Whether no more than a space stands between the token at `index` and the one before it."""
    return 0 < index < len(tokens) and tokens[index].start - tokens[index - 1].end <= GAP


# "By 60 million pounds to £640m": a word that leads from one number to another is so near.
_NEAR = 6


def leads_to_number(words: Collection[str], tokens: Sequence[Token], first: int) -> bool:
    """Whether one of `words` with a number right behind it soon follows the number at `first`."""
    return any(
        tokens[at].word in words and tokens[at + 1].kind in (TokenKind.NUMBER, TokenKind.SYMBOL)
        for at in range(first + 1, min(first + _NEAR, len(tokens) - 1))
    )
