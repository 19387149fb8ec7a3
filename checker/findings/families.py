"""
Part and whole: facts that differ only in a category whose values have parts.

A part may not exceed the whole (the part no later than the whole), the parts of one report add up
to no more than its whole, and one number told for the whole here and for a part there has probably
changed its category on the way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checker.findings.camps import Cluster
from checker.findings.context import Case
from checker.findings.kinds import Outcome, days_between, order_of
from checker.findings.severity import severity_of
from checker.findings.sides import SHARP, VAGUE, Side
from checker.findings.strata import Stratum, stratum_of
from checker.findings.verdicts import Judged, camp_of, copies_in, fingerprint
from checker.findings.wording import described, number
from checker.interval import Interval
from checker.model import Claim, Facet, FacetValue, Fact, Finding, Relation, Rule, Verdict
from checker.values import frozen, replace

HUNDRED = Decimal(100)


@frozen
class Member:
    """A judged fact of a family, with its category."""

    fact: Fact
    judged: Judged
    category: str

    @property
    def sides(self) -> list[Side]:
        """Its sure and asserted claims, but for earlier figures."""
        return [
            side
            for cluster in self.judged.clusters
            for side in (*cluster.sides, *cluster.fits)
            if side.is_sure
        ]


def judge_families(
    judged: Sequence[tuple[Fact, Judged]], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Yield what is wrong, or worth knowing, between parts and wholes; agreement is not told."""
    families: dict[str, list[tuple[Fact, Judged]]] = {}
    for fact, stands in judged:
        if fact.family:
            families.setdefault(fact.family, []).append((fact, stands))
    for family in sorted(families):
        rule = rules[families[family][0][0].rule]
        for facet in rule.facets:
            wholes = [value for value in facet.values.values() if value.parts]
            if not wholes:
                continue
            for members in _alike_but_for(facet.name, families[family], rule):
                for whole in wholes:
                    yield from _judge_whole(whole, members, facet)


def _alike_but_for(
    name: str, judged: Sequence[tuple[Fact, Judged]], rule: Rule
) -> Iterator[list[Member]]:
    """
    Yield the members of a family whose other categories are the same.

    Children are a part of all, and the killed of the victims; killed children are no part of all
    who were hurt badly.
    """
    others = {f.name for f in rule.facets if any(value.parts for value in f.values.values())}
    found: dict[tuple[tuple[str, str], ...], list[Member]] = {}
    for fact, stands in judged:
        known = dict(fact.facets)
        if name in known:
            key = tuple(pair for pair in fact.facets if pair[0] in others and pair[0] != name)
            found.setdefault(key, []).append(Member(fact, stands, known[name]))
    for key in sorted(found):
        yield found[key]


def _judge_whole(whole: FacetValue, members: Sequence[Member], facet: Facet) -> Iterator[Finding]:
    """Check one whole against each of its parts, then against their sum in one report."""
    all_of_it = {value.id for value in facet.values.values() if value.may_be_all}
    wholes = [member for member in members if member.category == whole.id]
    parts = [member for member in members if member.category in whole.parts]
    for total in wholes:
        for part in parts:
            found = _exceeding(total, part)
            if found is None and part.category not in all_of_it:
                found = _same_number(total, part)
            if found is not None:
                yield _finding(found, (total, part), facet.name)
        summed = _sum(total, parts, whole)
        if summed is not None:
            yield _finding(summed, (total, *parts), facet.name)
    if not wholes and parts and parts[0].judged.case.rule.kind == "share":
        summed = _shares(parts)
        if summed is not None:
            yield _finding(summed, tuple(parts), facet.name)


def _exceeding(whole: Member, part: Member) -> Outcome | None:
    """
    Find a part that exceeds a whole which is no earlier than it.

    Parts are sorted by date, so that the largest one up to each date is known at once.
    """
    case = whole.judged.case
    dated = sorted(
        (side for side in part.sides if side.moment and _low(side) is not None),
        key=lambda side: (side.moment or (0, 0))[1],
    )
    lasts = [(side.moment or (0, 0))[1] for side in dated]
    largest: list[Side] = []
    for side in dated:
        is_larger = not largest or (_low(side) or 0) > (_low(largest[-1]) or 0)
        largest.append(side if is_larger else largest[-1])
    undated = [side for side in part.sides if side.moment is None]
    found: list[Outcome] = []
    for total in whole.sides:
        place = bisect_right(lasts, total.moment[1]) if total.moment else 0
        rivals = [largest[place - 1]] if place else []
        if case.rule.kind == "event" and undated and not case.is_growing:
            rivals.append(max(undated, key=lambda side: _low(side) or Decimal(0)))
        found += [
            _outcome(total, rival, "part-exceeds-whole")
            for rival in rivals
            if _above(rival, total, case)
        ]
    return max(found, key=_excess, default=None)


def _above(part: Side, whole: Side, case: Case) -> bool:
    """Whether a part is certainly more than the whole, within the window of the rule."""
    if VAGUE in (part.tier, whole.tier) or part.unit != whole.unit:
        return False
    is_first = whole.group[2] == "first" != part.group[2]
    if is_first or _counts_less(whole.claim, part.claim):
        return False
    if part.literal is None or whole.literal is None or whole.literal.high is None:
        return False
    window = case.rule.compare.window_days
    days = days_between(_stratum(part), _stratum(whole))
    if window is not None and days is not None and days > window:
        return False
    return part.literal.low is not None and part.literal.low > whole.literal.high


