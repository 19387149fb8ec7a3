"""Every step for one number or one finding, in words: what was seen, read, placed and compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.errors import UsageError
from checker.facts import separation
from checker.facts.terms import shared_terms, vectors
from checker.judging import Trace, languages_of
from checker.lines import places
from checker.model import (
    CHECK,
    Article,
    Claim,
    Explanation,
    Fact,
    Finding,
    Mention,
    QuantitiesRead,
    Quantity,
    Reading,
    Skipped,
    Span,
    camp_letter,
)
from checker.values import frozen

# Other facts of a rule that are named beside the one at hand; a reader wants the nearest few.
_MOST_APART = 5
# With so few rules each is named that has no word in the sentence; others are counted.
_MOST_NAMED = 3


def explain_line(trace: Trace, path: str, line: int) -> tuple[Explanation, ...]:
    """
    Explain every number on a line of an article, those that were skipped too.

    Raises: UsageError when no article has the path, or the article no such line.
    """
    for read, reading in trace.placed:
        if not path.startswith(read.article.path):
            continue
        where = places(read.article)
        if count := where.line_count(path):
            span = where.span_of(path, line)
            if span is None:
                raise UsageError(f"{path} has {count} lines; there is no line {line}")
            return tuple(_on_line(_Case(trace, read, reading), span))
    raise UsageError(f"{path} is not among the articles that were read")


def explain_article(trace: Trace, article: Article) -> tuple[Explanation, ...]:
    """Explain every number of an article, those that were skipped too."""
    return tuple(
        explanation
        for read, reading in trace.placed
        if read.article is article
        for explanation in _on_line(_Case(trace, read, reading), Span(0, len(article.text) + 1))
    )


def explain_finding(trace: Trace, name: str) -> tuple[Explanation, ...]:
    """
    Explain every claim of the finding whose id begins with `name`.

    Raises: UsageError when no finding's id does, or more than one.
    """
    found = find_finding(trace.findings, name)
    wanted = {claim.id for claim in found.claims}
    verdict = Explanation(
        f"{found.title} ({found.id})", (("verdict", _verdict(found)), *_camps(found))
    )
    numbers = (
        _number(_Case(trace, read, reading), claim.quantity)
        for read, reading in trace.placed
        for claim in (*reading.claims, *trace.checked)
        if claim.article == read.article.id and claim.id in wanted and claim.quantity is not None
    )
    return (verdict, *numbers)


def find_finding(findings: Sequence[Finding], name: str) -> Finding:
    """Return the finding whose id begins with `name`. Raises: UsageError for none or several."""
    found = [finding for finding in findings if name and finding.id.startswith(name)]
    if len(found) != 1:
        count = "no" if not found else f"more than one ({len(found)})"
        raise UsageError(f"{count} finding has an id that begins with `{name}`")
    return found[0]


@frozen
class _Case:
    """One article of a trace."""

    trace: Trace
    read: QuantitiesRead
    reading: Reading

    @property
    def article(self) -> Article:
        """The article."""
        return self.read.article


def _on_line(case: _Case, span: Span) -> Iterator[Explanation]:
    """Explain what begins on a line, in order."""
    for mark in case.article.marks:
        if mark.span.start < span.end and span.start < mark.span.end:
            why = _mark(case, mark.reason, mark.original)
            yield Explanation(f"{case.article.path}: this paragraph", (("marked", why),))
    numbers: list[Quantity | Skipped] = [*case.read.quantities, *case.read.skipped]
    placed = [(number.span.start, number) for number in numbers if number.span is not None]
    for start, number in sorted(placed, key=lambda pair: pair[0]):
        if span.start <= start < span.end:
            if isinstance(number, Quantity):
                yield _number(case, number)
            else:
                yield _skipped(case, number)


def _mark(case: _Case, reason: str, original: Span | None) -> str:
    """Say why a paragraph is no evidence of its own."""
    if original is None:
        return f"{reason}: its numbers make no claim"
    place = places(case.article).at(original.start)
    return f"it repeats the paragraph on line {place.line}: its numbers make no new claim"


def _skipped(case: _Case, skipped: Skipped) -> Explanation:
    """Explain a number that is no quantity, or was not understood."""
    where = _where(case, skipped.span or Span(0, 0))
    return Explanation(
        f"{where}  “{skipped.text}”", (("skipped", f"{skipped.stage}: {skipped.reason}"),)
    )


def _where(case: _Case, span: Span) -> str:
    return str(places(case.article).at(span.start))


def _is_of(case: _Case, claim: Claim, quantity: Quantity) -> bool:
    """Whether a claim is about a quantity, be it measured by what the rule asks for."""
    told = claim.quantity
    return told is not None and claim.article == case.article.id and told.span == quantity.span


def _number(case: _Case, quantity: Quantity) -> Explanation:
    """Explain one quantity from its mention to the verdict on its claims."""
    made = (*case.reading.claims, *case.trace.checked)
    claims = [claim for claim in made if _is_of(case, claim, quantity)]
    steps = [
        ("mention", _mention(quantity.mention)),
        ("quantity", _measure(quantity)),
        ("literal", f"{quantity.literal or 'no number'}: what the words allow"),
        ("expected", f"{quantity.expected or 'no number'}: what a careful writer means"),
        *_rules(case, quantity, claims),
    ]
    for claim in claims:
        is_checked = case.trace.rules[claim.rule].kind == CHECK
        steps += _verdicts(claim, case.trace) if is_checked else _claim(case, claim)
    return Explanation(f"{_where(case, quantity.span)}  “{quantity.surface}”", tuple(steps))


def _mention(mention: Mention) -> str:
    """Say what was read off the words."""
    stated = mention.value if mention.value is not None else f"{mention.low} to {mention.high}"
    if mention.value is None and mention.low is None:
        stated = "no number"
    hedges = ", ".join(hedge.replace("_", " ") for hedge in mention.hedges) or "no hedge"
    grain = f", to the nearest {mention.grain:f}" if mention.grain is not None else ""
    return f"“{mention.surface}” as {mention.form}: {stated}{grain}; {hedges}"


def _measure(quantity: Quantity) -> str:
    """Say what is measured or counted."""
    parts = [quantity.kind, f"in {quantity.unit}" if quantity.unit else "without a unit"]
    if quantity.noun:
        parts.append(f"counting “{quantity.noun}”")
    if quantity.unit_candidates:
        parts.append(f"which may be {', '.join(quantity.unit_candidates)}")
    if quantity.change:
        parts.append(f"a change {quantity.change}, no level")
    return ", ".join(parts)


def _rules(case: _Case, quantity: Quantity, claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Say what every rule made of a quantity."""
    evidence = dict(case.reading.evidence)
    considered = {claim.rule for claim in claims}
    for claim in claims:
        if case.trace.rules[claim.rule].kind == CHECK:
            yield f"check {claim.rule}", "held against another number of the article"
            continue
        found = evidence.get(claim.id)
        words = _quoted(found.words) if found else ""
        needs = _quoted(found.needs) if found else ""
        yield f"rule {claim.rule}", f"taken: words {words}" + (f", needs {needs}" if needs else "")
    for refused, refusals in case.reading.refusals:
        if refused is quantity:
            for refusal in refusals:
                considered.add(refusal.rule)
                yield f"rule {refusal.rule}", f"no: {refusal.key}: {refusal.detail}"
    rules = [rule.id for rule in case.trace.rules.values() if rule.kind != CHECK]
    others = [rule for rule in rules if rule not in considered]
    # Who selects a rule or two asks about them.
    if len(rules) <= _MOST_NAMED:
        for rule in others:
            yield f"rule {rule}", "no: words: none of its words in the sentence"
    elif others:
        yield "other rules", f"{len(others)}: none of their words in the sentence"


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _claim(case: _Case, claim: Claim) -> Iterator[tuple[str, str]]:
    """Say how a claim was placed and what it was compared with."""
    yield "facets", "; ".join(_facets(case, claim)) or "none known"
    as_of = f"{claim.as_of} ({claim.as_of_from})" if claim.as_of else "no date known"
    since = f", since {claim.since}" if claim.since else ""
    stage = f", told as {claim.stage}" if claim.stage else ""
    said = f"{claim.polarity}; as of {as_of}{since}{stage}"
    yield "said", f"by {claim.speaker or 'the article'}; {said}"
    if claim.repeats:
        yield "repeats", f"{claim.repeats}: no new claim"
        return
    yield from _story(case)
    for fact in case.trace.facts:
        if any(one.id == claim.id for one in fact.claims):
            yield from _fact(fact, claim)
    yield from _apart(claim, case.trace)
    yield from _verdicts(claim, case.trace)


