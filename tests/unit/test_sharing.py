"""A name that no other group tells brings two groups together, where one of them is small."""

from __future__ import annotations

from collections import Counter

import pytest

from checker.facts.groups import Group
from checker.facts.sharing import sharing

APART, TOGETHER = [["a"], ["b"]], [["a", "b"]]


def group(name, *told, alike=0.4, size=1):
    """Make a group that tells names as news; so much of it is told in words that all share."""
    terms = {"storm": alike, **dict.fromkeys(told, 0.1), name: (1 - alike * alike) ** 0.5}
    members = [name, *(f"{name}{number}" for number in range(1, size))]
    return Group(members, terms, None, frozenset(told), Counter(dict.fromkeys(told, size)))


def together(*groups):
    """Return which reports are of one story."""
    return sorted(sorted(one.members) for one in sharing(groups))


def test_a_name_that_two_groups_alone_tell_joins_them():
    assert together(group("a", "vessel"), group("b", "vessel")) == TOGETHER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(group("a", "vessel"), group("b", "orbana"), id="each another name"),
        pytest.param(group("a", "vessel"), group("b", "vessel", alike=0.1), id="unlike"),
    ],
)
def test_others_are_left_apart(one, other):
    assert together(one, other) == APART


def test_a_name_and_no_other_word_joins_nothing():
    one, other = group("a", "vessel"), group("b", "vessel")
    other.total = {"vessel": 1.0}
    assert together(one, other) == APART


def test_a_name_of_three_groups_joins_none_of_them():
    groups = [group(name, "vessel") for name in "abc"]
    assert together(*groups) == [["a"], ["b"], ["c"]]


def test_reports_that_stand_alone_join_the_one_group_that_tells_their_name():
    groups = [group("a", "vessel", size=3), group("b", "vessel"), group("c", "vessel")]
    assert together(*groups) == [["a", "a1", "a2", "b", "c"]]


def test_so_do_not_many_of_them():
    groups = [group("a", "vessel", size=3), *(group(name, "vessel") for name in "bcdefg")]
    assert len(together(*groups)) == 7


def test_what_is_joined_leaves_a_name_to_two():
    groups = [group("a", "vessel", "tambor"), group("b", "vessel", "tambor"), group("c", "vessel")]
    groups[1].news["orbana"] += 1
    groups[0].news["orbana"] += 1
    assert together(*groups) == [["a", "b", "c"]]


def test_two_large_groups_share_a_place_without_being_one():
    one, other = group("a", "vessel", size=5), group("b", "vessel", size=5)
    assert len(together(one, other)) == 2
    assert len(together(one, group("c", "vessel", size=4))) == 1


def test_groups_about_other_names_are_at_odds():
    one, other = group("a", "vessel", "trent", size=3), group("b", "vessel", "brandt", size=3)
    assert len(together(one, other)) == 2


def test_what_fits_two_that_share_no_name_joins_neither():
    one, other = group("a", "vessel", "kolda"), group("c", "orbana", "trent")
    assert together(one, group("b", "vessel", "orbana"), other) == [["a"], ["b"], ["c"]]


def test_of_two_that_share_a_name_with_more_of_its_own_it_joins_both():
    one, other = group("a", "vessel", "kolda", "trent"), group("c", "orbana", "trent", "faye")
    groups = [one, group("b", "vessel", "orbana"), other, group("d", "trent")]
    assert ["a", "b", "c"] in [members[:3] for members in together(*groups)]
