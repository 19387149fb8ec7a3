"""PDFs: pages with their places, lines and words made whole, files that cannot be read."""

from pathlib import Path

import pypdf
import pytest

from checker.articles import parse_article, parse_articles
from checker.articles.pdf import read_pdf_pages
from checker.inputs import InputOptions, InputsRead, Metadata, RawArticle, load_tables, read_inputs
from checker.lines import places
from checker.model import Article
from tests.pdfs import pdf

TABLES = load_tables(("en", "fr"))
PAGES = (
    "Supplies by sea\nThe ferry company said on Tuesday that it had car-\nried 1,450 people "
    "to the island, and that a 15-\nmonth delay was over.\n- 1 -\f"
    "It will need three more boats by the end of summer.\nPage 2 of 2"
)


def read(path: str) -> InputsRead:
    return read_inputs([path], InputOptions(lang="en", languages=("en", "fr")))


def parse(text: str) -> Article:
    """Parse the text of pages."""
    raw = RawArticle("r.pdf", text, (("flag", Metadata(lang="en")),), form="pdf")
    article = parse_article(raw, TABLES)
    assert isinstance(article, Article)
    return article


def test_lines_and_words_are_made_whole() -> None:
    assert read_pdf_pages(PAGES).text.split("\n\n") == [
        "Supplies by sea",
        (
            "The ferry company said on Tuesday that it had carried 1,450 people to the island, "
            "and that a 15-month delay was over."
        ),
        "- 1 -",
        "It will need three more boats by the end of summer.",
        "Page 2 of 2",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A short line ends its paragraph; a full one goes on even after a full stop.
        ("A line as long as all others.\nAnother line, just as long as.\nShort.\nNext one.", 2),
        ("one line is long here\n\nand one is not", 2),
        ("One line that is a long one\n• first of the points it has\n• second of these points", 3),
        ("A headline\nand its second line", 1),
        ("A headline\nA first sentence of the text follows.", 2),
    ],
)
def test_where_a_paragraph_ends(lines: str, expected: int) -> None:
    assert len(read_pdf_pages(lines).text.split("\n\n")) == expected


def test_a_place_names_page_line_and_column() -> None:
    article = parse(PAGES)
    where = places(article)
    found = [str(where.at(article.text.index(word))) for word in ("1,450", "15-", "three")]
    assert found == ["r.pdf#page=1:3:6", "r.pdf#page=1:3:45", "r.pdf#page=2:1:14"]
    assert where.within(0) == "#page=1:1:1"
    assert (where.line_count("r.pdf#page=1"), where.line_count("r.pdf#page=2")) == (5, 2)
    assert (where.line_count("r.pdf"), where.line_count("r.pdf#page=3")) == (0, 0)
    span = where.span_of("r.pdf#page=2", 1)
    assert span is not None
    assert article.text[slice(*span)].strip() == PAGES.partition("\f")[2].partition("\n")[0]
    assert where.span_of("r.pdf#page=2", 3) is None


def test_page_numbers_are_marked() -> None:
    article = parse(PAGES)
    assert [article.text[slice(*mark.span)] for mark in article.marks] == ["- 1 -", "Page 2 of 2"]


def test_a_file_with_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.pdf").write_bytes(pdf([page.split("\n") for page in PAGES.split("\f")]))
    (article,) = parse_articles(read("r.pdf")).articles
    assert (article.id, article.path) == ("r", "r.pdf")
    assert article.text == read_pdf_pages(PAGES).text


def protected(password: str) -> bytes:
    """Return a PDF that a password protects."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt(password, "owner", algorithm="RC4-128")
    path = Path("made.pdf")
    writer.write(path)
    return path.read_bytes()


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    whole = pdf([["One line"]])
    broken = whole.replace(b"/Pages 2", b"/Pages 9").replace(b"/Type /Pages", b"/Type /Wrong")
    for data, message in (
        (b"", "x.pdf: this PDF cannot be read: "),
        (b"no PDF at all", "x.pdf: this PDF cannot be read: "),
        (broken, "x.pdf: this PDF cannot be read: "),
        (protected("secret"), "x.pdf: this PDF is protected by a password"),
        (protected(""), "x.pdf: the PDF holds no text; its pages are probably pictures"),
        (pdf([[]]), "x.pdf: the PDF holds no text; its pages are probably pictures"),
    ):
        Path("x.pdf").write_bytes(data)
        inputs = read("x.pdf")
        assert inputs.articles == ()
        (problem,) = inputs.problems
        assert str(problem).startswith(message)


def test_a_broken_page_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.pdf").write_bytes(pdf([["One line"], ["Second"]]))
    extract = pypdf.PageObject.extract_text

    def fail_on_second(page: pypdf.PageObject) -> str:
        if "Second" in extract(page):
            raise KeyError("/Font")
        return extract(page)

    monkeypatch.setattr(pypdf.PageObject, "extract_text", fail_on_second)
    inputs = read("x.pdf")
    assert [article.data for article in inputs.articles] == ["One line\n\f"]
    assert str(inputs.problems[0]).startswith("x.pdf#page=2: this page cannot be read: '/Font'")
