"""What a run is asked to report: all it compared, or what touches new articles or added lines."""

from __future__ import annotations

from checker.judging import Project, Trace, coverage_of, report_of
from checker.model import Report
from checker.values import frozen, replace


@frozen
class Scope:
    """
    What is asked for.

    `archive` counts the articles that those given are compared with, None where all were given;
    `since` is a revision of git.
    """

    archive: int | None = None
    since: str | None = None


def scoped(trace: Trace, project: Project, scope: Scope) -> Report:
    """Report what is asked for. Raises: UsageError for a revision that git does not know."""
    report = report_of(trace, project)
    if scope.archive is not None:
        from checker.focus import at_hand

        given = {read.article.id for read, _ in trace.placed}
        report = at_hand(report, lambda name: name in given)
        seen = coverage_of(trace.placed, report.findings)
        report = replace(report, coverage=replace(seen, archive=scope.archive))
    return report if scope.since is None else _changed(trace, report, scope.since)


def _changed(trace: Trace, report: Report, revision: str) -> Report:
    """Keep what touches a line that was added since a revision."""
    from checker.changes import changes_since
    from checker.focus import focused

    changes = changes_since(revision)
    known = {article.id: article for article in trace.articles}
    return focused(report, lambda claim: changes.added(claim, known[claim.article]))
