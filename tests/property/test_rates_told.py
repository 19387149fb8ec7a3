"""Totals of a rate, shares of one whole and ends in order are never flagged; perturbed, always."""

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates

CHECKS = [one for one in load_checks() if one.id in ("rate", "share", "order")]
RATES = {
    "en": (
        ("The plant makes {} cars a day, or {} cars a week.", (5, 7)),
        ("The plant makes {} cars a day (or {} cars a month).", (20, 31)),
        ("The army fires {} shells a day, or {} in a year.", (200, 366)),
        ("The army fired {} shells a day for 30 days, {} in all.", (30, 30)),
    ),
    "fr": (
        ("L'usine fabrique {} voitures par jour, soit {} par mois.", (20, 31)),
        ("L'armée tire {} obus par semaine, soit {} par an.", (40, 53)),
    ),
}
SHARES = {
    "en": ("Some {}% said yes, {}% said no and {}% said nothing.", "It has {}% men and {}% women."),
    "fr": ("Au total, {} % ont dit oui, {} % ont dit non et {} % rien du tout.",),
}
ENDS = {
    "en": (
        "Fares go from a minimum of ${} to a maximum of ${}.",
        "They saw a low of {} degrees Celsius and a high of {} degrees Celsius.",
    ),
    "fr": ("Les tarifs vont d'un minimum de {} euros à un maximum de {} euros.",),
}
MEANS = {
    "en": "Prices ranged from ${} to ${}, with an average of ${}.",
    "fr": "Les prix allaient de {} à {} euros, avec une moyenne de {} euros.",
}
# Without a noun these are dates.
YEARS = set(range(1000, 2200))
languages = st.sampled_from(sorted(RATES))


def verdicts(text: str, lang: str) -> list[str]:
    """Return the verdicts on a text, those that agree left out."""
    article = Article("a", "a.txt", text, lang)
    findings = check_articles([article], CHECKS, load_rates()).findings
    return [one.verdict for one in findings if one.verdict != "agree"]


@given(languages, st.data(), st.integers(11, 99), st.booleans())
def test_rates(lang: str, data: st.DataObject, rate: int, is_above: bool) -> None:
    shape, (least, most) = data.draw(st.sampled_from(RATES[lang]))
    times = data.draw(st.integers(least, most))
    wrong = rate * most * 3 // 2 if is_above else rate * least // 2
    assume(not {wrong, rate * times} & YEARS)
    assert verdicts(shape.format(rate, rate * times), lang) == []
    assert verdicts(shape.format(rate, wrong), lang) == ["disagree"]


@given(languages, st.data(), st.integers(11, 60), st.integers(11, 39))
def test_shares(lang: str, data: st.DataObject, one: int, other: int) -> None:
    shape = data.draw(st.sampled_from(SHARES[lang]))
    shares = [one, other, 100 - one - other][: shape.count("{}")]
    assert verdicts(shape.format(*shares), lang) == []
    shares[0] = 100 - sum(shares[1:]) + 21
    assert verdicts(shape.format(*shares), lang) == ["disagree"]


@given(languages, st.data(), st.integers(11, 99), st.integers(11, 99))
def test_ends(lang: str, data: st.DataObject, one: int, other: int) -> None:
    shape = data.draw(st.sampled_from(ENDS[lang]))
    low, high = sorted((one, other))
    assert verdicts(shape.format(low, high), lang) == []
    expected = ["disagree"] if high - low > 1 else []
    if high - low != 1:
        assert verdicts(shape.format(high, low), lang) == expected


@given(languages, st.integers(20, 60), st.integers(5, 39), st.data())
def test_means(lang: str, low: int, width: int, data: st.DataObject) -> None:
    high = low + width
    mean = data.draw(st.integers(low, high))
    assert verdicts(MEANS[lang].format(low, high, mean), lang) == []
    for outside in (high + 12, low - 12):
        assert verdicts(MEANS[lang].format(low, high, outside), lang) == ["disagree"]
