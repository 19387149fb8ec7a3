"""Precision and recall of rules as a table; with `verbose`, what was missed and what was wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report._grid import grid
from checker.report._screen import PLAIN, Screen, indented, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Score

_HEADERS = ("rule", "labelled", "found", "right", "precision", "recall")


def render(scores: Sequence[Score], screen: Screen = PLAIN) -> str:
    """Write a row a rule and, for several, one for all of them together."""
    if not scores:
        return "No rule is labelled, and none found anything.\n"
    rows = [_row(score.rule, score.labelled, score.found, score.right) for score in scores]
    groups = [rows]
    if len(scores) > 1:
        counts = [sum(getattr(score, name) for score in scores) for name in _HEADERS[1:4]]
        groups.append([_row("together", *counts)])
    lines = [grid(_HEADERS, groups, screen.width)]
    if screen.verbose:
        lines += [line for score in scores for line in _mistakes(score, screen)]
    return "\n".join(lines) + "\n"


def _row(name: str, labelled: int, found: int, right: int) -> tuple[str, ...]:
    shares = (_percent(right, found), _percent(right, labelled))
    return (safe(name), *(f"{count:,}" for count in (labelled, found, right)), *shares)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _mistakes(score: Score, screen: Screen) -> list[str]:
    """List each number that was missed or is wrong."""
    told = [("missed", each) for each in score.missed] + [("wrong", each) for each in score.wrong]
    return [indented(safe(f"{score.rule}: {what}: {each}"), 0, screen.width) for what, each in told]
