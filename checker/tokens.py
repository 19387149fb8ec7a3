"""
The tokeniser: folded text to words, numbers, fixed forms and symbols.

One pattern cuts; what kind a piece is follows from its spelling alone and is remembered by it, so
that a word costs its look-up only once. Every repetition in the pattern that could be tried again
from a later character is bounded: no text makes cutting slower than its length.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from itertools import accumulate, compress

from checker.glue import Glue
from checker.model import Language, SentenceWords, Token, TokenKind
from checker.model.language import GlueWords
from checker.values import field, record

# 64 characters before the sign are the most that e-mail has (RFC 5321).
_ADDRESS = r"""
    (?:https?://|www\.)[^\s<>"'()\[\]]+
  | [\w.+-]{1,64}@[\w-]+\.[\w.-]+
"""
_WORD = r"[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"
# Most of a text: Latin words before a space or comma, which are never part of anything longer.
_PLAIN = r"[a-zß-öø-ÿ]++(?=[\s,])"
_VERSION = r"v\d+(?:\.\d+)+(?!\w)"
# Currency letters that touch their digits are a token of their own: "EUR50m", "RM120,000", "$US5".
_CODES = (
    "usd|eur|gbp|cad|aud|nzd|hkd|sgd|twd|chf|jpy|cny|rmb|inr|rub|uah|sek|nok|dkk|pln|czk|huf|ron|bgn"
    "|ils|krw|myr|idr|thb|php|vnd|zar|ngn|brl|mxn|ars|aed|sar|qar|kwd|egp|pkr|xof|xaf"
)
_GLUED = rf"""
    (?=[a-z]{{2,3}}\d)(?:{_CODES}|rm|rs)(?=\d)
  | (?<=[$])(?:us|au|nz|hk|ca|[ac])(?=\d)
"""
_FIXED = r"""
    (?=\d)(?:
        \d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2}(?::\d{2})?)?(?![\w-])
      | \d{1,2}/\d{1,2}/\d{2,4}(?![\w/])
      | (?:\d{1,2}\.){2}\d{4}(?!\.?\w)
      | \d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f]?[ap]\.?m\b\.?)?(?!\w)
      | \d+(?:\.\d+){2,20}(?!\w)(?<!\d\.\d{3}\.\d{3})
    )
"""
# Groups hold exactly three digits, so that "4 93" stays two numbers; lakh groups come first.
_NUMBER = r"""
    \d{1,2}(?:,\d{2}){1,20},\d{3}(?!\d)(?:\.\d+)?
  | \d{1,3}(?:%(groups)s)(?!\d)(?:[.,]\d+(?![.,]?\d))?
  | \d+(?:[.,·]\d+)?
  | \.(?<![\w.,]\.)\d+
"""

# Ever new words of a hostile text must not fill the memory.
_MOST_REMEMBERED = 50_000
# Blank space is cut out of the text like a token and then left out.
_BLANK = 0
# A word that is several number words; its pieces take its place.
_COMPOUND = -1


class _Kinds(dict[str, int]):
    """
    The kind of every piece seen so far; blank space has none.

    `compounds` holds the pieces of the number words that `glue` has cut.
    """

    def __init__(self, glue: Glue | None = None) -> None:
        """Begin with nothing seen."""
        super().__init__()
        self.glue = glue
        self.compounds: dict[str, tuple[str, ...]] = {}

    def __missing__(self, piece: str) -> int:
        """Judge a new piece by its spelling."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
            self.compounds.clear()
        kind = _kind_of(piece)
        if self.glue is not None and kind == TokenKind.WORD:
            parts = self.glue.parts(piece)
            if parts:
                kind, self.compounds[piece] = _COMPOUND, parts
        self[piece] = kind
        return kind


_KINDS = _Kinds()


def _kind_of(piece: str) -> int:
    """Return what a piece of text is, by its spelling."""
    first = piece[0]
    if first.isspace():
        return _BLANK
    if len(piece) == 1 and not first.isalnum():
        return TokenKind.SYMBOL
    if piece.isalpha():
        return TokenKind.WORD
    if first.isdecimal() or first == ".":
        return TokenKind.FIXED if _is_fixed(piece) else TokenKind.NUMBER
    # An address or a version: no word has these inside.
    is_fixed = "." in piece or "@" in piece or "://" in piece
    return TokenKind.FIXED if is_fixed else TokenKind.WORD


