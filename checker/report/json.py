"""
The whole report as one JSON document, for other programs; `report.schema.json` describes it.

Every finding is there, also those that agree. The same input gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.report._indented import indented
from checker.values import field_names

if TYPE_CHECKING:
    from decimal import Decimal

    from checker.errors import Problem
    from checker.interval import Interval
    from checker.model import (
        Article,
        Camp,
        Claim,
        Finding,
        Quantity,
        Relation,
        Report,
        Rule,
        Skipped,
        Span,
    )

SCHEMA_VERSION = "1.1"
"""Its first number changes when a reader of the last version would no longer understand."""

# Beyond this many digits a number is written with a power of ten.
_PLAIN_DIGITS = 40
# Whole numbers from here on are written as `1e+21`, as JavaScript does too.
_LARGE = 1e21


def render(report: Report) -> str:
    """Write the report as JSON, indented."""
    return indented(report_fields(report)) + "\n"


def report_fields(report: Report) -> dict[str, Any]:
    """Give the report as plain values, in the order of the schema."""
    seen = report.coverage
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": report.tool.name, "version": report.tool.version},
        "coverage": {name: getattr(seen, name) for name in field_names(seen)},
        "articles": [article_fields(article) for article in report.articles],
        "findings": [finding_fields(finding) for finding in report.findings],
        "skipped": [skipped_fields(skipped) for skipped in report.skipped],
        "suppressed": [finding_fields(finding) for finding in report.suppressed],
        "errors": [problem_fields(problem) for problem in report.errors],
        "rules": [rule_fields(rule) for rule in report.rules],
        "titles": _titles_told(report),
    }


def _titles_told(report: Report) -> dict[str, str]:
    """Give the names of what facets of findings say: reports need no others."""
    findings = (*report.findings, *report.suppressed)
    told = sorted({value for finding in findings for _, value in finding.facets})
    return {value: report.titles[value] for value in told if value in report.titles}


def rule_fields(rule: Rule) -> dict[str, Any]:
    """Give what reports say of a rule."""
    return {"id": rule.id, "title": rule.title, "about": rule.about, "link": rule.link}


def article_fields(article: Article) -> dict[str, Any]:
    """Give what is known about an article, and where each part of it was found."""
    return {
        "id": article.id,
        "path": article.path,
        "outlet": article.outlet,
        "published": optional(article.published),
        "lang": article.language,
        "metadata_from": dict(article.metadata_from),
        "title": article.title,
        "event": article.event,
        "url": article.url,
    }


def finding_fields(finding: Finding) -> dict[str, Any]:
    """Give a finding with its camps and their relations."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "title": finding.title,
        "verdict": finding.verdict,
        "because": finding.because,
        "cause": finding.cause,
        "severity": finding.severity,
        "message": finding.message,
        "facets": dict(finding.facets),
        "camps": [camp_fields(camp, finding.unit) for camp in finding.camps],
        "relations": [relation_fields(relation) for relation in finding.relations],
        "unit": finding.unit,
        "here": list(finding.here),
        "hidden_by": finding.hidden_by,
        "draft": finding.draft,
    }


def camp_fields(camp: Camp, unit: str) -> dict[str, Any]:
    """Give a camp; its core is in `unit`."""
    return {
        "claims": [claim_fields(claim) for claim in camp.claims],
        "sources": list(camp.sources),
        "core": interval_fields(camp.core, unit) if camp.core else None,
        "fits": [claim_fields(claim) for claim in camp.fits],
        "copies": [{"claim": claim, "of": original} for claim, original in camp.copies],
        "start": optional(camp.start),
    }


def interval_fields(numbers: Interval, unit: str) -> dict[str, Any]:
    """Give an interval with its ends and its unit; an open end is null."""
    return {**_ends(numbers), "unit": unit}


def _ends(numbers: Interval) -> dict[str, Any]:
    return {
        "low": exact(numbers.low),
        "high": exact(numbers.high),
        "low_closed": numbers.low_closed,
        "high_closed": numbers.high_closed,
    }


