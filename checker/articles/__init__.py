"""
Stage 1: bytes and metadata to `Article`.

The text is the user's own, byte-order mark removed and nothing else changed, so that offsets, lines
and columns are those of the file; of markup and PDFs it is what a reader sees, with the way back to
the file. What is no evidence of its own is marked, never cut out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from typing import Any

from checker.articles.content import Content, read_content
from checker.articles.identifiers import Naming, unique_ids
from checker.articles.marks import BOILERPLATE, FRONT_MATTER, mark_paragraphs
from checker.detect import detect_language
from checker.errors import InputError, Problem
from checker.inputs import InputsRead
from checker.inputs.sources import (
    FIELDS,
    FROM_FILE_NAME,
    FROM_TEXT,
    PRECEDENCE,
    Metadata,
    RawArticle,
    date_in_name,
)
from checker.inputs.tables import Tables
from checker.model import Article, Mark, Skipped, Span
from checker.text import fold_word, paragraphs_of
from checker.values import frozen

__all__ = ["ArticlesParsed", "language_code", "parse_article", "parse_articles"]

# A headline longer than this is a paragraph.
_LONGEST_TITLE = 200
_HEADING = re.compile(r"#{1,3}[ \t]+(?P<title>[^\r\n]*?)[ \t#]*$")


@frozen
class ArticlesParsed:
    """The articles in order, each with its own id; what was left out, and what was wrong."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()


Parse = Callable[[RawArticle, Tables], Article | Skipped]
"""Parses one article, or raises InputError."""


def parse_articles(read: InputsRead, parse: Parse | None = None) -> ArticlesParsed:
    """
    Parse everything that was read; one that cannot be parsed does not stop the others.

    `parse` is what parses each of them, by default `parse_article`.
    """
    parse = parse or parse_article
    articles: list[Article] = []
    skipped, problems = list(read.skipped), list(read.problems)
    for source in read.articles:
        try:
            parsed = parse(source, read.tables)
        except InputError as error:
            problems.append(error.problem)
            continue
        if isinstance(parsed, Article):
            articles.append(parsed)
        else:
            skipped.append(parsed)
    named, faults = unique_ids(articles)
    return ArticlesParsed(tuple(named), tuple(skipped), (*problems, *faults))


def parse_article(source: RawArticle, tables: Tables) -> Article | Skipped:
    """
    Make an article of its bytes; Skipped when its language is not known or not supported.

    Raises: InputError for bytes that are no text, an empty text and broken front matter.
    """
    content = read_content(source, tables.find_body)
    text, known = content.text, _merge(source, content)
    body = content.front.end if content.front else 0
    paragraphs = [Span(a + body, b + body) for a, b in paragraphs_of(text[body:])]
    beside, paragraphs = _set_apart(paragraphs, content.asides)
    said = "\n\n".join(text[a:b] for a, b in paragraphs) if beside else text[body:]
    language, place = _language(said, known.get("lang"), tables)
    if language not in tables.supported:
        return Skipped("articles", source.path, _unsupported(language, place, tables))
    marks = mark_paragraphs(text, paragraphs, language, tables)
    known["lang"] = (language, place)
    title = None if "title" in known else _title(text, paragraphs, marks)
    if title:
        known["title"] = (title, FROM_TEXT)
    if content.front:
        marks = (Mark(content.front, FRONT_MATTER), *marks)
    return _article(source, content, known, _in_order(marks, beside))


def _set_apart(paragraphs: list[Span], asides: tuple[Span, ...]) -> tuple[list[Span], list[Span]]:
    """Divide paragraphs into those that the markup sets beside the article, and the others."""
    if not asides:
        return [], paragraphs
    starts = [aside.start for aside in asides]
    beside: list[Span] = []
    others: list[Span] = []
    for paragraph in paragraphs:
        number = bisect_right(starts, paragraph.start) - 1
        is_aside = number >= 0 and paragraph.start < asides[number].end
        (beside if is_aside else others).append(paragraph)
    return beside, others


def _in_order(marks: tuple[Mark, ...], beside: list[Span]) -> tuple[Mark, ...]:
    """Add the marks of what the markup set beside the article."""
    if not beside:
        return marks
    added = (*marks, *(Mark(span, BOILERPLATE) for span in beside))
    return tuple(sorted(added, key=lambda mark: mark.span))


Known = dict[str, tuple[Any, str]]
"""Each known field with its value and the place that said it."""


def _merge(source: RawArticle, content: Content) -> Known:
    """Take each field from the best place that says it."""
    places = [*source.known, *content.said]
    named = None if source.is_record else date_in_name(_file_name(source.path))
    if named:
        places.append((FROM_FILE_NAME, Metadata(published=named)))
    places.sort(key=lambda place: PRECEDENCE.index(place[0]))
    known: Known = {}
    for place, metadata in places:
        for field in FIELDS:
            value = getattr(metadata, field)
            if value is not None:
                known.setdefault(field, (value, place))
    return known


def _file_name(path: str) -> str:
    return re.split(r"[\\/]", path)[-1]


def _language(
    body: str, declared: tuple[str, str] | None, tables: Tables
) -> tuple[str | None, str]:
    """Return the language, as a supported code where it is one, and the place that said it."""
    if declared is None:
        return detect_language(body, tables.stop_words, tables.hints), FROM_TEXT
    written, place = declared
    return language_code(written, tables), place


def language_code(written: str, tables: Tables) -> str:
    """Return the code of a language named by tag or by name: a supported one where it is one."""
    tag = fold_word(written).replace("_", "-")
    supported = {code.lower(): code for code in tables.supported}
    # RFC 4647, look-up: fr-CA is read by the pack fr-CA, else by fr.
    while tag:
        if tag in supported:
            return supported[tag]
        if tag in tables.names:
            return tables.names[tag]
        tag = tag.rpartition("-")[0]
    return written


def _unsupported(language: str | None, place: str, tables: Tables) -> str:
    """Say why an article's language keeps it from being read, and what to do."""
    packs = ", ".join(tables.supported)
    if language is None:
        return f"its language is not clear; declare it, or give --lang (supported: {packs})"
    name = tables.name_of(language)
    named = f"{name} ({language})" if name != language else f"`{language}`"
    found = "seems to be" if place == FROM_TEXT else f"is, by its {place},"
    return f"its language {found} {named}, which is not supported (supported: {packs})"


def _title(text: str, paragraphs: list[Span], marks: tuple[Mark, ...]) -> str | None:
    """Return the first heading, else the first line that is not boilerplate."""
    marked = {mark.span.start for mark in marks}
    lines = [text[a:b] for a, b in paragraphs if a not in marked]
    for line in lines[:3]:
        heading = _HEADING.match(line)
        if heading:
            return " ".join(heading["title"].split()) or None
    if len(lines) > 1 and len(lines[0]) <= _LONGEST_TITLE:
        return " ".join(lines[0].split())
    return None


def _article(
    source: RawArticle, content: Content, known: Known, marks: tuple[Mark, ...]
) -> Article:
    """Put the article together; its id is final only beside the others (`unique_ids`)."""
    value = {field: said[0] for field, said in known.items()}
    published: date | None = value.get("published")
    return Article(
        id=value.get("id") or Naming(source.path).shortest,
        path=source.path,
        text=content.text,
        language=value["lang"],
        published=published,
        outlet=value.get("outlet"),
        title=value.get("title"),
        url=value.get("url"),
        event=value.get("event"),
        metadata_from=tuple((field, known[field][1]) for field in FIELDS if field in known),
        marks=marks,
        origin=content.origin,
        ignores=content.ignores,
        tables=content.tables,
    )
