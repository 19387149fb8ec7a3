"""A claim made ready for comparison: two intervals in a common unit, and what limits its use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.dates import start_period
from checker.findings.context import Case, Context
from checker.interval import Interval, point
from checker.model import NEAR_DAYS, Claim, Fact, Period, Polarity, Quantity, Rule, Stage
from checker.values import frozen, replace

if TYPE_CHECKING:
    from checker.rates import Rate

SHARP, ONE_SIDED, VAGUE = 0, 1, 2
_ONE_SIDED = frozenset({">", ">=", "<", "<="})
HUNDRED = Decimal(100)
_PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})

# Room for every ordinal day below one: an event's moment is its date, then its day of publication.
_DAYS = 10_000_000

Moment = tuple[int, int]
Group = tuple[str, Polarity, Stage, str]


@frozen
class Side:
    """
    A claim as one side of a comparison.

    Its intervals are in `unit`: the report unit, or the currency as written, which is exchanged
    only beside another one. `tier` says how sharp it is. Sides of one `group` may share a camp: the
    same missing facet, polarity, stage and currency. `moment` orders sides in time. `rate` is the
    exchange rate that was used to get here, from `currency`; `reported` the day of publication
    where it orders them.
    """

    claim: Claim
    unit: str
    expected: Interval | None
    literal: Interval | None
    tier: int
    group: Group
    moment: Moment | None = None
    rate: Rate | None = None
    reported: date | None = None
    currency: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it is asserted of this fact and no other, and told as no earlier figure."""
        missing, polarity, stage, _ = self.group
        return not missing and polarity == "asserted" and stage != "earlier"

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies its unit may stand for; none for other units."""
        return _settled(self.claim, self.candidates)

    @property
    def candidates(self) -> tuple[str, ...]:
        """Every currency its sign is used for, whoever gives the money."""
        quantity = self.claim.quantity
        if quantity is None or quantity.kind != "currency":
            return ()
        return quantity.unit_candidates or (money_unit(quantity),)


def money_unit(quantity: Quantity) -> str:
    """
    Return the unit of money without the thing it is for, which a rule takes by its own words.

    "$21 a share" and "21 dollars par action" are of one unit; so much a month is none of a year.
    """
    head, _, per = quantity.unit.partition("/")
    return quantity.unit if quantity.kind != "currency" or per in _PERIODS else head


def report_unit(claims: Sequence[Claim], rule: Rule) -> str:
    """Choose the unit a fact is reported in: the rule's, or the currency most claims use."""
    if rule.kind == "elapsed":
        return "day"
    if rule.compare.unit:
        return rule.compare.unit
    if rule.unit == "age":
        return "year"
    if rule.unit == "currency":
        return _common_currency(claims)
    if rule.kind == "rate" and rule.compare.per and "/" not in rule.unit:
        return f"{rule.unit}/{rule.compare.per}"
    return rule.unit


def make_sides(fact: Fact, case: Case) -> list[Side]:
    """Make every claim of a fact ready; an elapsed time without a date has nothing to say."""
    missing = dict(fact.unsure)
    earlier = _told_as_earlier(fact.claims)
    days = _days_told(fact.claims) if case.rule.kind == "event" else ()
    sides = []
    for claim in fact.claims:
        told: Stage = "" if claim.stage == "risen" else claim.stage
        stage: Stage = "earlier" if _stated(claim) in earlier else told
        group: Group = (missing.get(claim.id, ""), _polarity(claim, case.rule), stage, "")
        made = _elapsed_side(claim, group) if case.is_elapsed else _side(claim, group, case, days)
        sides += [made] if made is not None else []
    return sides


def _told_as_earlier(claims: Sequence[Claim]) -> set[tuple[str, Decimal]]:
    """
    Return the figures that some report tells as earlier ones.

    Who gives 31 as the toll and who says that "an earlier toll was 31" tell of one count.
    """
    told = {_stated(claim) for claim in claims if claim.stage == "earlier"}
    return {figure for figure in told if figure is not None}


