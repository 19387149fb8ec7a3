"""GitLab's Code Quality report, which merge requests show beside the lines that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.report._indented import indented
from checker.report._spots import message, problems_with_places, spots, told

if TYPE_CHECKING:
    from checker.model import Finding, Report

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """Write one issue a finding, and one an input that could not be read."""
    issues = [_issue(finding) for finding in told(report)]
    issues += [
        {
            "type": "issue",
            "check_name": "checker",
            "description": text,
            "severity": "blocker",
            "fingerprint": f"{problem.path}:{problem.line}:{problem.column}:{problem.message}",
            "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
        }
        for problem, text in problems_with_places(report.errors)
    ]
    return indented(issues) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    first, *others = spots(finding)
    places = "".join(f" [{spot.claim.place}]" for spot in others)
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": message(finding) + places,
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.id,
        # What has no line, such as a page of a PDF, is shown at the head of its file.
        "location": {"path": first.file, "lines": {"begin": max(first.line, 1)}},
    }
