"""
The tokeniser: folded text to words, numbers, fixed forms and symbols.

One pattern cuts. As no token but a number reaches over a space, what stands between two spaces is
cut once and remembered, without its digits: news are written in few different words. Every
repetition in the pattern that could be tried again from a later character is bounded: no text makes
cutting slower than its length.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from itertools import accumulate, chain, compress

from checker.glue import Glue
from checker.model import Language, SentenceWords, Token, TokenKind
from checker.model.language import GlueWords
from checker.patterns import Source, pattern_of
from checker.values import field, record

# 64 characters before the sign are the most that e-mail has (RFC 5321).
_ADDRESS = r"""
    (?:https?://|www\.)[^\s<>"'()\[\]]+
  | [\w.+-]{1,64}@[\w-]+\.[\w.-]+
"""
_LETTERS = r"[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"
# Most of a text: Latin words before a space or comma, which are never part of anything longer.
_PLAIN = r"[a-zß-öø-ÿ]++(?=[\s,])"
_VERSION = r"v\d+(?:\.\d+)+(?!\w)"
# Currency letters that touch their digits are a token of their own: "EUR50m", "RM120,000", "$US5";
# so are the hours of "17h30" and the metres of "1m80", the minutes of "26min43s", what parts the
# sides of "10x12 feet", and what "£" is in ASCII: "PS6m".
_CODES = (
    "usd|eur|gbp|cad|aud|nzd|hkd|sgd|twd|chf|jpy|cny|rmb|inr|rub|uah|sek|nok|dkk|pln|czk|huf|ron|bgn"
    "|ils|krw|myr|idr|thb|php|vnd|zar|ngn|brl|mxn|ars|aed|sar|qar|kwd|egp|pkr|xof|xaf"
)
_GLUED = rf"""
    (?=[a-z]{{2,3}}\d)(?:{_CODES}|rm|rs)(?=\d)
  | (?:ps|[rn])(?=\d[\d.,]{{0,9}}(?:m|bn|k)\b|\d{{1,3}},\d{{3}})
  | (?:[kut]?shs?|dhs?|tk)(?=\d)
  | (?<=[$])(?:us|au|nz|hk|ca|[ac])(?=\d)
  | (?<=\d)(?:[hm](?=\d\d(?!\w))|(?:h|mn?|min)(?=\d\d?(?:mn?|min|s|sec)(?![^\W\d_]))|x(?=\d))
"""
_IN_DIGITS = r"""
    (?=\d)(?:
        \d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2}(?::\d{2})?)?(?![\w-])
      | \d{1,2}/\d{1,2}/\d{2,4}(?![\w/])
      | (?:\d{1,2}\.){2}\d{4}(?!\.?\w)
      | \d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f]?[ap]\.?m\b\.?)?(?!\w)
      | \d+(?:\.\d+){2,20}(?!\w)(?<!\d\.\d{3}\.\d{3})
    )
"""
# Groups hold exactly three digits, so that "4 93" stays two numbers; lakh groups come first. Two
# groups of the English form, or one with decimals, are read in any language: "1,234,567.8".
_DIGITS = r"""
    \d{1,2}(?:,\d{2}){1,20},\d{3}(?!\d)(?:\.\d+)?
  | \d{1,3}(?:(?:,\d{3}){2,20}(?!\d)(?:\.\d+)?|,\d{3}\.\d+)(?![.,]?\d)
  | \d{1,3}(?:%(groups)s)(?!\d)(?:[.,]\d+(?![.,]?\d))?
  | \d+(?:[.,·]\d+)?
  | \.(?<![\w.,]\.)\d+
