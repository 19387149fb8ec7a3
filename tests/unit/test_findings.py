"""Findings: camps and their order, relations, messages, fingerprints, severity and sorting."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from checker.facts import find_facts
from checker.findings import judge, judge_all
from checker.findings.causes import swapped
from checker.findings.relations import ALL_PAIRS, related
from checker.findings.wording import dates, measured, number, plural
from checker.model import Fact
from tests import claims as made

DRONES = made.rule(kind="event")
TOTAL = made.rule(kind="cumulative")


def judged(claims, rule=DRONES, articles=()):
    return judge(Fact("fact", rule.id, (), tuple(claims)), rule, made.context(articles))


def drones(name, value, rule=DRONES, **told):
    return made.claim(name, rule, value=value, **told)


def hundreds(name, **told):
    told = {"low": 100, "high": 1000, "form": "vague", "hedges": ("vague",), **told}
    return made.claim(name, DRONES, **told)


def camps(finding):
    """Name the claims of each camp, and after a stroke those that fit it."""
    return [
        "".join(claim.id for claim in camp.claims) + "/" + "".join(c.id for c in camp.fits)
        for camp in finding.camps
    ]


# --- camps ----------------------------------------------------------------------------------------


def test_claims_that_agree_share_a_camp():
    finding = judged([drones("a", 300), drones("b", 302), drones("c", 400)])
    assert camps(finding) == ["ab/", "c/"]
    assert finding.camps[0].core == made.interval(302, 302)


def test_a_bound_joins_the_only_camp_it_fits():
    claims = [drones("a", 400), drones("b", 400, hedges=("more_than",)), drones("c", 35)]
    assert camps(judged(claims)) == ["ab/", "c/"]


def test_vague_words_fit_several_sharp_camps_and_join_none():
    claims = [drones("a", 400), drones("b", 300), hundreds("v")]
    assert camps(judged(claims)) == ["a/v", "b/v"]


def test_vague_words_join_the_only_sharp_camp_whatever_bounds_they_hold():
    claims = [drones("a", 400), drones("b", 300, hedges=("more_than",)), hundreds("v")]
    finding = judged(claims)
    assert camps(finding) == ["av/", "b/"]
    assert (finding.verdict, finding.because) == ("unsure", "bounds")


def test_vague_words_without_a_sharp_camp_join_the_lowest_bound_they_hold():
    bounds = [drones(str(low), low, hedges=("more_than",)) for low in (400, 300)]
    assert camps(judged([*bounds, hundreds("v")])) == ["300v/", "400/"]


def test_vague_words_that_hold_no_camp_make_their_own():
    claims = [drones("a", 4501), drones("b", 35, hedges=("more_than",)), hundreds("v")]
    assert camps(judged(claims)) == ["a/", "b/", "v/"]


def test_vague_words_join_the_only_camp():
    assert camps(judged([drones("a", 400), hundreds("v")])) == ["av/"]


def test_words_without_a_number_have_a_camp_without_a_core():
    few = made.claim("f", DRONES, form="vague", hedges=("vague",), surface="a few")
    finding = judged([drones("a", 400), few])
    assert [camp.core is None for camp in finding.camps] == [False, True]


def test_a_denied_figure_stands_in_a_camp_of_its_own():
    assert camps(judged([drones("a", 400), drones("b", 400, polarity="denied")])) == ["a/", "b/"]


def test_camps_are_ordered_by_independent_sources_then_by_date():
    claims = [
        drones("a", 400, date="2022-12-01"),
        drones("b", 300, date="2022-12-02"),
        drones("c", 300, date="2022-12-03"),
        drones("d", 35, date="2022-11-01"),
    ]
    assert camps(judged(claims)) == ["bc/", "d/", "a/"]


def test_copies_of_one_sentence_are_one_source():
    copies = [drones(f"c{n}", 400, quote="400 drones, he said.") for n in range(3)]
    own = [drones("a", 300, quote="He said 300."), drones("b", 300, quote="It was 300.")]
    finding = judged([*copies, *own])
    assert [camp.sources for camp in finding.camps] == [("a", "b"), ("c0",)]


def test_one_outlet_is_one_source_however_often_it_says_so():
    claims = [drones(name, 400, outlet="agency") for name in "ab"]
    assert judged(claims).camps[0].sources == ("agency",)


def test_an_elapsed_time_gives_the_days_on_which_it_may_have_begun():
    rule = made.rule(kind="elapsed", unit="month")
    month = {"kind": "duration", "unit": "month"}
    finding = judged([made.claim("a", rule, value=15, date="2023-05-15", **month)], rule)
    (camp,) = finding.camps
    assert camp.core is None
    assert str(camp.start) == "2022-01-16/2022-02-28"
    assert finding.unit == "month"


# --- relations ------------------------------------------------------------------------------------


def test_few_camps_are_related_pair_by_pair():
    assert len(list(related(ALL_PAIRS, range(ALL_PAIRS)))) == ALL_PAIRS * (ALL_PAIRS - 1) // 2


def test_many_camps_are_related_to_their_neighbours():
    order = [*range(1, 20), 0]
    pairs = list(related(20, order))
    assert len(pairs) == 20
    assert (18, 19) in pairs
    assert (0, 1) in pairs  # the two ends of the line


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((("2022-12-01", 300), ("2022-12-02", 400), ("2023-05-01", 400)), ("explained", "grows")),
        ((("2022-12-01", 300), ("2022-12-02", 400), ("2023-05-01", 300)), ("disagree", "falls")),
        ((("2022-12-01", 300), ("2022-12-02", 400), ("2022-12-02", 300)), ("disagree", "value")),
    ],
)
def test_a_total_is_compared_at_every_date(values, verdict):
    claims = [drones(f"c{n}", value, TOTAL, date=day) for n, (day, value) in enumerate(values)]
    finding = judged(claims, TOTAL)
    assert (finding.verdict, finding.because) == verdict


def test_distant_ends_of_a_chain_are_not_compared():
    rule = made.rule(kind="rate", window=30)
    told = [("a", 50, "2022-01-01"), ("b", 50, "2022-01-25"), ("c", 90, "2022-03-30")]
    finding = judged([drones(n, value, rule, date=day) for n, value, day in told], rule)
    assert [(relation.verdict, relation.because) for relation in finding.relations] == [
        ("unrelated", "window")
    ]


def test_a_fact_of_distant_claims_alone_gives_no_finding():
    rule = made.rule(kind="rate", window=30)
    claims = [drones("a", 50, rule, date="2022-01-01"), drones("c", 90, rule, date="2022-03-30")]
    fact = Fact("fact", rule.id, (), tuple(claims))
    assert judge_all([fact], {rule.id: rule}, made.context()) == ()


# --- severity -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ({"article": "x"}, {"article": "x"}, "error"),
        ({"article": "x"}, {"article": "y"}, "warning"),
        ({"article": "x", "speaker": "Kirby"}, {"article": "x"}, "error"),
        ({"article": "x", "speaker": "Kirby"}, {"article": "x", "speaker": "Wallace"}, "info"),
        ({"article": "x", "speaker": "Kirby"}, {"article": "y", "speaker": "Kirby"}, "warning"),
        ({"article": "x", "speaker": "Kirby"}, {"article": "y"}, "warning"),
    ],
)
def test_severity_by_article_and_speaker(one, other, severity):
    rule = made.rule(kind="event", severity={"other_speaker": "info"})
    finding = judged([drones("a", 35, rule, **one), drones("b", 41, rule, **other)], rule)
    assert finding.severity == severity


def test_what_does_not_disagree_is_only_information():
    assert judged([drones("a", 300), drones("b", 312)]).severity == "info"


# --- messages -------------------------------------------------------------------------------------


def test_a_message_gives_both_readings_dates_and_the_reason():
    claims = [
        drones("a", 300, TOTAL, hedges=("more_than",), date="2022-12-20"),
        drones("b", 400, TOTAL, date="2023-05-15", speaker="Kirby"),
    ]
    assert judged(claims, TOTAL).message == (
        "300 to 395 drones (20 December 2022) and 395 to 405 drones (15 May 2023, says Kirby): "
        "the later figure is higher, as a running total may be."
    )


def test_a_message_quotes_the_claims_that_lie_furthest_apart():
    claims = [drones("a", 300), drones("b", 300, hedges=("approx",)), drones("c", 400)]
    assert judged(claims).message.startswith("295 to 305 drones and 395 to 405 drones:")


def test_a_message_names_rate_day_and_source():
    rule = made.rule(unit="currency", kind="event")
    claims = [
        made.claim(name, rule, value=value, kind="currency", unit=unit, date="2022-12-09")
        for name, value, unit in (("a", 231, "GBP"), ("b", 275, "USD"), ("c", 275, "USD"))
    ]
    message = judged(claims, rule).message
    assert "at 1.1932 USD per GBP (daily, 9 December 2022, made by hand)" in message


def test_a_rule_may_word_its_disagreements():
    rule = made.rule(kind="event", message="{a} or {b}? {verdict}, {because}: {unknown} {a.claim}")
    message = judged([drones("a", 35, rule), drones("b", 41, rule)], rule).message
    assert message == "35 drones or 41 drones? disagree, value: {unknown} {a.claim}"


def test_a_rule_does_not_word_what_is_no_disagreement():
    rule = made.rule(kind="event", message="Look at {a}.")
    message = judged([drones("a", 300, rule), drones("b", 312, rule)], rule).message
    assert message.startswith("295 to 305 drones and 312 drones")


def test_agreement_is_told_in_one_sentence():
    assert judged([drones("a", 300), drones("b", 300)]).message == (
        "2 claims agree: 295 to 305 drones."
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("35", "35"),
        ("100000", "100,000"),
        ("231000000", "231 million"),
        ("2300000000", "2.3 billion"),
        ("231234567", "231,234,567"),
        ("0.01", "0.01"),
        ("230057142.857142", "230.06 million"),
        ("-5", "−5"),
    ],
)
def test_numbers_are_written_as_people_read_them(value, text):
    assert number(Decimal(value)) == text


@pytest.mark.parametrize(
    ("low", "high", "closed", "text"),
    [
        (1, 1, "[]", "1 drone"),
        (2, 2, "[]", "2 drones"),
        (295, 305, "[]", "295 to 305 drones"),
        (300, None, "(]", "more than 300 drones"),
        (300, None, "[]", "at least 300 drones"),
        (None, 300, "[)", "less than 300 drones"),
        (None, 300, "[]", "at most 300 drones"),
        (2250000, 2350000, "[]", "2.25 to 2.35 million drones"),
    ],
)
def test_intervals_are_written_in_words(low, high, closed, text):
    assert measured(made.interval(low, high, closed), "drone") == text


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("person", "people"),
        ("casualty", "casualties"),
        ("day", "days"),
        ("GBP", "GBP"),
        ("percent", "percent"),
        ("drone/day", "drones per day"),
        ("dead", "dead"),
        ("aircraft", "aircraft"),
        ("policewoman", "policewomen"),
        ("grandchild", "grandchildren"),
        ("human", "humans"),
        ("deadline", "deadlines"),
        ("", ""),
    ],
)
def test_plurals(unit, text):
    assert plural(unit) == text


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2022-12-20", "20 December 2022"),
        ("2022-12", "December 2022"),
        ("2022", "2022"),
        ("2022-12-20/2022-12-24", "20 December 2022 to 24 December 2022"),
    ],
)
def test_dates_are_written_out(period, text):
    assert dates(made.period(period)) == text


# --- causes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("231", "213", True),
        ("231000000", "213000000", True),
        ("2.31", "2.13", True),
        ("210", "201", True),
        ("231", "231", False),
        ("231", "321", True),
        ("231", "132", False),
        ("231", "2310", False),
        ("93", "94", False),
    ],
)
def test_swapped_digits(one, other, expected):
    assert swapped(Decimal(one), Decimal(other)) is expected


def test_a_cause_stands_beside_the_reason():
    finding = judged([drones("a", 300), drones("b", 3000)])
    assert (finding.because, finding.cause) == ("value", "factor-10")
    assert finding.relations[0].cause == "factor-10"


def test_a_bound_has_no_likely_cause():
    finding = judged([drones("a", 35, hedges=("at_most",)), drones("b", 340)])
    assert (finding.verdict, finding.cause) == ("disagree", None)


# --- fingerprints and order -----------------------------------------------------------------------


def test_a_fingerprint_ignores_lines_paths_and_order():
    claims = [drones("a", 300), drones("b", 400)]
    moved = [
        replace(claim, line=7, column=3, path="moved.txt", id=claim.id * 2) for claim in claims
    ]
    assert judged(moved[::-1]).id == judged(claims).id


@pytest.mark.parametrize(
    "changed",
    [{"value": 410}, {"quote": "other words"}, {"value": 400, "change": "up"}, {"unit": "tank"}],
)
def test_a_fingerprint_follows_values_and_quotes(changed):
    claims = [drones("a", 300), drones("b", 400)]
    others = [drones("a", 300), made.claim("b", DRONES, **{"value": 400, **changed})]
    assert judged(others).id != judged(claims).id


def test_the_worst_comes_first():
    rule = made.rule(kind="event", facets={"giver": "country"})
    told = [
        ("a", 35, {"giver": "IR"}, "x"),
        ("b", 35, {"giver": "IR"}, "y"),
        ("c", 300, {"giver": "BY"}, "x"),
        ("d", 312, {"giver": "BY"}, "y"),
        ("e", 35, {"giver": "TR"}, "x"),
        ("f", 41, {"giver": "TR"}, "y"),
        ("g", 35, {"giver": "US"}, "x"),
        ("h", 41, {"giver": "US"}, "x"),
    ]
    claims = [drones(n, v, rule, facets=facets, article=art) for n, v, facets, art in told]
    facts = find_facts(claims, {rule.id: rule}, {})
    found = judge_all(facts, {rule.id: rule}, made.context())
    assert [(finding.verdict, finding.severity) for finding in found] == [
        ("disagree", "error"),
        ("disagree", "warning"),
        ("unsure", "info"),
        ("agree", "info"),
    ]


def test_a_single_claim_is_no_finding():
    fact = Fact("fact", DRONES.id, (), (drones("a", 300),))
    assert judge_all([fact], {DRONES.id: DRONES}, made.context()) == ()
