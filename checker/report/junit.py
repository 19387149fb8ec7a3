"""
JUnit XML, for test reports of CI servers: a suite a rule, a case a fact.

A disagreement fails, an input that cannot be read is an error; what is explained or unsure passes
and says why.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report._spots import problems_with_places, spots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Finding, Report

# What XML 1.0 cannot hold, not even as an entity.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;"}


def render(report: Report) -> str:
    """Write all suites; errors of inputs are a suite of their own."""
    findings = sorted(report.findings, key=lambda finding: finding.rule)
    suites = [
        _suite(rule, list(group)) for rule, group in groupby(findings, key=lambda each: each.rule)
    ]
    errors = [
        _case("inputs", problem.path, f"<error message={_quoted(text)}/>")
        for problem, text in problems_with_places(report.errors)
    ]
    if errors:
        suites.append(_element("inputs", errors, (len(errors), 0, len(errors))))
    failures = sum(finding.verdict == "disagree" for finding in findings)
    counts = (len(findings) + len(errors), failures, len(errors))
    head = f'<testsuites name="checker"{_counts(counts)}>'
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', head, *suites, "</testsuites>", ""])


def _suite(rule: str, findings: Sequence[Finding]) -> str:
    failures = sum(finding.verdict == "disagree" for finding in findings)
    cases = [_finding(finding) for finding in findings]
    return _element(rule, cases, (len(cases), failures, 0))


def _element(name: str, cases: Sequence[str], counts: tuple[int, int, int]) -> str:
    lines = [f"  <testsuite name={_quoted(name)}{_counts(counts)}>", *cases, "  </testsuite>"]
    return "\n".join(lines)


def _counts(counts: tuple[int, int, int]) -> str:
    tests, failures, errors = counts
    return f' tests="{tests}" failures="{failures}" errors="{errors}"'


def _finding(finding: Finding) -> str:
    facets = ", ".join(f"{name} {value}" for name, value in finding.facets)
    name = f"{finding.title} ({facets}) {finding.id[:8]}" if facets else finding.title
    text = "\n".join(_lines(finding))
    kind = outline.outcome_of(finding)
    if finding.verdict == "disagree":
        inside = (
            f"<failure type={_quoted(kind)} message={_quoted(finding.message)}>"
            f"{_escaped(text)}</failure>"
        )
    else:
        inside = (
            f"<system-out>{_escaped(f'{kind}: {finding.message}')}\n{_escaped(text)}</system-out>"
        )
    return _case(finding.rule, name, inside)


def _lines(finding: Finding) -> Iterator[str]:
    for spot in spots(finding):
        yield f"{spot.label}: {spot.claim.place}: {' '.join(spot.claim.quote.split())}"


def _case(classname: str, name: str, inside: str) -> str:
    return f"    <testcase classname={_quoted(classname)} name={_quoted(name)}>{inside}</testcase>"


def _quoted(text: str) -> str:
    return f'"{"".join(_ENTITIES.get(letter, letter) for letter in _clean(text))}"'


def _escaped(text: str) -> str:
    return "".join(
        _ENTITIES[letter] if letter in "&<>" else letter for letter in _clean(text)
    ).replace("\r", "&#13;")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
