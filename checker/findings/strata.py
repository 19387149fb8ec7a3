"""
Strata: the sides of one camp at one time, and which strata of two camps to hold against each other.

Whether some claim of one camp disagrees with some claim of another is asked of common intervals:
sides of a camp share a point, so if each meets each of the other camp, all share one (Helly's
theorem on a line). One look at what all earlier claims have in common replaces one look at each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from checker.findings.camps import common
from checker.findings.sides import ONE_SIDED, VAGUE, Moment, Side
from checker.interval import Interval
from checker.model import Period
from checker.values import field, frozen, record, replace

# How many strata that overlap in time without being of the same day are looked at one by one.
_MOST_OVERLAPS = 8

# Known starts of a count that are told apart in one camp; any further ones are not compared.
_MOST_STARTS = 16


@frozen
class Stratum:
    """
    Sides of one camp at one `moment`, with what they have in common.

    `side` speaks for all in a message: the sharpest, then the first by name. `tier` is that of the
    sharpest. A `merged` stratum stands for several moments; its sides and moment are those of the
    one nearest to what it is held against.
    """

    sides: tuple[Side, ...]
    side: Side
    tier: int
    expected: Interval | None
    literal: Interval | None
    moment: Moment | None = None
    since: Period | None = None
    merged: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether nothing sharper than "hundreds" is in it."""
        return self.tier == VAGUE

    @property
    def is_one_sided(self) -> bool:
        """Whether nothing sharper than "more than 300" is in it."""
        return self.tier >= ONE_SIDED

    @property
    def is_exchanged(self) -> bool:
        """Whether it is money that was exchanged; sides of one camp all are, or none."""
        return self.side.rate is not None


@record
class Timeline:
    """
    The strata of one camp with one known start, in order of time, ready to be asked.

    `firsts` and `lasts` are the ends of all moments in order; `earlier[i]` stands for the first
    i + 1 by their last day, `later[i]` for all from the i-th by their first day; `long` are those
    of more than a day.
    """

    since: Period | None
    dated: list[Stratum]
    undated: Stratum | None
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    long: list[Stratum] = field(default_factory=list)
    earlier: list[Stratum] = field(default_factory=list)
    later: list[Stratum] = field(default_factory=list)

    @property
    def everything(self) -> Stratum | None:
        """All dated strata as one."""
        return self.earlier[-1] if self.earlier else None


def timelines(sides: Sequence[Side], is_timed: bool) -> list[Timeline]:
    """Arrange the sides of a camp by known start and time, as one where time does not matter."""
    if not is_timed:
        return [Timeline(None, [], stratum_of(sides))] if sides else []
    if len(sides) == 1:
        return [_instant(sides[0].claim.since, sides[0])]
    starts: dict[Period | None, list[Side]] = {}
    for side in sides:
        starts.setdefault(side.claim.since, []).append(side)
    ranked = sorted(starts.items(), key=lambda item: (-len(item[1]), str(item[0] or "")))
    return [_timeline(since, members) for since, members in ranked[:_MOST_STARTS]]


def pairs(
    one: Sequence[Timeline], other: Sequence[Timeline], is_growing: bool
) -> Iterator[tuple[Stratum, Stratum]]:
    """
    Yield the strata of two camps that between them tell everything about their claims.

    Where growth is looked at, each moment is also held against the nearest ones by itself.
    """
    for first in one:
        for second in other:
            yield from _facing(first, second)
            if second.undated and first.everything:
                yield first.everything, second.undated
            if first.undated and second.undated:
                yield first.undated, second.undated
            if is_growing and (len(first.dated) > 1 or len(second.dated) > 1):
                yield from _neighbours(first, second)


def _facing(one: Timeline, other: Timeline) -> Iterator[tuple[Stratum, Stratum]]:
    """Yield each stratum of a line with all that is earlier, later or of its time in the other."""
    if one.undated and other.everything:
        yield one.undated, other.everything
    for stratum in one.dated:
        first, last = moment_of(stratum)
        before = bisect_left(other.lasts, first)
        after = bisect_right(other.firsts, last)
        if before:
            yield stratum, other.earlier[before - 1]
        if after < len(other.firsts):
            yield stratum, other.later[after]
        # What began long ago may reach up to this moment without standing near it in the line.
        near = other.dated[max(0, after - _MOST_OVERLAPS) : after]
        for facing in [*near, *other.long[:_MOST_OVERLAPS]]:
            if moment_of(facing)[1] >= first and moment_of(facing)[0] <= last:
                yield stratum, facing


