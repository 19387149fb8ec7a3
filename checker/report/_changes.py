"""The findings that a change of rules brings and takes away, and how many claims it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.report._screen import PLAIN, Screen, indented, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Finding, FindingChange

    Counts = Sequence[tuple[str, int, int]]

# Places of a finding that are named: enough to see which articles it is about.
_MOST_PLACES = 4


def render(changes: Sequence[FindingChange], counts: Counts, screen: Screen = PLAIN) -> str:
    """Write a line a change (`+` came, `-` went, `~` is another verdict), then the claims."""
    lines = [line for change in changes for line in _change(change, screen)]
    lines += [
        safe(f"claims of {rule}: {before:,} before, {after:,} now")
        for rule, before, after in counts
    ]
    came = sum(change.before is None for change in changes)
    went = sum(change.after is None for change in changes)
    other = len(changes) - came - went
    total = f"{wording.counted(came, 'finding')} gained, {went:,} lost, {other:,} changed."
    return "\n".join([*lines, screen.paint(total, "bold")]) + "\n"


def _change(change: FindingChange, screen: Screen) -> Iterator[str]:
    shown = change.after or change.before
    if shown is None:
        return
    verdicts = [outline.outcome_of(each) for each in (change.before, change.after) if each]
    mark = "~" if len(verdicts) == 2 else "+" if change.after else "-"
    head = f"{mark} {safe(shown.rule)}: {safe(' → '.join(verdicts))}"
    yield screen.paint(head, "warning" if mark == "+" else "bold")
    yield indented(safe(shown.message), 4, screen.width)
    yield indented(safe(", ".join(_places(shown))), 4, screen.width)


def _places(finding: Finding) -> list[str]:
    found = [claim.place for camp in finding.camps for claim in camp.claims]
    more = len(found) - _MOST_PLACES
    return [*found[:_MOST_PLACES], *([f"and {more:,} more"] if more > 0 else [])]
