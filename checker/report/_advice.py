"""Advice about rules: each with its place, line, caret and help, then a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import _wording as wording
from checker.report._screen import PLAIN, Screen, safe, shown_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Advice


def render(found: Sequence[Advice], rules: int, screen: Screen = PLAIN) -> str:
    """Write every piece of advice about so many `rules`."""
    if not rules:
        return screen.paint("No rule was looked at.", "warning") + "\n"
    blocks = [_block(advice, screen) for advice in found]
    looked = wording.counted(rules, "rule")
    told = wording.counted(len(found), "warning") if found else "nothing to say"
    blocks.append(screen.paint(f"{looked}: {told}.", "warning" if found else "agree"))
    return "\n\n".join(blocks) + "\n"


def _block(advice: Advice, screen: Screen) -> str:
    head, *rest = shown_problem(advice.problem).split("\n")
    label = screen.paint("warning", "warning")
    return "\n".join([f"{label}: {head} [{safe(advice.code)}]", *rest])