def relation_fields(relation: Relation) -> dict[str, Any]:
    """Give the verdict on two camps, numbered from 0."""
    return {
        "a": relation.a,
        "b": relation.b,
        "verdict": relation.verdict,
        "because": relation.because,
        "cause": relation.cause,
        "message": relation.message,
    }


def claim_fields(claim: Claim) -> dict[str, Any]:
    """Give a claim; what it states is null for the date of an event that others count from."""
    quantity = claim.quantity
    return {
        "id": claim.id,
        "rule": claim.rule,
        "article": claim.article,
        "path": claim.path,
        "line": claim.line,
        "column": claim.column,
        "start": quantity.span.start if quantity else None,
        "end": quantity.span.end if quantity else None,
        "text": quantity.surface if quantity else None,
        "quote": claim.quote,
        "value": exact(quantity.value) if quantity else None,
        "low": exact(quantity.low) if quantity else None,
        "high": exact(quantity.high) if quantity else None,
        "bound": quantity.bound if quantity else None,
        "unit": quantity.unit if quantity else None,
        "facets": {match.name: match.value for match in claim.facets},
        "speaker": claim.speaker,
        "as_of": optional(claim.as_of),
        "since": optional(claim.since),
        "polarity": claim.polarity,
        "repeats": claim.repeats,
        "source": claim.source,
        "as_of_from": claim.as_of_from,
        "anchor": claim.anchor,
        **_measure_fields(quantity),
    }


def _measure_fields(quantity: Quantity | None) -> dict[str, Any]:
    """Give what a claim measures and how it is read."""
    if quantity is None:
        names = ("kind", "noun", "change", "literal", "expected", "quote_start")
        return {**dict.fromkeys(names), "unit_candidates": []}
    return {
        "kind": quantity.kind,
        "noun": quantity.noun,
        "change": quantity.change,
        "literal": _ends(quantity.literal) if quantity.literal else None,
        "expected": _ends(quantity.expected) if quantity.expected else None,
        "quote_start": quantity.mention.sentence.quoted.start,
        "unit_candidates": list(quantity.unit_candidates),
    }


def quantity_fields(quantity: Quantity) -> dict[str, Any]:
    """Give a quantity as `checker quantities` lists it."""
    expected = quantity.expected
    fields = {
        "text": quantity.surface,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "value": exact(quantity.value),
        "low": exact(quantity.low),
        "high": exact(quantity.high),
        "low_closed": quantity.low is not None and quantity.bound != ">",
        "high_closed": quantity.high is not None and quantity.bound not in ("<", "vague"),
        "expected": [exact(expected.low), exact(expected.high)] if expected else None,
        "bound": quantity.bound,
        "unit": quantity.unit,
        "kind": quantity.kind,
        "noun": quantity.noun,
    }
    if quantity.unit_candidates:
        fields["unit_candidates"] = list(quantity.unit_candidates)
    return fields


def skipped_fields(skipped: Skipped) -> dict[str, Any]:
    """Give what was seen and not used, with the reason."""
    span: Span | None = skipped.span
    return {
        "stage": skipped.stage,
        "article": skipped.article,
        "reason": skipped.reason,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": skipped.text,
    }


def problem_fields(problem: Problem) -> dict[str, Any]:
    """Give an error; a line of 0 means the whole file."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "help": problem.help,
    }


def exact(number: Decimal | None) -> int | float | str | None:
    """Give a number as a JSON number when a double carries it exactly, else as text."""
    if number is None:
        return None
    double = float(number)
    if type(number)(repr(double)) != number:
        return f"{number:f}" if abs(number.adjusted()) <= _PLAIN_DIGITS else str(number)
    return int(double) if double.is_integer() and double < _LARGE else double


def optional(value: object) -> str | None:
    """Give a date or a period as ISO 8601 or EDTF writes it, or None."""
    return None if value is None else str(value)
