"""Two numbers that may be the score of a game: "2-1", "3 a 1", or of a vote, which is none."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Language, Token, TokenKind
from checker.phrases import touches
from checker.rows import NamedTuple

_DASHES = frozenset("-–")
# Digits of one side; games with a word between them are never told with more than two.
_LONGEST = 3
_LONGEST_SPOKEN = 2
# "5-to-4" has so many tokens behind its first.
_HYPHENED = 4
# Sports scores are low, and nobody writes a range of such numbers without a unit or noun.
_HIGHEST = 20


# "Voted | on Thursday | 63-37", "confirms | Ana Ruiz | 63-37".
_VOTE_REACH = 3


class Score(NamedTuple):
    """The two sides in the order told; `is_spoken` says that a word and no dash is between them."""

    ours: int
    theirs: int
    is_spoken: bool

    def holds(self, is_measured: bool, is_counted: bool) -> bool:
        """Whether it is one, by what follows: it falls or is low, and nothing is counted."""
        falls = self.ours >= self.theirs
        if falls and not self.is_spoken and not is_measured:
            return True
        return not is_counted and max(self.ours if falls else 0, self.theirs) <= _HIGHEST


def score_at(tokens: Sequence[Token], first: int, language: Language) -> Score | None:
    """Return the two numbers of a score whose first one is the token `first`, if it may be one."""
    if first + 2 >= len(tokens):
        return None
    if tokens[first + 2].word in language.numbers.ranges.get("", ()):
        return _hyphened(tokens, first)
    one, middle, two = (tokens[first + step].word for step in range(3))
    if not (one.isdecimal() and two.isdecimal()) or max(len(one), len(two)) > _LONGEST:
        return None
    score = Score(int(one), int(two), middle not in _DASHES)
    if not score.is_spoken:
        is_tight = touches(tokens, first + 1) and touches(tokens, first + 2)
        return score if is_tight else None
    return score if _is_spoken(tokens, first, language, score) else None


def _hyphened(tokens: Sequence[Token], first: int) -> Score | None:
    """Return the sides of "a 5-to-4 vote", which falls; what rises is a range."""
    end = first + _HYPHENED
    if end >= len(tokens) or not all(touches(tokens, at) for at in range(first + 1, end + 1)):
        return None
    one, left, _, right, two = (token.word for token in tokens[first : end + 1])
    if not (one.isdecimal() and two.isdecimal()) or {left, right} != {"-"}:
        return None
    is_short = max(len(one), len(two)) <= _LONGEST
    return Score(int(one), int(two), False) if is_short and int(one) > int(two) else None


def _is_spoken(tokens: Sequence[Token], first: int, language: Language, score: Score) -> bool:
    """Whether "3 a 1" falls and no word before it opens a range: what rises is a range."""
    ranges, middle = language.numbers.ranges, tokens[first + 1]
    is_long = max(len(tokens[at].word) for at in (first, first + 2)) > _LONGEST_SPOKEN
    if is_long or middle.kind != TokenKind.WORD or score.ours < score.theirs:
        return False
    if first and tokens[first - 1].word in ranges:
        return False
    return middle.word in ranges.get("", ()) and middle.word not in language.quantities.joins


def is_record(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """
    Whether the numbers from `first` are games won and lost: "improved to 12-4".

    What rises is left alone, for it would be read as a range.
    """
    before = [token.word for token in tokens[max(first - 2, 0) : first]]
    is_led = len(before) > 1 and before[1] in language.discourse.receivers
    won, lost = tokens[first].word, tokens[first + 2].word
    falls = won.isdecimal() and lost.isdecimal() and int(won) > int(lost)
    return falls and is_led and before[0] in language.numbers.records


def is_tally(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """
    Whether the numbers from `first` are those of a vote: "voted 63-37", "a 7-2 vote".

    What an article leads to is a thing of its own ("confirmed by a 3-1 win"), and behind a comma
    stands an age or a score ("confirms Ruiz, 63").
    """
    votes, behind = language.numbers.votes, first + 3
    if behind < len(tokens) and tokens[behind].word in votes:
        return True
    if first and tokens[first - 1].word in {",", *language.discourse.articles}:
        return False
    before = [token.word for token in tokens[max(first - 1 - _VOTE_REACH, 0) : first]]
    return any(word in votes for word in before)
