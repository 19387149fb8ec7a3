"""
A report to read: a block for each fact with its camps side by side, every quote and its place.

The worst comes first. Facts on which all sources agree are counted, and listed with `-v`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.report._grid import grid
from checker.report._leftovers import leftovers
from checker.report._quote import quoted
from checker.report._screen import PLAIN, Screen, columns, indented, safe, shortened, wrap

if TYPE_CHECKING:
    from checker.model import Camp, Claim, Finding, Relation, Report
    from checker.report._grid import Row

ON_SCREEN = True

_INDENT = 2
_DRAFTED = "There is a draft for rule authors in the formats full, json, markdown and html."
# Three lines of a wide screen: whoever wrote more than that glued words together.
_LONGEST_CELL = 120
_LONGEST_REASON = 800


def render(report: Report, screen: Screen = PLAIN) -> str:
    """Write the report for a reader."""
    shown = [f for f in report.findings if screen.verbose or f.verdict != "agree"]
    blocks = [_head(report, screen)]
    blocks += [_finding(finding, report, screen) for finding in shown]
    blocks += [_statistics(report, screen)] if screen.statistics and report.findings else []
    blocks += [leftovers(report, screen), _errors(report, screen), _outcome(report, screen)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(report: Report, screen: Screen) -> str:
    name = f"{report.tool.name} {report.tool.version}".strip()
    first, *rest = wrap(f"{name}: {wording.coverage(report.coverage)}.", screen.width)
    return "\n".join([first.replace(name, screen.paint(name, "bold"), 1), *rest])


def _finding(finding: Finding, report: Report, screen: Screen) -> str:
    labelled = list(outline.labelled(finding.camps))
    parts = [
        _title(finding, report, screen),
        _camps(finding, labelled, screen),
        _reasons(finding, screen),
        _quotes(finding, screen),
    ]
    return "\n\n".join(parts)


def _title(finding: Finding, report: Report, screen: Screen) -> str:
    """Draw the heading: verdict and reason at the left, rule and id at the right, title below."""
    style = finding.severity if finding.verdict == "disagree" else finding.verdict
    left = f"── {outline.outcome_of(finding)} "
    level = f"{finding.severity} · " if finding.verdict == "disagree" else ""
    right = f" {level}{finding.rule} · {finding.id[:8]} ──"
    left, right = safe(left) + " ", " " + safe(right)
    room = screen.width - columns(left) - columns(right)
    if room < 1:
        right, room = "", screen.width - columns(left)
    line = screen.paint(left, style) + screen.paint("─" * max(room, 0) + right, "dim")
    facets = outline.facets(finding, report)
    title = indented(safe(finding.title), _INDENT, screen.width)
    known = indented(safe(facets), _INDENT, screen.width)
    return f"{line}\n{screen.paint(title, 'bold')}" + (f"\n{known}" if facets else "")


def _camps(finding: Finding, labelled: list[tuple[str, Claim, Camp | None]], screen: Screen) -> str:
    groups: list[list[Row]] = []
    last: object = ()
    for label, claim, camp in labelled:
        if camp is not last:
            groups.append([])
        groups[-1].append(_row(label, claim, camp, finding))
        last = camp
    unit = f" ({safe(finding.unit)})" if finding.unit else ""
    headers = ("", "stated", f"read as{unit}", "who says so", "as of")
    table = grid(headers, groups, screen.width - _INDENT)
    return "\n".join(" " * _INDENT + line if line else "" for line in table.splitlines())


def _row(label: str, claim: Claim, camp: Camp | None, finding: Finding) -> Row:
    return (
        label,
        shortened(outline.stated(claim), _LONGEST_CELL),
        outline.reading(claim, camp, finding),
        shortened(wording.said_by(claim), _LONGEST_CELL),
        safe(wording.as_of(claim)),
    )


def _reasons(finding: Finding, screen: Screen) -> str:
    """Give the sentence for each pair of camps, or the one of the finding when there is no pair."""
    lines = [_reason(relation, finding, screen) for relation in finding.relations]
    if not lines:
        lines = [indented(safe(finding.message), _INDENT, screen.width)]
    notes = [*outline.notes(finding), *([_DRAFTED] if finding.is_guess else [])]
    lines += [indented(note, _INDENT, screen.width) for note in notes]
    return "\n".join(lines)


def _reason(relation: Relation, finding: Finding, screen: Screen) -> str:
    pair = relation.letters
    same = (relation.verdict, relation.because) == (finding.verdict, finding.because)
    verdict = "" if same else f"{outline.outcome_of(relation)}: "
    reason = shortened(f"{pair}: {verdict}{relation.message}", _LONGEST_REASON)
    text = indented(reason, _INDENT, screen.width)
    return text.replace(pair, screen.paint(pair, "bold"), 1)


def _quotes(finding: Finding, screen: Screen) -> str:
    labelled = outline.in_focus(finding)
    margin = _INDENT + max(columns(label) for label, _, _ in labelled) + 2
    lines = []
    for label, claim, _ in labelled:
        where = wrap(safe(claim.place), screen.width - margin)
        quote = quoted(claim, screen.width - margin, screen)
        gap = " " * (margin - _INDENT - columns(label))
        lines.append(" " * _INDENT + screen.paint(label, "bold") + gap + where[0])
        lines += [" " * margin + line for line in (*where[1:], *quote)]
    return "\n".join(lines)


def _statistics(report: Report, screen: Screen) -> str:
    """Count findings of each verdict and claims, rule by rule."""
    verdicts = [name for name, _, _ in outline.OUTCOMES]
    counts = Counter((finding.rule, finding.verdict) for finding in report.findings)
    claims = Counter(claim.rule for claim in report.claims)
    rows = [
        (rule, str(claims[rule]), *(str(counts[rule, verdict]) for verdict in verdicts))
        for rule in sorted(claims | Counter(finding.rule for finding in report.findings))
    ]
    return grid(("rule", "claims", *verdicts), [rows], screen.width)


def _errors(report: Report, screen: Screen) -> str:
    """List what could not be read; on a screen that shows it already, only count it."""
    if screen.has_errors and report.errors:
        count = wording.counted(len(report.errors), "error")
        told = f"{count} (see above): what could be read was checked."
        return screen.paint(indented(told, 0, screen.width), "error")
    lines = []
    for problem in report.errors:
        where = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
        lines.append(indented(safe(f"error: {where}: {problem.message}"), 0, screen.width))
    return screen.paint("\n".join(lines), "error")


def _outcome(report: Report, screen: Screen) -> str:
    """Say in one line what came out; nothing compared is never shown as a success."""
    if not report.findings:
        return screen.paint(outline.outcome(report), "warning")
    is_hidden = any(f.verdict == "agree" for f in report.findings) and not screen.verbose
    hidden = " (-v lists them)" if is_hidden else ""
    text = outline.outcome(report).removesuffix(".") + f"{hidden}."
    return screen.paint(indented(text, 0, screen.width), _colour(report))


def _colour(report: Report) -> str:
    """Choose the colour of the outcome: that of its worst part, green only for pure agreement."""
    disputes = {f.severity for f in report.findings if f.verdict == "disagree"}
    for severity in ("error", "warning"):
        if severity in disputes:
            return severity
    verdicts = {finding.verdict for finding in report.findings}
    if report.errors:
        return "error"
    return next((name for name in ("unsure", "explained") if name in verdicts), "agree")
