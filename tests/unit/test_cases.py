"""Markdown cases: where articles begin, what is expected of which line, and what is wrong."""

from datetime import date

import pytest

from checker.cases import read_case, try_case
from checker.model import Trial
from checker.rates import Rates
from checker.rules import load_rules

RULES = load_rules(
    {
        "tents.yaml": "id: tents\ntitle: Tents\nunit: tent\nkind: cumulative\n"
        "words: {en: [tent*], fr: [tente*]}\nfacets: {receiver: country}\n"
    }
).rules
CASE = """# Tents for an island

<!-- article: outlet="The Herald" date=2022-12-20 lang=en -->
<!-- expect: value=500 receiver=TR -->
Rescuers gave 500 tents to Turkey.

<!-- article: date=2022-12-30 lang=en outlet=Post -->

<!-- expect: explained because=grows rule=tents -->

Rescuers gave 700 tents to Turkey.
<!-- expect: nothing -->
They sat in 12 huts. <!-- expect: unrelated --> Others gave 20 tents to Oslo.
<!-- expect: disagree rule=other -->
Nobody says more.
"""


def trials(text: str) -> list[Trial]:
    """Try a case that is right."""
    case, problems = read_case("cases/tents.md", text)
    assert problems == ()
    assert case is not None
    return try_case(case, RULES, Rates())


def test_expectations_hold() -> None:
    found = trials(CASE)
    assert [(trial.expected, trial.passed) for trial in found] == [
        (("value: 500, receiver: TR",), True),
        (("explained: grows",), True),
        (("nothing",), False),
        (("unrelated",), True),
    ]
    assert found[2].found == ("tents: 20 tents",)


def test_what_is_not_so_is_shown_with_its_place() -> None:
    wrong = CASE.replace("because=grows", "because=converted").replace("value=500", "value=400")
    one, other, *_ = trials(wrong)
    assert (one.passed, one.found) == (False, ("value: 500, receiver: TR",))
    assert (one.example.path, one.example.line, one.example.column) == ("cases/tents.md", 4, 1)
    assert one.example.samples[0].text == "Rescuers gave 500 tents to Turkey."
    assert [one.example.samples[0].text[a:b] for _, (a, b) in one.claims] == ["500 tents"]
    assert (other.passed, other.found) == (False, ("explained: grows",))


def test_articles_know_what_is_said_of_them() -> None:
    case, _ = read_case("a.md", CASE)
    assert case is not None
    articles = [article for article, _ in case.articles]
    assert [(a.id, a.outlet, a.published) for a in articles] == [
        ("a-1", "The Herald", date(2022, 12, 20)),
        ("a-2", "Post", date(2022, 12, 30)),
    ]
    assert all("expect" not in article.text for article in articles)


def test_a_file_without_articles_is_one() -> None:
    (trial,) = trials(
        "<!-- expect: value=20 -->\nThey have given 20 tents to the people of Oslo.\n"
    )
    assert (trial.passed, trial.languages) == (True, ("en",))


def test_a_page_that_expects_nothing_is_no_case() -> None:
    assert read_case("README.md", "# Rules\n\n<!-- a note -->\nThey gave 20 tents.\n") == (None, ())


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("<!-- expect: disagrees -->\n20 tents\n", (1, 14), "`disagrees` is no verdict"),
        ("<!-- expect: -->\n20 tents\n", (1, 1), "expect a verdict"),
        ("<!-- expect: nothing value=2 -->\n20 tents\n", (1, 1), "expect a verdict"),
        ("\n<!-- expect: nothing -->\n\n", (2, 1), "no line follows"),
        ("<!-- expect: nothing ; -->\n20 tents\n", (1, 21), "`;` is no word"),
        ("<!-- article: outlt=x -->\n<!-- expect: nothing -->\nx\n", (1, 15), "no `outlt`"),
        ("<!-- article: date=soon -->\n<!-- expect: nothing -->\nx\n", (1, 15), "expected a day"),
        ("<!-- article: lang=xx -->\n<!-- expect: nothing -->\nx\n", (1, 15), "cannot be read"),
        ("<!-- article: lang -->\n<!-- expect: nothing -->\nx\n", (1, 15), "no `lang`"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str, place: tuple[int, int], message: str
) -> None:
    case, (problem,) = read_case("cases/a.md", text)
    assert case is None
    assert message in problem.message
    assert (problem.path, problem.line, problem.column) == ("cases/a.md", *place)
