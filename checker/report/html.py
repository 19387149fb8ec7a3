"""
One page for a browser: every finding with its quotes and a plot of its numbers, in a single file.

No script and nothing from elsewhere: the page can be mailed, kept, and opened years later. Article
text is shown as text, whatever it holds.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.report._plot import plot
from checker.report._quote import cut_quote
from checker.report._screen import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.errors import Problem
    from checker.model import Camp, Claim, Finding, Relation, Report

    Labelled = tuple[str, Claim, Camp | None]

# A sentence this long fills six lines of the page.
_LONGEST_QUOTE = 600
# The page may load and run nothing; styles stand in it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1c2733; --dim: #5b6875; --line: #d8dee5;
  --paper: #ffffff; --card: #f6f8fa; --mark: #fff1b8; --error: #b42318; --warning: #b54708;
  --unsure: #6941c6; --explained: #0e6f8c; --agree: #18794e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --dim: #9aa6b2; --line: #333d48;
  --paper: #14191f; --card: #1c232b; --mark: #5c4a00; --error: #ff8a80; --warning: #ffb86b;
  --unsure: #c3a6ff; --explained: #7fd3ea; --agree: #7ddba3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 0; }
p { margin: .4rem 0; } .dim { color: var(--dim); font-size: .9rem; }
nav ol { padding-left: 1.4rem; } a { color: inherit; }
article, details.agreeing { border: 1px solid var(--line); border-left: .35rem solid var(--line);
  border-radius: .4rem; background: var(--card); margin: 1.2rem 0; padding: .9rem 1.1rem; }
article.error { border-left-color: var(--error); } article.warning { border-left-color:
  var(--warning); } article.unsure { border-left-color: var(--unsure); }
article.explained { border-left-color: var(--explained); }
.verdict { font-weight: 650; } .error .verdict { color: var(--error); }
.warning .verdict { color: var(--warning); } .unsure .verdict { color: var(--unsure); }
.explained .verdict { color: var(--explained); } .agree .verdict { color: var(--agree); }
.claim { display: grid; grid-template-columns: 2.6rem 1fr; border-top: 1px solid var(--line);
  padding: .6rem 0 .2rem; margin-top: .6rem; }
.label { font-weight: 700; } blockquote { margin: 0; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; font-weight: 650; padding: 0 .15em; }
.where { overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: .82rem; }
svg.plot { display: block; width: 100%; height: auto; margin: .8rem 0; font: 13px system-ui; }
svg.plot text { fill: var(--dim); } svg.plot .axis path { stroke: var(--dim); }
svg.plot g { fill: var(--dim); } .camp-A { fill: #2f6fed !important; }
.camp-B { fill: #d9480f !important; } .camp-C { fill: #2b8a3e !important; }
.camp-D { fill: #9c36b5 !important; } .problem { color: var(--error); }
@media print { body { max-width: none; } article { break-inside: avoid; } }
""".strip()


def render(report: Report) -> str:
    """Write the page."""
    name = f"{report.tool.name} {report.tool.version}".strip()
    shown = [finding for finding in report.findings if finding.verdict != "agree"]
    agreeing = [finding for finding in report.findings if finding.verdict == "agree"]
    parts = [
        f"<h1>{_safe(outline.outcome(report))}</h1>",
        f'<p class="dim">{_safe(name)}: {_safe(wording.coverage(report.coverage))}.</p>',
        *_problems(report.errors),
        _contents(shown),
        *(_finding(finding, report) for finding in shown),
        *_agreeing(agreeing, report),
        *_unread(report),
    ]
    body = "\n".join(part for part in parts if part)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(outline.outcome(report))}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems:
        where = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
        text = f"{where}: {problem.message} {problem.help}".strip()
        yield f'<p class="problem">Error: {_safe(text)}</p>'


