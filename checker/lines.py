"""Where an offset stands for the reader: line and column, as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from checker.model import Article, Origin, Span
from checker.rows import NamedTuple
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


class Place(NamedTuple):
    """A place as reports show it: path, line and column; the path names the page of a PDF."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """Write `path:line:column`, which editors open."""
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class Places:
    """Leads from offsets into an article's text to places in its file; for many look-ups."""

    path: str
    index: LineIndex
    origin: Origin | None = None

    def at(self, offset: int) -> Place:
        """Return the place of an `offset` into the text."""
        if self.origin is None:
            return Place(self.path, *self.index.position(offset))
        return _place_in(self.origin, self.path, _file_offset(self.origin, offset))

    def within(self, offset: int) -> str:
        """Return the place inside the file: `12:5`, and `#page=3:12:5` in a PDF."""
        return str(self.at(offset)).removeprefix(self.path).removeprefix(":")

    def line_count(self, path: str) -> int:
        """Return the number of lines of the file, or of the page that `path` names; 0 for none."""
        first, last = self._lines_of(path)
        return last - first

    def span_of(self, path: str, line: int) -> Span | None:
        """Return the stretch of text that stands on a line; None when there is no such line."""
        first, last = self._lines_of(path)
        number = first + line - 1
        if not first <= number < last:
            return None
        starts = self.index.starts if self.origin is None else self.origin.lines
        end = starts[number + 1] if number + 1 < len(starts) else None
        size = len(self.index.text) + 1
        if self.origin is None:
            return Span(starts[number], size if end is None else end)
        after = size if end is None else _text_offset(self.origin, end, size)
        return Span(_text_offset(self.origin, starts[number], size), after)

    def _lines_of(self, path: str) -> tuple[int, int]:
        """Return the half-open range of the lines, from 0, of the file or of one page."""
        lines = self.index.starts if self.origin is None else self.origin.lines
        pages = () if self.origin is None else self.origin.pages
        if not pages:
            return (0, len(lines)) if path == self.path else (0, 0)
        ends = (*(bisect_left(lines, page) for page in pages), len(lines))
        for number in range(len(pages)):
            if path == _page_path(self.path, number):
                return ends[number], ends[number + 1]
        return (0, 0)


def places(article: Article) -> Places:
    """Prepare to say where things stand in the file of an article."""
    return Places(article.path, line_index(article.text), article.origin)


def _file_offset(origin: Origin, offset: int) -> int:
    """Follow a stretch of text to the file; nothing reaches beyond the next stretch."""
    number = max(bisect_right(origin.starts, offset) - 1, 0)
    if number >= len(origin.starts):
        return 0
    found = origin.offsets[number] + offset - origin.starts[number]
    return min((found, *origin.offsets[number + 1 : number + 2]))


def _text_offset(origin: Origin, offset: int, size: int) -> int:
    """Return the first offset into the text that stands at or after an `offset` of the file."""
    number = bisect_left(origin.offsets, offset)
    end = origin.starts[number] if number < len(origin.starts) else size
    if number == 0:
        return end
    return min(origin.starts[number - 1] + offset - origin.offsets[number - 1], end)


def _place_in(origin: Origin, path: str, offset: int) -> Place:
    line = bisect_right(origin.lines, offset)
    column = offset - origin.lines[line - 1] + 1
    if not origin.pages:
        return Place(path, line, column)
    page = max(bisect_right(origin.pages, offset) - 1, 0)
    return Place(
        _page_path(path, page), line - bisect_left(origin.lines, origin.pages[page]), column
    )


def _page_path(path: str, number: int) -> str:
    """Name a page, counted from 0, as PDF viewers and browsers do."""
    return f"{path}#page={number + 1}"