def _counts_less(whole: Claim, part: Claim) -> bool:
    """Whether a whole counts since a known day, and a part perhaps for longer."""
    if whole.since is None:
        return False
    if part.since is None:
        return part.article != whole.article
    return part.since.first < whole.since.first


def _same_number(whole: Member, part: Member) -> Outcome | None:
    """Find one stated number told for the whole in one article and for the part in another."""
    stated: dict[_Figure, Side] = {}
    told: dict[str, set[_Figure]] = {}
    for side in whole.sides:
        figure = _figure(side)
        if figure is not None:
            stated.setdefault(figure, side)
            told.setdefault(side.claim.article, set()).add(figure)
    for side in part.sides:
        figure = _figure(side)
        if figure in stated and figure not in told.get(side.claim.article, ()):
            return _outcome(stated[figure], side, "same-number-other-category")
    return None


_Figure = tuple[Decimal, str] | None


def _figure(side: Side) -> _Figure:
    """Return the figure as stated; casualties and soldiers are counted in one unit."""
    quantity = side.claim.quantity
    return (quantity.value, side.unit) if quantity and quantity.value is not None else None


def _sum(whole: Member, parts: Sequence[Member], value: FacetValue) -> Outcome | None:
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
            _apart(side, total) or (own is None and _counts_less(total.claim, side.claim))
            for side in known.values()
        )
    ]
    fits.sort(key=lambda total: (_low(total) or Decimal(0), total.claim.id))
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
    whole = _stratum(total)
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


def _shares(parts: Sequence[Member]) -> Outcome | None:
    """Find shares of one article that add up to more than a hundred percent."""
    by_article: dict[str, list[Side]] = {}
    for part in parts:
        for article, side in _single(part).items():
            by_article.setdefault(article, []).append(side)
    for article in sorted(by_article):
        sides = by_article[article]
        literal = _total([side.literal for side in sides])
        if len(sides) > 1 and literal is not None and (literal.low or 0) > HUNDRED:
            expected = _total([side.expected for side in sides])
            added = replace(stratum_of(sides[1:]), expected=expected, literal=literal)
            return Outcome("disagree", "sum", _stratum(sides[0]), added)
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
    order = order_of(_stratum(part), _stratum(whole))
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


def _finding(outcome: Outcome, members: Sequence[Member], facet: str) -> Finding:
    """Write down what was found between facts of one family: a camp for each category."""
    first = members[0]
    case = first.judged.case
    clusters = [Cluster(None, list(stratum.sides)) for stratum in (outcome.one, outcome.other)]
    if len(outcome.other.sides) > 1:
        clusters = [clusters[0], *(Cluster(None, [side]) for side in outcome.other.sides)]
    message = _message(outcome, case, facet)
    relations = tuple(
        Relation(0, other, outcome.verdict, outcome.because, message)
        for other in range(1, len(clusters))
    )
    claims = tuple(side.claim for cluster in clusters for side in cluster.sides)
    shared = tuple(pair for pair in first.fact.facets if pair[0] != facet)
    together = Fact(first.fact.id, first.fact.rule, shared, claims)
    return Finding(
        id=fingerprint(together, (outcome.because,)),
        rule=case.rule.id,
        title=case.rule.title,
        verdict=outcome.verdict,
        because=outcome.because,
        severity=severity_of(outcome, case)[1],
        message=message,
        facets=shared,
        camps=tuple(camp_of(cluster, case, copies_in(cluster, case)) for cluster in clusters),
        relations=relations,
        unit=case.shown_unit,
    )


def _message(outcome: Outcome, case: Case, facet: str) -> str:
    """Explain what was found between a whole and its parts."""
    whole, part = outcome.one, outcome.other
    one = f"{_category(whole.side, facet)}: {described(whole.side, case)}"
    if len(part.sides) > 1:
        figures = " and ".join(
            f"{_category(side, facet)}: {described(side, case)}" for side in part.sides
        )
    else:
        figures = f"{_category(part.side, facet)}: {described(part.side, case)}"
    reasons = {
        "part-exceeds-whole": "the part exceeds the whole, which is no earlier",
        "same-number-other-category": "one number stands for two categories",
        "sum": f"the parts add up to {_ends(part)}, which differs from the whole",
        "rounding": f"the parts add up to {_ends(part)}, the whole only if read loosely",
        "parts-incomplete": f"the parts add up to {_ends(part)}, and more parts may be missing",
    }
    return f"{one[:1].upper()}{one[1:]}; {figures}: {reasons[outcome.because]}."


def _ends(stratum: Stratum) -> str:
    """Write the two ends of a sum."""
    reading = stratum.expected
    if reading is None or reading.low is None or reading.high is None:
        return "an open number"
    if reading.low == reading.high:
        return number(reading.low)
    return f"{number(reading.low)} to {number(reading.high)}"


def _category(side: Side, facet: str) -> str:
    return side.claim.facet(facet) or "unknown"


def _outcome(whole: Side, part: Side, because: str) -> Outcome:
    verdict: Verdict = "disagree" if because == "part-exceeds-whole" else "unsure"
    return Outcome(verdict, because, _stratum(whole), _stratum(part))


def _excess(outcome: Outcome) -> Decimal:
    """Say by how much a part exceeds the whole."""
    part, whole = outcome.other.literal, outcome.one.literal
    if part is None or whole is None or part.low is None or whole.high is None:
        return Decimal(0)
    return part.low - whole.high


def _stratum(side: Side) -> Stratum:
    return stratum_of([side], side.moment)


def _low(side: Side) -> Decimal | None:
    return side.literal.low if side.literal else None
