"""The numbers that changed between two versions, for a terminal: a block a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import _wording as wording
from checker.report._quote import quoted
from checker.report._screen import PLAIN, Screen, columns, indented, safe

if TYPE_CHECKING:
    from checker.model import Claim
    from checker.model.versions import Change, NumberChange, Stated, VersionDiff

_INDENT = 2
# The first words of a note tell what it corrects; the rest is read in the article.
_NOTE_LINES = 3
_STYLES = {"changed": "warning", "added": "agree", "removed": "unsure"}


def render(diff: VersionDiff, screen: Screen = PLAIN) -> str:
    """Write what changed, the correction notes, and how many numbers of each kind there are."""
    name = f"{diff.tool.name} {diff.tool.version}".strip()
    head = indented(safe(f"{name}: {diff.before.path} → {diff.after.path}"), 0, screen.width)
    blocks = [head, *(_change(change, diff, screen) for change in diff.changes)]
    blocks += [_notes(diff, screen), screen.paint(safe(outcome(diff)), "bold")]
    return "\n\n".join(block for block in blocks if block) + "\n"


def outcome(diff: VersionDiff) -> str:
    """Say in one sentence what changed, and in another whether readers are told."""
    kinds: tuple[Change, ...] = ("changed", "added", "removed")
    counts = [(diff.count(kind), kind) for kind in kinds]
    told = [f"{count:,} {name}" for count, name in counts if count]
    same = f"{wording.counted(diff.same, 'number')} unchanged"
    first = f"{', '.join(told)}; {same}." if told else f"No number changed; {same}."
    claims = len(diff.changed_claims)
    if not claims:
        return first
    are = f"{wording.counted(claims, 'claim')} changed"
    noted = "a correction note says so" if diff.notes else "no correction note was added"
    return f"{first} {are}; {noted}."


def facets_of(claim: Claim, diff: VersionDiff) -> str:
    """Write the facets of a claim as readers call them."""
    return " · ".join(
        f"{match.name}: {diff.titles.get(match.value, match.value)}" for match in claim.facets
    )


def _change(change: NumberChange, diff: VersionDiff, screen: Screen) -> str:
    lines = [_title(change, screen)]
    for claim in change.claims:
        title = diff.titles.get(claim.rule, claim.rule)
        lines.append(screen.paint(indented(safe(title), _INDENT, screen.width), "bold"))
        facets = facets_of(claim, diff)
        lines += [indented(safe(facets), _INDENT, screen.width)] if facets else []
    for mark, side in (("-", change.before), ("+", change.after)):
        lines += _side(mark, side, screen) if side else []
    return "\n".join(lines)


def _title(change: NumberChange, screen: Screen) -> str:
    """Draw the heading: what happened at the left, the rules at the right."""
    left = f"── {change.kind} "
    rules = ", ".join(claim.rule for claim in change.claims)
    right = f" {safe(rules)} ──" if rules else "──"
    room = max(screen.width - columns(left) - columns(right), 0)
    return screen.paint(left, _STYLES[change.kind]) + screen.paint("─" * room + right, "dim")


def _side(mark: str, side: Stated, screen: Screen) -> list[str]:
    """Show a number with its place and reading, and the sentence around it."""
    read = wording.measured(side.quantity)
    head = f"{mark} {side.place}  {side.quantity.surface} (read as {read})"
    quote = quoted(side, screen.width - 2 * _INDENT, screen)
    return [
        indented(safe(head), _INDENT, screen.width),
        *(" " * 2 * _INDENT + line for line in quote),
    ]


def _notes(diff: VersionDiff, screen: Screen) -> str:
    lines = []
    for note in diff.notes:
        lines.append(screen.paint(safe(f"correction note {note.place}"), "explained"))
        quote = indented(safe(note.quote), 2 * _INDENT, screen.width).split("\n")
        lines += quote[:_NOTE_LINES] + ([" " * 2 * _INDENT + "…"] if quote[_NOTE_LINES:] else [])
    return "\n".join(lines)
