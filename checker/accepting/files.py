"""The files of what was accepted, read and applied to a report."""

from __future__ import annotations

from datetime import date

from checker.accepting.baseline import Known, apply_baseline, read_baseline
from checker.accepting.decisions import (
    Decision,
    Seen,
    apply_decisions,
    decision_notices,
    read_decisions,
)
from checker.errors import DataFileError, InputError, Problem
from checker.model import Finding, Report
from checker.values import frozen, replace


@frozen
class Accepted:
    """
    The paths of what was accepted, and the day on which it must still count.

    Where decisions `are_named` by the user their file must be there; the one that a configuration
    names may come with the first decision.
    """

    decisions: str | None = None
    baseline: str | None = None
    today: date | None = None
    are_named: bool = False


def accepted(report: Report, files: Accepted, seen: Seen | None) -> Report:
    """
    Take out of a report what a file of decisions and a baseline accept.

    Decisions that do nothing are told where `seen` is given. A file that cannot be read or is wrong
    is an error of the report, and accepts nothing.
    """
    problems: list[Problem] = []
    decisions, baseline, today = files.decisions, files.baseline, files.today
    decided = load_decisions(decisions, problems, files.are_named) if decisions else ()
    known = load_baseline(baseline, problems) if baseline else ()
    notices: list[Finding] = []
    if decisions and seen:
        notices = list(decision_notices(decisions, decided, seen, today))
    left, by_decision = apply_decisions(report.findings, decided, today)
    kept, by_baseline = apply_baseline(left, known)
    return replace(
        report,
        findings=(*kept, *notices),
        suppressed=(*report.suppressed, *by_decision, *by_baseline),
        errors=(*report.errors, *problems),
    )


def load_decisions(
    path: str, problems: list[Problem], is_needed: bool = False
) -> tuple[Decision, ...]:
    """
    Read a file of decisions; what is wrong is added to `problems`.

    Without the file no decision is taken, which is wrong only where it `is_needed`.
    """
    text = _text(path, problems, is_needed=is_needed)
    try:
        return read_decisions(text, path) if text else ()
    except DataFileError as error:
        problems.extend(error.problems)
        return ()


def load_baseline(path: str, problems: list[Problem]) -> tuple[Known, ...]:
    """Read a baseline; what is wrong is added to `problems`."""
    text = _text(path, problems, is_needed=True)
    try:
        return read_baseline(text, path) if text else ()
    except InputError as error:
        problems.append(error.problem)
        return ()


def _text(path: str, problems: list[Problem], *, is_needed: bool) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError as error:
        if is_needed:
            problems.append(Problem(path, 0, 0, f"cannot be read: {error.strerror}"))
    except OSError as error:
        problems.append(Problem(path, 0, 0, f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        problems.append(Problem(path, 0, 0, f"is not UTF-8 (byte {error.start})"))
    return ""
