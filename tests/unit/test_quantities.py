"""Quantities: units and nouns, inherited units, stated ends, change, place in the text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.model import Quantity
from checker.quantities import find_quantities
from checker.text import make_page


def quantities_of(code: str, text: str) -> list[Quantity]:
    """Return the quantities of a text."""
    language = load_language(code)
    mentions, _ = find_mentions(make_page(text, language), language)
    return find_quantities(mentions, language, text)


def only(code: str, text: str) -> Quantity:
    """Return the one quantity of a text."""
    (quantity,) = quantities_of(code, text)
    return quantity


def test_head_points_at_the_counted_noun() -> None:
    quantity = only("fr", "Il a 300 drones kamikazes.")
    tokens = quantity.mention.sentence.tokens
    assert quantity.head is not None
    assert tokens[quantity.head].word == "drones"
    assert [token.word for token in tokens[quantity.first : quantity.last]] == [
        "300",
        "drones",
        "kamikazes",
    ]


def test_nothing_counted_has_no_head() -> None:
    assert only("en", "It cost £5.").head is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("300 drones", 300, 300),
        ("about 300 drones", 300, 300),
        ("more than 300 drones", 300, None),
        ("at most 300 drones", None, 300),
        ("300 to 400 drones", 300, 400),
        ("hundreds of drones", 100, 1000),
        ("a handful of drones", None, None),
    ],
)
def test_stated_ends(text: str, low: int | None, high: int | None) -> None:
    quantity = only("en", text)
    assert (quantity.low, quantity.high) == (low, high)


def test_hedge_behind_the_noun_joins_the_mention() -> None:
    quantity = only("en", "It hit 300 drones or more.")
    assert quantity.mention.hedges == ("at_least",)
    assert quantity.bound == ">="
    assert quantity.surface == "300 drones or more"


def test_ambiguous_currency_lists_its_candidates() -> None:
    quantity = only("en", "It cost $5.")
    assert (quantity.unit, quantity.unit_candidates[0]) == ("dollar", "USD")


def test_list_shares_the_unit_behind_it() -> None:
    units = [quantity.unit for quantity in quantities_of("en", "It paid 5 and 20 euros.")]
    assert units == ["EUR", "EUR"]


def test_share_does_not_lend_its_unit() -> None:
    units = [quantity.unit for quantity in quantities_of("en", "It rose 5% from 10 million.")]
    assert units == ["percent", ""]


@pytest.mark.parametrize(
    ("code", "text", "change"),
    [
        ("en", "It rose by 5 percent.", "up"),
        ("en", "It is down 5 percent.", "down"),
        ("en", "It rose to 5 percent.", None),
        ("en", "It lost 300 tanks.", None),
        ("en", "It lost 5 percent.", "down"),
        ("fr", "Il a augmenté de 5 %.", "up"),
        ("fr", "Il a perdu 300 chars.", None),
        ("fr", "Il faut 300 chars de plus.", "up"),
    ],
)
def test_change(code: str, text: str, change: str | None) -> None:
    assert only(code, text).change == change


def test_equal_values_written_differently_keep_their_readings() -> None:
    first, second = quantities_of("en", "It is 2.3 km, then 2.30 km.")
    assert str(first.expected) == "[2.25, 2.35]"
    assert str(second.expected) == "[2.295, 2.305]"


def test_number_words_inside_a_noun_phrase_stay_their_own() -> None:
    first, second = quantities_of("en", "It has 12 rooms and 3 halls.")
    assert (first.noun, second.noun) == ("rooms", "halls")


def test_money_in_parts_is_one_sum() -> None:
    quantity = only("en", "It cost two dollars and five cents.")
    assert (quantity.value, quantity.unit) == (Decimal("2.05"), "dollar")


@pytest.mark.parametrize("text", ["Aplicou 5 mi de doses.", "Aplicou 5 milhões de doses."])
def test_a_pack_may_do_without_a_symbol_that_all_share(text: str) -> None:
    found = only("pt", text)
    assert (found.value, found.unit) == (5_000_000, "dose")


def test_the_verb_of_an_age_is_no_part_of_its_number() -> None:
    assert only("pt", "Só tenho 29 anos!").mention.surface == "29"


def test_what_nobody_sees_makes_no_rupees_of_a_model() -> None:
    assert quantities_of("en", "The Audi RS\u200b6 is fast.") == []
    assert only("en", "It cost Rs\u200b600.").unit == "INR"
