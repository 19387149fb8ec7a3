"""The numbers that changed between two versions as Markdown, for comments on pull requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report._diff import facets_of, outcome
from checker.report._markdown import begun, bold, escaped, table
from checker.report._quote import cut_quote

if TYPE_CHECKING:
    from checker.model.versions import NumberChange, Stated, VersionDiff

_HEADERS = ("", "before", "now", "claim", "where")
_LONGEST_QUOTE = 400
# As in a report: more is not read in a comment.
_MOST, _MOST_QUOTES = 100, 20


def render(diff: VersionDiff) -> str:
    """Write a table of what changed, the quotes of claims that did, and the correction notes."""
    name = f"{diff.tool.name} {diff.tool.version}".strip()
    blocks = [f"**{escaped(name)}:** {escaped(f'{diff.before.path} → {diff.after.path}')}"]
    blocks.append(f"**{escaped(outcome(diff))}**")
    if diff.changes:
        blocks.append(table(_HEADERS, [_row(one, diff) for one in diff.changes[:_MOST]]))
    left = len(diff.changes) - _MOST
    blocks += [f"*and {left:,} more*"] if left > 0 else []
    for change in diff.changed_claims[:_MOST_QUOTES]:
        blocks += [_quote(side) for side in (change.before, change.after) if side]
    for note in diff.notes:
        said = begun(escaped(note.quote[:_LONGEST_QUOTE]).strip())
        blocks.append(f"> {said}\n>\n> correction note: {escaped(note.place)}")
    return "\n\n".join(blocks) + "\n"


def _row(change: NumberChange, diff: VersionDiff) -> tuple[str, ...]:
    claims = "; ".join(
        " · ".join(part for part in (claim.rule, facets_of(claim, diff)) if part)
        for claim in change.claims
    )
    cells = (
        change.kind,
        change.before.quantity.surface if change.before else "",
        change.after.quantity.surface if change.after else "",
        claims,
        change.shown.place,
    )
    return tuple(escaped(cell).strip() for cell in cells)


def _quote(side: Stated) -> str:
    parts = cut_quote(side, _LONGEST_QUOTE)
    said = begun(bold(parts.before, parts.number, parts.after))
    return f"> {said}\n>\n> {escaped(side.place)}"
