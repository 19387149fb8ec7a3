"""Laws of tables: every number is found where it stands, sums that are right are never told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.checks import load_checks
from checker.pipeline import check_articles, read_quantities
from checker.rates import load_rates
from checker.rules import shipped_rules
from tests.tables import parsed

CHECKS = tuple(check for check in load_checks() if check.id == "sum")
RULES = shipped_rules().rules
COUNTS = st.integers(0, 999) | st.integers(3_000, 99_999)
GRIDS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=2, max_size=6)
)
NOUNS = ("Deaths", "Homes", "Boats", "Bridges")
PIECES = st.sampled_from(
    [
        *"""| \\| |---| - : <table> </table> <tr> <td> </td> <thead> <th\trowspan=3> <td\tcolspan=9>
        12 Deaths (£m) Total % é""".replace("\n", "").split(" "),
        *(" ", "\n", "\r\n", "| "),
    ]
)


def markdown(grid: list[list[int]], totals: list[int]) -> str:
    width = len(grid[0])
    rows = [["Region", *NOUNS[:width]], ["---"] * (width + 1)]
    rows += [[f"Place {'abcdef'[at]}", *map("{:,}".format, row)] for at, row in enumerate(grid)]
    rows.append(["Total", *map("{:,}".format, totals)])
    return "Story.\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


def html(grid: list[list[int]], totals: list[int]) -> str:
    width = len(grid[0])
    head = "".join(f"<th>{name}" for name in ("Region", *NOUNS[:width]))
    rows = [f"<tr><td>Place {'abcdef'[at]}" + "".join(f"<td>{n:,}" for n in row)
            for at, row in enumerate(grid)]  # fmt: skip
    last = "<tr><th>Total" + "".join(f"<td>{number:,}" for number in totals)
    return f"<p>Story.</p><table><tr>{head}{''.join(rows)}{last}</table>"


@given(grid=GRIDS)
def test_every_number_counts_what_its_header_says(grid: list[list[int]]) -> None:
    totals = [sum(column) for column in zip(*grid, strict=True)]
    expected = [
        (value, unit)
        for row in (*grid, totals)
        for value, unit in zip(row, ("death", "home", "boat", "bridge"), strict=False)
    ]
    for text, path in ((markdown(grid, totals), "a.md"), (html(grid, totals), "a.html")):
        article = parsed(text, path=path)
        found = read_quantities(article)
        # What looks like a year is left out, whatever the header says.
        seen = {str(skip.text) for skip in found.skipped}
        assert [(q.value, q.unit) for q in found.quantities] == [
            (value, unit) for value, unit in expected if str(value) not in seen
        ]
        assert all(article.text[slice(*q.span)] == q.surface for q in found.quantities)


@given(grid=GRIDS, off=st.integers(-3, 3))
def test_a_right_sum_is_never_told(grid: list[list[int]], off: int) -> None:
    totals = [sum(column) for column in zip(*grid, strict=True)]
    totals[0] = max(totals[0] + off, 0)
    for text, path in ((markdown(grid, totals), "a.md"), (html(grid, totals), "a.html")):
        found = check_articles([parsed(text, path=path)], CHECKS, load_rates()).findings
        wrong = [one for one in found if one.verdict != "agree"]
        assert len(wrong) <= bool(off)


@given(pieces=st.lists(PIECES, max_size=25))
def test_no_table_makes_the_reader_fail(pieces: list[str]) -> None:
    for path in ("a.md", "a.html"):
        article = parsed("Story of 7 days. " + "".join(pieces), path=path)
        for table in article.tables:
            for row in table.rows:
                assert all(0 <= c.start <= c.end <= len(article.text) for c in row)
                columns = [cell.column for cell in row]
                assert columns == sorted(set(columns))
        found = read_quantities(article).quantities
        assert all(article.text[slice(*q.span)] == q.surface for q in found)
        check_articles([article], (*RULES, *load_checks()), load_rates())
