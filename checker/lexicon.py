"""
One look-up table for many terms: rule words, names of countries, verbs of saying.

A term is written as in a rule file: words separated by spaces, `foo*` for any ending, `=Foo` for
what is found as written only, because it is another word in small letters. Looking a sentence up
costs one dictionary access a token, however many terms there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from checker.model import Language, Token
from checker.rows import NamedTuple
from checker.text import fold_word
from checker.tokens import tokens_of
from checker.values import field, record

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A term found in a sentence: its half-open token range and what it stands for."""

    first: int
    last: int
    payload: T


class _Piece(NamedTuple):
    """One word of a term; a `stem` fits every word that begins with it."""

    word: str
    stem: bool


class _Entry(NamedTuple, Generic[T]):
    """
    What must follow a term's first word; `cased` is a spelling that counts to the letter.

    `at` is its place among the terms that begin with that word.
    """

    at: int
    rest: tuple[_Piece, ...]
    cased: str
    payload: T


class _Begun(NamedTuple, Generic[T]):
    """The terms that begin with one word: of that word alone, by their next word, by its stem."""

    alone: tuple[_Entry[T], ...]
    by_next: Mapping[str, list[_Entry[T]]]
    by_stem: tuple[_Entry[T], ...]


@record
class Lexicon(Generic[T]):
    """
    Terms with their payloads; look-ups remember every word they have seen.

    A term is kept under its first word and cut only when a text has that word: of thousands of
    terms an article meets a few dozen.
    """

    language: Language
    _exact: dict[str, list[tuple[str, T]]] = field(default_factory=dict)
    _stems: dict[str, list[tuple[str, T]]] = field(default_factory=dict)
    _seen: dict[str, _Begun[T] | None] = field(default_factory=dict)

    def add(self, terms: Iterable[tuple[str, T]]) -> None:
        """
        Add terms with their payloads, all of them at every start.

        An acronym in capitals ("US") and `=Foo` are found as written only.
        """
        exact, stems = self._exact, self._stems
        for pair in terms:
            term = pair[0]
            first, table = term.partition(" ")[0], exact
            if first.isalpha():
                word = first.lower() if first.isascii() else fold_word(first)
            elif first[:-1].isalpha() and first[-1] == "*":
                word, table = fold_word(first[:-1]), stems
            else:
                pieces = _pieces(term.removeprefix("="), self.language)
                if not pieces:
                    continue
                word, is_stem = pieces[0]
                table = stems if is_stem else exact
            if word in table:
                table[word].append(pair)
            else:
                table[word] = [pair]
        self._seen.clear()

    def find(self, tokens: Sequence[Token], text: str) -> list[Hit[T]]:
        """Return every term in `tokens`, in order, overlaps too; `text` is the article's."""
        found: list[Hit[T]] = []
        seen = self._seen
        for index, token in enumerate(tokens):
            word = token.word
            begun = seen[word] if word in seen else self._begun(word)
            if begun is None:
                continue
            for entry in _possible(begun, tokens, index):
                last = index + 1 + len(entry.rest)
                if entry.cased and not text.startswith(entry.cased, token.start):
                    continue
                found.append(Hit(index, last, entry.payload))
        return found

    def _begun(self, word: str) -> _Begun[T] | None:
        """Collect, once, the terms that may begin with `word`; None where there are none."""
        terms = list(self._exact.get(word, ()))
        if self._stems:
            for length in range(1, len(word) + 1):
                terms += self._stems.get(word[:length], ())
        # The bound keeps a hostile text of ever new words from filling the memory.
        if len(self._seen) > _MOST_REMEMBERED:
            self._seen.clear()
        entries = [
            _entry(at, term, payload, self.language) for at, (term, payload) in enumerate(terms)
        ]
        self._seen[word] = _by_next(entries) if entries else None
        return self._seen[word]


_MOST_REMEMBERED = 200_000


def _by_next(entries: Sequence[_Entry[T]]) -> _Begun[T]:
    """Sort entries by what their next word must be: of hundreds with "in" few go on alike."""
    by_next: dict[str, list[_Entry[T]]] = {}
    for entry in entries:
        if entry.rest and not entry.rest[0].stem:
            by_next.setdefault(entry.rest[0].word, []).append(entry)
    alone = tuple(entry for entry in entries if not entry.rest)
    by_stem = tuple(entry for entry in entries if entry.rest and entry.rest[0].stem)
    return _Begun(alone, by_next, by_stem)


def _possible(begun: _Begun[T], tokens: Sequence[Token], index: int) -> Sequence[_Entry[T]]:
    """Return the terms whose words stand at `index`, in the order they were added."""
    if not (begun.by_next or begun.by_stem) or index + 1 == len(tokens):
        return begun.alone
    longer = [
        entry
        for entry in (*begun.by_next.get(tokens[index + 1].word, ()), *begun.by_stem)
        if _follows(tokens, index + 1, entry.rest)
    ]
    return sorted((*begun.alone, *longer), key=_place) if longer else begun.alone


def _place(entry: _Entry[T]) -> int:
    return entry.at


def _entry(at: int, term: str, payload: T, language: Language) -> _Entry[T]:
    """Cut a term into what must follow its first word."""
    plain = term.removeprefix("=")
    bare = plain.replace("*", "")
    is_cased = len(bare) > 1 and bare.isupper() and bare.replace(".", "").isalpha()
    is_cased = is_cased or term.startswith("=")
    return _Entry(at, _rest(plain, language), bare if is_cased else "", payload)


def _rest(term: str, language: Language) -> tuple[_Piece, ...]:
    """Cut what must follow the first word of a term."""
    first, _, others = term.partition(" ")
    if first.removesuffix("*").isalpha():
        # Nearly every term: its first word is one piece, which need not be cut.
        return tuple(_pieces(others, language)) if others else ()
    return tuple(_pieces(term, language)[1:])


def make_lexicon(language: Language, terms: Iterable[tuple[str, T]]) -> Lexicon[T]:
    """Build the look-up table of `terms` for one language."""
    lexicon: Lexicon[T] = Lexicon(language)
    lexicon.add(terms)
    return lexicon


def _pieces(term: str, language: Language) -> list[_Piece]:
    """Cut a term as the tokeniser cuts text; a star makes its word a stem."""
    pieces: list[_Piece] = []
    for part in term.split():
        plain = part.removesuffix("*")
        if plain.isalpha():
            # Nearly every term: letters alone are one token, and need no tokeniser.
            pieces.append(_Piece(fold_word(plain), part is not plain))
            continue
        folded = fold_word(part.rstrip("*"))
        cut = [_Piece(word, False) for _, _, word, _ in tokens_of(folded, language)]
        if part.endswith("*") and cut:
            cut[-1] = _Piece(cut[-1].word, True)
        pieces += cut
    return pieces


def _follows(tokens: Sequence[Token], index: int, rest: tuple[_Piece, ...]) -> bool:
    """Whether the words of `rest` stand at `index`."""
    if index + len(rest) > len(tokens):
        return False
    for offset, piece in enumerate(rest):
        word = tokens[index + offset].word
        if not (word.startswith(piece.word) if piece.stem else word == piece.word):
            return False
    return True
