"""A percentage worked out of a share is never flagged; one that is far off always is."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates

CHECKS = [one for one in load_checks() if one.id == "share"]
FRACTIONS = {
    "en": {
        "a third": (1, 3),
        "two thirds": (2, 3),
        "a quarter": (1, 4),
        "three quarters": (3, 4),
        "a half": (1, 2),
        "one in five": (1, 5),
        "nine out of ten": (9, 10),
    },
    "fr": {
        "un tiers": (1, 3),
        "deux tiers": (2, 3),
        "un quart": (1, 4),
        "trois quarts": (3, 4),
        "neuf sur dix": (9, 10),
    },
}
SHAPES = {
    "en": "In the end, {} ({}%) of the homes lost power.",
    "fr": "À la fin, {} ({} %) des foyers sont privés de courant.",
}
COUNTS = {
    "en": (
        "In the end, {0} of the {1} homes, or {2}%, lost power.",
        "Of the {1} homes checked on the way, {0} ({2}%) had no power.",
    ),
    "fr": (
        "À la fin, {0} des {1} foyers, soit {2} %, sont privés de courant.",
        "Sur les {1} foyers contrôlés, {0} ({2} %) étaient privés de courant.",
    ),
    "it": ("Dei {1} ponti controllati, {0} ({2}%) vanno riparati.",),
}
SPLITS = {
    "en": (
        "The budget is split three ways: {}% for schools, {}% for roads and {}% for parks.",
        "Some {}% said they were for the bridge, {}% against and {}% did not know.",
    ),
    "fr": (
        "Le budget se répartit ainsi : {} % pour l'État, {} % pour la ville et {} % pour l'art.",
    ),
}
languages = st.sampled_from(sorted(SHAPES))


def verdicts(text: str, lang: str) -> list[str]:
    """Return the verdicts on the shares of a text."""
    article = Article("a", "a.txt", text, lang)
    return [one.verdict for one in check_articles([article], CHECKS, load_rates()).findings]


@given(languages, st.data(), st.booleans())
def test_fractions_in_words(lang: str, data: st.DataObject, is_above: bool) -> None:
    words = data.draw(st.sampled_from(sorted(FRACTIONS[lang])))
    part, whole = FRACTIONS[lang][words]
    percent = round(Decimal(part) / whole * 100)
    assert verdicts(SHAPES[lang].format(words, percent), lang) == ["agree"]
    # A tenth for the fraction, and half as much again before nobody can call it one.
    off = percent + percent // 3 + 3 if is_above else percent - percent // 3 - 3
    assert verdicts(SHAPES[lang].format(words, off), lang) == ["disagree"]


@given(st.integers(11, 99), st.integers(12, 99), st.sampled_from(sorted(COUNTS)), st.data())
def test_counts(part: int, whole: int, lang: str, data: st.DataObject) -> None:
    shape = data.draw(st.sampled_from(COUNTS[lang]))
    percent = round(Decimal(part) / whole * 100)
    # A hundred percent is a round figure, which may be a few off.
    assume(part < whole and percent + 4 < 100)
    assert verdicts(shape.format(part, whole, percent), lang) == ["agree"]
    for off in (percent + 4, percent - 4):
        assert verdicts(shape.format(part, whole, off), lang) == ["disagree"]


@given(st.sampled_from(sorted(SPLITS)), st.data(), st.integers(5, 47), st.integers(5, 47))
def test_shares_of_a_whole(lang: str, data: st.DataObject, one: int, other: int) -> None:
    shape = data.draw(st.sampled_from(SPLITS[lang]))
    rest = 100 - one - other
    assert verdicts(shape.format(one, other, rest), lang) == ["agree"]
    # Each of three may be rounded up, and a round one by five.
    off = data.draw(st.integers(min(15, 99 - rest), 99 - rest))
    assume(off >= 15)
    assert verdicts(shape.format(one, other, rest + off), lang) == ["disagree"]
