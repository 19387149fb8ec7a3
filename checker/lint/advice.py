"""How a check points at what it found."""

from __future__ import annotations

from checker.model import Advice
from checker.rules.checks import Draft
from checker.schema import Node, problem_at


def advise(draft: Draft, code: str, node: Node, *says: str) -> Advice:
    """Point at `node` of a rule; `says` are the message and, where there is any, the help."""
    return Advice(code, draft.values["id"], problem_at(node, *says))
