"""A report on some claims only: those of the articles at hand, or those on lines that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.model import Claim, Finding, Report
from checker.values import replace

Wanted = Callable[[Claim], bool]


def focused(report: Report, wanted: Wanted) -> Report:
    """Keep the findings that touch some wanted claim, which they name as `here`."""
    findings = (_focused(finding, wanted) for finding in report.findings)
    return replace(report, findings=tuple(finding for finding in findings if finding.here))


def _focused(finding: Finding, wanted: Wanted) -> Finding:
    before = finding.here
    here = (
        claim.id
        for claim in claims_of(finding)
        if not claim.anchor and (not before or claim.id in before) and wanted(claim)
    )
    return replace(finding, here=tuple(dict.fromkeys(here)))


def claims_of(finding: Finding) -> Iterator[Claim]:
    """Yield every claim of a finding; one that fits several camps comes several times."""
    for camp in finding.camps:
        yield from camp.claims
        yield from camp.fits


def at_hand(report: Report, is_given: Callable[[str], bool]) -> Report:
    """
    Limit a report to the articles that `is_given` names by their ids.

    Of the others only those stay that stand in a finding, without their text: what they say is in
    the claims.
    """
    report = focused(report, lambda claim: is_given(claim.article))
    told = {claim.article for finding in report.findings for claim in claims_of(finding)}
    given = [article for article in report.articles if is_given(article.id)]
    others = [
        replace(article, text="", marks=(), origin=None)
        for article in report.articles
        if article.id in told and not is_given(article.id)
    ]
    return replace(
        report,
        articles=(*given, *others),
        claims=tuple(claim for claim in report.claims if is_given(claim.article)),
        skipped=tuple(
            skip for skip in report.skipped if skip.span is None or is_given(skip.article)
        ),
    )
