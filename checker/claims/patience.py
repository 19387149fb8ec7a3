"""The patterns of rules, run over the sentences of one article: none longer than it may take."""

from __future__ import annotations

from time import perf_counter, process_time

from checker.claims.book import Pattern
from checker.engines import engine_of, matches, may_match
from checker.model import Span

# A rule author's patterns get this long for one sentence, and for one article; a news sentence
# needs microseconds. A pattern that is too slow once is so again, and is not tried again.
_PATTERN_SECONDS = 0.25
_ARTICLE_SECONDS = 1.0
# Before that, so many seconds by the clock on the wall, which also runs while others work.
_GLANCED = 0.5


class Patience:
    """
    What each pattern has left of the time of one article.

    `slow` names the rules of those that ran out of it, in the order in which they did.
    """

    def __init__(self) -> None:
        """Begin an article."""
        self.slow: list[str] = []
        self._left: dict[Pattern, float] = {}

    def spans(self, pattern: Pattern, text: str) -> tuple[Span, ...]:
        """Return where a pattern matches in a sentence; nowhere once it is too slow."""
        quick = engine_of(pattern.source, text)
        if quick is not None:
            # What cannot take long is not timed.
            return tuple(Span(*found.span()) for found in quick.finditer(text))
        left = self._left.get(pattern, _ARTICLE_SECONDS + _GLANCED)
        if left <= 0 or not may_match(pattern.source, text):
            return ()
        # The clock of the processor costs more than the usual pattern: others are looked at first.
        is_glanced = left > _ARTICLE_SECONDS
        clock = perf_counter if is_glanced else process_time
        began = clock()
        try:
            found = tuple(matches(pattern.source, text, _PATTERN_SECONDS))
            left -= clock() - began
            left = max(left, _ARTICLE_SECONDS) if is_glanced else left
        except TimeoutError:
            found, left = (), 0
        self._left[pattern] = left
        if left <= 0:
            self.slow.append(pattern.term.rule)
        return found
