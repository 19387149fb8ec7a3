"""Opposite ends of one country are two places; what several languages write for them."""

from __future__ import annotations

import pytest

from checker.facts.compass import lie_apart, regions
from checker.languages import load_language


def told(text, lang="en"):
    return sorted(f"{end} {name}" for name, end in regions(text, load_language(lang)))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "A bridge fell in western Tambor.", ["west tamb"]),
        ("en", "A bridge fell in the west of the Tambor valley.", ["west tamb"]),
        (
            "en",
            "It hit Tambor's north-east and eastern Orbana.",
            ["east orba", "east tamb", "north tamb"],
        ),
        ("en", "A western Tamborese town", ["west tamb"]),
        ("en", "South Tambor and North Orbana", []),
        ("en", "They went west. Tambor watched.", []),
        ("en", "a western film about Tambor, the northern river", []),
        (
            "fr",
            "dans l'ouest de l'Orbana, au nord-est du Tambor",
            ["east tamb", "north tamb", "west orba"],
        ),
        ("fr", "le Tambor du Sud", []),
        ("fr", "dans l’est de l’Orbana", ["east orba"]),
        ("es", "en el norte de Tambor y este lunes en Orbana", ["north tamb"]),
        ("it", "nel sud della Tamboria, in Orbana occidentale", ["south tamb", "west orba"]),
        ("pt", "no leste da Orbana", ["east orba"]),
        ("de", "im Osten Tambors und im nördlichen Orbana", ["east tamb", "north orba"]),
    ],
)
def test_ends_are_told_beside_a_name(lang, text, expected):
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("western Tambor", "eastern Tambor", True),
        ("north-western Tambor", "south-western Tambor", True),
        ("western Tambor", "north-western Tambor", False),
        ("western Tambor", "northern Tambor", False),
        ("western Tambor", "eastern Orbana", False),
        ("western Tambor", "western Tambor and eastern Tambor", False),
        ("western Tambor", "Tambor", False),
    ],
)
def test_only_opposite_ends_of_one_place_lie_apart(one, other, apart):
    first, second = (regions(text, load_language("en")) for text in (one, other))
    assert lie_apart(first, second) is apart
    assert lie_apart(second, first) is apart
