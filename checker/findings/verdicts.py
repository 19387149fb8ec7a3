"""One finding for one fact: camps in order, their relations, and the worst of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import repeat

from checker.copies import near_copies
from checker.digest import digest
from checker.findings.camps import Cluster, common, gather
from checker.findings.context import Case, Context
from checker.findings.growth import with_growth
from checker.findings.kinds import Outcome
from checker.findings.relations import Court, related
from checker.findings.severity import severity_of
from checker.findings.sides import Side, exchanged, make_sides, period_of, report_unit
from checker.findings.wording import agreement, sentence
from checker.interval import Interval
from checker.model import Article, Camp, Claim, Fact, Finding, Relation, Rule
from checker.values import frozen

Copies = tuple[tuple[str, str], ...]
"""Pairs of a claim's id and the id of the claim whose paragraph it nearly copies."""

_NO_WORD = re.compile(r"\W+")


@frozen
class Judged:
    """The camps of a fact in order, with what stands behind them."""

    case: Case
    clusters: tuple[Cluster, ...]
    copies: tuple[Copies, ...]
    outcomes: tuple[tuple[int, int, Outcome], ...]


def judge_fact(fact: Fact, rule: Rule, context: Context) -> tuple[Finding, Judged]:
    """Judge one fact; what stands behind the finding serves to check parts and wholes."""
    case = Case(rule, context, report_unit(fact.claims, rule))
    sides = make_sides(fact, case)
    case = with_growth(case, sides)
    camps = [(one, copies_in(one, case)) for one in gather(sides)]
    camps.sort(key=lambda camp: _rank(*camp))
    clusters = [cluster for cluster, _ in camps]
    court = Court(case)
    by_number = sorted(range(len(clusters)), key=lambda index: _by_number(clusters[index], case))
    outcomes = tuple(
        (one, other, court.relate(clusters[one], clusters[other]))
        for one, other in related(len(clusters), by_number)
    )
    copies = tuple(copied for _, copied in camps)
    judged = Judged(case, tuple(clusters), copies, outcomes)
    return finding_of(fact, judged), judged


def finding_of(fact: Fact, judged: Judged) -> Finding:
    """
    Write down what was found; the worst relation speaks for all.

    Of several it is the gravest, and rather one between numbers than one with vague words.
    """
    case = judged.case
    relations = tuple(
        Relation(a, b, found.verdict, found.because, sentence(found, case), found.cause)
        for a, b, found in judged.outcomes
    )
    found = [outcome for _, _, outcome in judged.outcomes]
    order = [(o.rank, severity_of(o, case)[0], o.because != "vague") for o in found]
    place = max(range(len(order)), key=lambda index: order[index], default=None)
    count = sum(len(cluster.sides) for cluster in judged.clusters)
    worst = None if place is None else found[place]
    core = judged.clusters[0].core if judged.clusters else None
    return Finding(
        id=fingerprint(fact, ()),
        rule=case.rule.id,
        title=case.rule.title,
        verdict=worst.verdict if worst else "agree",
        because=worst.because if worst else "agree",
        severity=severity_of(worst, case)[1] if worst else "info",
        message=agreement(core, case.unit, count) if place is None else relations[place].message,
        facets=fact.facets,
        camps=tuple(map(camp_of, judged.clusters, repeat(case), judged.copies)),
        relations=relations,
        unit=case.shown_unit,
        cause=worst.cause if worst else None,
    )


def camp_of(cluster: Cluster, case: Case, copies: Copies) -> Camp:
    """Write down a camp: claims by date, sources with near-copies counted once."""
    claims = _in_order(cluster.sides)
    core = _reported(cluster, case)
    is_start = case.is_elapsed and core is not None and cluster.sides[0].unit == "day"
    return Camp(
        claims=claims,
        sources=independent(claims, copies),
        core=None if is_start else core,
        fits=_in_order(cluster.fits),
        start=period_of(core) if is_start and core is not None else None,
        copies=copies,
    )


