"""Where a finding stands in files, for formats that machines read: one place first, then others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import camp_letter
from checker.report import _outline as outline
from checker.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.errors import Problem
    from checker.model import Claim, Finding, Report

# An article that is one row or one line of a file; PDFs and Parquet have pages and rows, no lines.
_ROW = re.compile(r"(?P<file>.+\.(?:csv|tsv|jsonl|ndjson)):(?P<line>\d+)", re.IGNORECASE)
_PART = re.compile(r"(?P<file>.+)(?:#page=\d+|(?<=\.parquet):\d+)", re.IGNORECASE)


@frozen
class Spot:
    """
    A claim in a file: `line` and `column` count from 1, in code points, and are 0 when unknown.

    `end_column` is the first column behind the number. `label` is the letter of its camp.
    """

    file: str
    line: int
    column: int
    end_column: int
    label: str
    claim: Claim


def told(report: Report) -> list[Finding]:
    """Return the findings that are no agreement, in order."""
    return [finding for finding in report.findings if finding.is_told]


def spots(finding: Finding) -> list[Spot]:
    """
    List the places of the claims of a finding: first one of the camp that the message names.

    Where a run is about some claims only, these come before all others.
    """
    relation = outline.worst(finding)
    first = relation.a if relation else 0
    order = sorted(range(len(finding.camps)), key=lambda number: (number != first, number))
    seen: dict[str, Spot] = {}
    for number in order:
        camp = finding.camps[number]
        for claim in (*camp.claims, *camp.fits):
            if claim.path and not claim.anchor:
                seen.setdefault(claim.id, _spot(claim, camp_letter(number)))
    return sorted(seen.values(), key=lambda spot: outline.is_beside(spot.claim, finding))


def _spot(claim: Claim, label: str) -> Spot:
    row = _ROW.fullmatch(claim.path)
    if row:
        return Spot(row["file"], int(row["line"]), 0, 0, label, claim)
    part = _PART.fullmatch(claim.path)
    if part:
        return Spot(part["file"], 0, 0, 0, label, claim)
    surface = claim.quantity.surface if claim.quantity else ""
    is_one_line = not re.search(r"[\r\n]", surface)
    end = claim.column + len(surface) if surface and is_one_line else 0
    return Spot(claim.path, claim.line, claim.column, end, label, claim)


def message(finding: Finding) -> str:
    """Say the verdict and what differs; some readers show neither kind nor level."""
    return f"{finding.title}: {outline.outcome_of(finding)}: {finding.message}"


def problems_with_places(problems: Sequence[Problem]) -> Iterator[tuple[Problem, str]]:
    """Pair errors with what to say of them: what is wrong, and what to do."""
    for problem in problems:
        yield problem, f"{problem.message} {problem.help}".strip()
