"""Claims and findings as JSON and back, exactly, without the names and paths of their article."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from checker.interval import Interval
from checker.model import (
    Article,
    Camp,
    Claim,
    FacetMatch,
    Finding,
    Mention,
    Period,
    Quantity,
    Relation,
    Sentence,
    Span,
)

JSON = Any
"""What `json` writes: lists, text, numbers, truth values and None."""


def write_claim(claim: Claim) -> str:
    """Write a claim as text; what its article tells (id, path, source) is left out."""
    return json.dumps(claim_to_json(claim), ensure_ascii=False, separators=(",", ":"))


def read_claim(text: str, article: Article) -> Claim:
    """Read a claim of an article back; the tokens of its sentence are gone."""
    return claim_from_json(json.loads(text), article)


def claim_to_json(claim: Claim) -> JSON:
    """Return the fields of a claim; what its article tells (id, path, source) is left out."""
    return [
        claim.id.removeprefix(claim.article),
        claim.rule,
        claim.line,
        claim.column,
        claim.quote,
        _quantity(claim.quantity),
        [[match.name, match.value, match.span] for match in claim.facets],
        claim.speaker,
        _days(claim.as_of),
        claim.as_of_from,
        _days(claim.since),
        claim.polarity,
        None if claim.repeats is None else claim.repeats.removeprefix(claim.article),
        claim.weekday,
        [claim.within, claim.at, claim.apart, claim.stage, claim.counted],
    ]


def claim_from_json(saved: JSON, article: Article) -> Claim:
    """Make the claim of an article that `claim_to_json` described, without tokens."""
    name, rule, line, column, quote, quantity, facets, speaker, *rest = saved
    as_of, as_of_from, since, polarity, repeats, day, further = rest
    within, at, apart, stage, counted = further
    # A page of a PDF is named between the id and the place: `report#page=3:12:5:troops`.
    where = name.removesuffix(f":{line}:{column}:{rule}")
    return Claim(
        id=article.id + name,
        rule=rule,
        article=article.id,
        source=article.source,
        path=article.path + where,
        line=line,
        column=column,
        quote=quote,
        quantity=_read_quantity(quantity),
        facets=tuple(FacetMatch(name, value, _span(span)) for name, value, span in facets),
        speaker=speaker,
        as_of=_read_days(as_of),
        as_of_from=as_of_from,
        since=_read_days(since),
        polarity=polarity,
        repeats=None if repeats is None else article.id + repeats,
        weekday=day,
        within=within,
        at=at,
        apart=tuple(apart),
        stage=stage,
        counted=counted,
    )


_PLAIN = ("id", "rule", "title", "verdict", "because", "severity", "message", "unit", "cause")


def finding_to_json(finding: Finding) -> JSON:
    """Return the fields of a finding inside one article, which nothing hides or drafts."""
    relations = [
        [one.a, one.b, one.verdict, one.because, one.message, one.cause]
        for one in finding.relations
    ]
    plain = {name: getattr(finding, name) for name in _PLAIN}
    return [plain, finding.facets, [_camp(camp) for camp in finding.camps], relations]


def finding_from_json(saved: JSON, article: Article) -> Finding:
    """Make the finding inside an article that `finding_to_json` described, without tokens."""
    plain, facets, camps, relations = saved
    return Finding(
        **plain,
        facets=tuple((name, value) for name, value in facets),
        camps=tuple(_read_camp(camp, article) for camp in camps),
        relations=tuple(Relation(*relation) for relation in relations),
    )


def _camp(camp: Camp) -> JSON:
    return [
        [claim_to_json(claim) for claim in camp.claims],
        camp.sources,
        _ends(camp.core),
        [claim_to_json(claim) for claim in camp.fits],
        _days(camp.start),
        camp.copies,
    ]


def _read_camp(saved: JSON, article: Article) -> Camp:
    claims, sources, core, fits, start, copies = saved
    return Camp(
        tuple(claim_from_json(claim, article) for claim in claims),
        tuple(sources),
        _interval(core),
        tuple(claim_from_json(claim, article) for claim in fits),
        _read_days(start),
        tuple((claim, other) for claim, other in copies),
    )


def _quantity(quantity: Quantity | None) -> JSON:
    if quantity is None:
        return None
    mention = quantity.mention
    return [
        mention.span,
        mention.surface,
        [_text(n) for n in (mention.value, mention.low, mention.high, mention.grain)],
        [_text(n) for n in (mention.places, mention.other)],
        mention.hedges,
        mention.form,
        mention.via,
        mention.sentence.quoted,
        quantity.kind,
        quantity.unit,
        _ends(quantity.literal),
        _ends(quantity.expected),
        quantity.span,
        quantity.surface,
        quantity.noun,
        quantity.unit_candidates,
        quantity.change,
        [_text(n) for n in (quantity.value, quantity.low, quantity.high)],
    ]


def _read_quantity(saved: JSON) -> Quantity | None:
    if saved is None:
        return None
    mention, (kind, unit, literal, expected, span, *rest) = _read_mention(saved[:8]), saved[8:]
    surface, noun, candidates, change, numbers = rest
    value, low, high = map(_number, numbers)
    return Quantity(
        mention=mention,
        kind=kind,
        unit=unit,
        literal=_interval(literal),
        expected=_interval(expected),
        span=Span(*span),
        surface=surface,
        first=0,
        last=0,
        noun=noun,
        unit_candidates=tuple(candidates),
        change=change,
        value=value,
        low=low,
        high=high,
    )


def _read_mention(saved: JSON) -> Mention:
    span, surface, numbers, further, hedges, form, via, sentence = saved
    value, low, high, grain = map(_number, numbers)
    places, other = map(_number, further)
    return Mention(
        span=Span(*span),
        surface=surface,
        value=value,
        low=low,
        high=high,
        grain=grain,
        places=places,
        hedges=tuple(hedges),
        form=form,
        via=via,
        first=0,
        last=0,
        number_first=0,
        number_last=0,
        sentence=Sentence(Span(*sentence), ()),
        other=other,
    )


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _number(saved: str | None) -> Decimal | None:
    return None if saved is None else Decimal(saved)


def _ends(numbers: Interval | None) -> JSON:
    if numbers is None:
        return None
    ends = _text(numbers.low), _text(numbers.high)
    return [*ends, numbers.low_closed, numbers.high_closed]


def _interval(saved: JSON) -> Interval | None:
    if saved is None:
        return None
    low, high, *closed = saved
    return Interval(_number(low), _number(high), *closed)


def _span(saved: JSON) -> Span | None:
    return None if saved is None else Span(*saved)


def _days(period: Period | None) -> JSON:
    return None if period is None else [period.first.toordinal(), period.last.toordinal()]


def _read_days(saved: JSON) -> Period | None:
    if saved is None:
        return None
    return Period(date.fromordinal(saved[0]), date.fromordinal(saved[1]))
