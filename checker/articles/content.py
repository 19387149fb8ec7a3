"""What is read off the bytes of an article before anything is asked of its words."""

from __future__ import annotations

from collections.abc import Callable

from checker.articles.comments import find_ignores
from checker.articles.front_matter import read_front_matter
from checker.articles.pipes import find_tables
from checker.errors import InputError, Problem
from checker.inputs.decoding import decode
from checker.inputs.sources import FROM_FRONT_MATTER, Metadata, RawArticle
from checker.model import Ignore, Origin, Span, Table
from checker.values import frozen, replace


@frozen
class Content:
    """
    The text of an article, and what its file says about it.

    `front` is the block of front matter at the head of the text. `said` pairs places of
    `checker.inputs.sources.PRECEDENCE` with what they say. `asides` are the parts that the markup
    sets beside the article, in order. `origin` leads back to the file where it holds more than the
    text. `ignores` are the comments that ask to leave claims out, `tables` the tables with headers.
    """

    text: str
    front: Span | None = None
    said: tuple[tuple[str, Metadata], ...] = ()
    asides: tuple[Span, ...] = ()
    origin: Origin | None = None
    ignores: tuple[Ignore, ...] = ()
    tables: tuple[Table, ...] = ()


def read_content(source: RawArticle, find_body: Callable[[str], str] | None = None) -> Content:
    """
    Read the text of an article out of its file; `find_body` finds the article of a web page.

    Raises: InputError for bytes that are no text, an empty text and broken front matter.
    """
    if source.form == "html":
        return _read_page(source, find_body)
    if source.form == "pdf":
        from checker.articles.pdf import read_pdf_pages

        return _not_empty(read_pdf_pages(str(source.data)), source, "the PDF holds no text")
    text = source.data if isinstance(source.data, str) else decode(source.data, source.path)
    content = Content(text, tables=find_tables(text))
    if source.is_record:
        return content
    _not_empty(content, source, "the file is empty")
    front = read_front_matter(text, source.path)
    ignores = find_ignores(text, in_text=True)
    if front is None:
        return replace(content, ignores=ignores)
    said = ((FROM_FRONT_MATTER, front.metadata),)
    return replace(content, front=front.span, said=said, ignores=ignores)


def _read_page(source: RawArticle, find_body: Callable[[str], str] | None) -> Content:
    """Read an HTML page, whose front matter (of a static site) is no part of its text."""
    from checker.articles.html import decode_page, read_page

    data = source.data
    page = data if isinstance(data, str) else decode_page(data, source.path)
    front = read_front_matter(page, source.path)
    content = read_page(page, front.span.end if front else 0, find_body)
    said = ((FROM_FRONT_MATTER, front.metadata),) if front else ()
    made = replace(content, said=(*said, *content.said), ignores=find_ignores(page, in_text=False))
    return _not_empty(made, source, "the page holds no text")


def _not_empty(content: Content, source: RawArticle, message: str) -> Content:
    """Return content that holds a text. Raises: InputError with `message` when it does not."""
    if not content.text.strip():
        raise InputError(Problem(source.path, 0, 0, message))
    return content
