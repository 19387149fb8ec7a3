"""What a project decides, key by key, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report._screen import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    Pairs = Sequence[tuple[str, str]]


def render(path: str, decided: Pairs, facts: Pairs) -> str:
    """Write where the configuration stands, its keys, and `facts` below them."""
    width = max(len(name) for name, _ in (*decided, *facts))
    head = f"configuration: {safe(path)}" if path else "configuration: none found"
    lines = [head, *(_line(name, value or "–", width) for name, value in decided), ""]
    return "\n".join([*lines, *(_line(name, value, width) for name, value in facts), ""])


def _line(name: str, value: str, width: int) -> str:
    return f"  {name.ljust(width)}  {safe(value)}"
