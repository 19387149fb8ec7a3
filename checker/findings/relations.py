"""How camps stand to each other: in one unit, or over the exchange rate of each claim's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from checker.findings.camps import Cluster
from checker.findings.causes import likely_cause
from checker.findings.context import Case
from checker.findings.kinds import Outcome, decide
from checker.findings.severity import SEVERITIES, severity_of
from checker.findings.sides import Side, exchanged
from checker.findings.strata import Timeline, pairs, stratum_of, timelines
from checker.values import replace

# Up to this many camps every pair is related; beyond, neighbours on the line of numbers.
ALL_PAIRS = 16

_ERROR = SEVERITIES["error"]
_TIMED = frozenset({"event", "level", "cumulative"})


def related(count: int, by_number: Sequence[int]) -> Iterator[tuple[int, int]]:
    """
    Yield which of `count` camps to relate.

    `by_number` orders them by their numbers: beyond `ALL_PAIRS` each is held against the next one,
    and the lowest against the highest, so that small steps never hide a large distance.
    """
    if count <= ALL_PAIRS:
        yield from ((one, other) for one in range(count) for other in range(one + 1, count))
        return
    chosen = {*pairwise(by_number), (by_number[0], by_number[-1])}
    yield from sorted((min(pair), max(pair)) for pair in chosen)


class Court:
    """Relates the camps of one fact; remembers how each was arranged."""

    def __init__(self, case: Case) -> None:
        """Sit over one `case`."""
        self.case = case
        self._timelines: dict[tuple[int, str, str], list[Timeline]] = {}
        rule = case.rule
        self._is_timed = rule.kind in _TIMED or rule.compare.window_days is not None
        self._is_timed &= not case.is_elapsed

    def relate(self, one: Cluster, other: Cluster) -> Outcome:
        """Return the worst that holds between a claim of one camp and one of the other."""
        first, second = one.sides[0], other.sides[0]
        if first.unit == second.unit or first.expected is None or second.expected is None:
            return self._worst(self._lines(one), self._lines(other))
        if not first.currencies or not second.currencies:
            return self._stuck(one, other, "unit")
        return self._exchanged(one, other)

    def _exchanged(self, one: Cluster, other: Cluster) -> Outcome:
        """
        Compare two currencies, with every one that an ambiguous sign may stand for.

        A sign that may be the other side's own currency, and then agrees, is taken to be it.
        Otherwise all readings must lead to one verdict; one without a rate is left out beside
        others that have one.
        """
        shared = {*one.sides[0].candidates} & {*other.sides[0].candidates}
        if shared:
            unit = self.case.unit if self.case.unit in shared else min(shared)
            outcome = self._as(one, other, (unit, unit))
            if outcome.verdict == "agree":
                return outcome
        first, second = one.sides[0].currencies, other.sides[0].currencies
        outcomes = {codes: self._as(one, other, codes) for codes in product(first, second)}
        known = [o for o in outcomes.values() if o.because != "rate"] or list(outcomes.values())
        if len({(outcome.verdict, outcome.because) for outcome in known}) == 1:
            return known[0]
        return self._stuck(one, other, "unit")

    def _as(self, one: Cluster, other: Cluster, codes: tuple[str, str]) -> Outcome:
        """Compare two camps read as money in two given currencies."""
        unit = self.case.unit
        target = unit if unit in codes else min(codes)
        first = self._lines(one, codes[0], target)
        second = self._lines(other, codes[1], target)
        if not first or not second:
            return self._stuck(one, other, "rate")
        return self._worst(first, second)

    def _lines(self, cluster: Cluster, source: str = "", target: str = "") -> list[Timeline]:
        """Arrange a camp, exchanged where asked; what has no rate drops out."""
        key = (id(cluster), source, target)
        if key not in self._timelines:
            sides: list[Side] = cluster.sides
            if source:
                money = (exchanged(side, source, target, self.case.context) for side in sides)
                sides = [side for side in money if side is not None]
            self._timelines[key] = timelines(sides, self._is_timed)
        return self._timelines[key]

    def _worst(self, one: Sequence[Timeline], other: Sequence[Timeline]) -> Outcome:
        """Return the worst outcome; among equals the one of greater severity, then the first."""
        held = pairs(one, other, self.case.rule.kind == "cumulative")
        worst: Outcome | None = None
        gravest = _ERROR
        for ours, theirs in held:
            outcome = decide(ours, theirs, self.case)
            if worst is not None and not self._is_worse(outcome, worst, gravest):
                continue
            worst = outcome
            gravest = severity_of(worst, self.case)[0]
        if worst is None:
            raise ValueError("a camp has no claims")
        if worst.verdict != "disagree":
            return worst
        return replace(worst, cause=likely_cause(worst.one, worst.other))

    def _is_worse(self, outcome: Outcome, worst: Outcome, gravest: int) -> bool:
        """Whether an outcome has the worse verdict, or of two disagreements the graver severity."""
        if outcome.rank != worst.rank or outcome.verdict != "disagree":
            return outcome.rank > worst.rank
        return gravest < _ERROR and severity_of(outcome, self.case)[0] > gravest

    def _stuck(self, one: Cluster, other: Cluster, because: str) -> Outcome:
        """Say that two camps cannot be compared for want of a rate or a unit."""
        return Outcome("unsure", because, stratum_of(one.sides), stratum_of(other.sides))
