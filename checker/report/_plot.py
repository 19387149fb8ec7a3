"""One interval plot a fact, as SVG: a bar a claim on a common line of numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.report import _outline as outline
from checker.report import _wording as wording
from checker.rows import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.interval import Interval
    from checker.model import Finding

# Measures of the drawing, in its own units.
_WIDTH, _LEFT, _RIGHT, _ROW = 720, 46, 16, 26
# Room on both sides of the numbers, as a share of what they span.
_MARGIN = Decimal("0.06")
# A drawing of more claims is taller than a screen.
_MOST = 40


class _Bar(NamedTuple):
    """A claim: the letter of its camp, what it states, and its reading in the common unit."""

    label: str
    stated: str
    reading: Interval


class _Scale(NamedTuple):
    """Where numbers stand across the drawing."""

    low: Decimal
    high: Decimal

    def at(self, number: Decimal) -> float:
        """Return the place of a number."""
        share = float((number - self.low) / (self.high - self.low))
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def plot(finding: Finding) -> str:
    """Draw the expected readings of a finding; empty where fewer than two say a number."""
    bars = _bars(finding)
    scale = _scale([bar.reading for bar in bars])
    if len(bars) < 2 or scale is None:
        return ""
    height = _ROW * len(bars) + 34
    rows = [_row(bar, number, scale) for number, bar in enumerate(bars)]
    told = "; ".join(f"{bar.label}: {wording.interval(bar.reading)}" for bar in bars)
    return (
        f'<svg class="plot" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{_escaped(f"{told} {finding.unit}".strip())}">'
        f"{''.join(rows)}{_axis(scale, height)}</svg>"
    )


def _bars(finding: Finding) -> list[_Bar]:
    """Gather the claims whose reading is a number in the unit of the finding."""
    bars = []
    for label, claim, _ in outline.labelled(finding.camps):
        quantity = claim.quantity
        if quantity is None or quantity.expected is None:
            continue
        if quantity.unit == finding.unit or quantity.kind == "count":
            bars.append(_Bar(label, quantity.surface, quantity.expected))
    return bars[:_MOST]


def _scale(readings: Sequence[Interval]) -> _Scale | None:
    """Span all ends, with some room; None when there is no end at all."""
    ends = [end for reading in readings for end in (reading.low, reading.high) if end is not None]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    room = (high - low) * _MARGIN or abs(high) * _MARGIN or Decimal(1)
    return _Scale(low - room, high + room)


def _row(bar: _Bar, number: int, scale: _Scale) -> str:
    """Draw one claim: a bar, a point for a single number, an arrow towards an open end."""
    y = _ROW * number + 14
    reading = bar.reading
    first = _LEFT if reading.low is None else scale.at(reading.low)
    last = _WIDTH - _RIGHT if reading.high is None else scale.at(reading.high)
    shape = (
        f'<circle cx="{first:.1f}" cy="{y}" r="5"/>'
        if last - first < 3
        else f'<rect x="{first:.1f}" y="{y - 5}" width="{last - first:.1f}" height="10" rx="2"/>'
    )
    if reading.high is None:
        shape += f'<path d="M{last:.1f} {y - 8}l8 8l-8 8z"/>'
    if reading.low is None:
        shape += f'<path d="M{first:.1f} {y - 8}l-8 8l8 8z"/>'
    label = f'<text x="4" y="{y + 4}">{_escaped(bar.label)}</text>'
    camp = _escaped(bar.label[:1])
    return f'<g class="camp-{camp}"><title>{_escaped(bar.stated)}</title>{label}{shape}</g>'


def _axis(scale: _Scale, height: int) -> str:
    """Draw the line of numbers with its two ends and its middle."""
    y = height - 20
    ends = (scale.low, (scale.low + scale.high) / 2, scale.high)
    anchors = ("start", "middle", "end")
    ticks = "".join(
        f'<text x="{scale.at(end):.1f}" y="{y + 15}" text-anchor="{anchor}">'
        f"{_escaped(wording.number(_rounded(end, scale)))}</text>"
        for end, anchor in zip(ends, anchors, strict=True)
    )
    return f'<g class="axis"><path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}"/>{ticks}</g>'


def _rounded(number: Decimal, scale: _Scale) -> Decimal:
    """Round a number of the axis to a hundredth of what the axis spans."""
    place = Decimal(10) ** ((scale.high - scale.low).adjusted() - 2)
    rounded = (number / place).to_integral_value() * place
    return rounded or Decimal(0)


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)
