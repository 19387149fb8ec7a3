"""Function words that are parts of a noun, and those that end its phrase."""

from __future__ import annotations

import pytest

from checker.compounds import ends_phrase, initials_end
from checker.languages import load_language
from checker.model import Token
from checker.text import make_page

ENGLISH = load_language("en")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of the first sentence."""
    return tuple(next(iter(make_page(text, ENGLISH).sentences_at([0]))).tokens)


@pytest.mark.parametrize(
    "text",
    [
        "US troops fled",
        "IT workers met",
        "off-duty men",
        "high-end hotels",
        "old men",
        "high walls",
    ],
)
def test_a_part_of_a_noun_goes_on(text: str) -> None:
    """Abbreviations, compounds and adjectives stand before their noun."""
    assert not ends_phrase(tokens_of(text), text, 0, ENGLISH.quantities)


@pytest.mark.parametrize(
    "text",
    ["us too", "it works", "IT WORKS", "of men", "off - duty", "high in", "old", "high, men"],
)
def test_a_function_word_ends_a_phrase(text: str) -> None:
    """Small letters, capitals throughout, dashes that stand apart, and what no noun follows."""
    assert ends_phrase(tokens_of(text), text, 0, ENGLISH.quantities)


def test_inside_a_compound_nothing_ends() -> None:
    text = "up-to-date plans"
    assert not ends_phrase(tokens_of(text), text, 2, ENGLISH.quantities)


@pytest.mark.parametrize(("text", "expected"), [("U.S. bases", 4), ("U.A.E. jets", 6)])
def test_initials_are_read_to_their_last_stop(text: str, expected: int) -> None:
    assert initials_end(tokens_of(text), text, 0) == expected


@pytest.mark.parametrize("text", ["u.s. bases", "C. Rain", "U S bases", "A. B. Smith", "US bases"])
def test_no_initials_stay_where_they_are(text: str) -> None:
    """Small letters, one letter that ends a sentence, letters that stand apart."""
    assert initials_end(tokens_of(text), text, 0) == 0
