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
    return [_shown(camp).place for camp in sorted(pair, key=_is_anchor)]


def _shown(camp: Camp) -> Claim:
    """Choose the first claim of a camp that stands in an article."""
    claims = (*camp.claims, *camp.fits)
    return next((claim for claim in claims if claim.line), claims[0])


def _is_anchor(camp: Camp) -> bool:
    return not _shown(camp).line


def _error(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    return f"{where}: error: {problem.message}"
