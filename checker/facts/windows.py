"""Which dates allow comparison: claims of one fact lie on a chain of dates without a wide gap."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Claim, Period


def runs(claims: Sequence[Claim], window: int) -> list[list[Claim]]:
    """
    Split dated `claims` wherever more than `window` days lie between one and the next.

    A chain may be longer than the window; claims at its two ends are told apart when they are
    compared. Cutting it up here would let one claim decide where all others are cut.
    """
    found: list[list[Claim]] = []
    reached = 0
    for claim in sorted(claims, key=_order):
        day = _period(claim).first.toordinal()
        if found and day - reached <= window:
            found[-1].append(claim)
        else:
            found.append([claim])
            reached = 0
        reached = max(reached, _period(claim).last.toordinal())
    return found


def near(claim: Claim, run: Sequence[Claim], window: int) -> bool:
    """Whether a dated claim lies within `window` days of the first to the last date of `run`."""
    period = _period(claim)
    first = min(_period(other).first for other in run).toordinal()
    last = max(_period(other).last for other in run).toordinal()
    return first - window <= period.last.toordinal() and period.first.toordinal() <= last + window


def _order(claim: Claim) -> tuple[Period, str]:
    return _period(claim), claim.id


def _period(claim: Claim) -> Period:
    if claim.as_of is None:
        raise ValueError(f"claim {claim.id} has no date")
    return claim.as_of
