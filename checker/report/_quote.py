"""The sentence of a claim, cut to the words around its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report._screen import Screen, clean, columns, fitting, wrap
from checker.values import frozen

if TYPE_CHECKING:
    from checker.model import Claim
    from checker.model.versions import Stated

    Quotable = Claim | Stated

# Two lines let a reader see who does what without hiding the next quote.
_LINES = 2
# Not quotation marks: the sentence has its own, and they need not be closed.
_BAR = "│ "


@frozen
class Parts:
    """A quote in three parts, made safe: before the number, the number, after it."""

    before: str
    number: str
    after: str


def quoted(claim: Quotable, width: int, screen: Screen) -> list[str]:
    """Give the quote in lines of at most `width` columns behind a bar, its number highlighted."""
    width -= len(_BAR)
    # Lines break at blanks, so that a part of each stays empty.
    parts = cut_quote(claim, _LINES * width - width // 4)
    text = parts.before + parts.number + parts.after
    start = len(parts.before)
    end = start + len(parts.number)
    lines, position = [], 0
    for line in wrap(text, width):
        position = text.index(line, position)
        first, last = (min(max(at - position, 0), len(line)) for at in (start, end))
        shown = line[:first] + screen.paint(line[first:last], "number") + line[last:]
        lines.append(screen.paint(_BAR, "dim") + shown)
        position += len(line)
    return lines


def cut_quote(claim: Quotable, room: int) -> Parts:
    """Give the quote in safe parts of at most `room` columns together, cut far from the number."""
    return _shortened(_parts(claim), room)


def _parts(claim: Quotable) -> Parts:
    quote, quantity = claim.quote, claim.quantity
    if quantity is None:
        return Parts(clean(quote).strip(), "", "")
    at = quantity.span.start - quantity.mention.sentence.quoted.start
    if quote[max(at, 0) :][: len(quantity.surface)] != quantity.surface:
        at = quote.find(quantity.surface)
    if at < 0:
        return Parts(clean(quote).strip(), "", "")
    end = at + len(quantity.surface)
    return Parts(clean(quote[:at]).lstrip(), clean(quote[at:end]), clean(quote[end:]).rstrip())


def _shortened(parts: Parts, room: int) -> Parts:
    """Cut both sides at a blank, the longer one first, until the quote takes `room` columns."""
    number = parts.number[: fitting(parts.number, room)]
    free = room - columns(number)
    before, after = columns(parts.before), columns(parts.after)
    if before + after <= free:
        return Parts(parts.before, number, parts.after)
    left = max(free // 2, free - after)
    right = free - min(before, left)
    return Parts(_end_of(parts.before, left), number, _start_of(parts.after, right))


def _start_of(text: str, room: int) -> str:
    if columns(text) <= room:
        return text
    head = text[: fitting(text, room - 2)]
    return f"{head[: head.rfind(' ') + 1].rstrip() if ' ' in head else head} …"


def _end_of(text: str, room: int) -> str:
    """Keep the last words of `text`; a text turned round is cut at its start."""
    return _start_of(text[::-1], room)[::-1]
