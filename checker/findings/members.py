"""A judged fact of a family, as sums and families look at it."""

from __future__ import annotations

from decimal import Decimal

from checker.findings.sides import Side
from checker.findings.strata import Stratum, stratum_of
from checker.findings.verdicts import Judged
from checker.model import Claim, Fact
from checker.values import frozen


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


def stratum_at(side: Side) -> Stratum:
    """Return the stratum of one figure alone."""
    return stratum_of([side], side.moment)


def low_of(side: Side) -> Decimal | None:
    """Return the least that a figure can literally be."""
    return side.literal.low if side.literal else None


def counts_less(whole: Claim, part: Claim) -> bool:
    """Whether a whole counts since a known day, and a part perhaps for longer."""
    if whole.since is None:
        return False
    if part.since is None:
        return part.article != whole.article
    return part.since.first < whole.since.first
