"""Where an offset stands for the reader: line and column, as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from checker.values import frozen

# Editors end a line at these three; form feeds and U+2028 stay inside a line.
_LINE_END = re.compile("\r\n|\n|\r")


class Position(NamedTuple):
    """A place in a file: line and column from 1, the column in code points."""

    line: int
    column: int


@frozen
class LineIndex:
    """Where each line of a text begins; make it once for many look-ups."""

    text: str
    starts: tuple[int, ...]

    def position(self, offset: int) -> Position:
        """Return the place of `offset`; the end of the text has one too."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def offset(self, position: tuple[int, int]) -> int:
        """Return the offset at a line and column, the inverse of `position`."""
        line, column = position
        return self.starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def line_index(text: str) -> LineIndex:
    """Note where each line of `text` begins."""
    return LineIndex(text, (0, *(found.end() for found in _LINE_END.finditer(text))))


def position(text: str, offset: int) -> Position:
    """Return the place of one `offset`; use a `LineIndex` for many."""
    return line_index(text[: offset + 1]).position(offset) if offset else Position(1, 1)
