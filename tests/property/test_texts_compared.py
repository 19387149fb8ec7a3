"""Laws of comparing, from text to verdict: mirrored, in other units, formats, languages; looser."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates
from checker.rules import shipped_rules

RULES = shipped_rules().named(["area-burnt"])
RATES = load_rates()

# One sentence in each language, the hedge that loosens a number, and how thousands are grouped.
TOLD = {
    "en": ("The fire has burnt {} of forest.", "about", ","),
    "fr": ("L'incendie a ravagé {} de forêt.", "environ", "\u202f"),
    "es": ("El incendio ha quemado {} de bosque.", "unas", "."),
    "de": ("Der Waldbrand hat {} Wald verbrannt.", "etwa", "."),
    "it": ("L'incendio ha bruciato {} di bosco.", "circa", "."),
    "pt": ("O incêndio queimou {} de floresta.", "cerca de", "."),
}
UNITS = {"en": "hectares", "fr": "hectares", "es": "hectáreas", "de": "Hektar"}
UNITS |= {"it": "ettari", "pt": "hectares"}
# No zero at the end, so that a hectare is the grain of every figure in every unit.
AREAS = st.integers(101, 99_999).filter(lambda number: number % 10)
LANGUAGES = st.sampled_from(sorted(TOLD))


def verdict(*told: tuple[str, str]) -> str:
    """Return the verdict on texts with their languages, as undated reports of one story."""
    articles = [
        Article(f"a{n}", f"a{n}.txt", text, lang, outlet=f"O{n}", event="fire")
        for n, (lang, text) in enumerate(told)
    ]
    found = check_articles(articles, RULES, RATES).findings
    assert len(found) == 1, told
    return f"{found[0].verdict} {found[0].because}"


def burnt(lang: str, number: int, *, hedge: bool = False, plain: bool = False) -> tuple[str, str]:
    """Say in one language how many hectares burnt."""
    sentence, about, separator = TOLD[lang]
    figure = str(number) if plain else f"{number:,}".replace(",", separator)
    loosened = f"{about} {figure}" if hedge else figure
    return lang, sentence.format(f"{loosened} {UNITS[lang]}")


def in_kilometres(number: int) -> tuple[str, str]:
    """Say the same in square kilometres, to the hectare."""
    figure = f"{Decimal(number) / 100:,.2f}"
    return "en", TOLD["en"][0].format(f"{figure} square kilometres")


@given(AREAS, AREAS, LANGUAGES, LANGUAGES)
@settings(max_examples=30)
def test_comparing_is_symmetric(one: int, other: int, lang: str, second: str) -> None:
    pair = burnt(lang, one), burnt(second, other)
    assert verdict(*pair) == verdict(*pair[::-1])


@given(AREAS, AREAS)
@settings(max_examples=30)
def test_another_unit_changes_no_verdict(one: int, other: int) -> None:
    same = verdict(burnt("en", one), burnt("en", other))
    assert verdict(in_kilometres(one), burnt("en", other)) == same
    assert verdict(in_kilometres(one), in_kilometres(other)) == same


@given(AREAS, AREAS, LANGUAGES)
@settings(max_examples=30)
def test_another_format_or_language_changes_no_verdict(one: int, other: int, lang: str) -> None:
    same = verdict(burnt("en", one), burnt("en", other))
    plain = burnt(lang, one, plain=True), burnt(lang, other, plain=True)
    assert verdict(*plain) == same
    assert verdict(plain[0], burnt("en", other)) == same
    grouped = verdict(burnt(lang, one), burnt("en", other))
    # "1.234" may be a little more than one where a point groups digits: both readings are kept.
    if TOLD[lang][2] != ".":
        assert grouped == same
    if not same.startswith("disagree"):
        assert not grouped.startswith("disagree")


@given(AREAS, st.integers(-400, 400), LANGUAGES)
@settings(max_examples=40)
def test_a_looser_word_creates_no_disagreement(one: int, by: int, lang: str) -> None:
    other = max(one + by, 101)
    sharp = verdict(burnt(lang, one), burnt(lang, other))
    loose = verdict(burnt(lang, one, hedge=True), burnt(lang, other))
    if not sharp.startswith("disagree"):
        assert not loose.startswith("disagree")


@given(AREAS, AREAS, AREAS)
@settings(max_examples=30)
def test_a_third_report_of_another_event_changes_no_verdict(one: int, two: int, three: int) -> None:
    texts = [burnt("en", one), burnt("en", two), burnt("en", three)]
    articles = [
        Article(f"a{n}", f"a{n}.txt", text, lang, outlet=f"O{n}", event=event)
        for n, ((lang, text), event) in enumerate(zip(texts, ("x", "x", "y"), strict=True))
    ]
    (alone,) = check_articles(articles[:2], RULES, RATES).findings
    (beside,) = check_articles(articles, RULES, RATES).findings
    assert alone == beside
