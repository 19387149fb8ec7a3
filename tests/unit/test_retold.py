"""A figure told twice in one report is of one group."""

from __future__ import annotations

import pytest

from checker.facts.retold import may_count_more, retold
from checker.model import Span
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


def open_figures(*told):
    """Return the figures that may count one more; a claim is told as story, figure and group."""
    claims = []
    for n, (_, value, of) in enumerate(told):
        claim = made.claim(f"c{n}", TOLL, value=value, unit="person", article=f"a{n}")
        (group,) = made.claim("x", TOLL, facets={"group": of.removesuffix("!")}).facets
        span = Span(2, 8) if of.endswith("!") else None
        claims.append(replace(claim, facets=(replace(group, span=span),)))
    found = may_count_more(claims, TOLL, [story for story, *_ in told])
    assert set(found.values()) <= {"group"}
    return [int(claim.quantity.value) for claim in claims if claim.id in found]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # "Four dead" and "the gunman (!) killed three".
        ([("s", 4, "all"), ("s", 3, "all!")], [4]),
        ([("s", 4, "all"), ("s", 3, "all!"), ("s", 4, "all")], [4, 4]),
        # Two more, one fewer, told of whoever did it too, of nobody, of another story or group.
        ([("s", 5, "all"), ("s", 3, "all!")], []),
        ([("s", 2, "all"), ("s", 3, "all!")], []),
        ([("s", 4, "all!"), ("s", 3, "all!")], []),
        ([("s", 4, "all"), ("s", 3, "all")], []),
        ([("s", 4, "all"), ("t", 3, "all!")], []),
        ([("s", 4, "children"), ("s", 3, "all!")], []),
    ],
)
def test_whoever_did_it_may_be_one_of_the_dead(told, expected):
    assert open_figures(*told) == expected
