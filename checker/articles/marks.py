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
from checker.values import field, record

BOILERPLATE = "boilerplate"
REPEAT = "repeat"
FRONT_MATTER = "front-matter"

# Fewer words may repeat by chance: a table says "300 drones" of two countries.
_FEWEST_REPEATED_WORDS = 5
# The headline stands at the top, so that a shorter one is known again.
_FEWEST_HEADLINE_WORDS = 3

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
    openings: dict[str, _Alike] = {}
    for number, (whole, content) in enumerate(paragraphs):
        found = _OPENING.match(content)
        if found is None:
            continue
        glued = _doubled(whole, content)
        if glued is not None:
            marks.append(glued)
        span = whole if glued is None else Span(whole.start, glued.span.start)
        said = content[: span.end - span.start].rstrip()
        earlier = openings.setdefault(fold_word("".join(found.groups())), _Alike())
        original = earlier.original(said)
        fewest = _FEWEST_REPEATED_WORDS if number else _FEWEST_HEADLINE_WORDS
        if original is not None:
            marks.append(Mark(span, REPEAT, original))
        elif len(said.split(None, fewest)) >= fewest:
            earlier.add(span, said)
    return marks


@record
class _Alike:
    """
    Paragraphs with the same first words, found again by what they mean.

    Most stay alone, so that meanings are worked out only when a second one comes.
    """

    alone: list[tuple[Span, str]] = field(default_factory=list)
    by_meaning: dict[tuple[str, ...], Span] = field(default_factory=dict)

    def add(self, span: Span, content: str) -> None:
        """Note a paragraph that says something new."""
        self.alone.append((span, content))

    def original(self, content: str) -> Span | None:
        """Return the paragraph that differs at most in case, quotes, bullets and final stops."""
        if not self.alone and not self.by_meaning:
            return None
        for span, before in self.alone:
            self.by_meaning.setdefault(meaning_of(before), span)
        self.alone.clear()
        return self.by_meaning.get(meaning_of(content))


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
