"""Function words that are parts of a noun: "US soldiers", "high-end hotels", "two old men"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Token, TokenKind
from checker.model.language import QuantityWords
from checker.phrases import touches
from checker.text import visible

_WORD = TokenKind.WORD
# "U.S.", "U.A.E.": more letters are rare.
_MOST_INITIALS = 4


def ends_phrase(tokens: Sequence[Token], text: str, at: int, words: QuantityWords) -> bool:
    """Whether the function word at `at` ends a noun phrase, being no part of a noun itself."""
    if at + 1 >= len(tokens):
        return True
    return not (
        _is_joined(tokens, text, at)
        or _is_abbreviation(tokens, text, at)
        or _is_adjective(tokens, at, words)
    )


def _is_joined(tokens: Sequence[Token], text: str, at: int) -> bool:
    """Whether a hyphen joins the word at `at` to another one: "off-duty", "state-of-the-art"."""
    if tokens[at + 1].word == "-":
        is_tight = touches(tokens, at + 1) and touches(tokens, at + 2)
        # "A-levels", but "a-week".
        is_whole = len(tokens[at].word) > 1 or _is_large(tokens[at], text)
        return is_tight and is_whole and tokens[at + 2].kind == _WORD
    is_tail = at > 1 and tokens[at - 1].word == "-" and tokens[at - 2].kind == _WORD
    return is_tail and touches(tokens, at) and touches(tokens, at - 1)


def is_prefix(tokens: Sequence[Token], at: int, words: QuantityWords) -> bool:
    """Whether a hyphen joins one letter to the word behind it: "e-bikes", "X-rays"."""
    if at + 2 >= len(tokens) or tokens[at + 1].word != "-" or len(tokens[at].word) > 1:
        return False
    is_joined = touches(tokens, at + 1) and touches(tokens, at + 2)
    is_word = tokens[at + 2].kind == _WORD and tokens[at + 2].word not in words.stops
    return is_joined and is_word


def _is_abbreviation(tokens: Sequence[Token], text: str, at: int) -> bool:
    """Whether a word in capitals stands before one that is not: "US troops", "IT workers"."""
    following = tokens[at + 1]
    return (
        len(tokens[at].word) > 1
        and following.kind == _WORD
        and _is_large(tokens[at], text)
        and not _is_large(following, text)
    )


def _is_large(token: Token, text: str) -> bool:
    return visible(text[token.start : token.end]).isupper()


def _is_adjective(tokens: Sequence[Token], at: int, words: QuantityWords) -> bool:
    """Whether an adjective that else stands behind measures is before a noun: "two old men"."""
    word, following = tokens[at].word, tokens[at + 1]
    is_noun = following.kind == _WORD and following.word not in words.stops
    return word in words.adjectives and is_noun and following.word not in words.verbs


def initials_end(tokens: Sequence[Token], text: str, at: int) -> int:
    """Return where capital letters with full stops end that begin at `at` ("U.S."), or `at`."""
    end, size = at, len(tokens)
    while end + 1 < size and end < at + 2 * _MOST_INITIALS:
        is_letter = len(tokens[end].word) == 1 and text[tokens[end].start].isupper()
        is_tight = end == at or touches(tokens, end)
        if not is_letter or not is_tight or tokens[end + 1].word != ".":
            break
        if not touches(tokens, end + 1):
            break
        end += 2
    # "Vitamin C." ends a sentence.
    return end if end > at + 2 else at
