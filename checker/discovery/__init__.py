"""
Probable disagreements between numbers that no rule reads, each with a rule drafted for it.

`numbers` gathers the numbers of articles, `pairs` finds those told in the same words and `lone`
those that stand alone of their measure. `drafts` makes a rule of the two sentences, and only what
that rule, run over the reports of the story, finds to disagree is told. Where a rule reads one of
the two, an example of what it misses takes the place of a rule. All are guesses for whoever writes
rules: `unsure`, and never more than information.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.accepting.comments import Comments
from checker.discovery.drafts import Draft, drafts
from checker.discovery.lone import lone_ones
from checker.discovery.numbers import numbers_of, unclaimed
from checker.discovery.pairs import Suspicion, suspicions
from checker.facts.stories import group_stories
from checker.findings import in_order
from checker.judging import Tables, Trace, judge_placed, languages_of
from checker.model import CHECK, Finding, Placed, Rule
from checker.pipeline import read_claims
from checker.rates import Rates
from checker.values import replace

__all__ = ["BECAUSE", "RULE", "discover", "with_discovered"]

RULE = "discovered"
"""What findings and claims of this stage have for a rule."""
BECAUSE = "no-rule"

_TITLE = "Numbers that no rule reads"
_ABOUT = """Numbers of one story that probably are of one thing and differ, though no rule reads
both. Each comes with a rule drafted for it, or with an example for the rule that reads one of them:
look it over, and keep it among your own.
"""

# What a title says beside what the number is of.
_UNREAD = "no rule reads this"
_MISSED = "the rule reads one of them"


def with_discovered(trace: Trace, rates: Rates) -> Trace:
    """Add what probably disagrees to a comparison."""
    found = discover(trace, rates)
    rule = Rule(RULE, _TITLE, unit="", kind=CHECK, path="", about=_ABOUT)
    rules = {**trace.rules, RULE: rule}
    return replace(trace, rules=rules, findings=in_order((*trace.findings, *found)))


def discover(trace: Trace, rates: Rates) -> tuple[Finding, ...]:
    """Return what probably disagrees in a comparison, beyond what its rules found."""
    own = {read.article.id: read.article for read, _ in trace.placed}
    if len(own) < 2:
        return ()
    stories = trace.stories or group_stories(own.values(), languages_of(list(own.values())))
    comments = Comments(own)
    told: set[object] = set()
    found: list[Finding] = []
    for each in _suspected(trace, stories):
        if not told & {each.one.place, each.other.place}:
            finding = _judged(each, trace, rates)
            if finding is not None and not comments.touch(finding):
                found.append(finding)
                told |= {number.place for number in each.numbers}
    return tuple(found)


def _suspected(trace: Trace, stories: Mapping[str, str]) -> Iterator[Suspicion]:
    """Yield what is told in the same words, then what stands alone of its measure."""
    numbers = list(numbers_of(trace))
    yield from suspicions(unclaimed(numbers), stories)
    read = {
        read.article.id: {claim.rule for claim in reading.claims} for read, reading in trace.placed
    }
    yield from lone_ones(numbers, stories, read)


def _judged(suspicion: Suspicion, trace: Trace, rates: Rates) -> Finding | None:
    """Draft a rule, and return what it finds when it disagrees about the two numbers."""
    for draft in drafts(suspicion, trace.rules, rates):
        placed = list(_placed(suspicion, trace, draft.rule))
        judged = judge_placed(placed, Tables([draft.rule], rates), {})
        for finding in judged.findings:
            if finding.verdict == "disagree" and _is_about(finding, suspicion):
                return _told(finding, draft, suspicion)
    return None


def _placed(suspicion: Suspicion, trace: Trace, rule: Rule) -> Iterator[Placed]:
    """Yield what the drafted rule makes of the numbers in question, as reports of one story."""
    wanted = {(number.article.id, number.quantity.span) for number in suspicion.numbers}
    names = {name for name, _ in wanted}
    reads = [
        replace(read, article=replace(read.article, event=RULE))
        for read, _ in trace.placed
        if read.article.id in names
    ]
    for read, reading in read_claims(reads, [rule]):
        claims = (c for c in reading.claims if c.quantity is not None)
        kept = tuple(c for c in claims if (c.article, c.quantity and c.quantity.span) in wanted)
        yield read, replace(reading, claims=kept)


def _is_about(finding: Finding, suspicion: Suspicion) -> bool:
    """Whether both of the numbers stand in a finding."""
    told = {(c.article, c.quantity.span) for c in finding.claims if c.quantity is not None}
    return all(
        (number.article.id, number.quantity.span) in told
        for number in (suspicion.one, suspicion.other)
    )


def _told(finding: Finding, draft: Draft, suspicion: Suspicion) -> Finding:
    """Tell a disagreement as a guess, with what was drafted for it."""
    rule = suspicion.rule
    message = _message(finding.message, rule)
    camps = tuple(
        replace(
            camp,
            claims=tuple(replace(claim, rule=RULE) for claim in camp.claims),
            fits=tuple(replace(claim, rule=RULE) for claim in camp.fits),
        )
        for camp in finding.camps
    )
    relations = tuple(
        replace(each, verdict="unsure", because=BECAUSE, message=_message(each.message, rule))
        if each.verdict == "disagree"
        else each
        for each in finding.relations
    )
    return replace(
        finding,
        rule=RULE,
        title=f"{draft.rule.title} ({_MISSED if rule else _UNREAD})",
        verdict="unsure",
        because=BECAUSE,
        severity="info",
        message=message,
        camps=camps,
        relations=relations,
        draft=draft.text,
    )


def _message(message: str, rule: str) -> str:
    known = f"of which the rule {rule} reads one" if rule else "which no rule reads"
    return f"Probably of one thing, {known}: {message[:1].lower()}{message[1:]}"