def _is_fixed(piece: str) -> bool:
    """Whether what begins as a number is a date, a time, an address or a version ("1.2.3")."""
    if any(mark in piece for mark in "-/:@"):
        return True
    parts = piece.split(".")
    is_grouped = len(parts[-1]) == 3 and len(parts[-2:][0]) == 3
    return len(parts) > 2 and not is_grouped and all(part.isdecimal() for part in parts)


@record
class Tokeniser:
    """Cuts the folded texts of one language, by its group separators and leaning words."""

    groups: tuple[str, ...]
    words: SentenceWords
    kinds: _Kinds
    _patterns: dict[bool, re.Pattern[str]] = field(default_factory=dict)

    def cut(self, folded: str, start: int, end: int) -> list[Token]:
        """Cut the text between two offsets into tokens, whose offsets point into `folded`."""
        pieces = self._pattern(_has_address(folded, start, end)).findall(folded, start, end)
        kinds = list(map(self.kinds.__getitem__, pieces))
        if self.kinds.glue is not None and _COMPOUND in kinds:
            return self._unglued(start, pieces, kinds)
        ends = list(accumulate(map(len, pieces), initial=start))
        # All of it runs inside the interpreter's own loops: there are many tokens.
        return list(map(_make, compress(zip(ends, ends[1:], pieces, kinds, strict=False), kinds)))

    def _unglued(self, start: int, pieces: list[str], kinds: list[int]) -> list[Token]:
        """Make tokens where glued number words are several; each carries its plain form."""
        compounds, forms = self.kinds.compounds, self.kinds.glue.forms if self.kinds.glue else {}
        tokens, at = [], start
        for whole, kind in zip(pieces, kinds, strict=True):
            if kind == _COMPOUND:
                for piece in compounds[whole]:
                    end = at + len(piece)
                    tokens.append(Token(at, end, forms.get(piece, piece), TokenKind.WORD))
                    at = end
                continue
            if kind != _BLANK:
                tokens.append(_make((at, at + len(whole), whole, kind)))
            at += len(whole)
        return tokens

    def _pattern(self, has_address: bool) -> re.Pattern[str]:
        """Compile the pattern once; trying addresses at every word is slow and seldom needed."""
        pattern = self._patterns.get(has_address)
        if pattern is None:
            pattern = self._patterns[has_address] = re.compile(
                "|".join(self._parts(has_address)), re.VERBOSE
            )
        return pattern

    def _parts(self, has_address: bool) -> list[str]:
        """List what a piece may be, in the order in which it is tried."""
        words = self.words
        joined = "|".join(f"(?:{re.escape(mark)}\\d{{3}})+" for mark in self.groups) or r"(?!)"
        leaning = [
            f"(?:{_alternatives(table)})(?{look}\\w)"
            for table, look in ((words.whole, "!"), (words.elisions, "="), (words.suffixes, "!"))
            if table
        ]
        first = [_PLAIN, r"\s+", *([_ADDRESS] if has_address else []), _VERSION]
        return [*first, *leaning, _GLUED, _WORD, _FIXED, _NUMBER % {"groups": joined}, r"\S"]


# The short way to a token, past the argument checks of NamedTuple.
_make = functools.partial(tuple.__new__, Token)


def _has_address(folded: str, start: int, end: int) -> bool:
    return any(folded.find(mark, start, end) >= 0 for mark in ("@", "://", "www."))


def _alternatives(words: Iterable[str]) -> str:
    """Write `words` as a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def _tokeniser(groups: tuple[str, ...], words: SentenceWords, glue: GlueWords) -> Tokeniser:
    return Tokeniser(groups, words, _Kinds(Glue(glue)) if glue.numbers else _KINDS)


def tokeniser_of(language: Language) -> Tokeniser:
    """Return the tokeniser of a language, compiled once."""
    return _tokeniser(language.numbers.group, language.sentences, language.glue)


def tokens_of(folded: str, language: Language) -> list[Token]:
    """Cut a folded text into tokens."""
    return tokeniser_of(language).cut(folded, 0, len(folded))
