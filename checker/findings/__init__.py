"""
Stage 6: facts become findings, each with camps, their relations and a verdict.

`sides` makes claims ready, `growth` sees whether a figure grew, `camps` gathers those that agree,
`strata` and `relations` hold camps against each other, `standing` compares readings, `kinds` says
what a difference means, `families` checks part and whole, `wording` writes the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.findings.context import Context, Convert
from checker.findings.families import judge_families
from checker.findings.kinds import RANKS
from checker.findings.severity import SEVERITIES
from checker.findings.verdicts import judge_fact
from checker.model import Fact, Finding, Rule

__all__ = ["Context", "Convert", "in_order", "judge", "judge_all"]


def judge(fact: Fact, rule: Rule, context: Context) -> Finding:
    """Judge one fact: its camps, how they stand to each other, and the worst of it."""
    return judge_fact(fact, rule, context)[0]


def judge_all(
    facts: Sequence[Fact], rules: Mapping[str, Rule], context: Context
) -> tuple[Finding, ...]:
    """
    Judge every fact with two claims or more, and every family of facts; the worst come first.

    Facts whose claims all lie too far apart in time to be compared give no finding.
    """
    findings: list[Finding] = []
    judged = []
    for fact in facts:
        if len(fact.claims) < 2 and not fact.family:
            continue
        found, stands = judge_fact(fact, rules[fact.rule], context)
        judged.append((fact, stands))
        if _claims(found) > 1 and found.verdict != "unrelated":
            findings.append(found)
    findings += judge_families(judged, rules)
    return in_order(findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings, the worst first."""
    return tuple(sorted(findings, key=_order))


def _claims(finding: Finding) -> int:
    """Count the claims of a finding, those that fit several camps once."""
    return len({claim.id for claim in finding.claims})


def _order(finding: Finding) -> tuple[int, int, str, str]:
    """Sort by verdict and severity, worst first, then by rule and name."""
    worst = -RANKS[finding.verdict], -SEVERITIES[finding.severity]
    return *worst, finding.rule, finding.id
