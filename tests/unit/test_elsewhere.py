"""Claims of a place, person or firm that another report never names."""

import pytest

from checker.facts import find_facts, separation
from checker.facts.doubts import may_be_of
from checker.facts.elsewhere import ELSEWHERE, may_be_named, reader, set_apart
from tests import claims as made

FLIGHTS = made.rule(
    id="flights", kind="event", unit="flight", scope="story", facets={"place": "place"}
)
NICE = "In Nice, 60 flights were cancelled by a strike."


def report(name, text, place=None):
    """Make a claim and its article."""
    facets = {"place": place} if place else {}
    claim = made.claim(name, FLIGHTS, value=60, unit="flight", facets=facets)
    return claim, made.article(name, event="strike", text=text)


def marked(*reports):
    """Return the place of each claim once the reports have been set apart."""
    claims = [claim for claim, _ in reports]
    articles = {article.id: article for _, article in reports}
    stories = dict.fromkeys(articles, "event strike")
    return [claim.facet("place") for claim in set_apart(claims, FLIGHTS, stories, reader(articles))]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("The strike grounded 140 flights.", None, ELSEWHERE),
        ("The strike grounded 140 flights at Lyon airport.", None, ELSEWHERE),
        ("The strike grounded 140 flights. Nice was calm.", None, None),
        ("The strike grounded 140 flights. NICE was calm.", None, None),
        ("The strike grounded 140 flights at Lyon.", "lyon", "lyon"),
    ],
)
def test_a_claim_is_set_apart_where_its_report_never_names_the_place(text, place, expected):
    assert marked(report("a", NICE, "nice"), report("b", text, place))[1] == expected


def test_nothing_is_set_apart_where_nobody_names_a_place():
    strike = "The strike grounded 60 flights."
    assert marked(report("a", strike), report("b", strike)) == [None, None]


def test_a_name_is_known_by_its_beginning_in_another_language():
    lisbon = report("a", "In Lisbon, 60 flights were cancelled.", "lisbon")
    assert marked(lisbon, report("b", "Lisbonne a perdu 60 vols."))[1] is None


def test_an_article_that_is_not_at_hand_is_left_open():
    one, other = report("a", NICE, "nice"), report("b", "The strike grounded 140 flights.")
    stories = {"a": "event strike", "b": "event strike"}
    found = set_apart([one[0], other[0]], FLIGHTS, stories, reader({"a": one[1]}))
    assert found[1].facet("place") is None


def test_claims_set_apart_share_no_fact_and_say_why():
    reports = [report("a", NICE, "nice"), report("b", "The strike grounded 140 flights.")]
    claims, articles = [c for c, _ in reports], {a.id: a for _, a in reports}
    facts = find_facts(claims, {FLIGHTS.id: FLIGHTS}, articles)
    assert sorted(len(fact.claims) for fact in facts) == [1, 1]
    stories = {"a": "event strike", "b": "event strike"}
    assert separation((claims[0], claims[1]), FLIGHTS, stories, articles) == "facet place"
    assert separation((claims[0], claims[1]), FLIGHTS, stories) is None


def test_two_reports_that_name_no_place_stay_together():
    strike = "The strike grounded 140 flights."
    reports = [report("a", NICE, "nice"), report("b", strike), report("c", strike)]
    claims, articles = [c for c, _ in reports], {a.id: a for _, a in reports}
    facts = find_facts(claims, {FLIGHTS.id: FLIGHTS}, articles)
    assert sorted(len(fact.claims) for fact in facts) == [1, 2]


FALL = made.rule(
    id="fall",
    kind="event",
    unit="m",
    scope="story",
    facets={
        "faller": "person",
        "product": "person",
        "place": "place",
        "day": {"friday": {}, "saturday": {}},
    },
)


def facts(*told):
    """Return the facets of facts, in order, each given by a mapping."""
    return [tuple(sorted(one.items())) for one in told]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([{"faller": "brandt"}, {"faller": ELSEWHERE}], [(1, 0, "faller")]),
        ([{"faller": "brandt", "day": "friday"}, {"faller": ELSEWHERE}], [(1, 0, "faller")]),
        # Of two who are named, nobody knows which one it is.
        ([{"faller": "brandt"}, {"faller": "ruiz"}, {"faller": ELSEWHERE}], []),
        (
            [{"faller": "brandt", "day": "friday"}, {"faller": "ruiz", "day": "saturday"},
             {"faller": ELSEWHERE, "day": "friday"}],
            [],
        ),
        ([{"faller": "brandt", "day": "friday"}, {"faller": ELSEWHERE, "day": "saturday"}], []),
        ([{"faller": "brandt"}, {}], []),
        ([{"faller": ELSEWHERE}, {}], []),
        # Rivals of a product are in every report of it.
        ([{"product": "zephyr"}, {"product": ELSEWHERE}], []),
        # A place that a report never writes is another place.
        ([{"place": "nice"}, {"place": ELSEWHERE}], []),
    ],
)  # fmt: skip
def test_somebody_without_a_name_may_be_the_only_one_who_has_one(told, expected):
    assert list(may_be_named(facts(*told), FALL)) == expected


@pytest.mark.parametrize(
    ("kind", "own", "other", "expected"),
    [
        ("age", 41, 38, True),
        ("age", 57, 34, False),
        ("count", 57, 34, True),
    ],
)
def test_nobody_is_of_two_ages_far_apart(kind, own, other, expected):
    claims = [made.claim("a", FALL, value=n, unit="year", kind=kind) for n in (own, other)]
    assert may_be_of(claims[0], claims[1:]) is expected
