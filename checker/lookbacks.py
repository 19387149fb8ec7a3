"""
Where a text looks back on something earlier: "a week after five people died in Ostra".

What stands there is of another event, or of an older chapter of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import DateWords, Language
from checker.rows import NamedTuple

# Before so many words of a sentence, a look back opens it and ends at the next comma.
_OPENING_WORDS = 4

# A verb, an adverb and a number stand between an event and the one it is dated by.
_LONGEST_COMING = 5

_WORD = re.compile(r"[^\W_][\w'’-]*")
_STOP = re.compile(r"[.!?](?=\s|$)|\n")


class _Words(NamedTuple):
    """How one language looks back: the pattern, units that are days, "one", "for" and "came"."""

    look: re.Pattern[str]
    days: frozenset[str]
    ones: frozenset[str]
    lasting: frozenset[str]
    coming: frozenset[str]


# By the identity of the words, which are kept beside it: packs are few and never change.
_known: dict[int, tuple[DateWords, _Words | None]] = {}


class LookBack(NamedTuple):
    """
    Where a look back begins and ends, and whether it goes back by days only.

    One event that `comes` after another is no part of it: "The raid came ten days after a man shot
    dead 12 people".
    """

    start: int
    end: int
    is_near: bool
    comes: bool = False

    def holds(self, place: int) -> bool:
        """Whether a character stands in what looks back."""
        return self.start <= place < self.end


def look_backs(text: str, language: Language) -> Iterator[LookBack]:
    """Yield where look backs begin and end: with their sentence, or at a comma if they open it."""
    words = _words(language)
    for found in words.look.finditer(text) if words else ():
        before = _STOP.split(text[: found.start()])[-1]
        led = _WORD.findall(before.casefold().rpartition(",")[2])
        if words is None or _goes_on(led, found["unit"].casefold(), words):
            continue
        end = _STOP.search(text, found.end())
        stop = end.start() if end else len(text)
        comma = text.find(",", found.end(), stop)
        opens = len(before.split()) <= _OPENING_WORDS and comma > 0
        comes = not words.coming.isdisjoint(led[-_LONGEST_COMING:]) and _is_new(
            text[found.end() : stop], words
        )
        is_near = found["unit"].casefold() in words.days and not comes
        yield LookBack(found.start(), comma if opens else stop, is_near, comes)


def goes_on(text: str, language: Language) -> bool:
    """Whether the last sentence of a text ends with what another event came after."""
    last = text.rstrip()
    backs = [back for back in look_backs(last, language) if back.comes]
    return bool(backs) and not last[backs[-1].end :].strip(".!?\"'”’»")


def _is_new(behind: str, words: _Words) -> bool:
    """Whether an event is told for the first time: "a man" where "the man" was named before."""
    return _WORD.findall(behind.casefold())[:1] in [[one] for one in words.ones]


def _goes_on(led: list[str], unit: str, words: _Words) -> bool:
    """
    Whether the event itself goes on: "a day after the quake", "out for nine months after a fall".

    `led` are the words before the unit, from the last comma on.
    """
    is_next_day = unit in words.days and led[-1:] != [] and led[-1] in words.ones
    return is_next_day or not words.lasting.isdisjoint(led[-3:-1])


def _words(language: Language) -> _Words | None:
    """Return how a language looks back; None where its pack does not say."""
    dates = language.dates
    known = _known.get(id(dates))
    if known is None:
        known = _known[id(dates)] = dates, _compiled(language)
    return known[1]


def _compiled(language: Language) -> _Words | None:
    words = language.discourse
    units = _terms(language.dates, "unit")
    afters = {term for term, value in _terms(language.dates, "weak_relation") if value == "after"}
    if not units or not afters:
        return None
    unit = "|".join(sorted(re.escape(term) for term, value in units if value != "hour"))
    after = "|".join(sorted(map(re.escape, afters)))
    return _Words(
        re.compile(rf"(?<!\w)(?P<unit>{unit})\s+(?:{after})(?!\w)(?=\s+\w)", re.IGNORECASE),
        frozenset(term for term, value in units if value == "day"),
        frozenset(term for term, value in _terms(language.dates, "count") if value == "1"),
        (words.purpose | words.bids | frozenset(language.numbers.lasting)) - words.places,
        frozenset(words.coming),
    )


def _terms(dates: DateWords, role: str) -> set[tuple[str, str]]:
    """Return the terms of one role, each with its meaning."""
    return {
        (" ".join(term.words), term.value)
        for roles in dates.terms.values()
        for term in roles.get(role, ())
    }
