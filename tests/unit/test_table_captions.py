"""The line above a table gives its unit, and counts that look like years are counts."""

import pytest

from tests.tables import told

ROWS = "| Town | 2021 | 2022 |\n|---|---|---|\n| Ash | 120 | 80 |\n"
HEAD = "<tr><th>Town</th><th>May</th></tr><tr><td>Ash</td><td>7</td></tr>"
HTML = "<html>{above}<table>{inside}" + HEAD + "</table></html>"


@pytest.mark.parametrize(
    ("caption", "lang", "expected"),
    [
        ("Rainfall in mm", "en", ["120 = 120 millimeter", "80 = 80 millimeter"]),
        ("Budget by town (£m)", "en", ["120 = 120000000 GBP", "80 = 80000000 GBP"]),
        ("**Budget by town (£m)**", "en", ["120 = 120000000 GBP", "80 = 80000000 GBP"]),
        (
            "The table gives the cost in millions of euros.",
            "en",
            ["120 = 120000000 EUR", "80 = 80000000 EUR"],
        ),
        (
            "Dépenses par ville, en millions d'euros",
            "fr",
            ["120 = 120000000 EUR", "80 = 80000000 EUR"],
        ),
        ("Niederschlag in mm", "de", ["120 = 120 millimeter", "80 = 80 millimeter"]),
    ],
)
def test_the_line_above_gives_the_unit(caption: str, lang: str, expected: list[str]) -> None:
    assert told(f"{caption}\n\n{ROWS}", lang) == expected


@pytest.mark.parametrize(
    "caption",
    [
        "Budget by town",
        "The plan (£3m) is new.",
        "Prices rose in May.",
        "The firm is in Ash.",
        "Budget (£m)\n\nSome towns are old.",
    ],
)
def test_a_line_without_a_unit_gives_none(caption: str) -> None:
    assert told(f"{caption}\n\n{ROWS}")[-2:] == ["120 = 120", "80 = 80"]


@pytest.mark.parametrize("header", ["People", "Rank", "Cost (€)", "Share (%)", "Days"])
def test_a_header_that_says_what_is_told_keeps_it(header: str) -> None:
    text = f"Budget (£m)\n\n| Town | {header} |\n|---|---|\n| Ash | 12 |\n"
    assert not told(text)[-1].endswith("GBP")


def test_a_caption_of_html_is_a_line_above() -> None:
    inside = "<caption>Rainfall (mm)</caption>"
    assert told(HTML.format(above="", inside=inside), path="a.html") == ["7 = 7 millimeter"]
    above = "<p>Rainfall in mm:</p>"
    assert told(HTML.format(above=above, inside=""), path="a.html") == ["7 = 7 millimeter"]
    above = "<p>Rain in mm.</p><p>New.</p>"
    assert told(HTML.format(above=above, inside=""), path="a.html") == ["7 = 7"]


def column(header: str, *cells: str) -> str:
    """Write a table of two columns."""
    rows = "\n".join(f"| {name} | {cell} |" for name, cell in zip("ABCDEF", cells, strict=False))
    return f"| Town | {header} |\n|---|---|\n{rows}\n"


def test_counts_that_look_like_years_are_counts() -> None:
    found = told(column("Homes", "1950", "2,310", "2019"))
    assert found == ["1950 = 1950 home", "2,310 = 2310 home", "2019 = 2019 home"]
    found = told(column("Logements", "1950", "310", "2019"), "fr")
    assert found == ["1950 = 1950 logement", "310 = 310 logement", "2019 = 2019 logement"]


@pytest.mark.parametrize(
    "cells",
    [
        ("1950", "2019"),
        ("1950", "unknown", "310"),
        ("1950", "5 %", "7 %"),
        ("1950", "£3m"),
        ("1950", "2010–2014", "310"),
        ("9999", "9998"),
    ],
)
def test_years_stay_years(cells: tuple[str, ...]) -> None:
    values = [one.split(" = ")[0] for one in told(column("Homes", *cells))]
    assert "1950" not in values


def test_a_total_is_held_against_such_counts() -> None:
    from checker.checks import load_checks
    from checker.pipeline import check_articles
    from checker.rates import load_rates
    from tests.tables import parsed

    for total, verdict in (("4,279", "agree"), ("4,297", "disagree")):
        text = column("Homes", "1950", "310", "2019").rstrip("\n") + f"\n| Total | {total} |\n"
        [one] = check_articles([parsed(text)], load_checks(), load_rates()).findings
        assert (one.rule, one.verdict) == ("sum", verdict)
