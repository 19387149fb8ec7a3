"""
A report as pandas frames: one row a claim, or one row a finding.

Exact numbers stay `Decimal` in columns of type object; days are `datetime64`. Of a period the first
day is given under the name of the column and the last under the name with `_to`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from checker.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from checker.interval import Interval
    from checker.model import Camp, Claim, Finding, Period, Quantity, Report

Row = dict[str, Any]
_CLAIM = (
    *("id", "rule", "article", "source", "path", "line", "column", "quote", "speaker"),
    *("published", "text", "start", "end", "value", "low", "high", "bound", "unit", "kind"),
    *("noun", "change", "expected_low", "expected_high", "literal_low", "literal_high"),
    *("as_of", "as_of_to", "since", "since_to", "polarity", "repeats"),
    *("finding", "verdict", "because", "camp", "fits"),
)
_FINDING = (
    *("id", "rule", "title", "verdict", "because", "severity", "message"),
    *("camps", "claims", "sources", "unit"),
)
_DAYS = ("published", "as_of", "as_of_to", "since", "since_to")
_TYPES = dict.fromkeys(
    ("line", "column", "start", "end", "camp", "camps", "claims", "sources"), "Int64"
) | {"fits": "bool"}


def to_frame(report: Report, of: Literal["claims", "findings"] = "claims") -> pd.DataFrame:
    """
    Give one row for each claim or each finding of a report.

    A claim that stands in several findings, or fits several camps of one, has a row for each; one
    that was compared with nothing has a row without finding.
    Raises: UsageError when `of` is neither.
    """
    if of == "claims":
        return _frame(_claim_rows(report), _CLAIM, report)
    if of == "findings":
        return _frame([_finding_row(finding) for finding in report.findings], _FINDING, report)
    raise UsageError(f"a frame is made of claims or findings, not of {of}")


def _frame(rows: list[Row], columns: tuple[str, ...], report: Report) -> pd.DataFrame:
    import pandas as pd

    facets = dict.fromkeys(
        [match.name for claim in report.claims for match in claim.facets]
        + [name for finding in report.findings for name, _ in finding.facets]
    )
    names = [*columns, *(f"facet_{name}" for name in facets)]
    return pd.DataFrame({name: _column(name, rows) for name in names})


def _column(name: str, rows: list[Row]) -> pd.Series[Any]:
    import numpy as np
    import pandas as pd

    values = [row.get(name) for row in rows]
    if name in _DAYS:
        # Seconds, not the nanoseconds of older pandas, which cannot tell a day before 1677.
        return pd.Series(np.array(values, dtype="datetime64[s]"))
    return pd.Series(values, dtype=_TYPES.get(name, object))


def _claim_rows(report: Report) -> list[Row]:
    published = {article.id: article.published for article in report.articles}
    rows = []
    compared = set()
    for finding in report.findings:
        for number, camp in enumerate(finding.camps):
            for claim in (*camp.claims, *camp.fits):
                compared.add(claim.id)
                row = _claim_row(claim, published) | _place(finding, number, camp, claim)
                rows.append(row)
    alone = [claim for claim in report.claims if claim.id not in compared]
    return rows + [_claim_row(claim, published) for claim in alone]


def _place(finding: Finding, number: int, camp: Camp, claim: Claim) -> Row:
    """Say where a claim stands in a finding; `fits` marks one that joined no camp."""
    return {
        "finding": finding.id,
        "verdict": finding.verdict,
        "because": finding.because,
        "camp": number,
        "fits": claim not in camp.claims,
    }


def _claim_row(claim: Claim, published: dict[str, date | None]) -> Row:
    row: Row = {name: getattr(claim, name) for name in _CLAIM if hasattr(claim, name)}
    row["published"] = published.get(claim.article)
    row |= _days("as_of", claim.as_of) | _days("since", claim.since)
    row |= _quantity_row(claim.quantity) if claim.quantity else {}
    row["fits"] = False
    return row | {f"facet_{match.name}": match.value for match in claim.facets}


def _quantity_row(quantity: Quantity) -> Row:
    names = ("value", "low", "high", "bound", "unit", "kind", "noun", "change")
    row: Row = {name: getattr(quantity, name) for name in names}
    row |= {"text": quantity.surface, "start": quantity.span.start, "end": quantity.span.end}
    return row | _ends("expected", quantity.expected) | _ends("literal", quantity.literal)


def _ends(name: str, numbers: Interval | None) -> Row:
    if numbers is None:
        return {}
    return {f"{name}_low": numbers.low, f"{name}_high": numbers.high}


def _days(name: str, period: Period | None) -> Row:
    return {name: period.first, f"{name}_to": period.last} if period else {name: None}


def _finding_row(finding: Finding) -> Row:
    row: Row = {name: getattr(finding, name, None) for name in _FINDING}
    claims = {claim.id for claim in finding.claims}
    sources = {source for camp in finding.camps for source in camp.sources}
    row |= {"camps": len(finding.camps), "claims": len(claims), "sources": len(sources)}
    return row | {f"facet_{name}": value for name, value in finding.facets}
