"""
Parts of a text that are no evidence of their own: boilerplate, and paragraphs that repeat others.

The text itself never changes; later stages ask the marks.
"""

from __future__ import annotations

import re

from checker.articles.boilerplate import find_boilerplate, is_foreign_title
from checker.inputs.tables import Tables
from checker.model import Mark, Span
from checker.text import fold_word

BOILERPLATE = "boilerplate"
REPEAT = "repeat"
FRONT_MATTER = "front-matter"

# Fewer words may repeat by chance: a table says "300 drones" of two countries.
_FEWEST_REPEATED_WORDS = 5
# The headline stands at the top, so that a shorter one is known again.
_FEWEST_HEADLINE_WORDS = 3

# Bullets, quotes and spaces that one copy of a paragraph may have more than the other.
_MOST_SIGNS = 20

_OPENING = re.compile(r"\W*([^\W_]+)\W+([^\W_]+)\W+([^\W_]+)")
# Words, and the signs that change what a number means; commas, quotes and bullets change nothing.
_MEANING = re.compile(r"[^\W_]+|[$€£¥₽₴₹%‰°]|[<>≤≥±](?=\s?\d)|(?<!\w)[-−+](?=\d)")
_DOUBLED = re.compile(r"(?P<once>.{12,300}?)(?:\s*(?P=once))+$", re.DOTALL)


def mark_paragraphs(
    text: str, paragraphs: list[Span], language: str, tables: Tables
) -> tuple[Mark, ...]:
    """Mark boilerplate and repeated `paragraphs`, in order and without overlap."""
    contents = [text[span.start : span.end] for span in paragraphs]
    boilerplate = find_boilerplate(contents, tables.boilerplate)
    kept: list[tuple[Span, str]] = []
    marks: list[Mark] = []
    for span, content, is_marked in zip(paragraphs, contents, boilerplate, strict=True):
        if is_marked or is_foreign_title(content, language, tables.stop_words):
            marks.append(Mark(span, BOILERPLATE))
        else:
            kept.append((span, content))
    marks.extend(_repeats(kept))
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _repeats(paragraphs: list[tuple[Span, str]]) -> list[Mark]:
    """Mark each paragraph that says again, word for word, what an earlier one said."""
    marks: list[Mark] = []
    # Most paragraphs are told apart by three words; only the others are compared whole.
    openings: dict[str, list[tuple[Span, str]]] = {}
    for number, (whole, content) in enumerate(paragraphs):
        found = _OPENING.match(content)
        if found is None:
            continue
        glued = _doubled(whole, content)
        if glued is not None:
            marks.append(glued)
        span = whole if glued is None else Span(whole.start, glued.span.start)
        said = content[: span.end - span.start].rstrip()
        earlier = openings.setdefault(fold_word("".join(found.groups())), [])
        original = _original(said, earlier)
        fewest = _FEWEST_REPEATED_WORDS if number else _FEWEST_HEADLINE_WORDS
        if original is not None:
            marks.append(Mark(span, REPEAT, original))
        elif len(said.split()) >= fewest:
            earlier.append((span, said))
    return marks


def _original(content: str, earlier: list[tuple[Span, str]]) -> Span | None:
    """Return the earlier paragraph that says the same."""
    return next((span for span, before in earlier if _says_the_same(before, content)), None)


def _says_the_same(before: str, content: str) -> bool:
    """Whether two paragraphs differ at most in case, quotes, bullets and final stops."""
    if before == content:
        return True
    if abs(len(before) - len(content)) > _MOST_SIGNS + len(content) // 10:
        return False
    return meaning_of(before) == meaning_of(content)


def meaning_of(paragraph: str) -> tuple[str, ...]:
    """Return what makes two paragraphs the same: folded words, and signs beside numbers."""
    return tuple(_MEANING.findall(fold_word(paragraph)))


def _doubled(span: Span, content: str) -> Mark | None:
    """Mark the second half of a caption that the page glued to itself (`A cityA city`)."""
    if len(content) > 600:
        return None
    found = _DOUBLED.match(content) if content.count(content[:12]) > 1 else None
    if found is None:
        return None
    first = Span(span.start, span.start + len(found["once"]))
    start = span.start + content.index(found["once"], len(found["once"]))
    return Mark(Span(start, span.end), REPEAT, first)
