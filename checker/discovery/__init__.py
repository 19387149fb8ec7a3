"""
Probable disagreements between numbers that no rule reads, each with a rule drafted for it.

`numbers` gathers what no rule claims, `pairs` finds those that are probably of one thing. A rule is
drafted from the two sentences, and only what that rule, run over the reports of the story, finds to
disagree is told. It is a guess for whoever writes rules: `unsure`, and never more than information.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.accepting.comments import Comments
from checker.discovery.numbers import Number, unclaimed
from checker.discovery.pairs import Suspicion, suspicions
from checker.errors import UsageError
from checker.facts.stories import group_stories
from checker.findings import in_order
from checker.judging import Tables, Trace, judge_placed, languages_of
from checker.model import CHECK, Finding, Placed, Rule, Sample
from checker.pipeline import read_claims
from checker.rates import Rates
from checker.rules import load_rules
from checker.starter import draft_rule
from checker.values import frozen, replace

__all__ = ["BECAUSE", "RULE", "discover", "with_discovered"]

RULE = "discovered"
"""What findings and claims of this stage have for a rule."""
BECAUSE = "no-rule"

_TITLE = "Numbers that no rule reads"
_ABOUT = """Numbers of one story that probably are of one thing and differ, though no rule reads
them. Each comes with a rule drafted for it: look it over, and keep it among your own.
"""

# Sentences are offered to the draft together, then one by one.
_TRIES = ((0, 1), (0,), (1,))


@frozen
class _Draft:
    """A rule and the text of its file."""

    rule: Rule
    text: str


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
    judged = (_judged(each, trace, rates) for each in suspicions(unclaimed(trace), stories))
    return tuple(found for found in judged if found is not None and not comments.touch(found))


def _judged(suspicion: Suspicion, trace: Trace, rates: Rates) -> Finding | None:
    """Draft a rule, and return what it finds when it disagrees about the two numbers."""
    for draft in _drafts(suspicion, trace.rules, rates):
        placed = list(_placed(suspicion, trace, draft.rule))
        judged = judge_placed(placed, Tables([draft.rule], rates), {})
        for finding in judged.findings:
            if finding.verdict == "disagree" and _is_about(finding, suspicion):
                return _told(finding, draft)
    return None


def _drafts(suspicion: Suspicion, known: Mapping[str, Rule], rates: Rates) -> Iterator[_Draft]:
    """Yield rules drafted from the sentences of two numbers; some sentences give none."""
    numbers = (suspicion.one, suspicion.other)
    samples = [_sample(number) for number in numbers]
    places = [n.quantity.span.start - n.quantity.mention.sentence.span.start for n in numbers]
    for tried in _TRIES:
        try:
            draft = _draft([samples[n] for n in tried], [places[n] for n in tried], rates)
            if draft.rule.id in known:
                name = f"{draft.rule.id}-found"
                draft = _draft([samples[n] for n in tried], [places[n] for n in tried], rates, name)
        except UsageError:
            continue
        yield draft


def _draft(
    samples: Sequence[Sample], places: Sequence[int], rates: Rates, name: str = ""
) -> _Draft:
    """Draft and load a rule. Raises: UsageError when none can be made of these sentences."""
    text = draft_rule(samples, rates, name, places)
    path = text.partition("\nid: ")[2].partition("\n")[0] + ".yaml"
    (rule,) = load_rules({path: text}).rules
    return _Draft(rule, text)


def _sample(number: Number) -> Sample:
    text = number.article.text[slice(*number.quantity.mention.sentence.span)]
    return Sample(text, number.article.language)


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


def _told(finding: Finding, draft: _Draft) -> Finding:
    """Tell a disagreement as a guess, with the rule that makes it."""
    camps = tuple(
        replace(
            camp,
            claims=tuple(replace(claim, rule=RULE) for claim in camp.claims),
            fits=tuple(replace(claim, rule=RULE) for claim in camp.fits),
        )
        for camp in finding.camps
    )
    relations = tuple(
        replace(each, verdict="unsure", because=BECAUSE, message=_message(each.message))
        if each.verdict == "disagree"
        else each
        for each in finding.relations
    )
    return replace(
        finding,
        rule=RULE,
        title=f"{draft.rule.title} (no rule reads this)",
        verdict="unsure",
        because=BECAUSE,
        severity="info",
        message=_message(finding.message),
        camps=camps,
        relations=relations,
        draft=draft.text,
    )


def _message(message: str) -> str:
    return f"Probably of one thing, which no rule reads: {message[:1].lower()}{message[1:]}"