def _stated(claim: Claim) -> tuple[str, Decimal] | None:
    """Return the sharp figure that a claim states, with its unit; whatever is counted is one."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None or quantity.bound != "=":
        return None
    is_counted = quantity.kind in ("count", "number")
    return "" if is_counted else quantity.unit, quantity.value


def exchanged(side: Side, source: str, target: str, context: Context) -> Side | None:
    """Read a side as money in `source` and give it in `target`, at the rate of its claim's date."""
    if source == target:
        return replace(side, unit=target)
    if context.rates is None or side.claim.as_of is None:
        return None
    rate = context.rates.rate(source, target, side.claim.as_of)
    if rate is None:
        return None
    expected = side.expected and side.expected.scaled(rate.factor)
    literal = side.literal and side.literal.scaled(rate.factor)
    return replace(
        side, unit=target, expected=expected, literal=literal, rate=rate, currency=source
    )


def _polarity(claim: Claim, rule: Rule) -> Polarity:
    """
    Return the polarity; a known status (pledged, delivered) already keeps plans apart.

    How long something lasts is told before it is over: "is out for four months" expects no less
    than "is expected to be out for four months".
    """
    kind = claim.quantity.kind if claim.quantity else ""
    lasts = kind == "duration" and rule.is_of_one_story
    is_told = claim.polarity == "planned" and (lasts or claim.facet("status") is not None)
    return "asserted" if is_told else claim.polarity


