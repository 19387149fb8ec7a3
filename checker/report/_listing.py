"""Claims and quantities as tables: what was understood, before anything is compared."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.lines import places
from checker.report import _wording as wording
from checker.report._grid import Row, grid
from checker.report._screen import PLAIN, Screen, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Article, Claim, Quantity, Skipped


def claims(rows: Iterable[Claim], screen: Screen = PLAIN) -> str:
    """List claims, one table a rule."""
    ordered = sorted(rows, key=lambda claim: claim.rule)
    blocks = []
    for rule, group in groupby(ordered, key=lambda claim: claim.rule):
        headers = ("stated, where", "read as", "facets", "who says so, as of")
        table = grid(headers, [[_claim(claim)] for claim in group], screen.width)
        blocks.append(f"{screen.paint(safe(rule), 'bold')}\n{table}")
    return "\n\n".join(blocks or ["No rule matched a number."]) + "\n"


def _claim(claim: Claim) -> Row:
    quantity = claim.quantity
    said = "" if claim.polarity == "asserted" else f"{claim.polarity}: "
    stated = said + quantity.surface if quantity else "the date of the event"
    place = f"{claim.path}:{claim.line}:{claim.column}" if claim.line else claim.path
    repeats = f"repeats {claim.repeats}" if claim.repeats else ""
    return (
        _lines(stated, place, repeats),
        safe(wording.measured(quantity)) if quantity else "",
        _lines(*(f"{match.name}: {match.value}" for match in claim.facets)),
        _lines(wording.said_by(claim), wording.as_of(claim)),
    )


def _lines(*texts: str) -> str:
    return "\n".join(safe(text) for text in texts if text)


def quantities(
    article: Article,
    found: Sequence[Quantity],
    skipped: Sequence[Skipped],
    screen: Screen = PLAIN,
) -> str:
    """List the quantities of one article, then the numbers that were seen and not used."""
    name = article.path if article.path in ("", article.id) else f"{article.path} ({article.id})"
    count = wording.counted(len(found), "quantity", "quantities")
    blocks = [screen.paint(safe(f"{name or article.id}: {count}"), "bold")]
    where = places(article)
    if found:
        rows = [(where.within(q.span.start), *_quantity(q)) for q in found]
        headers = ("line", "text", "value", "read as", "unit", "kind")
        blocks.append(grid(headers, [rows], screen.width))
    if skipped:
        blocks += [""] if found else []
        unused = [
            (where.within(s.span.start) if s.span else "", safe(s.text), safe(s.reason))
            for s in skipped
        ]
        blocks.append(grid(("line", "seen and not used", "why"), [unused], screen.width))
    return "\n".join(blocks) + "\n"


def _quantity(quantity: Quantity) -> Row:
    change = {"up": " (a rise)", "down": " (a fall)"}.get(quantity.change or "", "")
    candidates = " or ".join(quantity.unit_candidates)
    return (
        safe(quantity.surface),
        _value(quantity),
        wording.interval(quantity.expected) if quantity.expected else "no number",
        safe(f"{quantity.unit}: {candidates}" if candidates else quantity.unit),
        safe(quantity.kind + change),
    )


def _value(quantity: Quantity) -> str:
    """Write the stated number with its bound: `> 300`, `~ 15`, `300 to 400`, `100 to 1,000`."""
    if quantity.value is not None:
        sign = {"=": "", ">=": "≥ ", "<=": "≤ "}.get(quantity.bound, f"{quantity.bound} ")
        return sign + wording.number(quantity.value)
    ends = [wording.number(end) for end in (quantity.low, quantity.high) if end is not None]
    return " to ".join(ends)