"""

# Members of an enumeration are slow to reach.
_WORD, _NUMBER, _FIXED = TokenKind.WORD, TokenKind.NUMBER, TokenKind.FIXED
# A token in the making: its fields.
_Fields = tuple[int, int, str, int]
# The same, but for how far it begins and ends behind the end of the token before it.
_Step = tuple[int, int, str, int]

# Ever new words of a hostile text must not fill the memory: this is about ten megabytes.
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 40
_NOUGHTS = str.maketrans("123456789", "0" * 9)
_DIGIT = re.compile(r"[0-9]")
# Blank space is cut out of the text like a token and then left out.
_BLANK = 0


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


class _Stretches(dict[str, tuple[_Step, ...]]):
    """
    The tokens of what stood between two spaces, with the space before it.

    Numbers seldom come again, but as others of the same shape: what holds digits is remembered with
    noughts for them, unless a word of the `pattern` has digits of its own. `glue` cuts number words
    that are written as one.
    """

    def __init__(
        self, pieces_of: Callable[[str, int, int], list[str]], glue: Glue | None, *, by_shape: bool
    ) -> None:
        """Begin empty; `pieces_of` cuts a text between two offsets."""
        super().__init__()
        self.pieces_of = pieces_of
        self.glue = glue
        self.by_shape = by_shape

    def __missing__(self, stretch: str) -> tuple[_Step, ...]:
        """Cut a new stretch."""
        if stretch.isdecimal():
            return ((1, len(stretch) + 1, stretch, _NUMBER),)
        if len(stretch) > _LONGEST_REMEMBERED:
            return self._steps(stretch)
        shape = stretch.translate(_NOUGHTS) if self.by_shape else stretch
        steps = self.get(shape)
        if steps is None:
            steps = self._steps(shape)
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[shape] = steps
        return steps if shape == stretch else _with_digits(steps, stretch)

    def _steps(self, stretch: str) -> tuple[_Step, ...]:
        """Cut a stretch; blank space at its end is a step without a word."""
        if stretch.isalpha() and self.glue is None:
            return ((1, len(stretch) + 1, stretch, _WORD),)
        steps: list[_Step] = []
        at = -1
        for first, last, word, kind in self.fields(stretch, 0, len(stretch)):
            steps.append((first - at, last - at, word, kind))
            at = last
        if at < len(stretch):
            steps.append((0, len(stretch) - at, "", _BLANK))
        return tuple(steps)

    def fields(self, folded: str, start: int, end: int) -> Iterable[_Fields]:
        """Give the pieces of a text their offsets and kinds, without blank space."""
        pieces = self.pieces_of(folded, start, end)
        ends = list(accumulate(map(len, pieces), initial=start))
        kinds = list(map(_kind_of, pieces))
        found = compress(zip(ends, ends[1:], pieces, kinds, strict=False), kinds)
        return found if self.glue is None else _unglued(found, self.glue)


def _with_digits(steps: tuple[_Step, ...], stretch: str) -> tuple[_Step, ...]:
    """Put the digits of a stretch where the steps of its shape have noughts."""
    found, at = [], -1
    for gap, size, word, kind in steps:
        end = at + size
        found.append((gap, size, stretch[at + gap : end] if "0" in word else word, kind))
        at = end
    return tuple(found)


def _unglued(found: Iterable[_Fields], glue: Glue) -> Iterable[_Fields]:
    """Give each of the number words that are written as one its plain form."""
    for fields in found:
        at, _, whole, kind = fields
        parts = glue.parts(whole) if kind is _WORD else ()
        if not parts:
            yield fields
        for part in parts:
            yield at, at + len(part), glue.forms.get(part, part), _WORD
            at += len(part)


# Only numbers and times may reach over a space: "100 000", "5:30 pm".
_JOINT = re.compile(r" (?<=\d )(?=\d|[ap]\.?m)")


@record
class Tokeniser:
    """Cuts the folded texts of one language, by its group separators and leaning words."""

    groups: tuple[str, ...]
    words: SentenceWords
    glue: Glue | None = None
    _patterns: dict[bool, re.Pattern[str]] = field(default_factory=dict)
    _known: _Stretches = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing remembered."""
        tables = (self.words.whole, self.words.elisions, self.words.suffixes)
        by_shape = not any(_DIGIT.search(word) for table in tables for word in table)
        self._known = _Stretches(self._pieces, self.glue, by_shape=by_shape)

    def cut(self, folded: str, start: int, end: int) -> list[Token]:
        """Cut the text between two offsets into tokens, whose offsets point into `folded`."""
        if _JOINT.search(folded, start, end):
            return self.cut_whole(folded, start, end)
        # All but one line runs without the interpreter: there are many tokens.
        make, at = tuple.__new__, start - 1
        stretches = map(self._known.__getitem__, folded[start:end].split(" "))
        return [
            make(Token, (at + gap, (at := at + size), word, kind))
            for gap, size, word, kind in chain.from_iterable(stretches)
            # What has no word only moves on, and never to a place before the text.
            if word or (at := at + size) < 0
        ]

    def cut_whole(self, folded: str, start: int, end: int) -> list[Token]:
        """Cut as `cut` does, in one pass of the pattern and with nothing remembered."""
        return [tuple.__new__(Token, fields) for fields in self._known.fields(folded, start, end)]

    def _pieces(self, folded: str, start: int, end: int) -> list[str]:
        """Cut into pieces, of which some are blank space."""
        return self._pattern(_has_address(folded, start, end)).findall(folded, start, end)

    def _pattern(self, has_address: bool) -> re.Pattern[str]:
        """Compile the pattern once; trying addresses at every word is slow and seldom needed."""
        pattern = self._patterns.get(has_address)
        if pattern is None:
            pattern = self._patterns[has_address] = pattern_of(*self.source(has_address))
        return pattern

    def source(self, has_address: bool) -> Source:
        """Return the pattern that cuts, as written."""
        return "|".join(self._parts(has_address)), int(re.VERBOSE)

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
        return [*first, *leaning, _GLUED, _LETTERS, _IN_DIGITS, _DIGITS % {"groups": joined}, r"\S"]


def _has_address(folded: str, start: int, end: int) -> bool:
    return any(folded.find(mark, start, end) >= 0 for mark in ("@", "://", "www."))


def _alternatives(words: Iterable[str]) -> str:
    """Write `words` as a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def _tokeniser(groups: tuple[str, ...], words: SentenceWords, glue: GlueWords) -> Tokeniser:
    return Tokeniser(groups, words, Glue(glue) if glue.numbers else None)


def tokeniser_of(language: Language) -> Tokeniser:
    """Return the tokeniser of a language, compiled once."""
    return _tokeniser(language.numbers.group, language.sentences, language.glue)


def tokens_of(folded: str, language: Language) -> list[Token]:
    """Cut a folded text into tokens."""
    return tokeniser_of(language).cut(folded, 0, len(folded))
