"""
One line a finding, for `grep`, editors and logs: `path:line:column: severity verdict rule: why`.

The other place follows in brackets. Facts on which all sources agree are only counted; the last
line says what was looked at and what came out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.report._screen import safe

if TYPE_CHECKING:
    from checker.errors import Problem
    from checker.model import Camp, Claim, Finding, Report


def render(report: Report) -> str:
    """Write a line for each finding that is no agreement, for each error, and for the coverage."""
    lines = [_finding(finding) for finding in report.findings if finding.verdict != "agree"]
    lines += [_error(problem) for problem in report.errors]
    lines.append(f"{wording.coverage(report.coverage)}. {outline.outcome(report)}")
    return "".join(f"{safe(line)}\n" for line in lines)


def _finding(finding: Finding) -> str:
    first, *others = _places(finding)
    told = f"{finding.severity} {outline.outcome_of(finding)} {finding.rule}: {finding.message}"
    return f"{first}: {told}" + "".join(f" [{other}]" for other in others)


def _places(finding: Finding) -> list[str]:
    """Give a place of each of the two camps that the message is about."""
    relation = outline.worst(finding)
    pair = (finding.camps[relation.a], finding.camps[relation.b]) if relation else finding.camps[:2]
    shown = list(dict.fromkeys(_shown(camp, finding) for camp in pair))
    shown.sort(key=lambda claim: (outline.is_beside(claim, finding), not claim.line))
    places = [claim.place for claim in shown]
    # The message may be about two others, while the claim at hand only stands beside them.
    if finding.here and all(outline.is_beside(claim, finding) for claim in shown):
        places[:0] = [claim.place for claim in finding.claims if claim.id in finding.here][:1]
    return places


def _shown(camp: Camp, finding: Finding) -> Claim:
    """Choose the first claim of a camp that stands in an article, rather one at hand."""
    claims = sorted(
        (*camp.claims, *camp.fits),
        key=lambda claim: (not claim.line, outline.is_beside(claim, finding)),
    )
    return claims[0]


def _error(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    return f"{where}: error: {problem.message}"
