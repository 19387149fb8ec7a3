"""
SARIF 2.1.0, for code scanning and the viewers of editors: one result a finding.

A disagreement is a failure of its severity; what is explained or unsure is for review, without a
level. The other sources are related locations, which the message links to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.report._indented import indented
from checker.report._spots import message, problems_with_places, spots, told
from checker.values import field_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.errors import Problem
    from checker.model import Finding, Report, Rule, Skipped
    from checker.report._spots import Spot

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
# The name says how the fingerprint is made; its number changes when that does.
_FINGERPRINT = "checkerFinding/v1"
# GitHub shows at most ten thousand related locations and less of long messages.
_MOST_RELATED = 50


def render(report: Report) -> str:
    """Write one run."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return indented(log) + "\n"


def _run(report: Report) -> dict[str, Any]:
    accepted = list(report.suppressed)
    findings = [*told(report), *accepted]
    ids = sorted({rule.id for rule in report.rules} | {finding.rule for finding in findings})
    rules = {rule.id: rule for rule in report.rules}
    driver: dict[str, Any] = {"name": report.tool.name}
    if report.tool.version:
        driver["version"] = report.tool.version
    driver["rules"] = [_rule(name, rules.get(name), report) for name in ids]
    results = [_result(finding, ids.index(finding.rule)) for finding in findings]
    for result, finding in zip(results[len(results) - len(accepted) :], accepted, strict=True):
        result["suppressions"] = [_suppression(finding)]
    seen = report.coverage
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "invocations": [_invocation(report)],
        "properties": {"coverage": {name: getattr(seen, name) for name in field_names(seen)}},
    }


def _rule(name: str, rule: Rule | None, report: Report) -> dict[str, Any]:
    """Describe a rule by its own file."""
    title = rule.title if rule else report.titles.get(name, name)
    described: dict[str, Any] = {"id": name, "shortDescription": {"text": title}}
    if rule and rule.about:
        described["fullDescription"] = {"text": " ".join(rule.about.split())}
        described["help"] = {"text": rule.about, "markdown": rule.about}
    if rule and rule.link:
        described["helpUri"] = rule.link
    return described


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    first, *others = spots(finding)
    others = others[:_MOST_RELATED]
    is_failure = finding.verdict == "disagree"
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "kind": "fail" if is_failure else "review",
        "level": _LEVELS[finding.severity] if is_failure else "none",
        "message": {"text": _text(finding, others)},
        "locations": [_location(first)],
        "relatedLocations": [
            {"id": number, **_location(spot), "message": {"text": _label(spot)}}
            for number, spot in enumerate(others, 1)
        ],
        "partialFingerprints": {_FINGERPRINT: finding.id},
        "properties": {
            "verdict": finding.verdict,
            "because": finding.because,
            **({"draft": finding.draft} if finding.draft else {}),
        },
    }


def _suppression(finding: Finding) -> dict[str, str]:
    """Say what hides a finding, and why."""
    by, _, reason = finding.hidden_by.partition(": ")
    suppression = {"kind": "inSource" if by == "comment" else "external"}
    return {**suppression, "justification": reason} if reason else suppression


def _text(finding: Finding, others: Sequence[Spot]) -> str:
    """Say what differs, with a link to each other source."""
    links = ", ".join(
        f"[{_escaped(_label(spot))}]({number})" for number, spot in enumerate(others, 1)
    )
    said = _escaped(message(finding))
    return f"{said} Compare {links}." if links else said


def _label(spot: Spot) -> str:
    quantity = spot.claim.quantity
    stated = " ".join(quantity.surface.split()) if quantity else "the date of the event"
    return f"{spot.label}: {stated} ({spot.claim.source})"


def _escaped(text: str) -> str:
    """Keep brackets and backslashes of foreign text from making links (SARIF 2.1.0, 3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(spot: Spot) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(spot.file)}}
    region: dict[str, Any] = {}
    if spot.line:
        region["startLine"] = spot.line
    if spot.column:
        region["startColumn"] = spot.column
    if spot.end_column:
        region["endColumn"] = spot.end_column
    if region:
        region["snippet"] = {"text": spot.claim.quote}
        physical["region"] = region
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    """Write a path as a URI reference: a name with a colon in it is no scheme."""
    from urllib.parse import quote

    uri = quote(path.replace("\\", "/"), safe="/~!$&'()*+,;=@", errors="replace")
    return f"file://{uri}" if uri.startswith("/") else uri


def _invocation(report: Report) -> dict[str, Any]:
    """Say what went wrong, and which articles were not read."""
    errors = [_error(problem, text) for problem, text in problems_with_places(report.errors)]
    unread = [_unread(each) for each in report.skipped if each.stage == "articles"]
    return {
        "executionSuccessful": not report.errors,
        "toolExecutionNotifications": [*errors, *unread],
    }


def _error(problem: Problem, text: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.path)}}
    if problem.line:
        physical["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
    notification = {"level": "error", "message": {"text": text}}
    return {**notification, "locations": [{"physicalLocation": physical}]}


def _unread(skipped: Skipped) -> dict[str, Any]:
    text = f"{skipped.article} was not read: {skipped.reason}"
    return {"level": "note", "message": {"text": text}}