def _contents(findings: Sequence[Finding]) -> str:
    """List the findings with links, where there are enough to look for one."""
    if len(findings) < 3:
        return ""
    items = "".join(
        f'<li><a href="#{_safe(finding.id)}">{_safe(outline.outcome_of(finding))}: '
        f"{_safe(finding.title)}</a></li>"
        for finding in findings
    )
    return f"<nav><ol>{items}</ol></nav>"


def _finding(finding: Finding, report: Report) -> str:
    style = finding.severity if finding.verdict == "disagree" else finding.verdict
    facets = outline.facets(finding, report)
    known = " · ".join(part for part in (finding.rule, finding.id, facets) if part)
    unit = f"Unit: {finding.unit}" if finding.unit else ""
    drawing = plot(finding)
    verdict = f'<span class="verdict">{_safe(outline.outcome_of(finding))}</span>'
    parts = [
        f'<article class="{style}" id="{_safe(finding.id)}">',
        f"<h2>{verdict}: {_safe(finding.title)}</h2>",
        f'<p class="dim">{_safe(known)}</p>',
        *_reasons(finding),
        drawing,
        f'<p class="dim">{_safe(unit)}</p>' if drawing and unit else "",
        *(_claim(each, finding) for each in outline.in_focus(finding)),
        *(f'<p class="dim">{_safe(note)}</p>' for note in outline.notes(finding)),
        _draft(finding) if finding.draft else "",
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def _draft(finding: Finding) -> str:
    """Fold away a draft."""
    lines = escape("\n".join(outline.draft_of(finding)))
    name = outline.drafted(finding).capitalize()
    return f"<details><summary>{name}</summary><pre>{lines}</pre></details>"


def _reasons(finding: Finding) -> list[str]:
    """Say how the camps stand to each other, or give the sentence of a finding without pairs."""
    if not finding.relations:
        return [f"<p>{_safe(finding.message)}</p>"]
    return [f"<p>{_reason(relation)}</p>" for relation in finding.relations]


def _reason(relation: Relation) -> str:
    pair = relation.letters
    return f"<b>{pair}</b>: {_safe(outline.outcome_of(relation))}: {_safe(relation.message)}"


def _claim(labelled: Labelled, finding: Finding) -> str:
    """Quote a claim with its number marked; below it how it is read, who says so, and where."""
    label, claim, camp = labelled
    parts = cut_quote(claim, _LONGEST_QUOTE)
    marked = f"<mark>{_safe(parts.number)}</mark>" if parts.number else ""
    reading = outline.reading(claim, camp, finding).replace("\n", " ")
    facts: tuple[str, ...] = (outline.stated(claim), f"read as {reading}" if reading else "")
    told = " · ".join(
        part for part in (*facts, wording.said_by(claim), wording.as_of(claim)) if part
    )
    return (
        f'<div class="claim"><div class="label">{_safe(label)}</div><div>'
        f"<blockquote>{escape(parts.before)}{marked}{escape(parts.after)}</blockquote>"
        f'<p class="dim">{_safe(told)}</p><p class="dim where">{_safe(claim.place)}</p></div></div>'
    )


def _agreeing(findings: Sequence[Finding], report: Report) -> Iterator[str]:
    """Fold away the facts on which all sources agree."""
    if findings:
        count = wording.counted(len(findings), "fact") + " on which all sources agree"
        inside = "\n".join(_finding(finding, report) for finding in findings)
        yield f'<details class="agreeing"><summary>{_safe(count)}</summary>\n{inside}\n</details>'


def _unread(report: Report) -> Iterator[str]:
    """Name the articles that were not read, and count the numbers that were not used."""
    inputs = [each for each in report.skipped if each.stage == "articles"]
    for each in inputs:
        yield f'<p class="dim">Not read: {_safe(f"{each.article} ({each.reason})")}</p>'
    numbers = len({(each.article, each.span) for each in report.skipped if each.text})
    if numbers:
        counted = wording.counted(numbers, "number")
        yield f'<p class="dim">{_safe(counted)} seen and not used.</p>'


def _safe(text: str) -> str:
    """Write foreign text on one line, its hostile characters shown, its markup as text."""
    return escape(safe(text))
