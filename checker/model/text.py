"""Text as values: an article, its marked parts, a sentence and its tokens."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from enum import IntEnum

from checker.model.tables import Table
from checker.rows import NamedTuple
from checker.values import field, frozen


class Span(NamedTuple):
    """A stretch of `Article.text`: half-open, in Unicode code points from 0."""

    start: int
    end: int


class TokenKind(IntEnum):
    """What the tokeniser saw; `FIXED` is a date, time, address or version in digits."""

    WORD = 1
    NUMBER = 2
    FIXED = 3
    SYMBOL = 4


class Token(NamedTuple):
    """
    One token of a sentence.

    `start` and `end` are offsets into `Article.text`. `word` is the folded text that tables are
    asked for: NFC, lower case, straight apostrophes and hyphens, nothing invisible. An elided
    article keeps its apostrophe ("l'"); a number keeps its separators ("100 000", "2,3").
    """

    start: int
    end: int
    word: str
    kind: TokenKind


@frozen
class Sentence:
    """
    One sentence with its tokens, in order.

    A cell of a table is read as one: behind its own tokens stand those of the headers that say what
    it holds. `around` is what is quoted for it, its row; `label` the words that tell it from other
    cells under the same header.
    """

    span: Span
    tokens: tuple[Token, ...]
    around: Span | None = None
    label: str = ""

    @property
    def key(self) -> tuple[int, Span | None]:
        """What tells it from others of its article; a cell may begin where its row does."""
        return self.span.start, self.around

    @property
    def quoted(self) -> Span:
        """The stretch of text that is quoted for what the sentence says."""
        return self.around or self.span


@frozen
class Mark:
    """
    A part of the text that is no evidence of its own.

    `reason` is `front-matter`, `boilerplate` or `repeat`; `original` is the span that a repeated
    paragraph repeats.
    """

    span: Span
    reason: str
    original: Span | None = None


@frozen
class Ignore:
    """
    A comment in an article that asks to leave claims on some lines of its file out of comparing.

    `rules` are rule ids, none meaning all. The lines from `first` to `last` are meant, both counted
    from 1 and included; `last` 0 is the end of the file. After the day `until` it counts no more.
    `fault` says what is wrong with it; one with a fault hides nothing. `line`, `column` and `words`
    are those of the comment, `span` its place in `Article.text`, None where that leaves it out.
    """

    line: int
    column: int
    words: str
    rules: tuple[str, ...] = ()
    first: int = 0
    last: int = 0
    until: date | None = None
    reason: str = ""
    fault: str = ""
    span: Span | None = None

    def covers(self, rule: str, line: int) -> bool:
        """Whether a claim of a rule on a line is meant."""
        is_rule = not self.rules or rule in self.rules
        return is_rule and self.first <= line and (not self.last or line <= self.last)


@frozen
class Origin:
    """
    Where the text of an article stands in its file, when it is not the text of the file itself.

    The stretch of text that begins at `starts[n]` stands in the file from `offsets[n]` on, both
    ascending. `lines` are the offsets in the file at which its lines begin; `pages` those at which
    its pages do, for files whose lines are counted page by page.
    """

    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    lines: tuple[int, ...]
    pages: tuple[int, ...] = ()


@frozen
class Article:
    """
    One article: the text exactly as the user has it, and what is known about it.

    Where the file holds markup or pages, `text` is what a reader sees of it and `origin` leads
    back to the file; `checker.lines.places` gives path, line and column for both.

    `id` is unique in a run. `path` is as the user gave it. `language` is a BCP 47 code. `published`
    is None when unknown. `event` names the story the article belongs to, if its metadata says so.
    `metadata_from` pairs each known field with where it was found: `metadata file`,
    `front matter`, `record`, `html meta`, `json-ld`, `file name`, `flag`, `text`. `marks` are in
    order and do not overlap. `ignores` are the comments that ask to leave claims out;
    `tables` are its tables, in order.
    """

    id: str
    path: str
    text: str = field(repr=False)
    language: str
    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    event: str | None = None
    metadata_from: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    origin: Origin | None = field(default=None, repr=False)
    ignores: tuple[Ignore, ...] = ()
    tables: tuple[Table, ...] = field(default=(), repr=False)

    @property
    def source(self) -> str:
        """Name who published it: the outlet where known, otherwise the article's id."""
        return self.outlet or self.id

    def mark_at(self, offset: int) -> Mark | None:
        """Return the mark that covers an offset of the text, or None."""
        number = bisect_right(self.marks, offset, key=lambda mark: mark.span.start) - 1
        is_inside = number >= 0 and offset < self.marks[number].span.end
        return self.marks[number] if is_inside else None


@frozen
class Skipped:
    """
    Something seen and not used, with the reason: "could not" is a value.

    `stage` names the module that gave up (`inputs`, `articles`, `mentions`, `quantities` or
    `claims`); `span` and `text` are empty when a whole input was skipped.
    """

    stage: str
    article: str
    reason: str
    span: Span | None = None
    text: str = ""
