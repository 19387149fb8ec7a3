"""Whose share of the vote a number is, where several candidates have one each."""

import pytest

from checker.model import Article
from checker.pipeline import read_claims, read_quantities
from checker.rules import shipped_rules

RULES = shipped_rules()


def told(text: str, facet: str = "candidate", rule: str = "vote-share") -> list[str | None]:
    """Return a facet of every claim that a rule makes of a text."""
    article = Article("one", "one.txt", text, "en")
    [(_, reading)] = read_claims([read_quantities(article)], RULES.named([rule]))
    return [claim.facet(facet) for claim in reading.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A name stands at its number.
        ("Ruiz had 54% of the vote to Brandt's 46%.", ["ruiz", "brandt"]),
        ("Ruiz had 54% of the vote, with Ivo Brandt on 46%.", ["ruiz", "ivo brandt"]),
        ("Early returns gave Ana Ruiz 54% and Ivo Brandt 46%.", ["ana ruiz", "ivo brandt"]),
        ("Final results gave 54% of the vote for Ana Ruiz.", ["ana ruiz"]),
        # Who is beaten stands behind the verb, and has the second number.
        ("Ana Ruiz beat Ivo Brandt with 54% of the vote.", ["ana ruiz"]),
        ("Ana Ruiz defeated the mayor Ivo Brandt 54% to 46%.", ["ana ruiz", "ivo brandt"]),
        # Nobody knows whose the other one is.
        ("Ana Ruiz took 54% to her rival's 46%.", ["ana ruiz"]),
        ("Ana Ruiz won the election by 54% to 46%.", ["ana ruiz"]),
        # Somebody may stand for a name told before.
        ("Ana Ruiz won in Ostra. She took 54% of the vote.", ["ana ruiz"]),
        ("Ana Ruiz and Ivo Brandt ran in Ostra. She took 54% of the vote.", []),
        # A town is no candidate.
        ("Ana Ruiz was elected mayor of Ostra with 54% of the vote.", ["ana ruiz"]),
        ("In Ostra 54% of the vote was won by nobody.", []),
    ],
)
def test_each_candidate_has_a_share(text: str, expected: list[str | None]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz beat Ivo Brandt with 54% of the vote.", [None]),
        ("Final results gave Ana Ruiz 54% of the vote.", [None]),
        ("Ana Ruiz took 54% of the vote in Ostra.", ["ostra"]),
    ],
)
def test_a_candidate_is_no_region(text: str, expected: list[str | None]) -> None:
    assert told(text, "region") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With 90 percent of the vote counted, Ana Ruiz had 54% of the vote.", ["partial"]),
        ("Partial results gave Ana Ruiz 54% of the vote.", ["partial"]),
        ("With all votes counted, Ana Ruiz had 54% of the vote.", ["whole"]),
        ("Ana Ruiz had 54% of the vote when 90% of it was cast.", ["whole"]),
    ],
)
def test_what_was_counted_so_far_is_another_figure(text: str, expected: list[str]) -> None:
    assert told(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Senate confirmed Ana Ruiz as a judge by 63 votes to 37.", "ana ruiz"),
        ("Ana Ruiz was confirmed by the Senate by 63 votes to 37.", "ana ruiz"),
        ("Ruiz's confirmation passed the Senate by 63 votes to 37.", "ruiz"),
        ("The Senate approved the nomination of Ana Ruiz by 63 votes to 37.", "ana ruiz"),
        ("The Senate confirmed the judge by 63 votes to 37.", None),
        ("The Senate passed the bill of Ana Ruiz by 63 votes to 37.", None),
        ("Ana Ruiz said the Senate passed the bill by 63 votes to 37.", None),
    ],
)
def test_a_vote_on_a_person_is_told_by_the_name(text: str, expected: str | None) -> None:
    assert told(text, "nominee", "division-votes") == [expected, expected]
