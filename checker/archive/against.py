"""New articles against the archive in a store."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.archive.meeting import Meeting
from checker.archive.store import Store
from checker.judging import Checked, Past, Project, Tables, Trace, judge_placed
from checker.model import Article, Claim, Placed
from checker.values import frozen, replace

Decide = Callable[[Sequence[Article]], Project]
"""Says what the project decides for articles."""

Place = Callable[[Sequence[Article], Tables], tuple[Sequence[Placed], Checked]]
"""Places articles, and runs the checks inside them."""


@frozen
class Means:
    """What decides for articles, and what places them."""

    decide: Decide
    place: Place


def trace_against(
    store: Store, articles: Sequence[Article], tables: Tables, means: Means
) -> tuple[Trace, int]:
    """Compare articles with each other and with an archive; count the articles of that."""
    meeting = Meeting(store, {rule.id: rule for rule in tables.rules})
    new = meeting.named(articles)
    tables = replace(tables, project=means.decide(new))
    placed, checked = means.place(new, tables)
    past = _allowed(meeting.past(_claims(placed), new), means.decide)
    return judge_placed(placed, tables, checked, past), past.size


def _claims(placed: Sequence[Placed]) -> list[Claim]:
    return [claim for _, reading in placed for claim in reading.claims]


def _allowed(past: Past, decide: Decide) -> Past:
    """Leave out the claims of rules that the project ignores in their articles."""
    ignored = decide(past.articles).ignored
    if not ignored:
        return past
    kept = (claim for claim in past.claims if claim.rule not in ignored.get(claim.article, ()))
    return replace(past, claims=tuple(kept))
