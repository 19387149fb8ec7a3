"""
Markdown for comments on pull requests, job summaries and wikis: a section a finding.

Each has a table of its camps, how they stand to each other, and the quotes with the number in bold.
Facts on which all sources agree are counted. What would not fit a comment on GitHub is left out,
and said to be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.report._markdown import begun, bold, escaped, table
from checker.report._quote import cut_quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.errors import Problem
    from checker.model import Camp, Claim, Finding, Relation, Report

    Labelled = tuple[str, Claim, Camp | None]

_HEADERS = ("", "stated", "read as", "who says so", "as of", "where")
# GitHub refuses comments of more than 65,536 characters; the rest is for head and foot.
_MOST_CHARACTERS = 60_000
# A sentence this long fills four lines of a comment.
_LONGEST_QUOTE = 400
# More than this, of claims or of anything else, is not read in a comment.
_MOST = 20


def render(report: Report) -> str:
    """Write the report as Markdown."""
    name = f"{report.tool.name} {report.tool.version}".strip()
    blocks = [f"**{escaped(name)}:** {escaped(wording.coverage(report.coverage))}."]
    blocks.append(f"**{escaped(outline.outcome(report))}**")
    blocks += _fitting([_finding(f, report) for f in report.findings if f.verdict != "agree"])
    blocks += [_unread(report), _listed([_error(problem) for problem in report.errors])]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _fitting(sections: list[str]) -> list[str]:
    """Keep the first sections that fit a comment together, and count the others."""
    kept: list[str] = []
    room = _MOST_CHARACTERS
    for section in sections:
        room -= len(section)
        if room < 0:
            break
        kept.append(section)
    left = len(sections) - len(kept)
    if left:
        kept.append(f"*{wording.counted(left, 'more finding')}: a comment holds no more.*")
    return kept


def _finding(finding: Finding, report: Report) -> str:
    claims = outline.in_focus(finding)
    shown, left = claims[:_MOST], len(claims) - _MOST
    level = f"{finding.severity} · " if finding.verdict == "disagree" else ""
    facets = outline.facets(finding, report)
    known = f"{level}{finding.rule} · {finding.id[:8]}" + (f" · {facets}" if facets else "")
    blocks = [
        f"### {escaped(outline.outcome_of(finding))}: {escaped(finding.title)}",
        begun(escaped(known)),
        table(_headers(finding), [_row(each, finding) for each in shown]),
        f"*and {wording.counted(left, 'more claim')}*" if left > 0 else "",
        _reasons(finding),
        *(_quote(label, claim) for label, claim, _ in shown),
        _draft(finding) if finding.draft else "",
    ]
    return "\n\n".join(block for block in blocks if block)


def _headers(finding: Finding) -> tuple[str, ...]:
    unit = f" ({escaped(finding.unit)})" if finding.unit else ""
    return tuple(f"{name}{unit}" if name == "read as" else name for name in _HEADERS)


def _row(labelled: Labelled, finding: Finding) -> tuple[str, ...]:
    label, claim, camp = labelled
    cells = (
        label,
        outline.stated(claim),
        outline.reading(claim, camp, finding),
        wording.said_by(claim),
        wording.as_of(claim),
        claim.place,
    )
    return tuple(escaped(cell).strip() for cell in cells)


def _reasons(finding: Finding) -> str:
    """List how the camps stand to each other, or give the sentence of a finding without pairs."""
    message = begun(escaped(finding.message))
    items = [_reason(relation) for relation in finding.relations] or [message]
    return _listed([*items, *outline.notes(finding)])


def _reason(relation: Relation) -> str:
    pair = f"**{relation.letters}**"
    return f"{pair}: {escaped(outline.outcome_of(relation))}: {escaped(relation.message)}"


def _quote(label: str, claim: Claim) -> str:
    """Quote the sentence of a claim, and below it say where it stands."""
    parts = cut_quote(claim, _LONGEST_QUOTE)
    said = begun(bold(parts.before, parts.number, parts.after))
    return f"> {said}\n>\n> {label}: {escaped(claim.place)}"


def _draft(finding: Finding) -> str:
    """Fold away a draft; its fence is longer than any in it."""
    longest = max((len(run) for run in re.findall("`+", finding.draft)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(outline.draft_of(finding))
    opened = f"<details><summary>{outline.drafted(finding).capitalize()}</summary>"
    return f"{opened}\n\n{fence}yaml\n{lines}\n{fence}\n\n</details>"


def _unread(report: Report) -> str:
    """List the articles that were not read, and count the numbers that were not used."""
    inputs = [each for each in report.skipped if each.stage == "articles"]
    items = [f"not read: {escaped(f'{each.article} ({each.reason})')}" for each in inputs]
    numbers = len({(each.article, each.span) for each in report.skipped if each.text})
    used = [f"{wording.counted(numbers, 'number')} seen and not used"] if numbers else []
    return "\n".join(part for part in (_listed(items), _listed(used)) if part)


def _error(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    return f"**error:** {escaped(f'{where}: {problem.message}')}"


def _listed(items: Sequence[str]) -> str:
    """Make a list of Markdown lines, which says how many it leaves out."""
    left = len(items) - _MOST
    shown = [*items[:_MOST], *([f"and {left:,} more"] if left > 0 else [])]
    return "\n".join(f"- {item}" for item in shown)