def _verdicts(claim: Claim, trace: Trace) -> Iterator[tuple[str, str]]:
    """Give every finding that a claim stands in."""
    for finding in trace.findings:
        if any(one.id == claim.id for one in finding.claims):
            yield "verdict", _verdict(finding)
            yield from _camps(finding)


def _story(case: _Case) -> Iterator[tuple[str, str]]:
    """Name the articles of the same story, with what they have in common."""
    stories, article = case.trace.stories, case.article
    if article.id not in stories:
        return
    own = stories[article.id]
    others = [a for a in case.trace.articles if a.id != article.id and stories.get(a.id) == own]
    if not others or article.event:
        told = f"named by its metadata: {article.event}" if article.event else "of its own"
        yield "story", f"{told}; {len(others)} other articles tell it"
        return
    told_by = vectors(case.trace.articles, languages_of(case.trace.articles))
    for other in others[:_MOST_APART]:
        shared = ", ".join(shared_terms(told_by[article.id], told_by[other.id]))
        told = f"by what both tell: {shared}" if shared else "by what others of the story tell"
        yield "same story", f"{other.path}, {told}"


def _facets(case: _Case, claim: Claim) -> Iterator[str]:
    """Name each facet with the words that gave it."""
    for facet in claim.facets:
        words = f"“{case.article.text[slice(*facet.span)]}”" if facet.span else "by default"
        yield f"{facet.name} {facet.value} ({words})"
    rule = case.trace.rules[claim.rule]
    unknown = [facet.name for facet in rule.facets if claim.facet(facet.name) is None]
    if unknown:
        yield f"not known: {', '.join(unknown)}"


