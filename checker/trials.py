"""A rule's examples, tried: what each should find or decide, beside what the pipeline says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from checker.detect import detect_language
from checker.facts import separation
from checker.facts.stories import group_stories
from checker.inputs import load_tables
from checker.judging import languages_of
from checker.languages import available
from checker.model import (
    Article,
    Claim,
    Example,
    Expected,
    Finding,
    Quantity,
    Report,
    Rule,
    Sample,
    Span,
    Trial,
)
from checker.pipeline import check_articles, read_claims, read_quantities
from checker.rates import Rates
from checker.values import replace

# A pair without dates is taken as one day; which day does not matter, but "since August" needs one.
ONE_DAY = date(2023, 5, 15)

_BOUNDS = {
    "over": ">",
    "at-least": ">=",
    "under": "<",
    "at-most": "<=",
    "about": "~",
    "nearly": "~",
}
# What `vague:` calls each decade, whatever the language of the text.
_DECADES = {
    "tens": 10,
    "dozens": 12,
    "hundreds": 100,
    "thousands": 1_000,
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
    "millions": 1_000_000,
    "tens of millions": 10_000_000,
    "hundreds of millions": 100_000_000,
    "billions": 1_000_000_000,
}


NO_WORDS_THERE = "none of its words in the sentence"
"""What keeps a rule from a number that no other key was tried on."""


def try_rule(rule: Rule, rates: Rates) -> list[Trial]:
    """Try every example of a rule."""
    return [try_example(rule, example, rates) for example in rule.examples]


def try_example(rule: Rule, example: Example, rates: Rates) -> Trial:
    """Run one example through the pipeline with its own rule alone."""
    # Two texts are of one story, unless the example is about telling stories apart.
    event = None if example.because == "story" else "example"
    articles = [
        replace(article_of(sample, n), event=event) for n, sample in enumerate(example.samples)
    ]
    report = check_articles(articles, [rule], rates)
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    if example.finds is not None:
        claims = [claim for claim in report.claims if claim.repeats is None]
        expected += tuple(str(wanted) or "nothing" for wanted in example.finds)
        found += found_lines(example.finds, claims)
    if example.verdict is not None:
        expected += (_verdict_line(example.verdict, example.because),)
        found += (_verdict_of(report, rule, example),)
    languages = tuple(dict.fromkeys(article.language for article in articles))
    spans = tuple(_spans(articles, report.claims))
    passed = expected == found
    reasons = () if passed else tuple(_reasons(articles, rule))
    return Trial(rule.id, example, expected, found, passed, languages, spans, reasons)


def _reasons(articles: Sequence[Article], rule: Rule) -> Iterator[str]:
    """Say of every number that is no claim of the rule why not."""
    for article in articles:
        read = read_quantities(article)
        [(_, reading)] = read_claims([read], [rule])
        claimed = [claim.quantity for claim in reading.claims]
        refusals = {quantity: found[0] for quantity, found in reading.refusals if found}
        for quantity in read.quantities:
            refusal = refusals.get(quantity)
            why = f"{refusal.key}: {refusal.detail}" if refusal else f"words: {NO_WORDS_THERE}"
            if quantity not in claimed:
                yield f"“{quantity.surface}” is no claim: {why}"
        for skipped in read.skipped:
            if skipped.text:
                yield f"“{skipped.text}” is not read as a quantity: {skipped.reason}"
        if not read.quantities and not read.skipped:
            yield f"no number is seen in “{article.text}”"


def _spans(articles: Sequence[Article], claims: Sequence[Claim]) -> Iterator[tuple[int, Span]]:
    """Say where in which sample each claim states its number."""
    numbers = {article.id: number for number, article in enumerate(articles)}
    for claim in claims:
        if claim.quantity is not None and claim.repeats is None:
            yield numbers[claim.article], claim.quantity.span


def article_of(sample: Sample, number: int) -> Article:
    """Make an article of a sample; its language is found when it is not given."""
    language = sample.lang or detect_language(sample.text, load_tables(available()).stop_words)
    published = date.fromisoformat(sample.date) if sample.date else ONE_DAY
    name = f"example-{number + 1}"
    return Article(
        name,
        name,
        sample.text,
        language or "en",
        published,
        sample.outlet or f"outlet {number + 1}",
    )


def found_lines(finds: Sequence[Expected], claims: Sequence[Claim]) -> tuple[str, ...]:
    """Describe each claim by the keys that the example asks for, in the example's words."""
    lines = []
    for number, claim in enumerate(claims):
        keys = finds[min(number, len(finds) - 1)].pairs if finds else ()
        told = [(key, value, _told(claim, key, value)) for key, value in keys]
        lines.append(", ".join(f"{key}: {found}" for key, _, found in told) or _plainly(claim))
    return tuple(lines)