def _neighbours(one: Timeline, other: Timeline) -> Iterator[tuple[Stratum, Stratum]]:
    """Yield strata of two lines between which no other one stands."""
    merged = [(stratum, 0) for stratum in one.dated] + [(stratum, 1) for stratum in other.dated]
    merged.sort(key=lambda pair: (moment_of(pair[0]), pair[1]))
    for (stratum, line), (following, other_line) in pairwise(merged):
        if line != other_line:
            yield stratum, following


def _timeline(since: Period | None, sides: Sequence[Side]) -> Timeline:
    if len(sides) == 1:
        return _instant(since, sides[0])
    moments: dict[Moment | None, list[Side]] = {}
    for side in sides:
        moments.setdefault(side.moment, []).append(side)
    undated = moments.pop(None, [])
    dated = [
        stratum_of(moments[moment], moment, since)
        for moment in sorted(moment for moment in moments if moment is not None)
    ]
    line = Timeline(since, dated, stratum_of(undated, None, since) if undated else None)
    by_last = sorted(dated, key=lambda stratum: (moment_of(stratum)[1], moment_of(stratum)[0]))
    line.firsts = [moment_of(stratum)[0] for stratum in dated]
    line.lasts = [moment_of(stratum)[1] for stratum in by_last]
    line.long = [stratum for stratum in dated if moment_of(stratum)[0] != moment_of(stratum)[1]]
    line.earlier = list(_running(by_last))
    line.later = list(_running(reversed(dated)))[::-1]
    return line


def _instant(since: Period | None, side: Side) -> Timeline:
    """Arrange a single side, the common case among many camps."""
    stratum = stratum_of([side], side.moment, since)
    if side.moment is None:
        return Timeline(since, [], stratum)
    first, last = side.moment
    line = [stratum]
    return Timeline(since, line, None, [first], [last], line if first != last else [], line, line)


def stratum_of(
    sides: Sequence[Side], moment: Moment | None = None, since: Period | None = None
) -> Stratum:
    """Make a stratum; words without a number are left out of what sharper ones have in common."""
    if len(sides) == 1:
        side = sides[0]
        shared = side.expected, side.literal
        return Stratum((side,), side, side.tier, *shared, moment, since)
    voice = min(sides, key=lambda side: (side.tier, side.claim.id))
    telling = [side for side in sides if side.tier != VAGUE] or sides
    expected, literal = _shared(telling)
    return Stratum(tuple(sides), voice, voice.tier, expected, literal, moment, since)


def _running(strata: Iterable[Stratum]) -> Iterator[Stratum]:
    """Merge strata one by one; each result speaks with the voice of the last one merged."""
    so_far: Stratum | None = None
    for stratum in strata:
        so_far = stratum if so_far is None else _merged(so_far, stratum)
        yield so_far


def _merged(so_far: Stratum, last: Stratum) -> Stratum:
    """Join two strata; a vague one adds nothing beside a sharper one."""
    if last.is_vague and not so_far.is_vague:
        return replace(so_far, merged=True)
    telling = [last] if so_far.is_vague and not last.is_vague else [so_far, last]
    expected, literal = _shared(telling)
    tier = min(so_far.tier, last.tier)
    return Stratum(
        last.sides, last.side, tier, expected, literal, last.moment, last.since, merged=True
    )


def _shared(parts: Sequence[Side] | Sequence[Stratum]) -> tuple[Interval | None, Interval | None]:
    """
    Return what all parts have in common.

    One sum of money exchanged on two days may have nothing in common with itself; the last part
    then speaks for all.
    """
    expected = common(part.expected for part in parts)
    literal = common(part.literal for part in parts)
    if expected is None or literal is None:
        return parts[-1].expected, parts[-1].literal
    return expected, literal


def moment_of(stratum: Stratum) -> Moment:
    """Return the moment of a stratum that has one."""
    if stratum.moment is None:
        raise ValueError("this stratum has no date")
    return stratum.moment
