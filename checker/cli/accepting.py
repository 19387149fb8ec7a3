"""`checker decisions` and `checker baseline`: what is accepted is written down, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.arguments import settings
from checker.cli.files import write_file
from checker.cli.terminal import FAILED, OK, fail, say, warn
from checker.errors import UsageError
from checker.values import replace

if TYPE_CHECKING:
    import argparse

    from checker.accepting.decisions import Decision
    from checker.errors import Problem
    from checker.model import Finding, Report
    from checker.run import Settings

_DECISIONS = "checker-decisions.yaml"
_BASELINE = "checker-baseline.json"


def run_decisions(options: argparse.Namespace) -> int:
    """Accept a finding, or list what was accepted. Raises: UsageError for an unknown finding."""
    from checker.accepting.files import load_decisions

    given = settings(options)
    path = given.decisions or given.config.decisions or _DECISIONS
    problems: list[Problem] = []
    decided = load_decisions(path, problems)
    warn(problems)
    if problems:
        return FAILED
    if options.action == "list":
        from checker.report import _accepted

        rows = [(each.finding, each.rule, _said(each)) for each in decided]
        return say(_accepted.listed(path, rows, "decision"))
    if not options.finding or not options.reason:
        raise UsageError("name a finding and say why: checker decisions accept ID --reason TEXT")
    return _accept(options, given, path, decided)


def _said(decision: Decision) -> str:
    """Say who decided when, for how long, and why."""
    until = f"until {decision.until}" if decision.until else ""
    by = " ".join(part for part in (decision.who, decision.date, until) if part)
    return f"{by}: {decision.reason}"


def _accept(
    options: argparse.Namespace, given: Settings, path: str, decided: tuple[Decision, ...]
) -> int:
    from checker.accepting.decisions import Decision, write_decisions
    from checker.explain import find_finding

    report = _all_findings(given)
    finding = find_finding(report.findings, options.finding)
    decision = Decision(
        finding=finding.id,
        rule=finding.rule,
        reason=options.reason,
        who=options.who or _user(),
        date=str(given.today),
        until=str(options.until or ""),
        paths=_paths(finding, report),
    )
    others = [each for each in decided if each.finding != finding.id]
    if failed := write_file(path, write_decisions([*others, decision])):
        return failed
    return say(f"accepted {finding.id} ({finding.rule}) in {path}: {finding.message}\n")


def _all_findings(given: Settings) -> Report:
    """Compare as `check` does, without what was accepted."""
    from checker.run import check

    plain = replace(given.config, decisions=None, baseline=None)
    report = check(replace(given, decisions=None, baseline=None, config=plain))
    warn(report.errors)
    return report


def _paths(finding: Finding, report: Report) -> tuple[str, ...]:
    """Name the articles that a finding is about."""
    held = {claim.article for claim in finding.claims}
    return tuple(article.path for article in report.articles if article.id in held)


def _user() -> str:
    """Return the name by which whoever runs the command is known here."""
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""


def run_baseline(options: argparse.Namespace) -> int:
    """Create, prune or show a baseline."""
    from checker.accepting.baseline import known_of, pruned, write_baseline
    from checker.accepting.files import load_baseline
    from checker.accepting.notices import RULE
    from checker.run.settings import is_whole

    given = settings(options)
    path = given.baseline or given.config.baseline or _BASELINE
    if options.action == "create":
        report = _all_findings(given)
        known = known_of(report.findings)
        failed = write_file(path, write_baseline(known))
        said = f"{_counted(len(known))} in {path}; use it with --baseline {path}\n"
        return failed or say(said) or (FAILED if report.errors else OK)
    problems: list[Problem] = []
    known = load_baseline(path, problems)
    warn(problems)
    if problems:
        return FAILED
    if options.action == "show":
        from checker.report import _accepted

        rows = [(each.id, each.rule, each.message) for each in known]
        return say(_accepted.listed(path, rows, "finding"))
    if not is_whole(given):
        return fail("a baseline is pruned by a run over all articles: name their folder")
    report = _all_findings(given)
    if report.errors:
        return fail("a baseline is not pruned by a run in which something could not be read")
    left = pruned(known, report.findings, {RULE, *(rule.id for rule in report.rules)})
    failed = write_file(path, write_baseline(left))
    gone = len(known) - len(left)
    return failed or say(f"{gone:,} of {_counted(len(known))} gone\n")


def _counted(count: int) -> str:
    return f"{count:,} {'finding is' if count == 1 else 'findings are'}"