def _settled(claim: Claim, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """
    Narrow an ambiguous currency down to that of a party: the dollars of an American gift.

    The first two letters of an ISO 4217 code are those of its country in ISO 3166.
    """
    parties = {match.value for match in claim.facets}
    return tuple(code for code in candidates if code[:2] in parties) or candidates


def _side(claim: Claim, group: Group, case: Case, days: Sequence[Period]) -> Side | None:
    """Give a claim in the report unit; one that cannot be converted keeps its own."""
    quantity = claim.quantity
    if quantity is None:
        return None
    unit, expected, literal = quantity.unit, quantity.expected, quantity.literal
    if quantity.kind == "currency":
        unit = money_unit(quantity)
        group = (*group[:3], unit)
    elif expected is None or literal is None:
        unit = case.unit
    else:
        converted = _measured(expected, quantity, case), _measured(literal, quantity, case)
        if None in converted:
            group = (*group[:3], unit)
        else:
            unit, (expected, literal) = case.unit, converted
    is_reported = case.rule.kind == "event" or case.rule.compare.dates == "period"
    article = case.context.articles.get(claim.article) if is_reported else None
    reported = article.published if article else None
    is_late = False
    if claim.counted and claim.as_of is not None:
        # Who counted on Friday reports what was known late on Friday.
        counted = min(claim.as_of.last, reported or claim.as_of.last)
        is_late, reported = counted != reported, counted
    moment = _moment(_about(claim, days), reported, case, is_late)
    tier = _tier(quantity)
    return Side(claim, unit, expected, literal, tier, group, moment, None, reported)


def _measured(interval: Interval, quantity: Quantity, case: Case) -> Interval | None:
    """Convert an interval to the report unit; what a rule counts is one unit under any name."""
    if quantity.unit == case.unit:
        return interval
    own, per_own = _split(quantity.unit)
    target, per_target = _split(case.unit)
    if per_own and per_target and per_own != per_target:
        factor = case.context.convert(point(Decimal(1)), per_target, per_own)
        if factor is None or factor.low is None:
            return None
        interval = interval.scaled(factor.low)
    if own == target or quantity.kind == "count":
        return interval
    if not own:
        is_part = target == "percent" and quantity.mention.form == "fraction"
        return interval.scaled(HUNDRED) if is_part else interval
    return case.context.convert(interval, own, target)


def _split(unit: str) -> tuple[str, str]:
    """Split a rate into what is counted and the period; a period of its own comes last."""
    own, _, per = unit.rpartition("/") if "/" in unit else (unit, "", "")
    return own.strip(), per.strip()


def _elapsed_side(claim: Claim, group: Group) -> Side | None:
    """Turn an elapsed time into the days on which it may have begun; an anchor is such a day."""
    if claim.as_of is None:
        return None
    if claim.anchor:
        days = _days(claim.as_of)
        return Side(claim, "day", days, days, SHARP, group)
    quantity = claim.quantity
    if quantity is None:
        return None
    if quantity.expected is None or quantity.literal is None:
        return Side(claim, "day", None, None, VAGUE, group)
    try:
        expected = _starts(claim.as_of, quantity.expected, quantity.unit)
        literal = _starts(claim.as_of, quantity.literal, quantity.unit)
    except ValueError:  # A unit that is none of time.
        own = (*group[:3], quantity.unit)
        return Side(claim, quantity.unit, quantity.expected, quantity.literal, _tier(quantity), own)
    return Side(claim, "day", expected, literal, _tier(quantity), group)


def _starts(as_of: Period, duration: Interval, unit: str) -> Interval:
    """Return the days, as ordinals, on which what lasted `duration` by `as_of` may have begun."""
    first = start_period(as_of.first, duration, unit).first
    return _days(Period(first, start_period(as_of.last, duration, unit).last))


def _days(period: Period) -> Interval:
    """Write a period as ordinals; it lasts until the end of its last day."""
    first, last = period.first.toordinal(), period.last.toordinal()
    return Interval(Decimal(first), Decimal(last + 1), True, False)


def period_of(days: Interval) -> Period | None:
    """Write an interval of ordinals as a period again; None when it has no ends."""
    if days.low is None or days.high is None:
        return None
    last = int(days.high) - (0 if days.high_closed else 1)
    return Period(date.fromordinal(int(days.low)), date.fromordinal(max(int(days.low), last)))


def _tier(quantity: Quantity) -> int:
    """Say how sharp a quantity is: vague, one-sided, or neither."""
    if quantity.expected is None or quantity.mention.form == "vague":
        return VAGUE
    if quantity.bound in _ONE_SIDED or not quantity.expected.is_bounded:
        return ONE_SIDED
    return SHARP


def _days_told(claims: Sequence[Claim]) -> list[Period]:
    """Return the single days that texts give for an event, in order."""
    told = {claim.as_of for claim in claims if claim.as_of_from == "text" and not claim.counted}
    return sorted(day for day in told if day is not None and day.first == day.last)


def _about(claim: Claim, days: Sequence[Period]) -> Period | None:
    """
    Return the day a claim is about: one that gives none is of the last that others give before it.

    Of "killed 12 on Sunday" and "the crash killed 15", both of Monday, neither is the later report.
    """
    day = claim.as_of
    if day is None or (claim.as_of_from != "published" and not claim.counted):
        return day
    near = [told for told in days if 0 <= (day.first - told.first).days <= NEAR_DAYS]
    return near[-1] if near else day


def _moment(
    as_of: Period | None, reported: date | None, case: Case, is_late: bool = False
) -> Moment | None:
    """
    Order claims in time: by the date they are about, those on an event then by publication.

    A second report of the same day's event, a day later, is a later report. An unknown day of
    publication leaves the order open. A figure of a whole month or year is of that; for the rules
    of such figures a single day is that of the report. One that was known late on its day comes
    behind the reports of that day.
    """
    if as_of is None:
        return None
    first, last = as_of.first.toordinal(), as_of.last.toordinal()
    if case.rule.kind != "event":
        is_of_report = case.rule.compare.dates == "period" and first == last and reported
        return (reported.toordinal(),) * 2 if is_of_report and reported else (first, last)
    earliest = 2 * reported.toordinal() + is_late if reported else 0
    latest = earliest if reported else _DAYS - 1
    return first * _DAYS + earliest, last * _DAYS + latest


def _common_currency(claims: Sequence[Claim]) -> str:
    """Return the currency of most claims, one that is certain before one that is ambiguous."""
    quantities = [claim.quantity for claim in claims if claim.quantity is not None]
    certain = Counter(money_unit(q) for q in quantities if not q.unit_candidates)
    counts = certain or Counter(money_unit(q) for q in quantities)
    return min(counts, key=lambda unit: (-counts[unit], unit), default="")
