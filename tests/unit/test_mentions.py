"""Mentions: places, precision, hedges in order, second readings, and what is left out and why."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.model import Mention
from checker.text import make_page


def mentions_of(code: str, text: str) -> list[Mention]:
    """Return the mentions of a text."""
    language = load_language(code)
    return find_mentions(make_page(text, language), language)[0]


def reasons_of(code: str, text: str) -> list[tuple[str, str]]:
    """Return what was left out of a text: its words and the reason."""
    language = load_language(code)
    skipped = find_mentions(make_page(text, language), language)[1]
    return [(skip.text, skip.reason) for skip in skipped]


@pytest.mark.parametrize(
    ("text", "grain", "places"),
    [
        ("300 km", "10", "100"),
        ("100,000 km", "10000", "100000"),
        ("4,500 km", "100", "100"),
        ("3 km", "1", "1"),
        ("2.30 km", "0.01", "0.01"),
        ("£231m", "1000000", "1000000"),
        ("2.3 billion", "100000000", "100000000"),
        ("three hundred", "10", "100"),
        ("between 3.5 and 4.1 million", "100000", "100000"),
        ("between 3.5 and 4.1 km", "0.1", "0.1"),
    ],
)
def test_grain_and_place(text: str, grain: str, places: str) -> None:
    (mention,) = mentions_of("en", text)
    assert (mention.grain, mention.places) == (Decimal(grain), Decimal(places))


def test_equal_values_keep_their_own_precision() -> None:
    grains = [mention.grain for mention in mentions_of("en", "2.3 km, 2.30 km and 2.300 km")]
    assert grains == [Decimal("0.1"), Decimal("0.01"), Decimal("0.001")]


@pytest.mark.parametrize(
    ("code", "text", "hedges"),
    [
        ("en", "about a ninth or less of it", ("approx", "at_most")),
        ("fr", "environ un neuvième ou moins du stock", ("approx", "at_most")),
        ("en", "more than about 300 drones", ("approx", "more_than")),
        ("en", "up to 15 to 20 drones", ("range", "at_most")),
        ("en", "300-plus drones", ("at_least",)),
        ("en", "exactly 300 drones", ()),
        ("en", "over a dozen drones", ("more_than",)),
        ("fr", "plus d'une centaine de drones", ("approx", "more_than")),
    ],
)
def test_hedges_run_from_inner_to_outer(code: str, text: str, hedges: tuple[str, ...]) -> None:
    (mention,) = mentions_of(code, text)
    assert mention.hedges == hedges


def test_hedge_is_inside_the_extent_and_the_bare_number_is_known() -> None:
    (mention,) = mentions_of("en", "It took nearly 15 months.")
    assert mention.surface == "nearly 15"
    assert (mention.first, mention.last) == (2, 4)
    assert (mention.number_first, mention.number_last) == (3, 4)


def test_undecided_separator_keeps_its_second_reading() -> None:
    (mention,) = mentions_of("fr", "Il mesure 4,500 mètres.")
    assert (mention.value, mention.other) == (Decimal("4.5"), Decimal(4500))


def test_document_decides_an_undecided_separator() -> None:
    found = mentions_of("fr", "Il fait 3.25 km, puis 4,500 km.")
    assert [(mention.value, mention.other) for mention in found] == [
        (Decimal("3.25"), None),
        (Decimal(4500), None),
    ]


def test_grouped_english_number_has_one_reading() -> None:
    (mention,) = mentions_of("en", "It has 4,500 members.")
    assert (mention.value, mention.other) == (Decimal(4500), None)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "The Shahed-136 flew.", [("136", "name")]),
        ("en", "The 21st brigade left.", [("21", "ordinal")]),
        ("en", "See article 5 again.", [("5", "label")]),
        ("en", "They won 2-1.", [("2-1", "score")]),
        ("en", "It began in 2019.", [("2019", "date")]),
        ("fr", "Il arrive à 14 heures.", [("14", "time")]),
        ("en", "No one came.", []),
        ("fr", "Un drone est tombé.", []),
    ],
)
def test_what_is_left_out_says_why(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions_of(code, text) == []
    assert reasons_of(code, text) == expected


def test_range_shares_its_magnitude() -> None:
    (mention,) = mentions_of("fr", "entre 12 et 15 millions")
    assert (mention.low, mention.high) == (Decimal(12_000_000), Decimal(15_000_000))
    assert mention.surface == "entre 12 et 15 millions"


def test_larger_first_number_takes_no_magnitude() -> None:
    (mention,) = mentions_of("en", "from 500 to 1 million")
    assert (mention.low, mention.high) == (Decimal(500), Decimal(1_000_000))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The Audi R\u200bS6 is fast.", []),
        ("Lawmakers debated H.R.\u200b 1 today.", []),
        ("It costs R\u200bs300.", [Decimal(300)]),
        ("The fare is RM6\u200b00.", [Decimal(600)]),
    ],
)
def test_what_nobody_sees_makes_no_number_of_a_name(text: str, values: list[Decimal]) -> None:
    assert [mention.value for mention in mentions_of("en", text)] == values


def test_text_without_numbers_costs_no_tokens() -> None:
    language = load_language("en")
    assert find_mentions(make_page("Nothing here.", language), language) == ([], [])


def test_a_long_row_of_decades_is_read_to_its_end() -> None:
    """The first ten are told by the word before them; the row may be as long as it likes."""
    row = "Men in their 30s" + " and 40s" * 3000
    assert reasons_of("en", row)[:3] == [("30", "date"), ("40", "date"), ("40", "date")]
    assert len(mentions_of("en", row)) + len(reasons_of("en", row)) == 3001
