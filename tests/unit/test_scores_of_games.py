"""Scores of games, told with a dash or with the word of a range that falls."""

from __future__ import annotations

import pytest

from checker.languages import load_language
from checker.mentions import find_mentions
from checker.text import make_page


def read(code: str, text: str) -> tuple[list[str], list[str]]:
    """Return the surfaces of a text's numbers, and the reasons for those left out."""
    language = load_language(code)
    mentions, skipped = find_mentions(make_page(text, language), language)
    return [mention.surface for mention in mentions], [skip.reason for skip in skipped]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "They won 3 to 1."),
        ("en", "They won 2-1 and left."),
        ("fr", "Ils ont gagné 3 à 1."),
        ("pt", "Ganharam por 3 a 1."),
        ("pt", "Empataram por 1 a 1."),
        ("pt", "Venceu por 3-0 e saiu."),
    ],
)
def test_a_score_is_left_out(code: str, text: str) -> None:
    assert read(code, text) == ([], ["score"])


@pytest.mark.parametrize(
    ("code", "text", "surface"),
    [
        ("pt", "Custa de 5 a 3 euros.", "de 5 a 3"),
        ("pt", "Espera 3 a 5 navios.", "3 a 5"),
        ("fr", "Il faut 3 à 5 tentes.", "3 à 5"),
        ("en", "It takes 3 to 5 boats.", "3 to 5"),
    ],
)
def test_a_range_is_no_score(code: str, text: str, surface: str) -> None:
    assert read(code, text) == ([surface], [])


def test_a_score_whose_first_number_is_a_label_ends_with_its_sentence() -> None:
    text = "Das S\u200b 3:1."
    language = load_language("de")
    mentions, skipped = find_mentions(make_page(text, language), language)
    assert [(skip.reason, skip.text) for skip in skipped] == [("label", "3"), ("score", "1")]
    assert mentions == []
