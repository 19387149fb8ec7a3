"""The stages that hold what was read in articles against each other: claims in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from checker.facts import find_facts, find_stories
from checker.facts.anchors import anchor_claims, at_their_end
from checker.findings import Context, in_order, judge_all
from checker.languages import load_language
from checker.model import (
    CHECK,
    Article,
    Claim,
    Coverage,
    Fact,
    Finding,
    Language,
    Placed,
    Report,
    Rule,
    Tool,
)
from checker.rates import Rates
from checker.units import convert
from checker.values import field, frozen, replace
from checker.vocabulary import Event, load_vocabulary


@frozen
class Project:
    """
    What a project decides for all its articles.

    `hedges` override the widths of `checker.readings`; `ignored` are the ids of rules that make no
    claim of an article, by its id. `version` is that of the tool, for the report. `known` are the
    ids of all rules there are, and `today` is the day on which what was accepted must still count.
    `is_whole` says that the articles are all that there are, not some that were picked out.
    """

    hedges: tuple[tuple[str, Decimal], ...] = ()
    ignored: Mapping[str, frozenset[str]] = field(default_factory=dict)
    version: str = ""
    known: frozenset[str] | None = None
    today: date | None = None
    is_whole: bool = True


_USUAL = Project()


@frozen
class Trace:
    """Everything every stage made of some articles, for reports and explanations."""

    articles: tuple[Article, ...]
    rules: Mapping[str, Rule]
    placed: tuple[Placed, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    stories: Mapping[str, str]
    suppressed: tuple[Finding, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all articles, in order; those of checks last."""
        claims = [claim for _, reading in self.placed for claim in reading.claims]
        return (*claims, *self.checked)

    @property
    def checked(self) -> tuple[Claim, ...]:
        """The claims that checks hold against each other, each once, in order."""
        ids = {rule.id for rule in self.rules.values() if rule.kind == CHECK}
        checks = (one for one in self.findings if one.rule in ids)
        found = {claim.id: claim for one in checks for camp in one.camps for claim in camp.claims}
        return tuple(sorted(found.values(), key=lambda claim: (claim.article, claim.order)))


@frozen
class Past:
    """
    What an archive holds of what some claims could meet.

    `articles` have at most the beginning of their text; those in `told` may tell one story with the
    others. `paragraphs` looks up the text around claims of the archive, by their ids. `size` counts
    all articles of the archive.
    """

    claims: tuple[Claim, ...]
    articles: tuple[Article, ...]
    told: tuple[Article, ...]
    paragraphs: Callable[[Iterable[str]], Mapping[str, str]]
    size: int = 0


@frozen
class Tables:
    """What claims are compared with: rules, exchange rates, and what the project decides."""

    rules: Sequence[Rule]
    rates: Rates
    project: Project = _USUAL


Checked = Mapping[str, tuple[Finding, ...]]
"""What the checks found inside each article, by its id."""


def judge_placed(
    placed: Sequence[Placed], tables: Tables, checked: Checked, past: Past | None = None
) -> Trace:
    """
    Compare the claims of articles, with each other and with those of the past.

    What comments in the articles hide is left out. An article that `checked` does not name has no
    findings of its own.
    """
    own = [finding for read, _ in placed for finding in checked.get(read.article.id, ())]
    whole = _judged(placed, tables, past, own)
    if not any(read.article.ignores for read, _ in placed):
        return whole
    return _accepted(whole, tables, past, own)


def _judged(
    placed: Sequence[Placed], tables: Tables, past: Past | None, own: Sequence[Finding]
) -> Trace:
    """Compare all claims; `own` is what checks found inside articles."""
    articles = [read.article for read, _ in placed]
    beside = past.articles if past else ()
    claims = [claim for _, reading in placed for claim in reading.claims]
    claims += past.claims if past else ()
    by_id = {rule.id: rule for rule in tables.rules}
    known = {article.id: article for article in (*articles, *beside)}
    telling = {article.id: article for article in (*articles, *(past.told if past else ()))}
    stories = find_stories(claims, by_id, telling, lambda: languages_of((*articles, *beside)))
    events = _events((*articles, *beside))
    anchors = anchor_claims(claims, by_id, events)
    dated = at_their_end(claims, by_id, events)
    facts = find_facts([*dated, *anchors], by_id, known, stories)
    paragraphs: Mapping[str, str] = {}
    if past:
        facts = _met(facts, {article.id for article in articles})
        paragraphs = past.paragraphs(claim.id for fact in facts for claim in fact.claims)
    context = Context(convert=convert, articles=known, rates=tables.rates, paragraphs=paragraphs)
    findings = [*judge_all(facts, by_id, context), *own]
    return Trace((*articles, *beside), by_id, tuple(placed), facts, in_order(findings), stories)


