"""The numbers that changed between two versions, one a line, for `grep`, editors and logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report._diff import outcome
from checker.report._screen import safe

if TYPE_CHECKING:
    from checker.model.versions import NumberChange, VersionDiff


def render(diff: VersionDiff) -> str:
    """Write a line a change, at the place of the newer number where there is one."""
    lines = [_line(change) for change in diff.changes]
    return "\n".join([*lines, safe(outcome(diff))]) + "\n"


def _line(change: NumberChange) -> str:
    rules = f" [{', '.join(claim.rule for claim in change.claims)}]" if change.claims else ""
    told = [side.quantity.surface for side in (change.before, change.after) if side]
    return safe(f"{change.shown.place}: {change.kind}{rules}: {' → '.join(told)}")
