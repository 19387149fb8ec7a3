"""What a run is asked to report: all it compared, or what touches new articles or added lines."""

from __future__ import annotations

from checker.model import Report
from checker.pipeline import Project, Trace, coverage_of, report_of
from checker.values import replace


def scoped(trace: Trace, project: Project, scope: tuple[frozenset[str], str | None]) -> Report:
    """
    Report what was asked for: `scope` are the paths of archived articles, and a revision of git.

    Raises: UsageError for a revision that git does not know.
    """
    archive, since = scope
    report = report_of(trace, project)
    if archive:
        report = _beside(trace, report, archive)
    return report if since is None else _changed(trace, report, since)


def _beside(trace: Trace, report: Report, archive: frozenset[str]) -> Report:
    """Limit a report to the articles that are not of the archive."""
    from checker.focus import at_hand

    beside = {article.id for article in trace.articles if article.path in archive}
    report = at_hand(report, lambda name: name not in beside)
    given = tuple(each for each in trace.placed if each[0].article.id not in beside)
    seen = replace(coverage_of(given, report.findings), archive=len(beside))
    return replace(report, coverage=seen)


def _changed(trace: Trace, report: Report, revision: str) -> Report:
    """Keep what touches a line that was added since a revision."""
    from checker.changes import changes_since
    from checker.focus import focused

    changes = changes_since(revision)
    known = {article.id: article for article in trace.articles}
    return focused(report, lambda claim: changes.added(claim, known[claim.article]))
