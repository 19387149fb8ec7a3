"""A time worked out of its dates is never flagged; one that is years off always is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates

CHECKS = [one for one in load_checks() if one.id == "elapsed"]
TODAY = date(2023, 6, 15)
# Both dates are told.
DATED = {
    "en": (
        "Born in {start}, Smith was aged {years} in {end}.",
        "Born on 3 May {start}, she died in {end} at the age of {years}.",
        "She was born in {start} and died in {end}, aged {years}.",
        "She ran the mill for {years} years, from {start} to {end}.",
    ),
    "fr": (
        "Née en {start}, elle avait {years} ans en {end}.",
        "Née le 3 mai {start}, elle est morte en {end} à l'âge de {years} ans.",
        "Elle a dirigé l'usine pendant {years} ans, de {start} à {end}.",
    ),
}
# The time goes on to the day of publication.
OPEN = {
    "en": (
        "Ann Jones, {years}, was born in {start} in Leeds.",
        "The {years}-year-old war, begun in {start}, goes on.",
        "In {start}, {years} years ago, the mill closed.",
        "The mill closed {years} years ago, in {start}.",
        "He has been mayor for {years} years, since {start}.",
    ),
    "fr": (
        "Anne Durand, {years} ans, est née en {start} à Lille.",
        "Il y a {years} ans, en {start}, l'usine fermait.",
        "Elle est maire depuis {years} ans, depuis {start}.",
    ),
}
# An ordinal, or a birth in the next sentence, up to the day of publication.
NTHS = {
    "en": (
        "The mill, founded in {start}, celebrates its {years}th anniversary this year.",
        "The mill was opened in {start}. It celebrates its {years}th anniversary this year.",
        "Ann Jones, {years}, runs a mill. She was born in {start} in Leeds.",
        "Ann Jones was born in {start}. She is {years}.",
    ),
    "fr": (
        "L'usine, fondée en {start}, fête son {years}e anniversaire cette année.",
        "L'usine fête son {years}e anniversaire cette année. Elle a été fondée en {start}.",
        "Anne Durand, {years} ans, tient une usine. Elle est née en {start} à Lille.",
    ),
    "es": ("La empresa, fundada en {start}, celebra su {years}.º aniversario este año.",),
    "de": ("Der {start} gegründete Verein feiert in diesem Jahr sein {years}-jähriges Bestehen.",),
    "it": ("Il coro, fondato nel {start}, festeggia il suo {years}º anniversario.",),
    "pt": ("O coro, fundado em {start}, celebra este ano o seu {years}.º aniversário.",),
}
languages = st.sampled_from(sorted(OPEN))


def verdicts(text: str, lang: str) -> list[str]:
    """Return the verdicts on the times of a text."""
    article = Article("a", "a.txt", text, lang, TODAY)
    return [one.verdict for one in check_articles([article], CHECKS, load_rates()).findings]


@given(languages, st.data(), st.integers(1920, 1960), st.integers(16, 59))
def test_two_dates(lang: str, data: st.DataObject, start: int, years: int) -> None:
    shape = data.draw(st.sampled_from(DATED[lang]))
    end = start + years
    assert verdicts(shape.format(start=start, end=end, years=years), lang) == ["agree"]
    # A year of either date, one more, and a tenth of a round number.
    off = 3 + years // 8
    for told in (years + off, years - off):
        if told > 0:
            text = shape.format(start=start, end=end, years=told)
            assert verdicts(text, lang) == ["disagree"]


@given(languages, st.data(), st.integers(1960, 2010))
def test_times_up_to_today(lang: str, data: st.DataObject, start: int) -> None:
    shape = data.draw(st.sampled_from(OPEN[lang]))
    years = TODAY.year - start
    assert verdicts(shape.format(start=start, years=years), lang) == ["agree"]
    off = 4 + years // 8
    for told in (years + off, years - off):
        assert verdicts(shape.format(start=start, years=told), lang) == ["disagree"]


# A round number without a word for a year beside it may count something: "der 1950 gegründete".
YEARS = st.integers(1945, 1998).filter(lambda year: year % 10)


@given(st.sampled_from(sorted(NTHS)), st.data(), YEARS, st.integers(3, 20))
def test_ordinals_and_neighbours(lang: str, data: st.DataObject, start: int, off: int) -> None:
    shape = data.draw(st.sampled_from(NTHS[lang]))
    years = TODAY.year - start
    assert verdicts(shape.format(start=start, years=years), lang) == ["agree"]
    # Without a day of its own an anniversary may be of an earlier year, so only more is surely off.
    assert verdicts(shape.format(start=start, years=years + off), lang) == ["disagree"]
