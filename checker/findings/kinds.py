"""What a difference means for each kind of rule: the table of verdicts, one function a kind."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from checker.findings.causes import likely_cause
from checker.findings.context import Case
from checker.findings.sides import Side
from checker.findings.standing import Standing, standing
from checker.findings.strata import Stratum
from checker.model import Period, RuleKind, Verdict
from checker.values import frozen

# From best to worst; a finding is as bad as the worst of its relations.
RANKS: dict[Verdict, int] = {"unrelated": 0, "agree": 1, "explained": 2, "unsure": 3, "disagree": 4}

# A factor of growth holds for a week; what was counted again sooner may have been counted late.
_GROWTH_DAYS = 7
# Beyond this many weeks of tenfold growth nothing countable is too much.
_MOST_WEEKS = 100

Order = Literal["earlier", "later", "same", "overlap", "unknown"]


@frozen
class Outcome:
    """The verdict on two strata, `one` not later than `other` where their order is known."""

    verdict: Verdict
    because: str
    one: Stratum
    other: Stratum
    cause: str | None = None

    @property
    def rank(self) -> int:
        """How bad it is."""
        return RANKS[self.verdict]


def decide(one: Stratum, other: Stratum, case: Case) -> Outcome:
    """Say how two strata in one unit stand to each other, and why."""
    order = _order_told(one, other, case) or order_of(one, other)
    if order == "later":
        one, other, order = other, one, "earlier"
    found = standing(one, other, case)
    pair = Pair(one, other, order, found)
    verdict, because = _limited(pair) or _met(pair) or _differing(pair, case)
    return Outcome(verdict, because, one, other)


@frozen
class Pair:
    """Two strata with their order in time and how their readings stand to each other."""

    one: Stratum
    other: Stratum
    order: Order
    found: Standing


def order_of(one: Stratum, other: Stratum) -> Order:
    """Say whether `one` is earlier or later than `other`; spans of days may overlap."""
    if one.moment is None or other.moment is None:
        return "unknown"
    if one.moment[1] < other.moment[0]:
        return "earlier"
    if other.moment[1] < one.moment[0]:
        return "later"
    is_day = one.moment[0] == one.moment[1]
    return "same" if is_day and one.moment == other.moment else "overlap"


def _order_told(one: Stratum, other: Stratum, case: Case) -> Order | None:
    """
    Return the order that the words tell of two figures of an event; None where they tell none.

    "An earlier toll" is of before any other one; "a first toll" of before a higher one, unless that
    was reported on an earlier day.
    """
    stages = one.side.group[2], other.side.group[2]
    if case.rule.kind != "event" or stages[0] == stages[1]:
        return None
    if "earlier" in stages:
        return "earlier" if stages[0] == "earlier" else "later"
    first, last = (one, other) if stages[0] == "first" else (other, one)
    if not standing(first, last, case).rises or order_of(last, first) == "earlier":
        return None
    return "earlier" if first is one else "later"


def days_between(one: Stratum, other: Stratum) -> int | None:
    """Return the days between the dates two strata are about; 0 when they overlap."""
    first, second = one.side.claim.as_of, other.side.claim.as_of
    if first is None or second is None:
        return None
    if first.meets(second):
        return 0
    earlier, later = sorted((first, second))
    return (later.first - earlier.last).days


Ruling = tuple[Verdict, str]


def _limited(pair: Pair) -> Ruling | None:
    """
    Rule on claims that cannot be held against each other as they are.

    A claim that fits several facts may differ because it is about another one. What is denied,
    planned or sought is not asserted, and a denied figure leaves open which one is true.
    """
    missing, polarity, *_ = pair.one.side.group
    second, meets = pair.other.side.group, pair.found.how == "meet"
    if missing or second[0]:
        name = missing or second[0]
        unsure: Ruling = ("unsure", name if name == "date" else f"facet {name}")
        return ("agree", "agree") if meets else unsure
    if polarity != second[1] and meets and "denied" not in (polarity, second[1]):
        return "agree", "agree"
    if polarity != second[1] or (polarity == "denied" and not meets):
        return "unsure", "facet polarity"
    return None


def _met(pair: Pair) -> Ruling | None:
    """Rule on readings that meet; money that meets only after an exchange is explained."""
    if pair.found.how != "meet":
        return None
    is_exchanged = pair.one.is_exchanged or pair.other.is_exchanged
    return ("explained", "converted") if is_exchanged else ("agree", "agree")


def _differing(pair: Pair, case: Case) -> Ruling:
    """Rule on readings that do not meet, by the kind of the rule."""
    window = case.rule.compare.window_days
    if window is not None and case.rule.kind in _WINDOWED:
        days = days_between(pair.one, pair.other)
        if days is not None and days > window:
            return "unrelated", "window"
    return _KINDS[case.rule.kind](pair, case)


def _event(pair: Pair, case: Case) -> Ruling:
    """
    One event has one figure; only a later report may give another.

    Two figures that were both counted before may be of two days. So may one of an unknown day,
    where other reports show that the figure grew from day to day, and two of a day may be of two
    hours where reports of that day tell that it grew. Of two reports of one day that tell of two
    days, neither is the later one, nor is one that gives less than was counted the day before.
    """
    if pair.order == "earlier":
        is_open = _are_two_days(pair) or _is_count_of_before(pair, case)
        return _undated(pair) if is_open else ("explained", "superseded")
    are_earlier = {pair.one.side.group[2], pair.other.side.group[2]} == {"earlier"}
    is_open = are_earlier or (case.is_growing and pair.order == "unknown")
    is_open |= pair.order == "same" and pair.one.side.reported in case.restless
    is_open |= _has_risen(pair)
    if is_open:
        return _undated(pair)
    return ("unsure", "facet event") if _is_far(pair, case) else _plain(pair)


def _are_two_days(pair: Pair) -> bool:
    """
    Whether two reports published on one day give the day of what happened, and not the same.

    The day of a count, and that on which a toll rose, tell which of two figures is the later one.
    """
    one, other = pair.one.side, pair.other.side
    days = [side.claim.as_of for side in (one, other) if _tells_day(side)]
    return one.reported == other.reported and len(days) == 2 and days[0] != days[1]


def _tells_day(side: Side) -> bool:
    """Whether the words of a dated report tell on which day something happened."""
    claim = side.claim
    is_of_event = claim.as_of_from == "text" and not claim.counted and not claim.stage
    return is_of_event and side.reported is not None


def _is_count_of_before(pair: Pair, case: Case) -> bool:
    """
    Whether a report gives less than another one of its day, which tells a count of before it.

    Only one of them tells when it was counted: the other may repeat a count of still earlier.
    """
    one, other = pair.one.side.claim, pair.other.side.claim
    if pair.found.rises or not one.counted or other.counted:
        return False
    articles = case.context.articles
    known = [articles[claim.article] for claim in (one, other) if claim.article in articles]
    days = [article.published for article in known]
    return len(days) == 2 and days[0] is not None and days[0] == days[1]


def _is_far(pair: Pair, case: Case) -> bool:
    """
    Whether two figures of one story lie so far apart that two events are likelier than an error.

    Stories are put together by what their reports have in common. Where metadata names the event,
    a slip of one place explains the difference, or each figure is somebody's ("police say", "the
    unions say"), they are held against each other.
    """
    fold = case.rule.compare.fold
    if fold is None or likely_cause(pair.one, pair.other) is not None:
        return False
    lower, higher = pair.one.expected, pair.other.expected
    if lower is None or higher is None or pair.found.rises is None:
        return False
    if not pair.found.rises:
        lower, higher = higher, lower
    if lower.high is None or higher.low is None or higher.low < lower.high * fold:
        return False
    both = (pair.one, pair.other)
    are_told = all(any(side.claim.speaker for side in stratum.sides) for stratum in both)
    is_named = any(_is_named(side, case) for stratum in both for side in stratum.sides)
    return not are_told and not is_named


def _is_named(side: Side, case: Case) -> bool:
    """Whether the metadata of its article name the event that a claim is of."""
    article = case.context.articles.get(side.claim.article)
    return article is not None and article.event is not None


def _has_risen(pair: Pair) -> bool:
    """
    Whether the higher of two figures is told as what a lower one rose to.

    Without any date the lower one is not taken to be what it rose from: that it is still told is
    what a reader wants to know.
    """
    is_dated = pair.one.moment is not None or pair.other.moment is not None
    if pair.found.rises is None or not is_dated or pair.order not in ("same", "unknown"):
        return False
    higher = pair.other if pair.found.rises else pair.one
    return any(side.claim.stage == "risen" for side in higher.sides)


def _level(pair: Pair, case: Case) -> Ruling:
    """
    Rule on a level: it may change by the day, and two of unknown order may both be right.

    A statistic ("in March inflation was 4 %") has one figure for each period.
    """
    if pair.order == "earlier":
        return "explained", "superseded"
    is_one = case.rule.compare.dates == "period" and pair.one.moment == pair.other.moment
    is_one &= pair.one.moment is not None
    return _plain(pair) if pair.order == "same" or is_one else _undated(pair)


def _cumulative(pair: Pair, case: Case) -> Ruling:
    """Rule on a running total: it may only grow, not too fast, and from one start."""
    if _starts_differ(pair.one.since, pair.other.since) or _may_start_later(pair):
        return "unsure", "date"
    if pair.order == "same":
        return _plain(pair)
    if pair.order != "earlier":
        return _undated(pair)
    if not pair.found.rises:
        is_loose = pair.found.how == "loose"
        return ("unsure", pair.found.because) if is_loose else ("disagree", "falls")
    jumps = pair.found.how == "apart" and _jumps(pair.one, pair.other, case)
    return ("disagree", "jump") if jumps else ("explained", "grows")


def _elapsed(pair: Pair, _case: Case) -> Ruling:
    """Two elapsed times must allow the same start; one too short was right at an earlier date."""
    if pair.found.how == "loose":
        return "unsure", pair.found.because
    shorter, anchored = (pair.other, pair.one) if pair.found.rises else (pair.one, pair.other)
    is_stale = any(side.claim.anchor for side in anchored.sides)
    is_claim = not any(side.claim.anchor for side in shorter.sides)
    return "disagree", "stale" if is_stale and is_claim else "value"


def _steady(pair: Pair, case: Case) -> Ruling:
    """Rule on a rate or share: it holds for the rule's window, and without one for good."""
    is_open = pair.order == "unknown" and case.rule.compare.window_days is not None
    return _undated(pair) if is_open else _plain(pair)


