"""
A row a claim, for spreadsheets: what it states, where, and the finding that it belongs to.

Facts on which all sources agree are there too. A cell that a spreadsheet would take for a formula
begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report._screen import safe
from checker.report.json import exact, optional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Claim, Finding, Report

COLUMNS = (
    *("finding", "rule", "title", "verdict", "because", "severity", "message", "facets"),
    *("camp", "path", "line", "column", "outlet", "speaker", "as_of", "since", "polarity"),
    *("text", "value", "low", "high", "unit", "bound", "quote"),
)
# OWASP, CSV injection: what a spreadsheet may run when it opens the file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(report: Report) -> str:
    """Write the header and a row for each claim of each finding."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in report.findings:
        for label, claim, _ in outline.in_focus(finding):
            writer.writerow([*_finding(finding), label, *_claim(claim)])
    return file.getvalue()


def _finding(finding: Finding) -> Iterator[str]:
    facets = "; ".join(f"{name}={value}" for name, value in finding.facets)
    yield from map(
        _cell,
        (
            *(finding.id, finding.rule, finding.title, finding.verdict, finding.because),
            *(finding.severity, finding.message, facets),
        ),
    )


def _claim(claim: Claim) -> Iterator[str | float]:
    quantity = claim.quantity
    yield _cell(claim.path)
    yield claim.line
    yield claim.column
    dates = (optional(claim.as_of), optional(claim.since))
    yield from (_cell(text or "") for text in (claim.source, claim.speaker, *dates, claim.polarity))
    if quantity is None:
        yield from ("", "", "", "", "", "")
    else:
        yield _cell(quantity.surface)
        for number in (quantity.value, quantity.low, quantity.high):
            shown = exact(number)
            yield "" if shown is None else shown
        yield _cell(quantity.unit)
        # A bound such as "=" is a sign on its own, which no spreadsheet can work out.
        yield quantity.bound
    yield _cell(claim.quote)


def _cell(text: str) -> str:
    """Write a text on one line, so that no spreadsheet runs it."""
    shown = safe(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
