"""Findings about what was accepted: an ignore comment or a decision that does not do its work."""

from __future__ import annotations

from checker.digest import digest
from checker.model import Camp, Claim, Finding
from checker.values import frozen

RULE = "accepted"
"""The id under which such findings are reported."""


@frozen
class Place:
    """Where a comment or a decision stands, and its words."""

    article: str
    path: str
    line: int
    column: int
    words: str


def notice(place: Place, because: str, message: str) -> Finding:
    """Make a finding; `because` is `unknown-rule`, `no-reason`, `unused`, `expired` or `broken`."""
    claim = Claim(
        id=f"{place.path}:{place.line}:{place.column}:{RULE}",
        rule=RULE,
        article=place.article,
        source=place.path,
        path=place.path,
        line=place.line,
        column=place.column,
        quote=place.words,
        quantity=None,
    )
    return Finding(
        id=digest(RULE, because, place.path, place.words)[:16],
        rule=RULE,
        title="What was accepted",
        verdict="unsure",
        because=because,
        severity="warning",
        message=message,
        facets=(),
        camps=(Camp((claim,), (place.path,)),),
        relations=(),
    )
