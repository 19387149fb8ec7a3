"""A change worked out of two levels is never flagged; another change, or a turn, always is."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates

CHECKS = [one for one in load_checks() if one.id in ("percent-change", "order")]
WORDS = {"en": {"up": "rose", "down": "fell"}, "fr": {"up": "augmenté", "down": "reculé"}}
SHAPES = {
    "en": (
        "Sales {verb} {percent}% from ${old}m to ${new}m.",
        "Sales {verb} {percent} percent to ${new} million from ${old} million a year earlier.",
        "Sales {verb} to ${new}m from ${old}m, or {percent}%.",
        "Sales {verb} by {percent}% last year, from ${old}m to ${new}m, the firm said.",
        "Sales {verb} from ${old}m in 2019 to ${new}m in 2022, or {percent}%, and costs too.",
    ),
    "fr": (
        "Le total a {verb} de {percent} %, passant de {old} millions d'euros à {new} millions.",
        "Le total a {verb} de {percent} % à {new} millions d'euros, contre {old} millions d'euros.",
    ),
}
levels = st.integers(101, 999)


def verdicts(text: str, lang: str) -> list[tuple[str, str]]:
    """Return check and verdict of every finding in a text."""
    article = Article("a", "a.txt", text, lang)
    report = check_articles([article], CHECKS, load_rates())
    return [(finding.rule, finding.verdict) for finding in report.findings]


def told(lang: str, shape: str, old: int, new: int, percent: Decimal) -> str:
    """Write a change in words; the verb says which way the levels go."""
    figure = f"{percent}".replace(".", ",") if lang == "fr" else f"{percent}"
    verb = WORDS[lang]["up" if new > old else "down"]
    return shape.format(verb=verb, old=old, new=new, percent=figure)


@given(st.sampled_from(sorted(SHAPES)), st.data(), levels, levels, st.integers(0, 1))
def test_percentages(lang: str, data: st.DataObject, old: int, new: int, places: int) -> None:
    shape = data.draw(st.sampled_from(SHAPES[lang]))
    assume(abs(new - old) > 10)
    percent = round(abs(Decimal(new) / old - 1) * 100, places)
    assert verdicts(told(lang, shape, old, new, percent), lang) == [("percent-change", "agree")]
    # A level such as 160 may be five off, and so the change by a twentieth of either level.
    off = percent / 10 if percent > 60 and data.draw(st.booleans()) else percent * 2 + 20
    wrong = told(lang, shape, old, new, round(off, places))
    [(check, verdict)] = verdicts(wrong, lang)
    assert (check, verdict != "agree") == ("percent-change", True)


@given(levels, levels)
def test_directions(one: int, other: int) -> None:
    low, high = sorted((one, other))
    # Round levels such as 430 and 450 may both be ten off, when they were rounded twice.
    assume(high - low > 20)
    for verb, old, new in (("rose", low, high), ("fell", high, low)):
        for shape in ("Sales {} from ${}m to ${}m.", "Sales {0} to ${2}m from ${1}m."):
            assert verdicts(shape.format(verb, old, new), "en") == []
            assert verdicts(shape.format(verb, new, old), "en") == [("order", "disagree")]
    text = "Le total a augmenté de {} millions d'euros à {} millions d'euros."
    assert verdicts(text.format(low, high), "fr") == []
    assert verdicts(text.format(high, low), "fr") == [("order", "disagree")]
