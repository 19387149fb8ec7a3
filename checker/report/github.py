"""
Workflow commands of GitHub Actions: an annotation on the line of each finding, worst first.

GitHub shows ten annotations of each level a step, so that no more are written; the last line says
how many are left out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.report._screen import clean, visible
from checker.report._spots import message, problems_with_places, spots, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Finding, Report

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_MOST = 10


def render(report: Report) -> str:
    """Write the annotations, then what was looked at and what came out."""
    lines: list[str] = []
    left: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for level, line in _annotations(report):
        counts[level] += 1
        if counts[level] <= _MOST:
            lines.append(line)
        else:
            left[level] += 1
    if left:
        hidden = ", ".join(wording.counted(count, level) for level, count in left.items())
        lines.append(f"Not shown above: {hidden}.")
    lines.append(f"{wording.coverage(report.coverage)}. {outline.outcome(report)}")
    return "".join(f"{line}\n" for line in lines)


def _annotations(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each command with its level; errors of inputs come first."""
    for problem, text in problems_with_places(report.errors):
        place = {"file": problem.path}
        if problem.line:
            place |= {"line": str(problem.line), "col": str(problem.column)}
        yield "error", _command("error", {**place, "title": "checker"}, text)
    for finding in sorted(told(report), key=lambda each: list(_LEVELS).index(each.severity)):
        yield _LEVELS[finding.severity], _annotation(finding)


def _annotation(finding: Finding) -> str:
    first, *others = spots(finding)
    place = {"file": first.file}
    if first.line:
        place["line"] = str(first.line)
    if first.column:
        place["col"] = str(first.column)
    if first.end_column:
        # The last column is part of what is marked.
        place["endColumn"] = str(first.end_column - 1)
    places = "".join(f"\n{spot.label}: {clean(spot.claim.place)}" for spot in others)
    head = f"{finding.rule}: {outline.outcome_of(finding)}"
    text = clean(message(finding)) + places
    return _command(_LEVELS[finding.severity], {**place, "title": head}, text)


def _command(level: str, properties: dict[str, str], text: str) -> str:
    """Write one workflow command; nothing in it can end it or begin another."""
    told_of = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    shown = "\n".join(clean(line) for line in text.split("\n"))
    return f"::{level} {told_of}::{_data(shown)}"


def _data(text: str) -> str:
    """Escape a message as actions/toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # A path keeps its blanks and line ends, which are part of its name.
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return _data(shown).replace(":", "%3A").replace(",", "%2C")
