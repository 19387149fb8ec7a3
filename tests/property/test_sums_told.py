"""Parts that add up to their whole are never flagged; when one number is off, it always is."""

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.model import Article
from checker.pipeline import check_articles
from checker.rates import load_rates

CHECKS = [one for one in load_checks() if one.id == "sum"]
LISTS = {
    "en": (
        "The flood left {whole} dead: {one} men and {other} women.",
        "The {whole} people ({one} men and {other} women) were flown home.",
        "They counted {one} men and {other} women, {whole} people in all.",
        "The party won {whole} seats: {one} in the north and {other} in the old south.",
    ),
    "fr": (
        "La crue a fait {whole} morts : {one} hommes et {other} femmes.",
        "Les {whole} personnes ({one} hommes et {other} femmes) sont rentrées.",
        "On a compté {one} hommes et {other} femmes, soit {whole} personnes au total.",
        "Le parti a obtenu {whole} sièges : {one} dans le nord et {other} dans le sud.",
    ),
}
SOME = {
    "en": (
        "The flood killed {whole} people, including {part} children.",
        "Rescuers reached {whole} people, {part} of them alive.",
        "Of the {whole} passengers, {part} were children.",
        "They met {part} of the {whole} passengers.",
    ),
    "fr": (
        "La crue a fait {whole} morts, dont {part} enfants.",
        "Sur les {whole} passagers, {part} étaient des enfants.",
    ),
}
KINDS = {
    "en": (
        "The fire destroyed {whole} vehicles: {one} buses, {other} vans and {third} cranes.",
        "The crew of {whole} is made up of {one} Greeks, {other} Danes and {third} Poles.",
        "The shelf holds {whole} works:\n\n- {one} novels\n- {other} plays\n- {third} atlases\n",
        "Votes\n\n- Ruhl: {one}\n- Song: {other}\n- Marsh: {third}\n- Total: {whole}\n",
    ),
    "fr": (
        "Le feu a détruit {whole} véhicules : {one} autobus, {other} camions et {third} grues.",
        "L'équipage de {whole} est composé de {one} Grecs, {other} Danois et {third} Polonais.",
    ),
    "de": ("Das Feuer zerstörte {whole} Fahrzeuge: {one} Busse, {other} Wagen und {third} Kräne.",),
    "es": (
        "El fuego destruyó {whole} vehículos: {one} autobuses, {other} coches y {third} grúas.",
    ),
}
languages = st.sampled_from(sorted(LISTS))
# Below one hundred no number is a round one.
counts = st.integers(11, 44)


def verdicts(text: str, lang: str) -> list[str]:
    """Return the verdicts on the sums of a text."""
    article = Article("a", "a.txt", text, lang)
    return [one.verdict for one in check_articles([article], CHECKS, load_rates()).findings]


@given(languages, st.data(), counts, counts, st.sampled_from([-9, -2, -1, 1, 2, 9]))
def test_lists(lang: str, data: st.DataObject, one: int, other: int, off: int) -> None:
    shape = data.draw(st.sampled_from(LISTS[lang]))
    assert verdicts(shape.format(one=one, other=other, whole=one + other), lang) == ["agree"]
    for told in ((one + off, other, one + other), (one, other, one + other + off)):
        text = shape.format(one=told[0], other=told[1], whole=told[2])
        assert verdicts(text, lang) == ["disagree"]


@given(languages, st.data(), st.integers(11, 97), st.integers(11, 97))
def test_some_parts(lang: str, data: st.DataObject, part: int, whole: int) -> None:
    shape = data.draw(st.sampled_from(SOME[lang]))
    expected = "disagree" if part > whole else "agree"
    assert verdicts(shape.format(part=part, whole=whole), lang) == [expected]


@given(st.sampled_from(sorted(KINDS)), st.data(), counts, counts, st.integers(11, 30))
def test_kinds_of_a_whole(lang: str, data: st.DataObject, one: int, other: int, third: int) -> None:
    shape = data.draw(st.sampled_from(KINDS[lang]))
    whole = one + other + third
    text = shape.format(one=one, other=other, third=third, whole=whole)
    assume(whole < 100)
    assert verdicts(text, lang) == ["agree"]
    # Beyond a fifth of the whole, nobody knows whether they are its kinds.
    off = data.draw(st.integers(1, whole // 6))
    wrong = shape.format(one=one, other=other, third=third, whole=whole + off)
    assume(whole + off < 100)
    assert verdicts(wrong, lang) == ["disagree"]
