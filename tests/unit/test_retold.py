"""A figure told twice in one report is of one group."""

from __future__ import annotations

import pytest

from checker.facts.retold import retold
from checker.values import replace
from tests import claims as made

VALUES = {"all": {}, "children": {}, "attackers": {}, "with": {"parts": ["all", "attackers"]}}
TOLL = made.rule(id="toll", kind="event", unit="person", facets={"group": VALUES})
(GROUP,) = TOLL.facets
TOLL = replace(TOLL, facets=(replace(GROUP, default="all"),))


def groups_of(*told):
    """Return the group of each claim; a claim is told as article, figure and group."""
    claims = [
        made.claim(f"c{n}", TOLL, value=value, unit="person", article=article, facets={"group": of})
        for n, (article, value, of) in enumerate(told)
    ]
    return [claim.facet("group") for claim in retold(claims, TOLL)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # The headline counts whom the text counts.
        ([("a", 6, "all"), ("a", 6, "with")], ["with", "with"]),
        # Another figure, another report, a group that is a part.
        ([("a", 5, "all"), ("a", 6, "with")], ["all", "with"]),
        ([("b", 6, "all"), ("a", 6, "with")], ["all", "with"]),
        ([("a", 6, "all"), ("a", 6, "children")], ["all", "children"]),
        ([("a", 6, "children"), ("a", 6, "with")], ["children", "with"]),
    ],
)
def test_the_same_figure_of_one_report_is_of_the_wider_group(told, expected):
    assert groups_of(*told) == expected
