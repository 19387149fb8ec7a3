"""Figures bring groups of one event together, and keep two earthquakes of one place apart."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from checker.facts.groups import Group
from checker.facts.reuniting import Counts, counts_of, reunited
from checker.facts.stories import group_stories
from checker.languages import load_language
from checker.values import replace
from tests import claims as made

LANGUAGES = {"en": load_language("en")}

APART, TOGETHER = [["a"], ["b"]], [["a", "b"]]


def group(name, place="vessel", alike=0.4):
    """Make the group of one report that names a place, and of which so much is of that place."""
    terms = {place: alike, name: (1 - alike * alike) ** 0.5}
    names = frozenset([place, f"{name}'s mayor"])
    return Group([name], terms, None, names, Counter(names))


def together(groups, figures):
    """Return which reports are of one story; `figures` are those of each, by name."""
    told = {
        name: frozenset((what, Decimal(many)) for what, many in known)
        for name, known in figures.items()
    }
    return sorted(sorted(one.members) for one in reunited(groups, told))


def pair(one, other):
    """Return whether two reports of one place with such figures are of one story."""
    return together([group("a"), group("b")], {"a": one, "b": other})


def test_a_figure_in_common_joins_two_reports_of_one_place():
    assert pair([("jobs", 340)], [("jobs", 340)]) == TOGETHER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param([("jobs", 340)], [("homes", 340)], id="the same number of another thing"),
        pytest.param([("jobs", 340)], [("jobs", 350)], id="another number"),
        pytest.param([("jobs", 3)], [("jobs", 3)], id="a figure that many events have"),
        pytest.param([("jobs", 300)], [("jobs", 300)], id="a round one"),
        pytest.param(
            [("jobs", 34), ("dead", 2), ("homes", 8)],
            [("jobs", 34), ("dead", 5), ("homes", 90)],
            id="at odds about more than they share",
        ),
    ],
)
def test_what_joins_no_two_reports(one, other):
    assert pair(one, other) == APART


def test_one_figure_that_differs_is_what_a_disagreement_looks_like():
    assert pair([("jobs", 340), ("dead", 2)], [("jobs", 340), ("dead", 5)]) == TOGETHER


def test_two_persons_of_two_ages_are_no_contradiction():
    one = [("person age", 34), ("jobs", 21), ("person goals", 7)]
    other = [("person age", 52), ("jobs", 21), ("person goals", 9)]
    assert pair(one, other) == TOGETHER


SAME = [("jobs", 340)]


def test_a_figure_joins_no_reports_of_two_places():
    groups = [group("a"), group("b", place="orbana")]
    assert together(groups, {"a": SAME, "b": SAME}) == APART


def test_a_figure_joins_no_reports_that_have_next_to_nothing_in_common():
    groups = [group("a", alike=0.1), group("b", alike=0.1)]
    assert together(groups, {"a": SAME, "b": SAME}) == APART


@pytest.mark.parametrize(
    ("strengths", "expected"),
    [
        (("6.4", "5.3"), APART),
        (("6.4", "6.1"), TOGETHER),
        (("6.4", None), TOGETHER),
    ],
)
def test_a_figure_joins_no_reports_of_two_quakes(strengths, expected):
    groups = [
        replace(group(name), strengths=(Decimal(value), Decimal(value)) if value else None)
        for name, value in zip("ab", strengths, strict=True)
    ]
    assert together(groups, {"a": SAME, "b": SAME}) == expected


THREE = [("jobs", 34), ("dead", 21)]


def test_what_two_others_agree_with_is_of_one_event_with_both():
    figures = {"a": THREE, "b": [("jobs", 34)], "c": [("dead", 21)]}
    assert together([group(name) for name in "abc"], figures) == [["a", "b", "c"]]


def test_what_agrees_with_two_that_are_at_odds_stays_alone():
    figures = {"a": THREE, "b": [("jobs", 34), ("homes", 8)], "c": [("dead", 21), ("homes", 90)]}
    assert together([group(name) for name in "abc"], figures) == [["a"], ["b"], ["c"]]


def test_of_two_at_odds_the_one_that_agrees_on_more_is_of_its_event():
    one, other = [("homes", 8), ("ships", 5)], [("homes", 90), ("ships", 7)]
    figures = {"a": THREE, "b": [("jobs", 34), *one], "c": [*THREE, *other]}
    assert together([group(name) for name in "abc"], figures) == [["a", "c"], ["b"]]


# --- two quakes of one place ----------------------------------------------------------------------

SHOOK = [
    f"A quake shook Lombara near Tirso on Friday, {who} said." for who in ("police", "doctors")
]


def stories(*strengths):
    """Return how many stories two reports in the same words make, by what each measures."""
    articles = [made.article(f"a{n}", text) for n, text in enumerate(SHOOK)]
    known = {f"a{n}": Decimal(value) for n, value in enumerate(strengths) if value}
    told = group_stories(articles, LANGUAGES, counts=Counts({}, known))
    return len(set(told.values()))


def test_two_quakes_of_one_place_are_never_one_story():
    assert stories("6.4", "5.3") == 2


@pytest.mark.parametrize("other", ["6.1", "6.9", ""])
def test_agencies_that_differ_a_little_measure_one_quake(other):
    assert stories("6.4", other) == 1


# --- what the claims of an article count ----------------------------------------------------------

TOLL = made.rule(id="toll", kind="event", unit="person", scope="story")
MAGNITUDE = made.rule(id="magnitude", kind="event", unit="magnitude", scope="story")
AGE = made.rule(id="age", kind="level", unit="year", facets={"person": "person"})


def counted(*claims):
    """Return what article x counts."""
    return counts_of(claims, {rule.id: rule for rule in (TOLL, MAGNITUDE, AGE)})


def test_sharp_figures_are_counted():
    told = counted(made.claim("a", TOLL, value=340, unit="person", article="x"))
    assert [value for _, value in told.figures["x"]] == [Decimal(340)]


@pytest.mark.parametrize(
    "known",
    [
        {"stage": "earlier"},
        {"hedges": ["more_than"]},
        {"repeats": "b"},
    ],
)
def test_what_is_of_another_event_or_bounded_is_not(known):
    assert not counted(
        made.claim("a", TOLL, value=340, unit="person", article="x", **known)
    ).figures


def test_an_age_is_of_somebody_and_a_toll_of_nobody():
    told = counted(
        made.claim("a", AGE, value=34, unit="year", article="x", facets={"person": "ivo brandt"}),
        made.claim("b", TOLL, value=34, unit="person", article="x"),
    )
    assert sorted(what.startswith("person") for what, _ in told.figures["x"]) == [False, True]


def test_the_magnitude_that_a_report_gives_first_is_that_of_its_quake():
    told = counted(
        made.claim("a", MAGNITUDE, value="6.4", unit="magnitude", article="x", line=1),
        made.claim("b", MAGNITUDE, value="5.3", unit="magnitude", article="x", line=2),
    )
    assert told.strengths == {"x": Decimal("6.4")}


def test_one_report_that_looks_back_at_another_event_does_not_join_the_two():
    """Of four reports of a fire that count its dead, one recalls the dead of another fire."""
    groups = [group("a"), group("b")]
    groups[0].members = ["a", "a1", "a2", "a3"]
    own = {name: [("dead", 15)] for name in ("a1", "a2", "a3")}
    assert together(groups, {"a": [("dead", 89)], **own, "b": [("dead", 89)]}) != TOGETHER
    assert (
        len(together(groups, {"a": [("dead", 89)], "a1": [("dead", 89)], "b": [("dead", 89)]})) == 1
    )
