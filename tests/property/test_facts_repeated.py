"""A fact told twice with one figure is never flagged; with another figure it always is."""

from hypothesis import given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates

CHECKS = [one for one in load_checks() if one.id == "repeat"]
TWICE = {
    "en": (
        "Landslide kills {} miners in northern Peru\n\nA landslide killed {} miners in north Peru.",
        "Rain fell. The flood drowned {} cows in Ardbeg. The flood drowned {} cows in Ardbeg.",
        "Ferrol buys Dutch bank Vandam for ${}m\n\nFerrol buys its Dutch bank Vandam for ${}m.",
    ),
    "fr": (
        "Un incendie tue {} moutons à Ardes\n\nUn incendie a tué {} moutons à Ardes lundi.",
        "La crue a noyé {} vaches à Ardes. Il a plu.\n\nLa crue a noyé {} vaches à Ardes.",
    ),
}
languages = st.sampled_from(sorted(TWICE))


def verdicts(text: str, lang: str) -> list[str]:
    """Return the verdicts on what a text repeats."""
    article = Article("a", "a.txt", text, lang)
    return [one.verdict for one in check_articles([article], CHECKS, load_rates()).findings]


@given(languages, st.data(), st.integers(11, 9999), st.integers(11, 9999))
def test_figures(lang: str, data: st.DataObject, one: int, other: int) -> None:
    shape = data.draw(st.sampled_from(TWICE[lang]))
    assert verdicts(shape.format(one, one), lang) == []
    # As far as half of the last place that is not zero, of either: 500 may be 549.
    is_far = abs(one - other) > max(_half(one) + _half(other), one // 5)
    if is_far:
        assert verdicts(shape.format(one, other), lang) == ["disagree"]


def _half(number: int) -> int:
    """Return half of the last place of a number that is not zero."""
    place = 1
    while number % (place * 10) == 0:
        place *= 10
    return place // 2 + 1
