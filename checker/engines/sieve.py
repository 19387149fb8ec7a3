"""
Which of hundreds of patterns may match a sentence, without asking each of them.

A pattern is filed under a few letters of words that every match of it holds. A sentence looks up
its own runs of letters, and only the words of the patterns found there are looked for in it, those
first of which there are fewest to choose from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from checker.dialects import is_plain
from checker.engines.known import Known, known_of
from checker.values import field, frozen

T = TypeVar("T")

# By so many letters a word is filed, or by all that it has.
_LETTERS = 4
# So many texts are remembered: more than a sentence looks back to.
_MOST_SEEN = 32


@frozen
class Sieve(Generic[T]):
    """Patterns with what they stand for; make it by `make_sieve`, look it up by `passing`."""

    entries: tuple[tuple[Known, T], ...] = ()
    everywhere: frozenset[int] = frozenset()
    filed: Mapping[str, frozenset[int]] = field(default_factory=dict)
    _seen: dict[str, Sequence[T]] = field(default_factory=dict)

    def passing(self, text: str) -> Sequence[T]:
        """
        Return in the order given what may match a text; all where its letters are not plain.

        The last texts are remembered: a sentence is read for itself and for those behind it.
        """
        if text not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen[text] = self._sifted(text)
        return self._seen[text]

    def _sifted(self, text: str) -> Sequence[T]:
        if not is_plain(text):
            return [payload for _, payload in self.entries]
        lowered = text.lower()
        met = self.filed.keys() & _grams(lowered)
        near = self.everywhere.union(*(self.filed[gram] for gram in met))
        entries = (self.entries[number] for number in sorted(near))
        return [payload for known, payload in entries if _holds(lowered, known.words)]


def make_sieve(entries: Iterable[tuple[str, T]]) -> Sieve[T]:
    """File patterns, each with what it stands for, under a few letters of words that they need."""
    known = tuple((known_of(source), payload) for source, payload in entries)
    filed: dict[str, set[int]] = {}
    everywhere = set[int]()
    for number, (one, _) in enumerate(known):
        if not one.words:
            everywhere.add(number)
            continue
        # Of several choices the one with the longest words is met the least often.
        for word in max(one.words, key=_shortest):
            filed.setdefault((word.lstrip() or word)[:_LETTERS], set()).add(number)
    table = {gram: frozenset(numbers) for gram, numbers in filed.items()}
    return Sieve(known, frozenset(everywhere), table)


def _shortest(words: Sequence[str]) -> int:
    return min(map(len, words))


def _grams(text: str) -> set[str]:
    """Return all runs of one letter to four."""
    last = len(text)
    runs = {text[at : at + _LETTERS] for at in range(last - _LETTERS + 1)}
    runs.update([text[at : at + 3] for at in range(last - 2)])
    runs.update([text[at : at + 2] for at in range(last - 1)])
    runs.update(text)
    return runs


def _holds(lowered: str, words: Sequence[Sequence[str]]) -> bool:
    """Whether a text in small letters has a word of every choice."""
    for choice in words:
        for word in choice:
            if word in lowered:
                break
        else:
            return False
    return True
