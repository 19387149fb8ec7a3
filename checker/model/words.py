"""Words of a language pack beside those of its sentences: in correction notes and table headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.values import field, frozen

if TYPE_CHECKING:
    from checker.model.language import Phrases, Words


@frozen
class CorrectionWords:
    """
    How an article says that it was changed.

    `labels` do so at the head of a paragraph, where a mark, a number or a date follows
    ("Correction:", "Updated on 3 May"), `phrases` wherever they stand ("an earlier version of this
    article").
    """

    labels: Phrases = field(default_factory=dict)
    phrases: Phrases = field(default_factory=dict)


@frozen
class TableWords:
    """
    What the headers of tables say.

    `totals` are whole headers of rows and columns that add up the others; `counts` stand before
    what a header counts ("number of"); a word of `units` stands before its unit ("in millions").
    """

    totals: Words = frozenset()
    counts: Phrases = field(default_factory=dict)
    units: Words = frozenset()
