"""Lists of one item a line: which are held against their whole, and which are left alone."""

import pytest

from checker.checks import load_checks
from checker.pipeline import check_articles
from checker.rates import load_rates
from tests.tables import parsed

CHECKS = tuple(check for check in load_checks() if check.id == "sum")
HTML = "<html><p>The shelf holds {whole} works:</p><ul>{items}</ul><p>It is new.</p></html>"


def verdicts(text: str, path: str = "a.md") -> list[str]:
    report = check_articles([parsed(text, path=path)], CHECKS, load_rates())
    return [one.verdict for one in report.findings]


def shelf(*items: str, whole: int = 310) -> str:
    """Write a sentence with a list below."""
    return "\n".join([f"The shelf holds {whole} works:", "", *items, "", "It is new."])


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. "])
def test_a_list_is_held_against_the_sentence_above(mark: str) -> None:
    items = [f"{mark}{item}" for item in ("140 novels", "95 plays", "105 atlases")]
    assert verdicts(shelf(*items, whole=340)) == ["agree"]
    assert verdicts(shelf(*items)) == ["disagree"]


@pytest.mark.parametrize(
    "items",
    [
        ["- 140 novels", "- 95 plays", "- some atlases"],
        ["- 140 novels", "- some atlases", "- 95 plays", "- 40 maps"],
        ["- some atlases", "- 140 novels", "- 95 plays", "- 40 maps"],
        ["- 140 novels", "- 95 plays", "- about 105 atlases"],
        ["- 140 novels", "- 95 plays"],
        ["- 140 novels", "- 95 plays of 2019", "- 105 atlases in 2020"],
        ["- 140 novels", "- 95 novels", "- 105 novels"],
        ["- 400 pages", "- 95 plays", "- 105 atlases"],
        ["- 40 chairs", "- 15 lamps", "- 12 rooms"],
        ["- novels: 140", "- 95 plays", "- 105 atlases"],
        ["", "It has 140 novels, 95 plays and 105 atlases."],
    ],
)
def test_a_list_that_may_be_of_something_else_is_left_alone(items: list[str]) -> None:
    assert verdicts(shelf(*items)) == []


def test_a_list_of_html_is_read_alike() -> None:
    items = "<li>140 novels</li><li>95 plays</li><li>105 atlases</li>"
    assert verdicts(HTML.format(whole=340, items=items), "a.html") == ["agree"]
    assert verdicts(HTML.format(whole=310, items=items), "a.html") == ["disagree"]
    more = items + "<li>some maps</li>"
    assert verdicts(HTML.format(whole=310, items=more), "a.html") == []


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        (["- Ruhl: 18,240", "- Song: 15,310", "- Total: 33,550"], ["agree"]),
        (["- Ruhl: 18,240", "- Song: 15,310", "- Total: 35,550"], ["disagree"]),
        (["1. Roads: £18m", "2. Rail: £15m", "3. Total: £38m"], ["disagree"]),
        (["- Ruhl: unknown", "- Song: 15,310", "- Marsh: 9,000", "- Total: 27,000"], []),
        (["- Ruhl: 18,240", "- Song: unknown", "- Marsh: 9,000", "- Total: 30,000"], []),
        (["- Ruhl: 18,240", "- Song: 15,310", "- Average: 17,000"], []),
        (["- Ruhl: 18,240", "- Song: 15,310", "- Total: 15,000"], []),
        (["- Ruhl: 18,240", "- Total: 19,240"], []),
        (["- Ruhl: 12", "- Song: 15", "- Total: 27", "- Marsh: 9", "- Total: 39"], []),
        (["- Ruhl: 18,240 votes", "- Song: £15,310", "- Total: 35,550"], []),
    ],
)
def test_an_item_called_a_total(lines: list[str], verdict: list[str]) -> None:
    assert verdicts("\n".join(["Votes", "", *lines, "", "Polls are closed."])) == verdict


def test_a_list_without_end_is_cut_short() -> None:
    items = [f"- {number} things of kind {number}" for number in range(2, 400)]
    assert verdicts(shelf(*items)) == []
