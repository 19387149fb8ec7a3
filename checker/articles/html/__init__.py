"""
HTML to the text that a reader sees, each character with its place in the file.

Blocks become paragraphs, entities characters, blank space one blank. Scripts and the like are left
out; menus, forms and what stands beside the article are kept and named, so that they can be marked.
"""

from __future__ import annotations

from collections import Counter

from checker.articles.content import Content
from checker.articles.html.body import FindBody, asides_by
from checker.articles.html.elements import BREAKING, CELLS, CONTAINERS, DROPPED, FRAMES, TABLE
from checker.articles.html.encoding import decode_page
from checker.articles.html.flow import Block, Flow
from checker.articles.html.grid import Grid
from checker.articles.html.metadata import Head
from checker.articles.html.regions import (
    ARTICLE,
    BODY,
    HEADING,
    MAIN,
    PLAIN,
    Region,
    find_asides,
    inside,
    kind_of,
    numbers_of,
)
from checker.articles.html.scanner import Tag, scan
from checker.inputs.sources import FROM_HTML_META, FROM_JSON_LD, FROM_TEXT, Metadata
from checker.model import Span
from checker.rows import NamedTuple
from checker.values import field, record

__all__ = ["decode_page", "read_page"]

# A headline longer than this is a paragraph.
_LONGEST_TITLE = 200

# An end tag that was forgotten inside an article does not end what is around it.
_WALL_KINDS = frozenset({ARTICLE, MAIN, BODY})
# Browsers nest no deeper either.
_DEEPEST = 512


class _Open(NamedTuple):
    """An element that has begun: its name, its region, and whether it is one of its own."""

    name: str
    region: int
    is_wall: bool


def read_page(page: str, start: int = 0, find_body: FindBody | None = None) -> Content:
    """
    Read the text of a `page` from the offset `start` on, and what it says about itself.

    What stands beside the article is what the tags say, or `find_body` where it is given.
    """
    reader = _Reader(Flow(page))
    for each in scan(page, start):
        if not isinstance(each, Tag):
            if not reader.dropped:
                reader.flow.text(each)
        elif each.is_end:
            reader.end(each)
        else:
            reader.begin(each)
    reader.flow.end_block()
    blocks, regions = reader.flow.blocks, reader.regions
    asides = find_asides(regions, blocks)
    text = reader.flow.mapped.text()
    title = _headline(text, regions, blocks, asides) or reader.head.title or None
    if find_body is not None:
        asides = asides_by(find_body(page[start:]), text, blocks, asides)
    return Content(
        text,
        said=(
            (FROM_HTML_META, reader.head.of_meta()),
            (FROM_JSON_LD, reader.head.of_json()),
            (FROM_TEXT, Metadata(title=title)),
        ),
        asides=tuple(
            Span(block.start, block.end)
            for block, is_aside in zip(blocks, asides, strict=True)
            if is_aside
        ),
        origin=reader.flow.mapped.origin(page),
        tables=reader.grid.tables(text),
    )


def _headline(
    text: str, regions: list[Region], blocks: list[Block], asides: list[bool]
) -> str | None:
    """Return the first headline of the article."""
    in_heading = inside(regions, numbers_of(regions, HEADING))
    for block, is_aside in zip(blocks, asides, strict=True):
        is_short = block.end - block.start <= _LONGEST_TITLE
        if in_heading[block.region] and is_short and not is_aside:
            return " ".join(text[block.start : block.end].split())
    return None


@record
class _Reader:
    """Follows the tags of a page: which elements are open, and what that means for the text."""

    flow: Flow
    head: Head = field(default_factory=Head)
    grid: Grid = field(default_factory=Grid)
    regions: list[Region] = field(default_factory=lambda: [Region(PLAIN, 0)])
    opened: list[_Open] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    dropped: int = 0

    def begin(self, tag: Tag) -> None:
        """Follow a start tag."""
        name = tag.name
        if not self.dropped:
            self.head.note(tag, self.flow.page)
            self._lay_out(tag)
        # A slash ends only what comes from XML; browsers ignore it in `<div/>`.
        is_empty = name == "svg" and tag.attributes.rstrip().endswith("/")
        if name in CONTAINERS and not is_empty and len(self.opened) < _DEEPEST:
            self._push(tag)

    def _lay_out(self, tag: Tag) -> None:
        """Do to the text what a start tag does."""
        name = tag.name
        self.grid.begin(tag, self.flow.mapped.size)
        if name == "br":
            self.flow.end_line(tag.start)
        elif name in CELLS:
            self.flow.end_cell(tag.start)
        elif name in BREAKING:
            self.flow.end_block()
        elif name == "sup":
            self.flow.is_raised = True

    def _push(self, tag: Tag) -> None:
        kind = PLAIN if self.dropped else kind_of(tag)
        region = self.flow.region
        if kind != PLAIN:
            self.flow.end_block()
            region = len(self.regions)
            self.regions.append(Region(kind, self.flow.region))
        is_wall = tag.name in CELLS or kind in _WALL_KINDS
        self.opened.append(_Open(tag.name, region, is_wall))
        self.counts[tag.name] += 1
        self._enter()

    def _enter(self) -> None:
        """Take over what the innermost open element says."""
        self.flow.region = self.opened[-1].region if self.opened else 0
        self.dropped = sum(self.counts[name] for name in DROPPED & self.counts.keys())
        self.flow.is_preformatted = self.counts["pre"] > 0

    def end(self, tag: Tag) -> None:
        """Follow an end tag; one without a beginning only ends the paragraph."""
        if not self.dropped:
            self.grid.end(tag, self.flow.mapped.size)
            if tag.name in BREAKING:
                self.flow.end_block()
        if tag.name == "sup":
            self.flow.is_raised = False
        if self.counts[tag.name]:
            self._close(tag.name)

    def _close(self, name: str) -> None:
        """Close the innermost open element of a name, and what was left open in it."""
        for number in range(len(self.opened) - 1, -1, -1):
            if self.opened[number].name == name:
                break
            if self.opened[number].is_wall and name not in TABLE and name not in FRAMES:
                return
        if self.opened[number].region != self.flow.region:
            self.flow.end_block()
        for closed in self.opened[number:]:
            self.counts[closed.name] -= 1
        del self.opened[number:]
        self._enter()
