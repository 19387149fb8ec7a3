"""
Which language a text is written in, by a vote of its most frequent function words.

A word that several languages share gives each of them a part of its vote, so that a text in a
language without a pack ("de la que") is not taken for its neighbour.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

StopWords = Mapping[str, tuple[str, ...]]
"""Each function word (lower case) with the codes of the languages that use it."""

# A word gives its language 60 votes: 20 for itself, and 40 that are divided among all languages
# that share it. Without the 20, French, which shares most, lost to half as much English.
_VOTE = 60
_SHARED = 20
# Ten words that no other language has.
_MANY_VOTES = 600
# Running text has a function word in every second or third place, lists of names hardly any.
_MOST_WORDS_PER_VOTE = 16
# A thousand characters settle it; three samples keep a foreign menu from deciding.
_SAMPLE = 450

_WORD = re.compile(r"[^\W\d_]+")


def stop_words(lists: Mapping[str, Iterable[str]]) -> StopWords:
    """Turn one word list a language into the table that `detect_language` asks."""
    table: dict[str, tuple[str, ...]] = {}
    for code in sorted(lists):
        for word in dict.fromkeys(lists[code]):
            table[word] = (*table.get(word, ()), code)
    return table


def detect_language(text: str, table: StopWords) -> str | None:
    """
    Return the code of the language most of `text` is in, or None when that is not clear.

    In few words clear is a lead of one seventh, for the sake of neighbours (es, pt).
    """
    votes, words = count_votes(_samples(text), table)
    ranking = votes.most_common(2)
    if not ranking or ranking[0][1] * _MOST_WORDS_PER_VOTE < words * _VOTE:
        return None
    best, most = ranking[0]
    second = ranking[1][1] if len(ranking) > 1 else 0
    is_clear = most > second if most >= _MANY_VOTES else most * 7 >= second * 8
    return best if is_clear else None


def count_votes(text: str, table: StopWords) -> tuple[Counter[str], int]:
    """Return the votes of each language, and the number of words."""
    words = _WORD.findall(text.lower())
    votes: Counter[str] = Counter()
    counts = Counter(words)
    for word in counts.keys() & table.keys():
        codes = table[word]
        vote = counts[word] * (_SHARED + (_VOTE - _SHARED) // len(codes))
        for code in codes:
            votes[code] += vote
    return votes, len(words)


def _samples(text: str) -> str:
    """Return a short text whole, of a long one its beginning, middle and end."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = (len(text) - _SAMPLE) // 2
    parts = (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])
    return " ".join(parts)
