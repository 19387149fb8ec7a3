"""The command on articles in every form: a finding leads to the very place in the user's file."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from checker.cli import main
from tests.pdfs import pdf

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<meta property="og:site_name" content="The Neris Courier">
<meta property="article:published_time" content="2023-03-01T08:00:00Z">
</head><body>
<nav><a href="/">Home</a> <a href="/300">300 drones to Ukraine</a></nav>
<main>
  <h1>Drones reach Kyiv</h1>
  <p>Lithuania has delivered <b title="a > b">300&nbsp;drones</b> to&#32;Ukraine,
     the Lithuanian defence minister told a parliamentary committee.</p>
</main></body></html>
"""
OTHER = "Ukraine has received 400 drones from Lithuania, the Lithuanian defence minister said."


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with the page."""
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE, encoding="utf-8")


def claims_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    """Check, and return the claims of the one finding, which must be a disagreement."""
    status = main(["check", *arguments, "--select", "drones-supplied", "--format", "json"])
    captured = capsys.readouterr()
    assert (status, captured.err) == (1, "")
    (finding,) = json.loads(captured.out)["findings"]
    assert finding["verdict"] == "disagree"
    return [claim for camp in finding["camps"] for claim in camp["claims"]]


def write_other(kind: str) -> None:
    """Write the other article in one of the forms."""
    if kind == "csv":
        rows = f'outlet,lang,date,text\n,,,\nThe Gazette,en,2023-03-01,"Drones arrive\n{OTHER}"\n'
        Path("news.csv").write_text(rows, encoding="utf-8")
    elif kind == "parquet":
        columns = {"outlet": ["The Gazette"], "lang": ["en"], "date": ["2023-03-01"]}
        parquet.write_table(
            pa.table(columns | {"text": [f"Drones arrive\n{OTHER}"]}), "news.parquet"
        )
    else:
        lines = [OTHER[:36], OTHER[37:]]
        Path("news.pdf").write_bytes(pdf([["A report"], ["Drones arrive", *lines]]))


@pytest.mark.parametrize(
    ("kind", "path", "line", "column"),
    [
        ("csv", "news.csv:3", 2, 22),
        ("parquet", "news.parquet:1", 2, 22),
        ("pdf", "news.pdf#page=2", 2, 22),
    ],
)
def test_a_finding_between_a_page_and_another_form(
    capsys: pytest.CaptureFixture[str], kind: str, path: str, line: int, column: int
) -> None:
    write_other(kind)
    arguments = ["--lang", "en", "--date", "2023-03-01"] if kind == "pdf" else []
    if kind == "csv":
        Path("news.csv").write_text(
            Path("news.csv").read_text(encoding="utf-8").replace(",,,\n", "x,en,,Nothing.\n"),
            encoding="utf-8",
        )
    found = claims_of(capsys, "page.html", f"news.{kind}", *arguments)
    places = {(claim["path"], claim["line"], claim["column"]) for claim in found}
    assert places == {("page.html", 9, 47), (path, line, column)}
    assert {claim["quote"] for claim in found} == {
        (
            "Lithuania has delivered 300\u00a0drones to Ukraine, the Lithuanian defence minister "
            "told a parliamentary committee."
        ),
        OTHER,
    }


@pytest.mark.parametrize(
    ("kind", "line", "place"),
    [
        ("csv", "news.csv:3:2", "news.csv:3:2:22"),
        ("parquet", "news.parquet:1:2", "news.parquet:1:2:22"),
        ("pdf", "news.pdf#page=2:2", "news.pdf#page=2:2:22"),
        ("html", "page.html:9", "page.html:9:47"),
        ("html", "page.html:6", "page.html:6:42"),
    ],
)
def test_a_place_can_be_explained(
    capsys: pytest.CaptureFixture[str], kind: str, line: str, place: str
) -> None:
    if kind != "html":
        write_other(kind)
    assert main(["explain", line, "--lang", "en"]) == 0
    assert place in capsys.readouterr().out


def test_quantities_of_a_pdf_name_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    write_other("pdf")
    assert main(["quantities", "news.pdf", "--lang", "en"]) == 0
    assert "#page=2:2:22" in capsys.readouterr().out


def test_numbers_not_used_are_listed_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    Path("page.html").write_text(
        '<html lang="en"><p>The Su-35 and the\n<i>Shahed-136</i> were seen by the army.</p>',
        encoding="utf-8",
    )
    assert main(["check", "page.html", "--format", "full"]) == 0
    assert "page.html:2:11" in capsys.readouterr().out
    assert main(["quantities", "page.html"]) == 0
    assert "2:11" in capsys.readouterr().out
