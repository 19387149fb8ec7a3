"""A cursor on the tokens of one sentence: what the date words of its language say of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeVar

from checker.model import DateTerm, DateWords, Language, Token, TokenKind

# What stands before a date: `strong` words expect one ("since", "in"), `weak` ones would also stand
# before something else ("before May spoke"), `article` is "the", `none` nothing of the kind.
Cue = Literal["strong", "weak", "article", "none"]

# Members of an enumeration are slow to reach.
WORD, NUMBER, SYMBOL = TokenKind.WORD, TokenKind.NUMBER, TokenKind.SYMBOL

T = TypeVar("T")
Read = tuple[T, int]
"""What was read, and the index of the token after it."""

_NO_ROLES: Mapping[str, tuple[DateTerm, ...]] = {}
_FUNCTION_ROLES = frozenset(
    {"article", "link", "relation", "weak_relation", "placement", "join", "open", "verb", "shift"}
)


class Cursor:
    """Tokens of one sentence with the date words of its language."""

    __slots__ = ("count", "dates", "people", "roles", "stop_words", "terms", "tokens", "words")

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        """Read `tokens` with the `dates` tables of `language`."""
        self.tokens = tokens
        self.words = [token.word for token in tokens]
        self.count = len(self.words)
        self.dates: DateWords = language.dates
        self.terms = language.dates.terms
        self.roles = [self.terms.get(word) for word in self.words]
        self.stop_words = language.stop_words
        self.people = language.quantities.people

    def term(self, index: int, role: str) -> Read[str] | None:
        """Return the value of the longest term of `role` at `index`, and the index after it."""
        # Nearly all that is asked has the answer no; it must be quick.
        roles = self.roles[index] if index < self.count else None
        if roles is None or role not in roles:
            return None
        for words, value in roles[role]:
            end = index + len(words)
            if end == index + 1 or tuple(self.words[index:end]) == words:
                return value, end
        return None

    def _skip(self, index: int, *roles: str) -> int:
        """Return the index after any terms of `roles`."""
        while index < self.count and self.roles[index] is not None:
            ends = [term[1] for role in roles if (term := self.term(index, role)) is not None]
            if not ends:
                break
            index = max(ends)
        return index

    def _is_before(self, index: int, role: str) -> bool:
        """Whether a one-word term of `role` stands right before `index`."""
        term = self.term(index - 1, role) if index else None
        return term is not None and term[1] == index

    def _word(self, index: int) -> str:
        return self.words[index] if 0 <= index < self.count else ""

    def _digits(self, index: int) -> str:
        """Return the bare digits at `index`, or nothing."""
        if index >= self.count or self.tokens[index].kind is not NUMBER:
            return ""
        word = self.words[index]
        return word if word.isdecimal() and word.isascii() else ""

    def _touches(self, index: int) -> bool:
        """Whether the token at `index` touches the one before it."""
        return 0 < index < self.count and self.tokens[index - 1].end == self.tokens[index].start

    def _is_boundary(self, index: int) -> bool:
        """Whether a phrase ends before `index`: nothing, a symbol, or a function word follows."""
        if index >= self.count:
            return True
        token = self.tokens[index]
        if token.kind is SYMBOL:
            return self.term(index, "no_year") is None
        if token.word in self.people or self.term(index, "no_year") is not None:
            # "El lunes 12 muertos".
            return False
        return token.kind is WORD and self._is_function_word(token.word)

    def _is_function_word(self, word: str) -> bool:
        if word in self.stop_words:
            return True
        return not _FUNCTION_ROLES.isdisjoint(self.terms.get(word, _NO_ROLES))

    def _is_counting(self, index: int) -> bool:
        """Whether what stands at `index` is counted by the number before: a plural or a unit."""
        if index >= self.count:
            return False
        if self.term(index, "no_year") is not None:
            return True
        word = self.words[index]
        if self.tokens[index].kind is not WORD or self._is_function_word(word):
            return False
        return len(word) > 2 and word.endswith(self.dates.plural_endings)

    def _is_glued(self, index: int) -> bool:
        """Whether the number is the tail of a name or a decimal: "Su-24", "n°24", "$24"."""
        before = self._word(index - 1)
        if not self._touches(index) or before in "([\"'«“‘–—/":
            return False
        if before == "-":
            return self.tokens[index - 2].kind is not NUMBER if index > 1 else True
        return self.tokens[index - 1].kind is not WORD or not before.endswith("'")

    def _is_linked(self, index: int) -> bool:
        """Whether "of" follows, so that the words before are part of something else."""
        return self.term(index, "link") is not None

    def _shift_before(self, index: int) -> tuple[int | None, int]:
        """Read "last", "this" or "next"."""
        shift = self.term(index, "shift")
        return (None, index) if shift is None else (int(shift[0]), shift[1])
