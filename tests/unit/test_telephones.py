"""Telephone numbers, also where their groups look like thousands."""

from __future__ import annotations

import pytest

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.text import make_page


def read(code: str, text: str) -> tuple[list[str], set[str]]:
    """Return the surfaces of a text's numbers, and the reasons for those left out."""
    language = load_language(code)
    mentions, skipped = find_mentions(make_page(text, language), language)
    return [mention.surface for mention in mentions], {skip.reason for skip in skipped}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Call 555 123 4567 now."),
        ("en", "The number is (202) 555-0143."),
        ("fr", "Appelez le 01 23 45 67 89."),
        ("es", "Llame al 91 234 56 78."),
    ],
)
def test_a_telephone_number_is_left_out(code: str, text: str) -> None:
    assert read(code, text) == ([], {"telephone number"})


@pytest.mark.parametrize(
    ("code", "text", "surfaces"),
    [
        ("es", "Vinieron 91 234 personas.", ["91 234"]),
        ("fr", "En 2022 100 000 tentes ont servi.", ["100 000"]),
        ("en", "It sold 12, 15 and 20 boats.", ["12", "15", "20"]),
        ("en", "Most (202) of 300-400 men left.", ["202", "300-400"]),
        ("en", "Some walls (12) 300-400 m long stand.", ["12", "300-400"]),
    ],
)
def test_a_count_is_no_telephone_number(code: str, text: str, surfaces: list[str]) -> None:
    assert read(code, text)[0] == surfaces
