"""Claims and findings without tokens: everything else is kept."""

from pathlib import Path

from checker.archive.rows import claim_to_json
from checker.brief import brief_claim, brief_finding
from checker.model import Claim
from checker.report import json
from checker.run import Settings, check, traced

SEEDS = str(Path(__file__).parents[2] / "seeds" / "ukraine")


def tokens(claim: Claim) -> int:
    return 0 if claim.quantity is None else len(claim.quantity.mention.sentence.tokens)


def test_a_claim_loses_its_tokens_and_nothing_else() -> None:
    claims = [claim for claim in traced(Settings(paths=(SEEDS,))).trace.claims if claim.quantity]
    assert all(tokens(claim) > 0 for claim in claims)
    brief = [brief_claim(claim) for claim in claims]
    assert [claim_to_json(one) for one in brief] == [claim_to_json(one) for one in claims]
    assert [tokens(claim) for claim in brief] == [0] * len(claims)
    spans = [claim.quantity and claim.quantity.mention.sentence.span for claim in claims]
    assert [claim.quantity and claim.quantity.mention.sentence.span for claim in brief] == spans


def test_what_is_brief_stays_as_it_is() -> None:
    claim = next(c for c in traced(Settings(paths=(SEEDS,))).trace.claims if c.quantity)
    once = brief_claim(claim)
    assert brief_claim(once) is once


def test_a_finding_loses_the_tokens_of_all_its_claims() -> None:
    findings = traced(Settings(paths=(SEEDS,))).trace.findings
    brief = [brief_finding(finding) for finding in findings]
    assert [json.finding_fields(one) for one in brief] == [
        json.finding_fields(one) for one in findings
    ]
    assert {tokens(claim) for finding in brief for claim in finding.claims} == {0}


def test_no_claim_of_a_report_has_tokens() -> None:
    report = check(Settings(paths=(SEEDS,)))
    claims = [*report.claims, *(claim for finding in report.findings for claim in finding.claims)]
    assert {tokens(claim) for claim in claims} == {0}
