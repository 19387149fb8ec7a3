"""
The numbers that changed between two versions as one JSON document, for other programs.

`diff.schema.json` describes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.report._indented import indented
from checker.report.json import article_fields, claim_fields, quantity_fields

if TYPE_CHECKING:
    from checker.model.versions import Note, NumberChange, Stated, VersionDiff

SCHEMA_VERSION = "1.0"
"""Its first number changes when a reader of the last version would no longer understand."""


def render(diff: VersionDiff) -> str:
    """Write the changes as JSON, indented."""
    return indented(diff_fields(diff)) + "\n"


def diff_fields(diff: VersionDiff) -> dict[str, Any]:
    """Give the changes as plain values; `changed_claims` counts those that need a note."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": diff.tool.name, "version": diff.tool.version},
        "before": article_fields(diff.before),
        "after": article_fields(diff.after),
        "changes": [_change_fields(change) for change in diff.changes],
        "unchanged": diff.same,
        "changed_claims": len(diff.changed_claims),
        "notes": [_note_fields(note) for note in diff.notes],
    }


def _change_fields(change: NumberChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "before": _side_fields(change.before) if change.before else None,
        "after": _side_fields(change.after) if change.after else None,
        "rules": [claim.rule for claim in change.claims],
    }


def _side_fields(side: Stated) -> dict[str, Any]:
    """Give a number as `checker quantities` does, with its place, its sentence and its claims."""
    return {
        "path": side.path,
        "line": side.line,
        "column": side.column,
        "quote": side.quote,
        **quantity_fields(side.quantity),
        "claims": [claim_fields(claim) for claim in side.claims],
    }


def _note_fields(note: Note) -> dict[str, Any]:
    return {"path": note.path, "line": note.line, "column": note.column, "quote": note.quote}
