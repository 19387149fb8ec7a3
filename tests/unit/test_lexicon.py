"""The look-up table: stems, several words, acronyms."""

import pytest

from checker.lexicon import make_lexicon
from checker.model import Language, SentenceWords
from checker.text import make_page

FRENCH = Language("fr", "français", sentences=SentenceWords(elisions=frozenset({"l'", "d'"})))
TERMS = [
    "drone*",
    "véhicule* aérien* sans pilote",
    "US",
    "us",
    "l'armée",
    "sous-marin*",
    "UAV*",
    "=La Paz",
]


def found(text: str) -> list[tuple[str, str]]:
    """Return the terms found in a text, each with the words that made it."""
    lexicon = make_lexicon(FRENCH, [(term, term) for term in TERMS])
    tokens = make_page(text, FRENCH).sentences()[0].tokens
    return [
        (hit.payload, text[tokens[hit.first].start : tokens[hit.last - 1].end])
        for hit in lexicon.find(tokens, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les DRONES volent", [("drone*", "DRONES")]),
        ("deux véhicules aériens sans pilote", [(TERMS[1], "véhicules aériens sans pilote")]),
        ("l’armée de l’US", [("l'armée", "l’armée"), ("US", "US"), ("us", "US")]),
        ("tell us", [("us", "us")]),
        ("des sous-marins", [("sous-marin*", "sous-marins")]),
        ("40 UAVs", [("UAV*", "UAVs")]),
        ("de\u0301ja\u0300 vu", []),
        ("véhicules aériens", []),
        ("androne", []),
        ("armée", []),
        ("à La Paz", [("=La Paz", "La Paz")]),
        ("la paz", []),
        ("LA PAZ", []),
    ],
)
def test_terms(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
