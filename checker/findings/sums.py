"""Parts of one report added up, and held against their whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checker.findings.kinds import Outcome, order_of
from checker.findings.members import Member, counts_less, low_of, stratum_at
from checker.findings.sides import SHARP, Side
from checker.findings.strata import stratum_of
from checker.interval import Interval
from checker.model import FacetValue
from checker.values import replace

_HUNDRED = Decimal(100)


def sum_of_parts(whole: Member, parts: Sequence[Member], value: FacetValue) -> Outcome | None:
    """
    Add up the parts that one article gives, and compare them with the whole.

    Parts of several articles are never added: they may be of different days or overlap. Where an
    article gives no whole of its own, its parts are held against those that others give.
    """
    wholes = _single(whole)
    found = [
        outcome
        for article, known in _parts_told(parts).items()
        for total in _totals_for(article, known, wholes)
        if (outcome := _added(list(known.values()), total, _is_all(known, value))) is not None
        and (outcome.verdict == "disagree" or total.claim.article == article)
    ]
    return max(found, key=lambda outcome: outcome.rank, default=None)


def _parts_told(parts: Sequence[Member]) -> dict[str, dict[str, Side]]:
    """Return by article, in order, the parts that it gives; one part alone is no sum."""
    told: dict[str, dict[str, Side]] = {}
    for part in parts:
        for article, side in _single(part).items():
            told.setdefault(article, {})[part.category] = side
    return {article: told[article] for article in sorted(told) if len(told[article]) > 1}


def _totals_for(
    article: str, known: Mapping[str, Side], wholes: Mapping[str, Side]
) -> Iterator[Side]:
    """
    Yield the whole that an article gives, else the extremes of those of others for the same time.

    Of many wholes the least and the greatest say all: a sum that fits both fits what lies between.
    """
    own = wholes.get(article)
    others = [own] if own is not None else [wholes[name] for name in sorted(wholes)]
    fits = [
        total
        for total in others
        if not any(
            _apart(side, total) or (own is None and counts_less(total.claim, side.claim))
            for side in known.values()
        )
    ]
    fits.sort(key=lambda total: (low_of(total) or Decimal(0), total.claim.id))
    yield from fits[:1]
    yield from fits[1:][-1:]


def _is_all(known: Mapping[str, Side], value: FacetValue) -> bool:
    """Whether these parts are all that a whole has."""
    return value.complete and set(known) == set(value.parts)


def _added(parts: Sequence[Side], total: Side, is_complete: bool) -> Outcome | None:
    """Compare a sum of parts with the whole; None when there is nothing to tell."""
    literal = _total([side.literal for side in parts])
    expected = _total([side.expected for side in parts])
    if literal is None or expected is None or total.literal is None or total.expected is None:
        return None
    added = replace(stratum_of(parts), expected=expected, literal=literal)
    whole = stratum_at(total)
    is_more = (
        literal.low is not None
        and total.literal.high is not None
        and literal.low > total.literal.high
    )
    if is_more or (is_complete and not literal.meets(total.literal)):
        return Outcome("disagree", "sum", whole, added)
    if expected.meets(total.expected):
        return None
    if is_complete:
        return Outcome("unsure", "rounding", whole, added)
    is_less = expected.high is not None and total.expected.low is not None
    if is_less and (expected.high or 0) <= (total.expected.low or 0):
        return Outcome("explained", "parts-incomplete", whole, added)
    return None


def shares_of_one(parts: Sequence[Member]) -> Outcome | None:
    """Find shares of one article that add up to more than a hundred percent."""
    by_article: dict[str, list[Side]] = {}
    for part in parts:
        for article, side in _single(part).items():
            by_article.setdefault(article, []).append(side)
    for article in sorted(by_article):
        sides = by_article[article]
        literal = _total([side.literal for side in sides])
        if len(sides) > 1 and literal is not None and (literal.low or 0) > _HUNDRED:
            expected = _total([side.expected for side in sides])
            added = replace(stratum_of(sides[1:]), expected=expected, literal=literal)
            return Outcome("disagree", "sum", stratum_at(sides[0]), added)
    return None


def _single(member: Member) -> dict[str, Side]:
    """Return by article the figure of those that give one figure only for this category."""
    found: dict[str, list[Side]] = {}
    for side in member.sides:
        if side.tier == SHARP:
            found.setdefault(side.claim.article, []).append(side)
    return {
        article: sides[0]
        for article, sides in found.items()
        if all(side.expected == sides[0].expected for side in sides)
    }


def _apart(part: Side, whole: Side) -> bool:
    """Whether a part speaks of another day or unit than the whole."""
    order = order_of(stratum_at(part), stratum_at(whole))
    return part.unit != whole.unit or order in ("earlier", "later")


def _total(intervals: Sequence[Interval | None]) -> Interval | None:
    """Add intervals up, end by end; None when one of them is not known."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for interval in intervals:
        if interval is None:
            return None
        low = None if low is None or interval.low is None else low + interval.low
        high = None if high is None or interval.high is None else high + interval.high
    known = [interval for interval in intervals if interval is not None]
    closed = all(i.low_closed for i in known), all(i.high_closed for i in known)
    return Interval(low, high, *closed)
