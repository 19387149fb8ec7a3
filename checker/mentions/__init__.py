"""
Stage 2: every extent of text that states a number, with its hedges.

One pass of a small trigger pattern finds the sentences that hold a number; their tokens are then
walked once from left to right (`walk`), with a reader of ranges (`ranges`) and one of the hedges
before a number (`hedges`).
"""

from __future__ import annotations

from checker.mentions.walk import Walk
from checker.model import Language, Mention, Skipped
from checker.numerals import Habit
from checker.patterns import pattern_of
from checker.text import Page

__all__ = ["find_mentions"]

# A measure that is the whole text ("less than a kilogram") is rarely longer.
_LONGEST_EXPRESSION = 40


def find_mentions(page: Page, language: Language) -> tuple[list[Mention], list[Skipped]]:
    """
    Return every number of the page as a mention, in order, and what was seen and left out.

    The `article` of what was skipped is empty: a page does not know its article.
    """
    trigger = pattern_of(language.numbers.trigger)
    # The pattern begins with what stands before a word, so that the text needs a beginning too; the
    # last character of what it finds lies inside the number.
    offsets = [found.end() - 2 for found in trigger.finditer("\n" + page.folded.text)]
    if not offsets and len(page.folded.text) <= _LONGEST_EXPRESSION:
        # "A kilogram" has no number word, but is one where nothing else stands.
        offsets = [0]
    habit = Habit(page.folded.text, language.numbers)
    mentions: list[Mention] = []
    skipped: list[Skipped] = []
    for sentence in page.sentences_at(offsets):
        walk = Walk(page.text, language, sentence, habit)
        walk.run()
        mentions += walk.mentions
        skipped += walk.skipped
    return mentions, skipped
