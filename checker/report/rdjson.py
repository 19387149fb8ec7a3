"""Reviewdog's diagnostics (rdjson), which it writes as comments on the lines of a pull request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.report._indented import indented
from checker.report._spots import message, problems_with_places, spots, told

if TYPE_CHECKING:
    from checker.errors import Problem
    from checker.model import Article, Finding, Report
    from checker.report._spots import Spot

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_LINE_END = re.compile("\r\n|\n|\r")


def render(report: Report) -> str:
    """Write one diagnostic a finding, and one an input that could not be read."""
    articles = {article.id: article for article in report.articles}
    links = {rule.id: rule.link for rule in report.rules}
    diagnostics = [_finding(finding, articles, links) for finding in told(report)]
    diagnostics += [_error(problem, text) for problem, text in problems_with_places(report.errors)]
    result = {"source": {"name": report.tool.name}, "diagnostics": diagnostics}
    return indented(result) + "\n"


def _finding(
    finding: Finding, articles: dict[str, Article], links: dict[str, str]
) -> dict[str, Any]:
    first, *others = spots(finding)
    code = {"value": finding.rule}
    if links.get(finding.rule):
        code["url"] = links[finding.rule]
    return {
        "message": message(finding),
        "location": _location(first, articles),
        "severity": _SEVERITIES[finding.severity],
        "code": code,
        "relatedLocations": [
            {"message": f"{spot.label}: {spot.claim.source}", "location": _location(spot, articles)}
            for spot in others
        ],
    }


def _location(spot: Spot, articles: dict[str, Article]) -> dict[str, Any]:
    """Give a place; columns count bytes of UTF-8, which only the line itself can tell."""
    location: dict[str, Any] = {"path": spot.file}
    if not spot.line:
        return location
    start: dict[str, int] = {"line": spot.line}
    location["range"] = {"start": start}
    line = _line_of(spot, articles.get(spot.claim.article))
    if line is not None and spot.column and spot.end_column:
        start["column"] = _bytes_before(line, spot.column)
        end = {"line": spot.line, "column": _bytes_before(line, spot.end_column)}
        location["range"]["end"] = end
    return location


def _line_of(spot: Spot, article: Article | None) -> str | None:
    """Return the line of a file whose text the report has."""
    if article is None or article.origin is not None or not article.text:
        return None
    lines = _LINE_END.split(article.text)
    return lines[spot.line - 1] if spot.line <= len(lines) else None


def _bytes_before(line: str, column: int) -> int:
    return len(line[: column - 1].encode("utf-8", "replace")) + 1


def _error(problem: Problem, text: str) -> dict[str, Any]:
    location: dict[str, Any] = {"path": problem.path}
    if problem.line:
        location["range"] = {"start": {"line": problem.line}}
    return {"message": text, "location": location, "severity": "ERROR"}
