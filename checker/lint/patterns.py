"""Regular expressions that some text makes take too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.lint.advice import advise
from checker.lint.terms import patterns_of
from checker.model import Advice
from checker.rules.checks import Draft

# Reading an article stops a pattern after this long in one sentence (`checker.claims.scene`).
_SECONDS = 0.25
# Characters of the texts that are tried: longer than any sentence of the news.
_SIZE = 2_000
# What repetition most often runs over; the pattern's own letters are tried besides.
_USUAL = ("a", "1", " ", "a ", "1 ", "a1 ", "1,", "é", "-")
_WORDS = re.compile(r"[^\W_]+| ")


def check_patterns(draft: Draft) -> Iterator[Advice]:
    """Yield the patterns that take longer over a hostile text than they are given."""
    for node in patterns_of(draft):
        slow = _slow_text(node.text.strip()[1:-1])
        if slow is not None:
            message = f"this pattern takes too long on a text such as `{slow}`"
            advice = "Do not repeat what holds a repetition itself, as in `(a+)+` or `(.* )*`."
            yield advise(draft, "slow-pattern", node, message, advice)


def _slow_text(pattern: str) -> str | None:
    """Return the beginning of a text that is too much for a pattern, or None."""
    import regex

    compiled = regex.compile(pattern, regex.IGNORECASE)
    own = dict.fromkeys(_WORDS.findall(pattern))
    pieces = (*_USUAL, *own, "".join(own))
    for piece in dict.fromkeys(pieces):
        # A text that almost fits makes a pattern try everything; the last character spoils it.
        text: str = (piece * (_SIZE // len(piece) + 1))[:_SIZE] + "\u00a6"
        try:
            for _ in compiled.finditer(text, timeout=_SECONDS):
                pass
        except TimeoutError:
            return text[:20] + "…"
    return None