def _met(facts: Sequence[Fact], articles: set[str]) -> tuple[Fact, ...]:
    """Keep the facts with a claim of some articles, and those of one family with them."""
    own = [fact for fact in facts if any(claim.article in articles for claim in fact.claims)]
    families = {fact.family for fact in own if fact.family}
    names = {fact.id for fact in own}
    return tuple(fact for fact in facts if fact.id in names or fact.family in families)


def _accepted(whole: Trace, tables: Tables, past: Past | None, checked: Sequence[Finding]) -> Trace:
    """Compare again without the claims that comments hide, and say what these comments do."""
    from checker.accepting.comments import Comments, Sight

    own = {read.article.id: read.article for read, _ in whole.placed}
    # A check looks at quantities, which comments do not take away, and not at claims.
    checks = frozenset(rule.id for rule in tables.rules if rule.kind == CHECK)
    project = tables.project
    sight = Sight(project.known, frozenset(whole.rules), checks, project.is_whole)
    comments = Comments(own, project.today, sight)
    placed = [
        (read, replace(reading, claims=tuple(c for c in reading.claims if not comments.hides(c))))
        for read, reading in whole.placed
    ]
    left = _judged(placed, tables, past, checked)
    kept = [f for f in left.findings if f.rule not in checks or not comments.touch(f)]
    notices = tuple(comments.notices(whole.findings))
    hidden = tuple(comments.suppressed(whole.findings, kept))
    return replace(left, findings=(*kept, *notices), suppressed=hidden)


def report_of(trace: Trace, project: Project = _USUAL) -> Report:
    """Gather what a report tells of all that the stages made."""
    skipped = [skip for read, found in trace.placed for skip in (*read.skipped, *found.skipped)]
    return Report(
        tool=Tool(version=project.version),
        coverage=coverage_of(trace.placed, trace.findings),
        articles=trace.articles,
        claims=trace.claims,
        findings=trace.findings,
        suppressed=trace.suppressed,
        skipped=tuple(skipped),
        titles={name: rule.title for name, rule in trace.rules.items()},
        rules=tuple(trace.rules.values()),
    )


def languages_of(articles: Sequence[Article]) -> dict[str, Language]:
    """Return the languages of some articles by their codes."""
    return {article.language: load_language(article.language) for article in articles}


def _events(articles: Sequence[Article]) -> Mapping[str, Event]:
    """Collect the dated events in the languages of the articles."""
    codes = sorted({article.language for article in articles})
    return {name: event for code in codes for name, event in load_vocabulary(code).events.items()}


def coverage_of(placed: Sequence[Placed], findings: Sequence[Finding]) -> Coverage:
    """Count what was seen, understood, matched and compared; claims of others are not counted."""
    own = {read.article.id for read, _ in placed}
    compared = _numbers_of(claim for claim in _compared(findings) if claim.article in own)
    claims = _numbers_of(claim for _, reading in placed for claim in reading.claims)
    return Coverage(
        articles=len(placed),
        numbers=sum(read.numbers for read, _ in placed),
        understood=sum(read.understood for read, _ in placed),
        matched=len(claims | compared),
        compared=len(compared),
    )


def _numbers_of(claims: Iterable[Claim]) -> set[tuple[str, int, int]]:
    """Return the article and span of each number that is claimed; two rules may claim one."""
    return {(claim.article, *claim.quantity.span) for claim in claims if claim.quantity is not None}


def _compared(findings: Sequence[Finding]) -> list[Claim]:
    """Return the claims that stand in some finding; one may stand in several."""
    judged = (finding for finding in findings if not finding.is_guess)
    return [claim for finding in judged for claim in finding.claims if not claim.anchor]
