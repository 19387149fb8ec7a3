"""Pairs of claims worked by hand, for every row of the readings and every reason code."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.facts import find_facts, separation
from checker.facts.stories import group_stories
from checker.findings import judge_all
from tests import claims as made

CORPUS = yaml.load(Path(__file__).with_name("pairs.yaml").read_text("utf-8"), yaml.BaseLoader)
VERDICTS = {
    "agree": {"agree"},
    "explained": {"grows", "converted", "superseded", "parts-incomplete"},
    "disagree": {"value", "falls", "jump", "stale", "sum", "part-exceeds-whole"},
    "unsure": {"rounding", "bounds", "vague", "date", "rate", "unit", "facet"}
    | {"same-number-other-category"},
    "unrelated": {"facet", "window", "story", "change"},
}
CAUSES = {"factor-10", "factor-1000", "currency-swap", "digits-swapped"}


def known_facets(row_facets, rule_facets):
    merged = {**rule_facets, **row_facets}
    return {name: value for name, value in merged.items() if value not in ("null", "")}


def make_claim(name, told, rule, of):
    """Make a claim and its article from a row."""
    told = dict(told)
    story, published = told.pop("story", "one"), told.pop("published", told.get("date", ""))
    told["facets"] = known_facets(told.get("facets", {}), of.get("known", {}))
    told.setdefault("unit", rule.unit)
    told.setdefault("kind", of.get("of", "count"))
    told.setdefault("line", ord(name))
    claim = made.claim(name, rule, **told)
    day = published if len(published) == len("2022-12-20") else None
    return claim, made.article(claim.article, event=story, published=day)


def judged(row):
    """Run facts and findings over a row: rule, claims by name, articles, findings."""
    of = CORPUS["rules"][row["rule"]]
    rule = made.rule(**{**of, "id": row["rule"]})
    told = [row["a"], row["b"], *row.get("others", [])]
    made_of_row = [
        make_claim(name, one, rule, of) for name, one in zip("abcdef", told, strict=False)
    ]
    claims = [claim for claim, _ in made_of_row]
    articles = {article.id: article for _, article in made_of_row}
    rules = {rule.id: rule}
    facts = find_facts(claims, rules, articles)
    return rule, claims, articles, judge_all(facts, rules, made.context(list(articles.values())))


def ruling(row):
    """Return verdict, reason, cause and severity of what holds between the first two claims."""
    rule, claims, articles, findings = judged(row)
    for finding in findings:
        places = {
            claim.id: number
            for number, camp in enumerate(finding.camps)
            for claim in (*camp.claims, *camp.fits)
        }
        if "a" not in places or "b" not in places:
            continue
        pair = {places["a"], places["b"]}
        for relation in finding.relations:
            if {relation.a, relation.b} == pair:
                return relation.verdict, relation.because, relation.cause, finding.severity
        return "agree", "agree", None, finding.severity
    apart = separation((claims[0], claims[1]), rule, group_stories(articles.values()))
    return ("unrelated", apart, None, None) if apart else ("none", None, None, None)


@pytest.mark.parametrize("row", CORPUS["pairs"], ids=lambda row: row["name"])
def test_a_pair_has_the_verdict_worked_by_hand(row):
    verdict, because, cause, severity = ruling(row)
    expected = {"verdict": row["verdict"], "because": row.get("because", because)}
    found = {"verdict": verdict, "because": because}
    for key, value in (("cause", cause or "none"), ("severity", severity)):
        if key in row:
            expected[key], found[key] = row[key], value
    assert found == expected


@pytest.mark.parametrize("row", CORPUS["pairs"], ids=lambda row: row["name"])
def test_a_pair_has_the_same_verdict_the_other_way_round(row):
    mirrored = {**row, "a": row["b"], "b": row["a"]}
    assert ruling(mirrored)[:2] == ruling(row)[:2]


def test_every_reason_code_and_cause_has_a_row():
    told = {(row["verdict"], row.get("because", "agree").split()[0]) for row in CORPUS["pairs"]}
    missing = {(v, reason) for v, reasons in VERDICTS.items() for reason in reasons} - told
    assert missing == set()
    assert {row.get("cause") for row in CORPUS["pairs"]} >= CAUSES


def test_rows_that_differ_are_no_fewer_than_half_of_those_that_do_not():
    verdicts = [row["verdict"] for row in CORPUS["pairs"]]
    assert len(verdicts) == len({row["name"] for row in CORPUS["pairs"]})
    assert verdicts.count("disagree") <= len(verdicts) / 2
