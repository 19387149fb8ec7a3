"""Concise: one line a finding that grep and editors understand, whatever the articles hold."""

import re
from collections.abc import Callable

import pytest

from checker.model import Camp, Relation, Report
from checker.report import concise
from tests.reports import (
    BROKEN,
    FOUR_HUNDRED,
    HUNDREDS,
    MORE_THAN_300,
    NOTHING_COMPARED,
    agreement,
    claim,
    disagreement,
    report,
)

Snapshot = Callable[[str, str], None]
LINE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (info|warning|error) ")


def test_a_whole_report(snapshot: Snapshot) -> None:
    unsure = disagreement(verdict="unsure", because="facet giver", severity="info")
    whole = report(disagreement(severity="error"), unsure, agreement(), errors=(BROKEN,))
    snapshot("concise.txt", concise.render(whole))


def test_a_line_begins_with_place_and_severity() -> None:
    first, _ = concise.render(report(disagreement())).splitlines()
    found = LINE.match(first)
    assert found is not None
    assert found.groupdict() == {"path": "seeds/commons.md", "line": "12", "column": "34"}


def test_the_places_are_those_of_the_camps_the_message_is_about() -> None:
    camps = tuple(Camp((each,), ("x",)) for each in (HUNDREDS, MORE_THAN_300, FOUR_HUNDRED))
    relations = (
        Relation(0, 1, "unsure", "vague", "too vague"),
        Relation(1, 2, "disagree", "value", "the figures differ"),
    )
    finding = disagreement(camps=camps, relations=relations, message="the figures differ")
    first, _ = concise.render(report(finding)).splitlines()
    assert first.startswith("seeds/commons.md:12:34: ")
    assert first.endswith("the figures differ [seeds/briefing.md:7:16]")


def test_the_date_of_an_event_is_never_the_first_place() -> None:
    anchor = claim("x", "", None, path="events.yaml", line=0, column=0, anchor=True)
    camps = (Camp((anchor,), ("x",)), Camp((FOUR_HUNDRED,), ("y",)))
    first, _ = concise.render(report(disagreement(camps=camps))).splitlines()
    assert first.startswith("seeds/briefing.md:7:16: ")
    assert first.endswith(" [events.yaml]")


def test_hostile_text_stays_on_its_line() -> None:
    hostile = "a\nb\x1b[31m\u2028c\u202e"
    camps = (Camp((claim("x", "", None, path=hostile),), ("x",)),)
    finding = disagreement(camps=camps, relations=(), message=hostile)
    text = concise.render(report(finding))
    assert text.count("\n") == 2
    assert "a b<U+001B>[31m c<U+202E>:12:34: warning" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            report(coverage=NOTHING_COMPARED),
            "Nothing to compare: no two claims speak of the same fact.",
        ),
        # All that was compared is on other lines than those asked for, or accepted.
        (report(), "Nothing to report."),
        (report(articles=()), "Nothing to compare: no article was read."),
        (report(agreement()), "1 fact compared: 1 agrees."),
    ],
)
def test_without_a_difference_there_is_only_the_last_line(made: Report, said: str) -> None:
    (last,) = concise.render(made).splitlines()
    assert last.startswith("3 articles read, 1 skipped; 41 numbers seen")
    assert last.endswith(said)
