"""A conversion that was worked out and rounded is never flagged; one that is off always is."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.interval import point
from checker.model import Article, Period
from checker.pipeline import check_articles
from checker.rates import load_rates
from checker.units import convert

CHECKS = [one for one in load_checks() if one.id == "conversion"]
# Words for both units in English and French, and how large the numbers of such statements are.
PAIRS = [
    ("mile", "kilometer", ("miles", "km"), ("miles", "km")),
    ("kilometer", "mile", ("km", "miles"), ("km", "miles")),
    ("foot", "meter", ("feet", "metres"), ("pieds", "mètres")),
    ("acre", "hectare", ("acres", "hectares"), ("acres", "hectares")),
    ("inch", "centimeter", ("inches", "cm"), ("pouces", "cm")),
    ("mile/hour", "kilometer/hour", ("mph", "km/h"), ("mph", "km/h")),
    ("gallon", "liter", ("gallons", "litres"), ("gallons", "litres")),
]
SHAPES = {
    "en": (
        "It measured {} ({}) in all.",
        "It measured {}, or {}, in all.",
        "It was {} / {} in all.",
    ),
    "fr": ("Il mesurait {} ({}) en tout.", "Il mesurait {}, soit {}, en tout."),
}
languages = st.sampled_from(sorted(SHAPES))


def rounded(number: Decimal, digits: int) -> Decimal:
    """Round to so many digits."""
    return Decimal(f"{number:.{digits}g}")


def written(number: Decimal, lang: str) -> str:
    """Write a number as its language does."""
    text = f"{number:f}"
    return text.replace(".", ",") if lang == "fr" else text


def verdicts(text: str, lang: str, published: date | None = None) -> list[str]:
    """Return the verdicts on the conversions of a text."""
    article = Article("a", "a.txt", text, lang, published)
    return [one.verdict for one in check_articles([article], CHECKS, load_rates()).findings]


@given(st.sampled_from(PAIRS), languages, st.data(), st.integers(11, 9999), st.integers(2, 4))
def test_measures(
    pair: tuple[str, str, tuple[str, str], tuple[str, str]],
    lang: str,
    data: st.DataObject,
    value: int,
    digits: int,
) -> None:
    one, other, *words = pair
    first, second = words[lang == "fr"]
    exact = convert(point(Decimal(value)), one, other)
    assert exact is not None
    assert exact.low is not None
    shape = data.draw(st.sampled_from(SHAPES[lang]))
    right = rounded(exact.low, digits)
    text = shape.format(f"{value} {first}", f"{written(right, lang)} {second}")
    assert verdicts(text, lang) == ["agree"]
    # Round figures may be a tenth off on either side, and "or" may name another choice beyond that.
    wrong = rounded(exact.low * data.draw(st.sampled_from([Decimal("0.7"), Decimal("1.4")])), 3)
    if shape != SHAPES[lang][0]:
        # What is too much for an American gallon may be right for a British one.
        off = Decimal("0.77") if one == "gallon" else Decimal("1.3")
        wrong = rounded(exact.low * off, 3)
    text = shape.format(f"{value} {first}", f"{written(wrong, lang)} {second}")
    assert verdicts(text, lang) in (["disagree"], ["unsure"])


@given(st.integers(-40, 60), st.booleans(), languages)
def test_temperatures(celsius: int, is_first: bool, lang: str) -> None:
    fahrenheit = round(celsius * 9 / 5 + 32)
    figures = [f"{celsius} °C", f"{fahrenheit} °F"]
    shape = SHAPES[lang][0]
    assert verdicts(shape.format(*(figures if is_first else figures[::-1])), lang) == ["agree"]
    off = [f"{celsius} °C", f"{fahrenheit * 2 + 150} °F"]
    assert verdicts(shape.format(*off), lang) == ["disagree"]


@given(
    st.integers(11, 999), st.integers(0, 2000), languages, st.sampled_from(["GBP", "JPY", "CHF"])
)
def test_money(millions: int, days: int, lang: str, code: str) -> None:
    published = date(2015, 1, 5) + timedelta(days=days)
    rate = load_rates().rate(code, "USD", Period(published, published))
    assert rate is not None
    right = rounded(millions * rate.factor, 3)
    for value, expected in ((right, "agree"), (right * 2, "disagree"), (right / 100, "disagree")):
        amount = written(value, lang)
        text = SHAPES["en"][0].format(f"{code} {millions} million", f"US${amount} million")
        if lang == "fr":
            amounts = f"{millions} millions {code}", f"{amount} millions USD"
            text = SHAPES["fr"][0].format(*amounts)
        assert verdicts(text, lang, published) == [expected]
