"""Tables of Markdown and HTML: which cells there are, where, and which are headers."""

from __future__ import annotations

import pytest

from checker.lines import places
from tests.tables import grid_of, parsed


def texts(text: str, path: str = "a.md") -> list[list[list[str]]]:
    return [[[cell for cell, _, _ in row] for row in table] for table in grid_of(text, path)]


def test_a_markdown_table() -> None:
    text = "Before.\n\n| Year | Dead |\n|---|---:|\n| 2019 | 12 |\n| 2020 | **30** |\n\nAfter."
    assert grid_of(text) == [
        [
            [("Year", 0, True), ("Dead", 1, True)],
            [("2019", 0, False), ("12", 1, False)],
            [("2020", 0, False), ("30", 1, False)],
        ]
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a | b\n--|--\n1 | 2", [["a", "b"], ["1", "2"]]),
        ("| a |\n|---|\n| 1 |", [["a"], ["1"]]),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n", [["a", "b"], ["1", "2"]]),
        ("| a \\| x | b |\n|---|---|\n| 1 | 2 |", [["a \\| x", "b"], ["1", "2"]]),
        # Ragged rows keep what they have.
        ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |", [["a", "b"], ["1"], ["1", "2", "3"]]),
        ("| a | b |\n|:--|:-:|\n|  | 2 |", [["a", "b"], ["", "2"]]),
        ("| a | b |\n|---|---|", [["a", "b"]]),
    ],
)
def test_the_shapes_of_markdown(text: str, rows: list[list[str]]) -> None:
    assert texts(text) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "One | two",
        "One\n---\n\nTwo | three",
        "| a | b |\n|---|\n| 1 | 2 |",
        "| a | b |\n| 1 | 2 |",
        "|---|---|\n| 1 | 2 |",
        "| a | b |\n|---|x--|\n| 1 | 2 |",
        "---\nlang: en\n---\n\n| a | b |",
        "|" * 300 + "\n" + "|-" * 300,
    ],
)
def test_what_is_no_markdown_table(text: str) -> None:
    assert texts("Start.\n\n" + text) == []


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        ("<tr><th>a<th>b<tr><td>1<td>2", [["a", "b"], ["1", "2"]]),
        (
            "<caption>c</caption><thead><tr><td>a</td></tr></thead><tr><td>1</td></tr>",
            [["a"], ["1"]],
        ),
        ("<tr><td><p>a</p><p>b</p></td><td>1</td></tr><tr><td>x</td></tr>", None),
        ("<tr><td>a<td></td><td>b</td></tr><tr><td>1</td></tr>", [["a", "", "b"], ["1"]]),
    ],
)
def test_the_shapes_of_html(page: str, rows: list[list[str]] | None) -> None:
    expected = rows or [["a\n\nb", "1"], ["x"]]
    assert texts(f"<p>Text.</p><table>{page}</table>", "a.html") == [expected]


def test_cells_that_span_stand_where_browsers_show_them() -> None:
    page = (
        "<table><tr><th rowspan=2>Place<th colspan=2>Hurt<tr><th>Men<th>Women"
        "<tr><th rowspan=2>Kent<td>1<td>2<tr><td>3<td>4</table>"
    )
    assert grid_of(page, "a.html") == [
        [
            [("Place", 0, True), ("Hurt", 1, True)],
            [("Place", 0, True), ("Men", 1, True), ("Women", 2, True)],
            [("Kent", 0, True), ("1", 1, False), ("2", 2, False)],
            [("Kent", 0, True), ("3", 1, False), ("4", 2, False)],
        ]
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>alone</table>",
        "<td>a</td><tr><td>b</td></tr>",
        "<table></table>",
        "</table></td></tr>",
        "<script><table><tr><td>1<tr><td>2</table></script>x",
    ],
)
def test_what_is_no_table_of_a_page(page: str) -> None:
    assert grid_of(f"<p>Text.</p>{page}", "a.html") == []


def test_a_table_inside_a_cell_is_one_of_its_own() -> None:
    page = "<table><tr><td>x<table><tr><td>1<tr><td>2</table><tr><td>y</table>"
    assert texts(page, "a.html") == [[["x\n\n1\n\n2"], ["y"]], [["1"], ["2"]]]


@pytest.mark.parametrize("span", ["0", "-1", "x", "999999999999", "1e9", ""])
def test_hostile_spans(span: str) -> None:
    page = f'<table><tr><td colspan="{span}" rowspan="{span}">a<td>b<tr><td>c</table>'
    (table,) = grid_of(page, "a.html")
    assert table[0][0] == ("a", 0, False)
    assert all(column < 201 for row in table for _, column, _ in row)


def test_places_are_those_of_the_file() -> None:
    page = "<p>é</p>\n<table><tr><th>Dead</th></tr>\n<tr><td>1&nbsp;200</td></tr></table>"
    article = parsed(page, "fr", "a.html")
    (table,) = article.tables
    cell = table.rows[1][0]
    assert places(article).at(cell.start) == ("a.html", 3, 9)
    assert article.text[cell.start : cell.end] == "1\xa0200"
