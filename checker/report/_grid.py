"""Tables as wide as the screen allows, drawn by tabulate."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from checker.report._screen import columns, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

# A column is never made narrower than a date.
_NARROWEST = 10
_GAP = 2

Row = tuple[str, ...]


def grid(headers: Row, groups: Sequence[Sequence[Row]], width: int) -> str:
    """
    Draw rows of safe text under `headers`, with a blank line between groups.

    The widest columns are wrapped until the table takes at most `width` columns.
    """
    rows = [row for group in groups for row in group]
    widths = _widths(headers, rows, width - _GAP * (len(headers) - 1))
    heading = [_wrapped(headers, widths), ["─" * width for width in widths]]
    wrapped = [[_wrapped(row, widths) for row in group] for group in groups]
    # The heading is a row like any other: tabulate would widen its columns by two. Numbers are
    # shown as written: tabulate would turn 1e5 into 100000.
    drawn: str = _tabulate().tabulate(
        [*heading, *(row for group in wrapped for row in group)],
        tablefmt="plain",
        disable_numparse=True,
    )
    lines = [line.rstrip() for line in drawn.splitlines()]
    # Tabulate leaves out empty rows, so the blank lines between groups are put in afterwards.
    end = len(lines)
    for group in reversed(wrapped[1:]):
        end -= sum(max(cell.count("\n") + 1 for cell in row) for row in group)
        lines.insert(end, "")
    return "\n".join(lines)


def _tabulate() -> ModuleType:
    """
    Import tabulate, which asks `importlib.metadata` for its own version and for nothing else.

    That question takes half of the time tabulate needs to start (docs/decisions), so where nobody
    else has loaded that module an empty one answers "unknown".
    """
    name = "importlib.metadata"
    if name in sys.modules:
        import tabulate

        return tabulate
    answer = ModuleType(name)
    answer.__dict__.update(version=_no_version, PackageNotFoundError=ImportError)
    sys.modules[name] = answer
    try:
        import tabulate
    finally:
        del sys.modules[name]
    return tabulate


def _no_version(name: str) -> str:
    raise ImportError(name)


def _wrapped(row: Row, widths: list[int]) -> list[str]:
    return [
        "\n".join(line for part in cell.split("\n") for line in wrap(part, width))
        for cell, width in zip(row, widths, strict=True)
    ]


def _widths(headers: Row, rows: list[Row], room: int) -> list[int]:
    """
    Give each column what its longest line needs; while that is too much, narrow the widest.

    A column is made too narrow for its longest word only when nothing else is left; the path of a
    file may be longer than any word, and cannot claim more than a third.
    """
    needs, floors = [], []
    for column in zip(headers, *rows, strict=True):
        lines = [line for cell in column for line in cell.split("\n")]
        needs.append(max(columns(line) for line in lines))
        longest = max(columns(word) for line in lines for word in line.split(" "))
        floors.append(min(longest, room // 3))
    for narrowest in (floors, [_NARROWEST] * len(needs), [1] * len(needs)):
        while sum(needs) > room:
            spare = [n if n > low else 0 for n, low in zip(needs, narrowest, strict=True)]
            if not any(spare):
                break
            needs[spare.index(max(spare))] -= 1
    return needs