def independent(claims: Sequence[Claim], copies: Copies = ()) -> tuple[str, ...]:
    """Name the outlets of `claims`, earliest first; one that only copies another adds nothing."""
    if len(claims) == 1 and not copies:
        return (claims[0].source,)
    copied = {claim for claim, _ in copies}
    quotes: set[str] = set()
    sources: dict[str, None] = {}
    for claim in claims:
        quote = normalised(claim.quote)
        if (quote not in quotes or not quote) and claim.id not in copied:
            sources.setdefault(claim.source)
        quotes.add(quote)
    return tuple(sources)


def copies_in(cluster: Cluster, case: Case) -> Copies:
    """Find the claims of a camp whose paragraph nearly copies one of another outlet."""
    if len({side.claim.source for side in cluster.sides}) < 2:
        return ()
    claims = _in_order(cluster.sides)
    originals = near_copies([_paragraph(claim, case.context) for claim in claims])
    pairs = [(claims[n], claims[of]) for n, of in enumerate(originals) if of is not None]
    return tuple((one.id, other.id) for one, other in pairs if one.source != other.source)


def _paragraph(claim: Claim, context: Context) -> str:
    """Return the line of the article that holds a claim, or just its sentence."""
    kept = context.paragraphs.get(claim.id)
    article = context.articles.get(claim.article)
    return kept or (paragraph_of(claim, article) if article else claim.quote)


def paragraph_of(claim: Claim, article: Article) -> str:
    """Return the line of an article that holds a claim, or just its sentence."""
    quantity = claim.quantity
    if quantity is None:
        return claim.quote
    start = article.text.rfind("\n", 0, quantity.span.start) + 1
    end = article.text.find("\n", quantity.span.end)
    paragraph = article.text[start : None if end < 0 else end]
    return paragraph if len(paragraph) > len(claim.quote) else claim.quote


def normalised(quote: str) -> str:
    """Write a sentence without case and punctuation, so that copies of it are the same."""
    return _NO_WORD.sub(" ", quote.casefold()).strip()


def fingerprint(fact: Fact, extra: Sequence[str]) -> str:
    """
    Name a finding by what it is about: rule, facets, values and quotes.

    Line numbers, paths and the order of articles change nothing, so that a decision on a finding
    survives edits elsewhere in an article.
    """
    claims = sorted({_stated(claim) for claim in fact.claims})
    facets = [f"{name}={value}" for name, value in fact.facets]
    return digest(fact.rule, *facets, *claims, *extra)


def _stated(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None:
        return f"{claim.as_of}"
    reading = quantity.expected
    ends = [_number(reading.low), _number(reading.high)] if reading else []
    return "\x1f".join([quantity.unit, quantity.change or "", *ends, normalised(claim.quote)])


def _number(end: Decimal | None) -> str:
    return "" if end is None else f"{end.normalize():f}"


def _rank(cluster: Cluster, copies: Copies) -> tuple[int, str, tuple[str, ...], str]:
    """Order camps by independent sources, then by their earliest date."""
    claims = _in_order(cluster.sides)
    days = [claim.as_of.first.isoformat() for claim in claims if claim.as_of]
    return -len(independent(claims, copies)), min(days, default="~"), cluster.group, claims[0].id


def _in_order(sides: Sequence[Side]) -> tuple[Claim, ...]:
    """Give the claims of some sides, earliest first."""
    claims = [side.claim for side in sides]
    # Where figures differ much, most camps have one claim.
    if len(claims) > 1:
        claims.sort(key=lambda claim: claim.order)
    return tuple(claims)


def _reported(cluster: Cluster, case: Case) -> Interval | None:
    """Return the core in the report unit; None when there is no sure way to it."""
    side = cluster.sides[0]
    if side.unit == case.unit:
        return cluster.core
    if len(side.currencies) != 1:
        return None
    money = [exchanged(s, side.unit, case.unit, case.context) for s in cluster.sides]
    return common(one.expected for one in money if one is not None)


def _by_number(cluster: Cluster, case: Case) -> tuple[int, Decimal]:
    """Order camps along the line of numbers; vague ones last."""
    core = _reported(cluster, case)
    end = None if core is None else core.high if core.high is not None else core.low
    return (1, Decimal(0)) if end is None else (0, end)
