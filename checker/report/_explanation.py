"""An explanation for the terminal: a heading a number, a line a step."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Explanation
from checker.report._screen import Screen, visible, wrap


def render(explanations: Sequence[Explanation], screen: Screen) -> str:
    """Write every explanation; what comes from an article is made harmless."""
    blocks = [_block(explanation, screen) for explanation in explanations]
    return "\n\n".join(blocks) + "\n" if blocks else "There is no number here.\n"


def _block(explanation: Explanation, screen: Screen) -> str:
    width = max((len(name) for name, _ in explanation.steps), default=0)
    lines = [screen.paint(visible(explanation.heading), "bold")]
    for name, text in explanation.steps:
        room = max(screen.width - width - 4, 20)
        first, *rest = wrap(visible(text), room) or [""]
        lines.append(f"  {name.ljust(width)}  {first}")
        lines += [f"  {' ' * width}  {line}" for line in rest]
    return "\n".join(lines)