def _told(claim: Claim, key: str, wanted: str) -> str:
    """Return what a claim says for a key; the wanted spelling when it says the same."""
    quantity = claim.quantity
    if quantity is None:
        return ""
    if key in ("value", *_BOUNDS):
        bound = _BOUNDS.get(key, "=")
        fits = quantity.bound == bound and _same_number(quantity.value, wanted)
        return wanted if fits else _stated(quantity)
    if key in ("low", "high"):
        end = quantity.low if key == "low" else quantity.high
        return wanted if _same_number(end, wanted) else _stated(quantity)
    if key == "vague":
        return wanted if _is_vague(quantity, wanted) else _stated(quantity)
    plain = {
        "unit": quantity.unit,
        "speaker": claim.speaker,
        "polarity": claim.polarity,
        "as-of": claim.as_of,
        "since": claim.since,
    }
    told = plain[key] if key in plain else claim.facet(key)
    return "nothing" if told is None else str(told)


def _stated(quantity: Quantity) -> str:
    """Write a number as it is read, what is measured with its unit: `> 300`, `18 month`."""
    number = quantity.value
    ends = f"{quantity.low} to {quantity.high}"
    bound = "" if quantity.bound in ("=", "range") else f"{quantity.bound} "
    unit = "" if quantity.kind in ("count", "number") else f" {quantity.unit}"
    return f"{bound}{ends if number is None else number}{unit}"


def _is_vague(quantity: Quantity, wanted: str) -> bool:
    """Whether a vague count is the wanted decade, has the wanted words, or is just any (`true`)."""
    if quantity.bound != "vague":
        return False
    same_decade = wanted in _DECADES and quantity.low == _DECADES[wanted]
    return wanted == "true" or same_decade or wanted in quantity.surface


def _same_number(number: Decimal | None, wanted: str) -> bool:
    try:
        return number is not None and number == Decimal(wanted)
    except InvalidOperation:
        return False


def _plainly(claim: Claim) -> str:
    quantity = claim.quantity
    return quantity.surface if quantity else claim.id


def _verdict_line(verdict: str, because: str | None) -> str:
    return f"{verdict}: {because}" if because else verdict


def _verdict_of(report: Report, rule: Rule, example: Example) -> str:
    """Return the worst verdict on the samples as the example words it, with the reason if asked."""
    findings = [finding for finding in report.findings if _holds_all(finding, report)]
    if not findings:
        return _verdict_line("unrelated", _apart(report, rule) if example.because else None)
    worst = findings[0]
    because = worst.because if example.because else None
    if example.because and worst.cause == example.because:
        because = worst.cause
    return _verdict_line(worst.verdict, because)


def _holds_all(finding: Finding, report: Report) -> bool:
    """Whether a finding compares claims of every sample."""
    articles = {claim.article for claim in finding.claims if not claim.anchor}
    return articles == {article.id for article in report.articles}


def _apart(report: Report, rule: Rule) -> str | None:
    """Say what keeps the claims of two samples apart."""
    one, other = ([c for c in report.claims if c.article == a.id] for a in report.articles)
    if not one or not other:
        return "a sample without a claim"
    stories = group_stories(report.articles, languages_of(report.articles))
    articles = {article.id: article for article in report.articles}
    return separation((one[0], other[0]), rule, stories, articles)
