"""What a pattern cannot match without is found in every text it matches."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.engines import is_plain
from checker.claims.required import may_match, may_match_plain, required
from tests.sources import sources


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        (r"\b\d{1,4}(?: votes)? against \d{1,4}", [r"\ against\ \d"]),
        (r"\b\d{1,4}(?= to \d)", [r"\ to\ \d"]),
        (r"\b(?:the )?lamps? lit", ["lamp", r"\ lit"]),
        ("(?:abc)+d", ["abc"]),
        ("(?=abc)def", ["abc", "def"]),
        ("(?<=xyz)abc", ["abc"]),
        (r"\d+\.\d", [r"\.\d"]),
        ("straße", ["straße"]),
        (r"\p{L}+ lamps", [r"\ lamps"]),
        ("lamps|tables", ["lamps|tables"]),
        (
            r"(?:old|new) (?:lamps|tables?\b.+(?:cups|forks)) for",
            ["old|new", "lamps|cups|forks", r"\ for"],
        ),
        ("(?:lamps|)", []),
        ("(?:lamps|.)+", []),
    ],
)
def test_the_stretches_of_every_match_are_required(source: str, needed: list[str]) -> None:
    assert [found.pattern for found in required(source)] == needed


@pytest.mark.parametrize(
    "source",
    [
        "(?:ab)?",
        "(?:lamps){e<=1}",
        "[[:alpha:]]",
        r"\p{N}+ lamps",
        "(?:lamps)?",
        "(?V1)[[a-z]--[aeiou]]",
        "(?<word>lamps)",
        "(unclosed",
        "(?-i:LAMPS)",
        "",
        "." * 3,
        "(" * 3000 + "a" + ")" * 3000,
    ],
)
def test_nothing_is_required_of_what_is_not_understood(source: str) -> None:
    assert required(source) == ()


# Letters that are one another's capital in ways of their own, and what separates words.
_TEXT = st.text(alphabet="aAbBkKsSiIıİſKßẞéÉ 0١2.-", max_size=40)
_PIECES = (*"abkKsiIıſßé", " ", r"\d", r"\w", ".", "[ab]", r"\b", "(?<=a)", "(?=b)", "(?!s)", r"\.")


@given(sources(*_PIECES), _TEXT)
def test_no_match_is_lost(source: str, text: str) -> None:
    matches = regex.compile(source, regex.IGNORECASE).search(text, timeout=5)
    assert matches is None or may_match(source, text, 0, len(text))


@given(sources(*_PIECES), st.text(alphabet="aAbBkKsSiIßéÉ 02.-", max_size=40))
def test_no_match_is_lost_in_a_plain_text(source: str, text: str) -> None:
    matches = regex.compile(source, regex.IGNORECASE).search(text, timeout=5)
    assert is_plain(text)
    assert matches is None or may_match_plain(source, text.lower())


@pytest.mark.parametrize(
    ("source", "lowered", "expected"),
    [
        ("lamps|tables", "old tables", True),
        ("lamps|tables", "old chairs", False),
        (r"\b\d+ lamps", "no lamps", True),
        (r"LAMPS\.", "lamps.", True),
        (r"LAMPS\.", "lamps", False),
        (r"lamps\|tables", "chairs", True),
        ("ſmall lamps", "small lamps", True),
        (".*", "", True),
    ],
)
def test_words_are_looked_for_in_small_letters(source: str, lowered: str, expected: bool) -> None:
    assert may_match_plain(source, lowered) is expected


def test_a_sentence_without_it_does_not_match() -> None:
    source = r"\b\d+ against \d+"
    assert not may_match(source, "12 lamps against the wall", 0, 25)
    assert may_match(source, "12 Against 5", 0, 12)
    assert not may_match(source, "12 against 5", 4, 12)
