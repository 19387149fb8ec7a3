"""Text made from a file piece by piece, with the way back from every character to the file."""

from __future__ import annotations

import re

from checker.lines import line_index
from checker.model import Origin
from checker.values import field, record


@record
class MappedText:
    """
    Collects the text of an article and where each piece of it stands in the file.

    Pieces must be added in the order of the file.
    """

    parts: list[str] = field(default_factory=list)
    size: int = 0
    starts: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    def add(self, text: str, offset: int) -> None:
        """Add `text`, which begins in the file at `offset` and goes on there as it does here."""
        if not self.starts or offset - self.offsets[-1] != self.size - self.starts[-1]:
            self.starts.append(self.size)
            self.offsets.append(offset)
        self.parts.append(text)
        self.size += len(text)

    def ends_in_digit(self) -> bool:
        """Whether the last character so far is a digit."""
        return bool(self.parts) and self.parts[-1][-1:].isdigit()

    def ends_in_ten(self) -> bool:
        """Whether the last piece so far ends in the number ten, which takes powers."""
        return bool(self.parts) and re.search(r"(?<![\d.,])10$", self.parts[-1]) is not None

    def end_in_file(self, offset: int) -> int:
        """Return where the last piece ends in the file, at most `offset`."""
        return min(self.offsets[-1] + self.size - self.starts[-1], offset)

    def text(self) -> str:
        """Return all text added so far."""
        return "".join(self.parts)

    def origin(self, source: str, pages: tuple[int, ...] = ()) -> Origin:
        """Return the way back into `source`, the text of the file, with the offsets of `pages`."""
        lines = {*line_index(source).starts, *pages}
        return Origin(tuple(self.starts), tuple(self.offsets), tuple(sorted(lines)), pages)