def _fact(fact: Fact, claim: Claim) -> Iterator[tuple[str, str]]:
    """Name the other claims of a fact."""
    others = [one for one in fact.claims if one.id != claim.id]
    if not others:
        yield "fact", "no other claim speaks of it"
    for one in others:
        yield "same fact", _placed(one)
    for name, facet in fact.unsure:
        if name == claim.id:
            yield "unsure", f"it fits several facts; {facet} would tell which"


def _apart(claim: Claim, trace: Trace) -> Iterator[tuple[str, str]]:
    """Name claims of the same rule about other facts, with what keeps them apart."""
    together = {
        one.id
        for fact in trace.facts
        if any(other.id == claim.id for other in fact.claims)
        for one in fact.claims
    }
    rule = trace.rules[claim.rule]
    others = [
        one
        for one in trace.claims
        if one.rule == claim.rule and one.id not in together and one.repeats is None
    ]
    articles = {article.id: article for article in trace.articles}
    for one in others[:_MOST_APART]:
        why = separation((claim, one), rule, trace.stories, articles) or "another claim of the fact"
        yield "unrelated", f"({why}) {_placed(one)}"


def _stated(claim: Claim) -> str:
    """Return the words of a claim; those of its source for the date of an event."""
    return claim.quantity.surface if claim.quantity else claim.quote


def _placed(claim: Claim) -> str:
    """Quote a claim with its place."""
    return f"“{_stated(claim)}”, {claim.place}"


def _verdict(finding: Finding) -> str:
    because = "" if finding.because == finding.verdict else f" ({finding.because})"
    return f"{finding.verdict}{because}, {finding.severity}: {finding.message}"


def _camps(finding: Finding) -> Iterator[tuple[str, str]]:
    """Describe the camps of a finding and how they stand to each other."""
    for number, camp in enumerate(finding.camps):
        stated = _quoted([_stated(claim) for claim in camp.claims])
        core = f"{camp.core} {finding.unit}" if camp.core else str(camp.start or "no number")
        yield f"camp {camp_letter(number)}", f"{core.strip()}: {stated} ({', '.join(camp.sources)})"
        for claim, original in camp.copies:
            yield "one source", f"{claim} nearly copies {original}"
        if camp.fits:
            yield "fits too", _quoted([_stated(claim) for claim in camp.fits])
    for relation in finding.relations:
        pair = relation.letters
        yield pair, f"{relation.verdict} ({relation.because}): {relation.message}"
