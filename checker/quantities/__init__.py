"""
Stage 3: what each mention measures: its unit or counted noun, its two readings, whether it changes.

Tokens are looked up in the tables of the language pack; neither pint nor a regular expression runs.
A `draft` is a number with what is known of it. `measuring` finds its unit (`choices`) or noun
(`counting`), age (`ages`), rate (`rates`) and change (`changes`); `joins` says what numbers of one
sentence owe each other: parts of one sum (`parts`), ends of one range (`bounds`), a unit; what the
subject counts is in `subjects`, and `ends` are the readings.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from checker.model import Language, Mention, Quantity
from checker.quantities.draft import Draft
from checker.quantities.joins import join
from checker.quantities.measuring import measure
from checker.quantities.subjects import count_subjects

__all__ = ["find_quantities"]


def find_quantities(mentions: Iterable[Mention], language: Language, text: str) -> list[Quantity]:
    """
    Return one quantity a mention, in order.

    `text` is the article's, for the spelling of symbols and of the counted noun phrase.
    """
    found: list[Quantity] = []
    for _, group in groupby(mentions, key=lambda mention: mention.sentence.span.start):
        members = tuple(group)
        drafts = [
            Draft(mention, language, text, following)
            for mention, following in zip(members, (*members[1:], None), strict=True)
        ]
        for draft in drafts:
            measure(draft)
        if len(drafts) > 1:
            join(drafts, language)
        count_subjects(drafts)
        found += [draft.quantity() for draft in drafts]
    return found
