"""What was accepted, as a list for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import _wording as wording
from checker.report._screen import safe

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(path: str, rows: Sequence[tuple[str, str, str]], noun: str) -> str:
    """List rows of a finding's id, its rule and what is said of it; then count them."""
    lines = [safe(f"{name}  {rule}  {said}") for name, rule, said in rows]
    lines.append(f"{wording.counted(len(rows), noun)} in {safe(path)}.")
    return "\n".join(lines) + "\n"
