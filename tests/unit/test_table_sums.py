"""Totals of tables: those that add up, those that do not, and those that are no sums."""

from __future__ import annotations

import pytest

from checker.checks import load_checks
from checker.model import Finding
from checker.pipeline import check_articles
from checker.rates import load_rates
from tests.tables import parsed

CHECKS = tuple(check for check in load_checks() if check.id == "sum")


def found(text: str, lang: str = "en", path: str = "a.md") -> list[Finding]:
    return list(check_articles([parsed(text, lang, path)], CHECKS, load_rates()).findings)


def verdicts(text: str, lang: str = "en", path: str = "a.md") -> list[str]:
    return sorted(one.verdict for one in found(text, lang, path))


def table(header: str, *rows: str) -> str:
    """Write a Markdown table."""
    rule = "|" + "---|" * (header.count("|") - 1)
    return "\n".join([header, rule, *rows])


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (["| Kent | 12 |", "| Devon | 30 |", "| Total | 42 |"], ["agree"]),
        (["| Kent | 12 |", "| Devon | 30 |", "| Total | 44 |"], ["disagree"]),
        (["| Total | 44 |", "| Kent | 12 |", "| Devon | 30 |"], ["disagree"]),
        (["| Kent | 1,200 |", "| Devon | 300 |", "| Total | 1,501 |"], ["disagree"]),
        # Only the largest, or groups that overlap.
        (["| Kent | 12 |", "| Devon | 30 |", "| Total | 420 |"], []),
        (["| Kent | 12 |", "| Devon | 30 |", "| Total | 31 |"], []),
        (["| Kent | 12 |", "| Total | 12 |"], []),
        (["| Kent | 12 |", "| Devon | n/a |", "| Total | 13 |"], []),
        (["| Kent | 12 |", "| Devon | |", "| Total | 13 |"], []),
        (["| Kent | 12 |", "| Devon | about 30 |", "| Total | 44 |"], []),
        (["| Kent | 12 |", "| Devon | 30 |", "| Sum of all that is known | 44 |"], []),
        (["| Kent | 12 |", "| Total | 12 |", "| Devon | 30 |", "| Total | 44 |"], []),
        (["| Kent | 12 |", "| Total | 13 |", "| Devon | 2 |"], []),
        (["| Kent | 12 |", "| of which in Dover | 3 |", "| Total | 16 |"], []),
        (["| Kent | 12 (3) |", "| Devon | 30 (4) |", "| Total | 44 (7) |"], []),
    ],
)
def test_a_column_of_deaths(rows: list[str], verdict: list[str]) -> None:
    assert verdicts(table("| Region | Deaths |", *rows)) == verdict


@pytest.mark.parametrize(
    ("header", "rows", "verdict"),
    [
        ("| Region | Cost (£m) |", ["| A | 45.5 |", "| B | 60 |", "| Total | 105.5 |"], ["agree"]),
        ("| Region | Cost (£m) |", ["| A | 45.5 |", "| B | 60 |", "| Total | 106 |"], ["agree"]),
        ("| Region | Cost (£m) |", ["| A | 45.5 |", "| B | 60 |", "| Total | 109 |"], ["disagree"]),
        ("| Region | Cost (£m) |", ["| A | 45 |", "| B | 60 |", "| Total | 107 |"], ["unsure"]),
        # Shares come to 100 give or take their rounding; others are of something else.
        ("| Party | Share (%) |", ["| A | 33 |", "| B | 33 |", "| C | 33 |", "| Total | 100 |"],
         ["agree"]),
        ("| Party | Share (%) |", ["| A | 60 |", "| B | 70 |", "| Total | 100 |"], []),
        ("| Region | Turnout (%) |", ["| A | 60 |", "| B | 70 |", "| Total | 64 |"], []),
        ("| Region | Average age |", ["| A | 30 |", "| B | 40 |", "| All | 36 |"], []),
        ("| Region | Length (km) |", ["| A | 30 |", "| B | 40 |", "| Total | 70 |"], ["agree"]),
    ],
)  # fmt: skip
def test_other_columns(header: str, rows: list[str], verdict: list[str]) -> None:
    assert verdicts(table(header, *rows)) == verdict


def test_a_column_that_adds_up_speaks_for_the_others() -> None:
    text = table(
        "| Region | Killed | Injured | Turnout (%) | Area (km²) |",
        "| Kent | 12 | 30 | 60 | 10 |",
        "| Devon | 14 | 40 | 70 | 20 |",
        "| Total | 26 | 170 | 66 | 15 |",
    )
    assert verdicts(text) == ["agree", "disagree"]
    (wrong,) = [one for one in found(text) if one.verdict == "disagree"]
    assert wrong.because == "sum"
    assert wrong.message == (
        "“30” and “40” come to 70 Injured, and “170” is their total: the parts do not add up to "
        "the whole."
    )


def test_a_total_column() -> None:
    rows = ["| Kent | 12 | 30 | 42 |", "| Devon | 14 | 40 | 54 |", "| Essex | 1 | 2 | {} |"]
    header = "| Region | Men | Women | Total |"
    right, wrong = (table(header, *rows).format(total) for total in (3, 7))
    assert verdicts(right) == ["agree", "agree", "agree"]
    assert verdicts(wrong) == ["agree", "agree", "disagree"]
    # Where most rows do not add up, their total is another thing.
    other = table(header, "| Kent | 12 | 30 | 80 |", "| Devon | 14 | 40 | 90 |", rows[2].format(3))
    assert verdicts(other) == []


@pytest.mark.parametrize(
    ("lang", "header", "total"),
    [
        ("fr", "Morts", "Ensemble"),
        ("es", "Muertos", "Total"),
        ("de", "Tote", "Insgesamt"),
        ("it", "Morti", "Totale"),
        ("pt", "Mortos", "Total"),
    ],
)
def test_other_languages(lang: str, header: str, total: str) -> None:
    rows = ["| Kent | 12 |", "| Essex | 30 |", f"| {total} | 44 |"]
    assert verdicts(table(f"| | {header} |", *rows), lang) == ["disagree"]


def test_a_page() -> None:
    page = (
        "<p>Story.</p><table><thead><tr><th>Region<th>Deaths</thead><tr><td>Kent<td>12"
        "<tr><td>Devon<td>30<tfoot><tr><th>Total<td>44</tfoot></table>"
    )
    (one,) = found(page, path="a.html")
    assert (one.verdict, one.severity) == ("disagree", "error")
    assert [claim.quantity.surface for claim in one.claims if claim.quantity] == ["44", "12", "30"]


@pytest.mark.parametrize(
    "text",
    [
        # Sports, dates and a layout.
        table("| Team | W | D | L | Pts |", "| Arsenal | 12 | 3 | 2 | 39 |"),
        table("| | Date |", "| Storm | 12 May 2019 |", "| Quake | 3 June 2020 |", "| Total | 2 |"),
        table("| Year | Total |", "| 2019 | 12 |", "| 2020 | 30 |"),
        table("| | 2019 | 2020 |", "| Total | 12 | 30 |"),
    ],
)  # fmt: skip
def test_tables_of_other_things(text: str) -> None:
    assert verdicts(text) == []


def test_a_long_column_is_counted_and_not_quoted() -> None:
    rows = [f"| Place {n} | {n} |" for n in range(100, 400)]
    (one,) = found(table("| Where | Deaths |", *rows, "| Total | 74,851 |"))
    assert one.message.startswith("300 numbers come to 74,850 Deaths, and “74,851” is their total")
    assert len(one.camps) == 13