def _plain(pair: Pair) -> Ruling:
    """Rule by the readings alone."""
    is_loose = pair.found.how == "loose"
    return ("unsure", pair.found.because) if is_loose else ("disagree", "value")


def _undated(pair: Pair) -> Ruling:
    """Rule on figures of which nobody knows whether they are of one day."""
    return ("unsure", pair.found.because) if pair.found.how == "loose" else ("unsure", "date")


_KINDS: dict[RuleKind, Callable[[Pair, Case], Ruling]] = {
    "event": _event,
    "level": _level,
    "cumulative": _cumulative,
    "elapsed": _elapsed,
    "rate": _steady,
    "share": _steady,
}
_WINDOWED = frozenset({"event", "level", "rate", "share"})


def _starts_differ(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and not one.meets(other)


def _may_start_later(pair: Pair) -> bool:
    """
    Whether only the lower of two figures says since when it counts.

    The other may have counted for longer. A figure of unknown start that is the lower one has no
    such excuse, and a later figure that is higher needs none.
    """
    one, other = pair.one.since, pair.other.since
    if pair.found.how != "apart" or (one is None) == (other is None):
        return False
    if pair.found.rises:
        return one is not None and pair.order != "earlier"
    return other is not None


def _jumps(earlier: Stratum, later: Stratum, case: Case) -> bool:
    """
    Whether a total grew faster than the rule thinks possible.

    Only single moments are asked: what several have in common is no figure of any of them.
    """
    days = days_between(earlier, later)
    before, after = earlier.literal, later.literal
    if earlier.merged or later.merged or days is None or before is None or after is None:
        return False
    if before.high is None or after.low is None or before.high <= 0:
        return False
    factor, growth = after.low / before.high, case.rule.compare.growth
    weeks = Decimal(max(days, _GROWTH_DAYS)) / _GROWTH_DAYS
    return factor > growth and weeks <= _MOST_WEEKS and factor > growth**weeks
