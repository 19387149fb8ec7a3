"""
A report to read: a block for each fact with its camps side by side, every quote and its place.

The worst comes first. Facts on which all sources agree are counted, and listed with `-v`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.report import _wording as wording
from checker.report._grid import grid
from checker.report._quote import quoted
from checker.report._screen import PLAIN, Screen, columns, indented, safe, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Camp, Claim, Finding, Relation, Report, Verdict
    from checker.report._grid import Row

ON_SCREEN = True

_INDENT = 2
# A folder of many other files would push the findings off the screen.
_MOST_INPUTS = 3
_OUTCOMES: tuple[tuple[Verdict, str, str], ...] = (
    ("disagree", "disagrees", "disagree"),
    ("unsure", "is unsure", "are unsure"),
    ("explained", "is explained", "are explained"),
    ("agree", "agrees", "agree"),
)


def render(report: Report, screen: Screen = PLAIN) -> str:
    """Write the report for a reader."""
    shown = [f for f in report.findings if screen.verbose or f.verdict != "agree"]
    blocks = [_head(report, screen)]
    blocks += [_finding(finding, report, screen) for finding in shown]
    blocks += [_statistics(report, screen)] if screen.statistics and report.findings else []
    blocks += [_skipped(report, screen), _errors(report, screen), _outcome(report, screen)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(report: Report, screen: Screen) -> str:
    name = f"{report.tool.name} {report.tool.version}".strip()
    first, *rest = wrap(f"{name}: {wording.coverage(report.coverage)}.", screen.width)
    return "\n".join([first.replace(name, screen.paint(name, "bold"), 1), *rest])


def _finding(finding: Finding, report: Report, screen: Screen) -> str:
    labelled = list(_labelled(finding.camps))
    parts = [
        _title(finding, report, screen),
        _camps(finding, labelled, screen),
        _reasons(finding, screen),
        _quotes(labelled, screen),
    ]
    return "\n\n".join(parts)


def _title(finding: Finding, report: Report, screen: Screen) -> str:
    """Draw the heading: verdict and reason at the left, rule and id at the right, title below."""
    style = finding.severity if finding.verdict == "disagree" else finding.verdict
    left = f"── {_outcome_of(finding)} "
    level = f"{finding.severity} · " if finding.verdict == "disagree" else ""
    right = f" {level}{finding.rule} · {finding.id[:8]} ──"
    left, right = safe(left) + " ", " " + safe(right)
    room = screen.width - columns(left) - columns(right)
    if room < 1:
        right, room = "", screen.width - columns(left)
    line = screen.paint(left, style) + screen.paint("─" * max(room, 0) + right, "dim")
    facets = " · ".join(
        f"{name}: {report.titles.get(value, value)}" for name, value in finding.facets
    )
    title = indented(safe(finding.title), _INDENT, screen.width)
    known = indented(safe(facets), _INDENT, screen.width)
    return f"{line}\n{screen.paint(title, 'bold')}" + (f"\n{known}" if facets else "")


def _outcome_of(judged: Finding | Relation) -> str:
    """Give the verdict and its reason code, where that says more."""
    if judged.because in ("", judged.verdict):
        return judged.verdict
    return f"{judged.verdict} ({judged.because})"


def _labelled(camps: tuple[Camp, ...]) -> Iterator[tuple[str, Claim, Camp | None]]:
    """
    Name each claim by its camp (`A`, or `A1` and `A2`) and number in it, as printed in the margin.

    Claims that fit several camps come last, once, under all their letters (`A/B`).
    """
    fits: dict[str, tuple[Claim, str]] = {}
    for index, camp in enumerate(camps):
        for number, claim in enumerate(camp.claims, 1):
            yield _letter(index) + (str(number) if len(camp.claims) > 1 else ""), claim, camp
        for claim in camp.fits:
            letters = f"{fits[claim.id][1]}/" if claim.id in fits else ""
            fits[claim.id] = (claim, letters + _letter(index))
    for claim, letters in fits.values():
        yield letters, claim, None


def _letter(index: int) -> str:
    """Name camp 0 `A`, camp 25 `Z`, camp 26 `AA`."""
    letter = chr(ord("A") + index % 26)
    return _letter(index // 26 - 1) + letter if index >= 26 else letter


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
        safe(_stated(claim)),
        _reading(claim, camp, finding),
        safe(wording.said_by(claim)),
        safe(wording.as_of(claim)),
    )


def _stated(claim: Claim) -> str:
    if claim.quantity is None:
        return "the date of the event"
    said = "" if claim.polarity == "asserted" else f"{claim.polarity}: "
    return said + claim.quantity.surface


def _reading(claim: Claim, camp: Camp | None, finding: Finding) -> str:
    """
    Give the expected reading; in its own unit where that is another than the heading's.

    What the core of a camp comes to in the unit of the heading then follows its first such claim.
    """
    quantity = claim.quantity
    if quantity is None:
        return ""
    if quantity.expected is None:
        return "no number"
    # Nouns count alike in every language: 400 "soldats" are 400 of the heading's persons.
    if quantity.unit == finding.unit or quantity.kind == "count":
        return wording.interval(quantity.expected)
    own = safe(wording.measured(quantity))
    first = camp and next((each for each in camp.claims if each.quantity), None)
    if camp is None or camp.core is None or claim is not first:
        return own
    return f"{own}\n= {wording.interval(camp.core)}"


def _reasons(finding: Finding, screen: Screen) -> str:
    """Give the sentence for each pair of camps, or the one of the finding when there is no pair."""
    lines = [_reason(relation, finding, screen) for relation in finding.relations]
    if not lines:
        lines = [indented(safe(finding.message), _INDENT, screen.width)]
    if any(camp.fits for camp in finding.camps):
        note = "What fits several camps speaks for none of them."
        lines.append(indented(note, _INDENT, screen.width))
    return "\n".join(lines)


def _reason(relation: Relation, finding: Finding, screen: Screen) -> str:
    pair = f"{_letter(relation.a)} and {_letter(relation.b)}"
    same = (relation.verdict, relation.because) == (finding.verdict, finding.because)
    verdict = "" if same else f"{_outcome_of(relation)}: "
    text = indented(safe(f"{pair}: {verdict}{relation.message}"), _INDENT, screen.width)
    return text.replace(pair, screen.paint(pair, "bold"), 1)


def _quotes(labelled: list[tuple[str, Claim, Camp | None]], screen: Screen) -> str:
    margin = _INDENT + max(columns(label) for label, _, _ in labelled) + 2
    lines = []
    for label, claim, _ in labelled:
        place = f"{claim.path}:{claim.line}:{claim.column}" if claim.line else claim.path
        where = wrap(safe(place), screen.width - margin)
        quote = quoted(claim, screen.width - margin, screen)
        gap = " " * (margin - _INDENT - columns(label))
        lines.append(" " * _INDENT + screen.paint(label, "bold") + gap + where[0])
        lines += [" " * margin + line for line in (*where[1:], *quote)]
    return "\n".join(lines)


def _statistics(report: Report, screen: Screen) -> str:
    """Count findings of each verdict and claims, rule by rule."""
    verdicts = [name for name, _, _ in _OUTCOMES]
    counts = Counter((finding.rule, finding.verdict) for finding in report.findings)
    claims = Counter(claim.rule for claim in report.claims)
    rows = [
        (rule, str(claims[rule]), *(str(counts[rule, verdict]) for verdict in verdicts))
        for rule in sorted(claims | Counter(finding.rule for finding in report.findings))
    ]
    return grid(("rule", "claims", *verdicts), [rows], screen.width)


def _skipped(report: Report, screen: Screen) -> str:
    inputs = [skipped for skipped in report.skipped if skipped.span is None]
    numbers = [skipped for skipped in report.skipped if skipped.span is not None]
    lines = [
        indented(safe(f"Not read: {skipped.article} ({skipped.reason})."), 0, screen.width)
        for skipped in inputs
    ]
    if len(inputs) > _MOST_INPUTS and not screen.verbose:
        lines = [f"{wording.counted(len(inputs), 'file')} not read (-v lists them)."]
    if numbers and screen.verbose:
        rows = [(safe(s.article), safe(s.text), safe(s.reason)) for s in numbers]
        lines.append(grid(("article", "seen and not used", "why"), [rows], screen.width))
    elif numbers:
        count = wording.counted(len({(s.article, s.span) for s in numbers}), "number")
        lines.append(f"{count} seen and not used (-v lists them).")
    return "\n".join(lines)


def _errors(report: Report, screen: Screen) -> str:
    lines = []
    for problem in report.errors:
        where = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
        lines.append(indented(safe(f"error: {where}: {problem.message}"), 0, screen.width))
    return screen.paint("\n".join(lines), "error")


def _outcome(report: Report, screen: Screen) -> str:
    """Say in one line what came out; nothing compared is never shown as a success."""
    if not report.findings:
        why = "no two claims speak of the same fact" if report.articles else "no article was read"
        return screen.paint(f"Nothing to compare: {why}.", "warning")
    counts = Counter(finding.verdict for finding in report.findings)
    parts = [
        f"{counts[verdict]:,} {one if counts[verdict] == 1 else many}"
        for verdict, one, many in _OUTCOMES
        if counts[verdict]
    ]
    hidden = " (-v lists them)" if counts["agree"] and not screen.verbose else ""
    facts = wording.counted(len(report.findings), "fact")
    text = indented(f"{facts} compared: {', '.join(parts)}{hidden}.", 0, screen.width)
    return screen.paint(text, _colour(report))


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
