"""
Everything a report knows, to read or to search: every claim, both of its readings, every relation.

Each claim has its unit, facets with the words they come from, speaker and dates; claims that were
compared with nothing, numbers that were not used, and where each article's metadata comes from
follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lines import places
from checker.model import camp_letter
from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.report._screen import PLAIN, Screen, columns, indented, safe, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.errors import Problem
    from checker.model import Article, Claim, FacetMatch, Finding, Quantity, Report

    Line = tuple[str, str]

ON_SCREEN = True

_STEP = 2


def render(report: Report, screen: Screen = PLAIN) -> str:
    """Write all that the report holds."""
    known = {article.id: article for article in report.articles}
    name = f"{report.tool.name} {report.tool.version}".strip()
    head = indented(safe(f"{name}: {wording.coverage(report.coverage)}."), 0, screen.width)
    blocks = [head]
    blocks += [_finding(finding, report, screen) for finding in report.findings]
    blocks += [_part("Suppressed", _suppressed(report), screen)]
    blocks += [_alone(report, known, screen)]
    blocks += [_part("Seen and not used", _skipped(report, known), screen)]
    blocks += [_articles(report.articles, screen)]
    blocks += [_part("Errors", map(_error, report.errors), screen)]
    blocks += [indented(outline.outcome(report), 0, screen.width)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _finding(finding: Finding, report: Report, screen: Screen) -> str:
    """Write a finding: what it is, its relations, then each camp with its claims."""
    known = {article.id: article for article in report.articles}
    style = finding.severity if finding.verdict == "disagree" else finding.verdict
    title = safe(f"{outline.outcome_of(finding)}: {finding.title}")
    lines = [screen.paint(indented(title, 0, screen.width), style)]
    lines += _lines(_summary(finding, report), _STEP, screen)
    for index, camp in enumerate(finding.camps):
        lines += _lines([(f"camp {camp_letter(index)}", _camp(finding, index))], _STEP, screen)
        named = [each for each in outline.labelled(finding.camps) if each[2] is camp]
        for label, claim, _ in named:
            lines += _claim(label, claim, known, screen)
    for label, claim, camp_or_none in outline.labelled(finding.camps):
        if camp_or_none is None:
            lines += _claim(f"{label} (fits each)", claim, known, screen)
    if finding.draft:
        lines.append(" " * _STEP + f"{outline.drafted(finding)}:")
        lines += [" " * 2 * _STEP + line for line in outline.draft_of(finding)]
    return "\n".join(lines)


def _summary(finding: Finding, report: Report) -> Iterator[Line]:
    yield "finding", f"{finding.id}, {finding.severity}"
    yield "rule", finding.rule
    yield "why", finding.message
    if finding.cause:
        yield "likely cause", finding.cause
    if finding.facets:
        yield "facets", outline.facets(finding, report)
    for relation in finding.relations:
        pair = relation.letters
        cause = f", {relation.cause}" if relation.cause else ""
        yield pair, f"{outline.outcome_of(relation)}{cause}: {relation.message}"


def _camp(finding: Finding, index: int) -> str:
    """Say who is in a camp and what its members have in common."""
    camp = finding.camps[index]
    told = [wording.counted(len(camp.claims), "claim")]
    told.append(f"{wording.counted(len(camp.sources), 'source')}: {', '.join(camp.sources)}")
    if camp.core:
        told.append(f"core {camp.core} {finding.unit}".rstrip())
    if camp.start:
        told.append(f"core: a start in {camp.start}")
    return "; ".join(told)


def _claim(label: str, claim: Claim, known: Mapping[str, Article], screen: Screen) -> Iterator[str]:
    """Yield the lines of one claim below its label and words."""
    heading = indented(safe(f"{label}: {outline.stated(claim)}"), 2 * _STEP, screen.width)
    yield screen.paint(heading, "bold")
    yield from _lines(_details(claim, known.get(claim.article)), 3 * _STEP, screen)


def _details(claim: Claim, article: Article | None) -> Iterator[Line]:
    yield "place", claim.place
    yield "quote", claim.quote
    if claim.quantity is not None:
        yield from _measured(claim.quantity)
    for match in claim.facets:
        yield match.name, f"{match.value}{_words(match, claim, article)}"
    yield "source", claim.source
    yield "speaker", claim.speaker or "none named"
    if claim.as_of:
        source = {"text": " (from the text)", "published": " (published)"}
        yield "as of", f"{claim.as_of}{source.get(claim.as_of_from, '')}"
    else:
        yield "as of", "no date"
    if claim.since:
        yield "since", str(claim.since)
    yield "polarity", claim.polarity
    yield "claim", claim.id
    if claim.repeats:
        yield "repeats", claim.repeats


def _measured(quantity: Quantity) -> Iterator[Line]:
    """Yield what a quantity states and both of its readings."""
    ends = (quantity.low, quantity.high)
    shown = [wording.number(end) for end in ends if end is not None]
    value = wording.number(quantity.value) if quantity.value is not None else " to ".join(shown)
    yield "stated", f"{quantity.bound} {value}".rstrip()
    yield "literal", str(quantity.literal or "no number")
    yield "expected", str(quantity.expected or "no number")
    either = f" ({', '.join(quantity.unit_candidates)})" if quantity.unit_candidates else ""
    yield "unit", f"{quantity.unit or 'none'}{either}"
    yield "kind", quantity.kind
    if quantity.noun:
        yield "noun", quantity.noun
    if quantity.change:
        yield "change", quantity.change


def _words(match: FacetMatch, claim: Claim, article: Article | None) -> str:
    """Quote the words that gave a facet; a default has none."""
    if match.span is None:
        return ""
    start, end = match.span
    if article and end <= len(article.text):
        return f" “{article.text[start:end]}”"
    if claim.quantity is None:
        return ""
    offset = claim.quantity.mention.sentence.quoted.start
    words = claim.quote[max(start - offset, 0) : max(end - offset, 0)]
    return f" “{words}”" if words else ""


def _suppressed(report: Report) -> Iterator[str]:
    for finding in report.suppressed:
        yield f"{finding.id}: {outline.outcome_of(finding)}: {finding.title}: {finding.message}"


def _alone(report: Report, known: Mapping[str, Article], screen: Screen) -> str:
    """Write the claims that stand in no finding."""
    compared = {
        claim.id for finding in (*report.findings, *report.suppressed) for claim in finding.claims
    }
    lines = [
        line
        for claim in report.claims
        if claim.id not in compared
        for line in _claim(claim.rule, claim, known, screen)
    ]
    heading = screen.paint("Claims compared with nothing", "bold")
    return "\n".join([heading, *lines]) if lines else ""


def _skipped(report: Report, known: Mapping[str, Article]) -> Iterator[str]:
    """Say of every input and number that was not used where it stands and why."""
    files = {name: places(article) for name, article in known.items()}
    for skipped in report.skipped:
        place, article = skipped.article, known.get(skipped.article)
        if article is not None and skipped.span is not None:
            place = str(files[skipped.article].at(skipped.span.start))
        words = f" “{skipped.text}”" if skipped.text else ""
        yield f"{place}:{words} {skipped.reason} ({skipped.stage})"


def _articles(articles: Sequence[Article], screen: Screen) -> str:
    """Say what is known about each article, and where each part of it was found."""
    lines = [screen.paint("Articles", "bold")]
    for article in articles:
        lines.append(indented(safe(article.path or article.id), _STEP, screen.width))
        lines += _lines(_metadata(article), 2 * _STEP, screen)
    return "\n".join(lines) if articles else ""


def _metadata(article: Article) -> Iterator[Line]:
    known = {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "lang": article.language,
        "event": article.event,
        "url": article.url,
    }
    sources = dict(article.metadata_from)
    yield "article", article.id
    for name, value in known.items():
        if value is not None:
            yield name, f"{value} ({sources[name]})" if name in sources else str(value)


def _error(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    advice = f" ({problem.help})" if problem.help else ""
    return f"{where}: {problem.message}{advice}"


def _part(title: str, texts: Iterable[str], screen: Screen) -> str:
    """Draw a heading and below it one text after the other; nothing when there is none."""
    lines = [indented(safe(text), _STEP, screen.width) for text in texts]
    return "\n".join([screen.paint(title, "bold"), *lines]) if lines else ""


def _lines(rows: Iterable[Line], indent: int, screen: Screen) -> Iterator[str]:
    """Yield each name with its text beside it, aligned and wrapped."""
    shown = [(safe(name), safe(text)) for name, text in rows]
    margin = indent + max((columns(name) for name, _ in shown), default=0) + 2
    for name, text in shown:
        first, *rest = wrap(text, max(screen.width - margin, 20))
        gap = " " * (margin - indent - columns(name))
        yield f"{' ' * indent}{screen.paint(name, 'dim')}{gap}{first}".rstrip()
        yield from (" " * margin + line for line in rest)
