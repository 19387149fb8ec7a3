"""
The text of a PDF, page by page, as one article: lines that the layout broke are joined again.

A PDF holds lines, not paragraphs. A line goes on in the next one when it is about as long as the
others of its page, or when the next one begins with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.articles.content import Content
from checker.articles.mapping import MappedText
from checker.model import Span

PAGE_END = "\f"

_LINE = re.compile(r"[^\r\n\f]*\S")
_BULLET = re.compile(r"(?:[•▪◦‣*–—-]|\d{1,3}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?)?(?:[-–—] ?)?\d{1,4}(?: ?(?:/|of|sur) ?\d{1,4}| ?[-–—])?", re.IGNORECASE
)
# A line was broken for want of room when it is this full, in hundredths of a usual long line.
_FULL = 75
# A few lines stand out of the column: nine lines of ten are no longer than a usual long line.
_USUAL = 90


def read_pdf_pages(text: str) -> Content:
    """Read the text of all pages, a form feed between them; page numbers stand beside the text."""
    mapped = MappedText()
    asides: list[Span] = []
    pages = [0, *(found.end() for found in re.finditer(PAGE_END, text))]
    for start, end in zip(pages, [*pages[1:], len(text)], strict=True):
        lines = [_stripped(text, line) for line in _LINE.finditer(text, start, end)]
        for paragraph in _paragraphs(text, lines):
            if mapped.size:
                mapped.add("\n\n", mapped.end_in_file(paragraph[0].start))
            begin = mapped.size
            _add(mapped, text, paragraph)
            if len(paragraph) == 1 and _is_page_number(text, paragraph[0], lines):
                asides.append(Span(begin, mapped.size))
    return Content(mapped.text(), asides=tuple(asides), origin=mapped.origin(text, tuple(pages)))


def _stripped(text: str, line: re.Match[str]) -> Span:
    """Leave out the blank space before a line."""
    return Span(line.end() - len(text[line.start() : line.end()].lstrip()), line.end())


def _paragraphs(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Gather the lines of each paragraph of one page."""
    widths = sorted(line.end - line.start for line in lines)
    full = widths[len(widths) * _USUAL // 100] * _FULL // 100 if widths else 0
    paragraph: list[Span] = []
    for line in lines:
        if paragraph and not _goes_on(text, paragraph[-1], line, full):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(text: str, line: Span, following: Span, full: int) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    between = text[line.end : following.start]
    if between.replace("\r\n", "\n").count("\n") > 1:
        return False
    before, after = text[slice(*line)], text[slice(*following)]
    if _BULLET.match(after) or _PAGE_NUMBER.fullmatch(before) or _PAGE_NUMBER.fullmatch(after):
        return False
    if _ENDS_SENTENCE.search(before):
        return len(before) >= full
    return len(before) >= full or after[:1].islower()


def _add(mapped: MappedText, text: str, paragraph: list[Span]) -> None:
    """Add the lines of a paragraph as one line, words that were cut in two made whole."""
    for number, line in enumerate(paragraph):
        shown = text[slice(*line)]
        following = paragraph[number + 1] if number + 1 < len(paragraph) else None
        if following is None:
            mapped.add(shown, line.start)
        elif _HYPHENATED.search(shown) and text[following.start].islower():
            mapped.add(shown[:-1], line.start)
        elif shown.endswith("-"):
            # "a 15-" and "month war" are joined with their hyphen.
            mapped.add(shown, line.start)
        else:
            mapped.add(shown, line.start)
            mapped.add(" ", line.end)


def _is_page_number(text: str, line: Span, lines: list[Span]) -> bool:
    """Whether the first or last line of a page is nothing but its number."""
    is_edge = line in (lines[0], lines[-1])
    return is_edge and _PAGE_NUMBER.fullmatch(text[slice(*line)]) is not None
