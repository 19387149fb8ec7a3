"""What a pattern cannot match without is found in every text it matches."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from checker.dialects import is_plain
from checker.engines.required import may_match, required, words_of
from checker.engines.sieve import make_sieve
from tests.sources import sources


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        (r"\b\d{1,4}(?: votes)? against \d{1,4}", [r"\ against\ \d"]),
        (r"\b\d{1,4}(?= to \d)", [r"\ to\ \d"]),
        (r"\b(?:the )?lamps? lit", ["lamp", r"\ lit"]),
        ("(?:abc)+d", ["abc"]),
        ("(?=abc)def", ["abc", "def"]),
        ("(?<=xyz)abc", ["xyz", "abc"]),
        (r"lit(?<=old [^.]lamps lit)s?", ["lit", r"old\ ", r"lamps\ lit"]),
        (r"[$£]\d|10 €\b", [r"\$|£|10\ €"]),
        ("[%$] more", [r"%|\$", r"\ more"]),
        (r"\d+\.\d", [r"\.\d"]),
        ("straße", ["straße"]),
        (r"\p{L}+ lamps", [r"\ lamps"]),
        ("lamps|tables", ["lamps|tables"]),
        (
            r"(?:old|new) (?:lamps|tables?\b.+(?:cups|forks)) for",
            ["old|new", "lamps|table", r"\ for"],
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
    assert matches is None or may_match(source, text)


@given(sources(*_PIECES), st.text(alphabet="aAbBkKsSiIßéÉ 02.-", max_size=40))
def test_no_match_is_lost_in_a_plain_text(source: str, text: str) -> None:
    matches = regex.compile(source, regex.IGNORECASE).search(text, timeout=5)
    assert is_plain(text)
    assert matches is None or make_sieve([(source, "found")]).passing(text) == ["found"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("lamps|tables", [("lamps", "tables")]),
        (r"\b\d+ lamps", [(" lamps",)]),
        (r"LAMPS\.", [("lamps.",)]),
        (r"lamps\|tables", []),
        ("ſmall lamps", []),
        ("[$£] more", [(" more",), ("$", "£")]),
        (".*", []),
    ],
)
def test_words_are_told_in_small_letters(source: str, words: list[tuple[str, ...]]) -> None:
    assert list(words_of(source)) == words


def test_the_fewest_words_to_choose_from_come_first() -> None:
    assert words_of(r"\b(?:lamps|tables) .{0,20}sold") == (("sold",), ("lamps", "tables"))


def test_a_sentence_without_it_does_not_match() -> None:
    source = r"\b\d+ against \d+"
    assert not may_match(source, "12 lamps against the wall")
    assert may_match(source, "12 Against 5")
    assert not may_match(source, "against 5")


SIEVE = make_sieve(
    (source, source)
    for source in (r"\blamps? lit\b", ".*", "lamps|tables", r"[$£]\d", "(?<=old )chairs", "sold")
)


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("Two LAMPS burn", [".*", "lamps|tables"]),
        ("a lamp lit", [r"\blamps? lit\b", ".*"]),
        ("for $5", [".*", r"[$£]\d"]),
        ("old chairs", [".*", "(?<=old )chairs"]),
        ("new chairs", [".*"]),
        ("", [".*"]),
    ],
)
def test_only_what_may_match_passes_the_sieve_in_order(text: str, passing: list[str]) -> None:
    assert SIEVE.passing(text) == passing


def test_all_pass_where_letters_are_not_plain() -> None:
    assert SIEVE.passing("ſold") == [source for _, source in SIEVE.entries]
