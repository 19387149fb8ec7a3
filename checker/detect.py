"""
Which language a text is written in, by a vote of its most frequent function words.

A word that several languages share gives each of them a part of its vote, so that a text in a
language without a pack ("de la que") is not taken for its neighbour.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

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

# So many words that one pack alone has, and no other pack any, tell the language of a few lines.
_FEWEST_TELLING = 2
# A text of more words than these has function words, or is no running text.
_FEW_WORDS = 60
# A shorter stem ("dit*") begins words of any language.
_SHORTEST_STEM = 4
# No stem is longer: what runs on for a thousand letters is no word.
_LONGEST_STEM = 40

_WORD = re.compile(r"[^\W\d_]+")


def stop_words(lists: Mapping[str, Iterable[str]]) -> StopWords:
    """Turn one word list a language into the table that `detect_language` asks."""
    table: dict[str, tuple[str, ...]] = {}
    for code in sorted(lists):
        for word in dict.fromkeys(lists[code]):
            table[word] = (*table.get(word, ()), code)
    return table


def detect_language(
    text: str, table: StopWords, hints: Callable[[], StopWords] | None = None
) -> str | None:
    """
    Return the code of the language most of `text` is in, or None when that is not clear.

    In few words clear is a lead of one seventh, for the sake of neighbours (es, pt). Where a few
    lines have no function words to tell them ("Health officials in Ostra reported 12 deaths"),
    `hints` are asked for further words, `foo*` for any ending.
    """
    votes, words = count_votes(_samples(text), table)
    found = _by_votes(votes, words)
    if found is None and hints is not None and 0 < words <= _FEW_WORDS:
        return _by_hints(text, votes, hints())
    return found


def _by_votes(votes: Counter[str], words: int) -> str | None:
    """Return the language with most votes where it leads by enough."""
    ranking = votes.most_common(2)
    if not ranking or ranking[0][1] * _MOST_WORDS_PER_VOTE < words * _VOTE:
        return None
    best, most = ranking[0]
    second = ranking[1][1] if len(ranking) > 1 else 0
    is_clear = most > second if most >= _MANY_VOTES else most * 7 >= second * 8
    return best if is_clear else None


def _by_hints(text: str, votes: Mapping[str, int], hints: StopWords) -> str | None:
    """Return the one language that has words of its own, if function words do not speak against."""
    told: Counter[str] = Counter()
    for word in set(_WORD.findall(text.lower())):
        longest = min(len(word), _LONGEST_STEM)
        stems = (f"{word[:length]}*" for length in range(_SHORTEST_STEM, longest + 1))
        codes = {code for term in (word, *stems) for code in hints.get(term, ())}
        if len(codes) == 1:
            told.update(codes)
    if len(told) != 1:
        return None
    [(code, count)] = told.items()
    is_likely = votes.get(code, 0) == max(votes.values(), default=0)
    return code if count >= _FEWEST_TELLING and is_likely else None


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
