"""Names by which events are known: a town or a person that several reports tell."""

from collections import Counter

import pytest

from checker.facts.groups import Group
from checker.facts.seats import Seats

PORT = {report: ["drevnik"] for report in ["p1", "p2", "p3", "p4"]}
MINE = {report: ["kolda"] for report in ["m1", "m2", "m3", "m4"]}


def group(*reports):
    """Make a group of reports, each given by its id and the names it tells."""
    names = [name for _, told in reports for name in told]
    members = [report for report, _ in reports]
    return Group(members, {}, None, frozenset(names), Counter(names), narrow=frozenset(names))


def test_two_raids_on_two_towns_are_less_alike():
    one, other = group(("p1", ["drevnik"])), group(("m1", ["kolda"]))
    assert Seats(PORT | MINE).likeness(one, other) < 1


def test_two_reports_that_tell_a_town_of_many_are_more_alike():
    one, other = group(("p1", ["drevnik", "otto"])), group(("p2", ["drevnik", "sable"]))
    assert Seats(PORT | MINE).likeness(one, other) > 1


def test_a_report_that_tells_both_towns_makes_them_places_of_one_event():
    both = {"b": ["drevnik", "kolda"]}
    one, other = group(("p1", ["drevnik"])), group(("m1", ["kolda"]))
    assert Seats(PORT | MINE | both).likeness(one, other) == 1


def test_a_report_that_alone_tells_two_towns_is_of_neither():
    """A column on two disasters belongs to none of them."""
    both = group(("b", ["drevnik", "kolda"]))
    seats = Seats(PORT | MINE | {"b": ["drevnik", "kolda"]})
    assert seats.likeness(both, group(("p1", ["drevnik"]))) == 1
    assert seats.likeness(group(("m1", ["kolda"])), both) == 1


@pytest.mark.parametrize("fewer", [1, 2, 3])
def test_a_name_that_few_reports_tell_says_nothing(fewer):
    """A witness whom one agency quotes, and another whom the next one does."""
    told = dict(list(PORT.items())[:fewer]) | MINE
    one, other = group(("p1", ["drevnik"])), group(("m1", ["kolda"]))
    assert Seats(told).likeness(one, other) == 1


def test_a_name_that_one_report_of_many_tells_is_not_what_they_are_about():
    many = group(*((f"m{number}", ["kolda"]) for number in range(6)), ("p1", ["drevnik"]))
    assert Seats(PORT | MINE).likeness(many, group(("p2", ["drevnik"]))) == 1
