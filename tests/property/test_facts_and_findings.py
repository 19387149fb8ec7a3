"""Laws of comparing: symmetry, order, unrelated claims, widening, and what a camp is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts import find_facts
from checker.findings import judge, judge_all
from checker.findings.kinds import RANKS
from checker.interval import Interval
from checker.model import Fact
from tests import claims as made
from tests.property import strategies_of_claims as strategies

ARTICLES = [made.article(name, published="2022-12-09", event="one") for name in "xyz"]
CONTEXT = made.context(ARTICLES)


def run(rule, claims, articles=ARTICLES):
    known = {article.id: article for article in articles}
    facts = find_facts(claims, {rule.id: rule}, known)
    return facts, judge_all(facts, {rule.id: rule}, CONTEXT)


def judged(rule, claims):
    """Judge some claims as one fact, whatever their facets and dates."""
    return judge(Fact("fact", rule.id, (), tuple(claims)), rule, CONTEXT)


@given(strategies.cases(), st.randoms())
def test_the_order_of_claims_and_articles_changes_nothing(case, random):
    rule, claims = case
    shuffled, articles = list(claims), list(ARTICLES)
    random.shuffle(shuffled)
    random.shuffle(articles)
    assert run(rule, shuffled, articles) == run(rule, claims)


@given(strategies.cases(most=2))
def test_comparing_is_symmetric(case):
    rule, (one, other) = case
    swapped = [replace(one, id=other.id), replace(other, id=one.id)]
    first, second = judged(rule, [one, other]), judged(rule, swapped)
    assert (first.verdict, first.because, first.severity) == (
        second.verdict,
        second.because,
        second.severity,
    )


@given(strategies.cases())
def test_an_unrelated_claim_changes_nothing(case):
    rule, claims = case
    known = [replace(claim, facets=claim.facets or ()) for claim in claims]
    known = [claim for claim in known if claim.facet("giver")]
    stranger = made.claim("stranger", rule, value=5, facets={"giver": "XX", "status": "pledged"})
    elsewhere = made.claim("elsewhere", made.rule(id="other"), value=5, facets={"giver": "IR"})
    facts, findings = run(rule, known)
    more, same = run(rule, [stranger, *known, elsewhere])
    assert same == findings
    assert set(facts) == {fact for fact in more if "stranger" not in {c.id for c in fact.claims}}


@given(strategies.cases(), st.data())
def test_widening_a_reading_never_creates_a_disagreement(case, data):
    rule, claims = case
    place = data.draw(st.integers(0, len(claims) - 1))
    quantity = claims[place].quantity
    if quantity.literal is None or quantity.mention.form == "vague":
        return
    wider = (Decimal(data.draw(st.integers(0, 30))), Decimal(data.draw(st.integers(0, 30))))
    widened = replace(
        quantity,
        literal=stretched(quantity.literal, wider),
        expected=stretched(quantity.expected, wider),
    )
    claims_after = [*claims]
    claims_after[place] = replace(claims[place], quantity=widened)
    before, after = judged(rule, claims), judged(rule, claims_after)
    if before.verdict != "disagree" and len(claims) == 2:
        assert after.verdict != "disagree"
    if is_unordered(rule, claims) and before.verdict != "disagree":
        assert after.verdict != "disagree"


def is_unordered(rule, claims):
    """Whether nothing but the readings tells these claims apart."""
    plain = all(claim.as_of is None and claim.polarity == "asserted" for claim in claims)
    return plain and rule.kind == "event"


def stretched(reading: Interval, by: tuple[Decimal, Decimal]) -> Interval:
    low = None if reading.low is None else reading.low - by[0]
    high = None if reading.high is None else reading.high + by[1]
    return reading.hull(Interval(low, high, reading.low_closed, reading.high_closed))


@given(strategies.cases(most=12))
def test_every_claim_stands_in_one_camp_or_fits_several(case):
    rule, claims = case
    finding = judged(rule, claims)
    inside = Counter(claim.id for camp in finding.camps for claim in camp.claims)
    fits = Counter(claim.id for camp in finding.camps for claim in camp.fits)
    assert set(inside.values()) <= {1}
    assert all(count > 1 for count in fits.values())
    assert not inside.keys() & fits.keys()
    assert inside.keys() | fits.keys() == {claim.id for claim in claims}


@given(strategies.cases(most=12))
def test_the_core_of_a_camp_is_common_to_its_claims(case):
    rule, claims = case
    for camp in judged(rule, claims).camps:
        readings = [claim.quantity.expected for claim in camp.claims]
        if camp.core is None:
            assert readings == [None] * len(readings)
        else:
            assert all(reading.covers(camp.core) for reading in readings)


@given(st.lists(strategies.readings(), min_size=1, max_size=12))
def test_sharp_claims_form_the_fewest_camps(drawn):
    rule = made.rule(kind="event")
    claims = [
        made.claim(f"c{n}", rule, value=1, literal=literal, expected=expected)
        for n, (literal, expected) in enumerate(drawn)
    ]
    apart = most_apart([expected for _, expected in drawn])
    assert len(judged(rule, claims).camps) == apart


def most_apart(readings: list[Interval]) -> int:
    """Count the most readings of which no two meet: no fewer camps can hold them all."""
    count, last = 0, None
    for reading in sorted(readings, key=lambda one: (one.high, one.high_closed)):
        if last is None or not reading.meets(last):
            count, last = count + 1, reading
    return count


@given(strategies.cases(most=12))
def test_the_finding_is_as_bad_as_its_worst_relation(case):
    rule, claims = case
    finding = judged(rule, claims)
    ranks = [RANKS[relation.verdict] for relation in finding.relations]
    assert RANKS[finding.verdict] == max(ranks, default=RANKS["agree"])
    assert finding.severity == "info" or finding.verdict == "disagree"


@given(strategies.cases(most=12))
def test_vague_words_never_disagree(case):
    rule, claims = case
    words = {"low": 100, "high": 1000, "form": "vague", "hedges": ("vague",)}
    finding = judged(rule, [made.claim("vague", rule, date="2022-12-09", **words), *claims])
    (place,) = [
        number
        for number, camp in enumerate(finding.camps)
        if "vague" in {claim.id for claim in (*camp.claims, *camp.fits)}
    ][:1]
    camp = finding.camps[place]
    if all(claim.quantity.mention.form == "vague" for claim in camp.claims):
        pairs = [relation for relation in finding.relations if place in (relation.a, relation.b)]
        assert "disagree" not in {relation.verdict for relation in pairs}


@pytest.mark.parametrize("kind", ["event", "cumulative", "level"])
def test_ten_thousand_claims_are_compared_without_looking_at_all_pairs(kind, monkeypatch):
    size = 10_000
    rule = made.rule(kind=kind, facets={"giver": "country"})
    claims = [
        made.claim(
            f"c{n:05}",
            rule,
            value=101 + 2 * (n * 7919 % 997),
            date=f"20{10 + n % 10}-0{1 + n % 9}-1{n % 7}",
            facets={"giver": "IR"},
            article=f"a{n}",
        )
        for n in range(size)
    ]
    looks = Counter()
    for name in ("meets", "intersection", "gap"):
        counted(Interval, name, looks, monkeypatch)
    (fact,) = find_facts(claims, {rule.id: rule}, {})
    finding = judge(fact, rule, made.context())
    assert sum(len(camp.claims) for camp in finding.camps) == size
    assert len(finding.camps) == 997
    assert sum(looks.values()) < 60 * size


def counted(owner, name, looks, monkeypatch):
    """Count the calls of one method."""
    original = getattr(owner, name)

    def method(self, *given):
        looks[name] += 1
        return original(self, *given)

    monkeypatch.setattr(owner, name, method)
