"""
Part and whole: facts that differ only in a category whose values have parts.

A part may not exceed the whole (the part no later than the whole), the parts of one report add up
to no more than its whole (see `sums`), and one number told for the whole here and for a part there
has probably changed its category on the way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checker.findings.camps import Cluster
from checker.findings.context import Case
from checker.findings.kinds import Outcome, days_between
from checker.findings.members import Member, counts_less, low_of, stratum_at
from checker.findings.severity import severity_of
from checker.findings.sides import VAGUE, Side
from checker.findings.strata import Stratum
from checker.findings.sums import shares_of_one, sum_of_parts
from checker.findings.verdicts import Judged, camp_of, copies_in, fingerprint
from checker.findings.wording import described, number
from checker.model import Facet, FacetValue, Fact, Finding, Relation, Rule, Verdict


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
        summed = sum_of_parts(total, parts, whole)
        if summed is not None:
            yield _finding(summed, (total, *parts), facet.name)
    if not wholes and parts and parts[0].judged.case.rule.kind == "share":
        summed = shares_of_one(parts)
        if summed is not None:
            yield _finding(summed, tuple(parts), facet.name)


def _exceeding(whole: Member, part: Member) -> Outcome | None:
    """
    Find a part that exceeds a whole which is no earlier than it.

    Parts are sorted by date, so that the largest one up to each date is known at once.
    """
    case, sides = whole.judged.case, _without_whole(part.sides, whole.sides)
    dated = sorted(
        (side for side in sides if side.moment and low_of(side) is not None),
        key=lambda side: (side.moment or (0, 0))[1],
    )
    lasts = [(side.moment or (0, 0))[1] for side in dated]
    largest: list[Side] = []
    for side in dated:
        is_larger = not largest or (low_of(side) or 0) > (low_of(largest[-1]) or 0)
        largest.append(side if is_larger else largest[-1])
    undated = [side for side in sides if side.moment is None]
    found: list[Outcome] = []
    for total in whole.sides:
        place = bisect_right(lasts, total.moment[1]) if total.moment else 0
        rivals = [largest[place - 1]] if place else []
        if case.rule.kind == "event" and undated and not case.is_growing:
            rivals.append(max(undated, key=lambda side: low_of(side) or Decimal(0)))
        found += [
            _outcome(total, rival, "part-exceeds-whole")
            for rival in rivals
            if _above(rival, total, case)
        ]
    return max(found, key=_excess, default=None)


def _without_whole(parts: Sequence[Side], wholes: Sequence[Side]) -> list[Side]:
    """
    Return the parts whose own sentence tells no whole of them.

    "627 injured, including 294 men": it is that whole which is held against other reports.
    """
    told = {(side.claim.article, side.claim.quote): low_of(side) or Decimal(0) for side in wholes}
    whole_of = (told.get((side.claim.article, side.claim.quote), Decimal(-1)) for side in parts)
    return [
        side
        for side, whole in zip(parts, whole_of, strict=True)
        if whole < (low_of(side) or Decimal(0))
    ]


def _above(part: Side, whole: Side, case: Case) -> bool:
    """Whether a part is certainly more than the whole, within the window of the rule."""
    if VAGUE in (part.tier, whole.tier) or part.unit != whole.unit:
        return False
    is_first = whole.group[2] == "first" != part.group[2]
    if is_first or counts_less(whole.claim, part.claim):
        return False
    if part.literal is None or whole.literal is None or whole.literal.high is None:
        return False
    window = case.rule.compare.window_days
    days = days_between(stratum_at(part), stratum_at(whole))
    if window is not None and days is not None and days > window:
        return False
    return part.literal.low is not None and part.literal.low > whole.literal.high


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
    return Outcome(verdict, because, stratum_at(whole), stratum_at(part))


def _excess(outcome: Outcome) -> Decimal:
    """Say by how much a part exceeds the whole."""
    part, whole = outcome.other.literal, outcome.one.literal
    if part is None or whole is None or part.low is None or whole.high is None:
        return Decimal(0)
    return part.low - whole.high
