"""Which separator a document groups thousands with, told by its own unambiguous numbers."""

from __future__ import annotations

import re

from checker.model.language import NumberWords
from checker.values import record

# Numbers whose separators can only be read one way: two groups, or decimals that are not three.
_EVIDENCE = r"(?<![\d.,])\d+([.,])(?:\d{3}(?:\1\d{3})+(?!\d)|(?:\d\d?|\d{4,})(?![\d.,]\d)(?!\d))"


@record
class Habit:
    """
    How one document writes numbers; looked at only when a number could be read two ways.

    `folded` is the document's folded text.
    """

    folded: str
    words: NumberWords
    _known: int | None = None
    _spaced: bool | None = None

    def is_foreign(self) -> bool:
        """Whether the document groups thousands with its language's decimal mark."""
        return self._evidence() > 0

    def is_native(self) -> bool:
        """Whether the document shows that it writes numbers as its language does."""
        return self._evidence() < 0

    def is_spaced(self) -> bool:
        """Whether the document sets its marks apart, as machines do: "well , it rose 6 . 2 %"."""
        if self._spaced is None:
            text = self.folded
            # Such marks are rare, and finding two characters is much quicker than a pattern.
            may_be = " ," in text or " ." in text
            self._spaced = may_be and re.search(r"[^\W\d] [,.](?: |$)", text) is not None
        return self._spaced

    def _evidence(self) -> int:
        """Return by how many numbers the document is foreign; negative when it is native."""
        if self._known is None:
            self._known = self._find()
        return self._known

    def _find(self) -> int:
        foreign = native = 0
        for found in re.finditer(_EVIDENCE, self.folded):
            is_grouped = found.group().count(found[1]) > 1
            is_native = (found[1] == self.words.decimal) != is_grouped
            native, foreign = native + is_native, foreign + (not is_native)
        return foreign - native
