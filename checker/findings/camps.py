"""
Camps: the fewest groups of claims that agree, found in one sweep.

Intervals on a line that meet pairwise share a point. So the claim with the smallest upper end
makes a camp of everything that holds this end, its *tip*; the rest is done the same way. Sharp
claims come first. A claim that is not sharp joins the only sharp camp whose tip it holds, or fits
several without joining any; the others make camps of their own in the same way, vague ones last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from checker.findings.sides import SHARP, VAGUE, Group, Side
from checker.interval import Interval
from checker.values import field, record

# A soft claim that fits more camps than this is listed with the first ones only: it would fit them
# all, tells none of them apart, and listing it on thousands would be all pairs again.
MOST_FITS = 16


@record
class Cluster:
    """A camp in the making; `tip` is the interval whose upper end all its sides hold."""

    tip: Interval | None
    sides: list[Side] = field(default_factory=list)
    fits: list[Side] = field(default_factory=list)

    @property
    def group(self) -> Group:
        """What its sides have in common beside their numbers."""
        return self.sides[0].group

    @property
    def core(self) -> Interval | None:
        """The numbers common to all its sides, in their own unit."""
        return common(side.expected for side in self.sides)


def gather(sides: Iterable[Side]) -> list[Cluster]:
    """Gather sides into camps, group by group; the order of `sides` does not matter."""
    groups: dict[Group, list[Side]] = {}
    for side in sorted(sides, key=_order):
        groups.setdefault(side.group, []).append(side)
    return [cluster for group in sorted(groups) for cluster in _sweep(groups[group])]


def common(intervals: Iterable[Interval | None]) -> Interval | None:
    """Return the numbers common to all intervals that are known, None when there are none."""
    shared: Interval | None = None
    for interval in intervals:
        if interval is None:
            continue
        shared = interval if shared is None else shared.intersection(interval)
        if shared is None:
            return None
    return shared


def _sweep(sides: Sequence[Side]) -> list[Cluster]:
    """Sweep one group: sharp sides make camps, the others join those or make camps in turn."""
    told = [side for side in sides if side.expected is not None]
    clusters = _stabbed([side for side in told if side.tier == SHARP])
    rest = [side for side in told if side.tier != SHARP and not _settled(side, clusters)]
    soft = _stabbed([side for side in rest if side.tier != VAGUE])
    vague = [side for side in rest if side.tier == VAGUE and not _joined(side, soft)]
    clusters = sorted([*clusters, *soft, *_stabbed(vague)], key=_tip_order)
    wordless = [side for side in sides if side.expected is None]
    return [*clusters, Cluster(None, wordless)] if wordless else clusters


def _stabbed(sides: Sequence[Side]) -> list[Cluster]:
    """Put each side into the first camp whose tip it holds; the lowest upper end opens a camp."""
    clusters: list[Cluster] = []
    for side in sorted(sides, key=lambda side: _upper(_known(side))):
        place = _first_held(_known(side), clusters)
        if place == len(clusters):
            clusters.append(Cluster(_known(side)))
        clusters[place].sides.append(side)
    return clusters


def _settled(side: Side, clusters: Sequence[Cluster]) -> bool:
    """Let a soft side join the only camp whose tip it holds, or be listed with several."""
    held = _held(_known(side), clusters)
    if len(held) == 1:
        held[0].sides.append(side)
    else:
        for cluster in held:
            cluster.fits.append(side)
    return bool(held)


def _joined(side: Side, clusters: Sequence[Cluster]) -> bool:
    """Let a vague side join the lowest camp of one-sided ones whose tip it holds."""
    held = _held(_known(side), clusters)
    if held:
        held[0].sides.append(side)
    return bool(held)


def _held(interval: Interval, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the camps, in order of their tips, whose tips lie in `interval`."""
    first = _first_held(interval, clusters)
    held = []
    for cluster in clusters[first : first + MOST_FITS]:
        if cluster.tip is None or _upper(cluster.tip) > _upper(interval):
            break
        held.append(cluster)
    return held


def _first_held(interval: Interval, clusters: Sequence[Cluster]) -> int:
    """Return the first of the camps, in order of their tips, that `interval` is not above."""
    low, high = 0, len(clusters)
    while low < high:
        middle = (low + high) // 2
        tip = clusters[middle].tip
        if tip is None or _reaches_down(interval, tip):
            high = middle
        else:
            low = middle + 1
    return low


def _reaches_down(interval: Interval, tip: Interval) -> bool:
    """Whether `interval` begins before the upper end of `tip`, or shares it as a point inside."""
    if interval.low is None or tip.high is None or interval.low < tip.high:
        return True
    is_end = interval.low == tip.high and interval.low_closed and tip.high_closed
    return is_end and (interval.is_point or tip.is_point)


def _known(side: Side) -> Interval:
    if side.expected is None:
        raise ValueError(f"claim {side.claim.id} states no number")
    return side.expected


def _upper(interval: Interval) -> tuple[int, Decimal, int]:
    """Order upper ends: an open end before the same closed one, unbounded last."""
    if interval.high is None:
        return 1, Decimal(0), 0
    return 0, interval.high, int(interval.high_closed)


def _tip_order(cluster: Cluster) -> tuple[int, Decimal, int]:
    return _upper(cluster.tip) if cluster.tip else (2, Decimal(0), 0)


def _order(side: Side) -> tuple[int, str]:
    return side.tier, side.claim.id
