"""The text of a page as a reader sees it: blocks of clean text, each character with its place."""

from __future__ import annotations

import re
from html import unescape

from checker.articles.html.scanner import Text
from checker.articles.mapping import MappedText
from checker.rows import NamedTuple
from checker.values import field, record

BETWEEN_BLOCKS = "\n\n"
BETWEEN_CELLS = " | "

# Numbers of more digits name no character, and Python refuses to convert very long ones.
_PIECE = re.compile(
    r"""
    (?P<space>[ \t\n\r\f]+)
  | (?P<reference>&(?:\#[0-9]{1,9};?|\#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{0,40};?))
  | [^ \t\n\r\f&]++(?:[ ](?=[^ \t\n\r\f&])[^ \t\n\r\f&]++)*+
  | &
    """,
    re.VERBOSE,
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACE = re.compile(r"[ \t\n\r\f]+")


class Block(NamedTuple):
    """A stretch of the text between two blank lines, and the number of the region it stands in."""

    start: int
    end: int
    region: int


@record
class Flow:
    """
    Collects what a reader sees, in order.

    Blank space is joined, except `is_preformatted` text; what separates is written only when more
    follows in the block.
    """

    page: str
    mapped: MappedText = field(default_factory=MappedText)
    blocks: list[Block] = field(default_factory=list)
    region: int = 0
    is_preformatted: bool = False
    is_raised: bool = False
    _start: int = -1
    _between: str = ""
    _between_at: int = 0

    def text(self, text: Text) -> None:
        """Add a stretch of text of the page."""
        for piece in _PIECE.finditer(self.page, text.start, text.end):
            if piece["reference"] and not text.is_verbatim:
                self._reference(piece)
            elif piece["space"]:
                self._blank(piece.group(), piece.start())
            else:
                self._visible(piece.group(), piece.start())

    def _reference(self, piece: re.Match[str]) -> None:
        """Add the character that a reference such as `&eacute;` stands for."""
        written = piece.group()
        shown = unescape(written)
        # Old pages leave the semicolon out: "&lt300" is a sign and a number with its own place.
        rest = 0
        while rest < len(shown) and written.endswith(shown[-rest - 1 :]):
            rest += 1
        if character := shown[: len(shown) - rest]:
            add = self._blank if _SPACE.fullmatch(character) else self._visible
            add(character, piece.start())
        if rest:
            self._visible(shown[-rest:], piece.end() - rest)

    def end_block(self) -> None:
        """End the block; what follows begins another one."""
        if self._start >= 0:
            self.blocks.append(Block(self._start, self.mapped.size, self.region))
        self._start = -1
        self._between = ""

    def end_line(self, offset: int) -> None:
        """End the line at a `<br>`; two of them in a row separate paragraphs."""
        if self._between == "\n":
            self.end_block()
        elif self._start >= 0:
            self._between, self._between_at = "\n", offset

    def end_cell(self, offset: int) -> None:
        """Separate the cells of one row of a table."""
        if self._start >= 0:
            self._between, self._between_at = BETWEEN_CELLS, offset

    def _blank(self, shown: str, offset: int) -> None:
        """Note blank space; it separates only words of one line."""
        if self._start >= 0 and self.is_preformatted and "\n" in shown:
            self._between, self._between_at = shown, offset
        elif self._start >= 0 and not self._between:
            self._between, self._between_at = " ", offset

    def _visible(self, shown: str, offset: int) -> None:
        """Add characters that are seen, after what separates them from those before."""
        if self._start < 0:
            if shown.isspace():
                return
            if self.blocks:
                self.mapped.add(BETWEEN_BLOCKS, self.mapped.end_in_file(offset))
            self._start = self.mapped.size
        elif self._between:
            self.mapped.add(self._between, self._between_at)
        elif self.is_raised and self.mapped.ends_in_digit():
            # "10<sup>6</sup>" must not become the number 106, and "300<sup>1</sup>" has a footnote.
            if shown.isdecimal() and not self.mapped.ends_in_ten():
                self.mapped.add(" ", offset)
            shown = shown.translate(_SUPERSCRIPT)
        self.mapped.add(shown, offset)
        self._between = ""
