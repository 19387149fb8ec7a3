"""What a change of rules brings and takes away, on the same articles."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Finding, FindingChange, Report


def compare_reports(before: Report, after: Report) -> tuple[FindingChange, ...]:
    """
    Pair the findings of two reports and keep those that came, went or have another verdict.

    A finding that agrees is told only where it was or becomes another one.
    """
    old = {finding.id: finding for finding in before.findings}
    new = {finding.id: finding for finding in after.findings}
    changes = (FindingChange(old.get(name), new.get(name)) for name in dict.fromkeys((*old, *new)))
    return tuple(change for change in changes if _is_told(change))


def _is_told(change: FindingChange) -> bool:
    shown = [_shown(finding) for finding in (change.before, change.after)]
    return shown[0] != shown[1] and any(verdict != "agree" for verdict, _ in filter(None, shown))


def _shown(finding: Finding | None) -> tuple[str, str] | None:
    return (finding.verdict, finding.because) if finding else None


def claim_counts(before: Report, after: Report) -> Iterator[tuple[str, int, int]]:
    """Yield each rule whose number of claims changed, with the numbers before and after."""
    rules = sorted({claim.rule for report in (before, after) for claim in report.claims})
    for rule in rules:
        old, new = (sum(c.rule == rule for c in report.claims) for report in (before, after))
        if old != new:
            yield rule, old, new
