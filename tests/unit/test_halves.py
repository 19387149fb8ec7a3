"""Parts behind a number: with an article anywhere, without one only where something is measured."""

from __future__ import annotations

import pytest

from checker.languages import load_language
from checker.numerals.halves import plus_at
from checker.text import make_page


def part_behind(code: str, text: str) -> tuple[int, tuple[int, int]] | None:
    """Return what is added behind the first word of a text."""
    language = load_language(code)
    tokens = make_page(text, language).sentences_at([0])[0].tokens
    return plus_at(tokens, 1, language)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "two and a half of them", (4, (1, 2))),
        ("en", "two and half years", (3, (1, 2))),
        ("en", "two and half million", (3, (1, 2))),
        ("en", "two and quarter", (3, (1, 4))),
        ("en", "two-and-a-half-year", (7, (1, 2))),
        ("es", "millones y medio de personas", (3, (1, 2))),
        ("it", "milioni e mezzo di persone", (3, (1, 2))),
    ],
)
def test_a_part_is_added(code: str, text: str, expected: tuple[int, tuple[int, int]]) -> None:
    """Where it ends, and how much it is."""
    assert plus_of(part_behind(code, text)) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "two and half of them"),
        ("en", "two and half a mile"),
        ("en", "two and half the men"),
        ("en", "two and half-time came"),
        ("en", "two and three"),
        ("en", "two"),
        ("fr", "deux et demain"),
    ],
)
def test_no_part_is_added(code: str, text: str) -> None:
    """Words that have a sense of their own add nothing."""
    assert part_behind(code, text) is None


def plus_of(found: tuple[int, tuple[int, int]] | None) -> tuple[int, tuple[int, int]] | None:
    """Return what was found with a tuple as its part."""
    return None if found is None else (found[0], (found[1][0], found[1][1]))
