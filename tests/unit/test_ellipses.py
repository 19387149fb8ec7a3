"""A figure whose noun is left out: taken where the article counts another one with it."""

import pytest

from checker.model import Article
from checker.pipeline import read_claims, read_quantities
from checker.rules import shipped_rules

RULES = shipped_rules()
OTHER = "Leo Born scored 28 points. "


def points(text: str) -> list[tuple[str | None, str]]:
    """Return whose points a text tells, and the words of each figure."""
    article = Article("one", "one.txt", text, "en")
    rules = RULES.named(["points-scored", "game-figures", "age"])
    [(_, reading)] = read_claims([read_quantities(article)], rules)
    told = (claim for claim in reading.claims if claim.rule == "points-scored")
    return [
        (claim.facet("player"), claim.quantity.surface)
        for claim in told
        if claim.quantity is not None and claim.facet("player") != "leo born"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Brandt had 37.", ("ivo brandt", "37")),
        ("Ivo Brandt had 37 and the Rovers won.", ("ivo brandt", "37")),
        ("Ivo Brandt finished with 37, two short of his best.", ("ivo brandt", "37")),
        ("Ivo Brandt went off for 38 last night.", ("ivo brandt", "38")),
        ("Ivo Brandt was held to 11 as the Rovers lost.", ("ivo brandt", "11")),
        ("Ivo Brandt added 22 for the Rovers.", ("ivo brandt", "22")),
        ("Ostra had no answer to Ivo Brandt, who finished with 37.", ("ivo brandt", "37")),
        # Brackets and a list of figures do not part them from whose they are.
        ("It was all Ivo Brandt (37 points, nine assists).", ("ivo brandt", "37 points")),
        ("They won behind 37 points, nine assists and six rebounds from Ivo Brandt.",
         ("ivo brandt", "37 points")),
    ],
)  # fmt: skip
def test_a_bare_figure_is_of_what_the_article_counts(text: str, expected: tuple[str, str]) -> None:
    assert points(OTHER + text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # The number goes on, or its noun follows.
        "Ivo Brandt made 14 of 25 shots.",
        "Ivo Brandt had 12-of-20 shooting.",
        "Ivo Brandt hit 10 from the line.",
        "Ivo Brandt had 12 rebounds.",
        "Ivo Brandt had 12% of the vote.",
        # A part of his points, a figure in words, and one that is too small.
        "Ivo Brandt was good, 17 of them in the second half.",
        "Ivo Brandt had 12 in the third quarter.",
        "Ivo Brandt had two.",
        # An age, and the points of a team.
        "Ivo Brandt, who's 58, watched.",
        "The Rovers finished with 99.",
    ],
)
def test_a_bare_number_that_may_be_another_figure_is_left_alone(text: str) -> None:
    assert points(OTHER + text) == []


def test_where_nothing_says_what_is_counted_a_bare_number_is_none() -> None:
    assert points("Ivo Brandt finished with 37. Ana Ruiz added 21.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Brandt had 37 and the Rovers won 104-99.", [("ivo brandt", "37")]),
        ("Ivo Brandt had 37. The Rovers won, 112–88.", [("ivo brandt", "37")]),
        # Goals, votes of few, a range, years and what goes on are no score of points.
        ("Ivo Brandt had 37. The Rovers won 3-1.", []),
        ("Ivo Brandt had 37. The vote was 51-49.", []),
        ("Ivo Brandt had 37. About 70-80 houses burned.", []),
        ("Ivo Brandt had 37. Call 98-76-54.", []),
    ],
)
def test_a_score_of_points_says_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert points(text) == expected


def test_the_figure_with_its_noun_may_follow() -> None:
    assert points("Ivo Brandt had 37. Ana Ruiz scored 31 points.") == [
        ("ivo brandt", "37"),
        ("ana ruiz", "31 points"),
    ]
