"""The singular of what is counted, by the irregular forms and endings of a pack."""

from __future__ import annotations

import pytest

from checker.languages import load_language
from checker.nouns import is_plural, singular

# Plural and singular, in the order of the rules they try: endings first, then words of their own.
ENGLISH = """
soldiers soldier, houses house, causes cause, roses rose, vases vase, waves wave, chiefs chief
archives archive, parties party, boxes box, losses loss, coaches coach, crashes crash
potatoes potato, torpedoes torpedo, echoes echo, photos photo, shoes shoe, toes toe, foes foe
canoes canoe, horseshoes horseshoe, movies movie, zombies zombie, smoothies smoothie, ties tie
headaches headache, tranches tranche, caches cache, axes axe, ashes ash, quizzes quiz
lives life, leaves leaf, midwives midwife, scarves scarf, gloves glove, sleeves sleeve
buses bus, minibuses minibus, censuses census, statuses status, abuses abuse, excuses excuse
analyses analysis, diagnoses diagnosis, oases oasis, doses dose, noses nose, bases base
taxis taxi, tsunamis tsunami, pakistanis pakistani, menus menu, gurus guru, bureaus bureau
businessmen businessman, congresswomen congresswoman, grandchildren grandchild
stadia stadium, larvae larva, appendices appendix, criteria criterion
""".replace("\n", ",")
PAIRS = [tuple(pair.split()) for pair in ENGLISH.split(",") if pair.strip()]


@pytest.mark.parametrize(("plural", "expected"), PAIRS, ids=[plural for plural, _ in PAIRS])
def test_a_plural_has_its_singular(plural: str, expected: str) -> None:
    """Irregular forms come first, then the endings in their order."""
    words = load_language("en").quantities
    assert singular(plural, words) == expected
    assert is_plural(plural, words)


@pytest.mark.parametrize(
    "word", ["specimen", "regimen", "crisis", "glass", "boss", "committee", "canoe", "taxi", "menu"]
)
def test_a_singular_stays(word: str) -> None:
    """What only looks like a plural is none."""
    words = load_language("en").quantities
    assert singular(word, words) == word
    assert not is_plural(word, words)


@pytest.mark.parametrize("word", ["aircraft", "series", "steelworks", "trousers", "gas", "atlas"])
def test_words_with_one_form_are_both(word: str) -> None:
    """They count as plurals, and keep their form."""
    words = load_language("en").quantities
    assert singular(word, words) == word
    assert is_plural(word, words)
