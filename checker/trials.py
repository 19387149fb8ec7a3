"""A rule's examples, tried: what each should find or decide, beside what the pipeline says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from checker.detect import detect_language
from checker.facts import separation
from checker.facts.stories import group_stories
from checker.inputs import load_tables
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
from checker.pipeline import check_articles, common_words
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
    return Trial(rule.id, example, expected, found, expected == found, languages, spans)


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
        return wanted if fits else f"{quantity.bound} {quantity.value}"
    if key in ("low", "high"):
        end = quantity.low if key == "low" else quantity.high
        return wanted if _same_number(end, wanted) else str(end)
    if key == "vague":
        return wanted if _is_vague(quantity, wanted) else f"{quantity.bound} {quantity.surface}"
    plain = {
        "unit": quantity.unit,
        "speaker": claim.speaker,
        "polarity": claim.polarity,
        "as-of": claim.as_of,
        "since": claim.since,
    }
    return str(plain[key] if key in plain else claim.facet(key))


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
    articles = {
        claim.article
        for camp in finding.camps
        for claim in (*camp.claims, *camp.fits)
        if not claim.anchor
    }
    return articles == {article.id for article in report.articles}


def _apart(report: Report, rule: Rule) -> str | None:
    """Say what keeps the claims of two samples apart."""
    one, other = ([c for c in report.claims if c.article == a.id] for a in report.articles)
    if not one or not other:
        return "a sample without a claim"
    stories = group_stories(report.articles, common_words(report.articles))
    return separation(one[0], other[0], rule, stories)
